import Diagnostics
import EventLog
import Grading
import Procedure

/// A small round's people and rules, and events that break none of them.
enum SampleProcedure {
  static let roundFile = SourceFile(path: "round.yaml")

  static func rules() throws -> ProcedureRules {
    var rules = ProcedureRules()
    rules.people = Dictionary(
      uniqueKeysWithValues: try people().map { ($0.id, $0) })
    rules.stages = [
      Stage(
        id: "self-assessment", title: "Tự chấm điểm", kind: .claim, who: "unit",
        deadline: try local("2017-12-20T17:00"), allowsBeyondRule: false),
      Stage(
        id: "appraisal-1", title: "Thẩm định lần 1", kind: .appraisal, who: "helper-team",
        deadline: try local("2018-01-03"), allowsBeyondRule: false,
        opens: try local("2017-12-21")),
      Stage(
        id: "explanation", title: "Giải trình", kind: .explanation, who: "unit",
        deadline: try local("2018-01-08"), allowsBeyondRule: false),
      Stage(
        id: "appraisal-2", title: "Thẩm định lần 2", kind: .appraisal, who: "helper-team",
        deadline: try local("2018-01-13"), allowsBeyondRule: false,
        secondApprovalAbove: .one),
      Stage(
        id: "council", title: "Hội đồng thẩm định", kind: .council, who: "council",
        deadline: try local("2018-01-15"), allowsBeyondRule: true),
    ]
    rules.holidays = [try local("2018-02-02").day]
    rules.grounds = [
      Ground(id: "thieu-tai-lieu", title: "Thiếu tài liệu kiểm chứng"),
      Ground(id: "sai-sot-ky-thuat", title: "Sai sót kỹ thuật"),
    ]
    rules.secondApprovalAbove = Exact(1, over: 2)
    rules.offices = ["so-noi-vu"]
    rules.standIns = ["so-noi-vu": "van-phong-ubnd-tinh"]
    rules.requiresAgenda = true
    rules.quorum = Exact(2, over: 3)
    rules.reconsideration = DayLimit(days: 10, isWorking: true)
    rules.answer = DayLimit(days: 15, isWorking: false)
    for (line, key) in ["grounds", "second_approval", "stand_ins", "agenda", "quorum"].enumerated()
    {
      let start = SourcePosition(line: 40 + line, column: 3)
      rules.places["procedure." + key] = SourceSpan(file: roundFile, start: start, end: start)
    }
    return rules
  }

  private static func people() throws -> [Person] {
    let newYearsEve = try local("2017-12-31").day
    return [
      Person(id: "to-giup-viec/01", name: "Trần Lan", role: .helperTeam, unit: "so-noi-vu"),
      Person(id: "to-giup-viec/02", name: "Lê Bình", role: .helperTeam, unit: "so-y-te"),
      Person(
        id: "to-giup-viec/03", name: "Võ Hoa", role: .helperTeam, unit: "van-phong-ubnd-tinh"),
      Person(
        id: "to-giup-viec/04", name: "Ngô Dũng", role: .helperTeam, unit: "so-noi-vu",
        until: newYearsEve),
      Person(id: "to-giup-viec/05", name: "Đỗ Mai", role: .helperTeam, unit: "so-noi-vu"),
      Person(id: "nha-trang/01", name: "Hồ An", role: .helperTeam, council: "nha-trang"),
      Person(id: "hoi-dong/01", name: "Phan Cường", role: .council),
      Person(id: "hoi-dong/02", name: "Lý Hạnh", role: .council),
      Person(id: "hoi-dong/03", name: "Mai Sơn", role: .council, unit: "so-tu-phap"),
      Person(id: "hoi-dong-nha-trang/01", name: "Vũ Tâm", role: .council, council: "nha-trang"),
      Person(id: "so-noi-vu/01", name: "Bùi Minh", role: .organiser, unit: "so-noi-vu"),
      Person(id: "so-noi-vu/02", name: "Tô Nga", role: .registerOwner, unit: "so-noi-vu"),
      Person(id: "so-tai-chinh/02", name: "Chu Phúc", role: .registerOwner, unit: "so-tai-chinh"),
      Person(id: "so-y-te/01", name: "Đinh Quý", role: .unit, unit: "so-y-te"),
      Person(id: "so-tu-phap/01", name: "Hà Thu", role: .unit, unit: "so-tu-phap"),
      Person(id: "ubnd-tinh/01", name: "Lâm Vinh", role: .decider),
    ]
  }

  static let units = [
    "so-y-te": ProposedUnit(id: "so-y-te", block: "so"),
    "so-noi-vu": ProposedUnit(id: "so-noi-vu", block: "so"),
    "so-tu-phap": ProposedUnit(id: "so-tu-phap", block: "so"),
    "vinh-luong": ProposedUnit(id: "vinh-luong", block: "xa", council: "nha-trang"),
  ]

  /// `1.1.4` is Sở Nội vụ's to appraise, `2.1.1` anybody's, `6.4` the council's to score.
  static func item(_ id: String, from before: Exact? = nil, to after: Exact? = nil)
    -> ProposedItem
  {
    let top = Exact(id == "6.4" ? 5 : 2)
    return ProposedItem(
      id: id, criterion: String(id.prefix(3)), area: String(id.prefix(1)),
      appraisedBy: id == "1.1.4" ? "so-noi-vu" : nil, scoredBy: id == "6.4" ? .council : .unit,
      reachable: .zero...top, before: before, standing: before, after: after)
  }
}

struct NoMoment: Error {}

func local(_ text: String) throws -> LocalMoment {
  guard let moment = LocalMoment(parsing: text) else { throw NoMoment() }
  return moment
}

/// An event that somebody proposes, with the round's side of it.
func event(
  _ time: String, _ kind: EventKind, by author: String, _ role: String, unit: String? = nil,
  item: ProposedItem? = nil, stage: String? = nil,
  _ change: (inout ProposedEvent) -> Void = { _ in }
) throws -> ProposedEvent {
  guard let moment = EventTime(parsing: time) else { throw NoMoment() }
  var content = EventContent(time: moment, author: author, role: role, kind: kind)
  content.unit = unit
  content.subject = item.map { .item($0.id) }
  content.stage = stage
  var event = ProposedEvent(
    content, unit: unit.flatMap { SampleProcedure.units[$0] }, item: item)
  change(&event)
  return event
}

/// What such events leave behind, numbered from 1.
func state(after history: [ProposedEvent]) -> ProcedureState {
  var state = ProcedureState()
  for (place, event) in history.enumerated() {
    state.take(RoundEvent(sequence: place + 1, previous: nil, content: event.content))
  }
  return state
}

// MARK: Events as they should be

func appraisal(
  _ time: String = "2017-12-27T09:00:00", by author: String = "to-giup-viec/01",
  of unit: String = "so-y-te", item: String = "1.1.4", from before: Exact? = Exact(2),
  to after: Exact? = Exact(3, over: 2), stage: String = "appraisal-1",
  _ change: (inout ProposedEvent) -> Void = { _ in }
) throws -> ProposedEvent {
  try event(
    time, .appraised, by: author, "helper-team", unit: unit,
    item: SampleProcedure.item(item, from: before, to: after), stage: stage
  ) {
    $0.content.decision = .adjust
    $0.content.to = .inputs(["completed": "17"])
    $0.content.ground = "thieu-tai-lieu"
    change(&$0)
  }
}

func request(_ time: String = "2017-12-27T10:00:00", due: String? = "2018-01-05T17:00") throws
  -> ProposedEvent
{
  let due = try due.map(local)
  return try event(
    time, .explanationRequested, by: "to-giup-viec/01", "helper-team", unit: "so-y-te",
    item: SampleProcedure.item("1.1.4"), stage: "appraisal-1"
  ) {
    $0.content.text = "Chưa thấy văn bản"
    $0.content.due = due
  }
}

func explanation(
  _ time: String = "2018-01-05T09:00:00", answers: Int? = 1, stage: String = "explanation"
) throws -> ProposedEvent {
  try event(
    time, .explained, by: "so-y-te/01", "unit", unit: "so-y-te",
    item: SampleProcedure.item("1.1.4"), stage: stage
  ) {
    $0.content.text = "Văn bản ban hành ngày 27/12/2016"
    $0.content.answers = answers
  }
}

func submission(_ time: String, by author: String = "so-y-te/01") throws -> ProposedEvent {
  try event(time, .submitted, by: author, "unit", unit: "so-y-te", stage: "self-assessment")
}

func correction(
  _ time: String = "2017-12-27T11:00:00", by author: String = "so-noi-vu/02",
  stage: String = "appraisal-1"
) throws -> ProposedEvent {
  try event(time, .corrected, by: author, "register-owner", unit: "so-y-te", stage: stage) {
    $0.content.subject = .figure("reports.late")
    $0.content.to = .text("0")
    $0.content.text = "Vào sổ muộn"
    $0.figureOwner = "so-noi-vu"
  }
}

func replacement(
  _ time: String = "2018-01-05T09:00:00", by author: String = "so-noi-vu/02",
  _ role: String = "register-owner", _ change: (inout ProposedEvent) -> Void = { _ in }
) throws -> ProposedEvent {
  try event(time, .replaced, by: author, role) {
    $0.content.files = ["registers/reports.csv": String(repeating: "ab", count: 32)]
    $0.content.text = "Số liệu chính thức quý IV"
    $0.content.basis = "15/BC-SNV ngày 05/01/2018"
    $0.fileOwners = ["so-noi-vu"]
    change(&$0)
  }
}

func onAgenda(
  _ time: String = "2018-01-12T08:00:00", by author: String = "so-noi-vu/01",
  _ role: String = "organiser", item: String = "1.1.4", stage: String = "council",
  _ change: (inout ProposedEvent) -> Void = { _ in }
) throws -> ProposedEvent {
  try event(
    time, .agenda, by: author, role, unit: "so-y-te",
    item: SampleProcedure.item(item), stage: stage, change)
}

func meeting(_ attendance: [String] = ["hoi-dong/01", "hoi-dong/02"]) throws -> ProposedEvent {
  try event("2018-01-14T08:00:00", .met, by: "so-noi-vu/01", "organiser", stage: "council") {
    $0.content.attendance = attendance
    $0.content.text = "Họp thẩm định"
  }
}

func decision(
  _ time: String = "2018-01-14T10:00:00", item: String = "1.1.4", points: String = "2",
  votes: (Int, Int, Int)? = (2, 0, 0),
  _ change: (inout ProposedEvent) -> Void = { _ in }
) throws -> ProposedEvent {
  try event(
    time, .decided, by: "hoi-dong/01", "council", unit: "so-y-te",
    item: SampleProcedure.item(item), stage: "council"
  ) {
    $0.content.decision = .setPoints
    $0.content.to = .text(points)
    $0.content.ground = "thieu-tai-lieu"
    $0.content.vote = votes.map {
      EventVote(inFavour: $0.0, against: $0.1, abstaining: $0.2)
    }
    change(&$0)
  }
}

func lock(
  _ time: String = "2018-01-16T08:00:00", unit: String? = nil, openItems: Int = 0
) throws -> ProposedEvent {
  try event(time, .locked, by: "so-noi-vu/01", "organiser", unit: unit) {
    $0.content.text = "Khóa điểm"
    $0.openItems = openItems
  }
}

func unlock(
  _ time: String = "2018-01-17T08:00:00", unit: String? = "so-y-te",
  ground: String? = "sai-sot-ky-thuat"
) throws -> ProposedEvent {
  try event(time, .unlocked, by: "hoi-dong/01", "council", unit: unit) {
    $0.content.ground = ground
  }
}

func publication(_ state: PublicationState, basis: String? = nil) throws -> ProposedEvent {
  let (author, role) =
    switch state {
    case .passed: ("hoi-dong/01", "council")
    case .issued: ("ubnd-tinh/01", "decider")
    default: ("so-noi-vu/01", "organiser")
    }
  return try event("2018-01-22T08:00:00", .publication, by: author, role) {
    $0.content.to = .text(state.rawValue)
    $0.content.basis = basis
  }
}

/// From the lock to a state of publication.
func published(to last: PublicationState = .published) throws -> [ProposedEvent] {
  var history = [try lock()]
  for state in [PublicationState.passed, .submitted, .issued, .published] {
    history.append(
      try publication(state, basis: state == .issued ? "141/QĐ-UBND ngày 22/01/2018" : nil))
    if state == last { break }
  }
  return history
}

func reconsideration(_ time: String) throws -> ProposedEvent {
  try event(
    time, .reconsiderationAsked, by: "so-y-te/01", "unit", unit: "so-y-te",
    item: SampleProcedure.item("1.1.4")
  ) { $0.content.text = "Đề nghị xem xét lại" }
}

func answer(
  to number: Int, _ time: String = "2018-02-07T08:00:00"
) throws -> ProposedEvent {
  try event(
    time, .reconsiderationAnswered, by: "hoi-dong/01", "council",
    unit: "so-y-te", item: SampleProcedure.item("1.1.4")
  ) {
    $0.content.text = "Chấp nhận"
    $0.content.answers = number
  }
}

func amendment(text: String?) throws -> ProposedEvent {
  try event("2018-02-12T08:00:00", .amended, by: "so-noi-vu/01", "organiser") {
    $0.content.basis = "302/QĐ-UBND ngày 12/02/2018"
    $0.content.text = text
  }
}
