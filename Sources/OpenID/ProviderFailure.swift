/// Why somebody could not be signed in through the provider.
package enum ProviderFailure: Error, Hashable, Sendable {
  /// It did not answer, or not in time.
  case unreachable(String)
  /// Its answer is not what OpenID Connect asks for.
  case unfit(String)
  /// It does not take the code.
  case refused(String)
  case token(Fault)

  /// What is wrong with a token (OpenID Connect Core 1.0, section 3.1.3.7).
  package enum Fault: String, Hashable, Sendable {
    case signature
    case issuer
    case audience
    case party
    case expired
    case early
    case nonce
    /// The claim that names the account is not in it, or is an address that nobody has verified.
    case claim
  }

  /// For the log; nothing secret is in it.
  package var text: String {
    switch self {
    case .unreachable(let what): "unreachable: \(what)"
    case .unfit(let what): "unfit: \(what)"
    case .refused(let what): "refused: \(what)"
    case .token(let fault): "token: \(fault.rawValue)"
    }
  }
}
