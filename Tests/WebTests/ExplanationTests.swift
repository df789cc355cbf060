import EventLog
import Foundation
import Grading
import Store
import TestSupport
import Testing

@testable import Web

/// What a unit is asked to explain, until when, and its answer.
@Suite struct ExplanationTests {
  @Test func `a unit is asked, sees until when, and answers once`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    var form = ["quyet-dinh": "yeu-cau", "seen": number, "buoc": "ghi", "han": "25/12/2017 17:00"]
    let silent = await browser.post(AppraisalWork.item, form)
    #expect(silent.status == 422 && silent.text.contains("ghi nội dung yêu cầu"))
    form["ly-do"] = "Gửi <bản ký số>"
    #expect(await browser.post(AppraisalWork.item, form).status == 303)
    #expect(try world.events(of: "so-noi-vu").last?.content.due?.isoText == "2017-12-25T17:00")
    let head = try await world.signIn("thu-truong-so")
    let home = await head.get("/don-vi/so-noi-vu").text
    #expect(home.contains("Phải giải trình (1)") && home.contains("Gửi &lt;bản ký số&gt;"))
    #expect(home.contains("hạn 17:00 ngày 25/12/2017"))
    let officers = await (try await world.signIn("can-bo-so")).get("/don-vi/so-noi-vu/muc/1.1.2")
      .text
    #expect(
      officers.contains("Gửi &lt;bản ký số&gt;") && officers.contains("17:00 ngày 25/12/2017"))
    #expect(officers.contains("Thủ trưởng đơn vị ký và gửi giải trình"))
    #expect(!officers.contains("không thuộc vai trò"))
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
    for login in ["thu-truong-so", "can-bo-so"] {
      let kept = await (try await world.signIn(login)).get("/don-vi/so-noi-vu/muc/1.1.2").text
      #expect(kept.contains("Gửi &lt;bản ký số&gt;") && kept.contains("Gửi kèm"), "\(login)")
      #expect(kept.contains("Đã hỏi, đã giải trình"))
    }
    let other = await head.post(path, ["yeu-cau": "5", "ly-do": "Khác"])
    #expect(other.status == 409 && other.text.contains("đã được giải trình"))
    #expect(!(await head.get("/don-vi/so-noi-vu").text.contains("Phải giải trình")))
    #expect(await browser.get("/tham-dinh?tt=da-giai-trinh").text.contains(AppraisalWork.item))
  }

  @Test func `an answer after its day is refused, and kept on the page`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    _ = await browser.post(
      AppraisalWork.item,
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
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    _ = await browser.post(
      AppraisalWork.item,
      [
        "quyet-dinh": "yeu-cau", "seen": try await browser.seen(AppraisalWork.item), "buoc": "ghi",
        "ly-do": "Hỏi",
      ])
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
