internal import Grading

/// A table of another office: the rows of its file, and its figures as the engine reads them.
struct Register {
  let name: String
  let absent: AbsentRow
  private(set) var table: Table
  /// By column, then by unit.
  private var figures: [String: [String: FigureValue]] = [:]

  init(_ name: String, columns: [String], absent: AbsentRow = .missing) {
    self.name = name
    self.absent = absent
    table = Table(header: columns)
  }

  /// Adds a unit's only row; its cells are its figures.
  mutating func add(_ unit: String, _ cells: [String?]) {
    table.rows.append([unit] + cells.map { $0 ?? "" })
    for (column, cell) in zip(table.header.dropFirst(), cells) {
      guard let cell, let number = Exact(parsing: cell) else { continue }
      figures[column, default: [:]][unit] = .known(.number(number))
    }
  }

  /// Adds one of many rows.
  mutating func addRecord(_ cells: [String]) { table.rows.append(cells) }

  /// Says what the records of a unit come to.
  mutating func count(_ column: String, _ unit: String, _ value: Exact) {
    figures[column, default: [:]][unit] = .known(.number(value))
  }

  func value(_ column: String, _ unit: String) -> FigureValue {
    figures[column]?[unit] ?? (absent == .zero ? .known(.number(.zero)) : .missing)
  }

  var file: GeneratedFile { GeneratedFile(path: "registers/\(name).csv", text: table.text) }
}
