package import Diagnostics
package import DossierCounting
internal import Grading
internal import YAMLReading

/// What an office decided of one dossier, as a row of the tables beside the records says it.
package enum DossierDecision: Hashable, Sendable {
  /// Of why it is late.
  case explanation(DossierExplanation)
  /// That it was done at another time than the system has.
  case correction(DossierCorrection)

  package var dossier: String {
    switch self {
    case .explanation(let explanation): explanation.dossier
    case .correction(let correction): correction.dossier
    }
  }
}

/// The tables of explanations and corrections of a `records.yaml`, with decisions put in.
///
/// A row of the same dossier gives way to the decision: the earlier one stays in what the round
/// keeps of replaced files. All other rows stay as they are, cell by cell, in the file's own columns,
/// order and separator; a column that a decision needs and the file lacks is added behind the others.
package struct DossierDecisions: Sendable {
  /// Why they cannot be put in.
  package enum Refusal: Error, Sendable {
    case problems([Diagnostic])
    /// `records.yaml` names no such table, by its key.
    case undeclared(String)
  }

  /// The tables that become others, where the round reads them.
  package private(set) var files: [(path: String, bytes: [UInt8])] = []

  /// - Parameter records: the round's `records.yaml`.
  package init(_ decisions: [DossierDecision], into records: String, _ access: FileAccess = .init())
    throws(Refusal)
  {
    let problems = DiagnosticCollector()
    let (document, _, found) = access.yaml(records)
    guard
      let declared = document.flatMap({
        loadRecordsFile($0.root, path: records, files: access, into: problems)
      })
    else { throw .problems(found + problems.diagnostics) }
    var explained: [DecidedRow<ExplanationColumn>] = []
    var corrected: [DecidedRow<CorrectionColumn>] = []
    for decision in decisions {
      switch decision {
      case .explanation(let explanation): explained.append(.init(explanation))
      case .correction(let correction): corrected.append(.init(correction))
      }
    }
    try put(explained, at: .dossier, "explanations", declared.explanations, access)
    try put(corrected, at: .dossier, "corrections", declared.corrections, access)
  }

  private mutating func put<Column>(
    _ rows: [DecidedRow<Column>], at dossier: Column, _ key: String,
    _ declaration: SideTableDeclaration<Column>?, _ access: FileAccess
  ) throws(Refusal) {
    guard !rows.isEmpty else { return }
    guard let declaration else { throw .undeclared(key) }
    let read = access.csv(declaration.path)
    let problems = DiagnosticCollector()
    // A row that cannot be read would not be there any more.
    guard !read.diagnostics.contains(where: { $0.severity == .error }), let table = read.table,
      let side = SideTable(table, declaration, into: problems)
    else { throw .problems(read.diagnostics + problems.diagnostics) }
    let text = side.text(with: rows, at: dossier)
    if text != read.text?.bytes { files.append((declaration.path, text)) }
  }
}

/// One row to put in.
private struct DecidedRow<Column: HeaderField> {
  let dossier: String
  let cells: [Column: String]
}

extension DecidedRow<ExplanationColumn> {
  fileprivate init(_ explanation: DossierExplanation) {
    dossier = explanation.dossier
    cells = [
      .dossier: explanation.dossier, .cause: explanation.cause ?? "",
      .evidence: explanation.evidence ?? "",
      .handedIn: explanation.handedIn?.day.isoText ?? "",
      .decidedBy: explanation.decidedBy ?? "",
      .decision: explanation.decision == .pending ? "" : explanation.decision.rawValue,
    ]
  }
}

extension DecidedRow<CorrectionColumn> {
  fileprivate init(_ correction: DossierCorrection) {
    dossier = correction.dossier
    cells = [
      .dossier: correction.dossier, .finished: correction.finished.text,
      .reason: correction.reason, .evidence: correction.evidence ?? "",
      .decidedBy: correction.decidedBy, .decidedOn: correction.decidedOn.isoText,
    ]
  }
}

extension SideTable {
  /// The whole file with rows put in.
  fileprivate func text(with rows: [DecidedRow<Column>], at dossier: Column) -> [UInt8] {
    let lacking = Column.allCases.filter { column in
      !has(column) && rows.contains { $0.cells[column]?.isEmpty == false }
    }
    let decided = Set(rows.map(\.dossier))
    var text = CSVRowText(separator: table.separator, isMarked: table.isMarked)
    text.row(table.header.map(\.text) + lacking.map(\.rawValue))
    for row in table.rows {
      if let own = cell(dossier, row)?.text, decided.contains(own) { continue }
      text.row(table.header.indices.map { row[$0].text } + lacking.map { _ in "" })
    }
    var columns: [Int: Column] = [:]
    for column in Column.allCases { if let place = place(of: column) { columns[place] = column } }
    for row in rows {
      let known = table.header.indices.map { columns[$0].flatMap { row.cells[$0] } ?? "" }
      text.row(known + lacking.map { row.cells[$0] ?? "" })
    }
    return text.bytes
  }
}

/// Rows as RFC 4180 has them, with a file's own separator.
private struct CSVRowText {
  private(set) var bytes: [UInt8]
  private let separator: UInt8

  init(separator: UInt8, isMarked: Bool) {
    self.separator = separator
    bytes = isMarked ? [0xEF, 0xBB, 0xBF] : []
  }

  mutating func row(_ cells: [String]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(separator) }
      let isPlain = cell.utf8.allSatisfy {
        $0 != separator && $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D
      }
      if isPlain {
        bytes += cell.utf8
      } else {
        // By bytes: a quote with a mark over it is one letter, and still ends the cell.
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      }
    }
    bytes.append(0x0A)
  }
}
