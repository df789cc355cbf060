/// Where a file's records begin and in which column each field stands.
package struct RecordLayout: Sendable {
  package var separator: UInt8
  /// Fields of every record, mapped or not.
  package var columnCount: Int
  /// The place of each mapped field, counted from 0.
  package var columns: [RecordField: Int]
  /// The header's names, as written.
  package var header: [String]
  /// The first byte and line behind the header.
  package var start: Int
  package var line: Int

  /// - Parameter front: the file's first bytes: at least its header line.
  /// - Returns: nil when no line ends in it.
  package init?(front: [UInt8], separator declared: UInt8?) {
    var place = front.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    line = 1
    while place < front.count, front[place] == CSV.lineFeed || front[place] == CSV.carriageReturn {
      if front[place] == CSV.lineFeed { line += 1 }
      place += 1
    }
    separator = declared ?? RecordLayout.separator(of: front[place...])
    var names: [String] = []
    var name: [UInt8] = []
    var isQuoted = false
    while place < front.count {
      let byte = front[place]
      if byte == CSV.quote {
        if isQuoted, place + 1 < front.count, front[place + 1] == CSV.quote {
          name.append(byte)
          place += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == separator && !isQuoted || byte == CSV.lineFeed && !isQuoted {
        names.append(RecordLayout.trimmed(name))
        name = []
        if byte == CSV.lineFeed { break }
      } else {
        if byte == CSV.lineFeed { line += 1 }
        name.append(byte)
      }
      place += 1
    }
    guard place < front.count else { return nil }
    header = names
    columnCount = names.count
    columns = [:]
    start = place + 1
    line += 1
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    func isBlank(_ byte: UInt8) -> Bool {
      byte == CSV.blank || byte == CSV.tab || byte == CSV.carriageReturn
    }
    let kept = bytes.drop(while: isBlank)
    let end = kept.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? kept.startIndex
    return String(decoding: kept[..<end], as: UTF8.self)
  }

  /// The sign that the header line has most of.
  private static func separator(of front: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in front {
      if byte == CSV.quote { isQuoted.toggle() }
      if byte == CSV.lineFeed, !isQuoted { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), CSV.tab]
    return signs.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? signs[0]
  }
}
