import Foundation
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// Who may talk to the API at all.
@Suite struct APITokenTests {
  private func ask(
    _ world: WebWorld, _ headers: [String: String], address: String = "10.0.0.1"
  ) async throws -> Answer {
    let request = WebRequest(.get, "/api/v1/round", headers: headers, address: address)
    return try Answer(await world.application.respond(to: request), to: request)
  }

  @Test func `a program acts for its account, and a browser's cookie is none`() async throws {
    let world = try await WebWorld()
    let answer = try await world.program("can-bo").get("/round")
    #expect(answer["account", "login"] == "can-bo" && answer["account", "unit"] == "so-y-te")
    let browser = try await world.signIn("can-bo")
    let refused = try await ask(world, ["cookie": "parindex=\(browser.cookie)"])
    #expect(refused.status == 401 && refused.code == "no-token")
    #expect(refused.response.header("www-authenticate") == "Bearer realm=\"parindex\"")
    let bearer = try await ask(world, ["authorization": "Bearer \(browser.cookie)"])
    #expect(bearer.status == 401 && bearer.code == "wrong-token")
  }

  @Test func `a token opens no page`() async throws {
    let world = try await WebWorld()
    let token = try world.program("can-bo").token
    for headers in [
      ["authorization": "Bearer \(token)"], ["cookie": "parindex=\(token)"],
    ] {
      let page = await world.application.respond(
        to: WebRequest(.get, "/don-vi/so-y-te", headers: headers))
      #expect(page.status == 303 && page.header("location") == "/dang-nhap")
    }
  }

  @Test(arguments: ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Token x"])
  func `what is no bearer token is asked for one`(_ text: String) async throws {
    let answer = try await ask(try await WebWorld(), ["authorization": text])
    #expect(answer.status == 401 && answer.code == "no-token")
  }

  @Test func `an end, a revocation, a new password and a removed account end it at once`()
    async throws
  {
    let world = try await WebWorld()
    let program = try world.program("can-bo", until: world.now + 60)
    #expect(try await program.get("/round").status == 200)
    try world.setTime(seconds: world.now + 59)
    #expect(try await program.get("/round").status == 200)
    try world.setTime(seconds: world.now + 1)
    let over = try await program.get("/round")
    #expect(over.status == 401 && over.code == "wrong-token")
    #expect(try world.store.records(limit: 1).first?.login == "can-bo", "it is said whose it was")
    let other = try world.program("can-bo-2")
    #expect(try world.store.revokeTokens(of: "can-bo-2") == 1)
    #expect(try await other.get("/round").status == 401)
    let third = try world.program("can-bo-2")
    #expect(try world.store.removeAccount("can-bo-2"))
    #expect(try await third.get("/round").status == 401)
  }

  @Test func `wrong tokens are noted, and many of them wait, which keeps nobody else out`()
    async throws
  {
    let world = try await WebWorld()
    let right = try world.program("kiem-tra").token
    for _ in 0..<20 {
      #expect(try await ask(world, ["authorization": "Bearer x"]).status == 401)
    }
    let held = try await ask(world, ["authorization": "Bearer x"])
    #expect(held.status == 429 && held.code == "too-many-failures")
    #expect(held.response.header("retry-after") == "5")
    let kinds = try world.store.records(limit: 2).map(\.kind)
    #expect(kinds == [.tokenHeld, .tokenRefused])
    #expect(try await ask(world, ["authorization": "Bearer \(right)"]).status == 200)
    #expect(try await ask(world, ["authorization": "Bearer x"], address: "10.0.0.2").status == 401)
    _ = try await world.signIn("kiem-tra")
    try world.setTime(seconds: world.now + 5)
    #expect(try await ask(world, ["authorization": "Bearer x"]).status == 401)
    let auditor = try await world.signIn("kiem-tra")
    let page = await auditor.get("/nhat-ky/truy-cap").text
    #expect(page.contains("mã truy cập sai hoặc hết hạn"))
  }
}
