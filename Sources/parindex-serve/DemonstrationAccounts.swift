import Grading
import Loading
import Procedure
import Store
import Web

/// One account for each role, of people that the round knows.
struct DemonstrationAccounts {
  /// The unit that is still filling in.
  let filling: String?
  private(set) var all: [Account] = []

  init(_ snapshot: RoundSnapshot) {
    let people = (snapshot.loaded.setting.procedure.people ?? [:]).values
      .sorted { $0.id < $1.id }
    func person(of unit: String) -> String? {
      people.first { $0.role == .unit && $0.unit == unit }?.id
    }
    let units = snapshot.round.units
    let waiting = units.filter {
      !$0.isSubmitted && $0.record.block == 0 && person(of: $0.record.unit.id) != nil
    }
    // One that has something to explain, where dossiers are counted one by one.
    let first =
      snapshot.loaded.setting.recordsPath == nil
      ? waiting.first : waiting.first { isLate($0, in: snapshot) } ?? waiting.first
    let done = units.first { $0.isSubmitted && $0.record.block == 0 }
    // Who was asked to explain something.
    let asked = units.first { unit in
      unit.hasOpenRequests.last == true && unit.record.block == 0
        && person(of: unit.record.unit.id) != nil
    }
    filling = first?.record.unit.id
    var known: Set<String> = []
    for unit in [first, done, asked].compactMap(\.self).map(\.record.unit)
    where known.insert(unit.id).inserted {
      all.append(
        Account(
          login: "can-bo.\(unit.id)", name: "Cán bộ nhập liệu, \(unit.name)", role: .unitOfficer,
          unit: unit.id, person: person(of: unit.id)))
      all.append(
        Account(
          login: "thu-truong.\(unit.id)", name: "Nguyễn Văn A", position: "Thủ trưởng \(unit.name)",
          role: .unitHead, unit: unit.id, person: person(of: unit.id)))
    }
    func isOf(_ role: Role, _ isProvinces: Bool) -> (Person) -> Bool {
      { $0.role == role && ($0.council == Person.province) == isProvinces }
    }
    // Two of each office: the second approves what the first proposes.
    var offices: [String] = []
    for person in people where isOf(.helperTeam, true)(person) {
      if let unit = person.unit, !offices.contains(unit) { offices.append(unit) }
    }
    let own = offices.first { $0 == "so-noi-vu" } ?? offices.first
    let other = offices.first { $0 != own }
    func team(_ office: String?, _ place: Int) -> Person? {
      let team = people.filter { isOf(.helperTeam, true)($0) && $0.unit == office }
      return team.indices.contains(place) ? team[place] : nil
    }
    let keeper = people.first { $0.role == .registerOwner }
    let owner = snapshot.plan.figures.tables["dossiers"]?.owner
    let ofDossiers = people.first {
      $0.role == .registerOwner && $0.unit == owner && $0.id != keeper?.id
    }
    let roles: [(String, AccountRole, Person?)] = [
      ("so-noi-vu", .organiser, people.first { $0.role == .organiser }),
      ("to-giup-viec", .helperTeam, team(own, 0)),
      ("to-giup-viec.2", .helperTeam, team(own, 1)),
      ("to-giup-viec.khac", .helperTeam, team(other, 0)),
      ("to-giup-viec.huyen", .helperTeam, people.first(where: isOf(.helperTeam, false))),
      ("giu-so", .registerKeeper, keeper),
      ("giu-ho-so", .registerKeeper, ofDossiers),
      ("hoi-dong", .council, people.first(where: isOf(.council, true))),
      ("hoi-dong.huyen", .council, people.first(where: isOf(.council, false))),
      ("ubnd-tinh", .decider, people.first { $0.role == .decider }),
    ]
    for case (let login, let role, let person?) in roles {
      all.append(Account(login: login, name: person.name, role: role, person: person.id))
    }
    all.append(Account(login: "kiem-tra", name: "Người kiểm tra", role: .auditor))
  }
}

/// Whether a unit has late dossiers.
private func isLate(_ unit: UnitResult, in snapshot: RoundSnapshot) -> Bool {
  let late = snapshot.plan.figures.tables["dossiers"]?.value("late", unit: unit.record.unit.id)
  return if case .known(.number(let late))? = late { late > .zero } else { false }
}
