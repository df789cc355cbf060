import Diagnostics
import DossierCounting
import EventLog
import Foundation
import Grading
import Loading
import TestSupport
import Testing

@testable import Web

/// Sở Nội vụ moves a deadline, also after units handed in.
@Suite struct DeadlineTests {
  private static let path = "/ky-danh-gia/thoi-han"
  private static let why = ["co-so-doi-han": "15/TB-SNV", "ly-do-doi-han": "Bão số 16"]

  private func form(
    _ place: String, _ moment: String, step: String = "thu", bound: String = "through",
    seen: String = "0", why: [String: String] = why
  ) -> [String: String] {
    [
      "thoi-han": place, "moc": moment, "cach-tinh": bound, "buoc": step, "seen": seen,
    ].merging(why) { own, _ in own }
  }

  private func text(_ world: WebWorld) throws -> String {
    try String(contentsOfFile: world.home.path("ky/round.yaml"), encoding: .utf8)
  }

  private func log(_ world: WebWorld) -> [RoundEvent] {
    LogReader(world.home.path("ky/events.jsonl")).events().events
  }

  @Test func `after hand-ins the deadline moves, and what was in time stays so`() async throws {
    let world = try await WebWorld(at: "2017-12-21T08:00:00")
    let (old, before) = (try text(world), try await world.keeper.snapshot())
    let organiser = try await world.signIn("to-chuc")
    let head = try await world.signIn("thu-truong")
    #expect(await head.post("/don-vi/so-y-te/nop", ["seen": "x"]).status == 403, "it is too late")
    #expect(await organiser.get("/ky-danh-gia").text.contains("đến 17:00 ngày 20/12/2017"))
    let seen = try await organiser.seen("/ky-danh-gia")
    let shown = await organiser.post(
      Self.path, form("buoc.self-assessment", "25/12/2017 17:00", seen: seen))
    #expect(shown.status == 200, "\(shown.text)")
    #expect(shown.text.contains("Bước đã hết hạn được mở lại."))
    #expect(shown.text.contains("Thêm thời gian cho 4 nơi chưa nộp"))
    #expect(shown.text.contains("Bước “Thẩm định” mở từ 21/12/2017"))
    #expect(try text(world) == old && log(world).count == 4)
    let done = await organiser.post(
      Self.path, form("buoc.self-assessment", "25/12/2017 17:00", step: "ghi", seen: seen))
    #expect(done.status == 303, "\(done.text)")
    #expect(
      try text(world)
        == old.replacing("through: 2017-12-20T17:00", with: "through: 2017-12-25T17:00")
    )
    let event = try #require(log(world).last?.content)
    #expect(event.kind == .replaced && event.files.keys.sorted() == ["round.yaml"])
    #expect(event.basis == "15/TB-SNV" && event.text == "Bão số 16")
    let after = try await world.keeper.snapshot()
    #expect(after.round.units.map(\.totals) == before.round.units.map(\.totals))
    #expect(
      after.round.units.map(\.record.assessment.submittedAt)
        == before.round.units.map(\.record.assessment.submittedAt))
    let loading = loadRound(world.home.path("ky"))
    #expect(loading.diagnostics.allSatisfy { $0.code != .fileChangedSince }, "the log has it")
    #expect(await head.handIn("so-y-te").status == 303, "there is time again")
    let again = await organiser.post(
      Self.path, form("buoc.self-assessment", "25/12/2017 17:00", step: "ghi", seen: seen))
    #expect(again.status == 422 && again.text.contains("hạn đang là mốc này"))
  }

  @Test func `dossiers are explained, and count, by the deadline that was moved`() async throws {
    let dossiers = try await ClosingWorld(at: "2017-12-20T08:00:00")
    let world = dossiers.world
    let own = world.home.path("ky/dossiers/records.yaml")
    let records = try String(contentsOfFile: own, encoding: .utf8)
    let unit = try await dossiers.signIn("can-bo")
    let said = [
      "ma": "Y3", "viec": "giai-trinh", "nguyen-nhan": "software", "xong-luc": "",
      "noi-dung": "Phần mềm treo", "tai-lieu": "Phiếu 7",
    ]
    let dossier = "/don-vi/so-y-te/ho-so-tthc"
    #expect(await unit.get(dossier).text.contains("19/12/2017"))
    #expect(await unit.post(dossier, said).status != 303, "it is too late")
    let organiser = try await world.signIn("to-chuc")
    let seen = try await organiser.seen("/ky-danh-gia")
    let form = form(
      "moc.dossier_explanations", "22/12/2017", step: "ghi", bound: "before", seen: seen)
    let done = await organiser.post(Self.path, form)
    #expect(done.status == 303, "\(done.text)")
    let line = "explanations_until: {before: 2017-12-22}\n"
    #expect(try String(contentsOfFile: own, encoding: .utf8) == records + line)
    #expect(try text(world).contains("dossier_explanations: {before: 2017-12-22}"))
    #expect(
      log(world).last?.content.files.keys.sorted() == ["dossiers/records.yaml", "round.yaml"])
    let after = try await world.keeper.snapshot()
    #expect(
      after.diagnostics.allSatisfy {
        $0.code != .ruleMismatch || !$0.primary.span.file.path.hasSuffix("round.yaml")
      })
    #expect(await unit.get(dossier).text.contains("21/12/2017"))
    #expect(await unit.post(dossier, said).status == 303)
    let keeper = try await dossiers.signIn()
    #expect(await keeper.get("/so-lieu/giai-trinh").text.contains("Phần mềm treo"))
    let decision = [
      "quyet-dinh": "chap-nhan", "ly-do": "Đã rà soát", "co-so": "12/BC", "buoc": "ghi",
      "h.y1": "1",
    ]
    #expect(await keeper.post("/so-lieu/giai-trinh", decision).status == 303)
    let ledger = try #require(try await world.keeper.snapshot().loaded.ledger().ledger)
    #expect(ledger.count.count.units.map { $0.value(.late) }.reduce(0, +) == 0)
  }

  @Test func `a deadline that dossiers do not count by is brought together with theirs`()
    async throws
  {
    let dossiers = try await ClosingWorld(at: "2017-12-18T08:00:00")
    let world = dossiers.world
    let organiser = try await world.signIn("to-chuc")
    func move(_ moment: String) async throws -> WebResponse {
      let seen = try await organiser.seen("/ky-danh-gia")
      return await organiser.post(
        Self.path,
        form("moc.dossier_explanations", moment, step: "ghi", bound: "before", seen: seen))
    }
    #expect(try await move("20/12/2017").status == 422, "it is this already, for both")
    let records = world.home.path("ky/dossiers/records.yaml")
    let plain = try String(contentsOfFile: records, encoding: .utf8)
    try dossiers.write(
      "dossiers/records.yaml", plain + "explanations_until: {before: 2017-12-19}\n")
    await world.keeper.forget()
    let done = try await move("20/12/2017")
    #expect(done.status == 303, "\(done.text)")
    #expect(
      try String(contentsOfFile: records, encoding: .utf8)
        == plain + "explanations_until: {before: 2017-12-20}\n")
    #expect(log(world).last?.content.files.keys.sorted() == ["dossiers/records.yaml"])
  }

  @Test func `as of a moment before it the earlier deadline counts`() async throws {
    let world = try await WebWorld(at: "2017-12-19T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let seen = try await organiser.seen("/ky-danh-gia")
    let done = await organiser.post(
      Self.path, form("buoc.self-assessment", "2017-12-22", step: "ghi", seen: seen))
    #expect(done.status == 303, "\(done.text)")
    var options = RoundOptions()
    options.asOf = EventTime(parsing: "2017-12-19T07:59:59")
    let past = try #require(loadRound(world.home.path("ky"), options: options).loaded)
    #expect(past.setting.plan.claimDeadline?.isoText == "2017-12-20T17:00")
    let now = try await world.keeper.snapshot()
    #expect(now.plan.claimDeadline?.isoText == "2017-12-22")
  }

  @Test func `what cannot be meant is told, and nothing is written`() async throws {
    let world = try await WebWorld(at: "2017-12-15T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let old = try text(world)
    let seen = try await organiser.seen("/ky-danh-gia")
    for (place, moment, status, words) in [
      ("buoc.self-assessment", "15/12/2017 07:59", 422, "sau lúc này"),
      ("buoc.self-assessment", "14/12/2017", 422, "sau lúc này"),
      ("buoc.self-assessment", "32/12/2017", 422, "ghi ngày giờ"),
      ("buoc.self-assessment", "20/12/2017 17:00", 422, "đang là mốc này"),
      ("buoc.khong-co", "25/12/2017", 422, "chọn một thời hạn"),
      ("../round", "25/12/2017", 422, "chọn một thời hạn"),
      ("buoc.appraisal-1", "20/12/2017 17:00", 409, "không sau hạn của bước"),
      ("buoc.council", "07/01/2018", 409, "hết hạn trước bước"),
    ] {
      let answer = await organiser.post(
        Self.path, form(place, moment, step: "ghi", seen: seen))
      #expect(answer.status == status && answer.text.contains(words), "\(place) \(moment)")
    }
    let bare = await organiser.post(
      Self.path, form("buoc.council", "20/01/2018", step: "ghi", seen: seen, why: [:]))
    #expect(bare.status == 409 && bare.text.contains("văn bản"), "\(bare.text)")
    #expect(
      await organiser.post(Self.path, form("buoc.council", "20/01/2018", seen: "x")).status == 400)
    // The minute after the one that the clock shows is later than now.
    let next = await organiser.post(
      Self.path, form("buoc.self-assessment", "15/12/2017 08:01", seen: seen))
    #expect(next.status == 200 && next.text.contains("Bớt thời gian"))
    let before = await organiser.post(
      Self.path, form("buoc.self-assessment", "15/12/2017 08:00", bound: "before", seen: seen))
    #expect(before.status == 422)
    #expect(try text(world) == old && log(world).count == 4)
  }

  @Test func `nobody else moves it, and not beside what was not seen`() async throws {
    let world = try await WebWorld(at: "2017-12-15T08:00:00")
    let sent = form("buoc.self-assessment", "25/12/2017", step: "ghi")
    for login in [
      "can-bo", "thu-truong", "giup-viec", "hoi-dong", "uy-ban", "giu-so", "kiem-tra",
    ] {
      let browser = try await world.signIn(login)
      #expect(await browser.post(Self.path, sent).status == 403, "\(login)")
      #expect(await !browser.get("/ky-danh-gia").text.contains("doi-han"), "\(login)")
    }
    let organiser = try await world.signIn("to-chuc")
    #expect(await world.post(Self.path, sent, cookie: organiser.cookie).status == 403)
    #expect(
      await organiser.post(Self.path, sent, headers: ["origin": "https://khac.vn"]).status == 403)
    #expect(await organiser.get(Self.path).status == 303)
    let seen = try await organiser.seen("/ky-danh-gia")
    let other = await organiser.post(
      Self.path, form("buoc.council", "20/01/2018", step: "ghi", seen: seen))
    #expect(other.status == 303, "\(other.text)")
    let late = await organiser.post(
      Self.path, form("buoc.self-assessment", "25/12/2017", step: "ghi", seen: seen))
    #expect(late.status == 409 && late.text.contains("Vừa có sự kiện khác"))
    #expect(log(world).count == 5)
  }

  @Test(arguments: ["vi", "en"])
  func `the page shows what would follow`(_ language: String) async throws {
    let world = try await WebWorld(at: "2017-12-21T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let page = await organiser.post(
      Self.path + "?lang=\(language)", form("buoc.self-assessment", "25/12/2017 17:00", seen: "1"))
    expectGolden(page.text.replacing(organiser.token, with: "TOKEN"), "deadline.\(language).html")
  }
}
