import EventLog
import Foundation
import Store
import TestSupport
import Testing

@testable import Web

/// The council decides, the organiser locks, and the result is published, each in their turn.
@Suite struct CouncilTests {
  private static let item = "/tham-dinh/so-noi-vu/1.1.2"

  private func decision(_ seen: String, _ step: String = "ghi") -> [String: String] {
    [
      "quyet-dinh": "cho-diem", "diem": "2,25", "can-cu": "hoi-dong", "tan-thanh": "2",
      "khong-tan-thanh": "0", "khong-bieu-quyet": "", "seen": seen, "buoc": step,
    ]
  }

  @Test func `an item goes from the agenda through a meeting to a decision`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let council = try await world.signIn("hoi-dong")
    let organiser = try await world.signIn("to-chuc")
    var number = try await council.seen(Self.item)
    let early = await council.post(Self.item, decision(number))
    #expect(early.status == 409 && early.text.contains("không có trong chương trình họp"))
    let agenda = [
      "quyet-dinh": "trinh", "diem": "2,25", "ly-do": "Còn ý kiến khác", "seen": number,
      "buoc": "ghi",
    ]
    #expect(await council.post(Self.item, agenda).status == 403, "the organiser's move")
    let tried = await organiser.post(Self.item, agenda.merging(["buoc": "thu"]) { $1 }).text
    #expect(tried.contains("Nếu Hội đồng quyết định theo đề nghị"))
    #expect(tried.contains("100,00 → 92,50"))
    let impossible = await organiser.post(Self.item, agenda.merging(["diem": "99"]) { $1 })
    #expect(impossible.status == 409 && impossible.text.contains("ngoài khoảng"))
    #expect(await organiser.post(Self.item, agenda).status == 303)
    #expect(await organiser.post(Self.item, agenda).status == 303, "sent twice")
    let page = await council.get("/hoi-dong").text
    #expect(page.contains("Còn ý kiến khác") && page.contains("chỉ số 100,00 → 92,50"))
    number = try await council.seen(Self.item)
    let unmet = await council.post(Self.item, decision(number))
    #expect(unmet.status == 409 && unmet.text.contains("Chưa ghi phiên họp"))
    var meeting = ["p.hoi-dong/01": "1", "seen": number, "ly-do": "Xem xét 1 tiêu chí"]
    for change in [["p.hoi-dong/01": ""], ["ly-do": ""]] {
      let bad = meeting.merging(change) { _, new in new }
      let answer = await organiser.post("/hoi-dong/phien-hop", bad)
      #expect(answer.status == (change["ly-do"] == nil ? 422 : 409))
    }
    meeting["p.hoi-dong/02"] = "1"
    #expect(await organiser.post("/hoi-dong/phien-hop", meeting).status == 303)
    #expect(await organiser.post("/hoi-dong/phien-hop", meeting).status == 303)
    let trial = await council.post(Self.item, decision(number, "thu"))
    #expect(trial.text.contains("3,00 → 2,25") && trial.text.contains("value=\"ghi\""))
    #expect(await organiser.post(Self.item, decision(number)).status == 403)
    #expect(await council.post(Self.item, decision(number)).status == 303)
    let kinds = try world.events(of: "so-noi-vu").map(\.content.kind)
    #expect(kinds == [.submitted, .agenda, .decided])
    let last = try #require(try world.events(of: "so-noi-vu").last?.content)
    #expect(last.vote == EventVote(inFavour: 2, against: 0, abstaining: 0))
    #expect(last.author == "hoi-dong/01" && last.stage == "council")
  }

  @Test func `one of three present is no quorum`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let council = try await world.signIn("hoi-dong")
    let organiser = try await world.signIn("to-chuc")
    let number = try await organiser.seen(Self.item)
    _ = await organiser.post(
      Self.item, ["quyet-dinh": "trinh", "seen": number, "buoc": "ghi", "ly-do": "Trình"])
    _ = await organiser.post(
      "/hoi-dong/phien-hop", ["p.hoi-dong/01": "1", "seen": "5", "ly-do": "Họp"])
    let answer = await council.post(Self.item, decision(try await council.seen(Self.item)))
    #expect(answer.status == 409 && answer.text.contains("có mặt 1/3 thành viên"))
    #expect(answer.text.contains("value=\"2,25\""))
  }

  @Test func `nobody of another council is present`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let district = try await world.signIn("hoi-dong-huyen")
    let form = ["p.hoi-dong/01": "1", "p.hoi-dong/02": "1", "seen": "4", "ly-do": "Họp"]
    let forged = await district.post("/hoi-dong/phien-hop", form)
    #expect(forged.status == 422 && forged.text.contains("Chưa chọn người có mặt"))
    let own = form.merging(["p.hoi-dong-huyen-dong/01": "1"]) { own, _ in own }
    #expect(await district.post("/hoi-dong/phien-hop", own).status == 303)
    let log = LogReader(world.keeper.folder + "/events.jsonl")
    #expect(log.events().events.last?.content.attendance == ["hoi-dong-huyen-dong/01"])
  }

  @Test func `each step of publication is somebody's own, in order`() async throws {
    let world = try await WebWorld(at: "2018-01-16T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let council = try await world.signIn("hoi-dong")
    let decider = try await world.signIn("uy-ban")
    let auditor = try await world.signIn("kiem-tra")
    let path = "/cong-bo"
    func step(_ browser: Browser, _ state: String, _ basis: String = "") async throws -> Int {
      let number = try await organiser.seen(path)
      return await browser.post(
        path,
        ["viec": "cong-bo", "trang-thai": state, "co-so": basis, "seen": number, "buoc": "ghi"]
      ).status
    }
    #expect(try await step(council, "passed") == 409, "nothing is locked yet")
    let number = try await organiser.seen(path)
    let lock = ["viec": "khoa", "ly-do": "Điểm, mức, thứ hạng", "seen": number, "buoc": "thu"]
    let trial = await organiser.post(path, lock)
    #expect(trial.status == 200 && trial.text.contains("mọi đơn vị của kỳ đánh giá"))
    for browser in [decider, auditor] {
      #expect(await browser.post(path, lock).status == 403)
    }
    #expect(!trial.text.contains("chưa có thứ hạng"), "nothing is open")
    let record = lock.merging(["buoc": "ghi"]) { _, new in new }
    let unsaid = record.merging(["ly-do": ""]) { _, new in new }
    #expect(await organiser.post(path, unsaid).status == 409)
    #expect(await organiser.post(path, record).status == 303)
    #expect(await organiser.post(path, record).status == 303, "sent twice")
    for browser in [organiser, decider, auditor] {
      #expect(try await step(browser, "passed") == 403)
    }
    #expect(try await step(organiser, "submitted") == 409, "it was not passed")
    #expect(try await step(council, "passed") == 303)
    #expect(try await step(organiser, "submitted") == 303)
    #expect(try await step(organiser, "issued") == 403)
    #expect(try await step(decider, "issued") == 409, "without a number")
    #expect(try await step(decider, "issued", "141/QĐ-UBND ngày 19/01/2018") == 303)
    #expect(try await step(organiser, "published") == 303)
    let unit = try await world.signIn("thu-truong")
    #expect(await unit.get("/xep-hang").status == 200, "now places are public")
    let log = LogReader(world.home.path("ky/events.jsonl")).read()
    #expect(log.isSound)
  }

  @Test func `a stage that is over is opened again for one unit, with a ground`() async throws {
    let world = try await WebWorld(at: "2018-01-09T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let helper = try await world.signIn("giup-viec")
    let number = "4"
    let accept = ["quyet-dinh": "chap-nhan", "seen": number, "buoc": "ghi"]
    #expect(await helper.post(Self.item, accept).status == 409)
    var unlock = [
      "viec": "mo-khoa", "don-vi": "so-noi-vu", "buoc-cua-ky": "appraisal-1", "seen": number,
      "buoc": "ghi",
    ]
    #expect(await organiser.post("/cong-bo", unlock).status != 303, "a ground is missing")
    unlock["can-cu"] = "dat-mot-phan"
    #expect(await organiser.post("/cong-bo", unlock).status == 403, "of its own unit")
    let council = try await world.signIn("hoi-dong")
    #expect(await council.post("/cong-bo", unlock).status == 303)
    let again = accept.merging(["seen": try await helper.seen(Self.item)]) { _, new in new }
    #expect(await helper.post(Self.item, again).status == 303)
  }

  @Test func `a form that names what there is not changes nothing`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    for form in [
      ["viec": "xoa", "seen": "4"], ["viec": "khoa", "don-vi": "khong-co", "seen": "4"],
      ["viec": "khoa", "buoc-cua-ky": "x", "seen": "4"], ["viec": "khoa"],
      ["viec": "cong-bo", "trang-thai": "x", "seen": "4"],
    ] {
      let sent = form.merging(["buoc": "ghi", "ly-do": "x"]) { own, _ in own }
      #expect(await organiser.post("/cong-bo", sent).status == 400, "\(form)")
    }
    #expect(await organiser.post(Self.item, ["quyet-dinh": "trinh"]).status == 400)
    #expect(await organiser.get("/tham-dinh/so-noi-vu/9.9").status == 404)
    #expect(await organiser.get("/tham-dinh/khong-co/1.1.2").status == 403)
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `the whole round is not locked over what was recorded since the preview`()
    async throws
  {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let helper = try await world.signIn("giup-viec")
    func lock(_ seen: String, _ step: String) -> [String: String] {
      ["viec": "khoa", "ly-do": "Điểm, mức, thứ hạng", "seen": seen, "buoc": step]
    }
    let seen = try await organiser.seen("/cong-bo")
    #expect(await organiser.post("/cong-bo", lock(seen, "thu")).status == 200)
    let accept = [
      "quyet-dinh": "chap-nhan", "seen": try await helper.seen(Self.item), "buoc": "ghi",
    ]
    #expect(await helper.post(Self.item, accept).status == 303)
    let late = await organiser.post("/cong-bo", lock(seen, "ghi"))
    #expect(late.status == 409 && late.text.contains("Vừa có việc khác được ghi"), "\(late.text)")
    #expect(late.text.contains("name=\"seen\" value=\"5\""), "it is shown as it stands now")
    #expect(try world.events(of: "so-noi-vu").count == 2)
    // A preview of what stands now can be recorded.
    let again = await organiser.post("/cong-bo", lock(seen, "thu")).text
    #expect(again.contains("name=\"seen\" value=\"5\""))
    #expect(await organiser.post("/cong-bo", lock("5", "ghi")).status == 303)
    #expect(await organiser.post("/cong-bo", lock("5", "ghi")).status == 303, "sent twice")
  }

  @Test func `a lock over what is open tells beforehand who will have no place`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try await world.signIn("giup-viec")
    let asked = [
      "quyet-dinh": "yeu-cau", "ly-do": "Gửi bản ký số", "seen": try await helper.seen(Self.item),
      "buoc": "ghi", "can-cu": "dat-mot-phan",
    ]
    #expect(await helper.post(Self.item, asked).status == 303)
    try world.setTime(local: "2018-01-16T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let page = await organiser.get("/cong-bo").text
    #expect(page.contains("href=\"/tham-dinh?tt=da-hoi\">1 nơi còn yêu cầu giải trình"))
    let lock = ["viec": "khoa", "ly-do": "Điểm, mức, thứ hạng", "seen": "5", "buoc": "thu"]
    let trial = await organiser.post("/cong-bo", lock).text
    #expect(trial.contains("1 nơi sẽ chưa có thứ hạng vì còn bỏ ngỏ."), "\(trial)")
    #expect(trial.contains("<details class=\"form\" open><summary>Khóa</summary>"))
    #expect(await organiser.post("/cong-bo", lock.merging(["buoc": "ghi"]) { $1 }).status == 303)
    let locked = await organiser.get("/cong-bo").text
    #expect(locked.contains("1 nơi chưa có thứ hạng vì khóa khi còn bỏ ngỏ."))
    #expect(!locked.contains("<summary>Khóa</summary>"), "it is locked already")
    let ranking = await organiser.get("/xep-hang/so").text
    #expect(ranking.contains("chưa có thứ hạng vì khóa khi còn bỏ ngỏ; tạm tính: "))
  }

  @Test func `what cannot be done now is said, and no form is offered for it`() async throws {
    let world = try await WebWorld(at: "2018-01-04T00:00:00")
    let helper = try await world.signIn("giup-viec")
    let late = await helper.get(Self.item).text
    #expect(late.contains("đã hết hạn") && !late.contains("name=\"buoc\""))
    try world.setTime(local: "2018-01-03T23:59:59")
    #expect(await helper.get(Self.item).text.contains("name=\"buoc\""))
    // The council votes until the end of its stage; nothing is published before the round is locked.
    try world.setTime(local: "2018-01-16T00:00:00")
    let council = try await world.signIn("hoi-dong")
    #expect(await !council.get(Self.item).text.contains("name=\"buoc\""))
    #expect(await !council.get("/cong-bo").text.contains("name=\"trang-thai\""))
    let organiser = try await world.signIn("to-chuc")
    let lock = ["viec": "khoa", "ly-do": "Điểm", "seen": "4", "buoc": "ghi"]
    #expect(await organiser.post("/cong-bo", lock).status == 303)
    #expect(await council.get("/cong-bo").text.contains("name=\"trang-thai\""))
  }

  @Test func `a meeting with a fault is shown open, as it was typed`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    #expect(await !organiser.get("/hoi-dong").text.contains("<details class=\"form\" open>"))
    let bad = ["seen": "4", "ly-do": "Xem xét 1 tiêu chí"]
    let answer = await organiser.post("/hoi-dong/phien-hop", bad).text
    #expect(answer.contains("<details class=\"form\" open>"))
    #expect(answer.contains("Xem xét 1 tiêu chí</textarea>"))
  }
}
