internal import Grading
internal import Loading
internal import Procedure

/// Who does what in a round by people.yaml, and what nobody does.
struct DutyList: Sendable {
  enum Duty: Hashable, Sendable {
    /// Self-assessment: somebody of each unit.
    case handingIn
    /// A stage that people of one role do.
    case stage(String, Role)
    /// Those who decide for one council: `province`, or a district's id.
    case council(String)
    case helperTeam(String)
    /// Items that one office appraises.
    case office(String)
    case register(String, owner: String)
    case organising
    case deciding
  }

  struct Entry: Hashable, Sendable {
    let duty: Duty
    /// Ids of people in office; empty: nobody does it.
    let people: [String]
    /// Units for which nobody does it.
    let lacking: [String]

    var isVacant: Bool { people.isEmpty || !lacking.isEmpty }
  }

  private(set) var entries: [Entry] = []

  /// - Parameter day: people who are not in office then do nothing.
  init(_ snapshot: RoundSnapshot, on day: CalendarDay) {
    let all = (snapshot.loaded.setting.procedure.people ?? [:]).values
      .filter { $0.isInOffice(on: day) }.sorted { $0.id < $1.id }
    func people(_ isWanted: (Person) -> Bool) -> [String] { all.filter(isWanted).map(\.id) }
    func add(_ duty: Duty, lacking: [String] = [], _ isWanted: (Person) -> Bool) {
      entries.append(Entry(duty: duty, people: people(isWanted), lacking: lacking))
    }
    add(.organising) { $0.role == .organiser }
    let ofUnits = Set(all.filter { $0.role == .unit }.compactMap(\.unit))
    let units = snapshot.round.units.map(\.record.unit.id)
    add(.handingIn, lacking: units.filter { !ofUnits.contains($0) }) { $0.role == .unit }
    for stage in snapshot.plan.stages where stage.kind != .claim && stage.kind != .explanation {
      guard let role = stage.who.flatMap(Role.init(rawValue:)) else { continue }
      add(.stage(stage.id, role)) { $0.role == role }
    }
    for council in Set(units.compactMap { snapshot.council(of: $0) }).sorted() {
      add(.council(council)) { $0.role == .council && $0.council == council }
      add(.helperTeam(council)) { $0.role == .helperTeam && $0.council == council }
    }
    for office in snapshot.loaded.setting.procedure.offices.sorted() {
      add(.office(office)) { $0.role == .helperTeam && $0.unit == office }
    }
    let tables = snapshot.plan.figures.tables.values.sorted { $0.name < $1.name }
    for table in tables {
      guard let owner = table.owner else { continue }
      add(.register(table.name, owner: owner)) {
        $0.role == .registerOwner && ($0.unit == owner || $0.id == owner)
          || ($0.role == .organiser && ($0.unit == owner || owner == Role.organiser.rawValue))
      }
    }
    add(.deciding) { $0.role == .decider }
  }
}
