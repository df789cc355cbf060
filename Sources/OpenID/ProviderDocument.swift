internal import FoundationEssentials

/// What a provider says of itself (OpenID Connect Discovery 1.0).
struct ProviderDocument: Decodable, Sendable {
  let issuer: String
  let authorization: String
  let token: String
  let keys: String
  let methods: [String]?

  private enum CodingKeys: String, CodingKey {
    case issuer
    case authorization = "authorization_endpoint"
    case token = "token_endpoint"
    case keys = "jwks_uri"
    case methods = "token_endpoint_auth_methods_supported"
  }

  /// Where a provider says it.
  static func address(of issuer: String) -> String {
    (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer)
      + "/.well-known/openid-configuration"
  }

  init(_ bytes: [UInt8], of issuer: String) throws(ProviderFailure) {
    guard let read = try? JSONDecoder().decode(ProviderDocument.self, from: Data(bytes)) else {
      throw .unfit("discovery is not readable")
    }
    guard read.issuer == issuer else { throw .unfit("discovery names another issuer") }
    guard [read.authorization, read.token, read.keys].allSatisfy(ProviderSettings.isSafe) else {
      throw .unfit("discovery leads to an address without TLS")
    }
    self = read
  }

  /// Whether the secret goes in a header, as it does where nothing else is said.
  var takesBasic: Bool { methods?.contains("client_secret_basic") ?? true }
}
