internal import Crypto

/// SHA-256 of one line of a log, its line feed included, so that `sed -n 5p events.jsonl |
/// sha256sum` gives the same.
package struct LineDigest: Hashable, Sendable {
  /// 64 hexadecimal digits in lower case.
  package let text: String

  /// The digest of a line without its line feed.
  init(ofLine bytes: [UInt8]) {
    var hash = SHA256()
    hash.update(data: bytes)
    hash.update(data: [0x0A])
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in hash.finalize() {
      digits.append(LineDigest.digits[Int(byte >> 4)])
      digits.append(LineDigest.digits[Int(byte & 15)])
    }
    text = String(decoding: digits, as: UTF8.self)
  }

  /// Reads 64 hexadecimal digits in lower case and nothing else.
  package init?(parsing text: String) {
    guard text.utf8.count == 64, text.utf8.allSatisfy({ LineDigest.digits.contains($0) }) else {
      return nil
    }
    self.text = text
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
