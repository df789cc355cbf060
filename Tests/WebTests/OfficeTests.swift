import EventLog
import Foundation
import TestSupport
import Testing

@testable import Web

/// Sở Nội vụ's pages about the round as a whole: how it is set up, what is open, files tried.
@Suite struct OfficeTests {
  private static let places = ["/ky-danh-gia", "/ky-danh-gia/con-bo-ngo", "/tham-dinh/do-chenh"]

  @Test func `each page is shown to those whose work it is`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    var marks = [String](repeating: "", count: Self.places.count)
    for login in [
      "can-bo", "thu-truong", "giup-viec", "giup-viec-huyen", "hoi-dong", "hoi-dong-huyen",
      "to-chuc", "uy-ban", "kiem-tra",
    ] {
      let browser = try await world.signIn(login)
      for (place, path) in Self.places.enumerated() {
        marks[place] += await browser.get(path).status == 200 ? "+" : "."
      }
    }
    #expect(marks == ["......+.+", "......+.+", "..+.+.+.+"])
  }

  @Test func `what is open is told by stage and by unit`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let page = await (try await world.signIn("to-chuc")).get("/ky-danh-gia/con-bo-ngo").text
    #expect(page.contains("đã nộp 3/7"))
    #expect(page.contains("chưa nộp") && page.contains("chưa xem"))
    #expect(page.contains("&lt;script&gt;") && !page.contains("<script>alert"))
  }

  private func criteria(_ world: WebWorld, _ file: String = "criteria/so.yaml") throws -> String {
    try String(contentsOfFile: world.home.path("ky/\(file)"), encoding: .utf8)
  }

  private func send(
    _ browser: Browser, _ text: String, file: String = "criteria/so.yaml", step: String = "thu",
    fields: [String: String] = [:], token: String? = nil
  ) async -> WebResponse {
    await browser.upload(
      ["tep-cua-ky": file, "buoc": step].merging(fields) { $1 },
      file: ("so.yaml", Array(text.utf8)), to: "/ky-danh-gia", token: token, chunk: 100_000)
  }

  @Test func `a changed criteria file is tried without a trace`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let old = try criteria(world)
    let lower = old.replacing("points: 0.5}", with: "points: 0.75}")
      .replacing(
        "{by: \"date(year - 1, 12, 31)\", points: 1}",
        with: "{by: \"date(year - 1, 12, 1)\", points: 1}")
    let page = await send(organiser, lower)
    #expect(page.status == 200 && page.text.contains("Thử tệp criteria/so.yaml"))
    #expect(page.text.contains("1,00 → 0,75"), "\(page.text)")
    #expect(page.text.contains("0 lỗi"))
    #expect(try criteria(world) == old)
    let broken = await send(organiser, old.replacing("max_points: 10", with: "max_points: ten"))
    #expect(broken.status == 200 && broken.text.contains("Chưa dùng được"))
    #expect(broken.text.contains("criteria/so.yaml:8:13"), "the place: \(broken.text)")
    let same = await send(organiser, old.replacing("Ban hành kế hoạch kịp thời", with: "Kịp thời"))
    #expect(same.text.contains("Điểm, thứ hạng không đổi"))
    let strange = await send(organiser, "\u{0}\u{1}", file: "criteria/so.yaml")
    #expect(strange.status == 200 && strange.text.contains("Chưa dùng được"))
    for file in ["../ky/round.yaml", "/etc/passwd", "units/so-noi-vu/self-assessment.yaml", ""] {
      #expect(await send(organiser, old, file: file).status == 422, "\(file)")
    }
    let leftovers = try FileManager.default.contentsOfDirectory(atPath: world.home.path("uploads"))
    #expect(leftovers.isEmpty)
    let log = LogReader(world.home.path("ky/events.jsonl")).read()
    #expect(log.isSound && log.count == 4)
  }

  @Test func `nobody else tries a file, and no form of another session`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let text = try criteria(world)
    for login in ["can-bo", "giup-viec", "hoi-dong", "uy-ban", "kiem-tra"] {
      let browser = try await world.signIn(login)
      #expect(await send(browser, text).status == 403, "\(login)")
    }
    let organiser = try await world.signIn("to-chuc")
    #expect(await send(organiser, text, token: "x").status == 403)
    #expect(await organiser.post("/ky-danh-gia", ["tep-cua-ky": "round.yaml"]).status == 415)
    let large = String(repeating: "#", count: SetupPage.largest + 1)
    #expect(await send(organiser, large).status == 413)
  }

  @Test func `what the round goes by stays once a unit handed in`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let page = await organiser.get("/ky-danh-gia").text
    #expect(page.contains("Đã có 3 cơ quan, đơn vị, địa phương nộp"))
    let reason = ["co-so": "15/BC-SNV", "ly-do": "Sửa khung điểm"]
    let new = try criteria(world).replacing("points: 0.5}", with: "points: 0.75}")
    let forged = await send(organiser, new, step: "ghi", fields: reason)
    #expect(forged.status == 403 && forged.text.contains("parindex replace"))
    #expect(try criteria(world) != new)
    // A register is its keeper's to close: it is replaced with a document.
    let register = try criteria(world, "registers/survey.csv").replacing("90%", with: "80%")
    let bare = await send(organiser, register, file: "registers/survey.csv", step: "ghi")
    #expect(bare.status == 409 && bare.text.contains("văn bản"), "\(bare.text)")
    let done = await send(
      organiser, register, file: "registers/survey.csv", step: "ghi", fields: reason)
    #expect(done.status == 303, "\(done.text)")
    #expect(try criteria(world, "registers/survey.csv") == register)
    let log = LogReader(world.home.path("ky/events.jsonl")).events().events
    #expect(log.last?.content.kind == .replaced && log.last?.content.basis == "15/BC-SNV")
    #expect(log.last?.content.files.keys.sorted() == ["registers/survey.csv"])
    let again = await send(
      organiser, register, file: "registers/survey.csv", step: "ghi", fields: reason)
    #expect(again.status == 409 && again.text.contains("đang dùng"))
  }

  @Test func `before anybody handed in the organiser replaces criteria`() async throws {
    let world = try await WebWorld(handedIn: [])
    let organiser = try await world.signIn("to-chuc")
    let new = try criteria(world).replacing("Ban hành kế hoạch kịp thời", with: "Kế hoạch kịp thời")
    let done = await send(
      organiser, new, step: "ghi", fields: ["co-so": "16/QĐ-UBND", "ly-do": "Sửa tên"])
    #expect(done.status == 303, "\(done.text)")
    #expect(try criteria(world) == new)
    let page = await (try await world.signIn("can-bo")).get("/don-vi/so-y-te").text
    #expect(page.contains("Kế hoạch kịp thời"), "it is in use at once")
  }

  @Test func `rankings tell how far what is open can move a unit`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try await world.signIn("giup-viec")
    let ask = [
      "quyet-dinh": "yeu-cau", "ly-do": "Gửi bản ký số", "can-cu": "dat-mot-phan", "seen": "4",
      "buoc": "ghi",
    ]
    #expect(await helper.post("/tham-dinh/so-noi-vu/1.1.2", ask).status == 303)
    let organiser = try await world.signIn("to-chuc")
    #expect(await organiser.get("/xep-hang/so").text.contains("chỉ số từ "))
    #expect(await !organiser.get("/xep-hang/so?cot=computed").text.contains("chỉ số từ "))
  }
}
