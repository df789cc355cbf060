internal import Diagnostics
internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Loading
internal import Procedure
internal import Reports

/// One item of one unit for whoever appraises it: claim, rule, computed value, figures, evidence and
/// history beside the form.
struct MatterPage: Sendable {
  let path: String
  let title: String
  let unit: String
  let unitName: String
  let area: String
  let maximum: String
  let isCouncils: Bool
  /// Name and value of each layer, with why it has its points.
  let layers: [(title: String, points: String, why: String)]
  let note: String?
  let place: String?
  let facts: [(title: String, text: String)]
  let measure: String?
  let rule: [String]
  let data: [ExplanationText.Line]
  let evidence: [ExplanationText.CitedDocument]
  let history: [EventLine]
  /// The number of the last event that is shown; what is newer was not seen by who sends the form.
  let seen: Int
  /// Who proposed what waits for a second approver.
  var proposal: (title: String, path: String)?
  var form: MatterForm?
  /// Why nothing can be done here; nil: it can, or nobody expects to.
  var refusal: String?
  var previous: Neighbour?
  var next: Neighbour?
  /// What recording the form would do.
  var trial: TrialSection?
  /// What happened while the form was open.
  var newer: [EventLine] = []

  init(_ matter: Matter, _ frame: PageFrame, showsPlaces: Bool, showsOthers: Bool) {
    let round = matter.snapshot.round
    let set = matter.set
    let item = matter.item
    let result = matter.result
    let words = RoundWords(round, frame.language)
    let sheets = ScoreSheetText(round, frame.language, showsPlaces: showsPlaces)
    let rules = RuleWords(
      set: set, language: frame.language, calendar: round.plan.calendar,
      traits: round.plan.traitTitles)
    let explanation = ExplanationText(round, frame.language, showsOthers: showsOthers)
    path = WebPath.matter(matter.id)
    title = "\(item.id). \(item.title)"
    unit = matter.unit
    unitName = result.record.unit.name
    area = "\(set.areas[item.area].id). \(set.areas[item.area].title)"
    maximum = sheets.points(item.maximum, set)
    isCouncils = item.scoredBy == .council
    let shown = round.layers.indices.filter { layer in
      switch round.layers[layer] {
      case .claimed, .computed, .final: true
      case .stage(let stage):
        result.record.entries.contains { $0.stage == stage && $0.subject == .item(item.index) }
      }
    }
    layers = shown.map { layer in
      let trace = round.trace(unit: matter.place, item: item.index, layer: layer)
      return (
        words.layer(round.layers[layer]), sheets.cell(trace.outcome, set),
        frame.sentence(
          MatterPage.withoutOwnFile(RuleSentence(words, trace, showsOthers: showsOthers).text))
      )
    }
    note = result.record.assessment.notes[item.index]
    place =
      showsPlaces
      ? result.totals.last??.place.map { String($0.number) } : nil
    let table = rules.table(item)
    measure = table.measure
    rule = table.rows.map(\.text)
    facts = [
      (frame.say("Hướng dẫn", "Guidance"), item.guidance),
      (frame.say("Căn cứ", "Clause"), item.clause.map(words.clause)),
      (frame.say("Tài liệu phải có", "Evidence wanted"), rules.evidence(item)),
      (frame.say("Nguồn điểm", "Points from"), words.scorer(item.scoredBy)),
      (frame.say("Thẩm định", "Appraised by"), item.appraisedBy.map(words.office)),
    ].compactMap { title, text in text.map { (title, $0) } }
    data = explanation.data(unit: matter.place, item: item.index).map { line in
      .init(text: MatterPage.withoutOwnFile(line.text), depth: line.depth)
    }
    evidence = explanation.evidence(unit: matter.place, item: item.index)
    let events = matter.events
    let eventWords = EventWords(frame.language)
    history = events.reversed().map { EventLine($0, eventWords, words) }
    seen = events.last?.sequence ?? 0
  }

  /// Where it stands in the unit's file says nothing to who never sees that.
  private static func withoutOwnFile(_ text: String) -> String {
    text.replacing(#/ \([^()]*self-assessment\.yaml:[0-9]+\)/#, with: "")
  }
}
