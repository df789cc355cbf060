internal import Grading

/// Makes up the dossiers of a year: as many in proportion as the report of 2017 prints, with
/// roughly its shares of early, late and open ones.
struct SampleDossiers {
  private(set) var all: [SampleDossier] = []
  let seed: UInt64
  let days = OfficeDays()

  /// - Parameter printed: the sizes of units; one in twenty, of vertical agencies one in 200.
  init(_ units: [Unit], printed: [String: DossierFacts], seed: UInt64) {
    self.seed = seed
    for unit in units where unit.traits.contains("handles_dossiers") {
      // Công an tỉnh has no figures in the report.
      let size =
        printed[unit.id]
        ?? DossierFacts(received: 12_000, resolved: 11_900, late: 60, early: nil)
      add(unit, size)
    }
    plant(units)
    number()
  }

  mutating func append(_ dossier: SampleDossier) { all.append(dossier) }

  private mutating func add(_ unit: Unit, _ size: DossierFacts) {
    let scale = unit.type == "nganh-doc" ? 200 : 20
    let count = max(min(size.received, 6), (size.received + scale - 1) / scale)
    var random = Randomness(seed, unit.id, "rates")
    let resolved = max(1, size.resolved)
    let rates = Rates(
      late: min(180, size.late * 1000 / resolved + random.int(0...22)),
      early: size.early.map { min(970, $0 * 1000 / resolved) } ?? random.int(300...700),
      online: onlineRate(unit, &random))
    for place in 0..<count {
      var random = Randomness(seed, unit.id, "dossier", String(place))
      all.append(dossier(unit, rates, &random))
    }
  }

  /// Per mille of the dossiers of a unit.
  private struct Rates {
    let late: Int
    let early: Int
    let online: Int
  }

  private func onlineRate(_ unit: Unit, _ random: inout Randomness) -> Int {
    guard unit.traits.contains("has_online_services") else { return 0 }
    switch unit.type {
    case "huyen": return random.int(70...220)
    case "xa": return random.int(25...110)
    default: return random.int(140...340)
    }
  }

  private func dossier(_ unit: Unit, _ rates: Rates, _ random: inout Randomness) -> SampleDossier {
    let isCarriedOver = random.chance(20)
    let start =
      isCarriedOver
      ? random.below(days.yearStart) : random.int(days.yearStart...(days.end - 1))
    let procedure = SampleProcedures.draw(unit, &random)
    let received = CaseMinute(days[start], random.int(430...960))
    var dossier = SampleDossier(unit: unit, procedure: procedure, received: received)
    dossier.due = days.closing(start + procedure.term)
    var finish: Int?
    if random.chance(rates.late) {
      finish = start + procedure.term + 1 + min(random.below(14), random.below(14))
    } else if !random.chance(7) {
      let isEarly = procedure.term > 0 && random.chance(rates.early)
      finish = isEarly ? start + random.below(procedure.term) : start + procedure.term
    }
    // Not yet done when the export was drawn.
    if let finish, finish < days.end { close(&dossier, at: finish, &random) }
    dossier.channel =
      random.chance(rates.online) ? .online : random.chance(30) ? .post : .direct
    dossier.isDigitised = random.chance(300)
    dossier.owesFee = random.chance(560)
    dossier.paidOnline = dossier.owesFee && dossier.channel == .online && random.chance(400)
    if unit.type != "nganh-doc", dossier.isLate ? random.chance(330) : random.chance(3) {
      dossier.lateAgency = random.pick(SampleDossiers.agencies)
    }
    // Result dates are missing from a few records, and a few procedures have no term.
    if dossier.returned != nil, random.chance(4) { dossier.ready = nil }
    if random.chance(2) { dossier.due = nil }
    return dossier
  }

  private func close(_ dossier: inout SampleDossier, at place: Int, _ random: inout Randomness) {
    let opening = dossier.received.day == days[place] ? dossier.received.minute + 12 : 440
    let ready = CaseMinute(days[place], random.int(opening...max(opening, 1015)))
    dossier.ready = ready
    dossier.state = .waitingForReturn
    let wait = [0, 0, 0, 0, 1, 1, 2, 3, 6][random.below(9)]
    guard place + wait <= days.end, !random.chance(30) else { return }
    dossier.returned =
      wait == 0
      ? ready.adding(random.int(0...45)) : CaseMinute(days[place + wait], random.int(440...1015))
    dossier.state = random.chance(8) ? .withdrawn : random.chance(10) ? .refused : .returned
  }

  /// Puts the dossiers in the order of their receipt, and names them.
  private mutating func number() {
    for place in all.indices { all[place].source = SampleDossiers.source(of: all[place]) }
    let order = all.indices.sorted {
      (all[$0].received, $0) < (all[$1].received, $1)
    }
    all = order.map { all[$0] }
    var counts: [SampleSource: Int] = [:]
    for place in all.indices {
      let source = all[place].source
      counts[source, default: 0] += 1
      let digits = String(100_000 + (counts[source] ?? 0)).dropFirst()
      let year = all[place].received.day.components.year % 100
      all[place].id = source == .hcc ? "HCC-\(digits)" : "MC\(year)-\(digits)"
    }
  }

  private static func source(of dossier: SampleDossier) -> SampleSource {
    let district = dossier.unit.type == "huyen" ? dossier.unit.id : dossier.unit.parent ?? ""
    return olderSoftware.contains(district) && dossier.received < changeover ? .hcc : .motcua
  }

  private static let changeover = CaseMinute("2019-07-01")
  private static let olderSoftware = [
    "huyen-cam-lam", "huyen-van-ninh", "huyen-dien-khanh", "huyen-khanh-son", "huyen-khanh-vinh",
  ]
  static let agencies = [
    "Chi cục Thuế", "Chi nhánh Văn phòng đăng ký đất đai", "Công an cấp huyện", "Sở Xây dựng",
    "Bảo hiểm xã hội cấp huyện",
  ]
}
