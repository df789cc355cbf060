internal import Diagnostics
internal import Grading
internal import Spreadsheets

/// A table as an office types its annex: numbers, titles and points, with words for the rules.
struct CriteriaDraft {
  /// A numbered line and the lines that go on below it.
  struct Line {
    let id: String
    let title: String
    let source: CellSource
    var points: (text: String, source: CellSource)?
    var scoredBy: ScoredBy?
    var guidance: [String] = []
    var guidanceSource: CellSource?

    var depth: Int { id.count { $0 == "." } + 1 }
  }

  private let path: String
  private let table: CriteriaTable
  private let reading: CellReading
  private let problems: DiagnosticCollector
  private(set) var lines: [Line] = []
  private(set) var total: (text: String, source: CellSource)?
  /// The number of the area where areas have Roman numbers.
  private var area: Int?
  private var lastRow = 0

  init(_ path: String, _ table: CriteriaTable, _ problems: DiagnosticCollector) {
    self.path = path
    self.table = table
    self.problems = problems
    reading = CellReading(path, table.sheet, problems)
    for row in table.rows(reading) { read(row) }
    if lines.isEmpty { problems.add(.noItems(path, table.sheet.name)) }
  }

  private mutating func read(_ row: CriteriaTable.Row) {
    let idText = row[.id].flatMap { reading.word($0) }
    let title = row[.title].flatMap { reading.word($0) }
    if [idText, title].compactMap({ $0 }).contains(where: CriteriaNumbering.isTotal) {
      if let points = points(row) { total = points }
      return
    }
    let number = (idText ?? title).flatMap { CriteriaNumbering($0) }
    guard let number, let cell = row[.id] ?? row[.title] else { return goOn(row, title) }
    let own = idText == nil ? number.rest : title ?? number.rest
    let source = reading.source(cell)
    var line = Line(id: place(number), title: own, source: source, points: points(row))
    if let cell = row[.scoredBy], let word = reading.word(cell) {
      line.scoredBy = ScoredBy(rawValue: word)
      if line.scoredBy == nil { line.guidance.append(word) }
    }
    for cell in row.cells[.guidance] ?? [] { add(cell, "", &line) }
    if let cell = row[.evidence] { add(cell, "Tài liệu kiểm chứng: ", &line) }
    check(line)
    lines.append(line)
    lastRow = row.row
  }

  /// A line without a number: more words for the one above, unless it has points of its own.
  private mutating func goOn(_ row: CriteriaTable.Row, _ title: String?) {
    if let cell = row[.maximum], !lines.isEmpty, total == nil || row[.title] != nil {
      let place = table.cell(.id, row.row).address
      let isMerged = table.sheet.merge(at: place).map { $0.first.row < row.row } ?? false
      problems.add(
        .itemWithoutID(reading.source(row[.id] ?? row[.title] ?? cell), isMerged: isMerged))
      return
    }
    guard var line = lines.popLast() else { return }
    if row.row == lastRow + 1 {
      if let title, let cell = row[.title] {
        line.guidance.append(title)
        line.guidanceSource = line.guidanceSource ?? reading.source(cell)
      }
      for cell in row.cells[.guidance] ?? [] { add(cell, "", &line) }
      lastRow = row.row
    }
    lines.append(line)
  }

  private func add(_ cell: ReadCell, _ before: String, _ line: inout Line) {
    guard let text = reading.word(cell) else { return }
    line.guidance.append(before + text)
    line.guidanceSource = line.guidanceSource ?? reading.source(cell)
  }

  private func points(_ row: CriteriaTable.Row) -> (text: String, source: CellSource)? {
    guard let cell = row[.maximum] else { return nil }
    return reading.number(
      cell, expected: Wording(vi: "số điểm, như 2 hoặc 0,5", en: "points, like 2 or 0.5")
    ).map { ($0, reading.source(cell)) }
  }

  /// The id: as typed, or behind the area's where areas have Roman numbers.
  private mutating func place(_ number: CriteriaNumbering) -> String {
    if let roman = CriteriaNumbering.roman(number.id) {
      area = roman
      return "\(roman)"
    }
    return area.map { "\($0).\(number.id)" } ?? number.id
  }

  /// Numbers that follow one another, below what holds them.
  private func check(_ line: Line) {
    let parts = line.id.split(separator: ".")
    let parent = parts.dropLast().joined(separator: ".")
    if parts.count > 3 {
      problems.add(
        .valueUnfit(
          line.source,
          expected: Wording(vi: "mã nhiều nhất ba cấp, như 1.1.1", en: "three levels, like 1.1.1")))
    }
    if parts.count > 1, !lines.contains(where: { $0.id == parent }) {
      problems.add(
        .itemWithoutParent(line.source, line.id, level: parts.count == 2 ? "Lĩnh vực" : "Tiêu chí"))
    }
    let siblings = lines.filter { $0.depth == line.depth }
      .filter { parts.count == 1 || $0.id.hasPrefix(parent + ".") }
    let last = siblings.last.map { $0.id }
    let before = last.flatMap { $0.split(separator: ".").last }.flatMap { Int($0) } ?? 0
    if let own = parts.last.flatMap({ Int($0) }), own > before + 1 {
      problems.add(.numberingGap(line.source, line.id, after: last))
    }
  }
}
