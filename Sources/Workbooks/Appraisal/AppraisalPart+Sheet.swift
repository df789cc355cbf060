internal import Spreadsheets

extension AppraisalPart {
  static let keyRow = 2
  static let headRow = 3
  static let firstRow = 4
  static let sheetTitle = "Phần việc"

  /// The one sheet that people see: what is known is locked, what is theirs to say is yellow.
  func sheet(_ lists: inout ChoiceLists) -> Sheet {
    var sheet = Sheet(SheetName(AppraisalPart.sheetTitle))
    let columns = PartColumn.allCases
    sheet.put(
      .text("PHẦN VIỆC THẨM ĐỊNH: \(appraiser)"), at: CellAddress(row: 0, column: 1),
      FormStyles.title)
    sheet.put(
      .text(
        "Chỉ ghi ở các cột màu vàng; dòng không chọn quyết định thì được bỏ qua. Mỗi lần nạp lại nhận nhiều nhất \(PartReader.most) quyết định."
          + (left > 0
            ? " Tệp có \(rows.count) mục đầu, còn \(left) mục: lọc bớt rồi tải tiếp." : "")
      ), at: CellAddress(row: 1, column: 1), FormStyles.subtitle)
    for (place, column) in columns.enumerated() {
      sheet.put(
        .text(column.name), at: CellAddress(row: AppraisalPart.keyRow, column: place))
      sheet.put(
        .text(column.head), at: CellAddress(row: AppraisalPart.headRow, column: place),
        FormStyles.head)
      sheet.width(column.width, ofColumns: place...place, isHidden: column == .key)
      for (row, line) in rows.enumerated() {
        sheet.put(
          content(column, line),
          at: CellAddress(row: AppraisalPart.firstRow + row, column: place), column.style)
      }
    }
    sheet.put(
      .text(identity.mark), at: CellAddress(row: AppraisalPart.keyRow, column: columns.count))
    sheet.width(4, ofColumns: columns.count...columns.count, isHidden: true)
    sheet.height(0, ofRow: AppraisalPart.keyRow)
    validate(&sheet, &lists)
    sheet.firstMoving = CellAddress(row: AppraisalPart.firstRow, column: 3)
    sheet.print.repeatedRows = AppraisalPart.headRow...AppraisalPart.headRow
    sheet.print.footer = UnitForm.footer(appraiser)
    sheet.fitHeights()
    sheet.isProtected = true
    sheet.tabColour = 0x1F3864
    sheet.zoom = 90
    return sheet
  }

  private func content(_ column: PartColumn, _ row: Row) -> CellContent {
    switch column {
    case .key: .text("\(row.unit)/\(row.item)")
    case .unit: .text(row.unitName)
    case .item: .text(row.item)
    case .title: .text(row.title)
    case .maximum: InputCell.number(row.maximum)
    case .claimed: row.claimed.content
    case .standing: row.standing.content
    case .state: .text(row.state)
    case .stake: InputCell.number(row.stake)
    case .decision, .points, .ground, .reason, .basis, .due: .blank
    }
  }

  private func validate(_ sheet: inout Sheet, _ lists: inout ChoiceLists) {
    guard !rows.isEmpty, let first = PartColumn.allCases.firstIndex(of: .unit) else { return }
    let last = AppraisalPart.headRow + rows.count
    sheet.filter = CellRange(
      rows: AppraisalPart.headRow...last, columns: first...(PartColumn.allCases.count - 1))
    for (place, column) in PartColumn.allCases.enumerated() {
      guard let validation = validation(column, &lists) else { continue }
      sheet.validate(
        CellRange(rows: AppraisalPart.firstRow...last, columns: place...place), validation)
    }
  }

  private func validation(_ column: PartColumn, _ lists: inout ChoiceLists) -> CellValidation? {
    func listed(_ titles: [String]) -> CellValidation? {
      guard !titles.isEmpty else { return nil }
      return CellValidation(
        .listed(lists.keep(titles)),
        refusal: CellPrompt(title: "Chưa đúng", message: "Chọn trong danh sách."))
    }
    switch column {
    case .decision: return listed(terms.choices.map(\.title))
    case .ground: return listed(terms.groundTitles)
    case .points:
      return CellValidation(
        .decimal(ValidationLimits(.formula("=-1E+15"), .formula("=1E+15"))),
        prompt: CellPrompt(title: "Số điểm", message: "Chỉ ghi khi chọn cho điểm."),
        refusal: CellPrompt(title: "Chưa đúng", message: "Ghi một số, như 0,75."))
    case .due:
      return CellValidation(
        .any,
        prompt: CellPrompt(
          title: "Hạn giải trình",
          message: "Chỉ ghi khi yêu cầu giải trình, như 31/01/2018 17:00."))
    case .reason, .basis: return CellValidation(.length(atMost: 2000))
    case .key, .unit, .item, .title, .maximum, .claimed, .standing, .state, .stake: return nil
    }
  }
}
