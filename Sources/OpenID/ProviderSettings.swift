/// The OpenID Connect provider that an application signs people in through, as its administrator
/// has registered there.
package struct ProviderSettings: Sendable {
  /// As the provider's own tokens name it, without a slash behind it that they do not have.
  package let issuer: String
  package let client: String
  package let secret: String
  /// Where the provider sends browsers back to.
  package let returnAddress: String
  /// The claim of a token that an account is known by.
  package let claim: String
  /// What people call it: "Cổng xác thực của tỉnh".
  package let title: String

  /// - Returns: nil where an address is not one of TLS, or of this machine alone.
  package init?(
    issuer: String, client: String, secret: String, returnAddress: String, claim: String = "sub",
    title: String
  ) {
    guard ProviderSettings.isSafe(issuer), ProviderSettings.isSafe(returnAddress),
      !client.isEmpty, !secret.isEmpty, !claim.isEmpty
    else { return nil }
    self.issuer = issuer
    self.client = client
    self.secret = secret
    self.returnAddress = returnAddress
    self.claim = claim
    self.title = title
  }

  /// Whether nobody on the way can read or change what goes to an address.
  static func isSafe(_ address: String) -> Bool {
    guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    if address.hasPrefix("https://") { return address.utf8.count > 8 }
    return ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { local in
      guard address.hasPrefix(local) else { return false }
      let rest = address.dropFirst(local.count)
      return rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix(":")
    }
  }
}
