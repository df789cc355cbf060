internal import Grading

/// A round of any size, whole in one folder: criteria, units, one register, hand-ins.
///
/// For measuring: what it says is neither true nor like any real province.
package struct LargeRound {
  private let units: Int
  private let blocks: Int
  private let seed: UInt64
  private let writesEvidence: Bool
  private let events: Int

  /// - Parameters:
  ///   - units: how many units hand in.
  ///   - blocks: how many blocks they are ranked in.
  ///   - writesEvidence: whether each unit has a shelf of documents as well.
  ///   - events: how many events its log has; 0: there is none. At least one a unit, and four.
  package init(
    units: Int, blocks: Int = 1, seed: UInt64 = 2017, writesEvidence: Bool = false, events: Int = 0
  ) {
    self.units = max(1, units)
    self.blocks = max(1, blocks)
    self.seed = seed
    self.writesEvidence = writesEvidence
    self.events = events
  }

  /// Writes the round; each unit is written before the next is made.
  /// - Parameter progress: told how many units are done.
  package func write(
    to folder: String, progress: (Int) -> Void = { _ in }
  ) throws(GenerationFailure) {
    var writer = FolderWriter(folder)
    try writer.write(GeneratedFile(path: "criteria/so.yaml", text: LargeCriteria.text))
    try writer.write(GeneratedFile(path: "round.yaml", text: roundText))
    try writer.write(GeneratedFile(path: "units.yaml", text: unitsText))
    try writer.write(GeneratedFile(path: "registers/reports.csv", text: reportsText))
    let sampler = try InputSampler(reading: folder + "/criteria/so.yaml")
    var handedIn: [[String: String]] = []
    for place in 1...units {
      let files = hand(place, sampler)
      for file in files { try writer.write(file) }
      if events > 0 {
        handedIn.append(
          Dictionary(
            files.filter { $0.path.hasSuffix(".yaml") }.map { ($0.path, $0.digest) },
            uniquingKeysWith: { first, _ in first }))
      }
      progress(place)
    }
    guard events > 0 else { return }
    let history = LargeHistory(
      units: handedIn.enumerated().map { (id: id($0.offset + 1), files: $0.element) },
      ground: [
        "criteria/so.yaml": GeneratedFile(path: "", text: LargeCriteria.text).digest,
        "round.yaml": GeneratedFile(path: "", text: roundText).digest,
      ], seed: seed, events: events)
    try history.write(to: folder)
  }

  private func id(_ place: Int) -> String {
    let digits = String(place)
    return "don-vi-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  private func block(_ place: Int) -> String { "khoi-\((place - 1) % blocks + 1)" }

  private func hand(_ place: Int, _ sampler: InputSampler) -> [GeneratedFile] {
    let set = sampler.set
    let unit = Unit(
      id: id(place), name: "Đơn vị \(place)", type: "so", traits: [], span: set.span)
    var random = Randomness(seed, unit.id)
    let quality = 950 - min(random.below(600), random.below(600))
    var sampler = sampler
    sampler.attempts = 5
    var data = Evaluator(
      inputs: Array(repeating: .blank, count: set.inputs.count),
      figures: set.figures.map { _ in .known(.number(.zero)) }, traits: [],
      calendar: sampler.calendar)
    var draft = SubmissionDraft(
      round: "do-toc-do", unit: unit, submittedAt: "2017-12-\(random.int(10...19))T15:30")
    for place in set.sharedInputs {
      data.inputs[place] = .given(.number(Exact(random.int(20...80))))
      draft.sharedInputs.append((place, data.inputs[place]))
    }
    for item in set.items where item.scoredBy == .unit {
      draft.answers.append(answer(item, unit, sampler, quality, &data, &random))
    }
    let folder = "units/\(unit.id)/"
    var files = [
      GeneratedFile(path: folder + "self-assessment.yaml", text: draft.selfAssessment(set))
    ]
    if writesEvidence {
      for area in 1...LargeCriteria.areas {
        var paper = Paper(
          id: "bao-cao-\(area)", kind: "báo cáo", title: "Báo cáo lĩnh vực \(area)",
          issuer: unit.name)
        paper.number = "\(area * 12)/BC-DV\(place)"
        paper.date = CalendarDay(year: 2017, month: 11, day: area + 1)
        paper.file = "evidence/bao-cao-\(area).pdf"
        draft.papers.append(paper)
      }
      files.append(GeneratedFile(path: folder + "evidence.yaml", text: draft.evidence))
    }
    return files
  }

  private func answer(
    _ item: Item, _ unit: Unit, _ sampler: InputSampler, _ quality: Int, _ data: inout Evaluator,
    _ random: inout Randomness
  ) -> AnswerDraft {
    var answer = AnswerDraft(item: item.index)
    let wanted = random.chance(quality) ? 1000 : random.int(0...8) * 100
    // An item that compares with the block's best has no points yet; any inputs will do.
    guard
      let draw = sampler.draw(item, for: unit, wanted: wanted, data, &random)
        ?? sampler.anyDraw(item, data, &random)
    else { return answer }
    answer.values = draw.values
    for (place, value) in draw.values { data.inputs[place] = value }
    if case .scored = draw.outcome.state, random.chance(500) {
      answer.claim = draw.outcome.points
      if random.chance(60), draw.outcome.points < item.maximum {
        answer.claim = item.maximum
        answer.note = "Đề nghị công nhận điểm tối đa"
      }
    }
    if writesEvidence {
      answer.citations = [
        PaperCitation(
          id: "bao-cao-\(item.area + 1)", section: "II", pages: "\(random.int(1...9))")
      ]
    }
    return answer
  }

  private var roundText: String {
    var text = """
      # Kỳ đánh giá minh họa để đo tốc độ, do bộ sinh dữ liệu tạo ra.
      format: parindex/round@1
      id: do-toc-do
      title: Kỳ đánh giá minh họa để đo tốc độ
      year: 2017
      illustrative: yes
      note: Số liệu minh họa, tạo ra để đo tốc độ.
      criteria: criteria
      before_appraisal: computed
      open_at_publication: unranked
      not_submitted: unranked
      stages:
        - {id: self-assessment, title: Tự chấm điểm, kind: claim, who: unit, through: 2017-12-20T17:00}
        - {id: appraisal-1, title: Thẩm định, kind: appraisal, who: helper-team, through: 2018-01-03}

      """
    if events > 0 { text += LargeHistory.stages }
    text += "blocks:\n"
    for block in 1...blocks {
      text += """
          - id: khoi-\(block)
            title: Khối \(block)
            council: province
            unit_types: [\(block == 1 ? "so" : "so-\(block)")]
            grades:
              - {name: Tốt, from: 85}
              - {name: Khá, from: 70}
              - {name: Trung bình, from: 50}
              - {name: Yếu, from: 0}
            ranking: {by: index, on: rounded, ties: competition}
            grades_on: rounded

        """
    }
    text += """
      registers:
        reports: {file: registers/reports.csv, owner: so-noi-vu, closed_on: 2017-12-31, absent: zero, illustrative: yes}

      """
    return text
  }

  private var unitsText: String {
    var text = "format: parindex/units@1\nunits:\n"
    for place in 1...units {
      text += "  - {id: \(id(place)), name: Đơn vị \(place), type: so, "
      text += "block: \(block(place)), order: \(place)}\n"
    }
    return text
  }

  private var reportsText: String {
    var table = Table(header: ["unit", "late"])
    for place in 1...units {
      var random = Randomness(seed, id(place), "reports")
      if random.chance(250) { table.rows.append([id(place), String(random.int(1...3))]) }
    }
    return table.text
  }
}
