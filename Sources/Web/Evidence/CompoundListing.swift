internal import EventLog
internal import Loading

/// The names in a compound file (OLE2), as office programs before 2007 wrote them.
struct CompoundListing {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let mostEntries = 20_000

  private(set) var names: Set<String> = []

  /// nil: it cannot be followed.
  init?(_ file: OpenFile) {
    let head = Bytes(file.bytes(at: 0, count: 512))
    let shift = head.two(30)
    guard head.count == 512, shift == 9 || shift == 12 else { return nil }
    let size = 1 << shift
    func sector(_ number: Int) -> Bytes? {
      let bytes = Bytes(file.bytes(at: (number + 1) << shift, count: size))
      return bytes.count == size ? bytes : nil
    }
    var number = head.four(48)
    var table: (place: Int, bytes: Bytes)?
    var seen: Set<Int> = []
    while number < 0xFFFF_FFFA {
      guard seen.insert(number).inserted, seen.count * size / 128 <= CompoundListing.mostEntries,
        let directory = sector(number)
      else { return nil }
      for entry in stride(from: 0, to: size, by: 128) {
        let count = directory.two(entry + 64)
        if (4...64).contains(count), count % 2 == 0 {
          let units = stride(from: 0, to: count - 2, by: 2).map {
            UInt16(directory.two(entry + $0))
          }
          names.insert(String(decoding: units, as: UTF16.self))
        }
      }
      // Where the directory goes on says the table; its first 109 sectors are named in the head,
      // and a directory that lies behind them is no office document's.
      let place = number / (size / 4)
      guard place < 109 else { return nil }
      if table?.place != place {
        guard let bytes = sector(head.four(76 + 4 * place)) else { return nil }
        table = (place, bytes)
      }
      number = table?.bytes.four(4 * (number % (size / 4))) ?? 0xFFFF_FFFE
    }
  }
}
