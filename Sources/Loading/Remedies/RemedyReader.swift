package import Diagnostics
package import Grading
internal import YAMLReading

/// The remedy plans of a round's units, as far as their files could be read.
package struct RemedyLoading: Sendable {
  /// By place in `Round.units`; nil: there is no file.
  package let submissions: [RemedySubmission?]
  package let diagnostics: [Diagnostic]

  /// Whether a plan cannot be counted because of its faults.
  package var hasUnreadable: Bool { submissions.contains { $0?.isUnreadable == true } }
}

extension LoadedRound {
  /// Reads every unit's `remedies.yaml`.
  ///
  /// They come after the result and are no part of it: no digest of the round covers them.
  package func remedies(files: FileAccess = FileAccess()) -> RemedyLoading {
    let readers = readers(files)
    let found = inParallel(setting.members.count, threads: options.threads) { place in
      readers.read(setting.members[place], in: setting)
    }
    return RemedyLoading(
      submissions: found.map(\.submission),
      diagnostics: files.annotate(found.flatMap(\.diagnostics)).sorted())
  }

  /// Reads one unit's `remedies.yaml`; the other units' plans are not looked at.
  /// - Parameter place: its place in `Round.units`.
  package func remedies(of place: Int, files: FileAccess = FileAccess()) -> (
    submission: RemedySubmission?, diagnostics: [Diagnostic]
  ) {
    let found = readers(files).read(setting.members[place], in: setting)
    return (found.submission, files.annotate(found.diagnostics).sorted())
  }

  private func readers(_ files: FileAccess) -> [RemedyReader] {
    setting.sets.map {
      RemedyReader(
        tables: SubmissionTables(roundID: setting.plan.id, plan: setting.plan, set: $0),
        files: files)
    }
  }
}

extension [RemedyReader] {
  fileprivate func read(_ member: RoundSetting.Member, in setting: RoundSetting)
    -> RemedyReader.Reading
  {
    self[member.set].read(member.unit, folder: "\(setting.submissions)/\(member.unit.id)")
  }
}

/// Reads the remedy plans of all units that share a set.
struct RemedyReader: Sendable {
  struct Reading: Sendable {
    var submission: RemedySubmission?
    var diagnostics: [Diagnostic] = []
  }

  static let fileName = "remedies.yaml"

  let tables: SubmissionTables
  let files: FileAccess

  /// Reads a unit's plan; there need be none.
  func read(_ unit: Unit, folder: String) -> Reading {
    let path = "\(folder)/\(Self.fileName)"
    guard !EvidenceFile.isAbsent(path) else { return Reading() }
    let (document, text, found) = files.yaml(path)
    guard let document else {
      return Reading(submission: RemedySubmission(isUnreadable: true), diagnostics: found)
    }
    let reading = UnitReading(tables: tables, unit: unit, folder: folder)
    readShelf(reading, folder)
    let problems = DiagnosticCollector(found)
    reading.problems = problems
    reading.checksEvidenceFiles = true
    var submission = reading.readRemedies(document.root)
    if submission == nil || problems.diagnostics.contains(where: { $0.severity == .error }) {
      submission = RemedySubmission(
        isIllustrative: submission?.isIllustrative ?? false, isUnreadable: true)
    }
    return Reading(
      submission: submission,
      diagnostics: text?.annotate(problems.diagnostics) ?? problems.diagnostics)
  }

  /// The documents that the unit has already, as they are now; their own faults are told elsewhere.
  private func readShelf(_ reading: UnitReading, _ folder: String) {
    let path = "\(folder)/evidence.yaml"
    guard !EvidenceFile.isAbsent(path) else { return }
    reading.checksEvidenceFiles = false
    reading.problems = DiagnosticCollector()
    let isRead = files.yaml(path).document.map { reading.readShelf($0.root) } ?? false
    reading.shelfState = isRead ? .read(isUsable: true) : .broken
  }
}
