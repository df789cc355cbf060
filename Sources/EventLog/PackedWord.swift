/// A word of at most 24 bytes, to be found in a closed list at one go.
struct PackedWord: Equatable, Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  /// Bytes that are 0 are no padding.
  private let count: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 24 else { return nil }
    func word(_ place: Int) -> UInt64 {
      var word: UInt64 = 0
      var index = min(bytes.count, place + 8)
      while index > place {
        index -= 1
        word = word << 8 | UInt64(bytes[index])
      }
      return word
    }
    count = bytes.count
    first = word(0)
    second = word(8)
    third = word(16)
  }

  init?(_ text: String) {
    var text = text
    guard let word = text.withUTF8({ PackedWord($0) }) else { return nil }
    self = word
  }
}

/// The words of a closed list, and what each of them stands for.
struct WordTable<Meaning: Sendable>: Sendable {
  private let words: [PackedWord]
  private let meanings: [Meaning]

  /// A word that is too long is left out: whoever finds nothing reads the line the long way.
  init(_ list: [(text: String, meaning: Meaning)]) {
    let packed = list.compactMap { entry in PackedWord(entry.text).map { ($0, entry.meaning) } }
    words = packed.map(\.0)
    meanings = packed.map(\.1)
  }

  subscript(_ word: PackedWord) -> Meaning? {
    words.firstIndex(of: word).map { meanings[$0] }
  }
}
