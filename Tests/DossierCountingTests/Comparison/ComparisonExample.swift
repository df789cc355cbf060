import Diagnostics
import DossierCounting
import Grading
import TestSupport
import Testing

/// Two sides of a comparison, written to files and compared as the program does.
struct ComparisonExample {
  static let header = "dossier,unit,received_at,due_at,returned_at,status"

  var rules: DossierRules? = DossierRules(
    title: "2019", year: 2019,
    window: MinuteSpan(
      from: CountingExample.day(2019, 1, 1), through: CountingExample.day(2019, 12, 10)),
    lateIncludesOverdue: false)
  var options = ComparisonOptions()
  let folder: TemporaryFolder

  private static let units = ["S1", "S2"].map {
    Unit(
      id: $0, name: "Cơ quan \($0)", type: "so",
      span: SourceSpan(whole: SourceFile(path: "units.yaml")))
  }

  /// A text of an export, and how it is read.
  struct Export {
    var text: String
    var dates = DateOrder.yearFirst
    var group = 0
    var change: (inout RecordExport) -> Void = { _ in }
  }

  init() throws { folder = try TemporaryFolder() }

  struct Outcome: Equatable {
    var lines: [String] = []
    var same = 0
    var rows: [Int] = []
    var unreadable: [Int] = []
    var repeated: [Int] = []
  }

  func compare(_ a: String, _ b: String) throws -> Outcome {
    try compare([Export(text: a)], [Export(text: b)])
  }

  /// Each difference as "H1: due_at [2019-03-05 | 06/03/2019] decision [late | early] signs".
  func compare(_ a: [Export], _ b: [Export]) throws -> Outcome {
    var outcome = Outcome()
    let result = try compareRecords(open(a, "a"), open(b, "b"), options) {
      outcome.lines.append(ComparisonExample.line($0))
    }.get()
    outcome.same = result.same
    outcome.rows = [result.a.rows, result.b.rows]
    outcome.unreadable = [result.a.unreadable, result.b.unreadable]
    outcome.repeated = [result.a.repeated, result.b.repeated]
    #expect(result.total.differences == outcome.lines.count)
    return outcome
  }

  func open(_ exports: [Export], _ side: String) throws -> [ComparedExport] {
    try exports.enumerated().map { place, export in
      let bytes = Array(export.text.utf8)
      let path = try folder.write("\(side)\(place).csv", bytes: bytes)
      var layout = try #require(
        RecordLayout(front: Array(bytes.prefix(65536)), separator: nil))
      for (place, name) in layout.header.enumerated() {
        if let field = RecordField(rawValue: name) { layout.columns[field] = place }
      }
      var record = RecordExport(path: path, source: "motcua", dates: export.dates)
      export.change(&record)
      let plain = DossierRules(
        title: "", year: 2019,
        window: MinuteSpan(start: LocalMinute(number: 0), end: LocalMinute(number: 0)),
        lateIncludesOverdue: false)
      let plan = CountingPlan(
        rules: rules ?? plain, records: CaseRecords(title: ""), units: Self.units,
        source: "motcua")
      return ComparedExport(
        open: OpenExport(export: record, number: place + 1, layout: layout), plan: plan,
        decides: rules != nil, group: export.group)
    }
  }

  static func line(_ difference: RecordDifference) -> String {
    guard let a = difference.a else { return "\(difference.dossier): only B" }
    guard let b = difference.b else { return "\(difference.dossier): only A" }
    var parts = difference.fields.map {
      "\($0.rawValue) [\(a.written[$0] ?? "") | \(b.written[$0] ?? "")]"
    }
    if difference.isDecidedOtherwise {
      parts.append("decision [\(word(a.decision)) | \(word(b.decision))]")
    }
    return "\(difference.dossier): "
      + (parts + difference.signs.map(\.rawValue))
      .joined(separator: ", ")
  }

  private static func word(_ decision: RecordDecision?) -> String {
    guard let decision else { return "" }
    return
      ([decision.outcome.word, decision.exclusion].compactMap { $0 }
      + (decision.reason.map { ["\($0.word)"] } ?? [])).joined(separator: " ")
  }
}
