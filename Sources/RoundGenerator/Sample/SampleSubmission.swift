internal import Grading

/// Makes up what one unit of the sample round hands in.
struct SampleSubmission {
  let facts: UnitFacts
  let scenario: Scenario
  let sampler: InputSampler
  let seed: UInt64
  let year: Int
  let round: String
  /// The name of the unit above, for plans that it wrote for all of its communes.
  let parentName: String?
  let dispute: DisputeDraft?
  var draft: SubmissionDraft
  var data: Evaluator

  var set: CriteriaSet { sampler.set }

  init(
    _ facts: UnitFacts, _ scenario: Scenario, sampler: InputSampler, data: Evaluator,
    seed: UInt64, round: String, parentName: String?, dispute: DisputeDraft?
  ) {
    self.facts = facts
    self.scenario = scenario
    self.sampler = sampler
    self.seed = seed
    self.round = round
    self.parentName = parentName
    self.dispute = dispute
    self.data = data
    year = data.calendar.year
    var random = Randomness(seed, facts.identity, "submission")
    let day = random.int(8...19)
    let minute = random.int(0...59)
    let time = "T\(random.int(10...16)):\(minute < 10 ? "0" : "")\(minute)"
    draft = SubmissionDraft(
      round: round, unit: facts.unit,
      submittedAt: scenario.submittedAt ?? "\(year)-12-\(day < 10 ? "0" : "")\(day)\(time)")
  }

  /// The whole hand-in, with the evaluator that holds its inputs.
  mutating func make() -> (draft: SubmissionDraft, data: Evaluator) {
    for place in set.sharedInputs {
      let value = InputValue.given(.number(Exact(facts.shared[set.inputs[place].name] ?? 10)))
      data.inputs[place] = value
      draft.sharedInputs.append((place, value))
    }
    for item in set.items where item.scoredBy == .unit { answer(item) }
    addBundle()
    addLinkedList()
    if let dispute { draft.disputes = [dispute] }
    return (draft, data)
  }

  private mutating func answer(_ item: Item) {
    if scenario.unanswered.contains(item.id) { return }
    var random = Randomness(seed, facts.identity, item.id)
    if case .notApplicable = sampler.scorer.trial(item, for: facts.unit, data).state,
      item.applicability.contains(where: { $0.appliesWhen != nil })
    {
      return
    }
    var answer = AnswerDraft(item: item.index)
    if let reason = scenario.notApplicable[item.id] {
      answer.notApplicable = reason
      draft.answers.append(answer)
      return
    }
    let isOverclaimed = scenario.overclaims.contains(item.id)
    let isFull = random.chance(facts.quality - 40) && !isOverclaimed
    let wanted = isFull ? 1000 : random.pick([0, 0, 250, 500, 500, 750]) ?? 0
    // Without another office's figure nothing can be weighed, but the unit still answers.
    guard
      let draw = sampler.draw(item, for: facts.unit, wanted: wanted, data, &random)
        ?? sampler.anyDraw(item, data, &random)
    else { return }
    for (place, value) in draw.values { data.inputs[place] = value }
    answer.values = draw.values
    if case .scored = draw.outcome.state { answer.computed = draw.outcome.points }
    claim(item, &answer, isOverclaimed, &random)
    prove(item, &answer, &random)
    draft.answers.append(answer)
  }

  /// Most units leave the points to the engine; some state them, a few too high.
  private func claim(
    _ item: Item, _ answer: inout AnswerDraft, _ isOverclaimed: Bool, _ random: inout Randomness
  ) {
    guard let computed = answer.computed else { return }
    let isTooHigh = isOverclaimed || random.chance((1000 - facts.quality) / 9)
    if isTooHigh, computed < item.maximum {
      answer.claim = item.maximum
      answer.note =
        random.pick([
          "Đơn vị đã thực hiện đầy đủ, đề nghị công nhận điểm tối đa",
          "Có tính phần việc hoàn thành sau thời điểm báo cáo, đề nghị xem xét",
          "Phần chưa đạt do nguyên nhân khách quan, đề nghị công nhận",
        ]) ?? ""
    } else if random.chance(220) {
      answer.claim = computed
    }
  }
}
