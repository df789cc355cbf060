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

/// A unit's shelf: documents come in once, are cited by many items, and are handed in with them.
@Suite struct ShelfTests {
  private static let shelf = "/don-vi/so-y-te/tai-lieu"
  private static let document = shelf + "/ke-hoach-7-kh-syt"

  @Test(arguments: [1, 13, 100_000])
  func `a file comes in, is on the shelf with its digest, and nothing is handed in by that`(
    _ chunk: Int
  ) async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let before = try world.home.bytes(of: "ky/units/so-y-te/evidence.yaml")
    let answer = await browser.upload(
      [
        "kind": "kế hoạch", "number": "7/KH-SYT", "date": "02/02/2017", "issuer": "Sở Y tế",
        "title": "Kế hoạch <b>bổ sung</b>",
      ], file: ("../../x.html", SampleFile.pdf), chunk: chunk)
    #expect(answer.status == 303)
    #expect(answer.header("location") == Self.shelf + "?da-them=ke-hoach-7-kh-syt")
    let digest = FileAccess.digest(SampleFile.pdf)
    let name = "ke-hoach-7-kh-syt-\(digest.prefix(16)).pdf"
    #expect(world.names(WebWorld.evidence) == [name])
    #expect(try world.home.bytes(of: "\(WebWorld.evidence)/\(name)") == SampleFile.pdf)
    #expect(world.names("uploads").isEmpty)
    let page = await browser.get(Self.shelf + "?da-them=ke-hoach-7-kh-syt").text
    #expect(page.contains("Đã thêm tài liệu với mã ke-hoach-7-kh-syt"))
    #expect(
      page.contains("mã kiểm tra toàn vẹn (SHA-256) <code>\(digest.prefix(12))…")
        && page.contains("mở tệp (45 byte)"))
    #expect(page.contains("Kế hoạch &lt;b&gt;bổ sung&lt;/b&gt;") && page.contains("02/02/2017"))
    #expect(await browser.get(Self.document).text.contains(digest))
    #expect(try world.home.bytes(of: "ky/units/so-y-te/evidence.yaml") == before)
    #expect(try world.events(of: "so-y-te").isEmpty)
    let loaded = try #require(loadRound(world.home.path("ky")).loaded)
    let place = try #require(loaded.setting.members.firstIndex { $0.unit.id == "so-y-te" })
    #expect(loaded.round().units[place].record.assessment.shelf.map(\.id) == ["ke-hoach"])
  }

  @Test func `the document is cited by two items and handed in with its digest, and holds`()
    async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    _ = await browser.upload(file: ("a.pdf", SampleFile.pdf))
    _ = await browser.upload(["kind": "đường dẫn", "url": "https://so-y-te.vn/a"])
    _ = await browser.upload(["kind": "kết luận", "number": "3/KL", "shown": "1"])
    for item in ["1.1.1", "1.1.2"] {
      let saved = await browser.post(
        "/don-vi/so-y-te/muc/\(item)",
        [
          "version": "0", "e.0.id": "ke-hoach-7-kh-syt", "e.0.section": "II", "e.0.pages": "1-2",
          "i.planned": "3", "i.completed": "3", "i.issued_on": "20/01/2017",
        ])
      #expect(saved.status == 303)
    }
    let head = try await world.signIn("thu-truong")
    #expect(await head.handIn("so-y-te").status == 303)
    let text = String(
      decoding: try world.home.bytes(of: "ky/units/so-y-te/evidence.yaml"), as: UTF8.self)
    let digest = FileAccess.digest(SampleFile.pdf)
    #expect(
      text == """
        format: parindex/evidence@1
        documents:
          - {id: "ke-hoach", kind: "kế hoạch", number: "12/KH-SYT", date: 2017-01-20, issuer: "Sở Y tế", title: "Kế hoạch cải cách hành chính <b>năm 2017</b>", url: "https://so-y-te.vn/ke-hoach"}
          - {id: "ke-hoach-7-kh-syt", kind: "kế hoạch", number: "7/KH-SYT", file: "evidence/ke-hoach-7-kh-syt-\(digest.prefix(16)).pdf", sha256: "\(digest)"}
          - {id: "duong-dan", kind: "đường dẫn", url: "https://so-y-te.vn/a"}
          - {id: "ket-luan-3-kl", kind: "kết luận", number: "3/KL", shown_in_person: yes}

        """)
    let event = try #require(try world.events(of: "so-y-te").first)
    #expect(
      event.content.files["units/so-y-te/evidence.yaml"] == FileAccess.digest(Array(text.utf8)))
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
    let loading = loadRound(world.home.path("ky"))
    #expect(
      !loading.diagnostics.contains {
        $0.primary.span.file.path.contains("so-y-te") && $0.severity == .error
      })
    let page = await browser.get(Self.shelf).text
    #expect(page.contains(">1.1.1</a>, <a href=\"/don-vi/so-y-te/muc/1.1.2\">1.1.2</a>"))
    #expect(!page.contains("chưa nộp</span>"))
    // Handed in once more without a change of the shelf, the file stays byte for byte.
    _ = await head.post(
      "/don-vi/so-y-te/muc/1.1.2", ["version": "0", "i.planned": "4", "i.completed": "3"])
    #expect(await head.handIn("so-y-te").status == 303)
    #expect(try world.home.bytes(of: "ky/units/so-y-te/evidence.yaml") == Array(text.utf8))
  }

  @Test func `a file that is added from an item comes back to it, chosen and not cited yet`()
    async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let item = "/don-vi/so-y-te/muc/1.1.1"
    let form = await browser.get(Self.shelf + "?muc=1.1.1").text
    #expect(form.contains("name=\"item\" value=\"1.1.1\""))
    #expect(!(await browser.get(Self.shelf + "?muc=%22%3E").text.contains("name=\"item\"")))
    let answer = await browser.upload(
      ["kind": "kế hoạch", "number": "7/KH-SYT", "item": "1.1.1"], file: ("a", SampleFile.pdf))
    #expect(answer.header("location") == item + "?da-them=ke-hoach-7-kh-syt")
    let page = await browser.get(item + "?da-them=ke-hoach-7-kh-syt").text
    #expect(page.contains("<option value=\"ke-hoach-7-kh-syt\" selected>"))
    #expect(page.contains("chưa có tài liệu kiểm chứng"))
    _ = await browser.post(item, ["version": "0", "e.0.id": "ke-hoach-7-kh-syt"])
    let cited = await browser.get(item).text
    #expect(cited.contains("name=\"e.0.remove\""))
    #expect(!cited.contains("chưa có tài liệu kiểm chứng"))
    #expect(cited.contains("thiếu"), "what the document and the reference do not name")
    let kept = await browser.post(Self.document, ["version": "1", "act": "remove"])
    #expect(kept.status == 409, "it is cited")
    _ = await browser.post(
      item,
      [
        "version": "1", "i.issued_on": "20/01/2017", "e.0.id": "ke-hoach-7-kh-syt",
        "e.0.remove": "1",
      ])
    #expect(await browser.get(item).text.contains("chưa có tài liệu kiểm chứng"))
  }

  @Test func `the same bytes once more are recognised, whatever they are called`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    _ = await browser.upload(file: ("a.pdf", SampleFile.pdf))
    let again = await browser.upload(
      ["kind": "báo cáo", "number": "8"], file: ("b.docx", SampleFile.pdf))
    #expect(again.status == 409)
    #expect(again.text.contains("đã có trong danh mục với mã ke-hoach-7-kh-syt"))
    #expect(again.text.contains("value=\"báo cáo\""), "what was typed is still there")
    #expect(world.names(WebWorld.evidence).count == 1 && world.names("uploads").isEmpty)
    let other = await browser.upload(file: ("c.png", SampleFile.png))
    #expect(other.header("location") == Self.shelf + "?da-them=ke-hoach-7-kh-syt-2")
  }

  @Test func `a document is mended and taken off, and then its file is gone`() async throws {
    let world = try await WebWorld()
    let (one, two) = (try await world.signIn("can-bo"), try await world.signIn("can-bo-2"))
    _ = await one.upload(file: ("a.pdf", SampleFile.pdf))
    let fields = ["version": "1", "kind": "báo cáo", "number": "7", "date": "3/3/2017"]
    #expect(await one.post(Self.document, fields).status == 303)
    let late = await two.post(Self.document, fields.merging(["number": "9"]) { $1 })
    #expect(late.status == 409 && late.text.contains("can-bo vừa sửa tài liệu này"))
    let page = await one.get(Self.shelf).text
    #expect(page.contains("báo cáo 7") && page.contains("03/03/2017") && page.contains("mở tệp"))
    let wrong = await one.post(Self.document, ["version": "2", "kind": "", "date": "hôm qua"])
    #expect(wrong.status == 422 && wrong.text.contains("id=\"date-f\""))
    let removal = await one.post(Self.document, ["version": "2", "act": "remove"])
    #expect(removal.header("location") == Self.shelf + "?da-bo=1")
    #expect(world.names(WebWorld.evidence).isEmpty)
    #expect(await one.get(Self.document).status == 404)
    #expect(await one.upload(file: ("a.pdf", SampleFile.pdf)).status == 303, "and may come again")
  }

  @Test func `a file that was ever handed in stays, on the shelf or not`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let head = try await world.signIn("thu-truong")
    _ = await browser.upload(file: ("a.pdf", SampleFile.pdf))
    _ = await head.handIn("so-y-te")
    let removal = await browser.post(Self.document, ["version": "0", "act": "remove"])
    #expect(removal.status == 303 && world.names(WebWorld.evidence).count == 1)
    #expect(await browser.get("/don-vi/so-y-te").text.contains("Có thay đổi chưa nộp"))
    _ = await head.handIn("so-y-te")
    _ = await browser.upload(file: ("a.pdf", SampleFile.pdf))
    _ = await browser.post(Self.document, ["version": "1", "act": "remove"])
    #expect(world.names(WebWorld.evidence).count == 1, "the first event names it")
  }
}
