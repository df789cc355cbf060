package import Diagnostics
package import Grading

/// What changed from one criteria set to another, in words, in the order of the new set.
package struct CriteriaDiff: Sendable {
  /// The parts of a set, from the whole down.
  package enum Level: String, Sendable, CaseIterable {
    case set
    case area
    case criterion
    case item
  }

  /// What of a part changed; the name stands in JSON.
  package enum Aspect: String, Sendable, CaseIterable {
    case added
    case removed
    case moved
    case renumbered
    case title
    case maximum
    case kind
    case optional
    case order
    case scoring
    case rule
    case ifUndefined = "if_undefined"
    case ifMissing = "if_missing"
    case inputs
    case scoredBy = "scored_by"
    case appraisedBy = "appraised_by"
    case evidence
    case withoutEvidence = "without_evidence"
    case ownDocument = "own_document"
    case applicability
    case mayBeNotApplicable = "may_be_not_applicable"
    case guidance
    case clause
    case figures
    case rounding
    case header
  }

  /// One change, said in a line.
  package struct Change: Hashable, Sendable {
    package let aspect: Aspect
    package let text: Wording
    /// What stood there and what stands there now, where both fit on a line.
    package let before: Wording?
    package let after: Wording?

    init(_ aspect: Aspect, _ text: Wording, before: Wording? = nil, after: Wording? = nil) {
      self.aspect = aspect
      self.text = text
      self.before = before
      self.after = after
    }
  }

  /// A part of the set with what changed in it; parts without changes are left out.
  package struct Part: Sendable {
    package let level: Level
    /// The id in the new set; of something removed, in the old one.
    package let id: String
    /// The id it had, when it had another.
    package let oldID: String?
    package let title: String
    /// The area and criterion it stands in, outermost first.
    package let ancestors: [Heading]
    package var changes: [Change]
  }

  /// What a part is called.
  package struct Heading: Hashable, Sendable {
    package let level: Level
    package let id: String
    package let title: String
  }

  /// Header lines about one of the two sets.
  package struct Side: Sendable {
    package let id: String
    package let title: String
    package let year: Int
    package let maximum: Exact
    package let areas: Int
    package let criteria: Int
    package let items: Int

    init(_ set: CriteriaSet) {
      id = set.id
      title = set.title
      year = set.year
      maximum = set.maximum
      areas = set.areas.count
      criteria = set.criteria.count
      items = set.items.count
    }
  }

  package let old: Side
  package let new: Side
  package let parts: [Part]

  package var isEmpty: Bool { parts.isEmpty }

  /// Compares two checked sets; overlays are compared as they stand after their changes.
  package init(from old: CriteriaSet, to new: CriteriaSet) {
    self.old = Side(old)
    self.new = Side(new)
    let comparison = SetComparison(old: old, new: new)
    parts = comparison.parts()
  }

  /// How many parts have a change of this kind.
  package func count(of aspect: Aspect) -> Int {
    parts.filter { part in part.changes.contains { $0.aspect == aspect } }.count
  }
}
