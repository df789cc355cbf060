internal import Crypto
internal import FoundationEssentials

/// One way to the provider and back: all that holds it together follows from a secret that only the
/// browser keeps, so that nothing has to be stored for whoever merely begins.
package struct SignInAttempt: Sendable {
  /// Comes back with the browser, and proves that it is the one that set out (RFC 6749, 10.12).
  package let state: String
  /// Comes back in the token (OpenID Connect Core 1.0, section 15.5.2).
  let nonce: String
  /// Whoever has caught the code cannot use it without this (RFC 7636).
  let verifier: String

  /// - Parameter secret: 256 random bits as text.
  package init(secret: String) {
    func derived(_ name: String) -> String {
      SHA256.hash(data: Data("\(name)\n\(secret)".utf8)).map { byte in
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
      }.joined()
    }
    state = derived("state")
    nonce = derived("nonce")
    verifier = derived("verifier")
  }

  var challenge: String {
    Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
