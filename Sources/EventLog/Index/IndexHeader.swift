/// The first bytes of an index: which log it is of, and how far it goes.
struct IndexHeader: Equatable {
  /// How many events it knows.
  let count: Int
  /// Where the line of the last of them ends in the log.
  let end: Int
  let first: LineDigest
  let last: LineDigest

  /// What the checks of records and heads begin with.
  var salt: UInt64 { first.words.0 }

  /// Another layout takes another name.
  private static let name = Array("PARIDX01".utf8)

  static let length = 4096

  init(count: Int, end: Int, first: LineDigest, last: LineDigest) {
    self.count = count
    self.end = end
    self.first = first
    self.last = last
  }

  /// Nil for anything but a whole header.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == IndexHeader.length, bytes.starts(with: IndexHeader.name) else {
      return nil
    }
    let header: IndexHeader = bytes.withUnsafeBytes { bytes in
      func number(_ place: Int) -> Int {
        Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      func digest(_ place: Int) -> LineDigest {
        LineDigest(binary: UnsafeRawBufferPointer(rebasing: bytes[place..<place + 32]))
      }
      return IndexHeader(count: number(8), end: number(16), first: digest(24), last: digest(56))
    }
    guard header.count > 0, header.count < 1 << 40, header.end > 0, header.bytes == bytes else {
      return nil
    }
    self = header
  }

  /// With its own digest behind it.
  var bytes: [UInt8] {
    var bytes = IndexHeader.name
    func add(_ word: UInt64) { withUnsafeBytes(of: word) { bytes += $0 } }
    add(UInt64(count))
    add(UInt64(end))
    for digest in [first, last] { bytes += digest.binary }
    bytes += LineDigest(ofLine: bytes).binary
    bytes += Array(repeating: 0, count: IndexHeader.length - bytes.count)
    return bytes
  }
}

extension LineDigest {
  /// Its 32 bytes.
  fileprivate var binary: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      withUnsafeBytes(of: word.bigEndian) { Array($0) }
    }
  }
}
