internal import Diagnostics
internal import Grading

/// What was read, value by value, each with where it stands.
extension ExplanationText {
  func writeData(_ unit: Int, _ trace: ItemTrace, _ page: inout TextPage) {
    let set = round.sets[round.units[unit].record.set]
    let values = ValueWords(
      trace: trace,
      words: ExpressionWords(
        set: set, language: words.language, calendar: round.plan.calendar,
        traits: round.plan.traitTitles))
    guard
      !trace.inputs.isEmpty || !trace.figures.isEmpty || !trace.bodies.isEmpty
        || !trace.traits.isEmpty || !trace.deadlines.isEmpty
    else { return }
    page.gap()
    page.heading(say("Số liệu", "Data"))
    for input in trace.inputs { write(input, unit, values, &page) }
    for figure in trace.figures { write(figure, unit, values, &page) }
    for trait in trace.traits {
      page.line(
        say(
          "Đặc điểm \(values.words.trait(trait.name)) trong danh sách cơ quan",
          "Trait \(values.words.trait(trait.name)) in the register")
          + ": " + (trait.isDeclared ? say("có", "yes") : say("không khai", "not declared")),
        indent: 2)
    }
    for deadline in trace.deadlines {
      let title = deadline.title ?? deadline.id
      let moment = deadline.moment.map(numbers.moment) ?? say("chưa quy định", "not set")
      page.line("\(say("Thời hạn", "Deadline")) “\(title)”: \(moment)", indent: 2)
    }
    writeBodies(trace, set, &page)
  }

  // MARK: Inputs

  private func write(
    _ input: InputTrace, _ unit: Int, _ values: ValueWords, _ page: inout TextPage
  ) {
    var text = "\(input.input.title): "
    if input.correctedBy != nil, input.written != input.value {
      text += values.written(input) + " → " + values.text(input.value, of: input.input)
    } else if let refusal = values.refusal(input) {
      text += refusal
    } else {
      text += values.text(input.value, of: input.input)
    }
    var notes: [String] = []
    if let place = input.correctedBy { notes.append(corrected(unit, place)) }
    if input.isShared { notes.append(say("khai một lần, dùng chung", "typed once, shared")) }
    if let citation = input.citation { notes.append(citation) }
    page.line(text + parenthesis(notes), indent: 2)
  }

  private func corrected(_ unit: Int, _ place: Int) -> String {
    let entry = round.units[unit].record.entries[place]
    return say(
      "điều chỉnh ở bước \(words.stage(entry.stage))", "corrected in \(words.stage(entry.stage))")
  }

  func parenthesis(_ notes: [String]) -> String {
    notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
  }

  // MARK: Figures

  private func write(
    _ figure: FigureTrace, _ unit: Int, _ values: ValueWords, _ page: inout TextPage
  ) {
    var text = "\(figure.name.title): "
    if figure.correctedBy != nil, figure.recorded != figure.value {
      text += values.text(figure.recorded, of: figure.name) + " → "
    }
    text += values.text(figure.value, of: figure.name)
    var notes: [String] = []
    if let place = figure.correctedBy { notes.append(corrected(unit, place)) }
    if let origin = figure.origin {
      notes += provenance(origin)
    } else {
      notes.append(say("kỳ đánh giá tự tổng hợp", "counted by the round itself"))
    }
    page.line(text + parenthesis(notes), indent: 2)
    if let note = figure.origin?.note { page.line("\(say("Ghi chú", "Note")): \(note)", indent: 4) }
    if let dispute = figure.dispute {
      let claim = values.text(dispute.claim, as: figure.name.type)
      page.line(
        say(
          "Cơ quan, đơn vị, địa phương kiến nghị: \(claim), lý do: \(dispute.ground)",
          "The unit disputes it: \(claim), ground: \(dispute.ground)"), indent: 4)
    }
    for row in figure.origin?.rows ?? [] {
      page.line("- \(row.text) (\(say("dòng", "line")) \(row.line))", indent: 4)
    }
  }

  /// Source, owner, period and closing day, and the place in the file.
  private func provenance(_ origin: FigureOrigin) -> [String] {
    var notes = [origin.source]
    if let owner = origin.owner {
      notes.append(say("\(words.office(owner)) theo dõi", "kept by \(words.office(owner))"))
    }
    if let period = origin.period { notes.append(period) }
    if let day = origin.closedOn {
      notes.append(say("chốt ngày \(numbers.date(day))", "closed on \(numbers.date(day))"))
    }
    if !origin.isRowPresent {
      notes.append(
        origin.absent == .zero
          ? say("không có dòng nào, tức không phát sinh", "no row, which means none happened")
          : say("không có dòng nào", "no row"))
    }
    if origin.isIllustrative { notes.append(words.illustrationMark) }
    notes.append(origin.citation)
    return notes
  }

  // MARK: Bodies below

  private func writeBodies(_ trace: ItemTrace, _ set: CriteriaSet, _ page: inout TextPage) {
    guard let rule = trace.item.rule.subordinatesRule, !trace.bodies.isEmpty else { return }
    let sentence = RuleSentence(words, trace)
    page.line(
      say(
        "Cơ quan, đơn vị, địa phương trực thuộc, \(sentence.measure(rule)):",
        "Bodies below, \(sentence.measure(rule)):"), indent: 2)
    for body in trace.bodies { page.line("- \(text(body, rule, sentence))", indent: 4) }
  }

  private func text(_ body: BodyTrace, _ rule: SubordinatesRule, _ sentence: RuleSentence)
    -> String
  {
    var notes: [String] = []
    if case .counted = body.treatment {
      if body.isProvisional { notes.append(say("tạm tính", "provisional")) }
      return "\(body.name): \(measured(body, rule, sentence))\(parenthesis(notes))"
    }
    notes.append(
      body.isSubmitted
        ? say("không có số liệu", "no value")
        : say("không nộp bản tự chấm điểm", "handed in nothing"))
    switch body.treatment {
    case .counted: break
    case .countedAsZero: notes.append(say("tính bằng 0", "counts as zero"))
    case .leftOut: notes.append(say("không tính", "left out"))
    case .awaited: notes.append(say("phải chờ", "awaited"))
    case .impossible: notes = [say("số liệu không hợp lệ", "impossible data")]
    }
    return "\(body.name): \(notes.joined(separator: ", "))"
  }

  private func measured(_ body: BodyTrace, _ rule: SubordinatesRule, _ sentence: RuleSentence)
    -> String
  {
    guard let value = body.value else { return body.grade ?? "–" }
    let isPercent =
      if case .figure(let of) = rule.of { sentence.rules.expressions.isShare(of) } else { false }
    return isPercent ? numbers.aboutPercent(value) : numbers.about(value)
  }
}
