import DossierCounting
import EventLog
import Foundation
import Grading
import Loading
import Store
import TestSupport
import Testing

@testable import Web

/// A unit sees how its dossiers count and says why one is late; the office that keeps the records
/// decides, and the round's figures move.
@Suite struct DossierTests {
  private static let unit = "/don-vi/so-y-te/ho-so-tthc"
  private static let office = "/so-lieu/giai-trinh"

  private static let explained = [
    "ma": "Y3", "viec": "giai-trinh", "nguyen-nhan": "software", "xong-luc": "",
    "noi-dung": "Phần mềm <treo>", "tai-lieu": "Phiếu 7",
  ]

  private static let corrected = [
    "ma": "Y3", "viec": "dinh-chinh", "nguyen-nhan": "", "xong-luc": "08/03/2017 16:30",
    "noi-dung": "Xong trong ngày", "tai-lieu": "Sổ 3",
  ]

  private func decision(
    _ choice: String = "chap-nhan", _ step: String = "ghi", _ rows: [String: String] = ["h.y1": "1"]
  ) -> [String: String] {
    [
      "quyet-dinh": choice, "ly-do": "Đã rà soát", "co-so": "12/BC-TTCNTT", "buoc": step,
    ].merging(rows) { $1 }
  }

  private func lines(_ dossiers: ClosingWorld, _ table: String = "explanations") throws -> [String]
  {
    try String(
      contentsOfFile: dossiers.world.keeper.folder + "/dossiers/\(table).csv", encoding: .utf8
    ).split(separator: "\n").map(String.init)
  }

  private func late(_ dossiers: ClosingWorld) async throws -> String {
    let snapshot = try await dossiers.world.keeper.snapshot()
    let table = try #require(snapshot.plan.figures.tables["dossiers"])
    return "\(table.value("late", unit: "so-y-te"))"
  }

  @Test func `a unit explains a dossier, the keeper accepts it, and it counts no more`()
    async throws
  {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    let list = await unit.get(Self.unit).text
    #expect(list.contains("Trễ hạn (1)") && list.contains(">Y3</a>") && !list.contains(">Y2</a>"))
    #expect(list.contains("1 (50,00%)") && list.contains("phải kiểm điểm"))
    #expect(await unit.get(Self.unit + "?loai=loai-tru").text.contains(">Y2</a>"))
    let story = await unit.get(Self.unit + "?ma=Y3").text
    #expect(story.contains("Hồ sơ Y3") && story.contains("dossiers/motcua.csv:4"))
    #expect(!story.contains(dossiers.world.home.path), "no path of the server")
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    #expect(await unit.post(Self.unit, Self.explained).status == 303, "sent twice")
    #expect(await unit.get(Self.unit).text.contains("chờ quyết định"))

    let before = try await late(dossiers)
    let keeper = try await dossiers.signIn()
    let open = await keeper.get(Self.office).text
    #expect(open.contains("Chờ quyết định (1)") && open.contains("Phần mềm &lt;treo&gt;"))
    #expect(open.contains("Lỗi phần mềm được chấp nhận (khoản 2)"))
    let shown = await keeper.post(Self.office, decision("chap-nhan", "thu"))
    #expect(shown.status == 200 && shown.text.contains("1 → 0"), "\(shown.text)")
    #expect(try lines(dossiers).count == 2, "nothing is written")
    let done = await keeper.post(Self.office, decision())
    #expect(done.status == 303, "\(done.text)")
    #expect(done.header("location")?.hasPrefix("/so-lieu/giai-trinh?da-ghi=") == true)
    #expect(try lines(dossiers).last == "Y3,software,Phiếu 7,2017-12-15,so-an/01,accepted")
    #expect(try await late(dossiers) != before)
    let log = try #require(try await dossiers.world.keeper.snapshot().loaded.log)
    let event = try #require(log.ofRound.last?.content)
    #expect(event.kind == .replaced && event.author == "so-an/01" && event.basis == "12/BC-TTCNTT")
    #expect(Array(event.files.keys) == ["dossiers/explanations.csv"])
    #expect(await unit.get(Self.unit + "?loai=loai-tru").text.contains("được chấp nhận"))
    let told = await unit.get(Self.unit + "?ma=Y3&loai=loai-tru").text
    #expect(told.contains("Đã rà soát") && told.contains("không cần giải trình"))
    // The round as it was stays there.
    let history = RoundHistory(of: dossiers.world.keeper.folder)
    #expect(event.files.values.allSatisfy { history.copy(of: $0) != nil })
    let again = await keeper.post(Self.office, decision())
    #expect(again.header("location") == done.header("location"), "sent twice")
    let other = await keeper.post(Self.office, decision("khong-chap-nhan"))
    #expect(other.status == 422, "it waits no more")
    #expect(try lines(dossiers).count == 3)
  }

  @Test func `what is refused stands in the table, and the unit reads why`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    let keeper = try await dossiers.signIn()
    let before = try await late(dossiers)
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    #expect(await keeper.post(Self.office, decision("khong-chap-nhan")).status == 303)
    #expect(try lines(dossiers).last == "Y3,software,Phiếu 7,2017-12-15,so-an/01,refused")
    #expect(try await late(dossiers) == before)
    let story = await unit.get(Self.unit + "?ma=Y3").text
    #expect(story.contains("không được chấp nhận") && story.contains("Đã rà soát"))
    // It may be said again, with more.
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    #expect(await keeper.post(Self.office, decision(rows: ["h.y2": "1"])).status == 303)
    #expect(try lines(dossiers).filter { $0.hasPrefix("Y3,") }.count == 1)
  }

  private func decision(rows: [String: String]) -> [String: String] {
    decision("chap-nhan", "ghi", rows)
  }

  @Test func `a correction is put into its own table; a refused one changes none`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    let keeper = try await dossiers.signIn()
    #expect(await unit.post(Self.unit, Self.corrected).status == 303)
    let none = await keeper.post(Self.office, decision())
    #expect(none.status == 409 && none.text.contains("không khai báo bảng corrections"))
    try dossiers.write(
      "dossiers/corrections.csv", "dossier,finished_at,reason,evidence,decided_by,decided_on\n")
    try dossiers.write(
      "dossiers/records.yaml", ClosingWorld.records + "corrections: corrections.csv\n")
    try dossiers.write(
      "round.yaml",
      String(contentsOfFile: dossiers.world.keeper.folder + "/round.yaml", encoding: .utf8) + "\n")
    let refused = await keeper.post(Self.office, decision("khong-chap-nhan"))
    #expect(refused.header("location") == Self.office)
    #expect(await unit.get(Self.unit).text.contains("không được chấp nhận"))
    #expect(await unit.post(Self.unit, Self.corrected).status == 303)
    let done = await keeper.post(Self.office, decision(rows: ["h.y2": "1"]))
    #expect(done.status == 303, "\(done.text)")
    #expect(
      try lines(dossiers, "corrections").last
        == "Y3,2017-03-08T16:30,Xong trong ngày,Sổ 3,so-an/01,2017-12-15")
    #expect(await unit.get(Self.unit).text.contains("Trễ hạn (0)"))
  }

  @Test func `what the unit changes meanwhile is looked at again`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    let keeper = try await dossiers.signIn()
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    let other = Self.explained.merging(["noi-dung": "khác <b>"]) { $1 }
    // A colleague who did not see the first one does not take its place.
    let blind = await (try await dossiers.signIn("can-bo-2")).post(Self.unit, other)
    #expect(blind.status == 409 && blind.text.contains("khác &lt;b&gt;"), "\(blind.text)")
    #expect(await unit.get(Self.unit + "?ma=Y3").text.contains("name=\"phien\" value=\"1\""))
    let seen = other.merging(["phien": "1"]) { $1 }
    #expect(await unit.post(Self.unit, seen).status == 303)
    let old = await keeper.post(Self.office, decision())
    #expect(old.status == 422 && old.text.contains("đơn vị vừa sửa"))
    #expect(old.text.contains("Đã rà soát"), "what was typed stays")
    // Taken back: nothing waits.
    #expect(await unit.post(Self.unit, ["ma": "Y3", "rut": "1"]).status == 303)
    #expect(await keeper.get(Self.office).text.contains("Chờ quyết định (0)"))
    #expect(await keeper.post(Self.office, decision(rows: ["h.y1": "2"])).status == 422)
    #expect(try lines(dossiers).count == 2)
  }

  @Test func `rows of the table without a decision are decided too`() async throws {
    let dossiers = try await ClosingWorld()
    try dossiers.write(
      "dossiers/explanations.csv", ClosingWorld.explanations + "Y3,software,CV 9,2017-12-01,,\n")
    let keeper = try await dossiers.signIn()
    let page = await keeper.get(Self.office).text
    #expect(page.contains("name=\"h.b.Y3\"") && page.contains("CV 9"), "\(page)")
    let done = await keeper.post(Self.office, decision(rows: ["h.b.Y3": "0"]))
    #expect(done.status == 303, "\(done.text)")
    #expect(try lines(dossiers).last == "Y3,software,CV 9,2017-12-01,so-an/01,accepted")
  }

  @Test func `what cannot be meant is said beside its field`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    for (change, said) in [
      (["viec": ""], "chọn một việc"), (["nguyen-nhan": "khac"], "chọn nguyên nhân"),
      (["noi-dung": " "], "ghi lý do"),
      (["noi-dung": String(repeating: "a", count: 2001)], "không quá 2000"),
      (["tai-lieu": String(repeating: "a", count: 501)], "không quá 500"),
      (["viec": "dinh-chinh"], "ghi ngày, giờ xong"),
      (["viec": "dinh-chinh", "xong-luc": "16/12/2017"], "chưa đến"),
      (["viec": "dinh-chinh", "xong-luc": "28/02/2017"], "trước khi tiếp nhận"),
      (["viec": "dinh-chinh", "xong-luc": "08/03/2017", "tai-lieu": ""], "ghi số, ký hiệu"),
    ] {
      let page = await unit.post(Self.unit, Self.explained.merging(change) { $1 })
      #expect(page.status == 422 && page.text.contains(said), "\(change): \(page.text)")
    }
    #expect(try dossiers.world.store.dossierRequests(ended: 9).isEmpty)
    let keeper = try await dossiers.signIn()
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    for (change, said) in [
      (["quyet-dinh": ""], "chọn một việc"), (["ly-do": ""], "ghi lý do"),
      (["co-so": ""], "ghi văn bản"), (["h.y1": ""], "chọn ít nhất một hồ sơ"),
      (["h.y1": "x"], "đơn vị vừa sửa"),
    ] {
      let page = await keeper.post(Self.office, decision().merging(change) { $1 })
      #expect(page.status == 422 && page.text.contains(said), "\(change): \(page.text)")
    }
    #expect(try lines(dossiers).count == 2)
  }

  @Test func `a cause that the rules do not consider, or one that came late, is not accepted`()
    async throws
  {
    let dossiers = try await ClosingWorld()
    try dossiers.write(
      "dossiers/dossier-rules.yaml",
      ClosingWorld.rules.replacing(
        "  - {id: software, title",
        with: "  - {id: user, title: Thao tác sai, considered: no}\n  - {id: software, title"))
    let unit = try await dossiers.signIn("can-bo")
    let keeper = try await dossiers.signIn()
    let subjective = Self.explained.merging(["nguyen-nhan": "user"]) { $1 }
    #expect(await unit.get(Self.unit + "?ma=Y3").text.contains("quy định không xem xét"))
    #expect(await unit.post(Self.unit, subjective).status == 303)
    let page = await keeper.post(Self.office, decision())
    #expect(page.status == 422 && page.text.contains("quy định không xem xét nguyên nhân này"))
    #expect(await keeper.post(Self.office, decision("khong-chap-nhan")).status == 303)
    // The last minute, and the first one behind it.
    try dossiers.world.setTime(local: "2017-12-19T23:59:59")
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    try dossiers.world.setTime(local: "2017-12-20T00:00:00")
    let late = await unit.post(Self.unit, Self.corrected)
    #expect(late.status == 409 && late.text.contains("hết hạn giải trình"))
    #expect(await unit.get(Self.unit + "?ma=Y3").text.contains("hết hạn giải trình"))
    #expect(await keeper.post(Self.office, decision(rows: ["h.y2": "1"])).status == 303)
  }

  @Test func `what was accepted and does not count is told as it counts`() async throws {
    let dossiers = try await ClosingWorld()
    try dossiers.write(
      "dossiers/explanations.csv", ClosingWorld.explanations.replacing("11-20", with: "12-20"))
    let unit = try await dossiers.signIn("can-bo")
    let page = await unit.get(Self.unit).text
    #expect(page.contains("Trễ hạn (2)") && page.contains("không được chấp nhận"), "\(page)")
    let keeper = try await dossiers.signIn()
    #expect(await keeper.get(Self.office).text.contains("không được chấp nhận"))
    // Warnings that were there before are not of the decision that is tried.
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    let shown = await keeper.post(Self.office, decision("chap-nhan", "thu")).text
    #expect(shown.contains("2 → 1") && !shown.contains("cảnh báo"), "\(shown)")
  }

  @Test func `nobody decides about their own office's dossiers`() async throws {
    let dossiers = try await ClosingWorld()
    try dossiers.write(
      "dossiers/explanations.csv", ClosingWorld.explanations + "N2,software,CV 9,2017-12-01,,\n")
    try dossiers.write(
      "dossiers/motcua.csv",
      ClosingWorld.export.replacing("2017-12-20T17:00,,", with: "2017-12-05T17:00,,"))
    let organiser = try await dossiers.signIn("to-chuc")
    for choice in ["chap-nhan", "khong-chap-nhan"] {
      let own = await organiser.post(Self.office, decision(choice, "ghi", ["h.b.N2": "0"]))
      #expect(own.status == 422 && own.text.contains("của cơ quan mình"), "\(own.text)")
    }
    let keeper = try await dossiers.signIn()
    #expect(await keeper.post(Self.office, decision(rows: ["h.b.N2": "0"])).status == 303)
  }

  @Test func `nothing that is typed ends a cell or a row of the tables`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    let evidence = "=1\"\u{301},\u{600}\"x;\"\""
    let form = Self.explained.merging(["tai-lieu": evidence]) { $1 }
    #expect(await unit.post(Self.unit, form).status == 303)
    let keeper = try await dossiers.signIn()
    let done = await keeper.post(Self.office, decision())
    #expect(done.status == 303, "\(done.text)")
    #expect(try lines(dossiers).count == 3)
    let ledger = try await dossiers.world.keeper.snapshot().loaded.ledger().ledger
    #expect(ledger?.count.records.explanations.last?.evidence == evidence)
  }

  @Test func `nobody reads or explains another unit's dossiers`() async throws {
    let dossiers = try await ClosingWorld()
    let other = try await dossiers.signIn("so-do")
    for path in [Self.unit, Self.unit + "?ma=Y3", Self.unit + "/tep"] {
      #expect(await other.get(path).status == 403, "\(path)")
      #expect(await dossiers.world.get(path).status == 303, "to sign in")
    }
    #expect(await other.post(Self.unit, Self.explained).status == 403)
    // A dossier of another unit, under one's own address.
    #expect(await other.get("/don-vi/so-do/ho-so-tthc?ma=Y3").status == 404)
    #expect(await other.post("/don-vi/so-do/ho-so-tthc", Self.explained).status == 400)
    let unit = try await dossiers.signIn("can-bo")
    for dossier in ["Y9", "Y3'--", "../../x", "<b>", ""] {
      let form = Self.explained.merging(["ma": dossier]) { $1 }
      #expect(await unit.post(Self.unit, form).status == 400, "\(dossier)")
    }
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    for login in [
      "can-bo", "thu-truong", "so-do", "giup-viec", "hoi-dong", "kiem-tra", "uy-ban", "giu-so",
    ] {
      let browser = try await dossiers.signIn(login)
      #expect(await browser.post(Self.office, decision()).status == 403, "\(login)")
    }
    for login in ["can-bo", "so-do", "hoi-dong", "giu-so"] {
      #expect(await (try dossiers.signIn(login)).get(Self.office).status == 403, "\(login)")
    }
    for login in ["giup-viec", "kiem-tra"] {
      let page = await (try dossiers.signIn(login)).get(Self.office)
      #expect(page.status == 200 && !page.text.contains("type=\"checkbox\""), "\(login)")
    }
    let keeper = try await dossiers.signIn()
    #expect(await keeper.get(Self.unit + "?ma=Y3").status == 200)
    #expect(await keeper.post(Self.unit, Self.explained).status == 403, "not in its name")
    let stolen = decision().merging(["token": unit.token]) { $1 }
    #expect(await dossiers.world.post(Self.office, stolen, cookie: keeper.cookie).status == 403)
    #expect(try lines(dossiers).count == 2)
  }

  @Test func `a round without records has no such pages`() async throws {
    let world = try await WebWorld()
    let unit = try await world.signIn("can-bo")
    #expect(await unit.get(Self.unit).status == 404)
    #expect(await unit.post(Self.unit, Self.explained).status == 404)
    #expect(await !unit.get("/don-vi/so-y-te").text.contains("ho-so-tthc"))
    #expect(await (try world.signIn("to-chuc")).get(Self.office).status == 404)
  }

  @Test func `the ledger goes home as the command prints it`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    let file = await unit.get(Self.unit + "/tep")
    #expect(file.header("content-disposition")?.contains("ho-so-tthc-so-y-te.csv") == true)
    let rows = file.text.split(whereSeparator: \.isNewline)
    #expect(rows.count == 3 && rows[1].contains("Y2") && rows[2].contains("Y3"), "\(file.text)")
  }

  @Test(arguments: ["vi", "en"])
  func `pages say what they should`(_ language: String) async throws {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    let keeper = try await dossiers.signIn()
    func page(_ response: WebResponse) -> String {
      response.text.replacing(keeper.token, with: "TOKEN").replacing(unit.token, with: "TOKEN")
    }
    let ask = "lang=\(language)"
    #expect(await unit.post(Self.unit, Self.explained).status == 303)
    expectGolden(page(await unit.get("\(Self.unit)?\(ask)")), "dossiers.\(language).html")
    expectGolden(page(await unit.get("\(Self.unit)?ma=Y3&\(ask)")), "dossier.\(language).html")
    let shown = await keeper.post("\(Self.office)?\(ask)", decision("chap-nhan", "thu"))
    expectGolden(page(shown), "dossier-requests.\(language).html")
  }
}
