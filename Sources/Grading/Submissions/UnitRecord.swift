/// One unit with everything that was read for it.
package struct UnitRecord: Sendable {
  /// Behind one reference: it is passed around for each item in each layer, and hardly ever changed.
  private var parts: Shared<Parts>
  /// Entries without effect, by their place in the log; found while the round is computed.
  package internal(set) var refusals: [Int: EntryRefusal] = [:]

  package init(
    unit: Unit, set: Int, block: Int, assessment: SelfAssessment, figures: [FigureValue],
    conditionFigures: [FigureValue] = [],
    entries: [AppraisalEntry] = [], outsideSubordinates: [String: [SubordinateResult]] = [:]
  ) {
    parts = Shared(
      Parts(
        unit: unit, set: set, block: block, assessment: assessment, figures: figures,
        conditionFigures: conditionFigures, entries: entries, index: EntryIndex(entries),
        outsideSubordinates: outsideSubordinates))
  }
}

extension UnitRecord {
  private struct Parts: Sendable {
    let unit: Unit
    var set: Int
    let block: Int
    var assessment: SelfAssessment
    var figures: [FigureValue]
    var conditionFigures: [FigureValue]
    var entries: [AppraisalEntry]
    var index: EntryIndex
    var outsideSubordinates: [String: [SubordinateResult]]
    var isLocked = false
  }

  package var unit: Unit { parts.values.unit }

  /// Its set's and block's places in the round.
  package internal(set) var set: Int {
    get { parts.values.set }
    set { parts = parts.changed { $0.set = newValue } }
  }

  package var block: Int { parts.values.block }

  package var assessment: SelfAssessment {
    get { parts.values.assessment }
    set { parts = parts.changed { $0.assessment = newValue } }
  }

  /// By `CriteriaSet.figures`; `subordinates.*` and `assessment.*` are filled in by the round.
  package var figures: [FigureValue] {
    get { parts.values.figures }
    set { parts = parts.changed { $0.figures = newValue } }
  }

  /// By `Block.conditionFigures`.
  package var conditionFigures: [FigureValue] {
    get { parts.values.conditionFigures }
    set { parts = parts.changed { $0.conditionFigures = newValue } }
  }

  package var entries: [AppraisalEntry] {
    get { parts.values.entries }
    set {
      parts = parts.changed {
        $0.entries = newValue
        $0.index = EntryIndex(newValue)
      }
    }
  }

  /// Where the entries are by what they are about.
  var index: EntryIndex { parts.values.index }

  /// Results of bodies below it that stand outside the round, by register.
  package var outsideSubordinates: [String: [SubordinateResult]] {
    get { parts.values.outsideSubordinates }
    set { parts = parts.changed { $0.outsideSubordinates = newValue } }
  }

  /// Its result is locked as a whole, by itself or with the round.
  package var isLocked: Bool {
    get { parts.values.isLocked }
    set { parts = parts.changed { $0.isLocked = newValue } }
  }
}
