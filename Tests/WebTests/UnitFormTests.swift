import Foundation
import Store
import TestSupport
import Testing

@testable import Web

/// A unit's self-assessment as a workbook: taken home and sent back, in the browser.
@Suite struct UnitFormTests {
  private static let home = "/don-vi/so-y-te/bieu"
  private static let item = "/don-vi/so-y-te/muc/1.1.2"

  private func type(_ planned: String, over version: Int, _ browser: Browser) async {
    _ = await browser.post(
      Self.item, ["version": String(version), "i.planned": planned, "i.completed": "3"])
  }

  private func send(
    _ bytes: [UInt8], _ browser: Browser, to path: String = home, token: String? = nil
  ) async -> WebResponse {
    await browser.upload(
      [:], file: ("bieu.xlsx", bytes), to: path, token: token, chunk: 100_000)
  }

  private func fields(_ browser: Browser, _ act: String) async throws -> [String: String] {
    let page = await browser.get(Self.home).text
    let version = try #require(page.firstMatch(of: #/name="version" value="([0-9]+)"/#))
    let seen = try #require(page.firstMatch(of: #/name="seen" value="([0-9a-f]+)"/#))
    return ["version": String(version.output.1), "seen": String(seen.output.1), "act": act]
  }

  @Test func `what was typed goes out and comes back in its place`() async throws {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    await type("8", over: 0, officer)
    let taken = await officer.get("\(Self.home)/tep")
    #expect(taken.status == 200 && taken.body.starts(with: [0x50, 0x4B]))
    #expect(taken.header("content-disposition") == "attachment; filename=\"so-y-te.xlsx\"")
    #expect(await send(taken.body, officer).status == 303)
    #expect(await officer.get(Self.home).text.contains("Không khác gì nội dung đang khai"))
    _ = await officer.post(Self.home, try await fields(officer, "bo"))
    await type("9", over: 1, officer)
    #expect(await send(taken.body, officer).status == 303)
    let page = await officer.get(Self.home)
    expectGolden(
      page.text.replacing(officer.token, with: "TOKEN"), "unit-form.vi.html")
    #expect(page.text.contains("1 chỗ khác"))
    #expect(await officer.get(Self.item).text.contains("value=\"9\""), "nothing is taken yet")
    #expect(await officer.post(Self.home, try await fields(officer, "nhan")).status == 303)
    #expect(await officer.get(Self.item).text.contains("value=\"8\""))
    #expect(try Array(world.store.drafts(of: "so-y-te").keys) == [TakenForm.part])
    await type("10", over: 0, officer)
    #expect(await officer.get(Self.item).text.contains("value=\"10\""), "typed over it")
    let head = try await world.signIn("thu-truong")
    #expect(await head.handIn("so-y-te").status == 303)
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
    #expect(try world.events(of: "so-y-te").count == 1)
  }

  @Test func `what a colleague types meanwhile is not overwritten`() async throws {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    await type("8", over: 0, officer)
    let taken = await officer.get("\(Self.home)/tep").body
    await type("9", over: 1, officer)
    _ = await send(taken, officer)
    let form = try await fields(officer, "nhan")
    await type("10", over: 2, try await world.signIn("thu-truong"))
    let refused = await officer.post(Self.home, form)
    #expect(refused.status == 409 && refused.text.contains("vừa được sửa"))
    #expect(await officer.get(Self.item).text.contains("value=\"10\""))
    #expect(await officer.post(Self.home, try await fields(officer, "nhan")).status == 303)
    #expect(await officer.post(Self.home, form).status == 409, "it is settled")
  }

  @Test func `what is no workbook of the unit is refused, and nothing is taken`() async throws {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    await type("8", over: 0, officer)
    let before = try world.store.drafts(of: "so-y-te")
    let text = await send(Array("1,2,3\n".utf8), officer)
    #expect(text.status == 422 && text.text.contains("Chưa nhận gì"))
    let archive = SampleFile.zip([("a.txt", "x")])
    #expect(await send(archive, officer).status == 422)
    let other = try await world.signIn("so-do")
    let theirs = await other.get("/don-vi/so-do/bieu/tep")
    #expect(theirs.status == 200)
    let refused = await send(theirs.body, officer)
    #expect(refused.status == 422, "\(refused.text)")
    let large = [UInt8](repeating: 65, count: FormPage.largest + 1)
    #expect(await send(large, officer).status == 413)
    #expect(try world.store.drafts(of: "so-y-te") == before)
    #expect(world.names("uploads").isEmpty)
  }

  @Test func `only the unit's own people see it, and forged forms do nothing`() async throws {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    let taken = await officer.get("\(Self.home)/tep").body
    for login in ["giup-viec", "hoi-dong", "to-chuc", "kiem-tra", "giu-so"] {
      let browser = try await world.signIn(login)
      for path in [Self.home, "\(Self.home)/tep"] {
        #expect(await browser.get(path).status == 403, "\(login) \(path)")
      }
      #expect(await send(taken, browser).status == 403, "\(login)")
      #expect(await browser.post(Self.home, ["act": "nhan"]).status == 403, "\(login)")
    }
    #expect(await send(taken, officer, token: "x").status == 403)
    #expect(await officer.post(Self.home, ["act": "nhan", "version": "1"]).status == 409)
    try world.setTime(local: "2017-12-20T17:01:00")
    #expect(await send(taken, officer).status == 403, "the time is over")
    #expect(await officer.get(Self.home).text.contains("Đã hết hạn tự chấm điểm"))
  }
}
