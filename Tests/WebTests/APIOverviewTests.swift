import Foundation
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// What programs are told of the round as a whole, and of what a unit lacks.
@Suite struct APIOverviewTests {
  @Test func `what is open is counted as in the page`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try world.program("giup-viec")
    let asked = try await helper.post(
      "/matters/so-noi-vu/1.1.2/decisions",
      ["decision": "askExplanation", "text": "Biên bản đâu?", "seen": 4])
    #expect(asked.status == 200)
    let organiser = try world.program("to-chuc")
    let overview = try await organiser.get("/overview")
    #expect(overview["submitted"] == 3 && overview["requests"] == 1)
    let unit = overview["units"]?.elements.first { $0["unit"] == "so-noi-vu" }
    #expect(unit?["requests"] == 1 && unit?["decided"] == 0 && unit?["submitted"] == true)
    let late = overview["units"]?.elements.first { $0["unit"] == "so-y-te" }
    #expect(late?["submitted"] == false && late?["open"] == [])
    let states = overview["work"]?.elements.first { $0["state"] == "asked" }
    #expect(states?["count"] == 1)
    let page = await (try await world.signIn("to-chuc")).get("/ky-danh-gia/con-bo-ngo").text
    #expect(page.contains("đã nộp 3/7") && page.contains("1 yêu cầu chưa giải trình"))
  }

  @Test func `drift counts decisions, and has no mean of too few`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00", handedIn: ["so-y-te"])
    let council = try world.program("hoi-dong")
    #expect(try await council.get("/work/drift")["rows"] == [])
    let decided = try await world.program("giup-viec").post(
      "/matters/so-y-te/1.1.1/decisions", ["decision": "accept", "seen": 2])
    #expect(decided.status == 200, "\(decided.response.text)")
    let drift = try await council.get("/work/drift")
    let row = drift["rows", "0"]
    #expect(row?["author"] == "to-giup-viec/01" && row?["item"] == "1.1.1")
    #expect(row?["cases"] == 1 && row?["others"] == 0 && row?["mean"] == .null)
    #expect(drift["least"] == 5)
  }

  @Test func `who was refused is told to the organiser, and where from`() async throws {
    let world = try await WebWorld()
    #expect(try await world.program("can-bo").get("/units/so-do/items").status == 403)
    let record = try await world.program("kiem-tra").get("/access")["records"]?.elements.first
    #expect(record?["kind"] == "refused" && record?["login"] == "can-bo")
    #expect(record?["detail"] == "read-answers /api/v1/units/so-do/items")
  }

  @Test func `a unit reads what it lacks, with what it has typed`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    func withoutEvidence() async throws -> [JSONValue] {
      let answer = try await program.get("/units/so-y-te/gaps")
      #expect(answer["format"] == "parindex/gaps@1" && answer["units", "0", "unit"] == "so-y-te")
      let gaps = answer["units", "0", "gaps"]?.elements ?? []
      return gaps.filter { $0["code"] == "no-evidence" }.flatMap {
        $0["items"]?.elements.compactMap { $0["item"] } ?? []
      }
    }
    #expect(try await withoutEvidence().contains("1.1.1"))
    let saved = try await program.put(
      "/units/so-y-te/items/1.1.1",
      [
        "edition": 0, "inputs": ["issued_on": "2017-01-20"],
        "evidence": [["document": "ke-hoach", "section": "II", "pages": "1-2"]],
      ])
    #expect(saved.status == 200)
    #expect(try await !withoutEvidence().contains("1.1.1"))
    #expect(try await world.program("so-do").get("/units/so-y-te/gaps").status == 403)
  }
}
