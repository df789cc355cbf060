internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

extension ItemPage {
  /// The page of one item.
  init(_ item: Item, _ source: ItemPageSource) {
    let set = source.set
    let frame = source.frame
    let result = source.result
    let words = RoundWords(source.round, frame.language)
    let sheets = ScoreSheetText(source.round, frame.language, showsPlaces: false)
    let rules = RuleWords(
      set: set, language: frame.language, calendar: source.round.plan.calendar,
      traits: source.round.plan.traitTitles)
    let computedLayer = source.round.layers.firstIndex(of: .computed) ?? 0
    let claimedLayer = source.round.layers.firstIndex(of: .claimed) ?? 0
    let trace = source.drafted.trial.trace(
      of: source.drafted.unit, item: item.index, layer: computedLayer)
    let table = rules.table(item)
    let answer = source.drafted.filled.answers[item.id] ?? .init()
    unit = source.unit
    unitName = result.record.unit.name
    part = item.id
    path = WebPath.item(item.id, of: source.unit)
    title = "\(item.id). \(item.title)"
    area = "\(set.areas[item.area].id). \(set.areas[item.area].title)"
    maximum = sheets.points(item.maximum, set)
    guidance = item.guidance
    clause = item.clause.map(words.clause)
    measure = table.measure
    rule = table.rows.map(\.text)
    evidence = rules.evidence(item)
    appraisedBy = item.appraisedBy.map(words.office)
    claimed = sheets.cell(result.sheets[claimedLayer][item.index], set)
    computed = sheets.cell(trace.outcome, set)
    // Where it stands in the file says nothing to who typed it in a page.
    sentence = RuleSentence(words, trace, showsOthers: false).text
      .replacing(#/ \([^()]*self-assessment\.yaml:[0-9]+\)/#, with: "")
    documents = source.drafted.shelf.documents.map { document in
      let name = [document.kind, document.number].filter { !$0.isEmpty }.joined(separator: " ")
      return Field.Option(
        id: document.id, title: document.title.isEmpty ? name : "\(name): \(document.title)")
    }
    lacks = source.lacks(item)
    refusal = source.refusal
    saved = source.saved
    version = source.version ?? source.drafted.drafts[item.id]?.version ?? 0
    let absence = trace.applicability.isDecidedAgainst
    if item.scoredBy == .unit, !absence {
      scorer = nil
      fields = set.inputs[item.inputs].map {
        source.field($0, item: item, filed: answer.inputs[$0.name])
      }
      points = source.textField(
        AnswerForm.points, item,
        frame.say("Điểm tự chấm", "Own points"),
        frame.say(
          "để trống: lấy điểm tính từ số liệu; chấm khác đi thì ghi lý do ở phần thuyết minh",
          "blank: the computed points; give the reason below where they are others"),
        .number, TypedValue.number(answer.points, frame.language), .points(item: item.id))
      notApplicable =
        item.mayBeNotApplicable
        ? source.textField(
          AnswerForm.notApplicable, item,
          frame.say("Không áp dụng vì", "Not applicable because"),
          frame.say("chỉ ghi khi không phát sinh", "only where there is nothing to assess"), .line,
          answer.notApplicable, .notApplicable(item: item.id)) : nil
      note = source.textField(
        AnswerForm.note, item, frame.say("Thuyết minh", "Explanation"), "", .text, answer.note,
        .note(item: item.id))
      citations = source.citations(item, answer)
    } else {
      scorer = absence ? nil : words.scorer(item.scoredBy)
      fields = nil
      points = nil
      notApplicable = nil
      note = nil
      citations = []
    }
    problems = source.problems(.answer(item: item.id))
    func neighbour(_ place: Int) -> Neighbour? {
      guard set.items.indices.contains(place) else { return nil }
      let other = set.items[place]
      return Neighbour(
        path: WebPath.item(other.id, of: source.unit), title: "\(other.id). \(other.title)")
    }
    previous = neighbour(item.index - 1)
    next = neighbour(item.index + 1)
  }

  /// The page of the inputs that items share.
  init(shared source: ItemPageSource) {
    let set = source.set
    unit = source.unit
    unitName = source.result.record.unit.name
    part = AnswerForm.shared
    path = WebPath.shared(source.unit)
    title = source.say("Số liệu dùng chung", "Shared inputs")
    area = source.say("Ghi một lần, nhiều tiêu chí dùng", "Given once, read by several items")
    maximum = nil
    guidance = nil
    clause = nil
    measure = nil
    rule = []
    evidence = nil
    appraisedBy = nil
    scorer = nil
    fields = set.inputs[set.sharedInputs].map {
      source.field($0, item: nil, filed: source.drafted.filled.shared[$0.name])
    }
    points = nil
    notApplicable = nil
    note = nil
    documents = []
    citations = []
    lacks = []
    claimed = nil
    computed = nil
    sentence = nil
    problems = []
    version = source.version ?? source.drafted.drafts[AnswerForm.shared]?.version ?? 0
    saved = source.saved
    previous = nil
    next = nil
    refusal = source.refusal
  }
}

extension ItemPageSource {
  func textField(
    _ name: String, _ item: Item, _ title: String, _ hint: String, _ kind: ItemPage.Field.Kind,
    _ filed: String, _ field: AssessmentField
  ) -> ItemPage.Field {
    ItemPage.Field(
      name: name, title: title, hint: hint, kind: kind,
      value: value(name, part: item.id, filed), problems: problems(field))
  }

  /// What stands between the item and its proof, in the words of the list of gaps.
  func lacks(_ item: Item) -> [String] {
    let found = drafted.gaps(in: snapshot)
    let report = GapReport(
      round, language: frame.language, showsPlaces: false, namesOthers: false,
      shelf: result.record.assessment.shelf)
    return found.gaps.filter { gap in
      gap.group == .evidence && gap.effects.contains { $0.item == item.index }
    }
    .map { "\(report.what($0)): \($0.code.remedy[frame.language])" }
  }

  /// The documents that are cited, and two rows for more.
  func citations(_ item: Item, _ answer: FilledAssessment.Answer) -> [ItemPage.CitationRow] {
    let stored = typed ?? drafted.drafts[item.id]?.fields
    var rows = answer.citations
    if let stored {
      rows = (0..<AnswerForm.mostCitations).compactMap { place in
        guard let document = stored[AnswerForm.document(place)], !document.isEmpty else {
          return nil
        }
        return FilledAssessment.Citation(
          document: document, section: stored[AnswerForm.section(place)] ?? "",
          pages: stored[AnswerForm.pages(place)] ?? "")
      }
    }
    let more = min(2, AnswerForm.mostCitations - rows.count)
    let blank = [FilledAssessment.Citation](repeating: .init(document: ""), count: more)
    let isNew = !rows.contains { $0.document == suggested }
    return (rows + blank).enumerated().map { place, row in
      if place == rows.count, isNew, let suggested {
        return ItemPage.CitationRow(
          place: place, document: suggested, section: "", pages: "", problems: [],
          isSuggested: true)
      }
      return ItemPage.CitationRow(
        place: place, document: row.document, section: row.section, pages: row.pages,
        problems: row.document.isEmpty
          ? [] : problems(.citation(item: item.id, place: place)))
    }
  }
}

extension ApplicabilityTrace {
  /// Whether the item does not apply whatever the unit fills in.
  var isDecidedAgainst: Bool {
    switch self {
    case .doesNotApply(.unit, _), .doesNotApply(.trait, _), .surveyNotHeld: true
    // The condition may read what is typed here.
    case .doesNotApply(.condition, _), .applies, .unknown: false
    }
  }
}
