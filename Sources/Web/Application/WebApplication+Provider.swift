internal import Logging
internal import OpenID
internal import Store

/// Coming in through the province's OpenID Connect provider, beside passwords of this place.
///
/// The way there is a link and no form, because a form may lead nowhere else. What holds the way
/// there and back together lies in a cookie of ten minutes; accounts are never made on the way.
extension WebApplication {
  private var attemptCookie: String { settings.isSecure ? "__Host-dang-nhap" : "dang-nhap" }

  private func attempt(_ secret: String, lasting seconds: Int) -> (name: String, value: String) {
    (
      "set-cookie",
      "\(attemptCookie)=\(secret); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(seconds)"
        + (settings.isSecure ? "; Secure" : "")
    )
  }

  func goToProvider(_ visit: Visit) async throws -> WebResponse {
    guard let provider = settings.provider, visit.request.method != .post else {
      return notFound(visit)
    }
    if let held = try heldBack(visit) { return held }
    let secret = Secret.token()
    do throws(ProviderFailure) {
      var response = WebResponse.redirect(
        to: try await provider.address(
          for: SignInAttempt(secret: secret), at: visit.now.seconds))
      response.headers.append(attempt(secret, lasting: 600))
      return response
    } catch {
      return try fail(visit, error)
    }
  }

  func comeFromProvider(_ visit: Visit) async throws -> WebResponse {
    guard let provider = settings.provider, visit.request.method != .post else {
      return notFound(visit)
    }
    if let held = try heldBack(visit) { return held }
    let query = visit.request.query
    let secret = visit.request.cookie(attemptCookie) ?? ""
    let attempt = SignInAttempt(secret: secret)
    guard secret.utf8.count == 64, Secret.areEqual(query["state"] ?? "", attempt.state) else {
      // Any other site can have a browser come here: nobody's failure, so nobody waits for it.
      return signInAgain(
        visit, 400, "",
        visit.frame.say(
          "Lần đăng nhập này đã quá mười phút hoặc không bắt đầu từ trình duyệt này. Bấm đăng nhập lại.",
          "This attempt is older than ten minutes, or did not begin in this browser. Try again."))
    }
    guard let code = query["code"], (1...2048).contains(code.utf8.count) else {
      return try fail(
        visit, 401, "no code",
        visit.frame.say(
          "\(provider.settings.title) không xác nhận đăng nhập.",
          "\(provider.settings.title) has not confirmed it."))
    }
    let name: String
    do throws(ProviderFailure) {
      name = try await provider.name(code, attempt, at: visit.now.seconds)
    } catch {
      return try fail(visit, error)
    }
    guard let account = try store.account(openID: name) else {
      return try fail(
        visit, 403, "no account",
        visit.frame.say(
          "Đã xác nhận qua \(provider.settings.title), nhưng “\(name)” chưa gắn với tài khoản nào ở đây; hãy báo người quản trị.",
          "Confirmed by \(provider.settings.title), but \"\(name)\" belongs to no account here; tell the administrator."
        ))
    }
    var response = try begin(visit, account, "openid")
    response.headers.append(self.attempt("", lasting: 0))
    return response
  }

  /// Who has failed too often from one address waits, as with passwords.
  private func heldBack(_ visit: Visit) throws -> WebResponse? {
    let keys = [AttemptKey.provider(visit.request.address)]
    guard let until = try store.waiting(keys, at: visit.now.seconds) else { return nil }
    let seconds = until - visit.now.seconds
    var response = signInAgain(
      visit, 429, "",
      visit.frame.say(
        "Đã sai nhiều lần. Thử lại sau \(seconds) giây.",
        "Too many failures. Try again in \(seconds) seconds."))
    response.headers.append(("retry-after", String(seconds)))
    return response
  }

  private func fail(_ visit: Visit, _ failure: ProviderFailure) throws -> WebResponse {
    logger.warning("sign-in through the provider failed", metadata: ["why": "\(failure.text)"])
    switch failure {
    case .unreachable, .unfit:
      return signInAgain(
        visit, 502, "",
        visit.frame.say(
          "Chưa liên lạc được với cổng đăng nhập của tỉnh. Thử lại sau ít phút, hoặc dùng tài khoản riêng.",
          "The provider cannot be reached. Try again in some minutes, or use an account of this place."
        ))
    case .refused, .token:
      return try fail(
        visit, 401, failure.text,
        visit.frame.say(
          "Không xác minh được lần đăng nhập này. Bấm đăng nhập lại.",
          "This attempt could not be verified. Try again."))
    }
  }

  /// A failure of whoever tries, which is noted and counted.
  private func fail(
    _ visit: Visit, _ status: Int, _ detail: String, _ problem: String
  ) throws -> WebResponse {
    let address = visit.request.address
    try store.noteFailure([.provider(address)], at: visit.now.seconds)
    try store.note(
      .signInFailed, login: "-", address: address, "openid: \(detail)", at: visit.now.seconds)
    var response = signInAgain(visit, status, "", problem)
    response.headers.append(attempt("", lasting: 0))
    return response
  }
}
