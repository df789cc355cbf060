internal import Diagnostics
internal import Grading
package import Loading
internal import Reports
internal import Spreadsheets
internal import YAMLReading

/// Makes a workbook of a set of criteria for its author.
///
/// One table, the set's own keys, and how to write them; `CriteriaImporter` reads it back to the
/// same set.
package struct CriteriaExporter: Sendable {
  private let outline: CriteriaOutline

  package init(_ outline: CriteriaOutline) { self.outline = outline }

  /// The bytes of the workbook.
  /// - Parameter path: where it is to stand, for messages.
  package func bytes(path: String) -> FormResult {
    var workbook = Workbook([table, CriteriaHeadSheet(outline).sheet, CriteriaGuidance.sheet])
    workbook.properties.title = title
    do {
      return .bytes(try workbook.bytes())
    } catch {
      return .refused([error.diagnostic(path)])
    }
  }

  private var title: String {
    for (key, value) in outline.head where key == "title" {
      if case .text(let text) = value { return text }
    }
    return ""
  }

  private var table: Sheet {
    var sheet = Sheet(SheetName(CriteriaSheet.table.title))
    sheet.put(.text(title), at: CellAddress(row: 0, column: 0), FormStyles.title)
    sheet.put(
      .text(
        "Mỗi dòng một lĩnh vực, tiêu chí hoặc tiêu chí thành phần; cách ghi xem trang “\(CriteriaSheet.guidance.title)”."
      ), at: CellAddress(row: 1, column: 0), FormStyles.subtitle)
    for column in CriteriaColumn.allCases {
      sheet.put(
        .text(column.head), at: CellAddress(row: 2, column: column.rawValue), FormStyles.head)
      sheet.width(column.width, ofColumns: column.rawValue...column.rawValue)
    }
    for (place, row) in outline.rows.enumerated() { write(row, at: place + 3, &sheet) }
    let rows = 3...(outline.rows.count + 2 + 200)
    validate(.level, CriteriaOutline.Level.allCases.map(\.title), rows, &sheet)
    validate(.scoredBy, ScoredBy.allCases.map(\.rawValue), rows, &sheet)
    sheet.firstMoving = CellAddress(row: 3, column: 3)
    sheet.print.repeatedRows = 2...2
    sheet.print.footer = UnitForm.footer(title)
    sheet.fitHeights()
    return sheet
  }

  private func validate(
    _ column: CriteriaColumn, _ words: [String], _ rows: ClosedRange<Int>, _ sheet: inout Sheet
  ) {
    sheet.validate(
      CellRange(rows: rows, columns: column.rawValue...column.rawValue),
      CellValidation(
        .list(words),
        refusal: CellPrompt(title: "Chưa đúng", message: "Chọn một trong danh sách.")))
  }

  private func write(_ row: CriteriaOutline.Row, at place: Int, _ sheet: inout Sheet) {
    let style =
      switch row.level {
      case .area: FormStyles.area
      case .criterion: FormStyles.criterion
      case .subCriterion: FormStyles.text
      }
    var others: [String] = []
    var contents: [CriteriaColumn: CellContent] = [
      .id: .text(row.id), .level: .text(row.level.title),
    ]
    for field in row.fields {
      let column = CriteriaColumn.allCases.first { $0.key == field.key }
      if let column {
        contents[column] = content(field.value, column)
      } else {
        others += CriteriaExporter.lines(field.key, field.value)
      }
    }
    if !others.isEmpty { contents[.others] = .text(others.joined(separator: "\n")) }
    for column in CriteriaColumn.allCases {
      sheet.put(
        contents[column] ?? .blank, at: CellAddress(row: place, column: column.rawValue),
        CriteriaExporter.style(column, style))
    }
  }

  private func content(_ value: CriteriaOutline.Value, _ column: CriteriaColumn) -> CellContent {
    let text = CriteriaExporter.cellText(value)
    guard column == .maximum || column == .weight, let number = CellNumber(text) else {
      return .text(text)
    }
    return .number(number)
  }

  private static func style(_ column: CriteriaColumn, _ row: CellStyle) -> CellStyle {
    row.with {
      $0.vertical = .top
      switch column {
      case .id, .level, .scoredBy:
        $0.horizontal = .centre
        $0.number = .text
      case .maximum, .weight:
        $0.horizontal = .centre
        $0.number = .decimals(atLeast: 0, atMost: 3)
      case .rule, .inputs, .clause, .others:
        $0.font = "Liberation Mono"
        $0.size = 9
        $0.number = .text
      case .title, .evidence, .guidance: $0.number = .text
      }
    }
  }

  /// A value as it stands in a cell: texts without quotes, all else as files write it.
  static func cellText(_ value: CriteriaOutline.Value) -> String {
    switch value {
    case .text(let text), .written(let text): text
    case .node(let node):
      node.kind == .scalar ? node.text ?? "" : cellLines(node).joined(separator: "\n")
    }
  }

  /// In lines that a column takes without breaking most of them.
  private static func cellLines(_ node: YAMLNode) -> [String] { NodeText.lines(node, width: 56) }

  /// A key with its value, as files write it.
  private static func lines(_ key: String, _ value: CriteriaOutline.Value) -> [String] {
    switch value {
    case .text(let text): ["\(key): \(FlowScalar.text(text))"]
    case .written(let text): ["\(key): \(text)"]
    case .node(let node):
      switch node.kind {
      case .scalar, .sequence: ["\(key): \(NodeText.flow(node))"]
      case .mapping: ["\(key):"] + cellLines(node).map { "  " + $0 }
      }
    }
  }
}
