import Foundation
import Store
import Testing

@testable import Web

/// Coming in: by a form of the application's own, with the right password, not too often.
@Suite struct SignInTests {
  @Test func `a wrong password and an unknown name get the same answer, and are noted`()
    async throws
  {
    let world = try await WebWorld()
    let wrong = await world.post("/dang-nhap", ["login": "can-bo", "password": "sai"])
    let unknown = await world.post("/dang-nhap", ["login": "ai-do", "password": "sai"])
    #expect(wrong.status == 401 && unknown.status == 401)
    #expect(wrong.text.replacing("can-bo", with: "ai-do") == unknown.text)
    #expect(wrong.cookie == nil)
    #expect(try world.store.records(limit: 9).map(\.kind) == [.signInFailed, .signInFailed])
  }

  @Test func `five failures hold the account, also for the right password, and time frees it`()
    async throws
  {
    let world = try await WebWorld()
    for _ in 0..<5 {
      let answer = await world.post("/dang-nhap", ["login": "can-bo", "password": "sai"])
      #expect(answer.status == 401)
    }
    let right = ["login": "can-bo", "password": WebWorld.password]
    let held = await world.post("/dang-nhap", right)
    #expect(held.status == 429 && held.cookie == nil)
    #expect(held.header("retry-after") == "5")
    let other = await world.post(
      "/dang-nhap", ["login": "thu-truong", "password": WebWorld.password])
    #expect(other.cookie != nil, "another account is not held")
    try world.setTime(seconds: world.now + 5)
    #expect(await world.post("/dang-nhap", right).cookie != nil)
  }

  @Test func `the cookie is out of reach of scripts, and bound to TLS where there is TLS`()
    async throws
  {
    let plain = try await WebWorld()
    let secure = try await WebWorld(isSecure: true)
    let fields = ["login": "can-bo", "password": WebWorld.password]
    let cookie = await plain.post("/dang-nhap", fields).header("set-cookie") ?? ""
    #expect(cookie.hasPrefix("parindex="))
    #expect(cookie.contains("; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200"))
    #expect(!cookie.contains("Secure"))
    let answer = await secure.post("/dang-nhap", fields)
    let bound = answer.header("set-cookie") ?? ""
    #expect(bound.hasPrefix("__Host-parindex=") && bound.hasSuffix("; Secure"))
    #expect(answer.header("strict-transport-security") != nil)
  }

  @Test func `every answer forbids what the application does not use`() async throws {
    let world = try await WebWorld()
    for path in ["/", "/dang-nhap", "/health", "/giao-dien/trang.css", "/khong-co"] {
      let answer = await world.get(path)
      let policy = answer.header("content-security-policy") ?? ""
      #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'"))
      #expect(!policy.contains("unsafe"))
      #expect(answer.header("x-content-type-options") == "nosniff")
      #expect(answer.header("x-frame-options") == "DENY")
      #expect(answer.header("cache-control") != nil)
      #expect(!answer.text.contains("<script") && !answer.text.contains(" style="))
    }
  }

  @Test func `who is not signed in is sent to sign in, and a form of theirs is not lost silently`()
    async throws
  {
    let world = try await WebWorld()
    for path in ["/", "/don-vi/so-y-te", "/xep-hang", "/nhat-ky"] {
      let answer = await world.get(path)
      #expect(answer.status == 303 && answer.header("location") == "/dang-nhap")
    }
    let browser = try await world.signIn("can-bo")
    try world.setTime(seconds: world.now + Store.SessionLimit.idle)
    #expect(await browser.get("/don-vi/so-y-te").status == 303)
    let post = await browser.post("/don-vi/so-y-te/muc/1.1.2", ["version": "0"])
    #expect(post.status == 401)
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
    #expect(await world.get("/", cookie: String(repeating: "0", count: 64)).status == 303)
  }

  @Test func `signing out ends the session at the server`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    #expect(await browser.get("/dang-xuat").status == 303)
    #expect(await browser.get("/tai-khoan").status == 200, "a link does not sign out")
    let answer = await browser.post("/dang-xuat")
    #expect(answer.header("set-cookie")?.contains("Max-Age=0") == true)
    #expect(await browser.get("/tai-khoan").status == 303)
  }

  @Test func `a form without the session's token, or from another site, does nothing`() async throws
  {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let other = try await world.signIn("can-bo-2")
    let item = "/don-vi/so-y-te/muc/1.1.2"
    let fields = ["version": "0", "i.planned": "9"]
    for token in ["", "x", other.token, String(browser.token.dropLast())] {
      let answer = await world.post(
        item, fields.merging(["token": token]) { $1 }, cookie: browser.cookie)
      #expect(answer.status == 403)
    }
    let cross = await browser.post(item, fields, headers: ["origin": "https://evil.vn"])
    let fetched = await browser.post(item, fields, headers: ["sec-fetch-site": "cross-site"])
    let typed = await browser.post(item, fields, headers: ["content-type": "text/plain"])
    #expect(cross.status == 403 && fetched.status == 403 && typed.status == 415)
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
    #expect(try world.store.records(limit: 9).count { $0.kind == .refused } == 6)
    let signIn = await world.post(
      "/dang-nhap", ["login": "can-bo", "password": WebWorld.password],
      headers: ["origin": "https://evil.vn"])
    #expect(signIn.status == 403 && signIn.cookie == nil)
  }

  @Test func `a password is changed with the old one only, and ends other sessions`() async throws {
    let world = try await WebWorld()
    let browser = try await world.signIn("can-bo")
    let other = try await world.signIn("can-bo")
    func change(_ old: String, _ new: String, _ again: String) async -> WebResponse {
      await browser.post("/tai-khoan", ["current": old, "new": new, "again": again])
    }
    #expect(await change("sai", "mật khẩu mới dài", "mật khẩu mới dài").status == 422)
    #expect(await change(WebWorld.password, "ngắn", "ngắn").status == 422)
    #expect(await change(WebWorld.password, "mật khẩu mới dài", "khác hẳn mà dài").status == 422)
    #expect(await other.get("/tai-khoan").status == 200)
    let changed = await change(WebWorld.password, "mật khẩu mới dài", "mật khẩu mới dài")
    #expect(changed.status == 200 && changed.cookie != nil)
    #expect(await other.get("/tai-khoan").status == 303)
    #expect(await world.get("/tai-khoan", cookie: changed.cookie).status == 200)
    let old = await world.post("/dang-nhap", ["login": "can-bo", "password": WebWorld.password])
    #expect(old.status == 401)
  }

  @Test func `a hash of lower cost is raised when its owner signs in`() async throws {
    let world = try await WebWorld()
    let weak = PasswordHash(
      of: WebWorld.password, cost: .init(rounds: 4, blockSize: 1, parallelism: 1))
    try world.store.setPassword(weak, of: "can-bo")
    _ = try await world.signIn("can-bo")
    let now = try #require(try world.store.account("can-bo")).password
    #expect(now.cost == world.application.settings.passwordCost)
    #expect(now.matches(WebWorld.password))
  }
}
