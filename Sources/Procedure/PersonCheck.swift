internal import EventLog
internal import Grading

/// Who may do it.
extension ProcedureCheck {
  mutating func checkAuthor() {
    if let people = rules.people {
      if let person = people[content.author] {
        if isOut(person) { refuse(PersonRefusal.notInOffice(person, dayOut(person), logTime)) }
        if person.role.rawValue != content.role {
          refuse(.otherRole(person, claimed: content.role))
        }
        checkRole()
        checkUnit(person)
        checkOffice(person)
        checkAssignment(person)
        return
      }
      refuse(PersonRefusal.unknown(content.author))
    }
    checkRole()
  }

  private mutating func checkRole() {
    if let stage, let who = stage.who, bindsRoleToStage {
      if content.role != who {
        refuse(.roleOfStage(StageName(stage), role: content.role, who: who))
      }
      return
    }
    let allowed = allowedRoles
    if !allowed.contains(where: { $0.rawValue == content.role }) {
      refuse(
        .roleOfEvent(
          content.kind, content.publicationState, role: content.role, allowed: allowed))
    }
  }

  /// Whether the stage's `who` says who may do it; an answer may be given in the stage that asks.
  private var bindsRoleToStage: Bool {
    switch content.kind {
    case .submitted, .appraised, .explanationRequested, .decided: true
    case .explained: content.answers == nil && stage?.kind == .explanation
    case .opened, .corrected, .replaced, .agenda, .met, .locked, .unlocked, .publication,
      .reconsiderationAsked, .reconsiderationAnswered, .amended:
      false
    }
  }

  /// The roles that may do such a thing, where the stage names none.
  var allowedRoles: [Role] {
    switch content.kind {
    case .opened, .agenda: [.organiser]
    // The organiser is one of the units, and does not amend its own.
    case .amended: [.organiser, .council]
    case .submitted, .explained, .reconsiderationAsked: [.unit]
    case .corrected, .replaced: [.registerOwner, .organiser]
    case .appraised: [.helperTeam]
    case .explanationRequested: [.helperTeam, .council]
    case .decided, .reconsiderationAnswered: [.council]
    case .met, .locked, .unlocked: [.organiser, .council]
    case .publication: [content.publicationState?.role ?? .organiser]
    }
  }

  // MARK: Units, offices, councils

  private mutating func checkUnit(_ person: Person) {
    if let unit = content.unit {
      if content.kind.judges, person.unit == unit {
        refuse(PersonRefusal.ownUnit(person, unit: unit, allowed: holders(outside: unit)))
      }
      if content.kind.isUnitsOwn, person.unit != unit {
        refuse(.otherUnit(person, unit: unit))
      }
    }
    // What concerns the whole round is the province's.
    let own = event.unit?.council ?? Person.province
    if content.kind.isCouncils, let council = person.council, council != own {
      refuse(PersonRefusal.otherCouncil(person, council: own))
    }
  }

  /// Who may do it instead of somebody of the unit.
  private func holders(outside unit: String) -> [RoleHolder] {
    let bound = bindsRoleToStage ? stage?.who.flatMap(Role.init) : nil
    let council = event.unit?.council ?? Person.province
    return (bound.map { [$0] } ?? allowedRoles).map { role in
      let people = (rules.people ?? [:]).values.filter {
        $0.role == role && $0.unit != unit && !isOut($0)
          && ($0.council == nil || $0.council == council)
      }
      return RoleHolder(role: role, person: people.count == 1 ? people.first : nil)
    }
  }

  private mutating func checkOffice(_ person: Person) {
    if content.kind == .corrected, person.role == .registerOwner, let owner = event.figureOwner,
      person.unit != owner
    {
      refuse(.otherOwner(person, owner: owner))
    }
    if content.kind == .replaced, person.role == .registerOwner {
      for owner in event.fileOwners where owner != person.unit {
        // What no office keeps is the organiser's.
        refuse(
          owner.map { .otherOwner(person, owner: $0) }
            ?? .roleOfEvent(content.kind, nil, role: content.role, allowed: [.organiser]))
      }
    }
    guard isHelperTeams, let item = event.item, let office = item.appraisedBy,
      rules.offices.contains(office)
    else { return }
    guard office == event.unit?.id else {
      if person.unit != office {
        refuse(.otherOffice(person, item: item.id, office: office, standsInFor: nil))
      }
      return
    }
    guard let standIn = rules.standIns[office] else {
      return refuse(.noStandIn(office: office, item: item.id))
    }
    if person.unit != standIn {
      refuse(.otherOffice(person, item: item.id, office: standIn, standsInFor: office))
    }
  }

  private mutating func checkAssignment(_ person: Person) {
    guard isHelperTeams, let stage, let unit = event.unit else { return }
    let ofStage = rules.assignments.filter { $0.stages?.contains(stage.id) ?? true }
    guard !ofStage.isEmpty else { return }
    let isAssigned = ofStage.contains { assignment in
      assignment.people.contains(person.id) && assignment.blocks?.contains(unit.block) ?? true
        && assignment.covers(event.item)
    }
    if !isAssigned {
      refuse(.notAssigned(person, StageName(stage), item: event.item?.id, block: unit.block))
    }
  }

  /// Whether it is the work that the helper team shares out.
  private var isHelperTeams: Bool {
    content.role == Role.helperTeam.rawValue
      && (content.kind == .appraised || content.kind == .explanationRequested)
  }
}

extension Assignment {
  /// A figure is read by items of several areas, so only block and stage bind it.
  fileprivate func covers(_ item: ProposedItem?) -> Bool {
    guard let areas, let item else { return true }
    return areas.contains(item.id) || areas.contains(item.criterion) || areas.contains(item.area)
  }
}

extension EventContent {
  /// The state that publication reaches.
  var publicationState: PublicationState? {
    guard kind == .publication, case .text(let text)? = to else { return nil }
    return PublicationState(rawValue: text)
  }

  /// The id of the item, or the name of the figure.
  var subjectName: String? {
    switch subject {
    case .item(let name), .figure(let name): name
    case nil: nil
    }
  }
}
