package import Grading

/// The names that an expression may use, and the figures that it turned out to read.
package struct NameScope: Sendable {
  package var inputs: [String: (reference: Reference, type: InputType)] = [:]
  /// Columns of registers, by dotted name.
  package var columns: [String: FigureName] = [:]
  /// Whether `result.*` may be read: in grade conditions only.
  package var allowsResult = false
  /// Every figure read so far; `Reference.figure` counts in it.
  package var figures: [FigureName] = []
  private var placeOf: [String: Int] = [:]

  package init() {}

  /// All names that could be meant, for suggestions.
  var known: [String] {
    inputs.keys.sorted() + columns.keys.sorted() + NameScope.dossiers.map { "dossiers.\($0.0)" }
      + NameScope.submission.map(\.name) + NameScope.subordinates.map(\.name)
      + NameScope.assessment.map(\.name) + ["year"]
  }

  /// What a name stands for, and its type; nil when nothing has that name.
  mutating func resolve(_ name: String) -> (Reference, ValueType)? {
    if name == "year" { return (.year, .number) }
    if let input = inputs[name] { return (input.reference, input.type.valueType) }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    if parts[0] == "unit" { return (.trait(parts[1]), .truth) }
    if parts[0] == "deadline" { return (.deadline(parts[1]), .date) }
    guard let figure = figure(name, parts[0], parts[1]) else { return nil }
    if let place = placeOf[name] { return (.figure(place), figure.type.valueType) }
    placeOf[name] = figures.count
    figures.append(figure)
    return (.figure(figures.count - 1), figure.type.valueType)
  }

  private func figure(_ name: String, _ namespace: String, _ column: String) -> FigureName? {
    if let declared = columns[name] { return declared }
    switch namespace {
    case "dossiers":
      guard let known = NameScope.dossiers.first(where: { $0.0 == column }) else { return nil }
      return FigureName(name: name, type: known.1, title: known.2)
    case "submission": return NameScope.submission.first { $0.name == name }
    case "assessment": return NameScope.assessment.first { $0.name == name }
    case "subordinates":
      if let own = NameScope.subordinates.first(where: { $0.name == name }) { return own }
      return pooled(name, column, "cộng của các đơn vị trực thuộc")
    case "previous":
      if name == NameScope.previousIndex.name { return NameScope.previousIndex }
      return pooled(name, column, "năm trước")
    case "result":
      guard allowsResult, column == "index" || column.hasPrefix("areas.") else { return nil }
      return FigureName(name: name, type: .number, title: "Chỉ số")
    default: return nil
    }
  }

  private func pooled(_ name: String, _ column: String, _ suffix: String) -> FigureName? {
    let parts = column.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let base = figure(column, parts[0], parts[1]) else { return nil }
    return FigureName(name: name, type: base.type, title: "\(base.title) (\(suffix))")
  }

  /// Last year's index.
  static let previousIndex = FigureName(
    name: "previous.index", type: .number, title: "Chỉ số năm trước")

  /// Closed dossier figures (SCORING 17).
  static let dossiers: [(String, InputType, String)] = [
    ("received", .count, "Số hồ sơ tiếp nhận"),
    ("carried_over", .count, "Số hồ sơ kỳ trước chuyển qua"),
    ("newly_received", .count, "Số hồ sơ tiếp nhận mới"),
    ("resolved", .count, "Số hồ sơ đã giải quyết"),
    ("early", .count, "Số hồ sơ giải quyết sớm hạn"),
    ("on_due_day", .count, "Số hồ sơ giải quyết đúng ngày hẹn"),
    ("in_time", .count, "Số hồ sơ giải quyết sớm hạn và đúng hạn"),
    ("late", .count, "Số hồ sơ giải quyết trễ hạn"),
    ("late_linked", .count, "Số hồ sơ liên thông trễ hạn"),
    ("unresolved", .count, "Số hồ sơ chưa giải quyết"),
    ("unresolved_overdue", .count, "Số hồ sơ quá hạn chưa giải quyết"),
    ("online", .count, "Số hồ sơ trực tuyến"),
    ("digitised", .count, "Số hồ sơ đã số hóa"),
    ("paid_online", .count, "Số hồ sơ thanh toán trực tuyến"),
    ("unresolved_in_time", .count, "Số hồ sơ chưa giải quyết, còn trong hạn"),
    ("fee_due", .count, "Số hồ sơ có nghĩa vụ tài chính"),
    ("excluded", .count, "Số hồ sơ không tính"),
    ("corrected", .count, "Số hồ sơ phải điều chỉnh trạng thái"),
    ("in_time_rate", .rate, "Tỷ lệ hồ sơ sớm hạn và đúng hạn trên số đã giải quyết"),
    ("early_rate", .rate, "Tỷ lệ hồ sơ sớm hạn trên số đã giải quyết"),
    ("late_rate", .rate, "Tỷ lệ hồ sơ trễ hạn trên số đã giải quyết"),
    ("resolved_rate", .rate, "Tỷ lệ đã giải quyết trên tiếp nhận"),
    ("unresolved_rate", .rate, "Tỷ lệ chưa giải quyết trên tiếp nhận"),
  ]

  static let submission = [
    FigureName(
      name: "submission.submitted_at", type: .date, title: "Thời điểm nộp hồ sơ tự chấm điểm"),
    FigureName(name: "submission.on_time", type: .yesNo, title: "Nộp đúng thời hạn"),
    FigureName(
      name: "submission.linked_list", type: .yesNo,
      title: "Có danh sách riêng hồ sơ liên thông trễ hạn"),
  ]

  static let subordinates = [
    FigureName(name: "subordinates.count", type: .count, title: "Số đơn vị trực thuộc được chấm"),
    FigureName(name: "subordinates.submitted", type: .count, title: "Số đơn vị trực thuộc đã nộp"),
    FigureName(
      name: "subordinates.not_submitted", type: .count, title: "Số đơn vị trực thuộc không nộp"),
    FigureName(
      name: "subordinates.lowest_grade", type: .count,
      title: "Số đơn vị trực thuộc ở mức xếp hạng thấp nhất"),
  ]

  static let assessment = [
    FigureName(name: "assessment.claimed", type: .number, title: "Tổng điểm tự chấm"),
    FigureName(name: "assessment.appraised", type: .number, title: "Tổng điểm thẩm định lần 1"),
  ]
}
