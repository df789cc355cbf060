import EventLog
import Foundation
import Grading
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// Registers, figures and disputes through the API, beside people in the browser.
@Suite struct APIFigureTests {
  private static let figure = "/units/so-y-te/figures/dossiers.late"
  private static let dispute = "/disputes/so-y-te/dossiers.late"

  private func own(_ program: Program) async throws -> JSONValue? {
    try await program.get("/units/so-y-te/figures")["figures"]?.elements
      .first { $0["name"] == "dossiers.late" }
  }

  /// A world in which the unit has handed in a dispute.
  private func disputed(_ claim: String = "2") async throws -> WebWorld {
    let world = try await WebWorld()
    let head = try world.program("thu-truong")
    let saved = try await head.put(
      Self.figure + "/dispute", ["edition": 0, "claim": .string(claim), "ground": "Lỗi hệ thống"])
    #expect(saved.status == 200)
    #expect(try await head.post("/units/so-y-te/submissions", [:]).status == 200)
    try world.setTime(local: "2017-12-22T08:00:00")
    return world
  }

  @Test func `a dispute that a program saves stands in the page, and is a draft until handed in`()
    async throws
  {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    let before = try #require(try await own(program))
    #expect(before["held"] == "4" && before["value"] == "4" && before["dispute"] == .null)
    #expect(before["items"] == [["item": "2.1", "maximum": "4", "standing": Self.full]])
    let draft: JSONValue = [
      "edition": 0, "claim": "2", "ground": "Lỗi hệ thống", "document": "ke-hoach",
    ]
    for _ in 0..<2 {
      let saved = try await program.put(Self.figure + "/dispute", draft)
      #expect(saved.status == 200, "\(saved.response.text)")
    }
    let after = try #require(try await own(program))
    #expect(after["edition"] == 1 && after["dispute", "state"] == "draft")
    #expect(after["dispute"]?["documents"] == ["ke-hoach"])
    let page = await (try await world.signIn("can-bo-2")).get("/don-vi/so-y-te/so-lieu").text
    #expect(page.contains("đề nghị 2 (chưa nộp)"))
    let other = try world.program("can-bo-2")
    let late = try await other.put(
      Self.figure + "/dispute", ["edition": 0, "claim": "3", "ground": "x"])
    #expect(late.status == 409 && late["current", "edition"] == 1)
    #expect(late["current", "dispute", "claim"] == "2", "nothing is overwritten")
    #expect(try await other.post(Self.figure + "/dispute/removal", ["edition": 1]).status == 200)
    #expect(try await own(program)?["dispute"] == .null)
    #expect(try world.events(of: "so-y-te").isEmpty)
  }

  private static let full: JSONValue = ["state": "scored", "points": "4"]

  @Test func `what cannot be meant is told at its place, and nothing is saved`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    for (change, faults) in [
      (["claim": "hai", "ground": "x"], ["/claim: cannot-be-meant"]),
      (["claim": "", "ground": ""], ["/claim: cannot-be-meant", "/ground: cannot-be-meant"]),
      (["claim": "2", "ground": "x", "document": "khong-co"], ["/document: cannot-be-meant"]),
    ] as [([String: String], [String])] {
      let body = JSONValue.object(
        [.init(key: "edition", value: 0)]
          + change.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .string($0.value)) })
      let answer = try await program.put(Self.figure + "/dispute", body)
      #expect(answer.status == 422 && answer.faults.sorted() == faults, "\(answer.response.text)")
    }
    let wrong = try await program.put(
      Self.figure + "/dispute", ["edition": 0, "claim": 2, "ground": "x"])
    #expect(wrong.status == 400 && wrong.faults == ["/claim: wrong-type"])
    for figure in ["subordinates.count", "x", "survey.overall"] {
      let answer = try await program.put(
        "/units/so-y-te/figures/\(figure)/dispute", ["edition": 0, "claim": "2", "ground": "x"])
      #expect(answer.status == 404, "\(figure)")
    }
    for (login, unit) in [("so-do", "so-y-te"), ("can-bo", "so-do"), ("giup-viec", "so-y-te")] {
      let forged = try await world.program(login).put(
        "/units/\(unit)/figures/dossiers.late/dispute",
        ["edition": 0, "claim": "2", "ground": "x"])
      #expect(forged.status == 403, "\(login) \(unit)")
      #expect(try await world.program(login).get("/units/\(unit)/figures").status == 403)
    }
    try world.setTime(local: "2017-12-20T17:01:00")
    let late = try await program.put(
      Self.figure + "/dispute", ["edition": 0, "claim": "2", "ground": "x"])
    #expect(late.status == 403, "the time for self-assessment is over")
    #expect(try await program.get("/units/so-y-te/figures")["refusal"] != .null)
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
  }

  @Test func `who keeps the figure decides after a dry run, once, and the unit reads why`()
    async throws
  {
    let world = try await disputed()
    let organiser = try world.program("to-chuc")
    let list = try await organiser.get("/disputes")
    #expect(list["disputes", "0", "claim"] == "2" && list["disputes", "0", "open"] == true)
    let found = try await organiser.get(Self.dispute)
    #expect(found["choices"] == ["accept", "keep", "other"] && found["refusal"] == .null)
    let seen = try #require(found["seen"]?.whole)
    func decision(_ choice: String, _ more: [String: JSONValue] = [:]) -> JSONValue {
      .object(
        [
          .init(key: "decision", value: .string(choice)),
          .init(key: "ground", value: "dat-mot-phan"),
          .init(key: "text", value: "Đúng như kiến nghị"), .init(key: "seen", value: .whole(seen)),
        ] + more.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value) })
    }
    let decisions = Self.dispute + "/decisions"
    let trial = try await organiser.post(decisions, decision("accept", ["dryRun": true]))
    #expect(trial["event"] == .null && trial["trial", "allowed"] == true)
    #expect(trial["trial", "what", "0"]?.text?.contains("4 → 2") == true)
    #expect(try world.events(of: "so-y-te").count == 1, "nothing is written")
    for login in ["thu-truong", "giup-viec", "hoi-dong", "kiem-tra", "uy-ban", "giu-so"] {
      let forged = try await world.program(login).post(decisions, decision("accept"))
      #expect(forged.status == 403, "\(login)")
    }
    let blank = try await organiser.post(decisions, decision("other"))
    #expect(blank.status == 422 && blank.faults == ["/value: cannot-be-meant"])
    let unseen = try await organiser.post(
      decisions, ["decision": "accept", "seen": 999])
    #expect(unseen.status == 422 && unseen.faults == ["/seen: unknown-event"])
    let unsaid = try await organiser.post(
      decisions, ["decision": "accept", "ground": "dat-mot-phan", "seen": .whole(seen)])
    #expect(unsaid.status == 409 && unsaid.code == "procedure-refused", "a reason is wanted")
    #expect(unsaid["current", "allowed"] == false)
    let done = try await organiser.post(decisions, decision("accept"))
    let again = try await organiser.post(decisions, decision("accept"))
    #expect(done["event"]?.whole == seen + 1 && again["event"] == done["event"])
    let late = try await organiser.post(decisions, decision("keep"))
    #expect(late.status == 409 && late["current", "seen"] == done["event"])
    let event = try #require(try world.events(of: "so-y-te").last?.content)
    #expect(event.kind == .corrected && event.to == .text("2") && event.from == .text("4"))
    #expect(try world.events(of: "so-y-te").count == 2)
    #expect(try await organiser.get("/disputes")["disputes", "0", "open"] == false)
    let told = try #require(try await own(try world.program("thu-truong")))
    #expect(told["value"] == "2" && told["held"] == "4")
    #expect(told["dispute", "state"] == "decided" && told["decision", "to"] == "2")
    let page = await (try await world.signIn("to-chuc")).get("/so-lieu/so-y-te/dossiers.late").text
    #expect(page.contains("Đúng như kiến nghị"))
  }

  @Test func `a figure that nobody disputes can be put right, and no other thing be said of it`()
    async throws
  {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let organiser = try world.program("to-chuc")
    let path = "/disputes/so-noi-vu/dossiers.late"
    #expect(try await organiser.get(path)["claim"] == .null)
    // Nobody decides about their own office's figures.
    #expect(try await organiser.get(path)["choices"] == [])
    let other = try await organiser.get("/disputes/so-do/dossiers.late")
    #expect(other["choices"] == ["other"])
    let keep = try await organiser.post(
      "/disputes/so-do/dossiers.late/decisions", ["decision": "keep", "seen": 4, "text": "x"])
    #expect(keep.status == 422 && keep.faults == ["/decision: cannot-be-meant"])
    for path in ["/disputes/khong-co/dossiers.late", "/disputes/so-do/khong.co"] {
      #expect(try await organiser.get(path).status == 404, "\(path)")
    }
  }

  @Test func `registers are listed with their keepers`() async throws {
    let world = try await WebWorld()
    let keeper = try await world.program("giu-so").get("/registers")
    let survey = keeper["registers"]?.elements.first { $0["name"] == "survey" }
    #expect(survey?["own"] == true && survey?["keeper"] == "so-noi-vu")
    #expect(survey?["closedOn"] == "2018-01-05" && survey?["file"] == "registers/survey.csv")
    #expect(survey?["columns", "0", "name"] == "survey.overall" && survey?["lacking"] == [])
    let dossiers = keeper["registers"]?.elements.first { $0["name"] == "dossiers" }
    #expect(dossiers?["own"] == false)
    #expect(try await world.program("giu-so").get(Self.dispute).status == 403, "another's register")
    #expect(try await world.program("can-bo").get("/registers").status == 403)
  }
}
