import EventLog
import Foundation
import TestSupport
import Testing

@testable import Web

/// After publication: a unit asks to reconsider, the council answers, an amendment is recorded.
@Suite struct ReconsiderationTests {
  private static let path = "/kien-nghi"

  static func published() async throws -> WebWorld {
    let world = try await WebWorld(at: "2018-01-16T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let council = try await world.signIn("hoi-dong")
    let decider = try await world.signIn("uy-ban")
    let lock = ["viec": "khoa", "ly-do": "Điểm, mức, thứ hạng", "seen": "4", "buoc": "ghi"]
    #expect(await organiser.post("/cong-bo", lock).status == 303)
    for (number, step) in [
      (council, "passed"), (organiser, "submitted"), (decider, "issued"), (organiser, "published"),
    ].enumerated() {
      let form = [
        "viec": "cong-bo", "trang-thai": step.1, "seen": String(5 + number), "buoc": "ghi",
        "co-so": step.1 == "issued" ? "141/QĐ-UBND ngày 19/01/2018" : "",
      ]
      #expect(await step.0.post("/cong-bo", form).status == 303, "\(step.1)")
    }
    try world.setTime(local: "2018-01-18T08:00:00")
    return world
  }

  private static let ask = [
    "viec": "gui", "muc": "1.1.2", "ly-do": "Đề nghị xem lại số nhiệm vụ", "seen": "9",
    "buoc": "ghi",
  ]

  @Test func `a request goes to its answer and an amendment, each by those whose move it is`()
    async throws
  {
    let world = try await Self.published()
    let head = try await world.signIn("thu-truong-so")
    for login in ["can-bo-so", "giup-viec", "hoi-dong", "to-chuc", "kiem-tra", "uy-ban"] {
      let status = await (try await world.signIn(login)).post(Self.path, Self.ask).status
      #expect(status == 403 || status == 422, "\(login): \(status)")
    }
    let trial = await head.post(Self.path, Self.ask.merging(["buoc": "thu"]) { $1 })
    #expect(trial.status == 200 && trial.text.contains("không đổi"))
    #expect(await head.post(Self.path, Self.ask.merging(["ly-do": ""]) { $1 }).status == 409)
    #expect(await head.post(Self.path, Self.ask).status == 303)
    #expect(await head.post(Self.path, Self.ask).status == 303, "sent twice")
    #expect(try world.events(of: "so-noi-vu").count == 2)
    let stranger = try await world.signIn("so-do")
    #expect(await !stranger.get(Self.path).text.contains("số nhiệm vụ"), "its own business")
    let council = try await world.signIn("hoi-dong")
    let page = await council.get("\(Self.path)?kien-nghi=10").text
    #expect(page.contains("Trả lời kiến nghị số 10"))
    let answer = [
      "viec": "tra-loi", "don-vi": "so-noi-vu", "kien-nghi": "10", "diem": "2,5",
      "ly-do": "Điểm chưa đúng", "seen": "10", "buoc": "ghi",
    ]
    for login in ["thu-truong-so", "to-chuc", "giup-viec", "hoi-dong-huyen"] {
      #expect(await (try await world.signIn(login)).post(Self.path, answer).status == 403)
    }
    let absent = answer.merging(["kien-nghi": "9"]) { $1 }
    #expect(await council.post(Self.path, absent).status == 422, "no such request")
    let beyond = await council.post(Self.path, answer.merging(["diem": "3,01"]) { $1 })
    #expect(beyond.status == 409 && beyond.text.contains("3,01 điểm ngoài khoảng"))
    #expect(try world.events(of: "so-noi-vu").count == 2, "more than the item can give")
    let whole = await council.post(Self.path, answer.merging(["diem": "3", "buoc": "thu"]) { $1 })
    #expect(whole.text.contains("value=\"ghi\""), "all that it can give")
    #expect(await council.post(Self.path, answer).status == 303)
    let told = await head.get(Self.path).text
    #expect(told.contains("Điểm chưa đúng") && told.contains("đã trả lời"))
    #expect(await head.get("/thong-bao").text.contains("Kiến nghị xem xét lại đã được trả lời"))
    let amend = [
      "viec": "dieu-chinh", "don-vi": "so-noi-vu", "muc": "1.1.2", "diem": "2,5",
      "co-so": "302/QĐ-UBND ngày 12/02/2018", "ly-do": "Theo trả lời kiến nghị", "seen": "11",
      "buoc": "thu",
    ]
    let effect = await council.post(Self.path, amend)
    #expect(effect.text.contains("3,00 → 2,50"), "\(effect.text)")
    let organiser = try await world.signIn("to-chuc")
    let record = amend.merging(["buoc": "ghi"]) { $1 }
    #expect(await organiser.post(Self.path, record).status == 403, "of its own unit")
    #expect(await head.post(Self.path, record).status == 403)
    #expect(await council.post(Self.path, record.merging(["co-so": ""]) { $1 }).status == 409)
    #expect(await council.post(Self.path, record.merging(["diem": "x"]) { $1 }).status == 422)
    #expect(await council.post(Self.path, record.merging(["muc": "9.9"]) { $1 }).status == 422)
    #expect(await council.post(Self.path, record).status == 303)
    let kinds = try world.events(of: "so-noi-vu").map(\.content.kind)
    #expect(
      kinds == [.submitted, .reconsiderationAsked, .reconsiderationAnswered, .amended])
    #expect(await head.get(Self.path).text.contains("302/QĐ-UBND"))
    #expect(await head.get("/don-vi/so-noi-vu/phieu-diem").text.contains("2,50"))
  }

  @Test func `before publication there is nothing to ask for`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    for login in ["thu-truong-so", "hoi-dong", "to-chuc"] {
      let browser = try await world.signIn(login)
      #expect(await browser.get(Self.path).status == 403)
      #expect(await browser.post(Self.path, Self.ask).status == 403)
      #expect(await !browser.get("/tai-khoan").text.contains("href=\"/kien-nghi\""))
    }
  }

  @Test func `the page says what it should in both languages`() async throws {
    let world = try await Self.published()
    let head = try await world.signIn("thu-truong-so")
    #expect(await head.post(Self.path, Self.ask).status == 303)
    for login in ["thu-truong-so", "hoi-dong"] {
      let browser = try await world.signIn(login)
      for language in ["vi", "en"] {
        let page = await browser.get("\(Self.path)?lang=\(language)&kien-nghi=10").text
          .replacing(browser.token, with: "TOKEN")
        expectGolden(page, "reconsideration-\(login).\(language).html")
      }
    }
  }
}
