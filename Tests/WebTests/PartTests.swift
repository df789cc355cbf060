import EventLog
import Foundation
import Grading
import Spreadsheets
import Store
import TestSupport
import TestWorkbooks
import Testing

@testable import Web

/// An appraiser's part as a workbook: taken out, filled in without a network, brought back.
@Suite struct PartTests {
  static let path = "/tham-dinh/phan-viec"
  static let file = "/tham-dinh/phan-viec.xlsx"

  /// What one row says, by the names of its columns.
  typealias Typed = [String: CellContent]

  private func world() async throws -> WebWorld {
    try await WebWorld(
      at: "2017-12-22T08:00:00", handedIn: ["so-noi-vu", "so-do", "huyen-dong", "xa-mot"])
  }

  /// A part with something typed, by the keys of rows.
  static func filled(
    _ browser: Browser, _ rows: [String: Typed], query: String = "",
    change: (inout RetypedWorkbook) -> Void = { _ in }
  ) async throws -> [UInt8] {
    let answer = await browser.get(file + query)
    #expect(answer.status == 200)
    var book = try RetypedWorkbook(answer.body)
    for (key, typed) in rows {
      for (name, content) in typed {
        let isThere = book.type(content, in: key, under: name)
        #expect(isThere, "\(key) \(name)")
      }
    }
    change(&book)
    return try book.bytes()
  }

  private static func points(_ points: String, _ reason: String = "Thiếu <b>báo cáo</b>") -> Typed {
    [
      "decision": .text("Cho điểm"), "points": .text(points),
      "ground": .text("Đạt một phần yêu cầu"), "reason": .text(reason),
      "basis": .text("12/BC-SNV"),
    ]
  }

  private func send(_ browser: Browser, _ bytes: [UInt8], query: String = "") async -> WebResponse {
    await browser.upload(
      ["buoc": "thu"], file: ("phan-viec.xlsx", bytes), to: Self.path + query, chunk: 10_000)
  }

  /// What the page's confirmation carries.
  private func carried(_ page: WebResponse) throws -> String {
    let found = try #require(
      page.text.firstMatch(of: #/name="phan" value="([^"]*)"/#), "\(page.text)")
    return String(found.output.1).replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  private func confirm(
    _ browser: Browser, _ carried: String, token: String? = nil
  ) async -> WebResponse {
    await browser.upload(["phan": carried, "buoc": "ghi"], to: Self.path, token: token)
  }

  // MARK: Out and back

  @Test func `a part is taken out, filled in, and recorded once its effect was seen`() async throws
  {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    #expect(await helper.get("/tham-dinh?tt=chua-xem").text.contains("phan-viec.xlsx?tt=chua-xem"))
    let out = await helper.get(Self.file)
    #expect(
      out.header("content-disposition") == "attachment; filename=\"phan-viec-ky-nho-2017.xlsx\"")
    let bytes = try await Self.filled(
      helper,
      [
        "so-noi-vu/1.1.2": Self.points("2,75"),
        "so-do/1.1.2": [
          "decision": .text("chấp nhận kết quả đang tính"), "ground": .text("dat-mot-phan"),
        ],
        "so-do/1.1.1": [
          "decision": .text("Yêu cầu đơn vị giải trình"), "reason": .text("Nộp bản gốc"),
          "due": .text("3/1/2018 17:00"),
        ],
      ])
    let page = await send(helper, bytes)
    #expect(page.status == 200 && page.text.contains("sẽ ghi 3"), "\(page.text)")
    #expect(page.text.contains("3,00 → 2,75") && page.text.contains("Ghi tất cả"))
    #expect(!page.text.contains("<b>báo cáo"))
    #expect(try world.events(of: "so-do").count == 1, "nothing is written")
    let carried = try carried(page)
    let done = await confirm(helper, carried)
    #expect(done.header("location") == "\(Self.path)?da-ghi=3&cho-duyet=0", "\(done.text)")
    #expect(await confirm(helper, carried).status == 303, "sent twice")
    let again = await send(helper, bytes)
    #expect(again.status == 200 && again.text.contains("Không còn gì để ghi"), "\(again.text)")
    let own = try world.events(of: "so-noi-vu")
    #expect(own.count == 2 && own.last?.content.to == .text("2.75"))
    #expect(
      own.last?.content.text == "Thiếu <b>báo cáo</b>" && own.last?.content.basis == "12/BC-SNV")
    #expect(own.last?.content.author == "to-giup-viec/01")
    let other = try world.events(of: "so-do")
    #expect(other.count == 3)
    let asked = other.first { $0.content.kind == .explanationRequested }
    #expect(
      asked?.content.text == "Nộp bản gốc" && asked?.content.due?.isoText == "2018-01-03T17:00")
    #expect(try FileManager.default.contentsOfDirectory(atPath: world.home.path("uploads")).isEmpty)
  }

  @Test func `a part holds what the page shows, and more is filled in later`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let all = try RetypedWorkbook(await helper.get(Self.file).body)
    #expect(all.place(of: "so-do/1.1.2") != nil && all.place(of: "xa-mot/1.1.1") == nil)
    let one = try RetypedWorkbook(await helper.get(Self.file + "?don-vi=so-noi-vu&trang=9").body)
    #expect(one.place(of: "so-do/1.1.2") == nil && one.place(of: "so-noi-vu/1.1.2") != nil)
    let first = try await Self.filled(helper, ["so-noi-vu/1.1.2": Self.points("2,75")])
    _ = await confirm(helper, try carried(await send(helper, first)))
    var book = try RetypedWorkbook(first)
    for (name, content) in Self.points("2,5") {
      book.type(content, in: "so-do/1.1.2", under: name)
    }
    let page = await send(helper, try book.bytes())
    #expect(page.text.contains("2 quyết định trong tệp: sẽ ghi 1"), "\(page.text)")
    #expect(await confirm(helper, try carried(page)).status == 303)
    #expect(try world.events(of: "so-noi-vu").count == 2)
    #expect(try world.events(of: "so-do").count == 2)
  }

  @Test func `what needs a second approver waits for one, the rest is recorded`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    // Exactly half a point is still theirs alone.
    let bytes = try await Self.filled(
      helper, ["so-noi-vu/1.1.2": Self.points("2,5"), "so-do/1.1.2": Self.points("1")])
    let page = await send(helper, bytes)
    #expect(page.status == 200 && page.text.contains("sẽ gửi người thứ hai duyệt 1"))
    #expect(page.text.contains("sẽ ghi 1,"), "\(page.text)")
    let carried = try carried(page)
    let done = await confirm(helper, carried)
    #expect(done.header("location")?.hasSuffix("?da-ghi=1&cho-duyet=1") == true, "\(done.text)")
    #expect(await confirm(helper, carried).header("location")?.hasSuffix("cho-duyet=1") == true)
    #expect(try world.store.openProposals().map(\.unit) == ["so-do"])
    #expect(try world.events(of: "so-do").count == 1)
    #expect(try world.events(of: "so-noi-vu").count == 2)
    #expect(await send(helper, bytes).text.contains("Không còn gì để ghi"))
    let second = try await world.signIn("giup-viec-2")
    let settled = await second.post("/tham-dinh/cho-duyet/1", ["buoc": "duyet"])
    #expect(settled.status == 303)
    #expect(try world.events(of: "so-do").last?.content.approver == "to-giup-viec/02")
    #expect(await send(helper, bytes).text.contains("Không còn gì để ghi"), "after approval too")
    #expect(try world.events(of: "so-do").count == 2)
  }

  @Test func `another proposal that waits is not put aside`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let second = try await world.signIn("giup-viec-2")
    var form = AppraisalWork.points("1", "5", "de-nghi")
    form["co-so"] = "12/BC-SNV"
    #expect(await second.post("/tham-dinh/so-do/1.1.2", form).status == 303)
    let bytes = try await Self.filled(helper, ["so-do/1.1.2": Self.points("1,5")])
    let page = await send(helper, bytes)
    #expect(page.status == 200 && page.text.contains("đang có đề nghị khác chờ duyệt"))
    #expect(!page.text.contains("name=\"phan\""), "nothing to confirm")
    #expect(try world.store.openProposals().count == 1)
  }

  @Test func `what others recorded since it was taken out is shown and left alone`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let bytes = try await Self.filled(
      helper, ["so-noi-vu/1.1.2": Self.points("2,75"), "so-do/1.1.2": Self.points("2,75")])
    let before = try carried(await send(helper, bytes))
    let second = try await world.signIn("giup-viec-2")
    let accept = ["quyet-dinh": "chap-nhan", "can-cu": "dat-mot-phan", "seen": "5", "buoc": "ghi"]
    #expect(await second.post("/tham-dinh/so-do/1.1.2", accept).status == 303)
    // Seen before it happened: all or none, so none.
    let late = await confirm(helper, before)
    #expect(late.status == 409 && late.text.contains("Thành viên thứ hai"), "\(late.text)")
    #expect(try world.events(of: "so-noi-vu").count == 1)
    let page = await send(helper, bytes)
    #expect(page.status == 200 && page.text.contains("không ghi: đã có thay đổi từ khi tải về"))
    #expect(page.text.contains("sẽ ghi 1,"))
    #expect(await confirm(helper, try carried(page)).status == 303)
    #expect(try world.events(of: "so-noi-vu").count == 2)
    #expect(try world.events(of: "so-do").map(\.content.author).last == "to-giup-viec/02")
  }

  // MARK: What is not taken

  @Test func `problems are told by cell and nothing of the part is recorded`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    for (typed, told) in [
      (["decision": .text("Đồng ý")], "Phần việc!J"),
      (["points": .text("1")], "chưa chọn quyết định"),
      (["decision": .text("Cho điểm")], "Ghi một số"),
      (Self.points("9").merging(["basis": .blank]) { $1 }, "Phần việc!J"),
      (["decision": .text("Cho điểm"), "points": .text("2,75")], "Phần việc!J"),
      (["decision": .text("Yêu cầu đơn vị giải trình")], "Ghi nội dung yêu cầu"),
      (Self.points("2,75", String(repeating: "ă", count: 5_000)), "Nội dung quá dài"),
    ] as [(Typed, String)] {
      let bytes = try await Self.filled(
        helper, ["so-noi-vu/1.1.2": typed, "so-do/1.1.2": Self.points("2,75")])
      let page = await send(helper, bytes)
      #expect(page.status == 422 && page.text.contains(told), "\(told): \(page.text)")
      #expect(!page.text.contains("name=\"phan\""), "\(told)")
    }
    // Whoever says to have seen what has not happened yet would overwrite it.
    let ahead = try await Self.filled(helper, ["so-do/1.1.2": Self.points("2,75")]) { book in
      for page in book.pages.indices {
        for (address, content) in book.pages[page].cells {
          guard case .text(let text) = content else { continue }
          if text == "5", page == 1 { book.pages[page].cells[address] = .text("6") }
          if text.hasPrefix("parindex-for:") {
            book.pages[page].cells[address] = .text(text.replacing("/5/", with: "/6/"))
          }
        }
      }
    }
    let early = await send(helper, ahead)
    #expect(early.status == 422 && early.text.contains("nay nhật ký chỉ có 5"), "\(early.text)")
    let empty = try await Self.filled(helper, [:])
    #expect(await send(helper, empty).status == 422)
    #expect(await send(helper, Array("Kính gửi".utf8)).status == 422)
    let none = await helper.upload(["buoc": "thu"], to: Self.path)
    #expect(none.status == 422 && none.text.contains("Chọn tệp"))
    let large = [UInt8](repeating: 0x50, count: PartPage.largest + 1)
    #expect(
      await helper.upload(file: ("a.xlsx", large), to: Self.path, chunk: 1 << 20).status == 413)
    #expect(try world.events(of: "so-noi-vu").count == 1)
    #expect(try world.events(of: "so-do").count == 1)
  }

  @Test func `nobody takes out or brings back what is not theirs`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let bytes = try await Self.filled(helper, ["so-noi-vu/1.1.2": Self.points("2,75")])
    let carried = try carried(await send(helper, bytes))
    for login in ["to-chuc", "hoi-dong", "kiem-tra", "thu-truong-so", "uy-ban", "giu-so"] {
      let browser = try await world.signIn(login)
      #expect(await browser.get(Self.path).status == 403, "\(login)")
      #expect(await browser.get(Self.file).status == 403, "\(login)")
      #expect(await send(browser, bytes).status == 403, "\(login)")
      #expect(await confirm(browser, carried).status == 403, "\(login)")
      #expect(!(await browser.get("/tham-dinh").text.contains("phan-viec")), "\(login)")
    }
    // Another appraiser's part, and the confirmation of one, by whoever may not say it.
    let second = try await world.signIn("giup-viec-2")
    let other = await send(second, bytes)
    #expect(other.status == 422 && other.text.contains("của người khác"), "\(other.text)")
    for login in ["giup-viec-so", "giup-viec-ho-so", "giup-viec-huyen"] {
      let browser = try await world.signIn(login)
      #expect(await confirm(browser, carried).status == 403, "\(login)")
      #expect(
        try RetypedWorkbook(await browser.get(Self.file).body).place(of: "so-noi-vu/1.1.2") == nil)
    }
    #expect(await confirm(helper, carried, token: "x").status == 403)
    #expect(await helper.post(Self.path, ["phan": carried]).status == 415)
    #expect(await world.get(Self.file).status == 303)
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `rows that were added by hand are held against the rights of each`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    for (key, unit, item, told) in [
      ("xa-mot/1.1", "UBND xã Ấm", "1.1", "làm việc cho"),
      ("so-noi-vu/2.1", "Sở Nội vụ", "2.1", "không được phân công"),
      ("so-la/1.1.2", "Sở Lạ", "1.1.2", "kỳ đánh giá không có"),
    ] {
      let bytes = try await Self.filled(helper, ["so-noi-vu/1.1.2": Self.points("2,75")]) { book in
        guard let mark = book.place(of: "parindex:appraisal-part") else { return }
        for (name, text) in [
          ("parindex:appraisal-part", key), ("unit", unit), ("item", item),
          ("decision", "Chấp nhận kết quả đang tính"),
        ] {
          guard let column = book.place(of: name)?.column else { continue }
          book.pages[0].cells[CellAddress(row: mark.row + 60, column: column)] = .text(text)
        }
      }
      let page = await send(helper, bytes)
      #expect(page.status == 422 && page.text.contains(told), "\(key): \(page.text)")
      #expect(!page.text.contains("name=\"phan\""), "\(key)")
    }
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `a confirmation that no page of ours made is no form`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let bytes = try await Self.filled(helper, ["so-noi-vu/1.1.2": Self.points("2,75")])
    let sound = try carried(await send(helper, bytes))
    func row(_ change: (String, String)) -> String { sound.replacing(change.0, with: change.1) }
    for text in [
      "x", "[]", "{}", "{\"seen\":5,\"rows\":[]}", sound + "x", row(("\"seen\":5", "\"seen\":-1")),
      row(("\"seen\":5", "\"seen\":6")), row(("\"seen\":5", "\"seen\":\"5\"")),
      row(("\"propose\":false", "\"propose\":0")), row(("\"diem\"", "\"ngoai-khung\"")),
      row(("so-noi-vu", "../so-noi-vu")), row(("1.1.2", "1.1.2\\u0000")),
      row(("12/BC-SNV", " 12/BC-SNV")), row(("12/BC-SNV", String(repeating: "x", count: 8_001))),
      row(
        (
          "\"rows\":[",
          "\"rows\":[{\"unit\":\"so-noi-vu\",\"item\":\"1.1.2\",\"propose\":false,\"fields\":{}},"
        )),
      String(repeating: "[", count: 100_000),
    ] {
      #expect(text != sound)
      #expect(await confirm(helper, text).status == 400, "\(text.prefix(200))")
    }
    // Readable, and no decision that could be meant.
    for (change, status) in [
      (("\"cho-diem\"", "\"sua-so-lieu\""), 422), (("\"2.75\"", "\"99\""), 422),
      (("so-noi-vu", "xa-mot"), 403), (("so-noi-vu", "so-la"), 403),
      (("\"propose\":false", "\"propose\":true"), 409), (("\"2.75\"", "\"1\""), 409),
    ] {
      let answer = await confirm(helper, row(change))
      #expect(answer.status == status, "\(change): \(answer.text)")
    }
    #expect(try world.events(of: "so-noi-vu").count == 1)
    #expect(try world.store.openProposals().isEmpty)
  }

  @Test func `the pages say what they should in both languages`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let bytes = try await Self.filled(
      helper,
      [
        "so-noi-vu/1.1.2": Self.points("2,75"), "so-do/1.1.2": Self.points("1"),
        "so-do/1.1.1": ["decision": .text("Chấp nhận kết quả đang tính")],
      ])
    let faulty = try await Self.filled(
      helper, ["so-do/1.1.2": ["decision": .text("Đồng ý")], "so-do/1.1.1": ["points": .text("1")]])
    let second = try await world.signIn("giup-viec-2")
    let accept = ["quyet-dinh": "chap-nhan", "seen": "5", "buoc": "ghi"]
    #expect(await second.post("/tham-dinh/so-do/1.1.1", accept).status == 303)
    for language in ["vi", "en"] {
      for (name, sent) in [("part", bytes), ("part-faults", faulty)] {
        let page = await send(helper, sent, query: "?lang=\(language)").text
          .replacing(helper.token, with: "TOKEN")
        expectGolden(page, "\(name).\(language).html")
      }
    }
  }
}
