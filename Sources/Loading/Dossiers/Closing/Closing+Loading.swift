package import Diagnostics
package import DossierCounting
internal import Grading
internal import YAMLReading

/// A closed dataset that was read, with the digest of its `closing.yaml`.
package struct ClosingLoading: Sendable {
  package let closing: DossierClosing?
  package let sha256: String
  package let diagnostics: [Diagnostic]
}

/// Reads the `closing.yaml` of a folder.
package func loadClosing(at folder: String, files: FileAccess = FileAccess()) -> ClosingLoading {
  let path = FileAccess.normalised("\(folder)/\(ClosingFiles.closing)")
  guard FileAccess.exists(path) else {
    return ClosingLoading(closing: nil, sha256: "", diagnostics: [.noClosing(folder)])
  }
  let (document, text, found) = files.yaml(path)
  let problems = DiagnosticCollector(found)
  var closing: DossierClosing?
  if let document, var reader = MappingReader(document.root, into: problems) {
    closing = reader.closing()
    reader.finish()
    if closing == nil, !problems.hasFatalErrors { problems.add(.badClosing(path)) }
  }
  return ClosingLoading(
    closing: problems.hasFatalErrors ? nil : closing,
    sha256: text.map { FileDigest($0).sha256 } ?? "",
    diagnostics: files.annotate(problems.diagnostics).sorted())
}

extension MappingReader {
  fileprivate mutating func closing() -> DossierClosing? {
    _ = format("parindex/closing")
    let name = string("name", .required)
    let version = integer("version", .required)
    let asOf = string("as_of", .required).flatMap { LocalMoment(parsing: $0) }
    let closedOn = calendarDay("closed_on")
    let closedBy = string("closed_by")
    let engine = string("engine", .required)
    let records = string("records", .required)
    let rules = closedFile("rules")
    let register = closedFile("register")
    let inputs = closedFiles("inputs")
    let exports = (elements("exports", .required) ?? []).map { node in
      MappingReader(node, into: problems).flatMap { reader in
        var reader = reader
        return reader.closedExport()
      }
    }
    let totals = totals()
    let previous = previous()
    let files = closedFiles("files")
    guard let name, let version, let asOf, let closedOn, let engine, let records, let rules,
      let register, let inputs, let files, exports.allSatisfy({ $0 != nil })
    else { return nil }
    var closing = DossierClosing(
      name: name, version: version, asOf: LocalMinute(endOf: asOf), closedOn: closedOn,
      closedBy: closedBy, engine: engine, records: records, rules: rules, register: register)
    closing.inputs = inputs
    closing.exports = exports.compactMap { $0 }
    closing.totals = totals
    closing.previous = previous
    closing.files = files
    return closing
  }

  private mutating func closedFile(_ key: String) -> ClosedFile? {
    guard var reader = mapping(key, .required) else { return nil }
    return reader.closedFile()
  }

  private mutating func closedFiles(_ key: String) -> [ClosedFile]? {
    let files = (elements(key, .required) ?? []).map { node -> ClosedFile? in
      guard var reader = MappingReader(node, into: problems) else { return nil }
      return reader.closedFile()
    }
    return files.allSatisfy { $0 != nil } ? files.compactMap { $0 } : nil
  }

  private mutating func closedFile() -> ClosedFile? {
    let file = closedParts()
    finish()
    return file
  }

  private mutating func closedParts() -> ClosedFile? {
    let file = string("file", .required)
    let copy = string("copy")
    let bytes = integer("bytes", .required)
    let sha256 = string("sha256", .required)
    guard let file, let bytes, let sha256 else { return nil }
    return ClosedFile(file: file, copy: copy, bytes: bytes, sha256: sha256)
  }

  private mutating func closedExport() -> ClosedExport? {
    let file = closedParts()
    let source = string("source", .required)
    let rows = integer("rows", .required)
    allow("counted")
    let rejected = integer("rejected", .required)
    let records = string("records_sha256")
    finish()
    guard let file, let source, let rows, let rejected else { return nil }
    return ClosedExport(
      file: file, source: source, rows: rows, rejected: rejected, recordsSHA256: records)
  }

  private mutating func totals() -> [DossierMetric: Int] {
    guard var reader = mapping("totals", .required) else { return [:] }
    var totals: [DossierMetric: Int] = [:]
    for metric in DossierMetric.allCases { totals[metric] = reader.integer(metric.rawValue) }
    reader.finish()
    return totals
  }

  /// What was said of an earlier version; its figures stand in its own file.
  private mutating func previous() -> PreviousClosing? {
    guard var reader = mapping("previous") else { return nil }
    let folder = reader.string("folder", .required)
    let version = reader.integer("version", .required)
    let sha256 = reader.string("sha256", .required)
    let changes = reader.changes()
    reader.finish()
    guard let folder, let version, let sha256 else { return nil }
    return PreviousClosing(
      folder: folder, version: version, sha256: sha256, totals: [:], changes: changes)
  }

  /// nil: they could not be listed.
  private mutating func changes() -> ComparisonTally? {
    let isListed = string("changes") == "listed"
    let numbers = [
      "only_before", "only_now", "changed", "decided_otherwise", "turned_late", "turned_in_time",
      "turned_excluded", "due_moved",
    ].map { integer($0) ?? 0 }
    guard isListed else { return nil }
    return ComparisonTally(
      onlyInA: numbers[0], onlyInB: numbers[1], changed: numbers[2], decidedOtherwise: numbers[3],
      turnedLate: numbers[4], turnedInTime: numbers[5], turnedExcluded: numbers[6],
      dueMoved: numbers[7])
  }
}
