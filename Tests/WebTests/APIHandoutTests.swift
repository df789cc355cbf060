import Foundation
import Loading
import Reports
import Spreadsheets
import Store
import TestSupport
import TestWorkbooks
import Testing

@testable import Web

/// Notices, closings and files to take away, as programs have them.
@Suite struct APIHandoutTests {
  private func bytes(_ answer: Answer) async throws -> [UInt8] {
    let file = try #require(answer.response.file)
    var bytes: [UInt8] = []
    while let piece = try await file.next() { bytes += piece }
    return bytes
  }

  @Test func `notices are listed and marked as read, as the page counts them`() async throws {
    let world = try await WebWorld(at: "2017-12-18T08:00:00")
    let program = try world.program("thu-truong")
    let list = try await program.get("/notices")
    let notices = list["notices"]?.elements ?? []
    #expect(!notices.isEmpty && list["count"]?.whole == notices.count)
    #expect(list["unread"]?.whole == notices.count)
    #expect(notices.contains { $0["title"]?.text?.contains("sắp hết hạn") == true })
    let first = try #require(notices.first?["key"])
    let read = try await program.post("/notices/read", ["notices": [first, first, "e999"]])
    #expect(read["unread"]?.whole == notices.count - 1)
    let after = try await program.get("/notices")
    #expect(after["notices", "0", "unread"] == false && after["unread"] == read["unread"])
    let page = try await world.signIn("thu-truong").get("/thong-bao").text
    #expect(page.contains("\(notices.count - 1) thông báo chưa đọc"))
    #expect(try await program.get("/notices?page=99")["page"] == 1)
    let other = try await world.program("kiem-tra").post("/notices/read", ["notices": [first]])
    #expect(other.status == 200, "what is not its own is passed over")
  }

  @Test func `dossiers are closed and closed again, and the sheet is taken home`() async throws {
    let dossiers = try await ClosingWorld()
    let program = try dossiers.world.program(ClosingWorld.keeper)
    #expect(try await program.get("/closings")["closings"] == [])
    let said: JSONValue = ["name": "Năm 2017", "closedOn": "2017-12-15", "seen": 0]
    for _ in 0..<2 {
      let closed = try await program.post("/closings", said)
      #expect(closed.status == 200 && closed["seen"] == 1)
      #expect(closed["closings", "0", "version"] == 1 && closed["closings", "0", "intact"] == true)
    }
    #expect(dossiers.folders == ["1"])
    try dossiers.write("dossiers/motcua.csv", ClosingWorld.later)
    let late = try await program.post(
      "/closings", ["name": "Khác", "closedOn": "2017-12-15", "seen": 0])
    #expect(late.status == 409 && dossiers.folders == ["1"])
    let again = try await program.post(
      "/closings", ["name": "Năm 2017", "closedOn": "2017-12-15", "seen": 1, "replaces": 1])
    #expect(again["closings", "0", "version"] == 2)
    #expect(again["closings", "0", "closedOn"] == "2017-12-15")
    let sheet = try await program.get("/closings/2/handover.txt")
    #expect(sheet.response.header("content-type") == "text/plain; charset=utf-8")
    #expect(
      try await bytes(sheet) == dossiers.world.home.bytes(of: "closings/ky/2/handover.txt"))
    #expect(try await program.get("/closings/9/closing.yaml").status == 404)
    #expect(try await program.get("/closings/1/parindex.sqlite").status == 404)
    let future = try await program.post(
      "/closings", ["name": "Khác", "closedOn": "2018-01-01", "seen": 2])
    #expect(future.status == 422 && future.faults == ["/closedOn: bad-value"])
    let unseen = try await program.post(
      "/closings", ["name": "Khác", "closedOn": "2017-12-15", "seen": 9])
    #expect(unseen.faults == ["/seen: unknown-closing"])
    // What is wrong with the records is told, and not where they lie on the server.
    try dossiers.write(
      "dossiers/records.yaml",
      ClosingWorld.records.replacing("rules: dossier-rules", with: "rules: khong-co"))
    let failed = try await program.post(
      "/closings", ["name": "Khác", "closedOn": "2017-12-15", "seen": 2])
    #expect(failed.status == 409 && failed.code == "procedure-refused")
    let places = (failed["errors"]?.elements ?? []).compactMap { $0["place"]?["path"]?.text }
    #expect(places.contains("dossiers/records.yaml"), "\(failed.response.text)")
    #expect(!failed.response.text.contains(dossiers.world.home.path))
    try dossiers.write("dossiers/records.yaml", ClosingWorld.records)
    let reader = try dossiers.world.program("kiem-tra")
    #expect(try await reader.get("/closings?again=true")["seen"] == 2)
    #expect(try await reader.post("/closings", said).status == 403)
  }

  @Test func `a part goes out and comes back, shown first, recorded once`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let program = try world.program("giup-viec")
    let out = try await program.get("/work/part?unit=so-noi-vu")
    var book = try RetypedWorkbook(out.response.body)
    let typed: PartTests.Typed = [
      "decision": .text("Cho điểm"), "points": .text("1"),
      "ground": .text("Đạt một phần yêu cầu"), "reason": .text("Thiếu báo cáo"),
      "basis": .text("12/BC-SNV"),
    ]
    for (name, content) in typed {
      let isThere = book.type(content, in: "so-noi-vu/1.1.2", under: name)
      #expect(isThere, "\(name)")
    }
    let filled = try book.bytes()
    func send(_ query: String, _ bytes: [UInt8]? = nil) async throws -> Answer {
      try await program.send(
        .post, "/work/part\(query)", bytes: bytes ?? filled, ["content-type": APIOperation.bytes])
    }
    let shown = try await send("?dryRun=true")
    #expect(shown.status == 200, "\(shown.response.text)")
    #expect(shown["lines", "0", "item"] == "1.1.2" && shown["trial", "items"] != [])
    #expect(try world.events(of: "so-noi-vu").count == 1)
    let needsApprover = shown["proposed"] == 1
    if needsApprover {
      let alone = try await send("")
      #expect(alone.status == 409 && alone["current", "lines", "0", "fate"] == "propose")
    }
    #expect(try await send("?propose=true").status == 200)
    let again = try await send("?propose=true")
    #expect(again["lines", "0", "fate"] == "already" && again["recorded"] == 0)
    #expect(try world.events(of: "so-noi-vu").count == (needsApprover ? 1 : 2))
    #expect(try await send("", Array("no workbook".utf8)).status == 422)
    #expect(try await world.program("hoi-dong").get("/work/part").status == 403)
    #expect(world.names("uploads").isEmpty)
  }

  @Test func `a round without dossiers has no closings`() async throws {
    let world = try await WebWorld()
    #expect(try await world.program("to-chuc").get("/closings").status == 404)
  }

  @Test func `papers to take away are those of the page`() async throws {
    let world = try await WebWorld()
    let program = try world.program("to-chuc")
    let list = try await program.get("/handouts")
    #expect(list["handouts"]?.elements.map { $0["file"]?.text } == Handout.all.map(\.file))
    let answer = try await program.get("/handouts/bo-tieu-chi.zip")
    #expect(answer.response.header("content-type") == "application/zip")
    #expect(try await bytes(answer).starts(with: [0x50, 0x4B]))
    #expect(try await program.get("/handouts/khong-co.zip").status == 404)
    #expect(try await world.program("can-bo").get("/handouts/bo-tieu-chi.zip").status == 403)
    #expect(world.names("uploads").isEmpty)
  }
}
