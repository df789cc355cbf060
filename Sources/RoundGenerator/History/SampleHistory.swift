internal import EventLog
package import Grading
package import Loading

/// The made-up history of the shipped round: everything that its hand-ins and appraisal files say,
/// as events of the people who would have done it, with what a real year has beside: confirmations
/// by the appraising offices, the agenda of the council, its meeting and its votes.
///
/// Its points are those of the files. The same round gives the same bytes.
package struct SampleHistory {
  private let loaded: LoadedRound
  private let round: Round
  private let people: SamplePeople

  /// - Parameters:
  ///   - loaded: the round with its appraisal files, before it has a log.
  ///   - round: the same, computed.
  package init(_ loaded: LoadedRound, _ round: Round) {
    self.loaded = loaded
    self.round = round
    people = SamplePeople(round.units.map(\.record.unit), round.sets)
  }

  /// Writes the log into a round's folder, in place of its appraisal files.
  package static func write(to folder: String) throws(GenerationFailure) {
    var options = RoundOptions()
    options.readsLog = false
    options.checksEvidenceFiles = false
    guard let loaded = loadRound(folder, options: options).loaded else {
      throw .unreadable(folder)
    }
    let history = SampleHistory(loaded, loaded.round())
    var writer = FolderWriter(folder)
    try writer.write(history.file)
    for member in loaded.setting.members {
      FileAccess.remove("\(loaded.setting.submissions)/\(member.unit.id)/appraisal.yaml")
    }
  }

  /// The log.
  package var file: GeneratedFile {
    GeneratedFile(
      path: LogWriter.usualName,
      text: String(decoding: RoundEvent.log(RoundEvent.chain(contents())), as: UTF8.self))
  }

  /// All events in time order, the opening first.
  func contents() -> [EventContent] {
    var contents = EventConversion(loaded, round).events(
      by: people.organiser, at: SampleHistory.time(2017, 12, 1, 8, 0))
    contents = contents.map(acted)
    let opening = contents.removeFirst()
    contents += confirmations()
    contents += councilEvents(contents)
    let ordered = contents.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    return EventConversion.answering([opening] + ordered)
  }

  static func time(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> EventTime {
    let day = CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
    return EventTime(LocalMoment(day, minute: Int16(hour * 60 + minute)))
  }

  // MARK: Who did it

  /// An event of the files as its people would have recorded it.
  private func acted(_ given: EventContent) -> EventContent {
    var content = given
    guard let id = content.unit, let unit = place(of: id) else { return content }
    let record = round.units[unit].record
    let item = item(content, record)
    switch content.kind {
    case .appraised, .explanationRequested:
      content.author = people.appraiser(of: record.unit, office: item?.appraisedBy)
      content.role = "helper-team"
      content.ground = content.decision.flatMap(\.sampleGround)
      if moves(content, unit, by: Exact(1, over: 2) ?? .zero) {
        content.approver = people.second(of: content.author)
      }
    case .explained:
      content.author = people.officer(of: id)
      content.answers = nil
    case .submitted: content.author = people.officer(of: id)
    case .decided:
      content.author = people.secretary(of: record.unit)
      content.ground = content.decision.flatMap(\.sampleCouncilGround)
      content.vote = EventVote(inFavour: 7, against: 0, abstaining: 0)
    case .opened, .corrected, .replaced, .agenda, .met, .locked, .unlocked, .publication,
      .reconsiderationAsked, .reconsiderationAnswered, .amended:
      break
    }
    return content
  }

  /// Whether an event's stage moves its item by more than so many points.
  private func moves(_ content: EventContent, _ unit: Int, by most: Exact) -> Bool {
    guard case .item(let id)? = content.subject,
      let item = round.sets[round.units[unit].record.set].itemIndex(id),
      let stage = round.plan.stages.firstIndex(where: { $0.id == content.stage }),
      let layer = round.layers.firstIndex(of: .stage(stage)), layer > 0
    else { return false }
    let sheets = round.units[unit].sheets
    let move = sheets[layer][item].points - sheets[layer - 1][item].points
    return most < (move.isNegative ? -move : move)
  }

  private func place(of id: String) -> Int? {
    round.units.firstIndex { $0.record.unit.id == id }
  }

  private func item(_ content: EventContent, _ record: UnitRecord) -> Item? {
    guard case .item(let id)? = content.subject else { return nil }
    let set = round.sets[record.set]
    return set.itemIndex(id).map { set.items[$0] }
  }
}

// MARK: What the files do not say

extension SampleHistory {
  /// The appraising offices confirm items that nobody questioned: two of each unit of the province.
  private func confirmations() -> [EventContent] {
    guard let stage = round.plan.stages.first(where: { $0.kind == .appraisal }) else { return [] }
    var contents: [EventContent] = []
    for (unit, result) in round.units.enumerated()
    where result.isSubmitted && !round.plan.blocks[result.record.block].groupsByParent {
      let record = result.record
      let set = round.sets[record.set]
      let touched = Set(record.entries.map(\.subject))
      let quiet = set.items.filter { item in
        item.scoredBy == .unit && item.links.isEmpty && !touched.contains(.item(item.index))
          && result.sheets.dropFirst().allSatisfy {
            $0[item.index].state == .scored && $0[item.index].points == item.maximum
          }
      }
      for offset in 0..<2 where quiet.count > 4 {
        let item = quiet[(unit * 7 + offset * 11) % quiet.count]
        let minute = 8 * 60 + (unit * 17 + offset * 133) % 450
        var content = EventContent(
          time: SampleHistory.time(
            2017, 12, [21, 22, 25, 26, 27, 28, 29][(unit + offset * 3) % 7], minute / 60,
            minute % 60),
          author: people.appraiser(of: record.unit, office: item.appraisedBy),
          role: "helper-team", kind: .appraised)
        content.unit = record.unit.id
        content.subject = .item(item.id)
        content.stage = stage.id
        content.decision = .accept
        content.to = .points(item.maximum)
        contents.append(content)
      }
    }
    return contents
  }

  /// What was still disputed after the second appraisal goes before the council, which meets and
  /// confirms it.
  private func councilEvents(_ given: [EventContent]) -> [EventContent] {
    guard let council = round.plan.stages.first(where: { $0.kind == .council }) else { return [] }
    var contents: [EventContent] = []
    let disputed = given.filter { $0.stage == "appraisal-2" && $0.decision == .setPoints }
    for (place, point) in disputed.enumerated() {
      guard let id = point.unit, let unit = self.place(of: id),
        !round.plan.blocks[round.units[unit].record.block].groupsByParent
      else { continue }
      var agenda = EventContent(
        time: SampleHistory.time(2018, 1, 12, 9, place * 5), author: people.organiser,
        role: "organiser", kind: .agenda)
      agenda.unit = id
      agenda.subject = point.subject
      agenda.stage = council.id
      agenda.from = point.to
      agenda.to = point.from
      agenda.text = "Đơn vị đề nghị giữ số điểm trước thẩm định lần 2"
      contents.append(agenda)
      var decision = EventContent(
        time: SampleHistory.time(2018, 1, 15, 14, 20 + place * 2),
        author: people.secretary(of: round.units[unit].record.unit), role: "council",
        kind: .decided)
      decision.unit = id
      decision.subject = point.subject
      decision.stage = council.id
      decision.decision = .accept
      decision.to = point.to
      decision.vote = EventVote(inFavour: 6, against: 1, abstaining: 0)
      contents.append(decision)
    }
    var meeting = EventContent(
      time: SampleHistory.time(2018, 1, 15, 14, 0), author: people.organiser, role: "organiser",
      kind: .met)
    meeting.stage = council.id
    meeting.attendance = (1...7).map { "hoi-dong/0\($0)" }
    meeting.text =
      "Xem xét \(contents.count / 2) nội dung còn ý kiến khác nhau và các tiêu chí do Hội đồng cho điểm"
    meeting.basis = "Biên bản họp Hội đồng thẩm định ngày 15/01/2018 (minh họa)"
    contents.append(meeting)
    return contents
  }
}

extension EventDecision {
  fileprivate var sampleGround: String? {
    switch self {
    case .accept: nil
    case .adjust, .correctFigure: "so-lieu-khong-khop"
    case .setPoints: "dat-mot-phan"
    case .rejectEvidence: "tai-lieu-khong-hop-le"
    case .markNotApplicable: "khong-phat-sinh"
    }
  }

  fileprivate var sampleCouncilGround: String? { self == .accept ? nil : "hoi-dong-thong-nhat" }
}
