import EventLog
import Foundation
import Reports
import TestSupport
import Testing

@testable import Web

/// One reason for the same item of several units, through the API.
@Suite struct APISharedDecisionTests {
  private static let path = "/work/decisions"

  private func world() async throws -> WebWorld {
    try await WebWorld(
      at: "2017-12-22T08:00:00", handedIn: ["so-noi-vu", "so-do", "huyen-dong", "xa-mot"])
  }

  private func decision(
    _ units: [String] = ["so-noi-vu", "so-do"], points: String = "2.75", item: String = "1.1.2",
    seen: Int = 5, dryRun: Bool = false
  ) -> JSONValue {
    [
      "item": .string(item), "units": .texts(units), "decision": "setPoints",
      "points": .string(points), "ground": "dat-mot-phan", "text": "Thiếu báo cáo kết quả",
      "basis": "12/BC-SNV", "seen": .whole(seen), "dryRun": .boolean(dryRun),
    ]
  }

  @Test func `several units are decided at once, after a dry run, once`() async throws {
    let world = try await world()
    let program = try world.program("giup-viec")
    #expect(try await program.get("/work")["seen"] == 5)
    let trial = try await program.post(Self.path, decision(dryRun: true))
    #expect(trial["trial", "allowed"] == true && trial["event"] == .null)
    let effects = trial["trial", "items"]?.elements.compactMap { $0["after", "points"]?.text }
    #expect(effects == ["2.75", "2.75"])
    #expect(try world.events(of: "so-do").count == 1, "nothing is written")
    let done = try await program.post(Self.path, decision())
    let again = try await program.post(Self.path, decision())
    #expect(done["event"] == 7 && again["event"] == 7)
    for unit in ["so-noi-vu", "so-do"] {
      let events = try world.events(of: unit)
      #expect(events.count == 2 && events.last?.content.to == .text("2.75"), "\(unit)")
    }
  }

  @Test func `one that cannot be keeps all out`() async throws {
    let world = try await world()
    let program = try world.program("giup-viec")
    // A move beyond half a point needs a second approver.
    let large = try await program.post(Self.path, decision(points: "1"))
    #expect(large.status == 409 && large["current", "needsApprover"] == true)
    let none = try await program.post(Self.path, decision([]))
    #expect(none.status == 422 && none.faults == ["/units: no-units"])
    let mixed = try await program.post(Self.path, decision(["so-noi-vu", "huyen-dong"]))
    #expect(mixed.status == 422 && mixed.faults == ["/units/1: other-set"])
    let unseen = try await program.post(Self.path, decision(seen: 99))
    #expect(unseen.status == 422 && unseen.faults == ["/seen: unknown-event"])
    #expect(try await program.post(Self.path, decision(item: "9.9")).status == 404)
    #expect(try await program.post(Self.path, decision(["so-noi-vu", "khong-co"])).status == 403)
    let waiting = try await program.post(Self.path, decision(["so-noi-vu", "so-y-te"]))
    #expect(waiting.status == 403, "it has not handed in")
    let second = try world.program("giup-viec-2")
    let accept: JSONValue = ["decision": "accept", "seen": 5]
    #expect(try await second.post("/matters/so-do/1.1.2/decisions", accept).status == 200)
    let late = try await program.post(Self.path, decision())
    #expect(late.status == 409 && late["current", "seen"] == 6)
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `nobody decides for units or items that are not theirs`() async throws {
    let world = try await world()
    for login in [
      "to-chuc", "hoi-dong", "kiem-tra", "thu-truong-so", "uy-ban", "giup-viec-so", "giu-so",
    ] {
      let answer = try await world.program(login).post(Self.path, decision())
      #expect(answer.status == 403, "\(login)")
    }
    let dossiers = try await world.program("giup-viec-ho-so").post(Self.path, decision())
    #expect(dossiers.status == 404, "another's area")
    #expect(try world.events(of: "so-noi-vu").count == 1)
    #expect(try world.events(of: "so-do").count == 1)
  }
}
