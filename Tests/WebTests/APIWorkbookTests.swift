import Foundation
import Reports
import Spreadsheets
import Store
import TestSupport
import TestWorkbooks
import Testing

@testable import Web

/// A unit's workbook and papers through the API.
@Suite struct APIWorkbookTests {
  private static let home = "/units/so-y-te/workbook"
  private static let item = "/units/so-y-te/items/1.1.2"

  private func type(_ planned: String, over edition: Int, _ program: Program) async throws {
    let saved = try await program.put(
      Self.item,
      [
        "edition": .whole(edition), "inputs": ["planned": .string(planned), "completed": "3"],
      ])
    #expect(saved.status == 200)
  }

  private func send(
    _ bytes: [UInt8], _ program: Program, to path: String = home
  ) async throws -> Answer {
    try await program.send(.post, path, bytes: bytes, ["content-type": APIOperation.bytes])
  }

  private func settle(_ act: String, _ waiting: Answer) -> JSONValue {
    [
      "act": .string(act), "edition": waiting["workbook", "edition"] ?? .null,
      "seen": waiting["workbook", "seen"] ?? .null,
    ]
  }

  private func planned(_ program: Program) async throws -> String? {
    try await program.get(Self.item)["answer", "inputs", "planned"]?.text
  }

  @Test func `what was typed goes out, comes back, is looked at and taken in once`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    try await type("8", over: 0, program)
    let taken = try await program.get(Self.home)
    #expect(taken.status == 200 && taken.response.body.starts(with: [0x50, 0x4B]))
    #expect(try await program.get(Self.home + "/waiting")["workbook"] == .null)
    let same = try await send(taken.response.body, program)
    #expect(same["workbook", "changes"] == [] && same["workbook", "author"] == "can-bo")
    let dropped = try await program.post(Self.home + "/settlement", settle("drop", same))
    #expect(dropped.status == 200 && dropped["workbook"] == .null)
    try await type("9", over: 1, program)
    let sent = try await send(taken.response.body, program)
    let change = sent["workbook", "changes", "0"]
    #expect(change?["before"] == "9" && change?["after"] == "8", "\(sent.response.text)")
    #expect(try await planned(program) == "9", "nothing is taken yet")
    let page = await (try await world.signIn("can-bo-2")).get("/don-vi/so-y-te/bieu").text
    #expect(page.contains("1 chỗ khác"))
    let done = try await program.post(Self.home + "/settlement", settle("take", sent))
    #expect(done.status == 200 && done["workbook"] == .null)
    #expect(try await planned(program) == "8")
    let again = try await program.post(Self.home + "/settlement", settle("take", sent))
    #expect(again.status == 409 && again["current", "workbook"] == .null, "it is settled")
    #expect(try Array(world.store.drafts(of: "so-y-te").keys) == [TakenForm.part])
    #expect(try world.events(of: "so-y-te").isEmpty)
    #expect(world.names("uploads").isEmpty)
  }

  @Test func `what a colleague types meanwhile is not overwritten`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    try await type("8", over: 0, program)
    let bytes = try await program.get(Self.home).response.body
    try await type("9", over: 1, program)
    let sent = try await send(bytes, program)
    try await type("10", over: 2, try world.program("thu-truong"))
    let refused = try await program.post(Self.home + "/settlement", settle("take", sent))
    #expect(refused.status == 409 && refused.code == "conflict")
    #expect(refused["current", "workbook", "changes", "0", "before"] == "10")
    #expect(try await planned(program) == "10")
    let blind = try await program.post(
      Self.home + "/settlement",
      ["act": "take", "edition": sent["workbook", "edition"] ?? .null])
    #expect(blind.status == 409, "whoever has not looked takes nothing in")
    let seen = try await program.get(Self.home + "/waiting")
    #expect(try await program.post(Self.home + "/settlement", settle("take", seen)).status == 200)
    #expect(try await planned(program) == "8")
  }

  @Test func `what is no workbook of the unit is refused, cell by cell`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    try await type("8", over: 0, program)
    let before = try world.store.drafts(of: "so-y-te")
    for bytes in [Array("1,2,3\n".utf8), SampleFile.zip([("a.txt", "x")]), []] {
      #expect(try await send(bytes, program).status == 422)
    }
    let theirs = try await world.program("so-do").get("/units/so-do/workbook").response.body
    let other = try await send(theirs, program)
    #expect(other.status == 422 && other["detail"]?.text?.contains("Lường") == true)
    let large = [UInt8](repeating: 65, count: FormPage.largest + 1)
    #expect(try await send(large, program).status == 413)
    let typed = try await program.send(
      .post, Self.home, bytes: theirs, ["content-type": "application/json"])
    #expect(typed.status == 415)
    var book = try RetypedWorkbook(try await program.get(Self.home).response.body)
    let row = try #require(book.place(of: "~1.1.2/planned")).row
    book.pages[0].cells[CellAddress(row: row, column: 5)] = .text("tám")
    let broken = try await send(try book.bytes(), program)
    #expect(broken.status == 422, "\(broken.response.text)")
    #expect(broken["errors", "0", "cell"]?.text?.hasSuffix("!F\(row + 1)") == true)
    #expect(try world.store.drafts(of: "so-y-te") == before)
    #expect(world.names("uploads").isEmpty)
  }

  @Test func `only the unit's own people have it, while it is time`() async throws {
    let world = try await WebWorld()
    let own = try await world.program("can-bo").get(Self.home).response.body
    for login in ["so-do", "giup-viec", "hoi-dong", "to-chuc", "kiem-tra", "giu-so"] {
      let program = try world.program(login)
      for path in [Self.home, Self.home + "/waiting", "/units/so-y-te/papers/report"] {
        #expect(try await program.get(path).status == 403, "\(login) \(path)")
      }
      #expect(try await send(own, program).status == 403, "\(login)")
      let settled = try await program.post(
        Self.home + "/settlement", ["act": "drop", "edition": 1])
      #expect(settled.status == 403, "\(login)")
    }
    try world.setTime(local: "2017-12-20T17:01:00")
    #expect(try await send(own, try world.program("can-bo")).status == 403, "the time is over")
  }

  @Test func `papers are those of the pages`() async throws {
    let world = try await WebWorld()
    let head = try world.program("thu-truong-so")
    let sheet = try await head.get("/units/so-noi-vu/papers/sheet")
    #expect(sheet.status == 200 && sheet.response.body.starts(with: Array("%PDF".utf8)))
    let page = await (try await world.signIn("thu-truong-so"))
      .get("/don-vi/so-noi-vu/phieu-diem/tep")
    #expect(page.body == sheet.response.body)
    let report = try await head.get("/units/so-noi-vu/papers/report")
    #expect(report.status == 200 && report.response.body.starts(with: [0x50, 0x4B]))
    let none = try await world.program("thu-truong").get("/units/so-y-te/papers/sheet")
    #expect(none.status == 404 && none.code == "not-found", "nothing is handed in")
  }
}
