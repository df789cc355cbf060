internal import Grading
internal import Spreadsheets

extension UnitForm {
  /// Rows for disputed figures; further documents of one stand in the rows below it.
  private var disputeRows: Int {
    max(20, assessment.disputes.reduce(10) { $0 + max(1, $1.citations.count) })
  }

  /// The fourth sheet: figures of other offices that the unit does not agree with.
  func disputeSheet(_ lists: inout ChoiceLists) -> Sheet {
    var sheet = Sheet(SheetName(FormSheet.disputes.title))
    let columns = FormColumn.columns(of: .disputes)
    sheet.put(
      .text("Ý KIẾN VỀ SỐ LIỆU DO CƠ QUAN KHÁC THEO DÕI: \(unit.name)"),
      at: CellAddress(row: 0, column: 0), FormStyles.title)
    sheet.put(
      .text(
        "Chỉ ghi khi không đồng ý. Một ý kiến dẫn nhiều tài liệu thì ghi tài liệu sau ở dòng dưới, bỏ trống cột đầu."
      ), at: CellAddress(row: 1, column: 0), FormStyles.subtitle)
    let widths = [48, 16, 60, 20, 9, 9]
    for (place, column) in columns.enumerated() {
      sheet.put(
        .text(place == 0 ? FormSheet.disputes.mark : column.rawValue),
        at: CellAddress(row: 2, column: place))
      sheet.put(.text(column.head), at: CellAddress(row: 3, column: place), FormStyles.head)
      sheet.width(widths[place], ofColumns: place...place)
      for row in 0..<disputeRows {
        sheet.put(
          .blank, at: CellAddress(row: 4 + row, column: place),
          column == .claim ? FormStyles.input : FormStyles.inputText)
      }
    }
    let figures = disputable
    if !figures.isEmpty {
      let names = lists.keep(figures.map(UnitForm.figureText))
      sheet.validate(
        CellRange(rows: 4...(3 + disputeRows), columns: 0...0),
        CellValidation(
          .listed(names),
          refusal: CellPrompt(title: "Chưa đúng", message: "Chọn số liệu trong danh sách."),
          isStrict: false))
    }
    write(&sheet, figures)
    put(FormIdentity(self), in: &sheet, row: 2, column: columns.count)
    sheet.height(0, ofRow: 2)
    sheet.firstMoving = CellAddress(row: 4, column: 1)
    sheet.print.repeatedRows = 3...3
    sheet.print.footer = UnitForm.footer(unit.name)
    sheet.fitHeights()
    sheet.isProtected = true
    sheet.tabColour = 0xB26A00
    return sheet
  }

  private func write(_ sheet: inout Sheet, _ figures: [FigureName]) {
    var row = 4
    func put(_ content: CellContent, _ column: Int, _ style: CellStyle) {
      sheet.put(content, at: CellAddress(row: row, column: column), style)
    }
    for dispute in assessment.disputes {
      let name = figures.first { $0.name == dispute.figure }
      put(.text(name.map(UnitForm.figureText) ?? dispute.figure), 0, FormStyles.inputText)
      put(
        InputCell.content(dispute.claim), 1,
        InputCell.style(name?.type ?? .number, FormStyles.input))
      put(.text(dispute.ground), 2, FormStyles.inputText)
      for citation in dispute.citations {
        put(.text(assessment.shelf[citation.document].id), 3, FormStyles.inputText)
        put(citation.section.map { .text($0) } ?? .blank, 4, FormStyles.inputText)
        put(citation.pages.map { .text($0) } ?? .blank, 5, FormStyles.inputText)
        row += 1
      }
      if dispute.citations.isEmpty { row += 1 }
    }
  }

  /// What the round itself counts is nobody's figure to dispute.
  private var disputable: [FigureName] {
    let own: Set<Substring> = ["submission", "subordinates", "assessment", "result", "previous"]
    return set.figures.filter { !own.contains($0.namespace) }.sorted { $0.name < $1.name }
  }

  /// `reports.late: Số báo cáo gửi trễ hạn`.
  static func figureText(_ figure: FigureName) -> String { "\(figure.name): \(figure.title)" }
}
