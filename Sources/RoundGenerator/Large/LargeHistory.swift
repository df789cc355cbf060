internal import EventLog
internal import Glibc
internal import Grading

/// The log of a large round: every unit hands in, is appraised over and over, is asked, explains
/// and is appraised again; at the end the council meets and the points are locked.
///
/// For measuring, as the round is; the chain is whole and the times only grow.
struct LargeHistory {
  /// Units by their ids, with the digests of what they handed in.
  let units: [(id: String, files: [String: String])]
  /// What the round stands on: digests by path.
  let ground: [String: String]
  let seed: UInt64
  let events: Int

  /// Stages behind the first appraisal, as round.yaml has them.
  static let stages = """
      - {id: explanation, title: Giải trình, kind: explanation, who: unit, through: 2018-01-08}
      - {id: appraisal-2, title: Thẩm định lần 2, kind: appraisal, who: helper-team, through: 2018-01-13}
      - {id: council, title: Hội đồng thẩm định, kind: council, who: council, through: 2018-01-15, beyond_rule: yes}

    """

  /// A stretch of the history: in each turn every unit has one event of this sort.
  private struct Phase {
    enum Sort { case submission, appraisal, request, explanation }

    let sort: Sort
    let stage: String
    let turns: Int
    let start: (month: Int, day: Int)
    /// How many days it lasts.
    let days: Int
  }

  private var phases: [Phase] {
    let turns = max(0, events - units.count - 4 + units.count - 1) / units.count
    let asked = turns / 10
    let second = turns / 5
    return [
      Phase(
        sort: .submission, stage: "self-assessment", turns: 1, start: (month: 12, day: 10), days: 10
      ),
      Phase(
        sort: .appraisal, stage: "appraisal-1", turns: turns - 2 * asked - second,
        start: (month: 12, day: 21), days: 12),
      Phase(
        sort: .request, stage: "appraisal-1", turns: asked, start: (month: 1, day: 2), days: 2),
      Phase(
        sort: .explanation, stage: "explanation", turns: asked, start: (month: 1, day: 4), days: 5),
      Phase(
        sort: .appraisal, stage: "appraisal-2", turns: second, start: (month: 1, day: 9), days: 5),
    ]
  }

  func write(to folder: String) throws(GenerationFailure) {
    let path = "\(folder)/\(LogWriter.usualName)"
    guard let stream = fopen(path, "w") else { throw .unwritable(path) }
    var sequence = 0
    var previous: LineDigest?
    var isWritten = true
    func add(_ content: EventContent) {
      sequence += 1
      var line = RoundEvent(sequence: sequence, previous: previous, content: content).line
      previous = LineDigest(ofLine: line)
      line.append(0x0A)
      isWritten = fwrite(line, 1, line.count, stream) == line.count && isWritten
    }
    add(opening)
    for phase in phases {
      for turn in 0..<phase.turns {
        for place in units.indices where sequence < events - 3 || phase.sort == .submission {
          // Not one unit after the other in their own order.
          let unit = (place * 7919 + turn * 31) % units.count
          let done = turn * units.count + place
          add(content(phase, turn, unit, done, sequence))
        }
      }
    }
    for content in ending { add(content) }
    guard fclose(stream) == 0, isWritten else { throw .unwritable(path) }
  }

  // MARK: Single events

  private var opening: EventContent {
    var content = event(.opened, by: "so-noi-vu/01", "organiser", 12, 1, 8 * 3600)
    content.opening = LogOpening(round: "do-toc-do")
    content.files = ground
    return content
  }

  private var ending: [EventContent] {
    var met = event(.met, by: "so-noi-vu/01", "organiser", 1, 15, 14 * 3600)
    met.stage = "council"
    met.attendance = ["hoi-dong/01", "hoi-dong/02", "hoi-dong/03"]
    met.text = "Hội đồng thống nhất kết quả thẩm định lần 2"
    var locked = event(.locked, by: "so-noi-vu/01", "organiser", 1, 15, 16 * 3600)
    locked.text = "Điểm, mức xếp hạng và thứ hạng của tất cả các khối"
    var issued = event(.publication, by: "so-noi-vu/01", "organiser", 1, 19, 17 * 3600)
    issued.from = .text("submitted")
    issued.to = .text("issued")
    issued.basis = "141/QĐ-UBND ngày 19/01/2018"
    return [met, locked, issued]
  }

  private func content(
    _ phase: Phase, _ turn: Int, _ place: Int, _ done: Int, _ sequence: Int
  ) -> EventContent {
    let unit = units[place]
    let isUnit = phase.sort == .submission || phase.sort == .explanation
    let kind: EventKind =
      switch phase.sort {
      case .submission: .submitted
      case .appraisal: .appraised
      case .request: .explanationRequested
      case .explanation: .explained
      }
    let seconds = phase.days * 86_400 - 3600
    var content = event(
      kind, by: isUnit ? unit.id + "/01" : "to-giup-viec/0\(place % 9 + 1)",
      isUnit ? "unit" : "helper-team", phase.start.month, phase.start.day,
      done * seconds / max(1, phase.turns * units.count))
    content.unit = unit.id
    content.stage = phase.stage
    if phase.sort == .submission {
      content.files = unit.files
      return content
    }
    let area = (turn + place) % LargeCriteria.areas + 1
    var random = Randomness(seed, unit.id, "history", phase.stage, String(turn))
    switch phase.sort {
    case .submission: break
    case .appraisal: appraise(&content, area, &random)
    case .request:
      content.subject = .item("\(area).1.1")
      content.text = "Chưa thấy văn bản ban hành kế hoạch trong danh mục tài liệu kiểm chứng đã gửi"
      content.due = LocalMoment(parsing: "2018-01-08T17:00")
    case .explanation:
      content.subject = .item("\(area).1.1")
      content.text = "Kế hoạch ban hành ngày \(random.int(10...28))/12/2016, gửi kèm bản quét"
      // The same turn of the requests, as many events before this one as there were in between.
      content.answers = sequence + 1 - phase.turns * units.count
    }
    return content
  }

  private func appraise(_ content: inout EventContent, _ area: Int, _ random: inout Randomness) {
    content.text = random.pick(LargeHistory.reasons)
    switch random.int(0...9) {
    case 0...3:
      content.subject = .item("\(area).\(random.int(1...3)).\(random.int(1...2))")
      content.decision = .accept
    case 4...6:
      let total = random.int(10...40)
      content.subject = .item("\(area).1.2")
      content.decision = .adjust
      content.from = .text("1.25")
      content.to = .inputs([
        "completed": String(random.int(5...total)), "planned": String(total),
      ])
      content.ground = "so-lieu-khong-khop"
    case 7...8:
      content.subject = .item("\(area).5.\(random.int(1...2))")
      content.decision = .setPoints
      content.to = .text(["0.25", "0.5", "0.75", "1"][random.below(4)])
      content.ground = "thieu-tai-lieu-kiem-chung"
    default:
      content.subject = .item("\(area).2.\(random.int(1...2))")
      content.decision = .rejectEvidence
      content.ground = "thieu-tai-lieu-kiem-chung"
    }
  }

  private static let reasons = [
    "Báo cáo kết quả thực hiện ghi số khác với bản tự chấm điểm; lấy theo báo cáo",
    "Văn bản kèm theo ban hành sau thời hạn quy định, không thuộc kỳ đánh giá này",
    "Đã đối chiếu với sổ theo dõi của Sở Nội vụ và tài liệu kiểm chứng kèm theo; thống nhất",
    "Số nhiệm vụ hoàn thành tính theo kế hoạch đã được Ủy ban nhân dân tỉnh phê duyệt",
  ]

  private func event(
    _ kind: EventKind, by author: String, _ role: String, _ month: Int, _ day: Int, _ second: Int
  ) -> EventContent {
    // The years and months are those of the stages: there is such a day.
    let start = CalendarDay(year: month == 12 ? 2017 : 2018, month: month, day: day)
    let moved = CalendarDay(number: (start?.number ?? 0) + Int32(second / 86_400))
    let time =
      EventTime(
        moved, hour: second / 3600 % 24, minute: second / 60 % 60, second: second % 60)
      ?? EventTime(endOf: LocalMoment(moved))
    return EventContent(time: time, author: author, role: role, kind: kind)
  }
}
