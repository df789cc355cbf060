import EventLog
import Foundation
import Grading
import Store
import TestSupport
import Testing

@testable import Web

/// An appraiser's work: finding it, seeing what a decision does, recording it once.
@Suite struct AppraisalTests {
  private static let item = "/tham-dinh/so-noi-vu/1.1.2"

  private func world(_ moment: String = "2017-12-22T08:00:00") async throws -> WebWorld {
    try await WebWorld(at: moment)
  }

  /// What the form of a page says it has seen.
  private func seen(_ browser: Browser, _ path: String = item) async throws -> String {
    let page = await browser.get(path).text
    let match = try #require(page.firstMatch(of: #/name="seen" value="([0-9]+)"/#))
    return String(match.output.1)
  }

  private func points(_ points: String, _ seen: String, _ step: String) -> [String: String] {
    [
      "quyet-dinh": "cho-diem", "diem": points, "can-cu": "dat-mot-phan",
      "ly-do": "Thiếu <b>biên bản</b>", "seen": seen, "buoc": step,
    ]
  }

  // MARK: Finding it

  @Test func `everybody finds what is theirs by area, council and unit, and nothing else`()
    async throws
  {
    let world = try await world()
    for (login, own) in [
      ("giup-viec", ["huyen-dong/1.1", "so-noi-vu/1.1.1", "so-noi-vu/1.1.2", "so-noi-vu/1.2"]),
      ("giup-viec-so", ["huyen-dong/1.1"]), ("giup-viec-ho-so", ["so-noi-vu/2.1"]),
      ("giup-viec-huyen", ["xa-mot/1.1"]),
    ] {
      let page = try await world.signIn(login).get("/tham-dinh").text
      let found = page.matches(of: #/href="\/tham-dinh\/([a-z-]+\/[0-9.]+)/#).map {
        String($0.output.1)
      }
      #expect(found.sorted() == own, "\(login)")
      #expect(page.contains("Đã thẩm định 0/\(own.count) mục"), "\(login)")
    }
  }

  @Test func `the list is narrowed by state, unit and item, and hostile questions find nothing`()
    async throws
  {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    _ = await browser.post(Self.item, ["quyet-dinh": "chap-nhan", "seen": number, "buoc": "ghi"])
    func count(_ query: String) async -> Int {
      await browser.get("/tham-dinh?\(query)").text
        .matches(of: #/<th scope="row"><a href="\/tham-dinh\//#).count
    }
    #expect(await count("") == 4)
    #expect(await count("tt=da-tham-dinh") == 1)
    #expect(await count("tt=chua-xem") == 3)
    #expect(await count("don-vi=huyen-dong") == 1)
    #expect(await count("khoi=so&tt=chua-xem") == 2)
    var found = 0
    for set in 0...2 { found += await count("muc=\(set)~1.1.2") }
    #expect(found == 1)
    #expect(await count("trang=99999") == 4, "beyond the last page is the last")
    #expect(await count("xep=tieu-chi") == 4)
    for query in ["don-vi=%22%3E%3Cscript%3E", "trang=-1", "tt=x", "muc=../..", "khoi=%00"] {
      let answer = await browser.get("/tham-dinh?\(query)")
      #expect(answer.status == 200 && !answer.text.contains("<script>"), "\(query)")
    }
    let page = await browser.get("\(Self.item)?tt=chua-xem&xep=don-vi").text
    #expect(
      page.contains(
        "href=\"/tham-dinh/so-noi-vu/1.1.1?xep=don-vi&amp;tt=chua-xem\" rel=\"next\""),
      "what is decided has left that part of the work, which goes on")
    let other = await browser.get("/tham-dinh/so-noi-vu/1.1.1?tt=chua-xem&xep=don-vi").text
    #expect(
      other.contains("href=\"/tham-dinh/so-noi-vu/1.2?xep=don-vi&amp;tt=chua-xem\" rel=\"next\""))
  }

  // MARK: Deciding

  @Test func `a decision shows its effect first, and writes nothing until it is confirmed`()
    async throws
  {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    let trial = await browser.post(Self.item, points("2,5", number, "thu"))
    #expect(trial.status == 200 && trial.text.contains("Nếu ghi (chưa ghi gì)"))
    #expect(trial.text.contains("<strong>3,00 → 2,50</strong>"))
    #expect(trial.text.contains("<button name=\"buoc\" value=\"ghi\">"))
    #expect(trial.text.contains("Thiếu &lt;b&gt;biên bản&lt;/b&gt;"))
    #expect(try world.events(of: "so-noi-vu").count == 1)
    let done = await browser.post(Self.item, points("2,5", number, "ghi"))
    #expect(done.status == 303 && done.header("location") == "\(Self.item)?da-ghi=5")
    let after = await browser.get("\(Self.item)?da-ghi=5").text
    #expect(after.contains("rel=\"next\"") && !after.contains("rel=\"prev\""), "on with the rest")
    let event = try #require(try world.events(of: "so-noi-vu").last)
    let content = event.content
    #expect(content.kind == .appraised && content.decision == .setPoints)
    #expect(content.author == "to-giup-viec/01" && content.role == "helper-team")
    #expect(content.subject == .item("1.1.2") && content.stage == "appraisal-1")
    #expect(content.from == .text("3") && content.to == .text("2.5"))
    #expect(content.ground == "dat-mot-phan" && content.text == "Thiếu <b>biên bản</b>")
    #expect(content.time.isoText == "2017-12-22T08:00:00" && content.approver == nil)
  }

  @Test func `what is sent twice is one event`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    let first = await browser.post(Self.item, points("2,5", number, "ghi"))
    try world.setTime(local: "2017-12-22T08:00:05")
    let second = await browser.post(Self.item, points("2,5", number, "ghi"))
    #expect(first.header("location") == second.header("location"))
    #expect(try world.events(of: "so-noi-vu").count == 2)
  }

  @Test func `corrected inputs that are sent twice are one event too`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let form = [
      "quyet-dinh": "sua-so-lieu", "i.planned": "20", "i.completed": "17",
      "can-cu": "dat-mot-phan", "ly-do": "x", "seen": try await seen(browser), "buoc": "ghi",
    ]
    let first = await browser.post(Self.item, form)
    let second = await browser.post(Self.item, form)
    #expect(first.status == 303 && first.header("location") == second.header("location"))
    #expect(try world.events(of: "so-noi-vu").count == 2)
    // The same from somebody else is shown whose it is.
    let other = await (try await world.signIn("giup-viec-2")).post(Self.item, form)
    #expect(other.status == 409 && other.text.contains("Thành viên Tổ giúp việc: thẩm định"))
  }

  @Test func `what happens to the whole round since is shown before anything is written`()
    async throws
  {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    var lock = EventContent(
      time: try #require(EventTime(parsing: "2017-12-22T08:00:00")), author: "hoi-dong/01",
      role: "council", kind: .locked)
    lock.text = "Tạm khóa"
    _ = try LogWriter(folder: world.keeper.folder, round: "ky-nho-2017").append([lock])
    for step in ["thu", "ghi"] {
      let answer = await browser.post(Self.item, points("2,5", number, step))
      #expect(answer.status == 409 && answer.text.contains("name=\"seen\" value=\"5\""), "\(step)")
      #expect(answer.text.contains("value=\"2,5\""))
    }
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `two people on two items of a unit at once are both recorded`() async throws {
    let world = try await world()
    let one = try await world.signIn("giup-viec")
    let two = try await world.signIn("giup-viec-2")
    let form = points("2,5", try await seen(one), "ghi")
    let other = [
      "quyet-dinh": "chap-nhan", "seen": try await seen(two, "/tham-dinh/so-noi-vu/1.2"),
      "buoc": "ghi",
    ]
    async let first = one.post(Self.item, form)
    async let second = two.post("/tham-dinh/so-noi-vu/1.2", other)
    let answers = await (first.status, second.status)
    #expect(answers == (303, 303))
    #expect(try world.events(of: "so-noi-vu").count == 3)
  }

  @Test func `a session that ends shows what was typed, and no password`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let form = points("2,5", try await seen(browser), "ghi")
    let fields = form.merging(["password": "bí mật", "token": "mã-phiên"]) { own, _ in own }
    let over = await world.post(Self.item, fields)
    #expect(over.status == 401 && over.text.contains("Thiếu &lt;b&gt;biên bản&lt;/b&gt;"))
    #expect(!over.text.contains("bí mật") && !over.text.contains("mã-phiên"))
    let old = await world.post(Self.item, fields, cookie: browser.cookie)
    #expect(old.status == 403 && old.text.contains("Thiếu &lt;b&gt;biên bản&lt;/b&gt;"))
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `who comes second sees what the first did, and overwrites nothing`() async throws {
    let world = try await world()
    let one = try await world.signIn("giup-viec")
    let two = try await world.signIn("giup-viec-2")
    let number = try await seen(one)
    _ = await one.post(Self.item, points("2,5", number, "ghi"))
    for step in ["thu", "ghi", "de-nghi"] {
      let answer = await two.post(Self.item, points("2,75", number, step))
      #expect(answer.status == 409, "\(step)")
      #expect(answer.text.contains("Thành viên Tổ giúp việc: thẩm định: cho điểm"))
      #expect(answer.text.contains("value=\"2,75\"") && answer.text.contains("Thiếu &lt;b&gt;"))
      #expect(answer.text.contains("name=\"seen\" value=\"5\""), "the next sending has seen it")
    }
    #expect(try world.events(of: "so-noi-vu").count == 2)
    #expect(await two.post(Self.item, points("2,75", "5", "ghi")).status == 303)
    #expect(try world.events(of: "so-noi-vu").last?.content.from == .text("2.5"))
  }

  @Test func `a decision on another item of the unit stands in nobody's way`() async throws {
    let world = try await world()
    let one = try await world.signIn("giup-viec")
    let number = try await seen(one)
    let two = try await world.signIn("giup-viec-2")
    let other = try await seen(two, "/tham-dinh/so-noi-vu/1.2")
    _ = await one.post(Self.item, points("2,5", number, "ghi"))
    let answer = await two.post(
      "/tham-dinh/so-noi-vu/1.2", ["quyet-dinh": "chap-nhan", "seen": other, "buoc": "ghi"])
    #expect(answer.status == 303)
    #expect(try world.events(of: "so-noi-vu").count == 3)
  }

  @Test func `inputs are adjusted by what is another than it was`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    var form = [
      "quyet-dinh": "sua-so-lieu", "i.planned": "20", "i.completed": "17",
      "can-cu": "dat-mot-phan", "ly-do": "x", "seen": number, "buoc": "ghi",
    ]
    #expect(await browser.post(Self.item, form).status == 303)
    let content = try #require(try world.events(of: "so-noi-vu").last?.content)
    #expect(content.decision == .adjust && content.to == .inputs(["completed": "17"]))
    #expect(content.from == .inputs(["completed": "20"]))
    form["seen"] = try await seen(browser)
    let same = await browser.post(Self.item, form)
    #expect(same.status == 422 && same.text.contains("chưa sửa số liệu nào"))
  }

  @Test func `what a rule forbids is told in its words, and what was typed stays`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    var form = points("2,5", number, "ghi")
    form["can-cu"] = ""
    for step in ["thu", "ghi"] {
      form["buoc"] = step
      let answer = await browser.post(Self.item, form)
      #expect(answer.status == (step == "thu" ? 200 : 409))
      #expect(answer.text.contains("Chưa nêu căn cứ.") && !answer.text.contains("procedure."))
      #expect(answer.text.contains("value=\"2,5\"") && !answer.text.contains("value=\"ghi\""))
    }
    form = points("hai", number, "ghi")
    let typo = await browser.post(Self.item, form)
    #expect(typo.status == 422 && typo.text.contains("ghi một số") && typo.text.contains("\"hai\""))
    let beyond = await browser.post(Self.item, points("3,5", number, "thu"))
    #expect(beyond.text.contains("3,5 điểm ngoài khoảng của cách chấm"))
    try world.setTime(local: "2018-01-04T08:00:00")
    let late = await browser.post(Self.item, points("2,5", number, "ghi"))
    #expect(late.status == 409 && late.text.contains("đã hết hạn"))
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  // MARK: Second approval

  private func proposed(_ world: WebWorld) async throws -> (Browser, String) {
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    let trial = await browser.post(Self.item, points("2", number, "thu"))
    #expect(trial.text.contains("value=\"de-nghi\"") && !trial.text.contains("value=\"ghi\""))
    #expect(await browser.post(Self.item, points("2", number, "ghi")).status == 409)
    let sent = await browser.post(Self.item, points("2", number, "de-nghi"))
    #expect(sent.header("location") == "/tham-dinh/cho-duyet/1?moi=1")
    #expect(await browser.post(Self.item, points("2", number, "de-nghi")).status == 303)
    #expect(try world.store.openProposals().count == 1, "a second click is the same proposal")
    return (browser, "/tham-dinh/cho-duyet/1")
  }

  @Test func `a large change waits for somebody else, and is recorded with both`() async throws {
    let world = try await world()
    let (one, path) = try await proposed(world)
    #expect(try world.events(of: "so-noi-vu").count == 1)
    #expect(await one.get("/tham-dinh?tt=cho-duyet").text.contains(Self.item))
    #expect(await one.post(path, ["buoc": "duyet"]).status == 403, "nobody approves their own")
    for login in ["giup-viec-so", "giup-viec-huyen", "to-chuc", "kiem-tra", "thu-truong"] {
      let answer = try await world.signIn(login).post(path, ["buoc": "duyet"])
      #expect(answer.status == 403, "\(login)")
    }
    let two = try await world.signIn("giup-viec-2")
    #expect(await two.post(path, ["buoc": "rut"]).status == 403)
    let page = await two.get(path).text
    #expect(page.contains("Duyệt và ghi vào nhật ký") && page.contains("3,00 → 2,00"))
    #expect(await two.post(path, ["buoc": "duyet"]).status == 303)
    #expect(await two.post(path, ["buoc": "duyet"]).status == 303)
    let events = try world.events(of: "so-noi-vu")
    #expect(events.count == 2)
    #expect(events.last?.content.author == "to-giup-viec/01")
    #expect(events.last?.content.approver == "to-giup-viec/02")
    #expect(await two.get(path).text.contains("Đã duyệt: sự kiện số 5"))
  }

  @Test func `half a point needs no second approver, a hundredth more does`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    let small = await browser.post(Self.item, points("2,5", number, "thu")).text
    #expect(small.contains("value=\"ghi\"") && !small.contains("value=\"de-nghi\""))
    let large = await browser.post(Self.item, points("2,49", number, "thu")).text
    #expect(!large.contains("value=\"ghi\"") && large.contains("value=\"de-nghi\""))
    // What no second approver can mend is not left to one.
    let free = await browser.post(Self.item, points("2,5", number, "de-nghi"))
    #expect(free.status == 409)
    #expect(try world.store.openProposals().isEmpty)
  }

  @Test func `a proposal goes back, is taken back, or is overtaken`() async throws {
    let world = try await world()
    let (one, path) = try await proposed(world)
    let two = try await world.signIn("giup-viec-2")
    _ = await two.post(path, ["buoc": "tra-lai", "ly-do": "Thiếu <căn cứ>"])
    #expect(await one.get(path).text.contains("Trả lại: Thiếu &lt;căn cứ&gt;"))
    #expect(await two.post(path, ["buoc": "duyet"]).status == 303)
    #expect(try world.events(of: "so-noi-vu").count == 1, "what went back is not approved")
    let number = try await seen(one)
    _ = await one.post(Self.item, points("1", number, "de-nghi"))
    _ = await two.post(Self.item, ["quyet-dinh": "chap-nhan", "seen": number, "buoc": "ghi"])
    let late = await two.post("/tham-dinh/cho-duyet/2", ["buoc": "duyet"])
    #expect(late.status == 409 && late.text.contains("không duyệt được nữa"))
    #expect(!late.text.contains("Duyệt và ghi"))
    #expect(try world.events(of: "so-noi-vu").count == 2)
    #expect(await one.post("/tham-dinh/cho-duyet/2", ["buoc": "rut"]).status == 303)
    #expect(try world.store.openProposals().isEmpty)
    #expect(await one.get("/tham-dinh/cho-duyet/99").status == 404)
    #expect(await one.get("/tham-dinh/cho-duyet/x").status == 404)
  }

  // MARK: Explanations

  @Test func `a unit is asked, sees until when, and answers once`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    var form = ["quyet-dinh": "yeu-cau", "seen": number, "buoc": "ghi", "han": "25/12/2017 17:00"]
    let silent = await browser.post(Self.item, form)
    #expect(silent.status == 422 && silent.text.contains("ghi nội dung yêu cầu"))
    form["ly-do"] = "Gửi <bản ký số>"
    #expect(await browser.post(Self.item, form).status == 303)
    #expect(try world.events(of: "so-noi-vu").last?.content.due?.isoText == "2017-12-25T17:00")
    let head = try await world.signIn("thu-truong-so")
    let home = await head.get("/don-vi/so-noi-vu").text
    #expect(home.contains("Phải giải trình (1)") && home.contains("Gửi &lt;bản ký số&gt;"))
    #expect(home.contains("hạn 17:00 ngày 25/12/2017"))
    let path = "/don-vi/so-noi-vu/muc/1.1.2/giai-trinh"
    let empty = await head.post(path, ["yeu-cau": "5", "ly-do": ""])
    #expect(empty.status == 409 && empty.text.contains("Chưa nêu lý do, nội dung"))
    let wrong = await head.post(path, ["yeu-cau": "4", "ly-do": "Giữ lại"])
    #expect(wrong.status == 409 && wrong.text.contains("Giữ lại"), "no request, nothing is lost")
    let answer = ["yeu-cau": "5", "ly-do": "Gửi kèm", "d.ke-hoach": "1", "d.khac": "1"]
    for login in ["can-bo-so", "thu-truong", "giup-viec", "to-chuc"] {
      let forged = try await world.signIn(login).post(path, answer)
      #expect(forged.status == 403, "\(login)")
    }
    #expect(await head.post(path, answer).status == 303)
    #expect(await head.post(path, answer).status == 303)
    let events = try world.events(of: "so-noi-vu")
    #expect(events.count == 3)
    #expect(events.last?.content.answers == 5 && events.last?.content.evidence == ["ke-hoach"])
    let other = await head.post(path, ["yeu-cau": "5", "ly-do": "Khác"])
    #expect(other.status == 409 && other.text.contains("đã được giải trình"))
    #expect(!(await head.get("/don-vi/so-noi-vu").text.contains("Phải giải trình")))
    #expect(await browser.get("/tham-dinh?tt=da-giai-trinh").text.contains(Self.item))
  }

  @Test func `an answer after its day is refused, and kept on the page`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    let number = try await seen(browser)
    _ = await browser.post(
      Self.item,
      [
        "quyet-dinh": "yeu-cau", "seen": number, "buoc": "ghi", "ly-do": "Hỏi",
        "han": "2017-12-25T17:00",
      ])
    let head = try await world.signIn("thu-truong-so")
    try world.setTime(local: "2017-12-25T17:01:00")
    let path = "/don-vi/so-noi-vu/muc/1.1.2"
    let late = await head.post("\(path)/giai-trinh", ["yeu-cau": "5", "ly-do": "Muộn mất rồi"])
    #expect(late.status == 409 && late.text.contains("đã hết hạn: 17:00 ngày 25/12/2017"))
    #expect(late.text.contains("Muộn mất rồi</textarea>"))
    try world.setTime(local: "2017-12-25T17:00:59")
    let answer = ["yeu-cau": "5", "ly-do": "Kịp"]
    #expect(await head.post("\(path)/giai-trinh", answer).status == 303)
  }

  @Test func `what is asked without a day is answered in the stage for it`() async throws {
    let world = try await world()
    let browser = try await world.signIn("giup-viec")
    _ = await browser.post(
      Self.item,
      ["quyet-dinh": "yeu-cau", "seen": try await seen(browser), "buoc": "ghi", "ly-do": "Hỏi"])
    let head = try await world.signIn("thu-truong-so")
    let path = "/don-vi/so-noi-vu/muc/1.1.2/giai-trinh"
    let answer = ["yeu-cau": "5", "ly-do": "Trả lời"]
    try world.setTime(local: "2018-01-03T23:59:59")
    let early = await head.post(path, answer)
    #expect(early.status == 409 && early.text.contains("Bước Giải trình chưa mở"))
    try world.setTime(local: "2018-01-04T00:00:00")
    #expect(await head.post(path, answer).status == 303)
  }

  @Test func `what is asked after the stage for answers is answered where it was asked`() throws {
    func stage(_ id: String, _ kind: Stage.Kind, _ through: Int) -> Stage {
      Stage(
        id: id, title: id, kind: kind, who: nil,
        deadline: CalendarDay(year: 2018, month: 1, day: through).map { LocalMoment($0) },
        allowsBeyondRule: false)
    }
    let stages = [
      stage("first", .appraisal, 3), stage("answers", .explanation, 8),
      stage("second", .appraisal, 13),
    ]
    func answered(_ asked: String, _ time: String, in stages: [Stage]) throws -> String? {
      var content = EventContent(
        time: try #require(EventTime(parsing: "2018-01-01T08:00:00")), author: "a", role: "b",
        kind: .explanationRequested)
      content.stage = asked
      let request = ExplanationRequest(number: 1, content: content)
      return request.stage(of: try #require(EventTime(parsing: time)), in: stages)?.id
    }
    #expect(try answered("first", "2018-01-02T08:00:00", in: stages) == "answers")
    #expect(try answered("first", "2018-01-08T23:59:59", in: stages) == "answers")
    #expect(try answered("second", "2018-01-09T00:00:00", in: stages) == "second")
    #expect(
      try answered("first", "2018-01-09T00:00:00", in: stages) == "first", "and is late there")
    #expect(try answered("second", "2018-01-02T08:00:00", in: [stages[2]]) == "second")
  }
}
