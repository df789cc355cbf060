/// What an account is for; raw values stand in the store and on the command line.
package enum AccountRole: String, Sendable, CaseIterable {
  /// Fills in the items of one unit, beside others who do.
  case unitOfficer = "unit-officer"
  /// Signs for one unit and hands in.
  case unitHead = "unit-head"
  case helperTeam = "helper-team"
  case council
  /// Runs the round: Sở Nội vụ.
  case organiser
  /// Signs the numbered decision: UBND tỉnh.
  case decider
  /// Reads everything, changes nothing.
  case auditor

  /// Whether it is bound to a unit.
  package var isOfUnit: Bool {
    switch self {
    case .unitOfficer, .unitHead: true
    case .helperTeam, .council, .organiser, .decider, .auditor: false
    }
  }
}

/// Somebody who can sign in.
package struct Account: Hashable, Sendable {
  package let number: Int64
  /// What they type.
  package let login: String
  /// What they are called.
  package let name: String
  /// What they are, beside their signature: "Giám đốc".
  package let position: String?
  package let role: AccountRole
  /// The id of the unit that they fill in or sign for.
  package let unit: String?
  /// Who they are in the round's people.yaml, for the events that they write.
  package let person: String?
  /// `vi` or `en`; nil: they have not chosen.
  package let language: String?

  package init(
    number: Int64 = 0, login: String, name: String, position: String? = nil, role: AccountRole,
    unit: String? = nil, person: String? = nil, language: String? = nil
  ) {
    self.number = number
    self.login = login
    self.name = name
    self.position = position
    self.role = role
    self.unit = unit
    self.person = person
    self.language = language
  }

  /// Names that can be typed on any keyboard and stand in any log line.
  package static func isLogin(_ text: String) -> Bool {
    (2...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
      }
  }
}
