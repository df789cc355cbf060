import Foundation
import Loading
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// A unit's evidence through the API: sent whole or in pieces, on the shelf, cited, handed in.
@Suite struct APIEvidenceTests {
  private static let shelf = "/units/so-y-te/documents"
  private static let uploads = "/units/so-y-te/uploads"
  private static let file = SampleFile.pdf + Array(repeating: 0x20, count: 400)
  private static let digest = FileAccess.digest(file)
  private static let new: JSONValue = [
    "name": "kế hoạch.pdf", "size": .number(String(file.count)), "sha256": .string(digest),
  ]

  private func begin(_ program: Program, _ said: JSONValue = new) async throws -> String {
    try #require(try await program.post(Self.uploads, said)["upload"]?.text)
  }

  private func bytes(_ answer: Answer) async throws -> [UInt8] {
    let file = try #require(answer.response.file)
    var bytes: [UInt8] = []
    while let piece = try await file.next() { bytes += piece }
    return bytes
  }

  @Test func `a file comes whole, is a document, is cited and handed in, all by programs`()
    async throws
  {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    let id = try await begin(program)
    let whole = try await program.piece(Self.file[...], to: "\(Self.uploads)/\(id)")
    #expect(whole["received"]?.whole == Self.file.count && whole["document"] == .null)
    let said: JSONValue = [
      "kind": "kế hoạch", "number": "7/KH-SYT", "date": "2017-02-02", "upload": .string(id),
    ]
    for _ in 0..<2 {
      let added = try await program.post(Self.shelf, said)
      #expect(added["id"] == "ke-hoach-7-kh-syt" && added["edition"] == 1)
      #expect(added["sha256"] == .string(Self.digest) && added["date"] == "2017-02-02")
    }
    #expect(
      try await program.get("\(Self.uploads)/\(id)")["document"] == "ke-hoach-7-kh-syt")
    let file = try await program.get("\(Self.shelf)/ke-hoach-7-kh-syt/file")
    #expect(try await bytes(file) == Self.file)
    #expect(
      file.response.header("content-disposition")
        == "attachment; filename=\"ke-hoach-7-kh-syt.pdf\"")
    for item in ["1.1.1", "1.1.2"] {
      let path = "/units/so-y-te/items/\(item)"
      let edition = try #require(try await program.get(path)["edition"])
      let cited = try await program.put(
        path,
        [
          "edition": edition, "inputs": ["planned": "8", "completed": "8"],
          "evidence": [["document": "ke-hoach-7-kh-syt", "section": "II"]],
        ])
      #expect(cited.status == 200 || cited.code == "cannot-be-meant", "\(cited.response.text)")
    }
    let list = try await program.get(Self.shelf)
    let mine = list["documents"]?.elements.first { $0["id"] == "ke-hoach-7-kh-syt" }
    #expect(mine?["items"]?.elements.contains("1.1.2") == true)
    let gone = try await program.post(
      "\(Self.shelf)/ke-hoach-7-kh-syt/removal", ["edition": 1])
    #expect(gone.status == 409, "it is cited")
    let page = try await world.signIn("can-bo-2").get("/don-vi/so-y-te/tai-lieu").text
    #expect(page.contains("ke-hoach-7-kh-syt"))
  }

  @Test func `pieces go on where the file stands, for programs as for pages`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    let path = "\(Self.uploads)/\(try await begin(program))"
    #expect(try await program.piece(Self.file[..<100], to: path)["received"] == 100)
    let wrong = try await program.piece(Self.file[..<100], to: path)
    #expect(wrong.status == 409 && wrong["current", "received"] == 100)
    #expect(try await program.get(path)["received"] == 100)
    #expect(try await begin(program) == String(path.suffix(32)), "the same bytes once more")
    let early = try await program.post(
      Self.shelf, ["kind": "a", "upload": .string(String(path.suffix(32)))])
    #expect(early.status == 409)
    let long = try await program.piece((Self.file + [1])[100...], at: 100, to: path)
    #expect(long.status == 413 && long["current", "received"] == 100)
    #expect(
      try await program.piece(Self.file[100...], at: 100, to: path)["received"]?.whole
        == Self.file.count)
  }

  @Test func `what a page would refuse is refused, member by member`() async throws {
    let world = try await WebWorld { $0.evidence.largestFile = 1_000 }
    let program = try world.program("can-bo")
    let large = try await program.post(Self.uploads, ["name": "a", "size": 1_001])
    #expect(large.status == 413)
    #expect(try await program.post(Self.uploads, ["name": "a", "size": 0]).status == 400)
    let nothing = try await program.post(Self.shelf, ["kind": " "])
    #expect(nothing.status == 422)
    #expect(nothing.faults == ["/upload: bad-value", "/kind: bad-value"])
    let both = try await program.post(
      Self.shelf, ["kind": "a", "url": "javascript:alert(1)", "date": "32/01/2017"])
    #expect(both.faults == ["/date: bad-value", "/url: bad-value"])
    let forged = try await program.post(
      Self.shelf, ["kind": "a", "upload": .string(String(repeating: "0", count: 32))])
    #expect(forged.status == 409)
    let html = Array("<html><script>".utf8)
    let id = try await begin(program, ["name": "a.pdf", "size": .number(String(html.count))])
    _ = try await program.piece(html[...], to: "\(Self.uploads)/\(id)")
    let refused = try await program.post(Self.shelf, ["kind": "a", "upload": .string(id)])
    #expect(refused.status == 422 && refused.json["detail"]?.text?.contains("Chỉ nhận PDF") == true)
    #expect(world.names(WebWorld.evidence).isEmpty)
    let typed = try await program.send(
      .put, "\(Self.uploads)/\(id)", bytes: Array("{}".utf8),
      ["content-type": "application/json"])
    #expect(typed.status == 415)
  }

  @Test func `a document is mended and taken off, and nobody is overwritten`() async throws {
    let world = try await WebWorld()
    let (program, other) = (try world.program("can-bo"), try world.program("can-bo-2"))
    let link: JSONValue = ["kind": "đường dẫn", "title": "Trang", "url": "https://so-y-te.vn/a"]
    let added = try await program.post(Self.shelf, link)
    let path = "\(Self.shelf)/\(try #require(added["address"]?.text))"
    let mended = try await program.put(
      path, ["edition": 1, "kind": "đường dẫn", "url": "https://so-y-te.vn/b"])
    #expect(mended["url"] == "https://so-y-te.vn/b" && mended["edition"] == 2)
    #expect(mended["title"] == "", "all of it is replaced")
    let late = try await other.put(path, ["edition": 1, "kind": "ảnh", "url": "https://c.vn"])
    #expect(late.status == 409 && late["current", "url"] == "https://so-y-te.vn/b")
    #expect(try await program.put(path, ["edition": 2, "kind": "a"]).status == 422)
    #expect(try await other.post("\(path)/removal", ["edition": 1]).status == 409)
    let rest = try await other.post("\(path)/removal", ["edition": 2])
    #expect(rest.status == 200)
    #expect(rest["documents"]?.elements.contains { $0["address"] == added["address"] } == false)
    #expect(try await program.put(path, ["edition": 0, "kind": "a"]).status == 404)
    #expect(try await program.get("\(path)/file").status == 404)
  }

  @Test func `appraisers open what was handed in, and nothing else`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    _ = try await program.post(Self.shelf, ["kind": "a", "shownInPerson": true])
    let appraiser = try world.program("giup-viec")
    #expect(try await appraiser.get(Self.shelf)["documents"] == [])
    let own = try await appraiser.get("/units/so-noi-vu/documents")
    for document in own["documents"]?.elements ?? [] where document["sha256"] != .null {
      let address = document["address"]?.text ?? ""
      #expect(try await appraiser.get("/units/so-noi-vu/documents/\(address)/file").status == 200)
    }
    #expect(own.status == 200)
  }
}

extension Program {
  /// Sends a piece of a file.
  fileprivate func piece(
    _ bytes: ArraySlice<UInt8>, at offset: Int? = nil, to path: String
  ) async throws -> Answer {
    try await send(
      .put, path + (offset.map { "?offset=\($0)" } ?? ""), bytes: Array(bytes),
      ["content-type": APIOperation.bytes])
  }
}
