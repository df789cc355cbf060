import EventLog
import Foundation
import TestSupport
import Testing

@testable import Web

/// A meeting is recorded with the day and time on which it was.
@Suite struct MeetingTests {
  private func meeting(
    _ world: WebWorld, _ moment: String?, seen: String = "4"
  ) async throws -> WebResponse {
    var form = ["p.hoi-dong/01": "1", "p.hoi-dong/02": "1", "seen": seen, "ly-do": "Họp lần 1"]
    form["luc"] = moment
    return await (try await world.signIn("to-chuc")).post("/hoi-dong/phien-hop", form)
  }

  private func last(_ world: WebWorld) throws -> EventContent {
    let events = LogReader(world.home.path("ky/events.jsonl")).events().events
    return try #require(events.last).content
  }

  @Test(arguments: [
    (nil, "2018-01-10T08:00:30"), ("", "2018-01-10T08:00:30"),
    ("10/01/2018 08:00", "2018-01-10T08:00:30"), ("10/01/2018 07:59", "2018-01-10T07:59:00"),
    ("2018-01-09T14:00", "2018-01-09T14:00:00"), ("10/12/2017 09:00", "2017-12-10T09:00:00"),
  ])
  func `its event has its own time`(_ typed: String?, _ time: String) async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:30")
    #expect(try await meeting(world, typed).status == 303)
    let content = try last(world)
    #expect(content.kind == .met && content.time.isoText == time)
    #expect(content.text == "Họp lần 1")
  }

  @Test func `one before what was recorded last says so in its words`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:30")
    #expect(try await meeting(world, "10/12/2017 08:59").status == 303)
    let content = try last(world)
    #expect(content.time.isoText == "2018-01-10T08:00:30", "a log's times go forward")
    #expect(content.text == "Họp lúc 08:59 ngày 10/12/2017. Họp lần 1")
    #expect(LogReader(world.home.path("ky/events.jsonl")).read().diagnostics.isEmpty)
  }

  @Test func `within the minute of the last event it is behind that`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:30")
    #expect(try await meeting(world, nil).status == 303)
    try world.setTime(local: "2018-01-10T08:05:00")
    let again = try await meeting(world, "10/01/2018 08:00", seen: "5")
    #expect(again.status == 303)
    #expect(try last(world).time.isoText == "2018-01-10T08:00:30")
    #expect(try last(world).text == "Họp lần 1")
  }

  @Test func `one that cannot have been is not recorded, and stays as it was typed`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:30")
    for (typed, words) in [
      ("10/01/2018 08:01", "chưa diễn ra"), ("11/01/2018 07:00", "chưa diễn ra"),
      ("01/12/2017 07:59", "trước khi kỳ đánh giá mở nhật ký"), ("10/01/2018", "ghi ngày giờ"),
      ("hôm qua", "ghi ngày giờ"), ("32/01/2018 08:00", "ghi ngày giờ"),
    ] {
      let answer = try await meeting(world, typed)
      #expect(answer.status == 422, "\(typed)")
      #expect(answer.text.localizedCaseInsensitiveContains(words), "\(typed): \(answer.text)")
      #expect(answer.text.contains("value=\"\(typed)\""), "\(typed)")
    }
    #expect(try last(world).kind == .submitted)
    #expect(try await meeting(world, "01/12/2017 08:00").status == 303, "when the log began")
    let helper = try await world.signIn("giup-viec")
    let forged = ["p.hoi-dong/01": "1", "seen": "4", "ly-do": "Họp", "luc": "hôm qua"]
    #expect(await helper.post("/hoi-dong/phien-hop", forged).status == 403)
  }

  @Test func `the form begins with now`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:30")
    let page = await (try await world.signIn("to-chuc")).get("/hoi-dong").text
    #expect(
      page.contains(
        "name=\"luc\" aria-describedby=\"luc-h\" type=\"text\" value=\"10/01/2018 08:00\""))
  }
}
