package import EventLog
package import Grading
internal import Procedure

/// Turns what units handed in and their appraisal files into the events of a log, which means the
/// same.
package struct EventConversion {
  private let loaded: LoadedRound
  private let round: Round
  /// Of what was read, by path.
  private let digests: [String: String]
  private var contents: [(key: EventTime, content: EventContent)] = []

  /// - Parameters:
  ///   - loaded: a round without a log.
  ///   - round: the same, computed: what stood there before each decision is taken from it.
  package init(_ loaded: LoadedRound, _ round: Round) {
    self.loaded = loaded
    self.round = round
    digests = Dictionary(
      loaded.digests.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
  }

  /// The events in time order, the opening first.
  /// - Parameters:
  ///   - author: who converts, as people.yaml names them.
  ///   - moment: when the round was opened, unless something was done before.
  ///   - files: further files that the opening vouches for, with their digests.
  package func events(
    by author: String, at moment: EventTime, files: [String: String] = [:]
  ) -> [EventContent] {
    var conversion = self
    for unit in round.units.indices { conversion.add(unit) }
    // Stable: what one moment holds keeps its order.
    let ordered = conversion.contents.enumerated()
      .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .map(\.element.content)
    let first = ordered.first.map { min($0.time, moment) } ?? moment
    var opening = EventContent(time: first, author: author, role: "organiser", kind: .opened)
    opening.opening = LogOpening(round: loaded.setting.plan.id)
    opening.files = files
    for file in loaded.setting.digests {
      opening.files[loaded.setting.plan.cited(file.path)] = file.sha256
    }
    return EventConversion.answering([opening] + ordered)
  }

  /// The contents of a whole log, each explanation naming the open request that it answers.
  package static func answering(_ contents: [EventContent]) -> [EventContent] {
    var contents = contents
    var open: [String: Int] = [:]
    for (place, content) in contents.enumerated() {
      guard let unit = content.unit, let subject = content.subject else { continue }
      let key = "\(unit) \(subject)"
      switch content.kind {
      case .explanationRequested: open[key] = place + 1
      case .explained: contents[place].answers = open.removeValue(forKey: key)
      default: continue
      }
    }
    return contents
  }

  private mutating func add(_ unit: Int) {
    let record = round.units[unit].record
    let id = record.unit.id
    if let moment = record.assessment.submittedAt {
      var content = EventContent(
        time: EventTime(moment), author: author(of: id, on: moment.day), role: Role.unit.rawValue,
        kind: .submitted)
      content.unit = id
      content.stage = round.plan.stages.first { $0.kind == .claim }?.id
      let files = HandIn(
        of: id, in: loaded.setting, linkedLate: record.assessment.linkedLateFile)
      for path in files.paths {
        let cited = round.plan.cited(path)
        content.files[cited] =
          digests[cited] ?? FileDigest(streaming: path)?.sha256
      }
      contents.append((content.time, content))
    }
    var inputs = record.assessment.inputs
    var latest: EventTime?
    for place in record.entries.indices {
      guard let content = content(unit, place, &inputs) else { continue }
      // A unit's entries keep their order, whatever its clock did.
      let key = max(latest ?? content.time, content.time)
      latest = key
      contents.append((key, content))
    }
  }

  /// Who handed in for a unit: files name no account, so it is the only one that it had; the unit
  /// itself where it had several or none.
  private func author(of unit: String, on day: CalendarDay) -> String {
    let own = (loaded.setting.procedure.people ?? [:]).values
      .filter { $0.role == .unit && $0.unit == unit && $0.isInOffice(on: day) }
    return own.count == 1 ? own.first?.id ?? unit : unit
  }

  private func content(_ unit: Int, _ place: Int, _ inputs: inout [InputValue]) -> EventContent? {
    let record = round.units[unit].record
    let entry = record.entries[place]
    let stage = round.plan.stages[entry.stage]
    guard let at = entry.at else { return nil }
    var content = EventContent(
      time: EventTime(at), author: entry.author, role: stage.who ?? stage.kind.rawValue,
      kind: stage.kind == .council ? .decided : .appraised)
    content.unit = record.unit.id
    content.stage = stage.id
    content.text = entry.reason
    content.subject =
      switch entry.subject {
      case .item(let item): .item(round.sets[record.set].items[item].id)
      case .figure(let name): .figure(name)
      }
    switch entry.decision {
    case .accept:
      content.decision = .accept
      content.to = (entry.seen ?? round.accepted(unit: unit, entry: place)).map(EventValue.points)
    case .adjust(let corrected):
      content.decision = .adjust
      let set = round.sets[record.set]
      var from: [String: String] = [:]
      var to: [String: String] = [:]
      for (input, value) in corrected {
        let input = (place: input, named: set.inputs[input])
        to[input.named.name] = input.named.written(value)
        from[input.named.name] = input.named.written(inputs[input.place])
        inputs[input.place] = value
      }
      content.to = .inputs(to)
      content.from = from.isEmpty ? nil : .inputs(from)
    case .setPoints(let points, let beyondRule):
      content.decision = .setPoints
      content.from = pointsBefore(unit, entry).map(EventValue.points)
      content.to = .points(points)
      content.isBeyondRule = beyondRule
    case .rejectEvidence(let documents):
      content.decision = .rejectEvidence
      content.documents = documents
    case .markNotApplicable: content.decision = .markNotApplicable
    case .requestExplanation: content.kind = .explanationRequested
    case .explanation(let text):
      content.kind = .explained
      content.text = text
      content.evidence = entry.citations.map { record.assessment.shelf[$0.document].id }
    case .correctFigure(let value):
      content.decision = .correctFigure
      if case .figure(let name) = entry.subject {
        let figure = FigureName(named: name, in: round, unit)
        content.to = figure.written(value).map(EventValue.text)
        if let figure, case .known(let old) = round.plan.figures.value(figure, unit: record.unit.id)
        {
          content.from = figure.written(old).map(EventValue.text)
        }
      }
    }
    return content
  }

  /// The points that stood there when an entry's own stage began; nil where there were none.
  private func pointsBefore(_ unit: Int, _ entry: AppraisalEntry) -> Exact? {
    guard case .item(let item) = entry.subject,
      let layer = round.layers.firstIndex(of: .stage(entry.stage))
    else { return nil }
    let outcome = round.units[unit].sheets[layer - 1][item]
    return outcome.state == .scored ? outcome.points : nil
  }
}

extension FigureName {
  fileprivate init?(named name: String, in round: Round, _ unit: Int) {
    let record = round.units[unit].record
    let named =
      round.sets[record.set].figures + round.plan.blocks[record.block].conditionFigures
    guard let figure = named.first(where: { $0.name == name }) else { return nil }
    self = figure
  }
}
