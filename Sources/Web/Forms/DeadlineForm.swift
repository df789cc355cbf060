internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading

/// A deadline and the moment that it is to be moved to, as they are typed.
struct DeadlineForm: Sendable {
  struct Move: Hashable, Sendable {
    let deadline: DeadlineText.Deadline
    let bound: DeadlineText.Bound
    let moment: LocalMoment

    /// The last moment that is in time.
    var last: LocalMoment { bound.last(moment) }
    var lastSoFar: LocalMoment { deadline.last }
    var isLater: Bool { EventTime(endOf: lastSoFar) < EventTime(endOf: last) }
  }

  static let place = "thoi-han"
  static let bound = "cach-tinh"
  static let moment = "moc"
  // The page's other form has a document and a reason of its own.
  static let basis = "co-so-doi-han"
  static let reason = "ly-do-doi-han"

  /// As typed, by the form's names; nothing else of what was sent.
  let fields: [String: String]
  /// What cannot be meant, by the field's name.
  private(set) var problems: [String: String] = [:]
  private(set) var move: Move?

  /// - Parameters:
  ///   - isCountedOtherwise: whether dossiers count by another end of explanations than stated.
  ///   - now: the moment that deadlines are held against.
  init(
    _ form: [String: String], _ deadlines: [DeadlineText.Deadline], isCountedOtherwise: Bool,
    now: EventTime, _ frame: PageFrame
  ) {
    let names = [
      Self.place, Self.bound, Self.moment, Self.reason, Self.basis,
    ]
    fields = form.filter { names.contains($0.key) && !$0.value.isEmpty }
    let deadline = deadlines.first { Self.name(of: $0.place) == fields[Self.place] }
    let bound = fields[Self.bound].flatMap(DeadlineText.Bound.init)
    let moment = LocalMoment(parsing: TypedValue.date(fields[Self.moment] ?? ""))
    if deadline == nil {
      problems[Self.place] = frame.say("chọn một thời hạn", "choose a deadline")
    }
    if bound == nil {
      problems[Self.bound] = frame.say(
        "chọn mốc đó còn hạn hay hết hạn", "say whether the moment itself is in time")
    }
    if moment == nil {
      problems[Self.moment] = frame.say(
        "ghi ngày giờ như 31/01/2018 17:00, hoặc ngày", "give a day, or a day and time")
    }
    guard let deadline, let bound, let moment else { return }
    let move = Move(deadline: deadline, bound: bound, moment: moment)
    let isApart = isCountedOtherwise && DeadlineText.isOfExplanations(deadline.place)
    if move.last == move.lastSoFar, !isApart {
      problems[Self.moment] = frame.say("hạn đang là mốc này", "this is the deadline already")
    } else if EventTime(endOf: move.last) <= now {
      // What was handed in on time stays so: nobody's time is taken back once it is over.
      problems[Self.moment] = frame.say(
        "hạn mới phải sau lúc này", "the new deadline has to be later than now")
    }
    if problems.isEmpty { self.move = move }
  }

  static func name(of place: DeadlineText.Place) -> String {
    switch place {
    case .stage(let id): "buoc.\(id)"
    case .named(let name): "moc.\(name)"
    case .ofRecords: "ho-so"
    }
  }
}
