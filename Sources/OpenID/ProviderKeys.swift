internal import FoundationEssentials
internal import JWTKit

/// The keys that a provider signs with; those of a kind that nobody here knows are passed over.
struct ProviderKeys: Sendable {
  private let collection: JWTKeyCollection

  private struct KeySet: Decodable {
    let keys: [Entry]

    struct Entry: Decodable {
      let key: JWK?

      private enum CodingKeys: String, CodingKey { case use }

      init(from decoder: any Decoder) throws {
        let use = try? decoder.container(keyedBy: CodingKeys.self)
          .decodeIfPresent(String.self, forKey: .use)
        key = use ?? "sig" == "sig" ? try? JWK(from: decoder) : nil
      }
    }
  }

  init(_ bytes: [UInt8]) async throws(ProviderFailure) {
    guard let set = try? JSONDecoder().decode(KeySet.self, from: Data(bytes)) else {
      throw .unfit("the keys are not readable")
    }
    let collection = JWTKeyCollection()
    var count = 0
    for (place, entry) in set.keys.enumerated() {
      guard var key = entry.key else { continue }
      if key.keyIdentifier == nil { key.keyIdentifier = JWKIdentifier(string: "no-name-\(place)") }
      if (try? await collection.add(jwk: key)) != nil { count += 1 }
    }
    guard count > 0 else { throw .unfit("no key that can be used") }
    self.collection = collection
  }

  /// The claims of a token that one of the keys has signed; nil: none has.
  func claims(_ token: String) async -> TokenClaims? {
    try? await collection.verify(token, as: TokenClaims.self, iteratingKeys: true)
  }
}
