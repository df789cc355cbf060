import EventLog
import Foundation
import TestSupport
import Testing

@testable import Web

/// One reason for the same item of several units: an event for each, all or none.
@Suite struct SharedDecisionTests {
  private static let path = "/tham-dinh/nhieu-noi"

  /// Two departments have handed in.
  private func world() async throws -> WebWorld {
    try await WebWorld(
      at: "2017-12-22T08:00:00", handedIn: ["so-noi-vu", "so-do", "huyen-dong", "xa-mot"])
  }

  private func query(_ browser: Browser) async throws -> String {
    let page = await browser.get("/tham-dinh").text
    let match = try #require(page.firstMatch(of: #/value="([0-9]~1\.1\.2)"/#))
    return "?muc=\(match.output.1)"
  }

  private static let form = [
    "quyet-dinh": "cho-diem", "diem": "2,75", "can-cu": "dat-mot-phan",
    "ly-do": "Thiếu báo cáo kết quả", "co-so": "12/BC-SNV", "u.so-noi-vu": "1", "u.so-do": "1",
    "seen": "5", "buoc": "thu",
  ]

  @Test func `several units are decided at once, after the effect was shown`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let query = try await query(helper)
    #expect(await helper.get("/tham-dinh\(query)").text.contains("Một lý do cho nhiều nơi"))
    let page = await helper.get(Self.path + query).text
    #expect(page.contains("name=\"u.so-noi-vu\"") && page.contains("name=\"u.so-do\""))
    let trial = await helper.post(Self.path + query, Self.form)
    #expect(trial.status == 200 && trial.text.contains("3,00 → 2,75"), "\(trial.text)")
    #expect(try world.events(of: "so-do").count == 1, "nothing is written")
    let record = Self.form.merging(["buoc": "ghi"]) { $1 }
    #expect(await helper.post(Self.path + query, record).status == 303)
    #expect(await helper.post(Self.path + query, record).status == 303, "sent twice")
    for unit in ["so-noi-vu", "so-do"] {
      let events = try world.events(of: unit)
      #expect(events.count == 2 && events.last?.content.text == "Thiếu báo cáo kết quả", "\(unit)")
      #expect(events.last?.content.to == .text("2.75"))
    }
  }

  @Test func `one that is forbidden keeps all out`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let query = try await query(helper)
    // A move beyond half a point needs a second approver.
    let large = Self.form.merging(["diem": "1", "buoc": "ghi"]) { $1 }
    let refused = await helper.post(Self.path + query, large)
    #expect(refused.status == 409 && !refused.text.contains("value=\"de-nghi\""))
    for change in [
      ["quyet-dinh": ""], ["diem": "x"], ["u.so-noi-vu": "", "u.so-do": ""],
    ] {
      let sent = Self.form.merging(["buoc": "ghi"]) { $1 }.merging(change) { $1 }
      #expect(await helper.post(Self.path + query, sent).status == 422, "\(change)")
    }
    let unseen = Self.form.merging(["seen": "x"]) { $1 }
    #expect(await helper.post(Self.path + query, unseen).status == 400)
    #expect(try world.events(of: "so-noi-vu").count == 1)
    #expect(try world.events(of: "so-do").count == 1)
  }

  @Test func `what somebody else recorded meanwhile keeps all out`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let query = try await query(helper)
    let second = try await world.signIn("giup-viec-2")
    let accept = ["quyet-dinh": "chap-nhan", "seen": "5", "buoc": "ghi"]
    #expect(await second.post("/tham-dinh/so-do/1.1.2", accept).status == 303)
    let late = await helper.post(Self.path + query, Self.form.merging(["buoc": "ghi"]) { $1 })
    #expect(late.status == 409 && late.text.contains("Thành viên thứ hai"))
    #expect(late.text.contains("name=\"seen\" value=\"6\""), "the next sending has seen it")
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `nobody decides for units or items that are not theirs`() async throws {
    let world = try await world()
    let query = try await query(try await world.signIn("giup-viec"))
    let record = Self.form.merging(["buoc": "ghi"]) { $1 }
    for login in ["to-chuc", "hoi-dong", "kiem-tra", "thu-truong-so", "uy-ban"] {
      let browser = try await world.signIn(login)
      #expect(await browser.post(Self.path + query, record).status == 403, "\(login)")
      #expect(await browser.get(Self.path + query).status == 403, "\(login)")
    }
    // Their own unit's item is not among theirs; nor is another area's.
    let own = try await world.signIn("giup-viec-so")
    #expect(await own.post(Self.path + query, record).status == 403)
    let dossiers = try await world.signIn("giup-viec-ho-so")
    #expect(await dossiers.post(Self.path + query, record).status == 404)
    let helper = try await world.signIn("giup-viec")
    let strange = record.merging(["u.xa-mot": "1"]) { $1 }
    #expect(await helper.post(Self.path + query, strange).status == 403)
    #expect(await helper.post(Self.path, record).status == 303, "without an item it leads back")
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `the page says what it should in both languages`() async throws {
    let world = try await world()
    let helper = try await world.signIn("giup-viec")
    let query = try await query(helper)
    for language in ["vi", "en"] {
      let page = await helper.post("\(Self.path)\(query)&lang=\(language)", Self.form).text
        .replacing(helper.token, with: "TOKEN")
      expectGolden(page, "shared-decision.\(language).html")
    }
  }
}
