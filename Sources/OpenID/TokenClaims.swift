internal import FoundationEssentials
internal import JWTKit

/// What an ID token says; its signature is looked at elsewhere.
struct TokenClaims: JWTPayload {
  private let issuer: String
  private let audience: [String]
  private let party: String?
  private let expires: Double
  private let issued: Double
  private let notBefore: Double?
  private let nonce: String?
  private let isAddressVerified: Bool
  /// Claims that are text, by name.
  private let texts: [String: String]

  /// How far the provider's clock may be from this one, in seconds.
  private static let leeway = 60.0

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let claims = try decoder.container(keyedBy: Name.self)
    func text(_ name: String) -> String? { try? claims.decode(String.self, forKey: Name(name)) }
    issuer = try claims.decode(String.self, forKey: Name("iss"))
    audience =
      if let one = text("aud") { [one] } else {
        try claims.decode([String].self, forKey: Name("aud"))
      }
    party = text("azp")
    expires = try claims.decode(Double.self, forKey: Name("exp"))
    issued = try claims.decode(Double.self, forKey: Name("iat"))
    notBefore = try claims.decodeIfPresent(Double.self, forKey: Name("nbf"))
    nonce = text("nonce")
    isAddressVerified = (try? claims.decode(Bool.self, forKey: Name("email_verified"))) ?? false
    texts = Dictionary(
      claims.allKeys.compactMap { key in text(key.stringValue).map { (key.stringValue, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  func encode(to encoder: any Encoder) throws {
    throw EncodingError.invalidValue(
      self, .init(codingPath: [], debugDescription: "tokens are only read"))
  }

  /// All that depends on who asked and when is looked at in `name(_:_:at:)`.
  func verify(using algorithm: some JWTAlgorithm) {}

  /// Whom the token is about, once it is for this client, this attempt and this moment.
  /// - Parameter now: seconds since 1970.
  func name(
    _ settings: ProviderSettings, _ attempt: SignInAttempt, at now: Int64
  ) throws(ProviderFailure) -> String {
    let now = Double(now)
    guard issuer == settings.issuer else { throw .token(.issuer) }
    guard audience.contains(settings.client) else { throw .token(.audience) }
    guard party == settings.client || (party == nil && audience.count == 1) else {
      throw .token(.party)
    }
    guard expires + TokenClaims.leeway > now else { throw .token(.expired) }
    guard issued - TokenClaims.leeway <= now, (notBefore ?? 0) - TokenClaims.leeway <= now else {
      throw .token(.early)
    }
    guard nonce == attempt.nonce else { throw .token(.nonce) }
    guard let name = texts[settings.claim], !name.isEmpty,
      settings.claim != "email" || isAddressVerified
    else { throw .token(.claim) }
    return name
  }
}
