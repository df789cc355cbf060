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

/// A unit's own work, from the first keystroke to the event.
@Suite struct UnitWorkTests {
  private static let item = "/don-vi/so-y-te/muc/1.1.2"

  @Test func `what is typed is kept, checked and computed, and is nobody's result yet`()
    async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let saved = await browser.post(
      Self.item, ["version": "0", "i.planned": "8", "i.completed": "6", "note": "a\r\nb"])
    #expect(saved.status == 303 && saved.header("location") == Self.item + "?da-luu=1")
    let page = await browser.get(Self.item).text
    #expect(page.contains("value=\"6\"") && page.contains("a\nb</textarea>"))
    #expect(page.contains("6/8 = 75%"))
    #expect(page.contains("Tính từ số liệu: 2,25"))
    let snapshot = try await world.keeper.snapshot()
    let place = try #require(snapshot.places["so-y-te"])
    #expect(!snapshot.round.units[place].isSubmitted)
    #expect(try world.events(of: "so-y-te").isEmpty)
  }

  @Test func `an impossible figure is kept and told beside its field, other points stay`()
    async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    _ = await browser.post(Self.item, ["version": "0", "i.planned": "8", "i.completed": "9"])
    let page = await browser.get(Self.item).text
    #expect(page.contains("aria-invalid=\"true\""))
    #expect(page.contains("id=\"i.completed-f\""))
    _ = await browser.post(
      "/don-vi/so-y-te/muc/1.1.1",
      ["version": "0", "i.issued_on": "20/01/2017", "points": "một", "na": "x"])
    let unit = await browser.get("/don-vi/so-y-te").text
    #expect(unit.contains("class=\"state bad\""))
    let check = await browser.get("/don-vi/so-y-te/nop").text
    #expect(check.contains("Phải sửa trước khi nộp"))
    let head = try await world.signIn("thu-truong")
    #expect(await head.handIn("so-y-te").status == 409)
    #expect(try world.events(of: "so-y-te").isEmpty)
  }

  @Test func `two officers at one item are told of each other, and the second click is no third`()
    async throws
  {
    let world = try await WebWorld()
    let (one, two) = (try await world.signIn("can-bo"), try await world.signIn("can-bo-2"))
    let mine = ["version": "0", "i.planned": "8", "i.completed": "6"]
    _ = await one.post(Self.item, mine)
    let again = await one.post(Self.item, mine)
    #expect(again.status == 303)
    let conflict = await two.post(
      Self.item, ["version": "0", "i.planned": "7", "i.completed": "5"])
    #expect(conflict.status == 409)
    #expect(conflict.text.contains("can-bo vừa lưu mục này"))
    #expect(conflict.text.contains("value=\"5\""), "what was typed is still there")
    #expect(conflict.text.contains("<dd>6</dd>"), "and what the other one saved")
    let fields = try #require(try world.store.draft(of: "so-y-te", part: "1.1.2")).fields
    #expect(fields["i.completed"] == "6")
    let second = await two.post(Self.item, ["version": "1", "i.planned": "7", "i.completed": "5"])
    #expect(second.status == 303)
  }

  @Test func `a page saves itself with the version that it showed`() async throws {
    let world = try await WebWorld()
    let (one, two) = (try await world.signIn("can-bo"), try await world.signIn("can-bo-2"))
    let fields = ["auto": "1", "version": "0", "i.planned": "8"]
    let saved = await one.post(Self.item, fields)
    #expect(saved.status == 200)
    #expect(saved.text == "{\"version\":1,\"text\":\"Lưu lúc 08:00:00 ngày 15/12/2017, can-bo\"}")
    let conflict = await two.post(Self.item, ["auto": "1", "version": "0", "i.planned": "9"])
    #expect(conflict.status == 409 && conflict.text.hasPrefix("{\"version\":1,"))
    #expect(await one.get("/giao-dien/trang.js").text.hasPrefix("\"use strict\""))
    #expect(await one.get(Self.item).text.contains("data-owner=\"can-bo\""))
    #expect(!(await one.get("/don-vi/so-y-te").text.contains("<script")))
  }

  @Test func `the head signs, the log vouches, and the command line gets the same result`()
    async throws
  {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    _ = await officer.post(
      "/don-vi/so-y-te/muc/1.1.1",
      [
        "version": "0", "i.issued_on": "20/01/2017", "e.3.id": "ke-hoach", "e.3.section": "II",
        "e.3.pages": "1-2",
      ])
    _ = await officer.post(Self.item, ["version": "0", "i.planned": "3", "i.completed": "3"])
    #expect(await officer.post("/don-vi/so-y-te/nop").status == 403, "an officer does not sign")
    let head = try await world.signIn("thu-truong")
    let signature = await head.signature("so-y-te")
    let stale = await head.post("/don-vi/so-y-te/nop", ["seen": "0"])
    #expect(stale.status == 409 && stale.text.contains("vừa được sửa sau khi mở trang"))
    let handedIn = await head.post("/don-vi/so-y-te/nop", ["seen": signature])
    #expect(handedIn.status == 303)
    #expect(
      await head.post("/don-vi/so-y-te/nop", ["seen": signature]).status == 303, "a second click")
    let events = try world.events(of: "so-y-te")
    #expect(events.count == 1)
    #expect(events.first?.content.kind == .submitted)
    #expect(events.first?.content.author == "so-y-te/01")
    #expect(events.first?.content.time.isoText == "2017-12-15T08:00:00")
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
    let snapshot = try await world.keeper.snapshot()
    let place = try #require(snapshot.places["so-y-te"])
    let record = snapshot.round.units[place].record
    #expect(record.assessment.signedBy == Signature(name: "Nguyễn Văn Ký", position: "Giám đốc"))
    #expect(record.assessment.answers[0]?.citations.first?.section == "II")
    let loaded = try #require(loadRound(world.home.path("ky")).loaded)
    func digest(_ round: Round) -> String {
      FileAccess.digest(
        ResultJSON(round, language: .vietnamese).bytes(
          provenance: nil, workers: { (0..<$0).map($1) }, digest: FileAccess.digest))
    }
    #expect(digest(loaded.round()) == digest(snapshot.round))
    let broken = loaded.procedureProblems(loaded.round())
    #expect(!broken.contains { $0.primary.span.start.line > 4 })
    let page = await head.get("/don-vi/so-y-te/nop").text
    #expect(page.contains("Không có thay đổi nào"))
  }

  @Test func `a unit may hand in again until the time is over, and then no more`() async throws {
    let world = try await WebWorld()
    let head = try await world.signIn("thu-truong")
    _ = await head.handIn("so-y-te")
    _ = await head.post(Self.item, ["version": "0", "i.planned": "3", "i.completed": "1"])
    #expect(await head.get("/don-vi/so-y-te").text.contains("Có thay đổi chưa nộp"))
    #expect(await head.handIn("so-y-te").status == 303)
    #expect(try world.events(of: "so-y-te").count == 2)
    try world.setTime(local: "2017-12-20T17:00:59")
    #expect(await head.post(Self.item, ["version": "0", "i.planned": "4"]).status == 303)
    try world.setTime(local: "2017-12-20T17:01:00")
    #expect(await head.post(Self.item, ["version": "1", "i.planned": "5"]).status == 403)
    #expect(await head.handIn("so-y-te").status == 403)
    #expect(try world.events(of: "so-y-te").count == 2)
    let page = await head.get(Self.item).text
    #expect(page.contains("Đã hết hạn tự chấm điểm") && page.contains("value=\"4\""))
  }

  @Test func `what the command line records is seen at the next request`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("to-chuc")
    #expect(await browser.get("/nhat-ky").text.contains("4 sự kiện."))
    var content = EventContent(
      time: try #require(EventTime(parsing: "2017-12-15T07:00:00")), author: "so-noi-vu/cchc",
      role: "organiser", kind: .locked)
    content.text = "<script>alert(1)</script>"
    content.unit = "so-do"
    _ = try LogWriter(folder: world.home.path("ky"), round: "ky-nho-2017").append(content)
    let page = await browser.get("/nhat-ky").text
    #expect(page.contains("5 sự kiện.") && page.contains("&lt;script&gt;alert(1)"))
    let unit = try await world.signIn("so-do")
    #expect(await unit.handIn("so-do").status == 403, "it is locked")
  }

  @Test func `a broken file of a unit keeps that unit out and nobody else`() async throws {
    let world = try await WebWorld()
    try Data("answers: [".utf8).write(
      to: URL(fileURLWithPath: world.home.path("ky/units/so-y-te/self-assessment.yaml")))
    let unit = try await world.signIn("thu-truong")
    #expect(await unit.get("/don-vi/so-y-te").status == 409)
    #expect(await unit.post(Self.item, ["version": "0"]).status == 409)
    let organiser = try await world.signIn("to-chuc")
    #expect(await organiser.get("/xep-hang").status == 200)
  }

  // MARK: Hostile

  @Test func `no path of another unit opens, whichever way it is asked for`() async throws {
    let world = try await WebWorld()
    for login in ["can-bo", "thu-truong"] {
      let browser = try await world.signIn(login)
      for unit in ["so-do", "so-noi-vu", "xa-mot", "khong-co"] {
        let paths = ["", "/muc/1.1.2", "/so-lieu-chung", "/nop", "/phieu-diem"]
        for path in paths {
          let answer = await browser.get("/don-vi/\(unit)\(path)")
          #expect(answer.status == 403, "\(login) \(unit)\(path)")
          #expect(!answer.text.contains("Lường") && !answer.text.contains("xã Ấm"))
        }
        for path in ["/muc/1.1.2", "/so-lieu-chung", "/nop"] {
          let answer = await browser.post("/don-vi/\(unit)\(path)", ["version": "0"])
          #expect(answer.status == 403, "\(login) \(unit)\(path)")
        }
      }
      for path in ["/xep-hang", "/xep-hang/so", "/nhat-ky", "/nhat-ky/truy-cap"] {
        #expect(await browser.get(path).status == 403)
      }
    }
    #expect(try world.store.drafts(of: "so-do").isEmpty)
    #expect(try world.store.records(limit: 300).count { $0.kind == .refused } == 2 * (4 * 8 + 4))
  }

  @Test func `a unit's pages name no other unit and no place before publication`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("thu-truong")
    _ = await browser.post("/don-vi/so-y-te/nop")
    let items = ["1.1.1", "1.1.2", "1.2", "2.1"].map { "/muc/\($0)" }
    for path in ["", "/nop", "/phieu-diem"] + items {
      let answer = await browser.get("/don-vi/so-y-te\(path)")
      #expect(answer.status == 200)
      for name in ["Sở Nội vụ", "Lường", "Sở Ân xá", "UBND xã", "UBND huyện"] {
        #expect(!answer.text.contains(name), "\(name) in \(path)")
      }
      #expect(!answer.text.contains("Thứ hạng"))
    }
  }

  @Test func `markup in every field stays text`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let evil = "</textarea><script>alert('x')</script><img src=x onerror=\"y\">"
    for (item, inputs) in [
      ("1.1.1", ["i.issued_on"]), ("1.1.2", ["i.planned", "i.completed"]),
      ("1.2", ["i.recognised"]),
    ] {
      var fields = ["version": "0", "points": evil, "na": evil, "note": evil]
      for input in inputs { fields[input] = evil }
      fields["e.0.id"] = "ke-hoach"
      fields["e.0.section"] = evil
      fields["e.0.pages"] = evil
      #expect(await browser.post("/don-vi/so-y-te/muc/\(item)", fields).status == 303)
      for path in ["/don-vi/so-y-te/muc/\(item)", "/don-vi/so-y-te", "/don-vi/so-y-te/nop"] {
        let own = "<script src=\"/giao-dien/trang.js\" defer></script>"
        let text = await browser.get(path).text.replacing(own, with: "")
        #expect(!text.contains("<script") && !text.contains("<img"), "\(path)")
      }
      #expect(await browser.get("/don-vi/so-y-te/muc/\(item)").text.contains("&lt;script&gt;"))
    }
  }

  @Test func `a form that names what is not there changes nothing`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let document = await browser.post(
      Self.item, ["version": "0", "i.planned": "1", "e.0.id": "cua-so-khac"])
    #expect(document.status == 400)
    #expect(await browser.post(Self.item, ["i.planned": "1"]).status == 400, "no version")
    #expect(await browser.post("/don-vi/so-y-te/muc/9.9", ["version": "0"]).status == 404)
    #expect(
      await browser.post("/don-vi/so-y-te/muc/2.1", ["version": "0"]).status == 404,
      "an item that the unit does not fill in")
    let unknown = await browser.post(
      Self.item, ["version": "0", "i.planned": "2", "i.other": "3", "unit": "so-do"])
    #expect(unknown.status == 303)
    let fields = try #require(try world.store.draft(of: "so-y-te", part: "1.1.2")).fields
    #expect(fields["i.other"] == nil && fields["unit"] == nil)
    let long = await browser.post(
      Self.item, ["version": "1", "note": String(repeating: "x", count: 9_000)])
    #expect(long.status == 400)
  }

  @Test func `any text that is typed is read back as it was`() async throws {
    let world = try await WebWorld()
    let snapshot = try await world.keeper.snapshot()
    let place = try #require(snapshot.places["so-y-te"])
    let set = snapshot.set(of: place)
    let pieces = [
      "a", " ", "\n", "\t", ":", ": ", "#", " #", "'", "\"", "\\", "- ", "[", "}", "%", "&a", "*a",
      "!", "|", ">", "ệ", "😀", "\u{2028}", "\u{85}x", "yes", "~", "0", ",", "---", "\u{FFFD}",
    ]
    var random = SplitMix64(seed: 20_171_215)
    for _ in 0..<60 {
      func text() -> String {
        let count = Int.random(in: 1...8, using: &random)
        let joined = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        return FormReading.fields(WebWorld.encoded(["a": joined]))?["a"] ?? ""
      }
      let fields = [
        "note": text(), "e.0.id": "ke-hoach", "e.0.section": text(), "e.0.pages": text(),
      ]
      let draft = StoredDraft(part: "1.1.1", version: 1, author: "a", savedAt: 0, fields: fields)
      let time = try #require(EventTime(parsing: "2017-12-15T08:00:00"))
      let drafted = try #require(snapshot.drafted(place, ["1.1.1": draft], at: time))
      #expect(!drafted.reading.isUnreadable, "\(drafted.written.text)")
      let record = drafted.reading.record
      #expect(record.assessment.notes[set.itemIndex("1.1.1") ?? 0] ?? "" == fields["note"])
      let citation = record.assessment.answers[0]?.citations.first
      #expect(citation?.section ?? "" == fields["e.0.section"])
    }
  }

  @Test func `what is wrong is counted and told with the signs that the form takes`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let typed = ["version": "0", "i.planned": "1.234", "i.completed": "6", "points": "1,5"]
    #expect(await browser.post(Self.item, typed).status == 303)
    let page = await browser.get(Self.item + "?da-luu=1").text
    #expect(page.contains(">Đã lưu; còn 1 chỗ phải sửa.<"), "\(page)")
    #expect(page.contains("dấu thập phân là dấu phẩy") && !page.contains("dấu chấm"))
    let sound = typed.merging(["version": "1", "i.planned": "8"]) { $1 }
    #expect(await browser.post(Self.item, sound).status == 303)
    #expect(await browser.get(Self.item + "?da-luu=1").text.contains(">Đã lưu.<"))
  }

  @Test func `before signing what is not done and what lacks proof is listed with its place`()
    async throws
  {
    let world = try await WebWorld()
    let head = try await world.signIn("thu-truong")
    let page = await head.get("/don-vi/so-y-te/nop").text
    let unproven = try #require(page.range(of: "id=\"thieu-tai-lieu\""))
    #expect(page[unproven.upperBound...].contains("/don-vi/so-y-te/muc/1.1.1"))
    #expect(!page.contains("id=\"chua-khai\""), "everything is answered")
    #expect(await head.post(Self.item, ["version": "0"]).status == 303)
    let other = await head.get("/don-vi/so-y-te/nop").text
    let open = try #require(other.range(of: "id=\"chua-khai\""))
    let sign = try #require(other.range(of: "Ký và nộp</h2>"))
    #expect(open.upperBound < sign.lowerBound)
    #expect(other[open.upperBound..<sign.lowerBound].contains("href=\"\(Self.item)\""))
  }

  @Test func `what is not handed in is not over while there is time`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    try world.setTime(local: "2017-12-20T17:00:59")
    let sheet = await browser.get("/don-vi/so-y-te/phieu-diem").text
    #expect(sheet.contains("Chưa nộp bản tự chấm điểm; hạn nộp 17:00 ngày 20/12/2017."))
    #expect(await browser.get("/don-vi/so-y-te").text.contains("Phiếu điểm (chưa nộp)"))
    #expect(await !browser.get(Self.item).text.contains("<fieldset class=\"closed\" disabled>"))
    try world.setTime(local: "2017-12-20T17:01:00")
    #expect(
      await browser.get("/don-vi/so-y-te/phieu-diem").text.contains("Không nộp bản tự chấm điểm."))
    let closed = await browser.get(Self.item).text
    #expect(closed.contains("<fieldset class=\"closed\" disabled>"))
    #expect(closed.contains("Đã hết hạn tự chấm điểm"))
  }
}
