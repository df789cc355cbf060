import Diagnostics
import DossierCounting
import Glibc
import Grading
import TestSupport
import Testing

/// A small export with rules, counted from a file as the program does.
struct CountingExample {
  var rules = DossierRules(
    title: "2019", year: 2019,
    window: MinuteSpan(from: day(2019, 1, 1), through: day(2019, 12, 10)),
    lateIncludesOverdue: false)
  var records = CaseRecords(title: "2019")
  var units = ["S1:so", "S2:so", "H1:huyen", "X1:xa"].map { text in
    let parts = text.split(separator: ":").map(String.init)
    return Unit(
      id: parts[0], name: "Cơ quan \(parts[0])", type: parts[1],
      span: SourceSpan(whole: SourceFile(path: "units.yaml")))
  }
  var dates = DateOrder.yearFirst
  var no: Set<String> = []

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  static func minute(_ text: String) -> LocalMinute {
    LocalMinute(parsing: text, order: .yearFirst) ?? LocalMinute(number: 0)
  }

  static func exclusion(
    _ id: String, _ when: [DossierCondition], from: DossierExclusion.Effect = .all
  ) -> DossierExclusion {
    DossierExclusion(id: id, title: id, clause: nil, when: when, from: from)
  }

  struct Outcome: Equatable {
    var rows = 0
    var rejected = 0
    var cutAfter: Int?
    var figures: [String] = []
    var ledger: [String] = []
    var rejects: [String] = []
  }

  private func opened(_ text: String, in folder: TemporaryFolder) throws -> OpenExport {
    let path = try folder.write("records.csv", text)
    var layout = try #require(RecordLayout(front: Array(text.utf8), separator: nil))
    for (place, name) in layout.header.enumerated() {
      if let field = RecordField(rawValue: name) { layout.columns[field] = place }
    }
    return OpenExport(
      export: RecordExport(path: path, source: "motcua", dates: dates), number: 1, layout: layout)
  }

  /// The figures of a text as an export.
  func counted(_ text: String) throws -> DossierCount {
    let folder = try TemporaryFolder()
    let plan = CountingPlan(rules: rules, records: records, units: units, source: "motcua")
    return try countRecords(of: opened(text, in: folder), by: plan).get()
  }

  /// The story of the first record of a dossier.
  func trace(_ dossier: String, _ text: String) throws -> RecordTrace? {
    let folder = try TemporaryFolder()
    let plan = CountingPlan(rules: rules, records: records, units: units, source: "motcua")
    return try traceRecords(of: dossier, in: [(opened(text, in: folder), plan)]).get().first
  }

  /// Counts a text as an export.
  func count(
    _ text: String, blockSize: Int = 256 << 10, threads: Int = 1, width: Int? = nil
  ) throws -> Outcome {
    try count(Array(text.utf8), blockSize: blockSize, threads: threads, width: width)
  }

  func count(
    _ bytes: [UInt8], blockSize: Int = 256 << 10, threads: Int = 1, width: Int? = nil
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let path = try folder.write("records.csv", bytes: bytes)
    return try count(
      path, front: Array(bytes.prefix(65536)), folder, blockSize: blockSize, threads: threads,
      width: width)
  }

  /// Counts a packed export.
  /// - Parameter layout: the text that begins with its header; nil: what can be unpacked.
  func count(
    packed bytes: [UInt8], blockSize: Int = 256 << 10, threads: Int = 1, layout: [UInt8]? = nil,
    takesCut: Bool = false
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let path = try folder.write("records.csv.gz", bytes: bytes)
    let front = try layout ?? unpackedHead(of: path, bytes: 65536).get()
    return try count(
      path, front: front, folder, blockSize: blockSize, threads: threads, width: nil,
      takesCut: takesCut)
  }

  private func count(
    _ path: String, front: [UInt8], _ folder: TemporaryFolder, blockSize: Int, threads: Int,
    width: Int?, takesCut: Bool = false
  ) throws -> Outcome {
    var layout = try #require(RecordLayout(front: front, separator: nil))
    for (place, name) in layout.header.enumerated() {
      if let field = RecordField(rawValue: name) { layout.columns[field] = place }
    }
    var export = RecordExport(path: path, source: "motcua", dates: dates)
    export.no = no
    let plan = CountingPlan(rules: rules, records: records, units: units, source: "motcua")
    var options = CountingOptions()
    options.blockSize = blockSize
    options.threads = threads
    options.vectorWidth = width
    options.takesCut = takesCut
    options.ledger = open(folder.path("ledger.csv"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    options.rejects = open(folder.path("rejects.csv"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let count = try countRecords(
      of: OpenExport(export: export, number: 1, layout: layout), by: plan, options
    ).get()
    options.ledger.map { _ = close($0) }
    options.rejects.map { _ = close($0) }
    var outcome = Outcome(rows: count.rows, rejected: count.rejected, cutAfter: count.cutAfter)
    for (unit, figures) in zip(units, count.units) where figures.hasRecords {
      let metrics = DossierMetric.allCases.map { "\($0.rawValue) \(figures.value($0))" }
        .filter { !$0.hasSuffix(" 0") }
      outcome.figures.append("\(unit.id): \(metrics.joined(separator: ", "))")
    }
    outcome.ledger = try folder.lines(of: "ledger.csv")
    outcome.rejects = try folder.lines(of: "rejects.csv")
    return outcome
  }
}
