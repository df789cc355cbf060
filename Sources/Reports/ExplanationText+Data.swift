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
    var sources = ShownSources()
    for figure in trace.figures { write(figure, unit, values, &sources, &page) }
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
    if let citation = input.citation { notes.append(round.plan.cited(citation)) }
    page.line(text + parenthesis(notes), indent: 2)
  }

  private func corrected(_ unit: Int, _ place: Int) -> String {
    let entry = round.units[unit].record.entries[place]
    guard entry.amendedBy == nil else { return words.step(entry) }
    return say(
      "điều chỉnh ở bước \(words.stage(entry.stage))", "corrected in \(words.stage(entry.stage))")
  }

  func parenthesis(_ notes: [String]) -> String {
    notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
  }

  // MARK: Figures

  private func write(
    _ figure: FigureTrace, _ unit: Int, _ values: ValueWords, _ sources: inout ShownSources,
    _ page: inout TextPage
  ) {
    var text = "\(figure.name.title): "
    if figure.correctedBy != nil, figure.recorded != figure.value {
      text += values.text(figure.recorded, of: figure.name) + " → "
    }
    text += values.text(figure.value, of: figure.name)
    var notes: [String] = []
    if let place = figure.correctedBy { notes.append(corrected(unit, place)) }
    let isSameSource = figure.origin.map { sources.isKnown($0) } ?? false
    if let origin = figure.origin {
      notes += isSameSource ? [say("cùng nguồn", "same source")] : provenance(origin)
    } else {
      notes.append(counted(figure.name))
    }
    page.line(text + parenthesis(notes), indent: 2)
    if let note = figure.origin?.note, sources.isNew(note) {
      page.line("\(say("Ghi chú", "Note")): \(note)", indent: 4)
    }
    if let dispute = figure.dispute {
      let claim = values.text(dispute.claim, as: figure.name.type)
      page.line(
        say(
          "Cơ quan, đơn vị, địa phương kiến nghị: \(claim), lý do: \(dispute.ground)",
          "The unit disputes it: \(claim), ground: \(dispute.ground)"), indent: 4)
    }
    let rows = figure.origin?.rows ?? []
    let (known, new) = sources.parted(rows)
    if !known.isEmpty {
      let lines = known.map { String($0.line) }.joined(separator: ", ")
      page.line(
        say("- đã nêu ở trên: dòng \(lines)", "- named above: lines \(lines)"), indent: 4)
    }
    for row in new {
      page.line("- \(row.text) (\(say("dòng", "line")) \(row.line))", indent: 4)
    }
  }

  /// How the round itself comes to a figure that nobody keeps.
  private func counted(_ name: FigureName) -> String {
    switch name.namespace {
    case "subordinates":
      say("cộng từ các cơ quan, đơn vị trực thuộc", "summed over the units below")
    case "assessment":
      say(
        "cộng các tiêu chí thành phần tự chấm, không kể tiêu chí này",
        "summed over the unit's own items, this one left out")
    case "submission": say("theo bản tự chấm điểm đã nộp", "from what the unit handed in")
    default: say("tổng hợp từ dữ liệu của kỳ đánh giá", "from the round's own data")
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
    if origin.isIllustrative { notes.append(say("số liệu minh họa", "illustrative")) }
    notes.append(round.plan.cited(origin.citation))
    return notes
  }

  // MARK: Bodies below

  private func writeBodies(_ trace: ItemTrace, _ set: CriteriaSet, _ page: inout TextPage) {
    guard let rule = trace.item.rule.subordinatesRule, !trace.bodies.isEmpty else { return }
    guard showsOthers else {
      let count = numbers.count(trace.bodies.count)
      return page.line(
        say(
          "\(count) cơ quan, đơn vị, địa phương trực thuộc; kết quả của từng nơi chưa công bố",
          "\(count) bodies below; their results are not public yet"), indent: 2)
    }
    let sentence = RuleSentence(words, trace)
    page.line(
      sentence.measureTitle(rule)
        + say(" của các cơ quan, đơn vị trực thuộc", " of the units below")
        + parenthesis(source(trace.bodies)) + ":", indent: 2)
    for body in trace.bodies {
      let citation = parenthesis([body.origin?.citation].compactMap { $0 })
      page.line("- \(text(body, rule, sentence))\(citation)", indent: 4)
    }
  }

  /// Where the results of the bodies below come from; each says its own line.
  private func source(_ bodies: [BodyTrace]) -> [String] {
    guard let origin = bodies.lazy.compactMap(\.origin).first else {
      return [say("kết quả của kỳ đánh giá này", "results of this round")]
    }
    return provenance(origin).dropLast()
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

/// What a page has said already, so that figures of one row do not repeat their source.
private struct ShownSources {
  private var citations: Set<[String]> = []
  private var notes: Set<String> = []
  private var lines: Set<FigureDetail> = []

  /// Whether a figure of the same row of the same table was shown before.
  mutating func isKnown(_ origin: FigureOrigin) -> Bool {
    guard origin.isRowPresent else { return false }
    return !citations.insert([origin.citation, origin.source]).inserted
  }

  mutating func isNew(_ note: String) -> Bool { notes.insert(note).inserted }

  /// The rows shown before, and the others.
  mutating func parted(_ rows: [FigureDetail]) -> (known: [FigureDetail], new: [FigureDetail]) {
    let known = rows.filter(lines.contains)
    let new = rows.filter { !lines.contains($0) }
    lines.formUnion(new)
    return (known, new)
  }
}
