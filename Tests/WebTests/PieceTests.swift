import Foundation
import Loading
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// Files that come onto a unit's shelf in pieces, over a line that breaks.
@Suite struct PieceTests {
  private static let shelf = "/don-vi/so-y-te/tai-lieu"
  private static let pieces = "/don-vi/so-y-te/tai-len"
  /// Some hundred bytes, to cut anywhere.
  private static let file = SampleFile.pdf + Array(repeating: 0x20, count: 400)
  private static let digest = FileAccess.digest(file)

  /// What the script says of the file before it sends any of it.
  private static func promise(
    _ digest: String? = Self.digest, size: Int = file.count
  ) -> [String: String] {
    ["name": "Kế hoạch.pdf", "size": String(size), "sha256": digest ?? ""]
  }

  private func begin(_ browser: Browser, _ said: [String: String] = promise()) async throws
    -> String
  {
    let answer = await browser.post(Self.pieces, said)
    #expect(answer.status == 200 && answer.header("content-type") == "application/json")
    return try #require(answer.json["upload"]?.text)
  }

  @Test
  func `a file comes in pieces, breaks off, goes on, and is the document that it would be whole`()
    async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let id = try await begin(browser)
    let first = await browser.piece(Self.file[..<100], at: 0, to: id)
    #expect(first.status == 200 && first.received == 100)
    #expect(
      await browser.piece(Self.file[100..<300], at: 100, to: id, breaksAfter: 50).status == 500)
    let count = await browser.get("\(Self.pieces)/\(id)")
    #expect(count.status == 200 && count.received == 150, "what came before the break stays")
    #expect(try await begin(browser) == id, "the same file, chosen again, is known")
    let wrong = await browser.piece(Self.file[100..<200], at: 100, to: id)
    #expect(wrong.status == 409 && wrong.received == 150)
    let early = await browser.upload(["kind": "kế hoạch", "number": "7/KH-SYT", "upload": id])
    #expect(early.status == 409 && early.text.contains("Tệp chưa tải lên hết"))
    let last = await browser.piece(Self.file[150...], at: 150, to: id)
    #expect(last.status == 200 && last.received == Self.file.count)
    let faulty = await browser.upload(["kind": "", "upload": id])
    #expect(faulty.status == 422 && faulty.text.contains("id=\"kind-f\""))
    let form = ["kind": "kế hoạch", "number": "7/KH-SYT", "upload": id]
    for _ in 0..<2 {
      let added = await browser.upload(form)
      #expect(added.status == 303)
      #expect(added.header("location") == Self.shelf + "?da-them=ke-hoach-7-kh-syt")
    }
    let name = "ke-hoach-7-kh-syt-\(Self.digest.prefix(16)).pdf"
    #expect(world.names(WebWorld.evidence) == [name])
    #expect(try world.home.bytes(of: "\(WebWorld.evidence)/\(name)") == Self.file)
    #expect(world.names("uploads").isEmpty)
    #expect(try world.store.drafts(of: "so-y-te").count == 1)
    #expect(await browser.get("\(Self.pieces)/\(id)").received == Self.file.count)
    let more = await browser.piece([1], at: Self.file.count, to: id)
    #expect(more.status == 409)
  }

  @Test func `a server that comes back goes on with what is there, and only with that`()
    async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let id = try await begin(browser)
    _ = await browser.piece(Self.file[..<100], at: 0, to: id)
    try world.home.write("uploads/0123.tung-phan", "nobody's")
    try EvidenceSettings.sweep(world.home.path("uploads"), world.store, at: world.now)
    #expect(world.names("uploads") == ["\(id).tung-phan"])
    #expect(await browser.get("\(Self.pieces)/\(id)").received == 100)
    let day = world.now + Store.UploadLimit.seconds
    try EvidenceSettings.sweep(world.home.path("uploads"), world.store, at: day)
    #expect(world.names("uploads").isEmpty)
    #expect(await browser.get("\(Self.pieces)/\(id)").status == 404)
  }

  @Test func `bytes that are not the promised ones are no document`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let id = try await begin(browser, Self.promise(String(repeating: "0", count: 64)))
    _ = await browser.piece(Self.file[...], at: 0, to: id)
    let other = await browser.upload(["kind": "a", "upload": id])
    #expect(other.status == 422 && other.text.contains("mã kiểm tra toàn vẹn (SHA-256) đã báo"))
    // Sent again, it is not the same wrong bytes that are asked about.
    let again = try await begin(browser, Self.promise(String(repeating: "0", count: 64)))
    #expect(again != id)
    #expect(await browser.get("\(Self.pieces)/\(again)").received == 0)
    #expect(await browser.get("\(Self.pieces)/\(id)").status == 404)
    let page = Array("<html><script>alert(1)</script>".utf8)
    let script = try await begin(browser, Self.promise(nil, size: page.count))
    _ = await browser.piece(page[...], at: 0, to: script)
    let refused = await browser.upload(["kind": "a", "upload": script])
    #expect(refused.status == 422 && refused.text.contains("Chỉ nhận PDF; ảnh PNG"))
    #expect(world.names(WebWorld.evidence).isEmpty)
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
  }

  @Test func `each limit is counted, not believed`() async throws {
    let size = Self.file.count
    let world = try await WebWorld {
      $0.evidence.largestFile = size
      $0.evidence.mostInPiecesOfOne = 2
      $0.evidence.mostInPieces = 3
    }
    let browser = try await world.signIn("can-bo")
    let large = await browser.post(Self.pieces, Self.promise(size: size + 1))
    #expect(large.status == 413 && large.json["text"]?.text?.contains("Tệp lớn hơn") == true)
    for said in [
      Self.promise(size: -1), ["name": "a"], ["size": "5"], Self.promise("xyz"),
      ["name": String(repeating: "a", count: 501), "size": "5"],
    ] {
      #expect([400, 422].contains(await browser.post(Self.pieces, said).status), "\(said)")
    }
    #expect(await browser.post(Self.pieces, Self.promise(size: 0)).status == 422)
    let id = try await begin(browser)
    _ = await browser.piece(Self.file[..<10], at: 0, to: id)
    let long = await browser.piece((Self.file + [1])[10...], at: 10, to: id, chunk: 7)
    #expect(long.status == 413 && long.received == 10)
    #expect(try world.home.bytes(of: "uploads/\(id).tung-phan").count == 10)
    let second = try await begin(browser, Self.promise(nil))
    // Both had a piece within a quarter of an hour.
    let began = world.now
    for later in [0, Store.UploadLimit.idle - 1] {
      try world.setTime(seconds: began + later)
      let crowded = await browser.post(Self.pieces, Self.promise(nil))
      #expect(crowded.status == 409)
      #expect(crowded.json["text"]?.text?.contains("đang tải lên 2 tệp khác") == true)
    }
    #expect(await browser.get("\(Self.pieces)/\(id)").received == 10, "nothing gave way")
    _ = await browser.piece(Self.file[10..<20], at: 10, to: id)
    try world.setTime(seconds: began + Store.UploadLimit.idle)
    let third = try await begin(browser, Self.promise(nil))
    #expect(await browser.get("\(Self.pieces)/\(second)").status == 404, "it stood still")
    #expect(await browser.get("\(Self.pieces)/\(id)").received == 20)
    #expect(world.names("uploads") == [id, third].map { "\($0).tung-phan" }.sorted())
    #expect(Set([id, second, third]).count == 3)
    let colleague = try await world.signIn("can-bo-2")
    _ = try await begin(colleague)
    #expect(await colleague.post(Self.pieces, Self.promise(nil)).status == 503)
  }

  @Test func `pieces of an account that was taken away go without a restart`() async throws {
    let world = try await WebWorld()
    let (gone, stays) = (try await world.signIn("can-bo"), try await world.signIn("can-bo-2"))
    let id = try await begin(gone)
    _ = await gone.piece(Self.file[..<10], at: 0, to: id)
    let other = try await begin(stays)
    #expect(try world.store.removeAccount("can-bo"))
    #expect(await gone.piece([1], at: 10, to: id).status == 401)
    // Whatever anybody asks for, once a quarter of an hour went by.
    let began = world.now
    try world.setTime(seconds: began + Store.UploadLimit.idle - 1)
    _ = await stays.get("/don-vi/so-y-te")
    #expect(world.names("uploads") == [id, other].map { "\($0).tung-phan" }.sorted())
    try world.setTime(seconds: began + Store.UploadLimit.idle)
    _ = await stays.get("/don-vi/so-y-te")
    #expect(world.names("uploads") == ["\(other).tung-phan"])
    // Or as soon as a file begins.
    try world.home.write("uploads/0123.tung-phan", "nobody's")
    _ = try await begin(stays, Self.promise(nil))
    #expect(!world.names("uploads").contains("0123.tung-phan"))
    #expect(world.names("uploads").count == 2)
  }

  @Test func `what is on the shelf already is told before any of it is sent`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    _ = await browser.upload(file: ("a.pdf", Self.file))
    let answer = await browser.post(Self.pieces, Self.promise())
    #expect(answer.status == 409)
    #expect(answer.json["text"]?.text?.contains("đã có trong danh mục") == true)
  }

  @Test func `who may not begins nothing and goes on with nothing`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let id = try await begin(browser)
    for login in ["to-chuc", "giup-viec", "kiem-tra", "hoi-dong", "so-do"] {
      let other = try await world.signIn(login)
      #expect(await other.post(Self.pieces, Self.promise()).status == 403, "\(login)")
      #expect(await other.get("\(Self.pieces)/\(id)").status == 403)
      #expect(await other.piece([1], at: 0, to: id).status == 403)
    }
    let colleague = try await world.signIn("can-bo-2")
    #expect(await colleague.piece([1], at: 0, to: id).status == 404)
    #expect(await colleague.upload(["kind": "a", "upload": id]).status == 409)
    for forged in ["0123", "..", "a.dang-tai", String(repeating: "a", count: 32)] {
      let answer = await browser.piece([1], at: 0, to: forged)
      #expect([404, 415].contains(answer.status), "\(forged)")
    }
    for token in ["", "x", colleague.token] {
      #expect(await browser.piece([1], at: 0, to: id, token: token).status == 403)
      #expect(
        await browser.post(Self.pieces, Self.promise().merging(["token": token]) { $1 }).status
          == 403)
    }
    #expect(
      await browser.piece([1], at: 0, to: id, headers: ["origin": "https://evil.vn"]).status == 403)
    #expect(await browser.piece([1], at: 0, to: id, path: Self.shelf).status == 415)
    #expect(await browser.upload(to: "\(Self.pieces)/\(id)").status == 415)
    try world.setTime(local: "2017-12-20T17:01:00")
    #expect(await browser.piece([1], at: 0, to: id).status == 403)
    #expect(await browser.get("\(Self.pieces)/\(id)").status == 403)
    #expect(world.names("uploads") == ["\(id).tung-phan"])
    #expect(try world.home.bytes(of: "uploads/\(id).tung-phan").isEmpty)
    #expect(world.names(WebWorld.evidence).isEmpty)
  }

  @Test func `a disk that cannot be written to is told in words`() async throws {
    let world = try await WebWorld { $0.evidence.folder = "/dev/null/uploads" }
    let browser = try await world.signIn("can-bo")
    let answer = await browser.post(Self.pieces, Self.promise())
    #expect(answer.status == 500)
    #expect(answer.json["text"]?.text?.contains("không ghi được tệp") == true)
  }

  @Test func `a piece makes no file that is over, where bytes could stand that nobody looked at`()
    async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let id = try await begin(browser)
    try FileManager.default.removeItem(atPath: world.home.path("uploads/\(id).tung-phan"))
    #expect(await browser.piece([1], at: 0, to: id).status == 404)
    #expect(world.names("uploads").isEmpty)
    #expect(await browser.upload(["kind": "a", "upload": id]).status == 409)
    // Promised once more, there is room for it again.
    #expect(try await begin(browser) == id)
    #expect(await browser.piece([1], at: 0, to: id).received == 1)
  }

  @Test func `the page brings a script of its own, and is whole without it`() async throws {
    let world = try await WebWorld()
    let page = try await world.signIn("can-bo").get(Self.shelf).text
    #expect(page.contains("<script src=\"/giao-dien/tai-len.js\" defer>"))
    #expect(page.contains("data-pieces=\"\(Self.pieces)\""))
    #expect(page.contains("id=\"tai-len\" class=\"dim\" role=\"status\""))
    let script = await world.get("/giao-dien/tai-len.js")
    #expect(script.status == 200 && script.text.hasPrefix("\"use strict\";"))
    #expect(script.header("content-type") == "text/javascript; charset=utf-8")
  }
}

extension Browser {
  /// Sends a piece of a file of so-y-te.
  /// - Parameter breaksAfter: after how many bytes the line breaks; nil: it holds.
  fileprivate func piece(
    _ bytes: ArraySlice<UInt8>, at offset: Int, to id: String, token: String? = nil,
    chunk: Int = 64, breaksAfter: Int? = nil, headers: [String: String] = [:],
    path: String? = nil
  ) async -> WebResponse {
    var all = [
      "content-type": "application/octet-stream", "x-form-token": token ?? self.token,
      "host": "parindex.test", "cookie": "parindex=\(cookie)",
    ]
    all.merge(headers) { _, new in new }
    struct Gone: Error {}
    let sent = Array(bytes.prefix(breaksAfter ?? bytes.count))
    let stream = BodyStream { take in
      for start in stride(from: 0, to: sent.count, by: chunk) {
        try await take(Array(sent[start..<min(start + chunk, sent.count)]))
      }
      if breaksAfter != nil { throw Gone() }
    }
    return await world.application.respond(
      to: WebRequest(
        .post, path ?? "/don-vi/so-y-te/tai-len/\(id)?tu=\(offset)", headers: all,
        stream: stream))
  }
}

extension WebResponse {
  fileprivate var json: JSONValue { (try? JSONText.foreignValue(body).get()) ?? .null }
  fileprivate var received: Int? { json["received"]?.whole }
}
