internal import Grading
internal import Spreadsheets

/// The second sheet: the unit's documents, each once.
enum ShelfSheet {
  static let keyRow = 2
  static let firstRow = 4
}

extension UnitForm {
  /// Rows for documents: those there are, and room for more.
  var shelfRows: Int { max(60, assessment.shelf.count + 30) }

  var shelfSheet: Sheet {
    var sheet = Sheet(SheetName(FormSheet.shelf.title))
    let columns = ShelfColumn.allCases
    sheet.put(
      .text("TÀI LIỆU KIỂM CHỨNG: \(unit.name)"), at: CellAddress(row: 0, column: 0),
      FormStyles.title)
    sheet.put(
      .text(
        "Mỗi tài liệu ghi một dòng, đặt một mã ngắn, không dấu (như ke-hoach-cchc); trang “\(FormSheet.answers.title)” dẫn mã đó. Đường dẫn, ảnh, bảng số liệu thì không cần số, ngày, cơ quan."
      ), at: CellAddress(row: 1, column: 0), FormStyles.subtitle)
    for (place, column) in columns.enumerated() {
      let mark = place == 0 ? FormSheet.shelf.mark : column.rawValue
      sheet.put(.text(mark), at: CellAddress(row: ShelfSheet.keyRow, column: place))
      sheet.put(
        .text(column.formColumn.head), at: CellAddress(row: ShelfSheet.keyRow + 1, column: place),
        FormStyles.head)
      sheet.width(column.width, ofColumns: place...place)
      for row in 0..<shelfRows {
        let document = row < assessment.shelf.count ? assessment.shelf[row] : nil
        sheet.put(
          document.map { content(column, $0) } ?? .blank,
          at: CellAddress(row: ShelfSheet.firstRow + row, column: place), style(column))
      }
      let range = CellRange(
        rows: ShelfSheet.firstRow...(ShelfSheet.firstRow + shelfRows - 1), columns: place...place)
      if let validation = validation(column) { sheet.validate(range, validation) }
    }
    put(FormIdentity(self), in: &sheet, row: ShelfSheet.keyRow, column: columns.count)
    sheet.height(0, ofRow: ShelfSheet.keyRow)
    sheet.firstMoving = CellAddress(row: ShelfSheet.firstRow, column: 1)
    sheet.print.repeatedRows = (ShelfSheet.keyRow + 1)...(ShelfSheet.keyRow + 1)
    sheet.print.footer = UnitForm.footer(unit.name)
    sheet.fitHeights()
    sheet.isProtected = true
    sheet.tabColour = 0x2E7D32
    sheet.zoom = 90
    return sheet
  }

  private func content(_ column: ShelfColumn, _ document: EvidenceDocument) -> CellContent {
    func text(_ value: String?) -> CellContent { value.map { .text($0) } ?? .blank }
    func day(_ value: CalendarDay?) -> CellContent {
      value.map { InputCell.date(LocalMoment($0)) } ?? .blank
    }
    return switch column {
    case .id: text(document.id)
    case .kind: text(document.kind)
    case .number: text(document.number)
    case .date: day(document.date)
    case .issuer: text(document.issuer)
    case .title: text(document.title)
    case .file: text(document.file)
    case .url: text(document.url)
    case .accessed: day(document.accessed)
    case .inPerson: document.isShownInPerson ? .text(InputCell.yes) : .blank
    case .sha256: text(document.sha256)
    }
  }

  private func style(_ column: ShelfColumn) -> CellStyle {
    switch column {
    case .date, .accessed: FormStyles.inputDay
    case .inPerson: FormStyles.inputID
    case .sha256:
      FormStyles.inputText.with {
        $0.size = 7
      }
    case .id, .kind, .number, .issuer, .title, .file, .url: FormStyles.inputText
    }
  }

  private func validation(_ column: ShelfColumn) -> CellValidation? {
    switch column {
    case .kind:
      // Usual kinds are offered; any other may be typed.
      CellValidation(.list(kinds), isStrict: false)
    case .date, .accessed:
      CellDate(year: 2000, month: 1, day: 1).flatMap { first in
        CellDate(year: 2099, month: 12, day: 31).map { last in
          CellValidation(
            .date(from: first, through: last),
            prompt: CellPrompt(title: "Ngày", message: "Ghi ngày/tháng/năm, như 27/12/2018."),
            refusal: CellPrompt(title: "Chưa đúng", message: "Ghi ngày/tháng/năm."))
        }
      }
    case .inPerson:
      CellValidation(
        .list([InputCell.yes]),
        prompt: CellPrompt(
          title: "Tài liệu mật", message: "Chọn “Có” nếu chỉ xuất trình trực tiếp, không nộp tệp."),
        refusal: CellPrompt(title: "Chưa đúng", message: "Chọn “Có” hoặc để trống."))
    case .id, .number, .issuer, .title, .file, .url, .sha256: nil
    }
  }

  /// The kinds that the set asks for, as far as a list can hold them.
  private var kinds: [String] {
    var kinds: [String] = []
    for kind in set.items.flatMap(\.evidence.kinds) + ["đường dẫn", "ảnh", "bảng số liệu"]
    where !kinds.contains(kind) && !kind.contains(",")
      && (kinds + [kind]).joined(separator: ",").utf16.count <= 250
    {
      kinds.append(kind)
    }
    return kinds
  }
}
