package import Grading

/// What somebody acts as; raw values stand in people.yaml, in `who` of stages and in logs.
package enum Role: String, Sendable, CaseIterable {
  /// A unit that is assessed, about itself.
  case unit
  /// The council's helper team, which appraises.
  case helperTeam = "helper-team"
  case council
  /// The office that runs the round.
  case organiser
  /// An office that keeps a register of the round.
  case registerOwner = "register-owner"
  /// Whoever signs the numbered decision.
  case decider
}

/// Somebody who may act in a round, as people.yaml lists them.
package struct Person: Hashable, Sendable {
  /// The council of everybody who names no other.
  package static let province = "province"

  package let id: String
  package let name: String
  package let role: Role
  /// The id of the unit that they belong to.
  package let unit: String?
  /// The council that they sit on or help: `province`, or the id of a district.
  package let council: String?
  /// The first and the last day in office.
  package let from: CalendarDay?
  package let until: CalendarDay?

  package init(
    id: String, name: String, role: Role, unit: String? = nil, council: String? = nil,
    from: CalendarDay? = nil, until: CalendarDay? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.unit = unit
    let serves = role == .helperTeam || role == .council
    self.council = council ?? (serves ? Person.province : nil)
    self.from = from
    self.until = until
  }

  package func isInOffice(on day: CalendarDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}
