import TestSupport
import Testing

@testable import Web

/// Whole pages as people get them, line by line.
@Suite struct PageTests {
  /// A world in which something is typed and somebody else has handed in.
  private func world() async throws -> WebWorld {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    _ = await officer.post(
      "/don-vi/so-y-te/muc/1.1.2",
      ["version": "0", "i.planned": "8", "i.completed": "9", "note": "Đang đối chiếu"])
    _ = await officer.upload(
      [
        "kind": "báo cáo", "number": "5/BC-SYT", "date": "10/10/2017", "issuer": "Sở Y tế",
        "title": "Báo cáo <i>quý III</i>",
      ], file: ("bao cao.pdf", SampleFile.pdf))
    _ = await officer.upload(["kind": "kết luận", "number": "3/KL", "shown": "1"])
    return world
  }

  /// Tokens are random, everything else is not.
  private func page(_ response: WebResponse, _ browser: Browser) -> String {
    response.text.replacing(browser.token, with: "TOKEN")
  }

  @Test(arguments: [
    ("unit", "can-bo", "/don-vi/so-y-te"), ("item", "can-bo", "/don-vi/so-y-te/muc/1.1.2"),
    ("item-evidence", "can-bo", "/don-vi/so-y-te/muc/1.1.1"),
    ("item-dossiers", "can-bo", "/don-vi/so-y-te/muc/2.1"),
    ("shelf", "can-bo", "/don-vi/so-y-te/tai-lieu?muc=1.1.1&da-them=bao-cao-5-bc-syt"),
    ("shelf-read", "to-chuc", "/don-vi/so-noi-vu/tai-lieu"),
    ("document", "can-bo", "/don-vi/so-y-te/tai-lieu/bao-cao-5-bc-syt"),
    ("figures", "can-bo", "/don-vi/so-y-te/so-lieu?so-lieu=dossiers.late"),
    ("registers", "giu-so", "/so-lieu"),
    ("check", "thu-truong", "/don-vi/so-y-te/nop"),
    ("sheet-own", "can-bo", "/don-vi/so-y-te/phieu-diem"),
    ("sheet", "to-chuc", "/don-vi/so-noi-vu/phieu-diem"), ("ranking", "hoi-dong", "/xep-hang/so"),
    ("ranking-district", "hoi-dong-huyen", "/xep-hang"), ("log", "kiem-tra", "/nhat-ky"),
    ("account", "giup-viec", "/tai-khoan"), ("refused", "giup-viec", "/nhat-ky"),
  ])
  func `a page says what it should in both languages`(
    _ name: String, _ login: String, _ path: String
  ) async throws {
    let browser = try await world().signIn(login)
    for language in ["vi", "en"] {
      let response = await browser.get(
        "\(path)\(path.contains("?") ? "&" : "?")lang=\(language)")
      expectGolden(page(response, browser), "\(name).\(language).html")
    }
  }

  @Test func `the page to sign in`() async throws {
    let world = try await WebWorld()
    expectGolden(await world.get("/dang-nhap").text, "sign-in.vi.html")
    expectGolden(await world.get("/dang-nhap?lang=en").text, "sign-in.en.html")
  }

  @Test func `a council of a district sees its own communes and nobody else`() async throws {
    let browser = try await WebWorld().signIn("hoi-dong-huyen")
    #expect(await browser.get("/xep-hang").text.contains("UBND xã Ấm"))
    #expect(await browser.get("/xep-hang/so").status == 404)
    #expect(await browser.get("/don-vi/xa-mot/phieu-diem").status == 200)
    #expect(await browser.get("/don-vi/so-noi-vu/phieu-diem").status == 403)
    #expect(await browser.get("/nhat-ky").status == 403)
  }

  @Test func `the language that an account chooses stays`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("to-chuc")
    #expect(await browser.post("/ngon-ngu", ["lang": "xx"]).status == 404)
    #expect(await browser.post("/ngon-ngu", ["lang": "en"]).status == 303)
    #expect(await browser.get("/xep-hang").text.contains("<html lang=\"en\">"))
    #expect(await browser.get("/xep-hang?lang=vi").text.contains("<html lang=\"vi\">"))
  }

  @Test func `who comes to the first page is led to their work`() async throws {
    let world = try await WebWorld()
    for (login, path) in [
      ("can-bo", "/don-vi/so-y-te"), ("to-chuc", "/tham-dinh"), ("giup-viec", "/tham-dinh"),
      ("uy-ban", "/cong-bo"),
    ] {
      let browser = try await world.signIn(login)
      #expect(await browser.get("/").header("location") == path)
    }
    #expect(await world.get("/health").text == "{\"status\":\"ok\",\"events\":4}\n")
  }

  /// A world in the middle of appraisal: something asked, something proposed, something decided.
  private func appraised() async throws -> WebWorld {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let browser = try await world.signIn("giup-viec")
    func post(_ item: String, _ seen: String, _ fields: [String: String]) async {
      let form = fields.merging(["seen": seen]) { own, _ in own }
      #expect(await browser.post("/tham-dinh/so-noi-vu/\(item)", form).status == 303)
    }
    await post(
      "1.1.1", "4",
      [
        "quyet-dinh": "yeu-cau", "ly-do": "Gửi bản ký số", "han": "25/12/2017 17:00",
        "can-cu": "dat-mot-phan", "d.ke-hoach": "1", "buoc": "ghi",
      ])
    await post(
      "1.1.2", "4",
      [
        "quyet-dinh": "cho-diem", "diem": "1", "can-cu": "dat-mot-phan", "ly-do": "Chưa xong",
        "co-so": "12/BC-SNV", "buoc": "de-nghi",
      ])
    await post("1.2", "4", ["quyet-dinh": "chap-nhan", "buoc": "ghi"])
    let organiser = try await world.signIn("to-chuc")
    let agenda = [
      "quyet-dinh": "trinh", "diem": "0,5", "ly-do": "Còn ý kiến khác", "seen": "5", "buoc": "ghi",
    ]
    #expect(await organiser.post("/tham-dinh/so-noi-vu/1.1.1", agenda).status == 303)
    let meeting = ["p.hoi-dong/01": "1", "p.hoi-dong/02": "1", "seen": "6", "ly-do": "Họp"]
    #expect(await organiser.post("/hoi-dong/phien-hop", meeting).status == 303)
    return world
  }

  @Test(arguments: [
    ("work", "giup-viec", "/tham-dinh"), ("progress", "to-chuc", "/tham-dinh/tien-do"),
    ("matter", "giup-viec", "/tham-dinh/so-noi-vu/1.1.2"),
    ("matter-evidence", "giup-viec-2", "/tham-dinh/so-noi-vu/1.1.1"),
    ("matter-dossiers", "giup-viec-ho-so", "/tham-dinh/so-noi-vu/2.1"),
    ("matter-own", "giup-viec-so", "/tham-dinh/so-noi-vu/1.1.2"),
    ("matter-council", "hoi-dong", "/tham-dinh/so-noi-vu/1.1.1"),
    ("proposals", "giup-viec-2", "/tham-dinh/cho-duyet"),
    ("proposal", "giup-viec-2", "/tham-dinh/cho-duyet/1"),
    ("unit-asked", "thu-truong-so", "/don-vi/so-noi-vu"),
    ("item-asked", "thu-truong-so", "/don-vi/so-noi-vu/muc/1.1.1"),
    ("notices", "thu-truong-so", "/thong-bao"), ("setup", "to-chuc", "/ky-danh-gia"),
    ("overview", "kiem-tra", "/ky-danh-gia/con-bo-ngo"),
    ("drift", "hoi-dong", "/tham-dinh/do-chenh"), ("council", "to-chuc", "/hoi-dong"),
    ("publication", "to-chuc", "/cong-bo"),
  ])
  func `a page of appraisal says what it should in both languages`(
    _ name: String, _ login: String, _ path: String
  ) async throws {
    let browser = try await appraised().signIn(login)
    for language in ["vi", "en"] {
      let response = await browser.get("\(path)?lang=\(language)")
      #expect(response.status == 200)
      expectGolden(page(response, browser), "\(name).\(language).html")
    }
  }

  @Test func `what a decision would do, in both languages`() async throws {
    let browser = try await appraised().signIn("giup-viec-2")
    for language in ["vi", "en"] {
      let response = await browser.post(
        "/tham-dinh/so-noi-vu/1.1.2?lang=\(language)",
        [
          "quyet-dinh": "cho-diem", "diem": "2", "ly-do": "Chưa xong", "seen": "4", "buoc": "thu",
        ])
      expectGolden(page(response, browser), "matter-trial.\(language).html")
    }
  }

  @Test func `what was refused is told in words, and narrow pages name each cell`() async throws {
    let world = try await WebWorld()
    let stranger = try await world.signIn("so-do")
    #expect(await stranger.get("/don-vi/so-y-te").status == 403)
    let organiser = try await world.signIn("to-chuc")
    let access = await organiser.get("/nhat-ky/truy-cap").text
    #expect(access.contains("xem bản tự chấm điểm: /don-vi/so-y-te"))
    #expect(!access.contains("read-answers"))
    let ranking = await organiser.get("/xep-hang/so").text
    #expect(ranking.contains("<td class=\"n\" data-l=\"Chỉ số (%)\">"))
  }
}
