internal import Diagnostics
internal import YAMLReading

/// Rows under a header, as in a CSV file.
struct Table {
  let header: [String]
  var rows: [[String]] = []

  init(header: [String]) { self.header = header }

  /// Reads the repository's own tables: commas, double quotes, a header.
  init(reading path: String) throws(GenerationFailure) {
    guard case .text(let text) = readFile(path: path, displayPath: path) else {
      throw GenerationFailure.unreadable(path)
    }
    var lines = String(decoding: text.bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { Table.cells(String($0)) }
    header = lines.isEmpty ? [] : lines.removeFirst()
    rows = lines
  }

  /// A row's cell by the name of its column; empty when there is none.
  func cell(_ row: [String], _ column: String) -> String {
    guard let place = header.firstIndex(of: column), row.indices.contains(place) else { return "" }
    return row[place]
  }

  var text: String {
    ([header] + rows).map { $0.map(Table.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n".contains($0) }) else { return cell }
    return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      default: cell.append(character)
      }
    }
    return cells + [cell]
  }
}
