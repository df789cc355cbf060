import Diagnostics
import EventLog
import Foundation
import Glibc
import Grading
import Loading
import Store
import TestSupport
import Testing

@testable import Web

/// What no shelf takes, and what a shelf survives.
@Suite struct HostileShelfTests {
  private static let shelf = "/don-vi/so-y-te/tai-lieu"
  private static let document = shelf + "/ke-hoach-7-kh-syt"

  @Test func `who may not, or not any more, adds nothing and writes nothing`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let file = (name: "a.pdf", bytes: SampleFile.pdf)
    #expect(await browser.upload(file: file, to: "/don-vi/so-do/tai-lieu").status == 403)
    for token in ["", "x", try await world.signIn("can-bo-2").token] {
      #expect(await browser.upload(file: file, token: token).status == 403)
    }
    let late = await browser.upload(file: file) { $0.parts.append($0.parts.removeFirst()) }
    #expect(late.status == 403, "the token comes behind the file")
    #expect(await browser.upload(file: file) { $0.parts.removeFirst() }.status == 403)
    #expect(await browser.upload { $0.parts.removeFirst() }.status == 403)
    #expect(await browser.upload(file: file, headers: ["origin": "https://evil.vn"]).status == 403)
    for login in ["to-chuc", "giup-viec", "kiem-tra", "hoi-dong", "so-do"] {
      let other = try await world.signIn(login)
      #expect(await other.upload(file: file).status == 403, "\(login)")
    }
    for path in ["/don-vi/so-y-te/nop", "/don-vi/so-y-te/muc/1.1.2", "/tai-khoan"] {
      #expect(await browser.upload(file: file, to: path).status == 415)
    }
    let nobody = await browser.upload(file: file, headers: ["cookie": ""])
    #expect(nobody.status == 401 || nobody.status == 303)
    try world.setTime(local: "2017-12-20T17:01:00")
    #expect(await browser.upload(file: file).status == 403)
    #expect(
      await browser.post(Self.shelf + "/ke-hoach", ["version": "0", "act": "remove"]).status == 403)
    let page = await browser.get(Self.shelf).text
    #expect(page.contains("Đã hết hạn tự chấm điểm") && !page.contains("enctype"))
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
    #expect(world.names(WebWorld.evidence).isEmpty && world.names("uploads").isEmpty)
  }

  @Test func `another unit's document is nobody's here`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let other = try await world.signIn("so-do")
    _ = await other.upload(file: ("a.pdf", SampleFile.pdf), to: "/don-vi/so-do/tai-lieu")
    #expect(world.names("ky/units/so-do/evidence").count == 1)
    for path in ["", "/ke-hoach-7-kh-syt", "/ke-hoach-7-kh-syt/tep"] {
      #expect(await browser.get("/don-vi/so-do/tai-lieu\(path)").status == 403)
    }
    #expect(await browser.get(Self.document).status == 404)
    let forged = await browser.post(Self.document, ["version": "1", "act": "remove"])
    #expect(forged.status == 404)
    let elsewhere = await browser.post(
      "/don-vi/so-do/tai-lieu/ke-hoach-7-kh-syt", ["version": "1", "act": "remove"])
    #expect(elsewhere.status == 403)
    let cited = await browser.post(
      "/don-vi/so-y-te/muc/1.1.1", ["version": "0", "e.0.id": "ke-hoach-7-kh-syt"])
    #expect(cited.status == 400)
    #expect(world.names("ky/units/so-do/evidence").count == 1)
  }

  @Test func `what is no evidence is refused with what is taken`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    for (name, text) in [
      ("a.pdf", "<html><script>alert(1)</script>"), ("a.png", "<svg onload='x'/>"),
      ("a.docx", "MZ\u{1}\u{0}"), ("a.pdf", "PK\u{3}\u{4}"),
    ] {
      let answer = await browser.upload(file: (name, Array(text.utf8)))
      #expect(answer.status == 422 && answer.text.contains("Chỉ nhận PDF; ảnh PNG"), "\(text)")
    }
    #expect(await browser.upload(file: ("a.pdf", [])).text.contains("Tệp rỗng"))
    let two = await browser.upload(file: ("a.pdf", SampleFile.pdf)) { $0.parts.append($0.parts[3]) }
    #expect(two.status == 400 && two.text.contains("Mỗi lần chỉ gửi một tệp"))
    let nothing = await browser.upload(["kind": ""])
    #expect(nothing.status == 422 && nothing.text.contains("id=\"file-f\""))
    let both = await browser.upload(["kind": "a", "shown": "1"], file: ("a.pdf", SampleFile.pdf))
    #expect(both.status == 422 && both.text.contains("id=\"shown-f\""))
    for url in ["javascript:alert(1)", "http://a b", "ftp://a.vn"] {
      let link = await browser.upload(["kind": "đường dẫn", "url": url])
      #expect(link.status == 422 && link.text.contains("id=\"url-f\""), "\(url)")
    }
    #expect(world.names(WebWorld.evidence).isEmpty && world.names("uploads").isEmpty)
  }

  @Test func `each limit is counted, not believed`() async throws {
    let size = SampleFile.pdf.count
    let file = (name: "a.pdf", bytes: SampleFile.pdf)
    let small = try await WebWorld { $0.evidence.largestFile = size - 1 }
    var browser = try await small.signIn("can-bo")
    let long = await browser.upload(file: file)
    #expect(long.status == 413 && long.text.contains("Tệp lớn hơn 44 byte"))
    let told = await browser.upload(headers: ["content-length": "99999999"])
    #expect(told.status == 413)
    #expect(small.names("uploads").isEmpty && small.names(WebWorld.evidence).isEmpty)
    let exact = try await WebWorld {
      $0.evidence.largestFile = size
      $0.evidence.largestShelf = size + 19
      $0.evidence.mostDocuments = 3
    }
    browser = try await exact.signIn("can-bo")
    #expect(await browser.upload(file: file).status == 303)
    let full = await browser.upload(["kind": "ảnh"], file: ("b.png", SampleFile.png))
    #expect(full.status == 413 && full.text.contains("Tổng dung lượng"))
    #expect(await browser.upload(["kind": "ảnh", "url": "https://a.vn"]).status == 303)
    let many = await browser.upload(["kind": "ảnh", "url": "https://b.vn"])
    #expect(many.status == 409 && many.text.contains("đã có 3 tài liệu"))
    let busy = try await WebWorld { $0.evidence.mostUploads = 0 }
    let answer = try await busy.signIn("can-bo").upload(file: file)
    #expect(answer.status == 503 && answer.header("retry-after") == "60")
  }

  @Test func `a connection that breaks leaves nothing, and a killed server's half file is swept`()
    async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let broken = await browser.upload(file: ("a.pdf", SampleFile.pdf)) { $0.closes = false }
    #expect(broken.status == 400 && broken.text.contains("Đường truyền bị ngắt"))
    struct Gone: Error {}
    let seen = Seen()
    let stream = BodyStream { take in
      var form = UploadForm([("token", browser.token), ("kind", "a")], file: ("a", SampleFile.pdf))
      form.closes = false
      try await take(form.bytes + [UInt8](repeating: 7, count: 1_000))
      seen.names = world.names("uploads")
      throw Gone()
    }
    let answer = await world.application.respond(
      to: WebRequest(
        .post, Self.shelf,
        headers: [
          "content-type": "multipart/form-data; boundary=\(UploadForm.boundary)",
          "cookie": "parindex=\(browser.cookie)",
        ], stream: stream))
    #expect(answer.status == 500)
    #expect(seen.names.count == 1, "it was on its way")
    #expect(world.names("uploads").isEmpty && world.names(WebWorld.evidence).isEmpty)
    try world.home.write("uploads/0123.dang-tai", "half")
    try world.home.write("uploads/README", "somebody's own")
    try EvidenceSettings.sweep(world.home.path("uploads"), world.store, at: world.now)
    #expect(world.names("uploads") == ["README"])
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
  }

  private final class Seen: @unchecked Sendable {
    var names: [String] = []
  }

  @Test func `a disk that cannot be written to gives a clear page and keeps what was there`()
    async throws
  {
    // A place that is no folder, so that the test holds for root too.
    let world = try await WebWorld { $0.evidence.folder = "/dev/null/uploads" }
    let browser = try await world.signIn("can-bo")
    let answer = await browser.upload(file: ("a.pdf", SampleFile.pdf))
    #expect(answer.status == 500 && answer.text.contains("không ghi được tệp"))
    #expect(await browser.upload(["kind": "a", "url": "https://a.vn"]).status == 303)
    let blocked = try await WebWorld()
    try blocked.home.write(WebWorld.evidence, "a file where the folder should be")
    let other = try await blocked.signIn("can-bo").upload(file: ("a.pdf", SampleFile.pdf))
    #expect(other.status == 500 && other.text.contains("không ghi được tệp"))
    #expect(blocked.names("uploads").isEmpty)
    #expect(try blocked.store.drafts(of: "so-y-te").isEmpty)
  }

  @Test func `a shelf with faults is mended in its file, and nothing of it is lost`() async throws {
    let world = try await WebWorld()
    let broken = """
      format: parindex/evidence@1
      documents:
        - {id: ke-hoach, kind: kế hoạch, date: 2017-13-45, sha256: nothing}

      """
    try world.home.write("ky/units/so-y-te/evidence.yaml", broken)
    let browser = try await world.signIn("can-bo")
    let answer = await browser.upload(file: ("a.pdf", SampleFile.pdf))
    #expect(answer.status == 409)
    #expect(await browser.get(Self.shelf).text.contains("Tệp của đơn vị có lỗi"))
    #expect(try world.home.bytes(of: "ky/units/so-y-te/evidence.yaml") == Array(broken.utf8))
    #expect(world.names(WebWorld.evidence).isEmpty)
  }

  @Test func `any id that a file has can be asked for`() async throws {
    let world = try await WebWorld()
    try world.home.write(
      "ky/units/so-y-te/evidence.yaml",
      """
      format: parindex/evidence@1
      documents:
        - {id: "Kế hoạch/1 ..", kind: kế hoạch, file: evidence/a.pdf}

      """)
    try world.home.write("\(WebWorld.evidence)/a.pdf", bytes: SampleFile.pdf)
    let browser = try await world.signIn("can-bo")
    let page = await browser.get(Self.shelf).text
    let link = try #require(page.firstMatch(of: /href="([^"]*\/tep)"/)).1
    #expect(link.hasPrefix(Self.shelf + "/x-"))
    #expect(try await browser.bytes(String(link)).bytes == SampleFile.pdf)
    let edit = await browser.post(String(link.dropLast(4)), ["version": "0", "kind": "báo cáo"])
    #expect(edit.status == 303)
    #expect(await browser.get(Self.shelf).text.contains("báo cáo"))
  }

  // MARK: The scanner

  private func scanner(_ script: String, _ home: TemporaryFolder) throws -> FileScanner {
    let path = try home.write("scan", "#!/bin/sh\n" + script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return try #require(FileScanner(program: path))
  }

  @Test func `the scanner sees the file whole, and only its yes keeps it`() async throws {
    let home = try TemporaryFolder()
    let seen = home.path("seen")
    let yes = try scanner("cp \"$1\" \(seen); echo \"$#\" > \(seen).count\n", home)
    let world = try await WebWorld { $0.evidence.scanner = yes }
    let kept = try await world.signIn("can-bo").upload(file: ("$(a).pdf", SampleFile.pdf))
    #expect(kept.status == 303)
    #expect(try home.bytes(of: "seen") == SampleFile.pdf)
    #expect(try home.lines(of: "seen.count") == ["1"])
    let no = try scanner("echo 'Eicar FOUND'; echo more; exit 1\n", home)
    #expect(no.look(at: "/x") == .found("Eicar FOUND"))
    let other = try await WebWorld { $0.evidence.scanner = no }
    let refused = try await other.signIn("can-bo").upload(file: ("a.pdf", SampleFile.pdf))
    #expect(refused.status == 422 && refused.text.contains("Chương trình quét không cho qua"))
    #expect(!refused.text.contains("Eicar"), "what it says is for the log")
    #expect(other.names(WebWorld.evidence).isEmpty && other.names("uploads").isEmpty)
  }

  @Test func `a scanner that hangs, floods or is killed lets nothing pass`() throws {
    let home = try TemporaryFolder()
    var slow = try scanner("sleep 60 & sleep 60\n", home)
    slow.limit = 200
    #expect(slow.look(at: "/x") == .found("took too long"))
    var silent = try scanner("exec >&- 2>&-; sleep 60\n", home)
    silent.limit = 200
    #expect(silent.look(at: "/x") == .found("took too long"), "it says nothing and runs on")
    #expect(try scanner("kill -9 $$\n", home).look(at: "/x") == .found(""))
    #expect(
      try scanner("yes | head -c 500000; exit 3\n", home).look(at: "/x") == .found("y"))
    #expect(try scanner("yes | head -c 500000\n", home).look(at: "/x") == .clean)
    // It gets nothing that the server has open, even where that would be handed on.
    let open = Glibc.open("/dev/null", O_RDONLY)
    defer { close(open) }
    let script = "test -e /proc/$$/fd/1 && test ! -e /proc/$$/fd/\(open)\n"
    #expect(try scanner(script, home).look(at: "/x") == .clean)
    #expect(FileScanner(program: "/khong/co") == nil && FileScanner(program: "true") == nil)
  }
}
