internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about registers.
extension Diagnostic {
  /// A problem of a whole file, with the place that names the file.
  func declared(at span: SourceSpan) -> Diagnostic {
    var told = self
    told.secondary.append(
      SourceLabel(span, Wording(vi: "tệp được khai ở đây", en: "the file is named here")))
    return told
  }

  static func reservedRegister(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .registerMismatch, at: span,
      Wording(
        vi: "`\(name)` là tên dành riêng, không đặt cho sổ được",
        en: "`\(name)` is reserved and cannot name a register"),
      help: Wording(vi: "đặt tên khác cho sổ", en: "give the register another name"))
  }

  static func unknownCover(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownUnit, at: span,
      Wording(
        vi: "`\(shortened(name))` không phải loại hay mã đơn vị nào của kỳ đánh giá",
        en: "`\(shortened(name))` is neither a type nor the id of a unit of the round"),
      help: NearestName.help(for: name, among: known))
  }

  static func rowWithoutUnit(column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(vi: "cột `\(column)` trống", en: "the column `\(column)` is empty"),
      expected: Wording(
        vi: "dòng này là của cơ quan, đơn vị nào", en: "which unit the row is of"))
  }

  static func rowNameAmbiguous(_ name: String, _ units: [String], at span: SourceSpan)
    -> Diagnostic
  {
    let list = units.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .ambiguousName, severity: .error, at: span,
      Wording(
        vi: "tên `\(name)` là của \(units.count) đơn vị: \(list)",
        en: "the name `\(name)` is that of \(units.count) units: \(list)"),
      help: Wording(
        vi: "ghi mã đơn vị, hoặc thêm cột `parent` để phân biệt",
        en: "write the unit's id, or add a column `parent` to tell them apart"))
  }

  static func unitOfOtherParent(
    _ unit: String, parent: String, own: String?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .registerMismatch, at: span,
      Wording(
        vi: "`\(unit)` không trực thuộc `\(parent)`",
        en: "`\(unit)` does not stand below `\(parent)`"),
      expected: own.map { Wording(vi: "trực thuộc `\($0)`", en: "below `\($0)`") })
  }

  static func bodiesLackColumn(
    _ name: String, register: String, among header: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .registerMismatch, at: span,
      Wording(
        vi: "bộ tiêu chí đọc `\(name)` từ sổ `\(register)` (`from: \(register)`) "
          + "nhưng sổ không có cột này",
        en: "the criteria read `\(name)` from the register `\(register)` "
          + "(`from: \(register)`), which has no such column"),
      help: nearColumn(name, header) ?? missingColumnsHelp(name))
  }

  static func columnTypesDiffer(
    _ figure: FigureName, _ other: FigureName, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .registerMismatch, at: span,
      Wording(
        vi: "`\(figure.name)` ở đây là `\(figure.type.rawValue)`, "
          + "ở bộ tiêu chí khác là `\(other.type.rawValue)`",
        en: "`\(figure.name)` is `\(figure.type.rawValue)` here, "
          + "and `\(other.type.rawValue)` in another set"),
      secondary: [
        SourceLabel(
          first,
          Wording(
            vi: "ở đây là `\(other.type.rawValue)`", en: "it is `\(other.type.rawValue)` here"))
      ],
      help: Wording(
        vi: "một cột của sổ chỉ có một kiểu; sửa cho thống nhất giữa các bộ tiêu chí",
        en: "a column of a register has one type; make the sets agree"))
  }

  static func missingColumn(_ name: String, among header: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .csvColumn, at: span,
      Wording(vi: "không có cột `\(name)`", en: "there is no column `\(name)`"),
      help: nearColumn(name, header))
  }

  static func registerLacksColumn(
    _ name: String, register: String, among header: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .registerMismatch, at: span,
      Wording(
        vi: "bộ tiêu chí đọc `\(register).\(name)` nhưng sổ không có cột `\(name)`",
        en: "the criteria read `\(register).\(name)`, but the register has no column `\(name)`"),
      help: nearColumn(name, header) ?? missingColumnsHelp(name))
  }

  static func missingFigure(_ name: String, register: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .registerMismatch, at: span,
      Wording(
        vi: "bộ tiêu chí đọc `\(register).\(name)` nhưng `figures` không đếm `\(name)`",
        en: "the criteria read `\(register).\(name)`, but `figures` does not count `\(name)`"),
      help: missingColumnsHelp(name))
  }

  private static func missingColumnsHelp(_ name: String) -> Wording {
    Wording(
      vi: "bổ sung, hoặc ghi `missing_columns: [\(name)]` nếu chưa có số liệu",
      en: "add it, or write `missing_columns: [\(name)]` when there are no figures")
  }

  /// The header's name that was probably meant, written as it should be.
  private static func nearColumn(_ name: String, _ header: [String]) -> Wording? {
    NearestName.nearest(to: name, among: header).map { near in
      Wording(
        vi: "đổi tên cột `\(near)` thành `\(name)`?",
        en: "rename the column `\(near)` to `\(name)`?")
    }
  }

  static func missingColumnIsThere(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .registerMismatch, at: span,
      Wording(
        vi: "cột `\(name)` có trong sổ nhưng nằm trong `missing_columns`",
        en: "the column `\(name)` is there, but stands in `missing_columns`"),
      help: Wording(
        vi: "bỏ `\(name)` khỏi `missing_columns`", en: "remove `\(name)` from `missing_columns`"))
  }

  static func unreadColumn(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvColumn, severity: .note, at: span,
      Wording(
        vi: "cột `\(shortened(name))` không được khai và không được đọc",
        en: "the column `\(shortened(name))` is not declared and not read"),
      help: NearestName.help(for: name, among: known))
  }

  static func columnTypeConflict(
    _ name: String, register: String, wanted: ValueType, found: ValueType, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .registerMismatch, at: span,
      Wording(
        vi: "`\(register).\(name)` ở đây là \(found.wording.vietnamese)",
        en: "`\(register).\(name)` is \(found.wording.english) here"),
      expected: Wording(
        vi: "\(wanted.wording.vietnamese), như bộ tiêu chí khai",
        en: "\(wanted.wording.english), as the criteria declare"))
  }

  static func percentOfNoRate(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .typeMismatch, at: span,
      Wording(
        vi: "`percent` chỉ dùng cho cột kiểu `rate`, `\(name)` không phải",
        en: "`percent` is for columns of type `rate`, which `\(name)` is not"))
  }

  static func figureWithoutRule(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(
        vi: "`\(name)` không nói rõ cách đếm", en: "`\(name)` does not say how it is counted"),
      expected: Wording(
        vi: "đúng một trong `count`, `sum`, `of`", en: "exactly one of `count`, `sum`, `of`"))
  }

  static func conditionTwice(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownKey, at: span,
      Wording(
        vi: "`where` không dùng cùng `count`", en: "`where` does not go with `count`"),
      help: Wording(
        vi: "ghi điều kiện ngay sau `count:`", en: "write the condition behind `count:`"))
  }

  static func figuresOfBodies(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownKey, at: span,
      Wording(
        vi: "`figures` không dùng cùng `bodies: yes`",
        en: "`figures` does not go with `bodies: yes`"
      ))
  }

  static func describesNoRecords(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownKey, at: span,
      Wording(
        vi: "`describe` chỉ dùng cùng `figures`", en: "`describe` only goes with `figures`"))
  }

  static func unitNotCovered(_ unit: String, register: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .registerMismatch, severity: .warning, at: span,
      Wording(
        vi: "`\(unit)` không nằm trong `covers` của sổ `\(register)`",
        en: "`\(unit)` is not among the units that the register `\(register)` covers"),
      help: Wording(
        vi: "thêm vào `covers`, hoặc bỏ dòng này", en: "add it to `covers`, or remove the row"))
  }

  static func unitsWithoutRow(_ units: [String], register: String, at span: SourceSpan)
    -> Diagnostic
  {
    let told = units.prefix(30).map { "`\($0)`" }.joined(separator: ", ")
    let more = units.count - 30
    return Diagnostic(
      .figuresMissing, at: span,
      Wording(
        vi: "sổ `\(register)` không có dòng của \(units.count) cơ quan, đơn vị: \(told)"
          + (more > 0 ? " và \(more) cơ quan, đơn vị khác" : ""),
        en: "the register `\(register)` has no row of \(units.count) units: \(told)"
          + (more > 0 ? " and \(more) more" : "")),
      help: Wording(
        vi:
          "bổ sung dòng; thu hẹp `covers`; hoặc ghi `absent: zero` nếu không có dòng nghĩa là không phát sinh",
        en:
          "add rows; narrow `covers`; or write `absent: zero` if no row means that nothing happened"
      ))
  }

  static func impossibleFigure(
    _ figure: FigureName, _ value: Exact, unit: String, at span: SourceSpan
  ) -> Diagnostic {
    let isRate = figure.type == .rate
    return Diagnostic(
      isRate ? .rateOutOfRange : .csvValue, at: span,
      Wording(
        vi:
          "`\(figure.name)` của `\(unit)` tính ra \(value.canonicalText.replacing(".", with: ","))",
        en: "`\(figure.name)` of `\(unit)` comes to \(value.canonicalText)"),
      expected: isRate
        ? Wording(vi: "từ 0% đến 100%", en: "between 0% and 100%")
        : Wording(vi: "một số nguyên không âm", en: "a whole number that is not negative"))
  }
}

/// What the columns of registers are called, and what is said of single figures.
enum RegisterWords {
  /// Text columns that a register of targets may have without declaring them.
  static let targetColumns = [
    ("decision", "Số, ký hiệu quyết định giao chỉ tiêu"), ("issuer", "Cơ quan giao chỉ tiêu"),
  ]
  /// Columns of a register of bodies that need no declaration.
  static let bodyColumns: [String: InputType] = [
    "index": .number, "grade": .text, "submitted": .yesNo, "decision": .text,
  ]
  /// Columns for people, which any register may have: the unit's name, a note on the row.
  static let freeColumns = ["name", "note"]
  static let empty = "(trống)"
  static let noDate = "không có"
  static let nothingToShare = "mẫu số bằng 0"

  static func unknownRow(_ line: Int) -> String { "dòng \(line) chưa đủ số liệu để đếm" }

  static func tooFew(_ sum: Exact, least: Exact) -> String {
    "tổng \(sum.canonicalText), dưới mức tối thiểu \(least.canonicalText) nên không lấy làm số liệu"
  }
}
