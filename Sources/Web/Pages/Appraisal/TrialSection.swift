internal import Diagnostics
internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Loading
internal import Procedure
internal import Reports

/// What recording something would do, and whether the rules of procedure allow it; nothing is
/// written while it is shown.
struct TrialSection: Hashable, Sendable {
  struct UnitRow: Hashable, Sendable {
    let name: String
    let place: String
    let index: String
    let grade: String
  }

  struct ItemRow: Hashable, Sendable {
    let unit: String
    let title: String
    let points: String
  }

  struct Refusal: Hashable, Sendable {
    let message: String
    let rule: String
    let move: String
  }

  static let mostUnits = 40

  /// What will be recorded, in words.
  var what: [String] = []
  /// What is shown comes only if the council follows the proposal that is put before it.
  private(set) var isProposal = false
  /// The first so many, and how many more there are.
  let units: [UnitRow]
  let more: Int
  let items: [ItemRow]
  var refusals: [Refusal]
  /// Whether a second approver is all that is missing.
  let needsApprover: Bool
  var isAllowed: Bool { refusals.isEmpty }

  /// - Parameters:
  ///   - showsPlaces: whether places may be seen at all.
  ///   - sees: whether a unit's results may be seen.
  init(
    _ recording: EventRecording, in snapshot: RoundSnapshot, _ frame: PageFrame, showsPlaces: Bool,
    sees: (String) -> Bool
  ) {
    let problems = TrialSection.problems(recording)
    let followed = recording.followed.first.flatMap(\.self)
    let refusals = (problems.isEmpty ? recording.faults : problems).map {
      TrialSection.refusal($0, frame, snapshot.names)
    }
    let broken = recording.faults.isEmpty ? recording.refusals : []
    let needsApprover =
      !broken.isEmpty && broken.count == refusals.count && broken.allSatisfy(\.isMissingApproval)
    self.init(
      recording.faults.isEmpty ? followed?.difference ?? recording.difference(isTrial: true) : nil,
      refusals: refusals, needsApprover: needsApprover, frame, showsPlaces: showsPlaces, sees: sees)
    isProposal = followed != nil && recording.faults.isEmpty
  }

  /// - Parameter difference: what lies between the round and what it would be; nil: that cannot be
  ///   known.
  init(
    _ difference: RoundDifference?, refusals: [Refusal], needsApprover: Bool = false,
    _ frame: PageFrame, showsPlaces: Bool, sees: (String) -> Bool
  ) {
    self.refusals = refusals
    self.needsApprover = needsApprover
    guard let difference else {
      units = []
      more = 0
      items = []
      return
    }
    let round = difference.after.round
    let sheets = ScoreSheetText(round, frame.language, showsPlaces: showsPlaces)
    let seen = difference.units.filter { sees(round.units[$0.unit].record.unit.id) }
    more = max(0, seen.count - TrialSection.mostUnits)
    units = seen.prefix(TrialSection.mostUnits).map {
      TrialSection.row($0, in: round, sheets, frame, showsPlaces)
    }
    items = seen.prefix(TrialSection.mostUnits).flatMap { unit in
      let result = round.units[unit.unit]
      let set = round.sets[result.record.set]
      return unit.items.map { item in
        let named = set.items[item.item]
        let before = item.before.map { sheets.cell($0, set) } ?? "–"
        return ItemRow(
          unit: result.record.unit.name, title: "\(named.id). \(named.title)",
          points: "\(before) → \(sheets.cell(item.after, set))")
      }
    }
  }

  /// Why it may not be recorded; that a second approver is missing is said only where one would
  /// mend it.
  private static func problems(_ recording: EventRecording) -> [Diagnostic] {
    let problems = recording.problems.filter(\.isError)
    let broken = recording.refusals
    guard problems.count == broken.count, broken.contains(where: \.isBeyondWords) else {
      return problems
    }
    return zip(problems, broken).filter { !$0.1.isMissingApproval }.map(\.0)
  }

  /// What recording it met that the trial could not know of; what it says itself comes first.
  mutating func take(_ refused: [Diagnostic], _ frame: PageFrame, _ names: [String: String]) {
    if isAllowed { refusals = refused.map { TrialSection.refusal($0, frame, names) } }
  }

  static func refusal(
    _ problem: Diagnostic, _ frame: PageFrame, _ names: [String: String]
  ) -> Refusal {
    func sentence(_ text: String?) -> String {
      text.map { frame.sentence(frame.plain($0, names)) } ?? ""
    }
    return Refusal(
      message: sentence(problem.message[frame.language]),
      rule: sentence(problem.expected.map(frame.typed)),
      move: sentence(problem.help?[frame.language]))
  }

  /// What becomes of one unit.
  /// - Parameter round: before or after.
  static func row(
    _ unit: UnitDifference, in round: Round, _ sheets: ScoreSheetText, _ frame: PageFrame,
    _ showsPlaces: Bool
  ) -> UnitRow {
    let result = round.units[unit.unit]
    let set = round.sets[result.record.set]
    let grades = round.plan.blocks[result.record.block].grades
    let numbers = NumberWords(frame.language)
    func change(_ text: (Total?) -> String) -> String {
      let (before, after) = (text(unit.before), text(unit.after))
      return before == after ? after : "\(before) → \(after)"
    }
    return UnitRow(
      name: result.record.unit.name,
      place: showsPlaces ? change { $0?.place.map { String($0.number) } ?? "–" } : "",
      index: change { total in
        total?.index.map { numbers.fixed($0, places: set.rounding.index) } ?? "–"
      },
      grade: change { total in
        total?.grade.flatMap { grades.indices.contains($0.grade) ? grades[$0.grade].name : nil }
          ?? "–"
      })
  }
}

extension ProcedureRefusal {
  /// Whether nothing that its author could still add would mend it.
  fileprivate var isBeyondWords: Bool {
    switch self {
    case .person, .stage, .points, .lock, .publication: true
    case .word, .approval, .explanation, .council: false
    }
  }

  /// Whether a second approver would mend it.
  var isMissingApproval: Bool {
    switch self {
    case .approval(.missing), .approval(.undone): true
    case .approval, .person, .stage, .word, .points, .explanation, .council, .lock, .publication:
      false
    }
  }
}
