internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports

/// A unit's own page: its items with their points so far, and what is missing.
struct UnitPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let id: String
    let title: String
    /// nil: nobody fills it in here.
    let path: String?
    let maximum: String
    let claimed: String
    let computed: String
    let marks: [Mark]
  }

  struct Mark: Hashable, Sendable {
    let text: String
    var isBad = false
  }

  struct Section: Hashable, Sendable {
    let id: String
    let title: String
    /// "12,5 / 15".
    let points: String
    let rows: [Row]
  }

  struct GapRow: Hashable, Sendable {
    let title: String
    let path: String?
    let what: String
    let stakes: String
    let remedy: String
    let due: String?
    let isDue: Bool
  }

  struct GapSection: Hashable, Sendable {
    let title: String
    let rows: [GapRow]
  }

  let unit: String
  let name: String
  /// Whether and when it was handed in, and until when it can be.
  let status: [String]
  /// How many of the items that the unit fills in have an answer, of how many.
  let answered: Int
  let items: Int
  let claimed: String
  let computed: String
  let maximum: String
  let index: String
  let stakes: String?
  let hasShared: Bool
  let canHandIn: Bool
  let isSubmitted: Bool
  /// What signs in the points' columns mean.
  let legend: String?
  let sections: [Section]
  let gaps: [GapSection]
  /// What the unit is asked to explain, with where it answers.
  let requests: [Request]

  struct Request: Hashable, Sendable {
    let title: String
    let path: String?
    let text: String
    let due: String?
    let isDue: Bool
  }
}

extension UnitPage {
  /// - Parameters:
  ///   - shown: how many seconds before its end a term is close.
  init(
    _ drafted: DraftedUnit, in snapshot: RoundSnapshot, at time: EventTime, _ frame: PageFrame,
    status: [String], canHandIn: Bool
  ) {
    let round = snapshot.round
    let result = drafted.result
    let set = round.sets[result.record.set]
    let sheets = ScoreSheetText(round, frame.language, showsPlaces: false)
    let claimed = round.layers.firstIndex(of: .claimed) ?? 0
    let computed = round.layers.firstIndex(of: .computed) ?? 0
    let numbers = NumberWords(frame.language)
    unit = result.record.unit.id
    name = result.record.unit.name
    self.status = status
    self.canHandIn = canHandIn
    isSubmitted = round.units[drafted.unit].isSubmitted
    legend = sheets.legend(result)
    hasShared = !set.sharedInputs.isEmpty
    let own = set.items.filter { item in
      item.scoredBy == .unit && result.sheets[computed][item.index].counts
    }
    items = own.count
    answered = own.count { drafted.filled.answers[$0.id] != nil }
    func points(_ layer: Int) -> String {
      result.totals[layer].map { sheets.points($0.points, set) } ?? "–"
    }
    self.claimed = points(claimed)
    self.computed = points(computed)
    maximum = result.totals[computed].map { sheets.points($0.maximum, set) } ?? "–"
    index =
      result.totals[computed]?.index.map { numbers.fixed($0, places: set.rounding.index) } ?? "–"
    let found = drafted.gaps(in: snapshot)
    let report = GapReport(
      round, language: frame.language, showsPlaces: false, namesOthers: false,
      shelf: result.record.assessment.shelf)
    stakes = found.gaps.isEmpty ? nil : report.stakes(found.total)
    gaps = UnitPage.gaps(found, report, set, unit, at: time)
    requests = ExplanationRequest.open(of: result.record.unit.id, in: snapshot).map { request in
      let item = request.item.flatMap { set.itemIndex($0) }.map { set.items[$0] }
      let due = request.due(at: time, in: snapshot.plan.stages)
      return Request(
        title: item.map { "\($0.id). \($0.title)" }
          ?? request.content.subject.map {
            RoundWords(round, frame.language).subject($0, of: result.record.unit.id)
          } ?? "",
        path: item.map { WebPath.item($0.id, of: result.record.unit.id) + "#giai-trinh" },
        text: request.content.text ?? "", due: due.map { numbers.moment($0) },
        isDue: due.map { Notice.isNear($0, at: time) } ?? false)
    }
    let problems = drafted.problems
    sections = set.areas.enumerated().map { place, area in
      let sum = result.totals[computed]?.areas[place]
      return Section(
        id: area.id, title: area.title,
        points: (sum.map { sheets.points($0.points, set) } ?? "–") + " / "
          + sheets.points(sum?.maximum ?? area.maximum, set),
        rows: set.items[area.items].map { item in
          let outcome = result.sheets[computed][item.index]
          return Row(
            id: item.id, title: item.title, path: WebPath.item(item.id, of: result.record.unit.id),
            maximum: sheets.points(item.maximum, set),
            claimed: sheets.cell(result.sheets[claimed][item.index], set),
            computed: sheets.cell(outcome, set),
            marks: UnitPage.marks(item, outcome, drafted, problems, frame))
        })
    }
  }

  private static func marks(
    _ item: Item, _ outcome: Outcome, _ drafted: DraftedUnit,
    _ problems: [AssessmentField?: [Diagnostic]], _ frame: PageFrame
  ) -> [Mark] {
    guard item.scoredBy == .unit else {
      return [Mark(text: frame.say("không tự chấm", "not filled in here"))]
    }
    var marks: [Mark] = []
    let faults = problems.filter { $0.key?.item == item.id }.values.joined().count(where: \.isError)
    if faults > 0 {
      marks.append(Mark(text: frame.say("\(faults) lỗi", "\(faults) faulty"), isBad: true))
    }
    if outcome.counts, drafted.filled.answers[item.id] == nil {
      marks.append(Mark(text: frame.say("chưa khai", "not answered")))
    }
    if drafted.filled.answers[item.id] != drafted.filed.answers[item.id] {
      marks.append(Mark(text: frame.say("sửa, chưa nộp", "changed, not handed in")))
    }
    return marks
  }

  private static func gaps(
    _ found: UnitGaps, _ report: GapReport, _ set: CriteriaSet, _ unit: String, at time: EventTime
  ) -> [GapSection] {
    var sections: [GapSection] = []
    for group in GapGroup.allCases {
      let rows = found.gaps.filter { $0.group == group }.map { gap -> GapRow in
        var amount = GapAmount()
        for own in UnitGaps.amounts(of: [gap]).values { amount += own }
        let due = gap.due?.moment
        return GapRow(
          title: report.title(gap, found),
          path: gap.item.map { WebPath.item(set.items[$0].id, of: unit) },
          what: report.what(gap), stakes: report.stakes(amount),
          remedy: gap.code.remedy[report.language],
          due: due.map { NumberWords(report.language).moment($0) },
          isDue: due.map { Notice.isNear($0, at: time) } ?? false)
      }
      if !rows.isEmpty {
        sections.append(GapSection(title: group.title[report.language], rows: rows))
      }
    }
    return sections
  }
}
