internal import Crypto

/// Random tokens, what is kept of them, and how they are compared.
package enum Secret {
  /// 256 random bits as 64 hexadecimal digits.
  package static func token() -> String { text(randomBytes(32)) }

  /// Letters and digits that are not taken for each other, in groups: `k7mq-…`, some 100 bits.
  package static func password() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
    var generator = SystemRandomNumberGenerator()
    let groups = (0..<5).map { _ in
      String(
        decoding: (0..<4).map { _ in letters[Int.random(in: letters.indices, using: &generator)] },
        as: UTF8.self)
    }
    return groups.joined(separator: "-")
  }

  /// What is kept of a token: whoever reads the store cannot sign in with it.
  package static func digest(_ token: String) -> String {
    text(SHA256.hash(data: Array(token.utf8)))
  }

  /// Whether two texts are the same, without telling by the time how much of them is.
  package static func areEqual(_ left: String, _ right: String) -> Bool {
    areEqual(Array(left.utf8), Array(right.utf8))
  }

  static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (one, two) in zip(left, right) { difference |= one ^ two }
    return difference == 0
  }

  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// nil when they are no hexadecimal digits.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard
        let byte = UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
