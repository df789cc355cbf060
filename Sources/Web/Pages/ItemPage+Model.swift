internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

/// One item of a unit: how it is scored, what is typed, what comes out.
struct ItemPage: Hashable, Sendable {
  struct Field: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case line
      case number
      case text
      /// Ids and titles.
      case choice([Option])
    }

    struct Option: Hashable, Sendable {
      let id: String
      let title: String
    }

    let name: String
    let title: String
    let hint: String
    let kind: Kind
    let value: String
    let problems: [String]
  }

  struct CitationRow: Hashable, Sendable {
    let place: Int
    let document: String
    let section: String
    let pages: String
    let problems: [String]
    /// It was just added to the shelf, and is chosen here to be saved.
    var isSuggested = false
  }

  let unit: String
  let unitName: String
  /// The item's id, or the name of the part that items share.
  let part: String
  let path: String
  let title: String
  let area: String
  let maximum: String?
  let guidance: String?
  let clause: String?
  let measure: String?
  let rule: [String]
  let evidence: String?
  let appraisedBy: String?
  /// Who gives the points where the unit does not.
  let scorer: String?
  /// nil: nothing is typed here.
  let fields: [Field]?
  let points: Field?
  let notApplicable: Field?
  let note: Field?
  let documents: [Field.Option]
  let citations: [CitationRow]
  /// What the item's evidence lacks.
  let lacks: [String]
  let claimed: String?
  let computed: String?
  let sentence: String?
  /// Of the item as a whole.
  let problems: [String]
  let version: Int
  let saved: String?
  let previous: Neighbour?
  let next: Neighbour?
  /// Why nothing can be changed now; nil: it can.
  let refusal: String?
  /// What the unit is asked to explain.
  var requests: [ExplanationSection] = []
  /// What it was asked before.
  var closed: [ClosedRequest] = []
  /// How many places of it are marked as wrong.
  var faults: Int {
    let own = (fields ?? []) + [points, notApplicable, note].compactMap(\.self)
    return own.reduce(problems.count) { $0 + $1.problems.count }
      + citations.reduce(0) { $0 + $1.problems.count }
  }

  /// Why an explanation was not recorded, where it is asked for no more.
  var refusals: [TrialSection.Refusal] = []
}

/// What a page of an item is made from.
struct ItemPageSource {
  let drafted: DraftedUnit
  let snapshot: RoundSnapshot
  let frame: PageFrame
  let refusal: String?
  /// Who saved last and when, in words.
  let saved: String?
  /// What was just typed and could not be saved; nil: what stands there.
  var typed: [String: String]?
  var version: Int?
  /// A document that was just added to the shelf for this item.
  var suggested: String?

  var round: Round { snapshot.round }
  var result: UnitResult { drafted.result }
  var set: CriteriaSet { round.sets[result.record.set] }
  var unit: String { result.record.unit.id }

  func say(_ vietnamese: String, _ english: String) -> String {
    frame.say(vietnamese, english)
  }

  /// What a problem says, as one line; inputs by their titles, where a file's reader would want the
  /// names that the file has.
  func text(_ problem: Diagnostic, about field: AssessmentField?) -> String {
    let language = frame.language
    var text = problem.message[language]
    if let expected = problem.expected {
      text += "; " + say("cần: ", "expected: ") + frame.typed(expected)
    }
    let own = field?.item.flatMap { set.itemIndex($0) }.map { set.items[$0].inputs } ?? 0..<0
    let inputs = Array(set.inputs[own]) + Array(set.inputs[set.sharedInputs])
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { place, part in
      guard place % 2 == 1, let input = inputs.first(where: { $0.name == part }) else {
        return String(part)
      }
      return "“\(input.title)”"
    }.joined()
  }

  func problems(_ field: AssessmentField) -> [String] {
    (drafted.problems[field] ?? []).filter { $0.severity != .note }.map {
      text($0, about: field)
    }
  }

  /// A field's text: as typed, or as the file has it.
  func value(_ name: String, part: String, _ filed: @autoclosure () -> String) -> String {
    if let typed { return typed[name] ?? "" }
    if let draft = drafted.drafts[part] { return draft.fields[name] ?? "" }
    return filed()
  }

  func field(_ input: Input, item: Item?, filed: String?) -> ItemPage.Field {
    let part = item?.id ?? AnswerForm.shared
    let name = AnswerForm.input(input.name)
    let shape = InputShape(input, of: set, round, frame)
    return ItemPage.Field(
      name: name, title: input.title, hint: shape.hint, kind: shape.kind,
      value: value(name, part: part, TypedValue.shown(filed ?? "", as: input.type, frame.language)),
      problems: problems(
        item.map { .input(item: $0.id, name: input.name) } ?? .shared(input: input.name)))
  }
}
