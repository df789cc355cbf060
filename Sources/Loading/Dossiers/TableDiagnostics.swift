internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Sentences about reading printed tables, their declarations and their names.
extension Diagnostic {
  // MARK: Files and columns

  static func noTables(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(vi: "không có bảng số liệu nào ở đây", en: "there are no tables here"),
      expected: Wording(
        vi: "một tệp `tables.yaml`, một bảng CSV, hoặc thư mục có các tệp đó",
        en: "a `tables.yaml`, a CSV table, or a folder with such files"))
  }

  static func tableTwice(_ id: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(vi: "bảng `\(id)` được khai hai lần", en: "the table `\(id)` is declared twice"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first declared here"))])
  }

  static func noColumn(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .csvColumn, at: span,
      Wording(vi: "bảng không có cột `\(name)`", en: "the table has no column `\(name)`"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: name, among: known))
  }

  static func noUnitColumn(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvColumn, at: span,
      Wording(
        vi: "không nhận ra cột nào là tên cơ quan, đơn vị",
        en: "no column is recognised as the one with the units' names"),
      help: Wording(
        vi: "ghi tên cột sau `unit:` trong tables.yaml",
        en: "name the column behind `unit:` in tables.yaml"))
  }

  static func noFigureColumns(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvColumn, at: span,
      Wording(
        vi: "không nhận ra cột số liệu hồ sơ nào", en: "no column of dossier figures is recognised"),
      help: Wording(
        vi: "khai các cột sau `columns:` trong tables.yaml",
        en: "declare the columns behind `columns:` in tables.yaml"))
  }

  static func unknownMetric(_ name: String, at span: SourceSpan) -> Diagnostic {
    let list = MetricNames.all.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: span,
      Wording(vi: "`\(name)` không phải số liệu hồ sơ", en: "`\(name)` is no dossier figure"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: name, among: MetricNames.all))
  }

  static func metricNotInTable(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "bảng này không có số liệu `\(name)`", en: "this table has no figure `\(name)`"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: name, among: known))
  }

  static func badIdentity(_ text: String, metrics: [String], at span: SourceSpan) -> Diagnostic {
    let list = metrics.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .expressionSyntax, at: span,
      Wording(vi: "`\(text)` không phải đẳng thức", en: "`\(text)` is no identity"),
      expected: Wording(
        vi: "như `received = resolved + unresolved`, với các số liệu của bảng: \(list)",
        en: "like `received = resolved + unresolved`, of the table's figures: \(list)"))
  }

  static func badCheck(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "checks",
      expected: Wording(vi: "như `online <= received`", en: "like `online <= received`"))
  }

  static func badSign(_ node: YAMLNode, key: String, signs: [String]) -> Diagnostic {
    let list = signs.map { "`\($0)`" }.joined(separator: ", ")
    return .badValue(
      node, key: key, expected: Wording(vi: "một trong \(list)", en: "one of \(list)"))
  }

  static func sameSigns(_ node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .badValue, at: node.span,
      Wording(
        vi: "dấu phân cách hàng nghìn trùng với dấu thập phân",
        en: "the thousands sign is the decimal sign too"),
      help: Wording(
        vi: "ghi `thousands: none` nếu bảng không phân cách hàng nghìn",
        en: "write `thousands: none` when the table does not group digits"))
  }

  static func badRate(_ node: YAMLNode, key: String) -> Diagnostic {
    .badValue(
      node, key: key,
      expected: Wording(
        vi: "một tỷ lệ từ 0% đến 100%, như 3%", en: "a rate from 0% to 100%, like 3%"))
  }

  static func noBound(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(vi: "danh sách chưa nêu ngưỡng", en: "the list does not state its bound"),
      help: Wording(
        vi: "thêm một trong `from`, `above`, `up_to`, `below`",
        en: "add one of `from`, `above`, `up_to`, `below`"))
  }

  static func severalBounds(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(vi: "danh sách nêu nhiều ngưỡng", en: "the list states several bounds"),
      expected: Wording(
        vi: "một trong `from`, `above`, `up_to`, `below`",
        en: "one of `from`, `above`, `up_to`, `below`"))
  }

  // MARK: Cells

  static func noCount(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(vi: "`\(text)` không phải số hồ sơ", en: "`\(text)` is no number of dossiers"),
      expected: Wording(
        vi: "số nguyên không âm, viết như `numbers:` của bảng đã khai; ô trống là không có số liệu",
        en: "a whole number, written as the table's `numbers:` say; an empty cell is missing"))
  }

  static func noPercent(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(vi: "`\(text)` không phải tỷ lệ phần trăm", en: "`\(text)` is no percentage"),
      expected: Wording(
        vi: "một số như `numbers:` của bảng đã khai, có hoặc không có dấu %",
        en: "a number as the table's `numbers:` say, with % or without"))
  }

  static func ambiguousNumber(_ text: String, _ one: Exact, _ other: Exact, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .ambiguousNumber, at: span,
      Wording(
        vi: "`\(text)` đọc được hai cách: \(one.canonicalText) hoặc \(other.canonicalText)",
        en: "`\(text)` can be read as \(one.canonicalText) or as \(other.canonicalText)"),
      help: Wording(
        vi: "khai `numbers: {decimal: …, thousands: …}` cho bảng này",
        en: "declare `numbers: {decimal: …, thousands: …}` for this table"))
  }

  // MARK: Rows and names

  static func rowWithoutName(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(vi: "dòng không có tên cơ quan, đơn vị", en: "the row has no unit's name"),
      help: Wording(
        vi: "ghi tên như trong bảng in; dòng cộng khai trong `totals:`",
        en: "write the name as printed; totals are declared in `totals:`"))
  }

  static func totalOfNothing(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(
        vi: "dòng cộng này không có dòng nào để cộng", en: "this total has no rows to add up"),
      help: Wording(
        vi: "kiểm tra loại và tên cơ quan cấp trên của dòng cộng",
        en: "check the type and the parent of the total"))
  }

  static func nameUnknown(
    _ name: String, in parent: String?, nearest: [String], at span: SourceSpan
  ) -> Diagnostic {
    let list = nearest.map { "`\($0)`" }.joined(separator: ", ")
    let (vi, en) = parent.map { (" thuộc `\($0)`", " of `\($0)`") } ?? ("", "")
    let advice = Wording(
      vi: "thêm `\(name)` vào `aliases` của đơn vị đó trong units.yaml",
      en: "add `\(name)` to that unit's `aliases` in units.yaml")
    return Diagnostic(
      .unknownUnit, at: span,
      Wording(
        vi: "không đơn vị nào\(vi) có tên `\(name)`", en: "no unit\(en) has the name `\(name)`"),
      expected: nearest.isEmpty
        ? nil : Wording(vi: "tên gần nhất: \(list)", en: "the nearest names are \(list)"),
      help: advice)
  }

  static func nameAmbiguous(_ name: String, _ units: [String], at span: SourceSpan) -> Diagnostic {
    let list = units.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .ambiguousName, severity: .error, at: span,
      Wording(
        vi: "tên `\(name)` là của \(units.count) đơn vị: \(list)",
        en: "the name `\(name)` is that of \(units.count) units: \(list)"),
      help: Wording(
        vi: "khai cột `type:` hoặc `parent:` của bảng để phân biệt",
        en: "declare the table's column `type:` or `parent:` to tell them apart"))
  }

  static func unitTwice(
    _ name: String, _ unit: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unitListedTwice, at: span,
      Wording(
        vi: "`\(name)` là `\(unit)`, đã có một dòng trong bảng này",
        en: "`\(name)` is `\(unit)`, which has a row in this table already"),
      secondary: [SourceLabel(first, Wording(vi: "dòng đầu ở đây", en: "the first row is here"))])
  }

  // MARK: Corrections

  static func unknownTable(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: span,
      Wording(vi: "không có bảng `\(name)`", en: "there is no table `\(name)`"),
      expected: known.isEmpty ? nil : Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: name, among: known))
  }

  static func unitOrTotal(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(vi: "chưa rõ dòng nào của bảng", en: "it is not clear which row of the table"),
      expected: Wording(
        vi: "`unit` hoặc `total`, với `table`", en: "`unit` or `total`, with `table`"))
  }

  static func rowNotFound(_ name: String, matches: Int, names: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      matches == 0 ? .unknownUnit : .ambiguousName, severity: .error, at: span,
      matches == 0
        ? Wording(
          vi: "bảng không có dòng nào tên `\(name)`", en: "the table has no row named `\(name)`")
        : Wording(
          vi: "bảng có \(matches) dòng tên `\(name)`",
          en: "the table has \(matches) rows named `\(name)`"),
      help: matches == 0
        ? NearestName.help(for: name, among: names)
        : Wording(
          vi: "thêm `type:` hoặc `parent:` để phân biệt",
          en: "add `type:` or `parent:` to tell them apart"))
  }

  static func correctionMismatch(
    _ from: Int?, printed: Int?, figure: String, at span: SourceSpan, printedAt: SourceSpan
  ) -> Diagnostic {
    let (is_, says) = (printed.map(String.init) ?? "missing", from.map(String.init) ?? "missing")
    return Diagnostic(
      .correctionMismatch, at: span,
      Wording(
        vi: "đính chính nói `\(figure)` được in là \(says), nhưng bảng in \(is_)",
        en: "the correction says `\(figure)` is printed as \(says), but the table prints \(is_)"),
      secondary: [SourceLabel(printedAt, Wording(vi: "ô được in", en: "the printed cell"))],
      help: Wording(
        vi: "ghi `from: \(is_)` nếu vẫn phải đính chính ô này",
        en: "write `from: \(is_)` if this cell is still to be corrected"))
  }

  static func correctedTwice(_ figure: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .correctionMismatch, at: span,
      Wording(
        vi: "`\(figure)` của dòng này đã được đính chính ở trên",
        en: "`\(figure)` of this row is corrected above already"),
      help: Wording(vi: "giữ một đính chính cho mỗi ô", en: "keep one correction a cell"))
  }

  static func nothingKnown(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .correctionMismatch, severity: .warning, at: span,
      Wording(
        vi: "không còn mâu thuẫn nào ở dòng này", en: "nothing is contradictory in this row"),
      help: Wording(vi: "bỏ mục này khỏi `known`", en: "remove this entry of `known`"))
  }
}
