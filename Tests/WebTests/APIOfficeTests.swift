import EventLog
import Foundation
import Reports
import TestSupport
import Testing

@testable import Web

/// Through the API: deadlines are moved, points of the agenda decided together, and corrections that
/// move an item far wait for a second person.
@Suite struct APIOfficeTests {
  @Test func `a deadline is tried, moved, and stands in round.yaml`() async throws {
    let world = try await WebWorld(at: "2017-12-21T08:00:00")
    let organiser = try world.program("to-chuc")
    let listed = try await organiser.get("/setup/deadlines")
    let seen = try #require(listed["seen"])
    let claim = try #require(
      listed["deadlines"]?.elements.first { $0["name"] == "buoc.self-assessment" })
    #expect(claim["bound"] == "through" && claim["moment"] == "2017-12-20T17:00")
    func move(_ moment: String, dry: Bool = false) -> JSONValue {
      [
        "name": "buoc.self-assessment", "bound": "through", "moment": .string(moment),
        "text": "Bão số 16", "basis": "15/TB-SNV", "seen": seen, "dryRun": .boolean(dry),
      ]
    }
    let tried = try await organiser.post("/setup/deadlines", move("2017-12-25T17:00", dry: true))
    #expect(tried.status == 200 && tried["event"] == .null, "\(tried.response.text)")
    #expect(tried.response.text.contains("Thêm thời gian cho 4 nơi chưa nộp"))
    let done = try await organiser.post("/setup/deadlines", move("2017-12-25T17:00"))
    #expect(done.status == 200 && done["event"] != .null, "\(done.response.text)")
    let text = try String(contentsOfFile: world.home.path("ky/round.yaml"), encoding: .utf8)
    #expect(text.contains("through: 2017-12-25T17:00"))
    let past = try await organiser.post("/setup/deadlines", move("2017-12-20"))
    #expect(past.status == 422 && past.faults == ["/moment: cannot-be-meant"])
    for login in ["can-bo", "hoi-dong", "kiem-tra", "giu-so"] {
      let forged = try await world.program(login).post("/setup/deadlines", move("2017-12-26"))
      #expect(forged.status == 403, "\(login)")
    }
  }

  @Test func `the council decides points of its agenda together`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    for (item, points) in [("1.1.1", "0,5"), ("1.1.2", "2,25")] {
      let path = "/tham-dinh/so-noi-vu/\(item)"
      let put = await organiser.post(
        path,
        [
          "quyet-dinh": "trinh", "diem": points, "ly-do": "Còn ý kiến", "buoc": "ghi",
          "seen": try await organiser.seen(path),
        ])
      #expect(put.status == 303)
    }
    let meeting = ["p.hoi-dong/01": "1", "p.hoi-dong/02": "1", "seen": "6", "ly-do": "Họp"]
    #expect(await organiser.post("/hoi-dong/phien-hop", meeting).status == 303)
    let council = try world.program("hoi-dong")
    let before = try await council.get("/council")
    let events = (before["agenda"]?.elements ?? []).compactMap { $0["event"]?.whole }
    #expect(events == [5, 6])
    func decision(_ points: JSONValue, dry: Bool = false) throws -> JSONValue {
      [
        "decisions": [
          ["event": 5, "decision": "standing"],
          ["event": 6, "decision": "points", "points": points],
        ], "ground": "hoi-dong", "text": "Thống nhất", "basis": "02/BB-HĐ",
        "votes": ["for": 2, "against": 0, "abstaining": 0],
        "seen": try #require(before["seen"]), "dryRun": .boolean(dry),
      ]
    }
    let tried = try await council.post("/council/decisions", decision("2.5", dry: true))
    #expect(tried.status == 200 && tried["recorded"] == .whole(0), "\(tried.response.text)")
    #expect(tried["trial"] != .null)
    for _ in 0..<2 {
      let done = try await council.post("/council/decisions", decision("2.5"))
      #expect(done.status == 200 && done["recorded"] == .whole(2), "\(done.response.text)")
    }
    let decided = try world.events(of: "so-noi-vu").filter { $0.content.kind == .decided }
    #expect(decided.count == 2, "sent twice")
    let none = try await council.post(
      "/council/decisions", ["decisions": [["event": 5, "decision": "points"]], "seen": 9])
    #expect(none.status == 422 && none.faults == ["/decisions/0/points: cannot-be-meant"])
  }

  @Test func `a correction that moves an item far waits, and somebody else approves it`()
    async throws
  {
    let world = try await WebWorld()
    #expect(await (try await world.signIn("thu-truong")).handIn("so-y-te").status == 303)
    try world.setTime(local: "2017-12-22T08:00:00")
    let path = "/disputes/so-y-te/dossiers.late"
    let organiser = try world.program("to-chuc")
    let decision: JSONValue = [
      "decision": "other", "value": "40", "ground": "dat-mot-phan", "text": "Sổ ghi thiếu",
      "basis": "15/BC", "propose": true, "seen": 5,
    ]
    let council = try world.program("hoi-dong")
    #expect(try await council.get(path).status == 403)
    let sent = try await organiser.post(path + "/decisions", decision)
    #expect(sent.status == 200 && sent["proposal"] == .whole(1), "\(sent.response.text)")
    #expect(try await organiser.get(path)["proposal", "state"] == "open")
    let approval: JSONValue = ["proposal": 1, "act": "approve"]
    #expect(try await organiser.post(path + "/settlement", approval).status == 403, "their own")
    let unsaid = try await council.post(path + "/settlement", ["proposal": 1, "act": "giveBack"])
    #expect(unsaid.status == 422 && unsaid.faults == ["/text: no-reason"])
    let strange = try await council.post(path + "/settlement", ["proposal": 9, "act": "approve"])
    #expect(strange.status == 422 && strange.faults == ["/proposal: unknown-proposal"])
    let done = try await council.post(path + "/settlement", approval)
    #expect(done.status == 200 && done["state"] == "approved" && done["event"] == .whole(6))
    let event = try #require(try world.events(of: "so-y-te").last?.content)
    #expect(event.kind == .corrected && event.approver == "hoi-dong/01")
  }
}
