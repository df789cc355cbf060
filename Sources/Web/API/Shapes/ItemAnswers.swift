internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// A unit's items as its own people see them: what is typed, and what comes of it.
struct ItemAnswers: Sendable {
  let work: WebApplication.UnitWork
  let call: APICall

  init(_ work: WebApplication.UnitWork, _ call: APICall) {
    self.work = work
    self.call = call
  }

  private var round: Round { work.snapshot.round }
  private var drafted: DraftedUnit { work.drafted }
  private var claimed: Int { round.layers.firstIndex(of: .claimed) ?? 0 }
  private var computed: Int { round.layers.firstIndex(of: .computed) ?? 0 }

  func line(_ item: Item) -> JSONValue { .object(members(item)) }

  private func members(_ item: Item) -> [JSONValue.Member] {
    let sheets = drafted.result.sheets
    let line: JSONValue = [
      "id": .string(item.id), "title": .string(item.title),
      "area": .string(work.set.areas[item.area].id), "maximum": .exact(item.maximum),
      "scoredBy": .string(item.scoredBy.rawValue), "claimed": sheets[claimed][item.index].json,
      "computed": sheets[computed][item.index].json,
      "answered": .boolean(drafted.filled.answers[item.id] != nil),
      "changed": .boolean(drafted.filled.answers[item.id] != drafted.filed.answers[item.id]),
      "edition": .whole(drafted.drafts[item.id]?.version ?? 0),
    ]
    if case .object(let members) = line { return members }
    return []
  }

  /// An item, or the inputs that items share.
  func part(_ name: String) throws(APIProblem) -> JSONValue {
    name == AnswerForm.shared ? try shared : try item(name)
  }

  func item(_ id: String) throws(APIProblem) -> JSONValue {
    guard let place = work.set.itemIndex(id) else {
      throw APIProblem(.missing, "không có tiêu chí này", "there is no such item")
    }
    let item = work.set.items[place]
    let trace = drafted.trial.trace(of: drafted.unit, item: place, layer: computed)
    let words = RoundWords(round, call.frame.language)
    let requests = ExplanationRequest.open(of: call.unit, in: work.snapshot)
      .filter { $0.item == id }.map { JSONValue.whole($0.number) }
    let rest: [JSONValue.Member] = [
      .init(key: "guidance", value: .text(item.guidance)),
      .init(
        key: "why", value: .string(RuleSentence(words, trace, showsOthers: false).text)),
      .init(key: "inputs", value: .array(work.set.inputs[item.inputs].map(input))),
      .init(key: "answer", value: answer(drafted.filled.answers[id] ?? .init())),
      .init(key: "draft", value: draft(id)),
      .init(key: "findings", value: findings { $0?.item == id }),
      .init(key: "requests", value: .array(requests)),
    ]
    return .object(members(item) + rest)
  }

  var shared: JSONValue {
    get throws(APIProblem) {
      let inputs = work.set.inputs[work.set.sharedInputs]
      guard !inputs.isEmpty else {
        throw APIProblem(.missing, "không có số liệu dùng chung", "items share no inputs")
      }
      return [
        "edition": .whole(drafted.drafts[AnswerForm.shared]?.version ?? 0),
        "inputs": .array(inputs.map(input)), "answer": named(drafted.filled.shared),
        "draft": draft(AnswerForm.shared),
        "findings": findings { if case .shared? = $0 { true } else { false } },
      ]
    }
  }

  // MARK: Parts

  private func input(_ input: Input) -> JSONValue {
    [
      "name": .string(input.name), "title": .string(input.title),
      "type": .string(input.type.rawValue), "unit": .text(input.unit),
      "options": .texts(input.options.map(\.id)),
    ]
  }

  private func answer(_ answer: FilledAssessment.Answer) -> JSONValue {
    [
      "inputs": named(answer.inputs), "points": .string(answer.points),
      "notApplicable": .string(answer.notApplicable), "note": .string(answer.note),
      "evidence": .array(
        answer.citations.map { cited in
          [
            "document": .string(cited.document), "section": .string(cited.section),
            "pages": .string(cited.pages),
          ]
        }),
    ]
  }

  private func named(_ texts: [String: String]) -> JSONValue {
    .object(texts.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .string($0.value)) })
  }

  private func draft(_ part: String) -> JSONValue {
    guard let draft = drafted.drafts[part] else { return .null }
    return [
      "edition": .whole(draft.version), "author": .string(draft.author),
      "saved": .string(call.visit.now.local(at: draft.savedAt).isoText),
    ]
  }

  private func findings(where isMeant: (AssessmentField?) -> Bool) -> JSONValue {
    let source = ItemPageSource(
      drafted: drafted, snapshot: work.snapshot, frame: call.frame, refusal: nil, saved: nil)
    let found = drafted.problems.filter { isMeant($0.key) }.flatMap { field, problems in
      problems.map { (field, $0) }
    }.sorted { $0.1.primary.span.start.line < $1.1.primary.span.start.line }
    return .array(
      found.map { field, problem in
        [
          "item": .text(field?.item), "pointer": .string(field?.pointer ?? ""),
          "code": .string(problem.code.rawValue),
          "severity": .string(problem.severity.rawValue),
          "message": .string(source.text(problem, about: field)),
          "help": .text(problem.help?[call.frame.language]),
        ]
      })
  }

  // MARK: Handing in

  /// What the page before handing in says.
  func check(_ application: WebApplication) -> JSONValue {
    let result = drafted.result
    let own = work.set.items.filter {
      $0.scoredBy == .unit && result.sheets[computed][$0.index].counts
    }
    let isSubmitted = round.units[drafted.unit].isSubmitted
    let isChanged =
      !isSubmitted || drafted.hasChanges || application.isChangedSince(work, call.unit)
    return [
      "ready": .boolean(!drafted.reading.diagnostics.contains(where: \.isError)),
      "edition": .string(drafted.edition(work.set)),
      "submitted": .boolean(isSubmitted), "changed": .boolean(isChanged),
      "answered": .whole(own.count { drafted.filled.answers[$0.id] != nil }),
      "items": .whole(own.count), "claimed": .exact(result.totals[claimed]?.points),
      "computed": .exact(result.totals[computed]?.points),
      "maximum": .exact(result.totals[computed]?.maximum), "findings": findings { _ in true },
    ]
  }
}

extension Outcome {
  /// Its state and, where it has any, its points.
  var json: JSONValue {
    let hasPoints =
      switch state {
      case .scored, .notApplicable(.fullPoints): true
      case .notApplicable(.exclude), .unanswered, .pending, .broken: false
      }
    return [
      "state": .string(state.name ?? "scored"), "points": hasPoints ? .exact(points) : .null,
    ]
  }
}

extension AssessmentField {
  /// Where in an answer of the API it stands.
  fileprivate var pointer: String {
    switch self {
    case .shared(let name), .input(_, let name): "/inputs/\(name)"
    case .answer: ""
    case .points: "/points"
    case .notApplicable: "/notApplicable"
    case .note: "/note"
    case .citation(_, let place): "/evidence/\(place)"
    }
  }
}
