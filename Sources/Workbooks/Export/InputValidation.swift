internal import Grading
internal import Spreadsheets

/// What may be typed into an input's cell.
extension InputCell {
  /// - Parameters:
  ///   - cell: the cell itself.
  ///   - limit: the cell that it may not exceed.
  ///   - listed: where the titles of its options stand.
  func validation(
    at cell: CellAddress, limit: CellAddress?, listed: String?, _ set: CriteriaSet
  ) -> CellValidation? {
    let prompt = CellPrompt(title: InputCell.kindTitle(input.type), message: hint(set))
    let refusal = CellPrompt(
      title: "Chưa đúng", message: "\(input.title): cần \(hint(set)).")
    return rule(at: cell, limit: limit, listed: listed).map {
      CellValidation($0, prompt: prompt, refusal: refusal)
    }
  }

  private static func kindTitle(_ type: InputType) -> String {
    switch type {
    case .count: "Số nguyên"
    case .number: "Số"
    case .rate: "Tỷ lệ"
    case .date: "Ngày"
    case .yesNo, .choice: "Chọn"
    case .text: "Ghi chữ"
    }
  }

  private func rule(at cell: CellAddress, limit: CellAddress?, listed: String?)
    -> ValidationRule?
  {
    switch input.type {
    case .count:
      return .whole(
        ValidationLimits(bound(low) ?? .number(.zero), most(limit) ?? largest))
    case .number:
      return .decimal(
        ValidationLimits(bound(low) ?? .formula("=-1E+15"), most(limit) ?? largest))
    case .rate:
      return .decimal(
        ValidationLimits(bound(low) ?? .number(.zero), bound(high) ?? .number(CellNumber(1))))
    case .date: return .custom(dayFormula(cell.text))
    case .yesNo: return .list([InputCell.yes, InputCell.no])
    case .choice:
      let titles = optionTitles
      let isShort =
        titles.joined(separator: ",").utf16.count <= 250
        && !titles.contains { $0.contains(",") || $0.contains(";") }
      return isShort ? .list(titles) : listed.map { .listed($0) }
    case .text: return .length(atMost: 2000)
    }
  }

  private var largest: ValidationLimit { .formula("=1E+15") }

  private func most(_ limit: CellAddress?) -> ValidationLimit? {
    guard let limit else { return bound(high) }
    let own = bound(high).map(\.inFormula) ?? "1E+15"
    return .formula(
      "=MIN(\(own),IF(ISNUMBER(\(limit.absolute)),\(limit.absolute),1E+15))")
  }

  private func bound(_ value: Value?) -> ValidationLimit? {
    guard case .number(let number) = value, let cell = CellNumber(number.canonicalText) else {
      return nil
    }
    return .number(cell)
  }

  /// A day of the range, or the words for none.
  private func dayFormula(_ cell: String) -> String {
    func day(_ value: Value?, _ otherwise: String) -> String {
      guard case .date(let moment) = value else { return otherwise }
      let (year, month, day) = moment.day.components
      return "DATE(\(year),\(month),\(day))"
    }
    let first = day(low, "DATE(2000,1,1)")
    let last = day(high, "DATE(2099,12,31)")
    return
      "=OR(LOWER(\(cell))=\"\(InputCell.noDate)\",AND(ISNUMBER(\(cell)),\(cell)>=\(first),\(cell)<\(last)+1))"
  }
}

extension ValidationLimit {
  /// As a part of a formula.
  fileprivate var inFormula: String {
    switch self {
    case .number(let number): number.text
    case .formula(let formula): String(formula.drop { $0 == "=" })
    }
  }
}
