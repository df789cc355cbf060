internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports

/// What came of an event that was to be tried or recorded.
extension TrialAnswer {
  static let triedShape = APIShape.named(
    "Tried",
    .object([
      .needed(
        "event", .whole(1...1_000_000_000).orNull, "số của sự kiện; null khi chỉ xem trước",
        "the event's number; null of a dry run"),
      .needed("trial", TrialAnswer.shape.orNull, "ảnh hưởng (khi xem trước)", "its effect"),
    ]))
}

extension APICall {
  /// - Parameters:
  ///   - outcome: nil: it was to be tried only.
  ///   - tells: whether an event that came in between is to be told of.
  func tried(
    _ outcome: Recording?, tells: (RoundEvent) -> Bool = { _ in true }, _ trial: () -> JSONValue
  ) throws(APIProblem) -> APIAnswer {
    switch outcome {
    case nil: return APIAnswer(["event": .null, "trial": trial()])
    case .done(let event)?, .already(let event)?:
      return APIAnswer(["event": .whole(event), "trial": .null])
    case .overtaken(let events)?: throw APIProblem.overtaken(events, tells: tells)
    case .refused(let problems)?:
      var problem = APIProblem(.refused, problems)
      problem.current = trial()
      throw problem
    }
  }
}

extension APIProblem {
  /// Somebody was faster.
  /// - Parameter tells: whether an event is to be told of.
  static func overtaken(
    _ events: [RoundEvent], tells: (RoundEvent) -> Bool = { _ in true }
  ) -> APIProblem {
    var problem = APIProblem(
      .conflict, "có sự kiện mới sau sự kiện cuối đã xem; xem lại rồi gửi với `seen` mới",
      "something happened since; look at it, then send again with a new `seen`")
    problem.current = [
      "seen": .whole(events.last?.sequence ?? 0),
      "events": .array(events.filter(tells).map(\.document)),
    ]
    return problem
  }

  /// What was sent names no event that its sender can have seen.
  static let unseen = APIProblem(
    .unclear,
    [APIFault(.body("/seen"), "unknown-event", "chưa có sự kiện này", "there is no such event")])
}
