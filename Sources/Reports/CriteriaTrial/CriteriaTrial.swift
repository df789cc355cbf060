package import Grading

/// What changed criteria or rules would have done to a round: the same inputs under both.
///
/// Read from two computed rounds; nothing is computed here but differences.
package struct CriteriaTrial: Sendable {
  /// What is tried.
  package enum Subject: String, Sendable {
    case criteria
    case dossierRules = "dossier_rules"
    case withoutExclusions = "without_exclusions"
  }

  /// One unit's standing in the final layer of one round.
  package struct Standing: Hashable, Sendable {
    /// As published; nil without one.
    package let index: Exact?
    package let place: Int?
    package let grade: String?
    package let isProvisional: Bool
    /// Items that are unanswered, pending or broken.
    package let openItems: Int
    /// The late rate of its dossiers; nil where there is none.
    package let lateRate: Exact?
  }

  /// A unit under both sets.
  package struct Row: Sendable {
    package let unit: String
    package let name: String
    package let before: Standing
    package let after: Standing

    /// How much the index rose; nil where one of them is missing.
    package var difference: Exact? {
      guard let old = before.index, let new = after.index else { return nil }
      return new - old
    }

    /// How many places it rose.
    package var rise: Int? {
      guard let old = before.place, let new = after.place else { return nil }
      return old - new
    }

    package var changesGrade: Bool { before.grade != after.grade }
    package var isMoved: Bool { before != after }
  }

  /// Units that are ranked together, those that moved most first.
  package struct Group: Sendable {
    package let block: String
    package let title: String
    /// The parent whose units these are, where the block is ranked by parents.
    package let parent: String?
    package let rows: [Row]
  }

  /// An item of the draft that no longer tells units apart.
  package struct DeadItem: Sendable {
    package let set: String
    package let item: String
    package let title: String
    /// What every unit gets.
    package let points: Exact
    package let maximum: Exact
    /// The units it was scored for.
    package let units: Int
  }

  /// An item of the draft that units could not be scored on with the old round's data.
  package struct OpenItem: Sendable {
    package let set: String
    package let item: String
    package let title: String
    /// Inputs and figures that some of these units do not have, by title.
    package let lacking: [String]
    /// Units that it is open for, of those it applies to.
    package let open: Int
    package let applies: Int
    /// Only the council can give its points.
    package let awaitsCouncil: Bool

    package var isOpenForAll: Bool { open == applies }
  }

  package let subject: Subject
  package let round: String
  package let title: String
  package let isIllustrative: Bool
  package let groups: [Group]
  package let dead: [DeadItem]
  package let open: [OpenItem]
  /// Units of only one of the two rounds.
  package let unpaired: [String]
  /// The draft's items wait for each other in a circle; there are no results.
  package let hasCycle: Bool

  package var rows: [Row] { groups.flatMap(\.rows) }
  package var moved: [Row] { rows.filter(\.isMoved) }

  /// Compares a round with the same round under a draft.
  package init(before: Round, after: Round, of subject: Subject = .criteria) {
    self.subject = subject
    let pairs = TrialPairs(before: before, after: after)
    round = after.plan.id
    title = after.plan.title
    isIllustrative = after.plan.isIllustrative || before.plan.isIllustrative
    groups = pairs.groups()
    dead = pairs.dead()
    open = pairs.open()
    unpaired = pairs.unpaired
    hasCycle = !after.cycle.isEmpty
  }
}
