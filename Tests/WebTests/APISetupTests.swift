import EventLog
import Foundation
import Reports
import TestSupport
import Testing

@testable import Web

/// The round's set-up through the API: read, a changed file tried, and put in the earlier one's place.
@Suite struct APISetupTests {
  private func text(_ world: WebWorld, _ file: String) throws -> String {
    try String(contentsOfFile: world.home.path("ky/\(file)"), encoding: .utf8)
  }

  private func send(
    _ text: String, _ program: Program, _ act: String, file: String, _ more: String = ""
  ) async throws -> Answer {
    try await program.send(
      .post, "/setup/files/\(act)?file=\(file)\(more)", bytes: Array(text.utf8),
      ["content-type": APIOperation.bytes])
  }

  @Test func `the set-up names criteria, duties and files with why they stay`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let setup = try await world.program("to-chuc").get("/setup")
    let departments = setup["sets"]?.elements.first { $0["file"] == "criteria/so.yaml" }
    #expect(departments?["maximum"] == "10" && departments?["areas", "0", "id"] == "1")
    func file(_ name: String, _ setup: Answer) -> JSONValue? {
      setup["files"]?.elements.first { $0["file"]?.text == name }
    }
    #expect(file("criteria/so.yaml", setup)?["kind"] == "rules")
    #expect(file("criteria/so.yaml", setup)?["refusal"]?.text?.contains("Đã có 3") == true)
    #expect(file("registers/survey.csv", setup)?["refusal"] == .null)
    #expect(setup["duties"]?.elements.contains { $0["vacant"] == true } == true)
    let reader = try await world.program("kiem-tra").get("/setup")
    #expect(file("registers/survey.csv", reader)?["refusal"] != .null, "an auditor reads")
    for login in ["can-bo", "giup-viec", "hoi-dong", "uy-ban", "giu-so"] {
      #expect(try await world.program(login).get("/setup").status == 403, "\(login)")
    }
  }

  @Test func `a changed file is tried without a trace`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let organiser = try world.program("to-chuc")
    let file = "criteria/so.yaml"
    let old = try text(world, file)
    let lower = old.replacing("points: 0.5}", with: "points: 0.75}")
      .replacing(
        "{by: \"date(year - 1, 12, 31)\", points: 1}",
        with: "{by: \"date(year - 1, 12, 1)\", points: 1}")
    let trial = try await send(lower, organiser, "trial", file: file)
    #expect(trial["outcome"] == "sound" && trial["event"] == .null)
    let items = trial["trial", "items"]?.elements ?? []
    #expect(items.contains { $0["before", "points"] == "1" && $0["after", "points"] == "0.75" })
    let broken = try await send(
      old.replacing("max_points: 10", with: "max_points: ten"), organiser, "trial", file: file)
    #expect(broken["outcome"] == "broken" && broken["trial"] == .null)
    let found = broken["findings"]?.elements ?? []
    let places = found.filter { $0["severity"] == "error" }.map {
      "\($0["path"]?.text ?? ""):\($0["line"]?.whole ?? 0):\($0["column"]?.whole ?? 0)"
    }
    #expect(places.contains("criteria/so.yaml:8:13"), "\(places)")
    #expect(!broken.response.text.contains(world.home.path))
    for name in ["../ky/round.yaml", "/etc/passwd", "units/so-noi-vu/self-assessment.yaml", ""] {
      let strange = try await send(old, organiser, "trial", file: name)
      #expect(strange.status == 422 && strange.faults == ["file: unknown-file"], "\(name)")
    }
    #expect(try await send("", organiser, "trial", file: file).status != 200)
    let large = String(repeating: "#", count: SetupPage.largest + 1)
    #expect(try await send(large, organiser, "trial", file: file).status == 413)
    for login in ["can-bo", "giup-viec", "hoi-dong", "uy-ban", "kiem-tra", "giu-so"] {
      let program = try world.program(login)
      for act in ["trial", "replacement"] {
        #expect(try await send(lower, program, act, file: file).status == 403, "\(login) \(act)")
      }
    }
    #expect(try text(world, file) == old)
    #expect(world.names("uploads").isEmpty)
    #expect(LogReader(world.home.path("ky/events.jsonl")).read().count == 4)
  }

  @Test func `a register is replaced with a document, and what the round goes by stays`()
    async throws
  {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let organiser = try world.program("to-chuc")
    let reason = "&basis=15/BC-SNV&text=S%E1%BB%ADa"
    let criteria = try text(world, "criteria/so.yaml")
    let forged = try await send(
      criteria.replacing("points: 0.5}", with: "points: 0.75}"), organiser, "replacement",
      file: "criteria/so.yaml", reason)
    #expect(forged.status == 403 && forged.code == "not-allowed")
    #expect(try text(world, "criteria/so.yaml") == criteria)
    let file = "registers/survey.csv"
    let register = try text(world, file).replacing("90%", with: "80%")
    let bare = try await send(register, organiser, "replacement", file: file)
    #expect(bare.status == 409 && bare.code == "procedure-refused", "without a document")
    let broken = try await send("sai\n1\n", organiser, "replacement", file: file, reason)
    #expect(broken.status == 409 && broken["current", "outcome"] == "broken")
    let done = try await send(register, organiser, "replacement", file: file, reason)
    #expect(done["event"] == 5, "\(done.response.text)")
    #expect(try text(world, file) == register)
    let again = try await send(register, organiser, "replacement", file: file, reason)
    #expect(again.status == 409 && again["current", "outcome"] == "unchanged")
    let log = LogReader(world.home.path("ky/events.jsonl")).events().events
    #expect(log.count == 5 && log.last?.content.basis == "15/BC-SNV")
    #expect(log.last?.content.text == "Sửa" && log.last?.content.kind == .replaced)
  }
}
