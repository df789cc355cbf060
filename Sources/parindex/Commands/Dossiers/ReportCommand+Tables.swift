import Diagnostics
import DossierCounting
import Loading
import Reports

/// A report of printed tables: one for each of them.
extension ReportCommand {
  func printed(_ path: String) throws -> [PeriodicReport] {
    if !ofRecords.isEmpty {
      let names = ofRecords.map { "`\($0)`" }.joined(separator: ", ")
      throw UsageProblem(
        vi: "\(names) không đi cùng bảng đã in", en: "\(names) cannot go with printed tables",
        help: Wording(
          vi: "với bảng đã in: --period, --against, --watch, --accountable, --at-least",
          en: "what goes with tables: those"))
    }
    let report = try tables(path)
    let before = try against.flatMap { $0 == "none" ? nil : try tables(FileAccess.normalised($0)) }
    if let period, let other = report.tables.first(where: { !$0.table.isOf(period: period) }) {
      throw UsageProblem(
        vi: "bảng `\(other.table.id)` là của \(other.table.period ?? ""), không phải `\(period)`",
        en: "table `\(other.table.id)` is of another period than `\(period)`")
    }
    return report.tables.compactMap { table in
      let earlier = before.flatMap { before in
        before.table(table.table.id).flatMap {
          PeriodicReport($0, of: before, bounds: bounds)
        }
      }
      return PeriodicReport(table, of: report, bounds: bounds, before: earlier)
    }
  }

  private func tables(_ path: String) throws -> ReconciliationReport {
    let loading = loadDossierTables(path, units: unitsBeside(path))
    let errors = loading.diagnostics.filter {
      $0.severity == .error && !$0.code.leavesFileUsable
    }
    reading.complain(errors)
    if !errors.isEmpty || loading.report.tables.isEmpty { throw Exit.unusable }
    return loading.report
  }

  /// Options that were given and mean something of case records alone.
  private var ofRecords: [String] {
    let given: [(String, Bool)] = [
      ("--each", each != nil), ("--by", !by.isEmpty), ("--rows", rows != nil),
      ("--as-of", input.asOf != nil), ("--rules", input.rules != nil),
      ("--without-exclusions", withoutExclusions),
      ("--skip-repeat-check", input.skipRepeatCheck), ("--threads", input.threads != nil),
    ]
    return given.filter(\.1).map(\.0)
  }
}
