import EventLog
import Foundation
import Grading
import Store
import TestSupport
import Testing

@testable import Web

/// What waits for a second approver, who is not its proposer.
@Suite struct ProposalTests {
  private func proposed(_ world: WebWorld) async throws -> (Browser, String) {
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    let trial = await browser.post(AppraisalWork.item, AppraisalWork.points("2", number, "thu"))
    #expect(trial.text.contains("value=\"de-nghi\"") && !trial.text.contains("value=\"ghi\""))
    #expect(
      await browser.post(AppraisalWork.item, AppraisalWork.points("2", number, "ghi")).status == 409
    )
    let sent = await browser.post(AppraisalWork.item, AppraisalWork.points("2", number, "de-nghi"))
    #expect(sent.header("location") == "/tham-dinh/cho-duyet/1?moi=1")
    #expect(
      await browser.post(AppraisalWork.item, AppraisalWork.points("2", number, "de-nghi")).status
        == 303)
    #expect(try world.store.openProposals().count == 1, "a second click is the same proposal")
    return (browser, "/tham-dinh/cho-duyet/1")
  }

  @Test func `a large change waits for somebody else, and is recorded with both`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let (one, path) = try await proposed(world)
    #expect(try world.events(of: "so-noi-vu").count == 1)
    #expect(await one.get("/tham-dinh?tt=cho-duyet").text.contains(AppraisalWork.item))
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
    let world = try await WebWorld(at: AppraisalWork.during)
    let browser = try await world.signIn("giup-viec")
    let number = try await browser.seen(AppraisalWork.item)
    let small = await browser.post(AppraisalWork.item, AppraisalWork.points("2,5", number, "thu"))
      .text
    #expect(small.contains("value=\"ghi\"") && !small.contains("value=\"de-nghi\""))
    let large = await browser.post(AppraisalWork.item, AppraisalWork.points("2,49", number, "thu"))
      .text
    #expect(!large.contains("value=\"ghi\"") && large.contains("value=\"de-nghi\""))
    // What no second approver can mend is not left to one.
    let free = await browser.post(
      AppraisalWork.item, AppraisalWork.points("2,5", number, "de-nghi"))
    #expect(free.status == 409)
    #expect(try world.store.openProposals().isEmpty)
  }

  @Test func `a proposal goes back, is taken back, or is overtaken`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let (one, path) = try await proposed(world)
    let two = try await world.signIn("giup-viec-2")
    let silent = await two.post(path, ["buoc": "tra-lai", "ly-do": " "])
    #expect(silent.status == 422 && silent.text.contains("ghi lý do để người đề nghị biết"))
    #expect(try world.store.openProposals().count == 1, "it goes back only with a reason")
    _ = await two.post(path, ["buoc": "tra-lai", "ly-do": "Thiếu <căn cứ>"])
    let returned = await one.get(path).text
    #expect(returned.contains("Nội dung đã đề nghị") && returned.contains("3 → 2"))
    let again = "\(AppraisalWork.item)?tu-de-nghi=1"
    #expect(returned.contains("href=\"\(again)#y-kien\""))
    let form = await one.get(again).text
    #expect(form.contains("value=\"2\"") && form.contains("Thiếu &lt;b&gt;biên bản"))
    #expect(await !two.get(again).text.contains("Thiếu &lt;b&gt;biên bản</textarea>"))
    #expect(await !two.get(path).text.contains("tu-de-nghi"))
    #expect(await one.get(path).text.contains("Trả lại: Thiếu &lt;căn cứ&gt;"))
    #expect(await two.post(path, ["buoc": "duyet"]).status == 303)
    #expect(try world.events(of: "so-noi-vu").count == 1, "what went back is not approved")
    let number = try await one.seen(AppraisalWork.item)
    _ = await one.post(AppraisalWork.item, AppraisalWork.points("1", number, "de-nghi"))
    _ = await two.post(
      AppraisalWork.item, ["quyet-dinh": "chap-nhan", "seen": number, "buoc": "ghi"])
    let late = await two.post("/tham-dinh/cho-duyet/2", ["buoc": "duyet"])
    #expect(late.status == 409 && late.text.contains("không duyệt được nữa"))
    #expect(!late.text.contains("Duyệt và ghi"))
    #expect(try world.events(of: "so-noi-vu").count == 2)
    #expect(await one.post("/tham-dinh/cho-duyet/2", ["buoc": "rut"]).status == 303)
    #expect(try world.store.openProposals().isEmpty)
    #expect(await one.get("/tham-dinh/cho-duyet/99").status == 404)
    #expect(await one.get("/tham-dinh/cho-duyet/x").status == 404)
  }
}
