internal import EventLog
internal import Grading
internal import Loading

/// What somebody locks, opens again or takes a step of publication further with.
struct PublicationForm: Sendable {
  enum Choice: String, Sendable, CaseIterable {
    case lock = "khoa"
    case unlock = "mo-khoa"
    case publish = "cong-bo"
  }

  static let choice = "viec"
  static let unit = "don-vi"
  static let stage = "buoc-cua-ky"
  static let state = "trang-thai"

  let choice: Choice
  let fields: [String: String]
  let act: Act
  let content: EventContent

  /// nil: it names what there is not.
  init?(
    _ form: [String: String], in snapshot: RoundSnapshot, by person: String, role: String,
    at time: EventTime
  ) {
    let names = [
      Self.choice, Self.unit, Self.stage, Self.state, AppraisalForm.ground, AppraisalForm.reason,
      AppraisalForm.basis,
    ]
    let fields = form.filter { names.contains($0.key) && !$0.value.isEmpty }
    guard let choice = fields[Self.choice].flatMap(Choice.init) else { return nil }
    let kind: EventKind =
      switch choice {
      case .lock: .locked
      case .unlock: .unlocked
      case .publish: .publication
      }
    var content = EventContent(time: time, author: person, role: role, kind: kind)
    content.text = fields[AppraisalForm.reason]
    content.basis = fields[AppraisalForm.basis]
    switch choice {
    case .lock, .unlock:
      if let unit = fields[Self.unit] {
        guard snapshot.places[unit] != nil else { return nil }
        content.unit = unit
      }
      if let stage = fields[Self.stage] {
        guard snapshot.plan.stages.contains(where: { $0.id == stage }) else { return nil }
        content.stage = stage
      }
      if choice == .unlock { content.ground = fields[AppraisalForm.ground] }
      act = choice == .lock ? .lock(content.unit) : .unlock(content.unit)
    case .publish:
      guard let state = fields[Self.state].flatMap(PublicationState.init) else { return nil }
      content.from = .text(snapshot.plan.publication.state.rawValue)
      content.to = .text(state.rawValue)
      act = .publish(state)
    }
    self.choice = choice
    self.fields = fields
    self.content = content
  }

  /// Whether it locks what every act since its preview may have moved.
  var locksAll: Bool { choice == .lock && content.unit == nil }

  /// Locks and steps of publication; of the same unit, where it is about one.
  ///
  /// Of a lock of the whole round everything: it holds what its sender was shown.
  func watch(seen: Int) -> Watch {
    let kind = content.kind
    if locksAll {
      var watch = Watch(unit: nil, seen: seen) { _ in true }
      watch.isOfAll = true
      return watch
    }
    return Watch(unit: content.unit, seen: seen) { other in
      switch kind {
      case .publication: other.kind == .publication
      default: other.kind == .locked || other.kind == .unlocked
      }
    }
  }
}
