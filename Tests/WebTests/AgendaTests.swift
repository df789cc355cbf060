import EventLog
import Foundation
import TestSupport
import Testing

@testable import Web

/// The council decides several points of its agenda in one form, all or none.
@Suite struct AgendaTests {
  private static let path = "/hoi-dong/quyet-dinh"
  private static let items = ["1.1.1", "1.1.2", "1.2"]

  /// Three items are on the agenda, by events 5 to 7, and the council met, by event 8.
  private func world() async throws -> (WebWorld, Browser, Browser) {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    for (item, points) in zip(Self.items, ["0,5", "2,25", "0"]) {
      let path = "/tham-dinh/so-noi-vu/\(item)"
      let put = await organiser.post(
        path,
        [
          "quyet-dinh": "trinh", "diem": points, "ly-do": "Còn ý kiến <khác>", "buoc": "ghi",
          "seen": try await organiser.seen(path),
        ])
      #expect(put.status == 303)
    }
    let meeting = ["p.hoi-dong/01": "1", "p.hoi-dong/02": "1", "seen": "7", "ly-do": "Họp"]
    #expect(await organiser.post("/hoi-dong/phien-hop", meeting).status == 303)
    return (world, organiser, try await world.signIn("hoi-dong"))
  }

  private func form(_ change: [String: String] = [:], step: String = "ghi") -> [String: String] {
    [
      "n.5": "1", "q.5": "giu-tham-dinh", "n.6": "1", "q.6": "cho-diem", "d.6": "2,5", "n.7": "1",
      "q.7": "giu-tu-cham", "can-cu": "hoi-dong", "ly-do-quyet-dinh": "Thống nhất",
      "co-so-quyet-dinh": "02/BB-HĐ", "tan-thanh": "2", "khong-tan-thanh": "0", "seen": "8",
      "buoc": step,
    ].merging(change) { $1 }
  }

  private func decisions(_ world: WebWorld) throws -> [EventContent] {
    try world.events(of: "so-noi-vu").map(\.content).filter { $0.kind == .decided }
  }

  @Test func `several are tried together, then recorded together, once`() async throws {
    let (world, _, council) = try await world()
    let page = await council.get("/hoi-dong").text
    #expect(page.contains("name=\"n.5\"") && page.contains("name=\"d.7\""))
    #expect(page.contains("chỉ số 100,00 → 92,50"), "each proposal's own effect")
    let trial = await council.post(Self.path, form(step: "thu"))
    #expect(trial.status == 200, "\(trial.text)")
    #expect(trial.text.contains("3,00 → 2,50") && trial.text.contains("100,00 → 95,00"))
    #expect(
      trial.text.contains("value=\"ghi\"") && trial.text.contains("name=\"d.6\" value=\"2,5\""))
    #expect(try decisions(world).isEmpty, "nothing is written")
    for _ in 0..<2 {
      let done = await council.post(Self.path, form())
      #expect(done.status == 303, "\(done.text)")
      #expect(done.header("location") == "/hoi-dong?da-quyet=3")
    }
    let events = try decisions(world)
    #expect(events.count == 3, "sent twice")
    #expect(events.map(\.subject) == Self.items.map(EventSubject.item))
    #expect(events.map(\.decision) == [.accept, .setPoints, .setPoints])
    #expect(events.allSatisfy { $0.vote == EventVote(inFavour: 2, against: 0, abstaining: 0) })
    #expect(events.allSatisfy { $0.text == "Thống nhất" && $0.basis == "02/BB-HĐ" })
    #expect(events.allSatisfy { $0.author == "hoi-dong/01" && !$0.isBeyondRule })
    #expect(await council.get("/hoi-dong").text.contains("Chưa có nội dung nào được trình"))
  }

  @Test func `one that cannot be leaves all unrecorded`() async throws {
    let (world, _, council) = try await world()
    for (change, status, words) in [
      (["q.6": ""], 422, "chọn một việc"), (["d.6": "hai"], 422, "ghi một số"),
      (["d.6": "9"], 409, "ngoài"), (["tan-thanh": ""], 409, "biểu quyết"),
      (["tan-thanh": "1"], 409, "1 trên 2 thành viên có mặt tán thành"),
      (["n.5": "", "n.6": "", "n.7": ""], 422, "ít nhất một"),
      (["can-cu": ""], 409, "căn cứ"),
    ] {
      let answer = await council.post(Self.path, form(change))
      #expect(answer.status == status, "\(change)")
      #expect(answer.text.contains(words), "\(change): \(answer.text)")
    }
    #expect(await council.post(Self.path, form(["seen": "99"])).status == 400)
    #expect(try decisions(world).isEmpty)
  }

  @Test func `what somebody else decided meanwhile is shown, and nothing is written`() async throws
  {
    let (world, _, council) = try await world()
    let item = "/tham-dinh/so-noi-vu/1.2"
    let alone = await council.post(
      item,
      [
        "quyet-dinh": "chap-nhan", "can-cu": "hoi-dong", "tan-thanh": "2", "buoc": "ghi",
        "seen": try await council.seen(item),
      ])
    #expect(alone.status == 303, "\(alone.text)")
    let late = await council.post(Self.path, form())
    #expect(late.status == 409 && late.text.contains("Vừa có việc khác được ghi"))
    #expect(try decisions(world).count == 1)
    // Without it the rest goes on.
    #expect(await council.post(Self.path, form(["n.7": ""])).status == 303)
    #expect(try decisions(world).count == 3)
  }

  @Test func `who is not of the council decides nothing, and nobody what is not there`()
    async throws
  {
    let (world, organiser, council) = try await world()
    for login in [
      "can-bo", "thu-truong-so", "giup-viec", "giup-viec-huyen", "uy-ban", "kiem-tra", "giu-so",
      "hoi-dong-huyen",
    ] {
      let browser = try await world.signIn(login)
      #expect(await browser.post(Self.path, form()).status == 403, "\(login)")
      #expect(await !browser.get("/hoi-dong").text.contains("name=\"n.5\""), "\(login)")
    }
    #expect(await organiser.post(Self.path, form()).status == 403)
    for mark in ["n.999", "n.2", "n.0", "n.x", "n.05", "n.-5"] {
      #expect(await council.post(Self.path, form([mark: "1"])).status == 403, "\(mark)")
    }
    #expect(await world.post(Self.path, form(), cookie: council.cookie).status == 403)
    let cross = await council.post(Self.path, form(), headers: ["origin": "https://khac.vn"])
    #expect(cross.status == 403)
    #expect(await council.get(Self.path).status == 303)
    #expect(try decisions(world).isEmpty)
  }

  @Test func `without a stage of the council no form is offered`() async throws {
    let (world, _, council) = try await world()
    try world.setTime(local: "2018-01-16T00:00:00")
    let page = await council.get("/hoi-dong").text
    #expect(page.contains("đã hết hạn") && !page.contains("name=\"n.5\""))
    #expect(await council.post(Self.path, form()).status == 409)
    #expect(try decisions(world).isEmpty)
  }

  @Test(arguments: ["vi", "en"])
  func `the page says what all of it would change`(_ language: String) async throws {
    let (_, _, council) = try await world()
    let page = await council.post(Self.path + "?lang=\(language)", form(step: "thu"))
    expectGolden(
      page.text.replacing(council.token, with: "TOKEN"), "agenda.\(language).html")
  }
}
