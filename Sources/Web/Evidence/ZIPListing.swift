internal import EventLog
internal import Loading

/// The names in a ZIP file, from its central directory; nothing of it is unpacked.
struct ZIPListing {
  static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let mostEntries = 20_000
  private static let longestDirectory = 8 << 20

  private(set) var names: Set<String> = []
  private(set) var isEncrypted = false
  /// What an OpenDocument file says of itself in its first entry, which is not packed.
  let mimetype: String?

  /// nil: it is not whole, or not as office programs write them.
  init?(_ file: OpenFile) {
    mimetype = ZIPListing.mimetype(file.bytes(at: 0, count: 160))
    let tailCount = min(file.size, 22 + 0xFFFF)
    let tail = Bytes(file.bytes(at: file.size - tailCount, count: tailCount))
    guard
      let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: {
        tail.four($0) == 0x0605_4B50 && $0 + 22 + tail.two($0 + 20) == tail.count
      })
    else { return nil }
    let entries = tail.two(end + 10)
    let length = tail.four(end + 12)
    let start = tail.four(end + 16)
    guard (1...ZIPListing.mostEntries).contains(entries), length <= ZIPListing.longestDirectory,
      start + length == file.size - tailCount + end
    else { return nil }
    let directory = Bytes(file.bytes(at: start, count: length))
    var place = 0
    for _ in 0..<entries {
      guard place + 46 <= directory.count, directory.four(place) == 0x0201_4B50 else { return nil }
      if directory.two(place + 8) & 1 != 0 { isEncrypted = true }
      let name = directory.two(place + 28)
      let next = place + 46 + name + directory.two(place + 30) + directory.two(place + 32)
      guard next <= directory.count,
        names.insert(directory.text(place + 46, count: name)).inserted
      else { return nil }
      place = next
    }
    guard place == directory.count else { return nil }
  }

  private static func mimetype(_ head: [UInt8]) -> String? {
    let head = Bytes(head)
    guard head.count > 38, head.two(8) == 0, head.two(26) == 8,
      head.text(30, count: 8) == "mimetype"
    else { return nil }
    let start = 38 + head.two(28)
    let count = head.four(18)
    return count <= 100 && start + count <= head.count ? head.text(start, count: count) : nil
  }
}

/// Bytes with numbers in them, the lowest byte first; what lies behind their end is 0.
struct Bytes {
  private let bytes: [UInt8]
  var count: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func two(_ place: Int) -> Int { number(place, 2) }
  func four(_ place: Int) -> Int { number(place, 4) }

  private func number(_ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  func text(_ place: Int, count: Int) -> String {
    String(decoding: bytes[place..<place + count], as: UTF8.self)
  }
}
