import EventLog
import Foundation
import Reports
import TestSupport
import Testing

@testable import Web

/// After publication, through the API: requests to reconsider, answers, amendments.
@Suite struct APIReconsiderationTests {
  private static let ask = "/units/so-noi-vu/reconsiderations"
  private static let amend = "/units/so-noi-vu/amendments"

  private func seen(_ program: Program) async throws -> JSONValue {
    try #require(try await program.get("/reconsiderations")["seen"])
  }

  @Test func `a request goes to its answer and an amendment, each by those whose move it is`()
    async throws
  {
    let world = try await ReconsiderationTests.published()
    let head = try world.program("thu-truong-so")
    let list = try await head.get("/reconsiderations")
    #expect(list["asks"] == "so-noi-vu" && list["amends"] == [] && list["requests"] == [])
    let request: JSONValue = [
      "item": "1.1.2", "text": "Đề nghị xem lại", "seen": try await seen(head),
    ]
    for login in [
      "can-bo-so", "giup-viec", "hoi-dong", "to-chuc", "kiem-tra", "uy-ban", "so-do", "giu-so",
    ] {
      #expect(try await world.program(login).post(Self.ask, request).status == 403, "\(login)")
    }
    let forged = try await head.post("/units/so-do/reconsiderations", request)
    #expect(forged.status == 403 && forged.code == "not-allowed", "of another unit")
    let strange = try await head.post(
      Self.ask, ["item": "9.9", "text": "x", "seen": try await seen(head)])
    #expect(strange.status == 422 && strange.code == "cannot-be-meant")
    let asked = try await head.post(Self.ask, request)
    #expect(try await head.post(Self.ask, request)["event"] == asked["event"], "sent twice")
    #expect(try world.events(of: "so-noi-vu").count == 2)
    let other = try await head.post(
      Self.ask, ["text": "Việc khác", "seen": try #require(list["seen"])])
    #expect(other.status == 409 && other["current", "seen"] == asked["event"])
    let stranger = try await world.program("so-do").get("/reconsiderations")
    #expect(stranger["requests"] == [], "its own business")

    let council = try world.program("hoi-dong")
    let found = try await council.get("/reconsiderations")
    #expect(
      found["requests", "0", "item"] == "1.1.2" && found["requests", "0", "canAnswer"] == true)
    let number = try #require(asked["event"]?.whole)
    let path = Self.ask + "/\(number)/answers"
    let answer: JSONValue = [
      "points": "2.5", "text": "Điểm chưa đúng", "seen": try await seen(council),
    ]
    for login in ["thu-truong-so", "to-chuc", "giup-viec", "hoi-dong-huyen"] {
      #expect(try await world.program(login).post(path, answer).status == 403, "\(login)")
    }
    let absent = try await council.post(Self.ask + "/4/answers", answer)
    #expect(absent.status == 422, "no such request")
    let beyond = try await council.post(
      path, ["points": "3.01", "text": "x", "seen": try await seen(council)])
    #expect(beyond.status == 409 && beyond.code == "procedure-refused")
    #expect(try world.events(of: "so-noi-vu").count == 2, "more than the item can give")
    #expect(try await council.post(path, answer).status == 200)
    let page = await (try await world.signIn("thu-truong-so")).get("/kien-nghi").text
    #expect(page.contains("Điểm chưa đúng") && page.contains("đã trả lời"))
    #expect(
      try await head.get("/reconsiderations")["requests", "0", "answer", "text"] == "Điểm chưa đúng"
    )

    let last = try await seen(council)
    func amendment(_ more: [(String, JSONValue)] = [], points: JSONValue = "2.5") -> JSONValue {
      .object(
        [
          .init(key: "item", value: "1.1.2"), .init(key: "points", value: points),
          .init(key: "text", value: "Theo trả lời"), .init(key: "seen", value: last),
        ] + more.map { .init(key: $0.0, value: $0.1) })
    }
    let basis = ("basis", "302/QĐ-UBND ngày 12/02/2018" as JSONValue)
    let trial = try await council.post(Self.amend, amendment([basis, ("dryRun", true)]))
    #expect(trial["trial", "items", "0", "before", "points"] == "3")
    #expect(trial["trial", "items", "0", "after", "points"] == "2.5")
    for login in ["to-chuc", "thu-truong-so", "giup-viec"] {
      let answer = try await world.program(login).post(Self.amend, amendment([basis]))
      #expect(answer.status == 403, "\(login)")
    }
    #expect(try await council.post(Self.amend, amendment()).status == 409, "without a decision")
    let typed = try await council.post(Self.amend, amendment([basis], points: .number("2.5")))
    #expect(typed.status == 400 && typed.faults == ["/points: wrong-type"])
    let done = try await council.post(Self.amend, amendment([basis]))
    #expect(try await council.post(Self.amend, amendment([basis]))["event"] == done["event"])
    let kinds = try world.events(of: "so-noi-vu").map(\.content.kind)
    #expect(kinds == [.submitted, .reconsiderationAsked, .reconsiderationAnswered, .amended])
    #expect(try await head.get("/reconsiderations")["amendments", "0", "to"] == "2.5")
  }

  @Test func `before publication there is nothing to ask for`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    for login in ["thu-truong-so", "hoi-dong", "to-chuc"] {
      let program = try world.program(login)
      #expect(try await program.get("/reconsiderations").status == 403, "\(login)")
      #expect(try await program.post(Self.ask, ["text": "x", "seen": 4]).status == 403, "\(login)")
    }
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }
}
