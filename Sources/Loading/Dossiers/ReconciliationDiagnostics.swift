internal import Diagnostics
internal import DossierCounting
internal import Grading

extension ReconciliationReport {
  /// What the reconciliation found, each at the printed cell it is about.
  var diagnostics: [Diagnostic] {
    tables.flatMap { table in
      table.remaining.map { Diagnostic.contradiction($0, in: table) }
        + table.percentFaults.map { Diagnostic.percentFault($0, in: table.repaired) }
        + table.missing.map { Diagnostic.missing($0.row, $0.metrics, in: table.table) }
    } + crossFindings.map { Diagnostic.tablesDisagree($0, in: self) }
  }
}

/// Sentences about what printed tables say against themselves and each other.
extension Diagnostic {
  static func contradiction(_ found: Contradiction, in reconciled: TableReconciliation)
    -> Diagnostic
  {
    let table = reconciled.corrected
    let known = reconciled.knownReason(for: found)
    let severity: Severity? = known == nil ? nil : .warning
    let code: DiagnosticCode = found.isOfTotalsOnly ? .tableTotalMismatch : .tableContradiction
    let equations = found.failing.map { table.text(of: $0) }
    let cell = found.forced?.changes.first?.cell ?? table.place(of: found.failing[0])
    let name = table.rowName(cell.row)
    let help = help(found, table, reconciled.table.id, known: known)
    return Diagnostic(
      code, severity: severity, at: table.rows[cell.row].span(of: cell.metric),
      Wording(
        vi:
          "`\(name.vietnamese)` mâu thuẫn: \(equations.map(\.vietnamese).joined(separator: "; "))",
        en: "`\(name.english)` contradicts: \(equations.map(\.english).joined(separator: "; "))"),
      expected: expected(found, table), help: help)
  }

  private static func expected(_ found: Contradiction, _ table: PrintedTable) -> Wording? {
    switch found.verdict {
    case .forced(let repair):
      let changes = repair.changes.map { "\(table.metrics[$0.cell.metric]) \($0.to)" }
        .joined(separator: ", ")
      return Wording(
        vi: "\(changes): giá trị duy nhất hợp với mọi số liệu khác",
        en: "\(changes): the only value that agrees with everything else")
    case .ambiguous(let repairs):
      let changes = repairs.prefix(6).map { repair in
        repair.changes.map { change in
          "\(table.metrics[change.cell.metric]) \(change.to)"
        }.joined(separator: " + ")
      }.joined(separator: "; ")
      return Wording(
        vi: "nhiều cách sửa như nhau: \(changes)", en: "several repairs agree as well: \(changes)")
    case .unrepaired:
      return Wording(
        vi: "không cách sửa một ô nào hợp với mọi số liệu khác",
        en: "no change of one cell agrees with everything else")
    }
  }

  private static func help(
    _ found: Contradiction, _ table: PrintedTable, _ id: String, known: String?
  ) -> Wording {
    if let known { return Wording(vi: "đã biết: \(known)", en: "known: \(known)") }
    guard let change = found.forced?.changes.first else {
      return Wording(
        vi: "hỏi lại cơ quan báo cáo; nếu không thể đính chính, khai vào `known:` kèm lý do",
        en: "ask whoever reported it; what cannot be corrected goes to `known:` with a reason")
    }
    let row = table.rows[change.cell.row]
    let reference: String
    switch row.scope {
    case nil: reference = "unit: \(row.name)"
    case .all: reference = "total: all"
    case .type(let type): reference = "total: \(type)"
    case .parent(let type, let parent): reference = "total: \(type ?? ""), parent: \(parent)"
    }
    let entry =
      "{table: \(id), \(reference), figure: \(table.metrics[change.cell.metric]), "
      + "from: \(change.from.map(String.init) ?? "missing"), to: \(change.to), reason: …}"
    return Wording(
      vi: "thêm vào `corrections:` \(entry)", en: "add to `corrections:` \(entry)")
  }

  static func percentFault(_ fault: PercentFinding, in table: PrintedTable) -> Diagnostic {
    let column = table.percents[fault.column]
    let (of, over) = (table.metrics[column.of], table.metrics[column.over])
    let printed = fault.printed.canonicalText
    let exact = fault.exact.fixedText(places: column.places)
    return Diagnostic(
      .tablePercentMismatch, severity: .warning, at: table.rows[fault.row].span(of: column.of),
      Wording(
        vi: "tỷ lệ in \(printed.replacing(".", with: ","))%, nhưng `\(of)` trên `\(over)` là "
          + "\(exact.replacing(".", with: ","))%",
        en: "the printed percentage is \(printed)%, but `\(of)` over `\(over)` is \(exact)%"))
  }

  static func missing(_ row: Int, _ metrics: [Int], in table: PrintedTable) -> Diagnostic {
    let printed = table.rows[row]
    let list = metrics.map { "`\(table.metrics[$0])`" }.joined(separator: ", ")
    return Diagnostic(
      .figuresMissing, at: printed.span,
      printed.hasNoFigures
        ? Wording(
          vi: "`\(printed.name)` không có số liệu nào: không phải là 0",
          en: "`\(printed.name)` has no figures at all, which is not 0")
        : Wording(
          vi: "`\(printed.name)` không có số liệu \(list): không phải là 0",
          en: "`\(printed.name)` has no figure for \(list), which is not 0"))
  }

  static func tablesDisagree(_ found: CrossTableFinding, in report: ReconciliationReport)
    -> Diagnostic
  {
    let titles = [found.first, found.second].map { report.table($0.table)?.table.title ?? $0.table }
    let (one, other) = (found.first, found.second)
    let message: Wording
    switch found.kind {
    case .exceeds:
      message = Wording(
        vi: "`\(found.name)`: `\(one.metric)` là \(one.value), lớn hơn "
          + "`\(other.metric)` là \(other.value) (\(titles[1]))",
        en: "`\(found.name)`: `\(one.metric)` is \(one.value), more than "
          + "`\(other.metric)`, which is \(other.value) (\(titles[1]))")
    case .differs:
      message = Wording(
        vi: "`\(found.name)`: `\(one.metric)` là \(one.value), bảng khác in \(other.value) "
          + "(\(titles[1]))",
        en: "`\(found.name)`: `\(one.metric)` is \(one.value), another table prints "
          + "\(other.value) (\(titles[1]))")
    }
    return Diagnostic(
      .tablesDisagree, severity: found.knownReason == nil ? nil : .warning, at: one.span, message,
      secondary: [SourceLabel(other.span, Wording(vi: "số liệu kia", en: "the other figure"))],
      help: found.knownReason.map { Wording(vi: "đã biết: \($0)", en: "known: \($0)") }
        ?? Wording(
          vi: "hỏi lại cơ quan báo cáo; nếu không thể đính chính, khai vào `known:` kèm lý do",
          en: "ask whoever reported it; what cannot be corrected goes to `known:` with a reason"))
  }
}

extension PrintedTable {
  /// What to call a row: its name as printed, or which total it is.
  func rowName(_ row: Int) -> Wording {
    let row = rows[row]
    switch row.scope {
    case nil: return Wording(vi: row.name, en: row.name)
    case .all: return Wording(vi: "tổng cộng", en: "grand total")
    case .type(let type): return Wording(vi: "cộng khối \(type)", en: "total of \(type)")
    case .parent(_, let parent): return Wording(vi: "cộng \(parent)", en: "total of \(parent)")
    }
  }

  /// The first cell that an equation is about.
  func place(of equation: TableEquation) -> TableCell {
    switch equation {
    case .identity(let row, let identity):
      TableCell(row: row, metric: identities[identity].left.first?.metric ?? 0)
    case .total(let row, let metric): TableCell(row: row, metric: metric)
    }
  }

  /// An equation with its figures.
  func text(of equation: TableEquation) -> Wording {
    switch equation {
    case .identity(let row, let identity):
      let sides = [identities[identity].left, identities[identity].right].map { terms in
        terms.enumerated().map { index, term in
          let sign = term.sign < 0 ? "- " : index == 0 ? "" : "+ "
          let value = rows[row].values[term.metric].map(String.init) ?? "?"
          return "\(sign)`\(metrics[term.metric])` \(value)"
        }.joined(separator: " ")
      }
      let text = "\(sides[0]) ≠ \(sides[1])"
      return Wording(vi: text, en: text)
    case .total(let row, let metric):
      let sum = rows[row].scope.map { scope in
        rows(in: scope).reduce(0) { $0 + (rows[$1].values[metric] ?? 0) }
      }
      let printed = rows[row].values[metric].map(String.init) ?? "?"
      let name = rowName(row)
      return Wording(
        vi: "\(name.vietnamese) `\(metrics[metric])` in \(printed), cộng lại được \(sum ?? 0)",
        en: "\(name.english) `\(metrics[metric])` is printed as \(printed), the rows add up to "
          + "\(sum ?? 0)")
    }
  }
}

/// What is said of single figures in explanations; in Vietnamese, as all data are.
enum FigureNotes {
  static func corrected(_ correction: AcceptedCorrection, metric: String) -> String {
    let known = NameScope.dossiers.first { $0.0 == metric }?.2
    let title = known.map { "“\($0)”" } ?? "`\(metric)`"
    let from = correction.change.from.map(grouped) ?? "không có số liệu"
    return
      "đính chính \(title) từ \(from) thành \(grouped(correction.change.to)): \(correction.reason)"
  }

  static func contradictory(_ printed: Int?) -> String {
    "bảng in \(printed.map(grouped) ?? "trống"), mâu thuẫn với các số liệu khác của bảng"
  }

  static func disagreeing(_ finding: CrossTableFinding, _ report: ReconciliationReport) -> String {
    let title = report.table(finding.second.table)?.table.title ?? finding.second.table
    let reason = finding.knownReason.map { "; \($0)" } ?? ""
    return "bảng in \(grouped(finding.first.value)), không hợp với "
      + "`\(finding.second.metric)` \(grouped(finding.second.value)) (\(title))\(reason)"
  }

  static func nothingToDivideBy(_ metric: String) -> String {
    "`\(metric)` là 0 nên không có tỷ lệ"
  }

  static func shared(_ value: Int, _ name: String, _ citation: String) -> String {
    "chỉ có một số liệu chung \(grouped(value)) của \(name) (\(citation))"
  }

  /// Thousands parted as in Vietnamese documents: "20.676".
  private static func grouped(_ value: Int) -> String {
    var text = ""
    for (place, digit) in String(value.magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text.append(".") }
      text.append(digit)
    }
    return (value < 0 ? "−" : "") + String(text.reversed())
  }
}
