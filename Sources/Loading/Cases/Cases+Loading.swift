internal import Diagnostics
package import Grading
internal import YAMLReading

/// Runs worked cases (`parindex/cases@1`) through the engine that scores rounds.
///
/// Every problem is reported: what is wrong with the files, cases that come out otherwise than
/// they expect, and rules that no case reaches. Files about one criteria file are covered together.
/// - Parameter explain: the sentence that explains an item's points; cases that expect a `trace`
///   are compared with it. Without it `trace` is read and not compared.
package func runCases(
  _ paths: [String], files: FileAccess = FileAccess(), explain: ((ItemTrial) -> String)? = nil
) -> CasesRun {
  var run = CasesRun()
  var sets: [String: CriteriaLoading] = [:]
  var trials: [String: [ItemTrial]] = [:]
  var order: [String] = []
  for path in paths {
    let problems = DiagnosticCollector()
    let (document, text, diagnostics) = files.yaml(path)
    problems.add(contentsOf: diagnostics)
    if let document, let file = CasesFile(document.root, path, into: problems) {
      let known = sets[file.criteria]
      let loading = known ?? loadCriteriaSet(file.criteria, files: files)
      if known == nil {
        sets[file.criteria] = loading
        order.append(file.criteria)
      }
      // Warnings about criteria that can be used are for `check` to tell.
      if loading.set == nil { run.diagnostics += loading.told(file, again: known != nil) }
      var result = CasesResult(path: path, criteria: file.criteria)
      if let set = loading.set {
        let runner = CaseRunner(set, file, explain, problems)
        for node in file.cases {
          guard let tried = runner.run(node) else { continue }
          result.run += 1
          if !tried.isAsExpected { result.failed += 1 }
          trials[file.criteria, default: []].append(tried.trial)
        }
      }
      run.files.append(result)
    }
    run.diagnostics += problems.diagnostics
    if let text { run.diagnostics = text.annotate(run.diagnostics) }
  }
  for path in order {
    guard let set = sets[path]?.set else { continue }
    let report = CoverageReport(set, criteria: path, trials[path] ?? [])
    run.coverage.append(report.coverage)
    let text = report.diagnostics.isEmpty ? nil : files.yaml(path).text
    run.diagnostics += text.map { $0.annotate(report.diagnostics) } ?? report.diagnostics
  }
  run.diagnostics = run.diagnostics.sorted()
  return run
}

/// Runs the worked cases of one file.
package func runCases(
  _ path: String, files: FileAccess = FileAccess(), explain: ((ItemTrial) -> String)? = nil
) -> CasesRun {
  runCases([path], files: files, explain: explain)
}

extension CriteriaLoading {
  /// Why the criteria cannot be used; a file that is not there is told where it is named.
  fileprivate func told(_ file: CasesFile, again: Bool) -> [Diagnostic] {
    diagnostics.compactMap { diagnostic in
      guard diagnostic.code == .fileMissing,
        diagnostic.primary.span.file.path == file.criteria
      else { return again ? nil : diagnostic }
      return .caseCriteriaMissing(file.criteria, at: file.criteriaSpan)
    }
  }
}

/// The head of a file of worked cases.
struct CasesFile {
  /// The path of the criteria file.
  let criteria: String
  /// Where it is named.
  let criteriaSpan: SourceSpan
  let year: Int?
  let deadlines: [String: LocalMoment]
  let holidays: Set<CalendarDay>
  /// Best first.
  let grades: [String]
  let cases: [YAMLNode]

  init?(_ root: YAMLNode, _ path: String, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(root, into: problems) else { return nil }
    let format = reader.format("parindex/cases")
    let criteria = reader.string("criteria", .required)
    year = reader.year("year")
    var deadlines: [String: LocalMoment] = [:]
    for entry in reader.entries("deadlines").map(Array.init) ?? [] {
      guard let name = entry.key.text else { continue }
      deadlines[name.replacing("-", with: "_")] = entry.value.readMoment(key: name, into: problems)
    }
    self.deadlines = deadlines
    holidays = Set(
      (reader.elements("holidays") ?? [])
        .compactMap { $0.readMoment(key: "holidays", into: problems)?.day })
    grades = reader.strings("grades") ?? ["Tốt", "Khá", "Trung bình", "Yếu"]
    cases = reader.elements("cases", .required) ?? []
    reader.finish()
    criteriaSpan = reader.value("criteria")?.span ?? root.headSpan
    guard format != nil, let criteria else { return nil }
    self.criteria = FileAccess.path(criteria, besides: path)
  }
}
