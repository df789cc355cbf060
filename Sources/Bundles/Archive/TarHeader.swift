/// What stands before a member of a bundle: a POSIX ustar header in the one form in which this
/// program writes it, without time and owner; before a name that is too long for it, a pax record.
struct TarHeader: Hashable {
  let name: String
  let size: Int

  static let block = 512
  /// The largest size that eleven octal digits hold.
  static let largest = 0o777_7777_7777
  /// What ends an archive.
  static let end = [UInt8](repeating: 0, count: 2 * block)

  /// How many zeros fill the last block of a member.
  static func filler(behind size: Int) -> Int { (block - size % block) % block }

  var bytes: [UInt8] {
    if let (prefix, rest) = TarHeader.split(Array(name.utf8)) {
      return TarHeader.block(rest, prefix: prefix, size: size, type: "0")
    }
    let record = TarHeader.record(name)
    return TarHeader.block(Array("@long".utf8), prefix: [], size: record.count, type: "x") + record
      + [UInt8](repeating: 0, count: TarHeader.filler(behind: record.count))
      + TarHeader.block(Array("@long".utf8), prefix: [], size: size, type: "0")
  }

  /// The two parts of a name that fits: 155 bytes before a slash, 100 behind it.
  private static func split(_ name: [UInt8]) -> (prefix: [UInt8], rest: [UInt8])? {
    if name.count <= 100 { return ([], name) }
    let start = name.count - 101
    guard start <= 155,
      let slash = name[start...].prefix(156 - start).firstIndex(of: UInt8(ascii: "/")),
      slash > 0, slash < name.count - 1
    else { return nil }
    return (Array(name[..<slash]), Array(name[(slash + 1)...]))
  }

  /// `36 path=…` and a line feed: the number is the record's own length.
  private static func record(_ name: String) -> [UInt8] {
    let text = " path=\(name)\n"
    var length = text.utf8.count
    while length != text.utf8.count + String(length).utf8.count {
      length = text.utf8.count + String(length).utf8.count
    }
    return Array("\(length)\(text)".utf8)
  }

  private static func block(
    _ name: [UInt8], prefix: [UInt8], size: Int, type: Unicode.Scalar
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: TarHeader.block)
    func put(_ bytes: some Sequence<UInt8>, at place: Int) {
      for (offset, byte) in bytes.enumerated() { block[place + offset] = byte }
    }
    put(name, at: 0)
    put("0000644".utf8, at: 100)
    put("0000000".utf8, at: 108)
    put("0000000".utf8, at: 116)
    put(octal(size, digits: 11), at: 124)
    put("00000000000".utf8, at: 136)
    put("        ".utf8, at: 148)
    block[156] = UInt8(ascii: type)
    put("ustar\0".utf8, at: 257)
    put("00".utf8, at: 263)
    put("0000000".utf8, at: 329)
    put("0000000".utf8, at: 337)
    put(prefix, at: 345)
    let sum = block.reduce(0) { $0 + Int($1) }
    put(octal(sum, digits: 6) + [0, 0x20], at: 148)
    return block
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = Array(String(number, radix: 8).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, digits - text.count)) + text
  }
}

extension TarHeader {
  /// What a block says that is no header as this program writes them, as far as it can be told.
  enum Reading: Hashable {
    /// One of this program's own.
    case member(TarHeader)
    /// A link, a folder, a device.
    case noFile(String)
    case end
    case other
  }

  static func reading(_ block: [UInt8]) -> Reading {
    guard block.count == TarHeader.block else { return .other }
    if block.allSatisfy({ $0 == 0 }) { return .end }
    func text(_ range: Range<Int>) -> String {
      String(decoding: block[range].prefix { $0 != 0 }, as: UTF8.self)
    }
    let prefix = text(345..<500)
    let name = (prefix.isEmpty ? "" : prefix + "/") + text(0..<100)
    guard text(257..<263) == "ustar" else { return .other }
    guard block[156] == UInt8(ascii: "0"), let size = Int(text(124..<136), radix: 8), size >= 0
    else {
      return block[156] == UInt8(ascii: "0") || !holdsSum(block) ? .other : .noFile(name)
    }
    let header = TarHeader(name: name, size: size)
    return header.bytes == block ? .member(header) : .other
  }

  private static func holdsSum(_ block: [UInt8]) -> Bool {
    let digits = String(decoding: block[148..<154], as: UTF8.self)
    var sum = 8 * 0x20
    for (place, byte) in block.enumerated() where !(148..<156).contains(place) { sum += Int(byte) }
    return Int(digits, radix: 8) == sum
  }
}
