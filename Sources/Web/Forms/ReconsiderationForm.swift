internal import EventLog
internal import Grading
internal import Loading

/// What is written after publication: a unit's request to reconsider, its answer, an amendment.
struct ReconsiderationForm {
  enum Choice: String, Sendable, CaseIterable {
    case ask = "gui"
    case answer = "tra-loi"
    case amend = "dieu-chinh"
  }

  static let choice = "viec"
  static let unit = "don-vi"
  static let item = "muc"
  static let points = "diem"
  static let request = "kien-nghi"

  let choice: Choice
  let fields: [String: String]
  let act: Act
  let content: EventContent

  /// nil: it names what there is not.
  init?(
    _ form: [String: String], in snapshot: RoundSnapshot, ofUnit own: String?, by person: String,
    role: String, at time: EventTime
  ) {
    let names = [
      Self.choice, Self.unit, Self.item, Self.points, Self.request, AppraisalForm.reason,
      AppraisalForm.basis,
    ]
    let fields = form.filter { names.contains($0.key) && !$0.value.isEmpty }
    guard let choice = fields[Self.choice].flatMap(Choice.init) else { return nil }
    let kind: EventKind =
      switch choice {
      case .ask: .reconsiderationAsked
      case .answer: .reconsiderationAnswered
      case .amend: .amended
      }
    var content = EventContent(time: time, author: person, role: role, kind: kind)
    content.text = fields[AppraisalForm.reason]
    content.basis = fields[AppraisalForm.basis]
    switch choice {
    case .ask:
      guard let own, snapshot.places[own] != nil else { return nil }
      content.unit = own
      if let item = fields[Self.item] {
        guard ReconsiderationForm.item(item, of: own, in: snapshot) else { return nil }
        content.subject = .item(item)
      }
      act = .askReconsideration(own)
    case .answer:
      guard let number = fields[Self.request].flatMap(Int.init),
        let unit = fields[Self.unit],
        let asked = Reconsideration.all(of: unit, in: snapshot).first(where: {
          $0.number == number
        })
      else { return nil }
      content.unit = unit
      content.subject = asked.content.subject
      content.answers = number
      act = .answerReconsideration(unit)
    case .amend:
      guard let unit = fields[Self.unit], let item = fields[Self.item],
        ReconsiderationForm.item(item, of: unit, in: snapshot), fields[Self.points] != nil
      else { return nil }
      content.unit = unit
      content.subject = .item(item)
      act = .amend(unit)
    }
    if let typed = fields[Self.points] {
      guard let points = Exact(parsing: TypedValue.number(typed)), let unit = content.unit,
        let place = snapshot.places[unit], let subject = content.subject
      else { return nil }
      content.from = EventDrafting(snapshot.round, unit: place, subject: subject).points
        .map(EventValue.points)
      content.to = .points(points)
    }
    self.choice = choice
    self.fields = fields
    self.content = content
  }

  private static func item(_ item: String, of unit: String, in snapshot: RoundSnapshot) -> Bool {
    snapshot.places[unit].map { snapshot.set(of: $0).itemIndex(item) != nil } ?? false
  }

  /// What else is written after publication about the same unit.
  func watch(seen: Int) -> Watch {
    Watch(unit: content.unit, seen: seen) {
      [.reconsiderationAsked, .reconsiderationAnswered, .amended].contains($0.kind)
    }
  }
}
