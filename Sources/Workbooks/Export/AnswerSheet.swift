internal import Diagnostics
internal import Grading
internal import Reports
internal import Spreadsheets

/// The first sheet: every item with what it asks for, and the cells to fill in.
struct AnswerSheet {
  /// Columns from the left.
  enum Column: Int, CaseIterable {
    case key
    case id
    case title
    case rule
    case maximum
    case value
    case points
    case document
    case section
    case pages
    case notApplicable
    case note
    case area
    case criterion

    var formColumn: FormColumn? {
      switch self {
      case .key: .key
      case .value: .value
      case .points: .points
      case .document: .document
      case .section: .section
      case .pages: .pages
      case .notApplicable: .notApplicable
      case .note: .note
      case .id: .shownID
      case .title: .shownTitle
      case .rule, .maximum, .area, .criterion: nil
      }
    }

    var head: String {
      switch self {
      case .rule: "Cách chấm; tài liệu kiểm chứng cần có"
      case .maximum: "Điểm tối đa"
      case .area, .criterion: ""
      case .key, .id, .title, .value, .points, .document, .section, .pages, .notApplicable, .note:
        formColumn?.head ?? ""
      }
    }

    var width: Int {
      switch self {
      case .key, .area, .criterion: 4
      case .id: 7
      case .title: 34
      case .rule: 46
      case .maximum, .points: 8
      case .value: 15
      case .document: 18
      case .section: 7
      case .pages: 8
      case .notApplicable: 14
      case .note: 22
      }
    }
  }

  /// The rows above the heads.
  static let keyRow = 3
  static let headRow = 4
  static let firstRow = 5

  let form: UnitForm
  var sheet = Sheet(SheetName(FormSheet.answers.title))
  var row = firstRow
  /// Where inputs stand, by their place in the set.
  var cells: [Int: CellAddress] = [:]
  /// Rows that take points, with the points typed so far.
  var claims: [(row: Int, item: Item, claim: Exact?)] = []
  /// Rows that sum up an area or criterion.
  var sums: [(row: Int, column: Column, id: String, style: CellStyle)] = []

  init(_ form: UnitForm) { self.form = form }

  mutating func make(_ lists: inout ChoiceLists) -> Sheet {
    writeHead()
    writeGeneral(&lists)
    for (place, area) in form.set.areas.enumerated() {
      writeLevel(area.id, area.title, area.maximum, .area, FormStyles.area, kind: area.kind)
      for criterion in form.set.criteria[area.criteria] {
        let items = form.set.items[criterion.items]
        if !items.contains(where: { $0.id == criterion.id }) {
          writeLevel(
            criterion.id, criterion.title, criterion.maximum, .criterion, FormStyles.criterion,
            kind: form.set.areas[place].kind)
        }
        for item in items { write(item, &lists) }
      }
    }
    writeSums()
    finish()
    return sheet
  }

  // MARK: Cells

  mutating func put(
    _ content: CellContent, _ column: Column, _ style: CellStyle, row other: Int? = nil
  ) {
    sheet.put(content, at: CellAddress(row: other ?? row, column: column.rawValue), style)
  }

  /// Grey cells where nothing is to be typed.
  mutating func close(_ columns: [Column]) {
    for column in columns { put(.blank, column, FormStyles.closed) }
  }

  private mutating func writeHead() {
    let form = form
    put(
      .text("BẢN TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH: \(form.unit.name)"), .id,
      FormStyles.title, row: 0)
    let illustrative = form.plan.isIllustrative ? " (số liệu minh họa)" : ""
    put(
      .text("\(form.plan.title)\(illustrative). \(form.set.title)."), .id, FormStyles.subtitle,
      row: 1)
    for column in Column.allCases {
      let mark = column == .key ? FormSheet.answers.mark : column.formColumn?.rawValue ?? ""
      put(.text(mark), column, CellStyle(), row: AnswerSheet.keyRow)
      put(.text(column.head), column, FormStyles.head, row: AnswerSheet.headRow)
      sheet.width(
        column.width, ofColumns: column.rawValue...column.rawValue,
        isHidden: column == .key || column == .area || column == .criterion)
    }
  }

  /// Whose form it is stands in every sheet, behind the last column: sheets can be copied.
  private mutating func putIdentity() {
    form.put(
      FormIdentity(form), in: &sheet, row: AnswerSheet.keyRow, column: Column.allCases.count)
  }

  /// The head of an area or criterion, with what its items come to.
  private mutating func writeLevel(
    _ id: String, _ title: String, _ maximum: Exact, _ level: Column, _ style: CellStyle,
    kind: AreaKind
  ) {
    for column in Column.allCases { put(.blank, column, style) }
    put(.text(RowKey.said.text), .key, style)
    put(.text(id), .id, style.with { $0.horizontal = .centre })
    let tail = kind == .regular || level != .area ? "" : " (\(kind.wording.vietnamese))"
    put(.text(title + tail), .title, style)
    sheet.merge(
      CellRange(
        rows: row...row, columns: Column.title.rawValue...Column.rule.rawValue),
      .text(title + tail), style)
    put(InputCell.number(maximum), .maximum, FormStyles.totals(style))
    sums.append((row, level, id, FormStyles.totals(style)))
    row += 1
  }

  private mutating func finish() {
    putIdentity()
    sheet.firstMoving = CellAddress(row: AnswerSheet.firstRow, column: Column.rule.rawValue)
    sheet.height(0, ofRow: AnswerSheet.keyRow)
    sheet.height(34, ofRow: AnswerSheet.headRow)
    sheet.fitHeights()
    sheet.print.repeatedRows = AnswerSheet.headRow...AnswerSheet.headRow
    sheet.print.footer = UnitForm.footer(form.unit.name)
    sheet.isProtected = true
    sheet.tabColour = 0x1F3864
    sheet.zoom = 90
  }
}

extension UnitForm {
  static func footer(_ name: String) -> PageLine {
    var line = PageLine()
    line.left = [.text(name)]
    line.right = [.text("Trang "), .page, .text("/"), .pages]
    return line
  }
}
