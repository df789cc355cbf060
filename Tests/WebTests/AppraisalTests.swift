import EventLog
import Foundation
import Grading
import Store
import TestSupport
import Testing

@testable import Web

/// An appraiser's work: finding it, seeing what a decision does, recording it once.
@Suite struct AppraisalTests {
  // MARK: Finding it

  @Test func `everybody finds what is theirs by area, council and unit, and nothing else`()
    async throws
  {
    let world = try await WebWorld(at: AppraisalWork.during)
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
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    _ = await browser.post(
      AppraisalWork.item, ["quyet-dinh": "chap-nhan", "seen": number, "buoc": "ghi"])
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
    let page = await browser.get("\(AppraisalWork.item)?tt=chua-xem&xep=don-vi").text
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
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    let trial = await browser.post(AppraisalWork.item, AppraisalWork.points("2,5", number, "thu"))
    #expect(trial.status == 200 && trial.text.contains("Nếu ghi (chưa ghi gì)"))
    #expect(trial.text.contains("<strong>3,00 → 2,50</strong>"))
    #expect(trial.text.contains("<button name=\"buoc\" value=\"ghi\">"))
    #expect(trial.text.contains("Thiếu &lt;b&gt;biên bản&lt;/b&gt;"))
    #expect(try world.events(of: "so-noi-vu").count == 1)
    let done = await browser.post(AppraisalWork.item, AppraisalWork.points("2,5", number, "ghi"))
    #expect(done.status == 303 && done.header("location") == "\(AppraisalWork.item)?da-ghi=5")
    let after = await browser.get("\(AppraisalWork.item)?da-ghi=5").text
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
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    let first = await browser.post(AppraisalWork.item, AppraisalWork.points("2,5", number, "ghi"))
    try world.setTime(local: "2017-12-22T08:00:05")
    let second = await browser.post(AppraisalWork.item, AppraisalWork.points("2,5", number, "ghi"))
    #expect(first.header("location") == second.header("location"))
    #expect(try world.events(of: "so-noi-vu").count == 2)
  }

  @Test func `corrected inputs that are sent twice are one event too`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let form = [
      "quyet-dinh": "sua-so-lieu", "i.planned": "20", "i.completed": "17",
      "can-cu": "dat-mot-phan", "ly-do": "x", "seen": try await browser.seen(AppraisalWork.item),
      "buoc": "ghi",
    ]
    let first = await browser.post(AppraisalWork.item, form)
    let second = await browser.post(AppraisalWork.item, form)
    #expect(first.status == 303 && first.header("location") == second.header("location"))
    #expect(try world.events(of: "so-noi-vu").count == 2)
    // The same from somebody else is shown whose it is.
    let other = await (try await world.signIn("giup-viec-2")).post(AppraisalWork.item, form)
    #expect(other.status == 409 && other.text.contains("Thành viên Tổ giúp việc: thẩm định"))
  }

  @Test func `what happens to the whole round since is shown before anything is written`()
    async throws
  {
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    var lock = EventContent(
      time: try #require(EventTime(parsing: "2017-12-22T08:00:00")), author: "hoi-dong/01",
      role: "council", kind: .locked)
    lock.text = "Tạm khóa"
    _ = try LogWriter(folder: world.keeper.folder, round: "ky-nho-2017").append([lock])
    for step in ["thu", "ghi"] {
      let answer = await browser.post(AppraisalWork.item, AppraisalWork.points("2,5", number, step))
      #expect(answer.status == 409 && answer.text.contains("name=\"seen\" value=\"5\""), "\(step)")
      #expect(answer.text.contains("value=\"2,5\""))
    }
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `two people on two items of a unit at once are both recorded`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let one = try await world.signIn("giup-viec")
    let two = try await world.signIn("giup-viec-2")
    let form = AppraisalWork.points("2,5", try await one.seen(AppraisalWork.item), "ghi")
    let other = [
      "quyet-dinh": "chap-nhan", "seen": try await two.seen("/tham-dinh/so-noi-vu/1.2"),
      "buoc": "ghi",
    ]
    async let first = one.post(AppraisalWork.item, form)
    async let second = two.post("/tham-dinh/so-noi-vu/1.2", other)
    let answers = await (first.status, second.status)
    #expect(answers == (303, 303))
    #expect(try world.events(of: "so-noi-vu").count == 3)
  }

  @Test func `a session that ends shows what was typed, and no password`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let form = AppraisalWork.points("2,5", try await browser.seen(AppraisalWork.item), "ghi")
    let fields = form.merging(["password": "bí mật", "token": "mã-phiên"]) { own, _ in own }
    let over = await world.post(AppraisalWork.item, fields)
    #expect(over.status == 401 && over.text.contains("Thiếu &lt;b&gt;biên bản&lt;/b&gt;"))
    #expect(!over.text.contains("bí mật") && !over.text.contains("mã-phiên"))
    let old = await world.post(AppraisalWork.item, fields, cookie: browser.cookie)
    #expect(old.status == 403 && old.text.contains("Thiếu &lt;b&gt;biên bản&lt;/b&gt;"))
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `who comes second sees what the first did, and overwrites nothing`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let one = try await world.signIn("giup-viec")
    let two = try await world.signIn("giup-viec-2")
    let number = try await one.seen(AppraisalWork.item)
    _ = await one.post(AppraisalWork.item, AppraisalWork.points("2,5", number, "ghi"))
    for step in ["thu", "ghi", "de-nghi"] {
      let answer = await two.post(AppraisalWork.item, AppraisalWork.points("2,75", number, step))
      #expect(answer.status == 409, "\(step)")
      #expect(answer.text.contains("Thành viên Tổ giúp việc: thẩm định: cho điểm"))
      #expect(answer.text.contains("value=\"2,75\"") && answer.text.contains("Thiếu &lt;b&gt;"))
      #expect(answer.text.contains("name=\"seen\" value=\"5\""), "the next sending has seen it")
    }
    #expect(try world.events(of: "so-noi-vu").count == 2)
    #expect(
      await two.post(AppraisalWork.item, AppraisalWork.points("2,75", "5", "ghi")).status == 303)
    #expect(try world.events(of: "so-noi-vu").last?.content.from == .text("2.5"))
  }

  @Test func `a decision on another item of the unit stands in nobody's way`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let one = try await world.signIn("giup-viec")
    let number = try await one.seen(AppraisalWork.item)
    let two = try await world.signIn("giup-viec-2")
    let other = try await two.seen("/tham-dinh/so-noi-vu/1.2")
    _ = await one.post(AppraisalWork.item, AppraisalWork.points("2,5", number, "ghi"))
    let answer = await two.post(
      "/tham-dinh/so-noi-vu/1.2", ["quyet-dinh": "chap-nhan", "seen": other, "buoc": "ghi"])
    #expect(answer.status == 303)
    #expect(try world.events(of: "so-noi-vu").count == 3)
  }

  @Test func `inputs are adjusted by what is another than it was`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    var form = [
      "quyet-dinh": "sua-so-lieu", "i.planned": "20", "i.completed": "17",
      "can-cu": "dat-mot-phan", "ly-do": "x", "seen": number, "buoc": "ghi",
    ]
    #expect(await browser.post(AppraisalWork.item, form).status == 303)
    let content = try #require(try world.events(of: "so-noi-vu").last?.content)
    #expect(content.decision == .adjust && content.to == .inputs(["completed": "17"]))
    #expect(content.from == .inputs(["completed": "20"]))
    form["seen"] = try await browser.seen(AppraisalWork.item)
    let same = await browser.post(AppraisalWork.item, form)
    #expect(same.status == 422 && same.text.contains("chưa sửa số liệu nào"))
  }

  @Test func `what a rule forbids is told in its words, and what was typed stays`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    var form = AppraisalWork.points("2,5", number, "ghi")
    form["can-cu"] = ""
    for step in ["thu", "ghi"] {
      form["buoc"] = step
      let answer = await browser.post(AppraisalWork.item, form)
      #expect(answer.status == (step == "thu" ? 200 : 409))
      #expect(answer.text.contains("Chưa nêu căn cứ.") && !answer.text.contains("procedure."))
      #expect(answer.text.contains("value=\"2,5\"") && !answer.text.contains("value=\"ghi\""))
    }
    form = AppraisalWork.points("hai", number, "ghi")
    let typo = await browser.post(AppraisalWork.item, form)
    #expect(typo.status == 422 && typo.text.contains("ghi một số") && typo.text.contains("\"hai\""))
    let beyond = await browser.post(AppraisalWork.item, AppraisalWork.points("3,5", number, "thu"))
    #expect(beyond.text.contains("3,5 điểm ngoài khoảng của cách chấm"))
    try world.setTime(local: "2018-01-04T08:00:00")
    let late = await browser.post(AppraisalWork.item, AppraisalWork.points("2,5", number, "ghi"))
    #expect(late.status == 409 && late.text.contains("đã hết hạn"))
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `points beyond the rule are refused for that alone`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let seen = try await browser.seen(AppraisalWork.item)
    let trial = await browser.post(AppraisalWork.item, AppraisalWork.points("5", seen, "thu")).text
    #expect(trial.contains("5 điểm ngoài khoảng"), "\(trial)")
    #expect(!trial.contains("chưa có người duyệt"), "nobody knows what it would move")
    #expect(!trial.contains("value=\"ghi\"") && !trial.contains("value=\"de-nghi\""))
    let sent = await browser.post(AppraisalWork.item, AppraisalWork.points("5", seen, "ghi"))
    #expect(sent.status == 409)
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }
}
