internal import AsyncHTTPClient
internal import FoundationEssentials
internal import NIOCore
internal import NIOHTTP1

/// A request to the provider: a form where it has fields.
package struct ProviderRequest: Sendable {
  package let address: String
  package var fields: [(name: String, value: String)] = []
  /// What stands in `Authorization`.
  package var authorization: String?

  init(_ address: String) { self.address = address }

  /// As `application/x-www-form-urlencoded`.
  package var body: String { ProviderRequest.form(fields) }

  static func form(_ fields: [(name: String, value: String)]) -> String {
    fields.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
  }

  /// Everything but letters, digits and `-._~` as `%XX`.
  static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Brings a request to the provider and its answer back; it throws where there is none.
package typealias ProviderTransport =
  @Sendable (ProviderRequest) async throws -> (status: Int, body: [UInt8])

/// Over the net: TLS with the system's certificates, no redirects, in time and within a size.
package enum NetTransport {
  private static let longestAnswer = 1 << 20

  private static let client: HTTPClient = {
    var settings = HTTPClient.Configuration()
    settings.redirectConfiguration = .disallow
    settings.timeout.connect = .seconds(5)
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
  }()

  package static let send: ProviderTransport = { request in
    var own = HTTPClientRequest(url: request.address)
    own.headers.add(name: "accept", value: "application/json")
    if let authorization = request.authorization {
      own.headers.add(name: "authorization", value: authorization)
    }
    if !request.fields.isEmpty {
      own.method = .POST
      own.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
      own.body = .bytes(Array(request.body.utf8))
    }
    let answer = try await client.execute(own, timeout: .seconds(10))
    let body = try await answer.body.collect(upTo: longestAnswer)
    return (Int(answer.status.code), Array(body.readableBytesView))
  }
}
