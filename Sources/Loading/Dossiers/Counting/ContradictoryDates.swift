internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Dates that contradict each other in too many rows: two columns that were swapped, or that moved.
///
/// The rows are counted all the same, for a date that can be read says what it says; but figures of
/// an export whose columns moved are worth nothing, so it is told above all single rows.
extension Diagnostic {
  /// One for each two columns that contradict each other in more rows than are allowed.
  static func contradictions(_ count: DossierCount, of export: OpenExport, _ most: Exact)
    -> [Diagnostic]
  {
    let read = count.rows - count.rejected
    let total = count.total
    return RecordFinding.allCases.compactMap { finding in
      guard let (early, late) = finding.disordered, read > 0 else { return nil }
      let number = total.count(of: finding)
      guard let share = Exact(number, over: read), share > most else { return nil }
      return contradiction(
        number, of: read, export.column(early), export.column(late), finding, at: export.headerSpan)
    }
  }

  private static func contradiction(
    _ number: Int, of rows: Int, _ early: String, _ late: String, _ finding: RecordFinding,
    at span: SourceSpan
  ) -> Diagnostic {
    let words = finding.wording
    return Diagnostic(
      .timeGoesBack, at: span,
      Wording(
        vi:
          "\(number) trong \(rows) dòng \(words.vietnamese): cột `\(shortened(late))` có ngày trước cột `\(shortened(early))`; có thể hai cột bị đổi chỗ hoặc bị lệch",
        en:
          "\(number) of \(rows) rows are \(words.english): the column `\(shortened(late))` has days before those of `\(shortened(early))`; the columns may be swapped or have moved"
      ),
      help: Wording(
        vi:
          "xem lại cột ngày của tệp xuất và `columns` trong records.yaml; nếu đúng thì nâng `most_contradictory` trong tệp quy tắc",
        en:
          "look at the columns of the export and at `columns` in records.yaml; if they are right, raise `most_contradictory` in the rules"
      ))
  }

  /// Rows that are counted though their dates contradict each other: for whoever checks an export.
  static func suspicious(_ count: DossierCount, of export: OpenExport) -> [Diagnostic] {
    let total = count.total
    let found = RecordFinding.allCases.filter { $0.isSuspicious && total.count(of: $0) > 0 }
    guard !found.isEmpty else { return [] }
    func list(_ text: (Wording) -> String) -> String {
      found.map { "\(text($0.wording)) \(total.count(of: $0))" }.joined(separator: ", ")
    }
    return [
      Diagnostic(
        .timeGoesBack, at: export.headerSpan,
        Wording(
          vi: "có dòng mà ngày mâu thuẫn nhau, vẫn được đếm: \(list(\.vietnamese))",
          en: "rows whose dates contradict each other are counted all the same: \(list(\.english))"),
        help: Wording(
          vi: "xem từng dòng bằng `parindex dossiers ledger`",
          en: "see each row with `parindex dossiers ledger`"))
    ]
  }
}

extension OpenExport {
  /// What the header calls a field's column.
  fileprivate func column(_ field: RecordField) -> String {
    layout.columns[field].map { layout.header[$0] } ?? field.rawValue
  }

  fileprivate var headerSpan: SourceSpan {
    let line = max(1, layout.line - 1)
    return SourceSpan(
      file: SourceFile(path: export.path), start: SourcePosition(line: line, column: 1),
      end: SourcePosition(line: line, column: 2))
  }
}

extension RecordFinding {
  /// The two dates that stand in the wrong order; nil for what is about something else.
  fileprivate var disordered: (early: RecordField, late: RecordField)? {
    switch self {
    case .returnedBeforeReceived: (.receivedAt, .returnedAt)
    case .readyBeforeReceived: (.receivedAt, .readyAt)
    case .returnedBeforeReady: (.readyAt, .returnedAt)
    case .dueBeforeReceived: (.receivedAt, .dueAt)
    case .corrected, .withoutReadyDate, .withoutDueDate, .unknownWord: nil
    }
  }

  fileprivate var wording: Wording {
    switch self {
    case .returnedBeforeReceived:
      Wording(vi: "trả trước khi tiếp nhận", en: "returned before received")
    case .readyBeforeReceived:
      Wording(vi: "có kết quả trước khi tiếp nhận", en: "ready before received")
    case .returnedBeforeReady: Wording(vi: "trả trước khi có kết quả", en: "returned before ready")
    case .dueBeforeReceived: Wording(vi: "hẹn trả trước ngày tiếp nhận", en: "due before received")
    case .corrected, .withoutReadyDate, .withoutDueDate, .unknownWord: Wording(vi: "", en: "")
    }
  }
}
