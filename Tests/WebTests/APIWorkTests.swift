import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// A unit's work through the API, beside its people's in the browser.
@Suite struct APIWorkTests {
  private static let item = "/units/so-y-te/items/1.1.2"
  private static let page = "/don-vi/so-y-te/muc/1.1.2"

  @Test func `a draft that a program saves stands in the page, and the other way round`()
    async throws
  {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    let browser = try await world.signIn("can-bo-2")
    let saved = try await program.put(
      Self.item,
      [
        "edition": 0, "inputs": ["planned": "8", "completed": "6"],
        "note": " Đang\u{0301} đối chiếu\r\n",
      ])
    #expect(saved.status == 200 && saved["edition"] == 1 && saved["draft", "author"] == "can-bo")
    #expect(saved["computed"] == ["state": "scored", "points": "2.25"])
    #expect(saved["why"]?.text?.contains("6/8 = 75%") == true)
    let page = await browser.get(Self.page).text
    #expect(page.contains("value=\"6\"") && page.contains("Đanǵ đối chiếu</textarea>"))
    let typed = await browser.post(
      Self.page, ["version": "1", "i.planned": "8", "i.completed": "7", "points": "2,5"])
    #expect(typed.status == 303)
    let read = try await program.get(Self.item)
    #expect(read["edition"] == 2 && read["draft", "author"] == "can-bo-2")
    #expect(read["answer", "inputs"] == ["completed": "7", "planned": "8"])
    #expect(read["answer", "points"] == "2.5" && read["changed"] == true)
    #expect(try world.events(of: "so-y-te").isEmpty)
  }

  @Test func `nobody overwrites another, and the same once more changes nothing`() async throws {
    let world = try await WebWorld()
    let (one, two) = (try world.program("can-bo"), try world.program("can-bo-2"))
    let mine: JSONValue = ["edition": 0, "inputs": ["planned": "8"]]
    #expect(try await one.put(Self.item, mine)["edition"] == 1)
    #expect(try await one.put(Self.item, mine)["edition"] == 1)
    let late = try await two.put(Self.item, ["edition": 0, "inputs": ["planned": "9"]])
    #expect(late.status == 409 && late.code == "conflict")
    #expect(late["current", "edition"] == 1)
    #expect(late["current", "answer", "inputs", "planned"] == "8")
    #expect(try world.store.draft(of: "so-y-te", part: "1.1.2")?.fields["i.planned"] == "8")
    let seen = try await two.put(Self.item, ["edition": 1, "inputs": ["planned": "9"]])
    #expect(seen["edition"] == 2)
  }

  @Test func `an edition that nobody was shown counts for nothing, in pages too`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    let far: JSONValue = ["edition": 1_000_000_000, "note": "a"]
    #expect(try await program.put(Self.item, far)["edition"] == 1)
    let browser = try await world.signIn("can-bo")
    let typed = await browser.post(
      "/don-vi/so-y-te/muc/1.1.1", ["version": String(Int.max), "i.issued_on": "20/01/2017"])
    #expect(typed.status == 303)
    #expect(try world.store.draft(of: "so-y-te", part: "1.1.1")?.version == 1)
  }

  @Test
  func `what the item does not have is refused with its place, what cannot be is kept and told`()
    async throws
  {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    let strange = try await program.put(
      Self.item, ["edition": 0, "inputs": ["planned": "8", "khac": "1"]])
    #expect(strange.status == 422 && strange.faults == ["/inputs/khac: unknown-input"])
    let cited = try await program.put(
      Self.item, ["edition": 0, "evidence": [["document": "khong-co"]]])
    #expect(cited.status == 422 && cited.faults == ["/evidence/0/document: unknown-document"])
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
    let kept = try await program.put(
      Self.item, ["edition": 0, "inputs": ["planned": "8", "completed": "9"], "points": "một"])
    #expect(kept.status == 200)
    let found = kept["findings"]?.elements.map {
      "\($0["pointer"]?.text ?? ""): \($0["code"]?.text ?? "")"
    }
    #expect(found?.contains { $0.hasPrefix("/inputs/completed: ") } == true, "\(found ?? [])")
    #expect(found?.contains { $0.hasPrefix("/points: ") } == true)
    let list = try await program.get("/units/so-y-te/items")
    #expect(list["check", "ready"] == false)
  }

  @Test func `a dry run hands nothing in, the head's act is one event, twice is one`() async throws
  {
    let world = try await WebWorld()
    let officer = try world.program("can-bo")
    let saved = try await officer.put(
      "/units/so-y-te/items/1.1.1",
      [
        "edition": 0, "inputs": ["issued_on": "2017-01-20"],
        "evidence": [["document": "ke-hoach", "section": "II", "pages": "1-2"]],
      ])
    #expect(saved["answer", "evidence", "0", "section"] == "II")
    #expect(try await officer.post("/units/so-y-te/submissions", [:]).status == 403)
    let head = try world.program("thu-truong")
    let trial = try await head.post("/units/so-y-te/submissions", ["dryRun": true])
    #expect(trial.status == 200 && trial["event"] == .null && trial["check", "ready"] == true)
    #expect(try world.events(of: "so-y-te").isEmpty)
    let done = try await head.post("/units/so-y-te/submissions", [:])
    let event = try #require(try world.events(of: "so-y-te").first)
    #expect(done["event"]?.whole == event.sequence && event.content.author == "so-y-te/01")
    let again = try await head.post("/units/so-y-te/submissions", [:])
    #expect(again["event"] == done["event"])
    #expect(try world.events(of: "so-y-te").count == 1)
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
  }

  @Test func `faults keep it from being handed in, and are told`() async throws {
    let world = try await WebWorld()
    let head = try world.program("thu-truong")
    _ = try await head.put(
      Self.item, ["edition": 0, "inputs": ["planned": "8", "completed": "9"]])
    let refused = try await head.post("/units/so-y-te/submissions", [:])
    #expect(refused.status == 409 && refused["current", "ready"] == false)
    #expect(refused["current", "findings", "0", "item"] == "1.1.2")
    #expect(try world.events(of: "so-y-te").isEmpty)
  }

  @Test func `a unit sees its own sheet without a place, and no other unit`() async throws {
    let world = try await WebWorld()
    let program = try world.program("thu-truong-so")
    let sheet = try await program.get("/units/so-noi-vu/sheet")
    #expect(sheet["format"] == "parindex/score-sheet@1")
    #expect(sheet["unit", "totals", "1", "rank"] == .null)
    let units = try await program.get("/units")["units"]?.elements.map { $0["id"]?.text }
    #expect(units == ["so-noi-vu"])
    #expect(try await program.get("/rankings").status == 403)
    let organiser = try world.program("to-chuc")
    #expect(try await organiser.get("/units")["units"]?.elements.count ?? 0 > 3)
    let seen = try await organiser.get("/units/so-noi-vu/sheet")
    #expect(seen["unit", "totals", "1", "rank"] != .null)
  }

  @Test func `the result is the command line's to the byte`() async throws {
    let world = try await WebWorld()
    let program = try world.program("kiem-tra")
    let answer = try await program.get("/result")
    let loaded = try #require(loadRound(world.home.path("ky")).loaded)
    let result = ResultJSON(loaded.round(), language: .vietnamese).bytes(
      provenance: .init(
        engine: engineVersion,
        files: loaded.digests.map { .init(path: $0.path, sha256: $0.sha256) },
        log: loaded.log?.seal?.text), digest: FileAccess.digest)
    #expect(answer.response.body == result)
    #expect(answer["digest"]?.text?.count == 64)
  }

  @Test func `rankings by layer, the log by pages, the shelf`() async throws {
    let world = try await WebWorld()
    let program = try world.program("to-chuc")
    let blocks = try await program.get("/rankings")
    #expect(blocks["blocks", "0", "id"] == "so")
    let ranking = try await program.get("/rankings/so?layer=claimed")
    #expect(ranking["layer"] == "claimed")
    let units = ranking["groups", "0", "units"]?.elements ?? []
    #expect(units.first?["rank"] == 1 && units.last?["state"] == "not_submitted")
    #expect(try await program.get("/rankings/khac").status == 404)
    let log = try await program.get("/log?page=99")
    #expect(log["page"] == 1 && log["count"] == 4)
    #expect(log["events", "0", "sequence"] == 4 && log["events", "3", "kind"] == "opened")
    let shelf = try await program.get("/units/so-noi-vu/documents")
    #expect(shelf["documents"]?.elements.isEmpty == false)
    let district = try await world.program("hoi-dong-huyen").get("/rankings")
    #expect(district["blocks"]?.elements.map { $0["id"]?.text } == ["xa"])
  }
}
