internal import Diagnostics
internal import EventLog
internal import Grading
internal import YAMLReading

/// What one unit's folder gave.
struct MemberReading: Sendable {
  let record: UnitRecord
  let diagnostics: [Diagnostic]
  /// As results name them: a copy of the round elsewhere has the same provenance.
  let digests: [FileDigest]
  let isUsable: Bool
  /// The last amendment of it after publication.
  let amendment: RoundEvent?
  /// All entries to the log's end, until they are kept.
  var whole: [AppraisalEntry]?
}

/// Everything that is prepared once and shared by all threads.
struct RoundReadingPlan: Sendable {
  let setting: RoundSetting
  private let readers: [SubmissionReader]
  let tables: ReadingTables

  /// - Parameter tables: the round's, where they were made before.
  init(
    _ setting: RoundSetting, _ options: RoundOptions, _ files: FileAccess,
    kept: KeptDocuments? = nil, tables: ReadingTables? = nil
  ) {
    self.setting = setting
    let tables = tables ?? ReadingTables(setting)
    self.tables = tables
    var reading = SubmissionReader.Options()
    reading.checksEvidenceFiles = options.checksEvidenceFiles
    reading.evidence = options.evidence
    reading.kept = kept
    readers = tables.submissions.map {
      SubmissionReader($0, files: files, options: reading)
    }
  }

  /// - Parameter log: what the round's log says of the unit; nil in a round without one.
  func submission(_ member: RoundSetting.Member, _ log: UnitLog?) -> UnitSubmission {
    readers[member.set].read(
      member.unit, folder: "\(setting.submissions)/\(member.unit.id)", log: log)
  }

  /// Reads one unit.
  func read(_ member: RoundSetting.Member, _ log: UnitLog?) -> MemberReading {
    let unit = member.unit
    let set = setting.sets[member.set]
    let submission = submission(member, log)
    let assessment =
      submission.isUsable ? submission.assessment : submission.assessment.unreadable(by: set)
    var bodies: [String: [SubordinateResult]] = [:]
    for (register, byParent) in setting.bodies { bodies[register] = byParent[unit.id] }
    var record = UnitRecord(
      unit: unit, set: member.set, block: member.block, assessment: assessment,
      figures: tables.figures[member.set].figures(of: unit, assessment),
      conditionFigures: tables.conditionFigures[member.block].figures(of: unit, assessment),
      entries: submission.isUsable ? submission.entries : [], outsideSubordinates: bodies)
    record.isLocked = log?.isLocked ?? false
    return MemberReading(
      record: record, diagnostics: submission.diagnostics, digests: cited(submission),
      isUsable: submission.isUsable, amendment: log?.amendment, whole: submission.whole)
  }

  /// The digests of a unit's files, as results name them.
  func cited(_ submission: UnitSubmission) -> [FileDigest] {
    submission.digests.map {
      FileDigest(path: setting.plan.cited($0.path), sha256: $0.sha256)
    }
  }
}

extension SelfAssessment {
  /// What is left of a unit whose files cannot be used: nothing that could be counted.
  fileprivate func unreadable(by set: CriteriaSet) -> SelfAssessment {
    var nothing = SelfAssessment(set: set)
    nothing.file = file
    nothing.isIllustrative = isIllustrative
    nothing.isUnreadable = true
    return nothing
  }
}
