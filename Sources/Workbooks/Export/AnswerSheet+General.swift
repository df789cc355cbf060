internal import Grading
internal import Reports
internal import Spreadsheets

extension AnswerSheet {
  /// Who hands it in and when, and what many items read.
  mutating func writeGeneral(_ lists: inout ChoiceLists) {
    writeSection("Thông tin chung")
    let assessment = form.assessment
    let deadline = form.plan.stages.first { $0.kind == .claim }?.deadline
    let limit = deadline.map {
      " Hạn nộp: \($0.minute == nil ? "hết ngày " : "")\($0.vietnameseText)."
    }
    let submitted = assessment.submittedAt.map(InputCell.date) ?? .blank
    writeGeneral(
      .submittedAt, "Ghi khi nộp: ngày/tháng/năm giờ:phút. Để trống là bản nháp.\(limit ?? "")",
      submitted, FormStyles.inputDay.with { $0.number = .minute })
    writeGeneral(
      .signer, "", assessment.signedBy.map { .text($0.name) } ?? .blank, FormStyles.inputText)
    writeGeneral(
      .position, "", assessment.signedBy?.position.map { .text($0) } ?? .blank,
      FormStyles.inputText)
    if form.set.figures.contains(where: { $0.namespace == "dossiers" })
      || assessment.linkedLateFile != nil
    {
      writeGeneral(
        .linkedLate,
        "Có hồ sơ liên thông trễ hạn thì lập danh sách riêng, để trong thư mục evidence và ghi tên tệp ở đây, như evidence/lien-thong-tre-han.csv.",
        assessment.linkedLateFile.map { .text($0) } ?? .blank, FormStyles.inputText)
    }
    guard !form.set.sharedInputs.isEmpty else { return }
    writeSection("Số liệu dùng chung (nhập một lần, nhiều mục dùng)")
    for place in form.set.sharedInputs {
      let name = form.set.inputs[place].name
      writeInput(place, key: .shared(name), id: "", &lists)
      close([.maximum, .points, .document, .section, .pages, .notApplicable, .note])
      row += 1
    }
  }

  private mutating func writeSection(_ title: String) {
    for column in Column.allCases { put(.blank, column, FormStyles.area) }
    put(.text(RowKey.said.text), .key, FormStyles.area)
    put(.text(title), .title, FormStyles.area.with { $0.isWrapped = false })
    row += 1
  }

  private mutating func writeGeneral(
    _ general: RowKey.General, _ hint: String, _ content: CellContent, _ style: CellStyle
  ) {
    put(.text(RowKey.general(general).text), .key, FormStyles.text)
    put(.blank, .id, FormStyles.text)
    put(.text(general.title), .title, FormStyles.label)
    put(.text(hint), .rule, FormStyles.small)
    put(content, .value, style)
    close([.maximum, .points, .document, .section, .pages, .notApplicable, .note])
    row += 1
  }

  /// An input's title, what is to be typed, and its cell.
  mutating func writeInput(
    _ place: Int, key: RowKey, id: String, _ lists: inout ChoiceLists
  ) {
    let input = form.set.inputs[place]
    let cell = InputCell(input, form.words.expressions, form.data)
    let content = cell.content(
      form.assessment.inputs[place], refused: form.assessment.refused[place])
    let address = CellAddress(row: row, column: Column.value.rawValue)
    put(.text(key.text), .key, FormStyles.text)
    put(.text(id), .id, FormStyles.id.with { $0.ink = 0x7A8794 })
    put(.text(input.title), .title, FormStyles.label)
    put(.text(capitalised(cell.hint(form.set))), .rule, FormStyles.small)
    put(content, .value, cell.style(content))
    cells[place] = address
    let listed = input.type == .choice ? lists.keep(cell.optionTitles) : nil
    let limit = input.atMost.flatMap { cells[$0] }
    if let validation = cell.validation(at: address, limit: limit, listed: listed, form.set) {
      sheet.validate(CellRange(address), validation)
    }
  }

  func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
