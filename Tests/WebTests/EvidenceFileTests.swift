import Foundation
import Loading
import TestSupport
import Testing

@testable import Web

/// Files of evidence as they are sent: to whom, as what, and which part.
@Suite struct EvidenceFileTests {
  private static let file = "/don-vi/so-y-te/tai-lieu/ke-hoach-7-kh-syt/tep"

  private func world(_ bytes: [UInt8] = SampleFile.pdf) async throws -> (WebWorld, Browser) {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    #expect(await browser.upload(file: ("a.pdf", bytes)).status == 303)
    return (world, browser)
  }

  @Test func `a PDF is shown in the page, and can do nothing there`() async throws {
    let (_, browser) = try await world()
    let (answer, bytes) = try await browser.bytes(Self.file)
    #expect(answer.status == 200 && bytes == SampleFile.pdf)
    #expect(answer.header("content-type") == "application/pdf")
    #expect(
      answer.header("content-disposition") == "inline; filename=\"ke-hoach-7-kh-syt.pdf\"")
    #expect(answer.header("x-content-type-options") == "nosniff")
    #expect(answer.header("cache-control") == "no-store")
    let policies = answer.headers.filter { $0.name == "content-security-policy" }
    #expect(policies.count == 1)
    #expect(policies.first?.value.hasPrefix("default-src 'none'; ") == true)
    #expect(policies.first?.value.contains("script-src") == false)
  }

  @Test func `an image is shown in a sandbox, a text is only kept`() async throws {
    let image = try await world(SampleFile.png).1.bytes(Self.file).answer
    #expect(image.header("content-type") == "image/png")
    #expect(image.header("content-disposition")?.hasPrefix("inline; ") == true)
    #expect(image.header("content-security-policy")?.hasSuffix("; sandbox") == true)
    let text = try await world(Array("alert(1)".utf8)).1.bytes(Self.file).answer
    #expect(text.header("content-type") == "text/plain; charset=utf-8")
    #expect(
      text.header("content-disposition") == "attachment; filename=\"ke-hoach-7-kh-syt.txt\"")
    #expect(text.header("content-security-policy")?.hasSuffix("; sandbox") == true)
  }

  @Test func `a part of a large file is sent alone`() async throws {
    let bytes = SampleFile.pdf + [UInt8](repeating: 7, count: 300_000)
    let (_, browser) = try await world(bytes)
    let count = bytes.count
    for (range, status, wanted, content) in [
      ("bytes=0-9", 206, 0..<10, "bytes 0-9/\(count)"),
      ("bytes=5-", 206, 5..<count, "bytes 5-\(count - 1)/\(count)"),
      ("bytes=-4", 206, count - 4..<count, "bytes \(count - 4)-\(count - 1)/\(count)"),
      (
        "bytes=\(count - 1)-\(count + 9)", 206, count - 1..<count,
        "bytes \(count - 1)-\(count - 1)/\(count)"
      ),
      ("bytes=\(count)-", 416, 0..<0, "bytes */\(count)"),
      ("bytes=-0", 416, 0..<0, "bytes */\(count)"),
      ("bytes=9-3", 200, 0..<count, nil), ("bytes=0-1,4-5", 200, 0..<count, nil),
      ("bytes=a-b", 200, 0..<count, nil), ("bytes=-", 200, 0..<count, nil),
      ("lines=0-1", 200, 0..<count, nil),
      ("bytes=99999999999999999999-", 200, 0..<count, nil),
    ] as [(String, Int, Range<Int>, String?)] {
      let (answer, found) = try await browser.bytes(Self.file, headers: ["range": range])
      #expect(answer.status == status, "\(range)")
      #expect(found == Array(bytes[wanted]), "\(range)")
      #expect(answer.header("content-range") == content, "\(range)")
    }
    let tag = try #require(try await browser.bytes(Self.file).answer.header("etag"))
    let same = try await browser.bytes(Self.file, headers: ["range": "bytes=0-0", "if-range": tag])
    let other = try await browser.bytes(
      Self.file, headers: ["range": "bytes=0-0", "if-range": "\"x\""])
    #expect(same.bytes.count == 1 && other.bytes.count == count)
  }

  @Test func `only the unit sees what is not handed in, afterwards also who may read its sheet`()
    async throws
  {
    let (world, browser) = try await world()
    let others = ["hoi-dong", "giup-viec", "to-chuc", "kiem-tra"]
    for login in others {
      let other = try await world.signIn(login)
      #expect(await other.get(Self.file).status == 404, "\(login)")
      #expect(await other.get("/don-vi/so-y-te/tai-lieu").text.contains("Chưa có tài liệu nào"))
    }
    let head = try await world.signIn("thu-truong")
    #expect(await head.handIn("so-y-te").status == 303)
    for login in others {
      let other = try await world.signIn(login)
      #expect(try await other.bytes(Self.file).bytes == SampleFile.pdf, "\(login)")
      let page = await other.get("/don-vi/so-y-te/tai-lieu").text
      #expect(page.contains("ke-hoach-7-kh-syt") && !page.contains("enctype"))
      #expect(await other.get("/don-vi/so-y-te/tai-lieu/ke-hoach-7-kh-syt").status == 404)
      #expect(await other.upload(file: ("a.pdf", SampleFile.pdf)).status == 403)
    }
    for login in ["so-do", "hoi-dong-huyen"] {
      let other = try await world.signIn(login)
      for path in [Self.file, "/don-vi/so-y-te/tai-lieu"] {
        let answer = await other.get(path)
        #expect(answer.status == 403 && answer.file == nil, "\(login)")
      }
    }
    #expect(await world.get(Self.file).status == 303, "nobody is signed in")
    #expect(try await browser.bytes(Self.file).bytes == SampleFile.pdf)
  }

  @Test func `what is typed after handing in is not shown to others`() async throws {
    let (world, browser) = try await world()
    let head = try await world.signIn("thu-truong")
    _ = await head.handIn("so-y-te")
    _ = await browser.upload(["kind": "báo cáo", "number": "9"], file: ("b.png", SampleFile.png))
    let auditor = try await world.signIn("kiem-tra")
    #expect(!(await auditor.get("/don-vi/so-y-te/tai-lieu").text.contains("bao-cao-9")))
    #expect(await auditor.get("/don-vi/so-y-te/tai-lieu/bao-cao-9/tep").status == 404)
    #expect(await browser.get("/don-vi/so-y-te/tai-lieu/bao-cao-9/tep").status == 200)
  }

  @Test func `no path of a request opens a file`() async throws {
    let (world, browser) = try await world()
    let name = try #require(world.names(WebWorld.evidence).first)
    for document in [
      name, "..", "../evidence/\(name)", "%2e%2e", "evidence", "self-assessment.yaml", "x-", "a/b",
      "ke-hoach-7-kh-syt%00", "ke-hoach-7-kh-syt.pdf",
    ] {
      #expect(await browser.get("/don-vi/so-y-te/tai-lieu/\(document)/tep").status == 404)
    }
    #expect(await browser.get("/don-vi/so-do/tai-lieu/ke-hoach-7-kh-syt/tep").status == 403)
  }

  @Test func `a file that was changed, or made a link that leads out, is not sent`() async throws {
    let (world, browser) = try await world()
    let name = try #require(world.names(WebWorld.evidence).first)
    let path = world.home.path("\(WebWorld.evidence)/\(name)")
    let secret = try world.home.write("secret", bytes: SampleFile.pdf)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: secret)
    #expect(await browser.get(Self.file).status == 404)
    try FileManager.default.removeItem(atPath: path)
    try world.home.write("\(WebWorld.evidence)/\(name)", "%PDF-another")
    // Looked at again, as after any change of the unit's drafts.
    _ = await browser.upload(["kind": "ảnh", "url": "https://a.vn"])
    #expect(await browser.get(Self.file).status == 404)
    #expect(
      await browser.get("/don-vi/so-y-te/tai-lieu").text.contains(
        "tệp khác với mã kiểm tra toàn vẹn (SHA-256)"))
  }
}
