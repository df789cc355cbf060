import JWTKit

/// What a claim of a made-up token says.
package enum ClaimValue: Codable, Hashable, Sendable {
  case text(String)
  case number(Int64)
  case list([String])
  case flag(Bool)

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let number = try? value.decode(Int64.self) {
      self = .number(number)
    } else if let list = try? value.decode([String].self) {
      self = .list(list)
    } else {
      self = .flag(try value.decode(Bool.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .text(let text): try value.encode(text)
    case .number(let number): try value.encode(number)
    case .list(let list): try value.encode(list)
    case .flag(let flag): try value.encode(flag)
    }
  }
}

/// The claims of a made-up token, by name.
struct MadeClaims: JWTPayload {
  let claims: [String: ClaimValue]

  init(_ claims: [String: ClaimValue]) { self.claims = claims }

  init(from decoder: any Decoder) throws {
    claims = try [String: ClaimValue](from: decoder)
  }

  func encode(to encoder: any Encoder) throws { try claims.encode(to: encoder) }

  func verify(using algorithm: some JWTAlgorithm) {}
}
