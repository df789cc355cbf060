internal import Diagnostics
internal import Grading
internal import Spreadsheets

/// A figure that the unit does not agree with, as it was typed.
struct TypedDispute {
  let figure: TypedValue
  let claim: TypedValue?
  let ground: TypedValue?
  var citations: [TypedCitation]
}

/// Reads the fourth sheet.
struct DisputeRows {
  let set: CriteriaSet
  let found: FormReader.Found
  let reading: CellReading

  func read() -> [TypedDispute] {
    var disputes: [TypedDispute] = []
    for row in Set(found.sheet.cells.map(\.address.row)).sorted() where row > found.markRow + 1 {
      func cell(_ column: FormColumn) -> ReadCell {
        reading.cell(CellAddress(row: row, column: found.columns[column] ?? 0))
      }
      let citations = reading.citations(cell(.document), cell(.section), cell(.pages))
      let (figure, typed, ground) = (cell(.figure), cell(.claim), cell(.ground))
      guard let name = reading.word(figure) else {
        let rest = [typed, ground]
        if let lost = rest.first(where: { $0.value != .blank })
          ?? (disputes.isEmpty && !citations.isEmpty ? cell(.document) : nil)
        {
          reading.problems.add(.rowWithoutKey(reading.source(lost)))
        } else if !citations.isEmpty {
          disputes[disputes.count - 1].citations += citations
        }
        continue
      }
      let known = String(name.prefix { $0 != ":" }).trimmed
      let type = set.figures.first { $0.name == known }?.type ?? .number
      disputes.append(
        TypedDispute(
          figure: TypedValue(text: FlowScalar.text(known), source: reading.source(figure)),
          claim: claim(typed, type),
          ground: reading.text(ground).map {
            TypedValue(text: FlowScalar.text($0), source: reading.source(ground))
          }, citations: citations))
    }
    return disputes
  }

  private func claim(_ cell: ReadCell, _ type: InputType) -> TypedValue? {
    let text: String?
    switch type {
    case .count, .number, .rate:
      text = reading.number(cell, expected: Wording(vi: "số", en: "a number"))
    case .date:
      text = reading.day(
        cell, takesNone: true, expected: Wording(vi: "ngày/tháng/năm", en: "a day"))
    case .yesNo: text = reading.truth(cell).map { $0 ? "yes" : "no" }
    case .choice, .text: text = reading.word(cell).map(FlowScalar.text)
    }
    return text.map { TypedValue(text: $0, source: reading.source(cell)) }
  }
}
