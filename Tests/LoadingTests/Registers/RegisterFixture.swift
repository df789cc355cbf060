import Diagnostics
import Grading
import Loading
import TestSupport
import YAMLReading

/// Loads registers of a small round that stands in a folder of its own.
struct RegisterFixture {
  static let units = [
    unit("so-y-te", "so"), unit("so-tu-phap", "so"), unit("so-noi-vu", "so", traits: ["remote"]),
    unit("huyen-khanh-son", "huyen"), unit("xa-son-tan", "xa", parent: "huyen-khanh-son"),
  ]

  let folder: TemporaryFolder
  var expected: [FigureName] = []

  var sets: [CriteriaSet] = []
  var units = RegisterFixture.units

  init(
    expecting expected: [FigureName] = [], sets: [CriteriaSet] = [],
    units: [Unit] = RegisterFixture.units
  ) throws {
    folder = try TemporaryFolder()
    self.expected = expected
    self.sets = sets
    self.units = units
  }

  static func unit(
    _ id: String, _ type: String, parent: String? = nil, traits: Set<String> = [],
    name: String? = nil, codes: [String] = []
  ) -> Unit {
    Unit(
      id: id, name: name ?? id, type: type, parent: parent, traits: traits, codes: codes,
      span: SourceSpan(whole: SourceFile(path: "units.yaml")))
  }

  /// Reads `register.yaml` (the node of one register) with `a.csv`.
  func load(_ yaml: String, _ csv: String?, name: String = "reports") throws
    -> (LoadedRegister, [Diagnostic])
  {
    if let csv { try folder.write("a.csv", csv) }
    let source = SourceText(path: "round.yaml", yaml)
    let problems = DiagnosticCollector()
    let read = readYAML(source)
    problems.add(contentsOf: read.diagnostics)
    var calendar = RoundCalendar(year: 2017)
    calendar.deadlines["reports"] = LocalMoment(parsing: "2017-09-15")
    let loader = RegisterLoader(
      units: units, expected: ExpectedRegisters(sets: sets, reading: expected), calendar: calendar,
      folder: folder.path)
    var loaded = LoadedRegister()
    if let document = read.document {
      loaded = loader.load(name: name, node: document.root, into: problems)
    }
    return (loaded, source.annotate(problems.diagnostics).sorted())
  }

  /// The table of a register that is expected to be without faults.
  func table(_ yaml: String, _ csv: String, name: String = "reports") throws
    -> (FigureTable?, [Diagnostic])
  {
    let (loaded, diagnostics) = try load(yaml, csv, name: name)
    guard case .figures(let table)? = loaded.content else { return (nil, diagnostics) }
    return (table, diagnostics)
  }
}

extension FigureTable {
  /// A figure as text: its value, `missing` or `impossible`.
  func text(_ column: String, _ unit: String) -> String {
    switch value(column, unit: unit) {
    case .missing: "missing"
    case .undefined: "undefined"
    case .impossible: "impossible"
    case .known(.number(let number)): number.canonicalText
    case .known(.date(let moment)): moment.isoText
    case .known(.noDate): "none"
    case .known(.truth(let truth)): truth ? "yes" : "no"
    case .known(.text(let text)): text
    case .known(.days): "days"
    }
  }
}
