import EventLog
import Foundation
import Grading
import Reports
import TestSupport
import Testing

@testable import Web

/// Appraisal, the council and publication through the API.
@Suite struct APIAppraisalTests {
  private static let matter = "/matters/so-noi-vu/1.1.2"

  private func world(_ local: String = "2017-12-22T08:00:00") async throws -> WebWorld {
    try await WebWorld(at: local)
  }

  private func points(
    _ points: String, seen: Int, _ more: (String, JSONValue)...
  ) -> JSONValue {
    .object(
      [
        .init(key: "decision", value: "setPoints"), .init(key: "points", value: .string(points)),
        .init(key: "ground", value: "dat-mot-phan"), .init(key: "text", value: "Thiếu biên bản"),
        .init(key: "seen", value: .whole(seen)),
      ] + more.map { .init(key: $0.0, value: $0.1) })
  }

  private func seen(_ program: Program) async throws -> Int {
    try #require(try await program.get(Self.matter)["seen"]?.whole)
  }

  @Test func `a dry run shows the effect and writes nothing; recorded twice is one event`()
    async throws
  {
    let world = try await world()
    let program = try world.program("giup-viec")
    let matter = try await program.get(Self.matter)
    #expect(matter["choices", "0"] == "accept" && matter["inputs", "planned"] != nil)
    let number = try await seen(program)
    let trial = try await program.post(
      Self.matter + "/decisions", points("2.5", seen: number, ("dryRun", true)))
    #expect(trial["outcome"] == "trial" && trial["trial", "allowed"] == true)
    #expect(trial["trial", "items", "0", "before", "points"] == "3")
    #expect(trial["trial", "items", "0", "after", "points"] == "2.5")
    #expect(try world.events(of: "so-noi-vu").count == 1)
    let done = try await program.post(Self.matter + "/decisions", points("2.5", seen: number))
    #expect(done["outcome"] == "recorded" && done["event"] == 5)
    let again = try await program.post(Self.matter + "/decisions", points("2.5", seen: number))
    #expect(again["event"] == 5)
    let content = try #require(try world.events(of: "so-noi-vu").last).content
    #expect(content.decision == .setPoints && content.to == .text("2.5"))
    #expect(content.author == "to-giup-viec/01" && content.ground == "dat-mot-phan")
    #expect(try world.events(of: "so-noi-vu").count == 2)
    // Somebody who has not seen it is told, and nothing is written.
    let other = try world.program("giup-viec-2")
    let late = try await other.post(Self.matter + "/decisions", points("2.75", seen: number))
    #expect(late.status == 409 && late.code == "conflict" && late["current", "seen"] == 5)
    let browser = try await world.signIn("giup-viec-2")
    #expect(await browser.get("/tham-dinh/so-noi-vu/1.1.2").text.contains("Thiếu biên bản"))
  }

  @Test func `what cannot be meant is told at its place`() async throws {
    let world = try await world()
    let program = try world.program("giup-viec")
    for (body, faults) in [
      (["decision": "setPoints", "seen": 4], ["/points: cannot-be-meant"]),
      (["decision": "setInputs", "seen": 4], ["/decision: cannot-be-meant"]),
      (
        ["decision": "setInputs", "seen": 4, "inputs": ["khac": "1"]],
        ["/inputs/khac: unknown-input"]
      ),
      (
        ["decision": "rejectEvidence", "seen": 4, "documents": ["khong-co"]],
        ["/documents/0: unknown-document"]
      ), (["decision": "askExplanation", "seen": 4], ["/text: cannot-be-meant"]),
    ] as [(JSONValue, [String])] {
      let answer = try await program.post(Self.matter + "/decisions", body)
      #expect(answer.status == 422 && answer.faults == faults, "\(body)")
    }
    let beyond = try await program.post(
      Self.matter + "/decisions",
      ["decision": "setPoints", "points": "99", "seen": 4, "ground": "dat-mot-phan", "text": "x"])
    #expect(beyond.status == 409 && beyond.code == "procedure-refused")
    #expect(beyond["rule"]?.text?.isEmpty == false && beyond["move"]?.text?.isEmpty == false)
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `a large change waits for a second approver, who is somebody else`() async throws {
    let world = try await world()
    let (one, two) = (try world.program("giup-viec"), try world.program("giup-viec-2"))
    let decisions = Self.matter + "/decisions"
    let refused = try await one.post(decisions, points("1", seen: 4))
    #expect(refused.status == 409 && refused["current", "needsApprover"] == true)
    let proposed = try await one.post(decisions, points("1", seen: 4, ("propose", true)))
    #expect(proposed["outcome"] == "proposed" && proposed["proposal"] == 1)
    #expect(try await one.get(Self.matter)["proposal"] == 1)
    let own = try await one.get("/proposals/1")
    #expect(own["acts"] == ["withdraw"] && own["proposal", "own"] == true)
    #expect(try await one.post("/proposals/1/settlement", ["act": "approve"]).status == 403)
    #expect(try await two.post("/proposals/1/settlement", ["act": "withdraw"]).status == 403)
    let seen = try await two.get("/proposals/1")
    #expect(seen["acts"] == ["approve", "giveBack"] && seen["trial", "allowed"] == true)
    let done = try await two.post("/proposals/1/settlement", ["act": "approve"])
    #expect(done["state"] == "approved" && done["event"] == 5)
    let again = try await two.post("/proposals/1/settlement", ["act": "giveBack"])
    #expect(again["state"] == "approved")
    let content = try #require(try world.events(of: "so-noi-vu").last).content
    #expect(content.approver == "to-giup-viec/02" && content.author == "to-giup-viec/01")
    #expect(try await two.get("/proposals")["closed", "0", "number"] == 1)
    #expect(try await two.get("/proposals/2").status == 404)
  }

  @Test func `the unit answers what it is asked, once`() async throws {
    let world = try await world()
    let program = try world.program("giup-viec")
    let asked = try await program.post(
      Self.matter + "/decisions",
      ["decision": "askExplanation", "text": "Biên bản đâu?", "seen": 4, "due": "2018-01-08T17:00"])
    #expect(asked["outcome"] == "recorded")
    try world.setTime(local: "2018-01-05T08:00:00")
    let head = try world.program("thu-truong-so")
    let request = try await head.get("/units/so-noi-vu/requests")["requests"]?.elements.first
    #expect(request?["item"] == "1.1.2" && request?["due"] == "2018-01-08T17:00")
    let number = try #require(request?["number"])
    #expect(number == asked["event"])
    let path = "/units/so-noi-vu/items/1.1.2/explanations"
    let strange = try await head.post(
      path, ["request": number, "text": "Gửi kèm", "documents": ["khong-co"]])
    #expect(strange.status == 422 && strange.faults == ["/documents/0: unknown-document"])
    let officer = try await world.program("can-bo-so").post(path, ["request": number, "text": "x"])
    #expect(officer.status == 403)
    let answer: JSONValue = ["request": number, "text": "Gửi kèm"]
    let done = try await head.post(path, answer)
    #expect(done["event"] == 6)
    #expect(try await head.post(path, answer)["event"] == 6)
    let other = try await head.post(path, ["request": number, "text": "khác"])
    #expect(other.status == 409 && other.code == "conflict")
    #expect(try world.events(of: "so-noi-vu").last?.content.text == "Gửi kèm")
    let wrong = try await head.post(path, ["request": 1, "text": "khác"])
    #expect(wrong.status == 409 && wrong.code == "procedure-refused")
  }

  @Test func `the work is by state, unit and order, as in the page`() async throws {
    let world = try await world()
    let program = try world.program("giup-viec")
    func rows(_ query: String) async throws -> [String] {
      try await program.get("/work?\(query)")["rows"]?.elements.map {
        "\($0["unit"]?.text ?? "") \($0["item"]?.text ?? "") \($0["state"]?.text ?? "")"
      } ?? []
    }
    let all = try await rows("")
    #expect(all.count == 4 && all.allSatisfy { $0.hasSuffix("untouched") })
    _ = try await program.post(
      Self.matter + "/decisions", ["decision": "accept", "seen": 4])
    #expect(try await rows("state=decided") == ["so-noi-vu 1.1.2 decided"])
    #expect(try await rows("state=untouched").count == 3)
    #expect(try await rows("unit=huyen-dong").count == 1)
    #expect(try await rows("block=so&order=item").count == 3)
    #expect(try await program.get("/work?page=9")["page"] == 1)
  }

  @Test func `a meeting is recorded once, of members of the council`() async throws {
    let world = try await world("2018-01-10T08:00:00")
    let program = try world.program("hoi-dong")
    let council = try await program.get("/council")
    #expect(council["members", "0", "id"] == "hoi-dong/01")
    let seen = try #require(council["seen"])
    let nobody = try await program.post("/council/meetings", ["present": [], "seen": seen])
    #expect(nobody.status == 422 && nobody.faults == ["/present: nobody-present"])
    let strange = try await program.post(
      "/council/meetings", ["present": ["hoi-dong/01", "ubnd-tinh"], "seen": seen])
    #expect(strange.status == 422)
    let meeting: JSONValue = [
      "present": ["hoi-dong/01", "hoi-dong/02"], "seen": seen, "text": "Họp lần một",
    ]
    let done = try await program.post("/council/meetings", meeting)
    #expect(done["event"] == 5)
    #expect(try await program.post("/council/meetings", meeting)["event"] == 5)
    #expect(try await program.get("/council")["meetings", "0", "text"] == "Họp lần một")
    let other = try await program.post(
      "/council/meetings", ["present": ["hoi-dong/03"], "seen": seen])
    #expect(other.status == 409)
  }

  @Test func `a lock is tried, then recorded, then opened again with a ground`() async throws {
    let world = try await world("2018-01-16T08:00:00")
    let program = try world.program("to-chuc")
    let seen = try #require(try await program.get("/publication")["seen"])
    let path = "/publication/locks"
    let trial = try await program.post(
      path, ["unit": "xa-mot", "text": "Đã đủ", "seen": seen, "dryRun": true])
    #expect(trial["event"] == .null && trial["trial", "what", "0"] != nil)
    let done = try await program.post(path, ["unit": "xa-mot", "text": "Đã đủ", "seen": seen])
    #expect(trial["trial", "allowed"] == .boolean(done.status == 200), "\(done.response.text)")
    let strange = try await program.post(path, ["unit": "khong-co", "text": "x", "seen": seen])
    #expect([403, 422].contains(strange.status))
    let issued = try await program.post("/publication/steps", ["state": "issued", "seen": seen])
    #expect(issued.status == 403 && issued["rule"] != nil)
    let decider = try await world.program("uy-ban").post(
      "/publication/steps", ["state": "issued", "seen": seen, "basis": "1/QĐ-UBND"])
    #expect(decider.status == 409 && decider.code == "procedure-refused")
  }
}
