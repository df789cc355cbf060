internal import Diagnostics
internal import Grading
internal import OpenID
internal import Store

/// Coming in, going out, another password.
extension WebApplication {
  /// Where somebody is sent who is not signed in.
  func signInFirst(_ visit: Visit) -> WebResponse {
    guard visit.request.method == .post else { return .redirect(to: "/\(WebPath.signIn)") }
    return lost(
      visit, 401, visit.frame.say("Phiên làm việc đã hết hạn", "The session is over"),
      visit.frame.say(
        "Nội dung vừa gõ chưa lưu: chép ra, đăng nhập rồi nhập lại.",
        "What was typed is not saved: copy it, sign in, and enter it again."))
  }

  func signIn(_ visit: inout Visit) async throws -> WebResponse {
    guard visit.request.method == .post else {
      return WebResponse(200, signInPage(visit).html(visit.frame))
    }
    if let language = Language(rawValue: visit.form["lang"]) { visit.speak(language) }
    let login = visit.form["login"]
    let password = visit.form["password"]
    let address = visit.request.address
    // What is no name of an account is noted as none: it may be long, or a password.
    let name = Account.isLogin(login) ? login : "-"
    let keys = [AttemptKey.account(name), .address(address)]
    if let until = try store.waiting(keys, at: visit.now.seconds) {
      try store.noteHeld(.signInHeld, login: name, address: address, at: visit.now.seconds)
      let seconds = until - visit.now.seconds
      var response = signInAgain(
        visit, 429, login,
        visit.frame.say(
          "Đã sai nhiều lần. Thử lại sau \(seconds) giây.",
          "Too many failures. Try again in \(seconds) seconds."))
      response.headers.append(("retry-after", String(seconds)))
      return response
    }
    let found = Account.isLogin(login) ? try store.account(login) : nil
    let hash = found?.password ?? nobody
    let isRight = try await passwords.run { hash.matches(password) }
    guard let found, isRight, password.count <= PasswordRule.longest else {
      try store.noteFailure(keys, at: visit.now.seconds)
      try store.note(.signInFailed, login: name, address: address, at: visit.now.seconds)
      return signInAgain(
        visit, 401, login,
        visit.frame.say("Sai tên đăng nhập hoặc mật khẩu.", "The name or the password is wrong."))
    }
    try store.forgetFailures(keys[0])
    if hash.cost != settings.passwordCost {
      let cost = settings.passwordCost
      let anew = try await passwords.run { PasswordHash(of: password, cost: cost) }
      try store.setPassword(anew, of: login, endsSessions: false)
    }
    return try begin(visit, found.account, "")
  }

  /// A session for somebody who has proved who they are.
  func begin(_ visit: Visit, _ account: Account, _ way: String) throws -> WebResponse {
    let token = try store.beginSession(
      of: account, replacing: visit.request.cookie(cookieName), at: visit.now.seconds)
    try store.note(
      .signedIn, login: account.login, address: visit.request.address, way, at: visit.now.seconds)
    var response = WebResponse.redirect(to: "/")
    response.headers.append(("set-cookie", cookie(token, lasting: Store.SessionLimit.whole)))
    return response
  }

  private func signInPage(_ visit: Visit) -> SignInPage {
    SignInPage(
      isDemonstration: settings.isDemonstration, provider: settings.provider?.settings.title)
  }

  func signInAgain(
    _ visit: Visit, _ status: Int, _ login: String, _ problem: String
  ) -> WebResponse {
    var page = signInPage(visit)
    page.login = login
    page.problem = problem
    return WebResponse(status, page.html(visit.frame))
  }

  private func cookie(_ token: String, lasting seconds: Int64) -> String {
    "\(cookieName)=\(token); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(seconds)"
      + (settings.isSecure ? "; Secure" : "")
  }

  func signOut(_ visit: Visit) throws -> WebResponse {
    guard let session = visit.session else { return signInFirst(visit) }
    try store.end(session)
    try store.note(
      .signedOut, login: session.account.login, address: visit.request.address,
      at: visit.now.seconds)
    var response = WebResponse.redirect(to: "/\(WebPath.signIn)")
    response.headers.append(("set-cookie", cookie("", lasting: 0)))
    return response
  }

  func setLanguage(_ visit: Visit) throws -> WebResponse {
    guard let account = visit.session?.account,
      let language = Language(rawValue: visit.form["lang"])
    else { return notFound(visit) }
    try store.setLanguage(language.rawValue, of: account)
    return .redirect(to: "/")
  }

  // MARK: The account

  func accountPage(_ visit: Visit, problem: String? = nil, _ status: Int = 200) -> WebResponse {
    guard let account = visit.session?.account else { return signInFirst(visit) }
    let name = account.unit.flatMap { unit in
      visit.snapshot?.places[unit].flatMap { visit.snapshot?.round.units[$0].record.unit.name }
    }
    let page = AccountPage(account: account, unitName: name, problem: problem)
    return WebResponse(status, page.html(visit.frame))
  }

  func changePassword(_ visit: Visit) async throws -> WebResponse {
    guard let account = visit.session?.account, let found = try store.account(account.login) else {
      return signInFirst(visit)
    }
    let keys = [AttemptKey.account(account.login)]
    if try store.waiting(keys, at: visit.now.seconds) != nil {
      return accountPage(
        visit, problem: visit.frame.say("Đã sai nhiều lần, thử lại sau.", "Too many failures."), 429
      )
    }
    let (old, new) = (visit.form["current"], visit.form["new"])
    guard PasswordRule.admits(new), new == visit.form["again"] else {
      return accountPage(
        visit,
        problem: visit.frame.say(
          "Mật khẩu mới phải có từ \(PasswordRule.shortest) ký tự và nhập hai lần như nhau.",
          "The new password needs \(PasswordRule.shortest) characters, typed twice alike."), 422)
    }
    guard try await passwords.run({ found.password.matches(old) }) else {
      try store.noteFailure(keys, at: visit.now.seconds)
      return accountPage(
        visit,
        problem: visit.frame.say(
          "Mật khẩu đang dùng không đúng.", "The present password is wrong."),
        422)
    }
    let cost = settings.passwordCost
    let hash = try await passwords.run { PasswordHash(of: new, cost: cost) }
    try store.setPassword(hash, of: account.login)
    try store.note(
      .passwordChanged, login: account.login, address: visit.request.address,
      at: visit.now.seconds)
    let token = try store.beginSession(of: account, replacing: nil, at: visit.now.seconds)
    let page = AccountPage(account: account, unitName: nil, isChanged: true)
    // The session that this page's forms belonged to has ended with all others.
    var frame = visit.frame
    frame.formToken = try store.session(token, at: visit.now.seconds)?.formToken ?? ""
    var response = WebResponse(200, page.html(frame))
    response.headers.append(("set-cookie", cookie(token, lasting: Store.SessionLimit.whole)))
    return response
  }
}
