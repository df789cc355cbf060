internal import Crypto

/// SHA-256 of one line of a log, its line feed included, so that `sed -n 5p events.jsonl |
/// sha256sum` gives the same.
package struct LineDigest: Hashable, Sendable {
  /// The 32 bytes, eight in a word, the first of them highest.
  let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of a line without its line feed.
  package init(ofLine bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { LineDigest(ofLine: $0) }
  }

  init(ofLine bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    withUnsafeBytes(of: 0x0A as UInt8) { hash.update(bufferPointer: $0) }
    self = hash.finalize().withUnsafeBytes { LineDigest(binary: $0) }
  }

  /// 32 bytes as they are.
  init(binary bytes: UnsafeRawBufferPointer) {
    func word(_ place: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// Reads 64 hexadecimal digits in lower case and nothing else.
  package init?(parsing text: String) {
    var text = text
    guard let digest = text.withUTF8({ LineDigest(digits: $0) }) else { return nil }
    self = digest
  }

  /// As `init(parsing:)`, from bytes.
  init?(digits: UnsafeBufferPointer<UInt8>) {
    guard digits.count == 64 else { return nil }
    let bytes = UnsafeRawBufferPointer(digits)
    var wrong: UInt64 = 0
    // Eight digits at a time, each in a byte of its own.
    func half(_ place: Int) -> UInt64 {
      let text = bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self).littleEndian
      let values =
        (text & 0x0F0F_0F0F_0F0F_0F0F) &+ ((text >> 6) & 0x0101_0101_0101_0101) &* 9
      let letters = ((values &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
      let written = (values &+ 0x3030_3030_3030_3030) &+ letters &* 0x27
      wrong |= (written ^ text) | (values & 0xF0F0_F0F0_F0F0_F0F0)
      var packed = values.byteSwapped
      packed = (packed | packed >> 4) & 0x00FF_00FF_00FF_00FF
      packed = (packed | packed >> 8) & 0x0000_FFFF_0000_FFFF
      return (packed | packed >> 16) & 0xFFFF_FFFF
    }
    words = (
      half(0) << 32 | half(1), half(2) << 32 | half(3), half(4) << 32 | half(5),
      half(6) << 32 | half(7)
    )
    guard wrong == 0 else { return nil }
  }

  /// 64 hexadecimal digits in lower case.
  package var text: String {
    String(unsafeUninitializedCapacity: 64) { digits in
      for (place, word) in [words.0, words.1, words.2, words.3].enumerated() {
        for digit in 0..<16 {
          let value = UInt8(truncatingIfNeeded: word >> (60 - 4 * digit)) & 15
          digits[place * 16 + digit] = value < 10 ? 0x30 + value : 0x57 + value
        }
      }
      return 64
    }
  }

  package static func == (left: LineDigest, right: LineDigest) -> Bool {
    left.words == right.words
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
