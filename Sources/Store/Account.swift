/// What an account is for; raw values stand in the store and on the command line.
package enum AccountRole: String, Sendable, CaseIterable {
  /// Fills in the items of one unit, beside others who do.
  case unitOfficer = "unit-officer"
  /// Signs for one unit and hands in.
  case unitHead = "unit-head"
  case helperTeam = "helper-team"
  case council
  /// Keeps registers of the round, or closes its data: the IT centre, an office.
  case registerKeeper = "register-keeper"
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
    case .helperTeam, .council, .registerKeeper, .organiser, .decider, .auditor: false
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
  /// Where notices are sent; nil: they are read in the application only.
  package let email: String?

  package init(
    number: Int64 = 0, login: String, name: String, position: String? = nil, role: AccountRole,
    unit: String? = nil, person: String? = nil, language: String? = nil, email: String? = nil
  ) {
    self.email = email
    self.number = number
    self.login = login
    self.name = name
    self.position = position
    self.role = role
    self.unit = unit
    self.person = person
    self.language = language
  }

  /// An address that can stand in a message's head as it is: what most offices have, no quotes, no
  /// comments, nothing beyond ASCII.
  package static func isEmail(_ text: String) -> Bool {
    func isPlain(_ part: Substring, _ marks: String) -> Bool {
      !part.isEmpty && part.utf8.first != 0x2E && part.utf8.last != 0x2E && !part.contains("..")
        && part.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
            || marks.utf8.contains($0)
        }
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && text.utf8.count <= 200 && isPlain(parts[0], "._+-")
      && isPlain(parts[1], ".-") && parts[1].utf8.first != 0x2D
  }

  /// Names that can be typed on any keyboard and stand in any log line.
  package static func isLogin(_ text: String) -> Bool {
    (2...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
      }
  }
}
