import EventLog
import Foundation
import Store
import TestSupport
import Testing

@testable import Web

/// A figure that is put right so far that a second person has to stand for it.
@Suite struct FigureProposalTests {
  private static let path = "/so-lieu/so-y-te/dossiers.late"

  /// A world in which the unit has handed in, and its office decides of its figures.
  private func world() async throws -> (WebWorld, Browser) {
    let world = try await WebWorld()
    #expect(await (try await world.signIn("thu-truong")).handIn("so-y-te").status == 303)
    try world.setTime(local: "2017-12-22T08:00:00")
    return (world, try await world.signIn("to-chuc"))
  }

  private func form(_ value: String, _ step: String, seen: String = "5") -> [String: String] {
    [
      "quyet-dinh": "gia-tri-khac", "gia-tri": value, "can-cu": "dat-mot-phan",
      "ly-do": "Sổ ghi <thiếu>", "co-so": "15/BC-STTTT", "seen": seen, "buoc": step,
    ]
  }

  private func proposed() async throws -> (WebWorld, Browser, Browser) {
    let (world, organiser) = try await world()
    let council = try await world.signIn("hoi-dong")
    #expect(await council.get(Self.path).status == 403, "there is nothing for them to approve")
    for _ in 0..<2 {
      let sent = await organiser.post(Self.path, form("40", "de-nghi"))
      #expect(sent.status == 303, "\(sent.text)")
      #expect(sent.header("location") == "\(Self.path)?da-de-nghi=1")
    }
    #expect(try world.store.openProposals(about: .figure).count == 1, "a second click is the same")
    return (world, organiser, council)
  }

  private func settle(_ browser: Browser, _ step: String, _ note: String = "") async -> WebResponse
  {
    await browser.post(Self.path, ["de-nghi": "1", "buoc": step, "ly-do-tra-lai": note])
  }

  @Test func `what moves an item far is left to a second person, what does not is recorded`()
    async throws
  {
    let (world, organiser) = try await world()
    let near = await organiser.post(Self.path, form("3", "thu")).text
    #expect(near.contains("value=\"ghi\"") && !near.contains("value=\"de-nghi\""))
    #expect(await organiser.post(Self.path, form("3", "de-nghi")).status == 409)
    let far = await organiser.post(Self.path, form("40", "thu")).text
    #expect(!far.contains("value=\"ghi\"") && far.contains("value=\"de-nghi\""), "\(far)")
    let alone = await organiser.post(Self.path, form("40", "ghi"))
    #expect(alone.status == 409 && alone.text.contains("value=\"de-nghi\""))
    // What no second approver would mend is not left to one.
    let unsaid = form("40", "de-nghi").merging(["ly-do": ""]) { $1 }
    #expect(await organiser.post(Self.path, unsaid).status == 409)
    #expect(await organiser.post(Self.path, form("40", "de-nghi", seen: "0")).status == 409)
    #expect(try world.store.openProposals(about: .figure).isEmpty)
    #expect(try world.events(of: "so-y-te").count == 1)
  }

  @Test func `somebody else approves it, and it is recorded with both`() async throws {
    let (world, organiser, council) = try await proposed()
    #expect(try world.events(of: "so-y-te").count == 1)
    #expect(try world.store.openProposals().isEmpty, "it is no proposal about an item")
    #expect(await settle(organiser, "duyet").status == 403, "nobody approves their own")
    for login in [
      "can-bo", "thu-truong", "giup-viec", "giup-viec-2", "giu-so", "uy-ban", "kiem-tra",
      "hoi-dong-huyen",
    ] {
      let browser = try await world.signIn(login)
      #expect(await settle(browser, "duyet").status == 403, "\(login)")
      #expect(await settle(browser, "tra-lai", "x").status == 403, "\(login)")
    }
    let page = await council.get(Self.path).text
    #expect(page.contains("Đính chính chờ người thứ hai duyệt") && page.contains("→ 40"))
    #expect(page.contains("Duyệt và ghi vào nhật ký") && page.contains("Sổ ghi &lt;thiếu&gt;"))
    #expect(!page.contains("không thuộc vai trò"))
    #expect(await council.get("/thong-bao").text.contains("value=\"p1\""))
    #expect(await council.post("/thong-bao", ["mo": "p1"]).header("location") == Self.path)
    #expect(await council.get("/tham-dinh/cho-duyet/1").status == 404)
    for _ in 0..<2 { #expect(await settle(council, "duyet").status == 303) }
    let event = try #require(try world.events(of: "so-y-te").last?.content)
    #expect(event.kind == .corrected && event.to == .text("40"))
    #expect(event.author == "so-noi-vu/cchc" && event.approver == "hoi-dong/01")
    #expect(event.basis == "15/BC-STTTT")
    #expect(try world.events(of: "so-y-te").count == 2)
    #expect(await !organiser.get(Self.path).text.contains("chờ người thứ hai duyệt"))
  }

  @Test func `it goes back with a reason, or is taken back by who made it`() async throws {
    let (world, organiser, council) = try await proposed()
    #expect(await settle(council, "tra-lai", " ").status == 422)
    #expect(await settle(council, "rut").status == 403)
    #expect(await settle(council, "tra-lai", "Thiếu <căn cứ>").status == 303)
    let back = await organiser.get(Self.path).text
    #expect(back.contains("Trả lại: Thiếu &lt;căn cứ&gt;."))
    #expect(await !council.get(Self.path).text.contains("name=\"buoc\""))
    #expect(await organiser.post(Self.path, form("41", "de-nghi")).status == 303)
    let second = ["de-nghi": "2", "buoc": "rut"]
    #expect(await organiser.post(Self.path, second).status == 303)
    #expect(try world.store.openProposals(about: .figure).isEmpty)
    for number in ["3", "x", ""] {
      #expect(
        await organiser.post(Self.path, ["de-nghi": number, "buoc": "rut"]).status == 400,
        "\(number)")
    }
    #expect(
      await organiser.post("/so-lieu/so-do/dossiers.late", second).status == 400,
      "it is about another unit")
    #expect(try world.events(of: "so-y-te").count == 1)
  }

  @Test func `what was decided since is not approved over`() async throws {
    let (world, organiser, council) = try await proposed()
    #expect(await organiser.post(Self.path, form("3", "ghi")).status == 303)
    let page = await council.get(Self.path).text
    #expect(
      page.contains("Sau đề nghị này đã có thay đổi khác") && !page.contains("value=\"duyet\""))
    #expect(await settle(council, "duyet").status == 409)
    #expect(try world.events(of: "so-y-te").count == 2)
    #expect(await settle(council, "tra-lai", "Đã đính chính").status == 303)
  }

  @Test(arguments: ["vi", "en"])
  func `the approver sees what it would change`(_ language: String) async throws {
    let (_, _, council) = try await proposed()
    let page = await council.get(Self.path + "?lang=\(language)").text
    expectGolden(page.replacing(council.token, with: "TOKEN"), "figure-proposal.\(language).html")
  }
}
