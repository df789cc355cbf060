import Diagnostics
import Grading
import TestSupport
import Testing

@testable import Site

/// Whole pages, as a browser gets them.
struct PageTests {
  @Test(arguments: [
    ("index.html", "overview"), ("xep-hang/so.html", "ranking"), ("xep-hang/xa.html", "groups"),
    ("xep-hang/xa/huyen-dong.html", "group"), ("co-quan.html", "units"),
    ("co-quan/so-y-te.html", "unit"), ("co-quan/so-an.html", "unit-without-result"),
    ("tieu-chi.html", "criteria"), ("tieu-chi/so/1.1.html", "criterion"),
    ("cach-cham.html", "method"), ("cach-cham/so.html", "method-of-a-set"),
  ])
  func `each kind of page`(_ page: (path: String, name: String)) throws {
    let site = Site(try SmallSite.round, .vietnamese)
    expectGolden(try SmallSite.page(page.path, of: site), "\(page.name).html")
  }

  @Test
  func `a unit's page in English names what files say as Vietnamese`() throws {
    let site = Site(try SmallSite.round, .english)
    expectGolden(try SmallSite.page("co-quan/so-y-te.html", of: site), "unit.en.html")
  }

  @Test(arguments: [
    ("so-sanh.html", "years"), ("so-sanh/so.html", "years-of-a-block"),
    ("so-sanh/xa.html", "years-of-groups"), ("co-quan/so-y-te.html", "unit-with-years"),
  ])
  func `beside the round before`(_ page: (path: String, name: String)) throws {
    let site = Site(try SmallSite.round, .vietnamese, earlier: [try SmallSite.earlier.get()])
    expectGolden(try SmallSite.page(page.path, of: site), "\(page.name).html")
  }

  @Test
  func `without an earlier round nothing is compared, and no page leads there`() throws {
    let site = Site(try SmallSite.round, .vietnamese)
    for page in site.pages {
      #expect(!page.path.contains("so-sanh"))
      #expect(!String(decoding: page.render(), as: UTF8.self).contains("so-sanh"), "\(page.path)")
    }
    #expect(!site.files.contains(.years))
  }

  @Test
  func `what was amended after publication is told with the decision that orders it`() throws {
    let round = try SmallSite.round { $0.publicParts.notes = true }
    var records = round.units.map(\.record)
    let place = try #require(records.firstIndex { $0.unit.id == "so-y-te" })
    var entry = AppraisalEntry(
      subject: .item(0), stage: round.plan.amending,
      decision: .setPoints(Exact(0), beyondRule: false), reason: "Theo kiến nghị", author: "a",
      at: nil, span: records[place].unit.span)
    entry.amendedBy = "302/QĐ-UBND"
    records[place].entries.append(entry)
    let amended = Round(plan: round.plan, sets: round.sets, records: records)
    let page = try SmallSite.page("co-quan/so-y-te.html", of: Site(amended, .vietnamese))
    #expect(page.contains("Điều chỉnh sau công bố theo 302/QĐ-UBND"))
  }

  @Test
  func `everything that a round may make public stands on a unit's page`() throws {
    let round = try SmallSite.round {
      $0.publicParts.names = true
      $0.publicParts.notes = true
      $0.publicParts.evidence = true
      $0.publicParts.gaps = true
    }
    let site = Site(round, .vietnamese, earlier: [try SmallSite.round])
    expectGolden(try SmallSite.page("co-quan/so-noi-vu.html", of: site), "unit-open-1.html")
    expectGolden(try SmallSite.page("co-quan/so-y-te.html", of: site), "unit-open-2.html")
  }

  @Test(arguments: [
    "Nguyễn Văn Ký", "3871/KH-SNV", "Đã gửi trước hạn", "bị rút", "to-giup-viec", "thành viên 02",
    "Chị An", "Không phát sinh", "Chưa có tài liệu kiểm chứng",
  ])
  func `nothing of a closed round stands on any page`(_ secret: String) throws {
    let site = Site(try SmallSite.round, .vietnamese, earlier: [try SmallSite.earlier.get()])
    for page in site.pages {
      let text = String(decoding: page.render(), as: UTF8.self)
      #expect(!text.contains(secret), "\(page.path)")
    }
    for file in site.files {
      let text = String(decoding: site.bytes(file, threads: 1), as: UTF8.self)
      #expect(!text.contains(secret), "\(file.path)")
    }
  }

  @Test
  func `a draft says so on every page, a published round on none`() throws {
    let round = try SmallSite.round { $0.publication = Publication() }
    for page in Site(round, .vietnamese, isDraft: true).pages {
      let text = String(decoding: page.render(), as: UTF8.self)
      #expect(text.contains("<strong>Dự thảo</strong>. Kết quả chưa công bố"), "\(page.path)")
      #expect(text.contains(#"<meta name="robots" content="noindex">"#), "\(page.path)")
      #expect(text.contains("<title>Dự thảo: "), "\(page.path)")
    }
    for page in Site(try SmallSite.round, .vietnamese).pages {
      #expect(!String(decoding: page.render(), as: UTF8.self).contains("Dự thảo"), "\(page.path)")
    }
  }

  @Test
  func `a long list is cut into pages that lead to each other`() throws {
    let site = Site(try SmallSite.round, .vietnamese, rowLimit: 2)
    let paths = Set(site.pages.map(\.path))
    #expect(paths.contains("co-quan_p2.html"))
    #expect(paths.contains("xep-hang/so_p2.html"))
    #expect(paths.contains("tieu-chi/so/1.1_p2.html"))
    #expect(paths.count == site.pages.count)
    let first = try SmallSite.page("xep-hang/so.html", of: site)
    let second = try SmallSite.page("xep-hang/so_p2.html", of: site)
    #expect(first.contains(#"<a href="../xep-hang/so_p2.html">Trang 2</a>"#))
    #expect(first.contains(#"<a href="../du-lieu/xep-hang.csv">"#))
    #expect(second.contains(#"<strong aria-current="page">Trang 2</strong>"#))
    #expect(second.contains("Sở Ân xá"), "those without a place stand on the last page")
  }
}
