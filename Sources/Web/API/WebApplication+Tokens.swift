internal import Store

/// Who a program acts for.
extension WebApplication {
  /// The account of the request's bearer token (RFC 6750); a session's cookie is none.
  ///
  /// A token that is wrong or over is noted, and after many of them from one address further ones
  /// wait as a sign-in would; right ones from there go on, for nobody finds 256 bits by trying.
  func session(ofToken visit: Visit) throws -> Session {
    let challenge = (name: "www-authenticate", value: "Bearer realm=\"parindex\"")
    guard let token = visit.request.bearerToken else {
      var problem = APIProblem(
        .noToken, "cần mã truy cập trong Authorization: Bearer …",
        "a token is wanted in Authorization: Bearer …")
      problem.headers = [challenge]
      throw problem
    }
    let (address, now) = (visit.request.address, visit.now.seconds)
    let use = try store.use(ofToken: token, at: now)
    if case .session(let session) = use { return session }
    let login = if case .over(let login) = use { login } else { "-" }
    let key = AttemptKey.tokens(address)
    if let until = try store.waiting([key], at: now) {
      try store.noteHeld(.tokenHeld, login: login, address: address, at: now)
      var problem = APIProblem(
        .held, "sai nhiều lần; thử lại sau \(until - now) giây",
        "too many failures; try again in \(until - now) seconds")
      problem.headers = [("retry-after", String(until - now))]
      throw problem
    }
    try store.noteFailure([key], at: now)
    try store.note(.tokenRefused, login: login, address: address, at: now)
    var problem = APIProblem(
      .wrongToken, "mã truy cập sai, đã hết hạn hoặc đã thu hồi",
      "the token is wrong, over or revoked")
    problem.headers = [(challenge.name, challenge.value + ", error=\"invalid_token\"")]
    throw problem
  }
}

extension WebRequest {
  /// What stands behind `Bearer` in its authorization.
  fileprivate var bearerToken: String? {
    let parts = (headers["authorization"] ?? "").split(separator: " ")
    guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 200 else {
      return nil
    }
    return String(parts[1])
  }
}
