// The standard library's composition to NFC: no Foundation, so no price at start-up.
@_spi(_Unicode) import Swift

/// Unicode's composed form (NFC), in which the same Vietnamese word is always the same bytes.
package enum Normalisation {
  /// Whether bytes of valid UTF-8 might not be in NFC; false is certain, true is a guess.
  ///
  /// Text below U+0300, the precomposed Vietnamese letters (U+1E00–U+1EFF), dashes, quotation
  /// marks and currency signs can always stay as they are.
  package static func mayNeedComposing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let count = bytes.count
    while index < count {
      while index + 8 <= count, isASCII(bytes, index) { index += 8 }
      guard index < count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
      } else if byte < 0xCC {
        index += 2
      } else if byte == 0xE1, index + 2 < count, bytes[index + 1] & 0xFC == 0xB8 {
        index += 3
      } else if byte == 0xE2, index + 2 < count,
        (bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x90) || bytes[index + 1] == 0x82
      {
        index += 3
      } else {
        return true
      }
    }
    return false
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0
  }

  /// The text of these bytes in NFC.
  @inline(never)
  package static func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self)._nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
