import OpenID
import Store
import TestProvider
import Testing

@testable import Web

/// Coming in through the province's provider, as a browser does.
@Suite struct ProviderSignInTests {
  private struct Place {
    let standIn: StandInProvider
    let world: WebWorld

    init() async throws {
      let standIn = try await StandInProvider()
      let settings = try #require(
        ProviderSettings(
          issuer: StandInProvider.issuer, client: StandInProvider.client,
          secret: StandInProvider.secret,
          returnAddress: StandInProvider.address + "/" + WebPath.providerReturn,
          title: "Cổng <của> tỉnh"))
      self.standIn = standIn
      world = try await WebWorld {
        $0.provider = OpenIDProvider(settings, send: standIn.transport)
      }
      #expect(try world.store.setOpenID("nguoi-1", of: "can-bo"))
    }

    /// Sets out, is signed in as somebody, and comes back.
    func come(
      as name: String, change: (String) -> String = { $0 }, forgets: Bool = false
    ) async throws -> WebResponse {
      let there = await world.get("/dang-nhap/tinh")
      #expect(there.status == 303)
      let kept = try #require(there.header("set-cookie"))
      #expect(kept.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600"))
      let back = try await standIn.visit(try #require(there.header("location")), as: name)
      let cookie = forgets ? "" : String(kept.split(separator: ";")[0])
      return await world.application.respond(
        to: WebRequest(
          .get, "/dang-nhap/tinh/tra-ve?" + change(back), headers: ["cookie": cookie]))
    }
  }

  @Test func `who is known comes in with the rights of the account, and both ways stay open`()
    async throws
  {
    let place = try await Place()
    let page = await place.world.get("/dang-nhap").text
    #expect(page.contains(#"<a href="/dang-nhap/tinh">Đăng nhập qua Cổng &lt;của&gt; tỉnh</a>"#))
    let answer = try await place.come(as: "nguoi-1")
    #expect(answer.status == 303 && answer.header("location") == "/")
    let token = try #require(answer.cookie)
    #expect(await place.world.get("/don-vi/so-y-te", cookie: token).status == 200)
    #expect(await place.world.get("/don-vi/so-do", cookie: token).status == 403)
    let note = try #require(
      try place.world.store.records(limit: 9).first { $0.kind == .signedIn })
    #expect(note.login == "can-bo" && note.detail == "openid")
    #expect(
      answer.headers.filter { $0.name == "set-cookie" }.map(\.value).contains {
        $0 == "dang-nhap=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
      })
    _ = try await place.world.signIn("can-bo")
  }

  @Test func `who has no account here stays out, and is told whom to ask`() async throws {
    let place = try await Place()
    let answer = try await place.come(as: "nguoi-la")
    #expect(answer.status == 403 && answer.text.contains("“nguoi-la” chưa gắn với tài khoản nào"))
    let hostile = try await place.come(as: "<b>")
    #expect(hostile.status == 403 && !hostile.text.contains("<b>"))
    #expect(try place.world.store.records(limit: 1).map(\.detail) == ["openid: no account"])
    #expect(try place.world.store.setOpenID(nil, of: "can-bo"))
    #expect(try await place.come(as: "nguoi-1").status == 403)
  }

  @Test func `another browser's attempt, a replayed one and none at all are refused`() async throws
  {
    let place = try await Place()
    #expect(try await place.come(as: "nguoi-1", forgets: true).status == 400)
    let other = try await place.come(as: "nguoi-1") {
      $0.replacing(#/state=./#, with: "state=x")
    }
    #expect(other.status == 400 && other.text.contains("Bấm đăng nhập lại"))
    let denied = try await place.come(as: "nguoi-1") {
      $0.replacing(#/code=[^&]*/#, with: "error=access_denied")
    }
    #expect(denied.status == 401)
    let wrong = try await place.come(as: "nguoi-1") { $0.replacing("code=", with: "code=x") }
    #expect(wrong.status == 401 && wrong.text.contains("Không xác minh được"))
    for answer in [other, denied, wrong] {
      #expect(!answer.headers.contains { $0.value.hasPrefix("parindex=") })
    }
  }

  @Test func `an address that fails too often waits, before the provider is asked`() async throws {
    let place = try await Place()
    for _ in 0..<20 { #expect(try await place.come(as: "nguoi-la").status == 403) }
    let asked = await place.standIn.asked.count
    #expect(await place.world.get("/dang-nhap/tinh").status == 429)
    #expect(await place.world.get("/dang-nhap/tinh/tra-ve?code=a&state=b").status == 429)
    #expect(await place.standIn.asked.count == asked)
  }

  @Test func `another site's pictures of the way back keep nobody out`() async throws {
    let place = try await Place()
    for _ in 0..<30 {
      #expect(await place.world.get("/dang-nhap/tinh/tra-ve?state=x&code=y").status == 400)
    }
    #expect(try place.world.store.records(limit: 1).isEmpty)
    #expect(try await place.come(as: "nguoi-1").status == 303)
    _ = try await place.world.signIn("kiem-tra")
  }

  @Test func `a provider that is down leaves the other way, and is nobody's failure`() async throws
  {
    let place = try await Place()
    await place.standIn.with { $0.isDown = true }
    let answer = await place.world.get("/dang-nhap/tinh")
    #expect(answer.status == 502 && answer.text.contains(#"name="password""#))
    #expect(try place.world.store.records(limit: 1).isEmpty)
  }

  @Test func `without a provider there is no such way`() async throws {
    let world = try await WebWorld()
    #expect(await world.get("/dang-nhap/tinh").status == 404)
    #expect(await world.get("/dang-nhap/tinh/tra-ve?code=a&state=b").status == 404)
    #expect(!(await world.get("/dang-nhap").text.contains("/dang-nhap/tinh")))
  }

  @Test func `one name belongs to one account`() async throws {
    let place = try await Place()
    #expect(throws: StoreFailure.nameTaken(by: "can-bo")) {
      try place.world.store.setOpenID("nguoi-1", of: "thu-truong")
    }
    #expect(try place.world.store.setOpenID("nguoi-1", of: "can-bo"))
    #expect(try !place.world.store.setOpenID("nguoi-9", of: "khong-co"))
  }
}
