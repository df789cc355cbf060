internal import Diagnostics
internal import Grading
internal import Reports
internal import Spreadsheets

extension AnswerSheet {
  /// An item: its own row, a row for each input, and room for its documents.
  mutating func write(_ item: Item, _ lists: inout ChoiceLists) {
    if let absence = form.items.absence(item), !isAnswered(item) {
      return writeClosed(item, "Không áp dụng: \(absence).")
    }
    guard item.scoredBy == .unit || isAnswered(item) else {
      let scorer = capitalised(item.scoredBy.wording.vietnamese)
      writeClosed(item, "\(form.words.sentence(item)).\n\(scorer); cơ quan, đơn vị không tự chấm.")
      return writeFigures(item)
    }
    let answer = form.assessment.answers[item.index]
    writeHead(item, guidance(item), takesPoints: item.scoredBy == .unit)
    let claim = CellAddress(row: row, column: Column.points.rawValue)
    if item.scoredBy == .unit {
      put(answer?.claim.map { InputCell.number($0) } ?? .blank, .points, FormStyles.inputPoints)
      sheet.validate(CellRange(claim), claimValidation(item))
      claims.append((row, item, answer?.claim))
    }
    if item.mayBeNotApplicable || answer?.notApplicable != nil {
      put(
        answer?.notApplicable.map { .text($0) } ?? .blank, .notApplicable, FormStyles.inputText)
    }
    let note = form.assessment.notes[item.index]
    put(note.map { .text($0) } ?? .blank, .note, FormStyles.inputText)
    writeDocument(0, answer)
    row += 1
    writeRows(item, answer, &lists)
    writeFigures(item)
  }

  private func isAnswered(_ item: Item) -> Bool {
    form.assessment.answers[item.index] != nil
  }

  /// Inputs, each with room for one more document; one row more than there are documents.
  private mutating func writeRows(
    _ item: Item, _ answer: Answer?, _ lists: inout ChoiceLists
  ) {
    var document = 1
    for place in item.inputs {
      let name = form.set.inputs[place].name
      writeInput(place, key: .input(item: item.id, name: name), id: item.id, &lists)
      close([.maximum, .points, .notApplicable, .note])
      writeDocument(document, answer)
      document += 1
      row += 1
    }
    while document < max(2, (answer?.citations.count ?? 0) + 1) {
      put(.text(RowKey.more(item: item.id, document).text), .key, FormStyles.text)
      put(.text(item.id), .id, FormStyles.id.with { $0.ink = 0x7A8794 })
      put(.text("Tài liệu khác"), .title, FormStyles.label)
      put(.blank, .rule, FormStyles.small)
      close([.maximum, .value, .points, .notApplicable, .note])
      writeDocument(document, answer)
      document += 1
      row += 1
    }
  }

  private mutating func writeHead(_ item: Item, _ text: String, takesPoints: Bool) {
    put(.text(RowKey.item(item.id).text), .key, FormStyles.text)
    put(.text(item.id), .id, FormStyles.id)
    put(.text(item.title), .title, FormStyles.text.with { $0.isBold = true })
    put(.text(text), .rule, FormStyles.small)
    put(InputCell.number(item.maximum), .maximum, FormStyles.points)
    close([.value, .points, .document, .section, .pages, .notApplicable, .note])
    put(.text("c" + form.set.areas[item.area].id), .area, FormStyles.text)
    put(.text("c" + form.set.criteria[item.criterion].id), .criterion, FormStyles.text)
  }

  private mutating func writeDocument(_ place: Int, _ answer: Answer?) {
    let citations = answer?.citations ?? []
    let citation = place < citations.count ? citations[place] : nil
    let id = citation.map { form.assessment.shelf[$0.document].id }
    put(id.map { .text($0) } ?? .blank, .document, FormStyles.inputText)
    put(citation?.section.map { .text($0) } ?? .blank, .section, FormStyles.inputID)
    put(citation?.pages.map { .text($0) } ?? .blank, .pages, FormStyles.inputID)
    let ids = CellRange(
      rows: ShelfSheet.firstRow...(ShelfSheet.firstRow + form.shelfRows - 1), columns: 0...0)
    sheet.validate(
      CellRange(CellAddress(row: row, column: Column.document.rawValue)),
      CellValidation(
        .listed("=\(SheetName(FormSheet.shelf.title).inFormula)\(ids.absolute)"),
        refusal: CellPrompt(
          title: "Chưa có tài liệu này",
          message: "Ghi tài liệu vào trang “\(FormSheet.shelf.title)” trước, rồi chọn mã ở đây."),
        isStrict: false))
  }

  /// An item that the unit does not fill in.
  private mutating func writeClosed(_ item: Item, _ text: String) {
    writeHead(item, text, takesPoints: false)
    row += 1
  }

  /// Figures of other offices that the item reads, as they stand now.
  private mutating func writeFigures(_ item: Item) {
    var names: [FigureName] = []
    for case .figure(let place) in item.rule.references
    where !names.contains(form.set.figures[place]) {
      names.append(form.set.figures[place])
    }
    for name in names {
      put(.text(RowKey.said.text), .key, FormStyles.text)
      put(.text(item.id), .id, FormStyles.id.with { $0.ink = 0x7A8794 })
      put(.text(name.title), .title, FormStyles.label)
      put(.text(source(name)), .rule, FormStyles.small)
      close([.maximum, .value, .points, .document, .section, .pages, .notApplicable, .note])
      if case .known(let value) = form.plan.figures.value(name, unit: form.unit.id) {
        put(
          InputCell.content(value), .value, InputCell.style(name.type, FormStyles.closed))
      }
      row += 1
    }
  }

  private func source(_ name: FigureName) -> String {
    switch name.namespace {
    case "submission", "subordinates", "assessment":
      return "Không phải nhập: tính từ kỳ đánh giá."
    default: break
    }
    let table = form.plan.figures.tables[String(name.namespace)]
    let title = table.map { " \($0.title)" } ?? ""
    let owner = table?.owner.map { "; \(form.officeNames[$0] ?? $0) theo dõi" } ?? ""
    return
      "Không phải nhập:\(title)\(owner). Không đồng ý thì ghi ở trang “\(FormSheet.disputes.title)”."
  }

  /// The rule, the guidance and the proof that is asked for.
  private func guidance(_ item: Item) -> String {
    var lines = ["\(form.words.sentence(item))."]
    if let guidance = item.guidance { lines.append("Hướng dẫn: \(guidance)") }
    if let open = form.items.openCondition(item) { lines.append("Áp dụng khi có \(open).") }
    if let evidence = form.words.evidence(item) {
      lines.append("Tài liệu kiểm chứng: \(evidence).")
    }
    if let office = item.appraisedBy, let name = form.officeNames[office] {
      lines.append("Thẩm định: \(name).")
    }
    return lines.map(capitalised).joined(separator: "\n")
  }

  private func claimValidation(_ item: Item) -> CellValidation {
    let most = max(.zero, item.maximum)
    let least = min(.zero, item.reachable.lowerBound)
    func limit(_ value: Exact) -> ValidationLimit {
      let text = value.canonicalText
      return CellNumber(text).map { .number($0) } ?? .formula("=\(text)")
    }
    let range =
      "từ \(form.words.expressions.numbers.plain(least)) đến \(form.words.expressions.numbers.plain(most)) điểm"
    return CellValidation(
      .decimal(ValidationLimits(limit(least), limit(most))),
      prompt: CellPrompt(
        title: "Điểm tự chấm",
        message:
          "\(capitalised(range)). Để trống thì tính theo số liệu; chấm khác đi thì ghi lý do ở cột ghi chú."
      ),
      refusal: CellPrompt(title: "Chưa đúng", message: "Mục \(item.id): \(range)."))
  }
}
