/// Reads records one sign after another, straight from the definition: what the fast reader must
/// agree with, wherever it cuts the file.
struct SlowReader {
  enum Row: Equatable {
    case fields([String])
    case fieldCount
    case brokenQuote
  }

  static let longest = 64 << 10

  /// The rows behind the header, with the line each begins on.
  static func rows(_ bytes: [UInt8], from start: Int, line: Int, separator: UInt8, columns: Int)
    -> [(line: Int, row: Row)]
  {
    var rows: [(line: Int, row: Row)] = []
    // The last record may end with the file.
    let bytes = bytes.last == 0x0A || bytes.count <= start ? bytes : bytes + [0x0A]
    var place = start
    var line = line
    while place < bytes.count {
      if let (fields, end) = record(bytes, place, separator) {
        let isEmpty = end == place || (end == place + 1 && bytes[place] == 0x0D)
        if !isEmpty {
          rows.append((line, fields.count == columns ? .fields(fields) : .fieldCount))
        }
        line += bytes[place...end].filter { $0 == 0x0A }.count
        place = end + 1
      } else {
        rows.append((line, .brokenQuote))
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
        place += 1
        line += 1
      }
    }
    return rows
  }

  /// The fields of the record that begins here, and its line feed; nil when it is faulty.
  private static func record(_ bytes: [UInt8], _ start: Int, _ separator: UInt8)
    -> ([String], Int)?
  {
    let limit = min(bytes.count, start + longest)
    var fields: [String] = []
    var place = start
    while place < limit {
      var text: [UInt8] = []
      if bytes[place] == 0x22 {
        place += 1
        while true {
          guard place < limit else { return nil }
          if bytes[place] != 0x22 {
            text.append(bytes[place])
            place += 1
            continue
          }
          let next = place + 1 < bytes.count ? bytes[place + 1] : 0
          let third = place + 2 < bytes.count ? bytes[place + 2] : 0
          if next == 0x22 {
            text.append(0x22)
            place += 2
          } else if next == separator || next == 0x0A || (next == 0x0D && third == 0x0A) {
            place += 1
            break
          } else {
            return nil
          }
        }
      }
      while place < limit, bytes[place] != separator, bytes[place] != 0x0A {
        text.append(bytes[place])
        place += 1
      }
      guard place < limit else { return nil }
      fields.append(String(decoding: text, as: UTF8.self))
      if bytes[place] == 0x0A { return (fields, place) }
      place += 1
    }
    return nil
  }
}
