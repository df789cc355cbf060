package import Diagnostics
package import Grading
package import YAMLReading

/// What one unit handed in and what was decided on it, as far as its files could be read.
package struct UnitSubmission: Sendable {
  package var assessment: SelfAssessment
  /// In the log's order; entries that were refused are left out.
  package var entries: [AppraisalEntry]
  package var diagnostics: [Diagnostic]
  /// The unit's own files, by content.
  package var digests: [(path: String, sha256: String)]
  /// Whether a round may count the unit; false when a file cannot mean what it says.
  ///
  /// A draft's faults do not matter, because nothing of it is read into results.
  package var isUsable: Bool
  /// All entries to the log's end, where they are to be kept.
  package var whole: [AppraisalEntry]?
}

/// Reads the folders of all units that share a set: self-assessment, shelf and appraisal.
///
/// Made once for a set and shared by threads. Every problem of a unit is reported in one go.
package struct SubmissionReader: Sendable {
  package struct Options: Sendable {
    /// Digests the files that are read.
    package var digestsFiles = true
    /// Looks at the files of evidence and digests them.
    package var checksEvidenceFiles = true
    /// What those files were digested as before; nil: each is read.
    package var evidence: EvidenceMemory?
    /// Keeps what a draft answers, for whoever goes on with it.
    package var keepsDrafts = false
    /// What files were read as before; nil: all are parsed.
    package var kept: KeptDocuments?

    package init() {}
  }

  private let tables: SubmissionTables
  private let files: FileAccess
  private let options: Options

  package init(
    roundID: String, plan: RoundPlan, set: CriteriaSet, files: FileAccess = FileAccess(),
    options: Options = Options()
  ) {
    self.init(
      SubmissionTables(roundID: roundID, plan: plan, set: set), files: files, options: options)
  }

  init(_ tables: SubmissionTables, files: FileAccess, options: Options) {
    self.tables = tables
    self.files = files
    self.options = options
  }

  /// Reads one unit's folder; any of its files may be absent, and so may the folder.
  package func read(_ unit: Unit, folder: String) -> UnitSubmission {
    read(unit, folder: folder, log: nil)
  }

  func unitReading(_ unit: Unit, folder: String) -> UnitReading {
    let reading = UnitReading(
      tables: tables, unit: unit, folder: folder, memory: options.evidence)
    reading.checksEvidenceFiles = options.checksEvidenceFiles
    reading.keepsDrafts = options.keepsDrafts
    return reading
  }

  /// Reads one unit's folder, and what the round's log says of it.
  func read(_ unit: Unit, folder: String, log: UnitLog?) -> UnitSubmission {
    let reading = unitReading(unit, folder: folder)
    reading.log = log
    var parts = PartReader(
      folder: folder, limit: files.limit, digests: options.digestsFiles, log: log,
      plan: tables.plan, kept: options.kept, contents: files.contents)
    let shelf = parts.read("evidence.yaml", reading) { $0.readShelf($1) }
    reading.shelfState = shelf
    let answers = parts.read("self-assessment.yaml", reading) { $0.readAssessment($1) }
    let appraisal =
      log.map { parts.read($0, reading) }
      ?? parts.read("appraisal.yaml", reading) { $0.readAppraisal($1) }
    let whole = log.flatMap { reading.wholeEntries($0) }
    reading.finishAssessment(answers)
    let isHandedIn = shelf.isUsable && answers.isUsable && !reading.hasLeftOut.dispute
    let isDecided = appraisal.isUsable && !reading.hasLeftOut.entry
    return UnitSubmission(
      assessment: reading.assessment, entries: reading.entries,
      diagnostics: parts.diagnostics.isEmpty ? [] : parts.diagnostics.sorted(),
      digests: parts.fileDigests, isUsable: isDecided && (isHandedIn || reading.isDraft),
      whole: whole)
  }
}
