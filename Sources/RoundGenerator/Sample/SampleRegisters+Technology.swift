internal import Grading

/// Registers on electronic work, and those of two special departments.
extension SampleRegisters {
  mutating func addTechnology() {
    add(
      "edocs", ["total", "sent", "signed", "incoming", "handled_on_time"],
      of: ["so", "huyen", "xa", "nganh-doc", "don-vi-su-nghiep"]
    ) { fact, random in
      let total = random.int(fact.unit.type == "xa" ? 280...900 : 900...5200)
      let sent = random.share(of: total, quality: fact.quality)
      let incoming = total * random.int(14...22) / 10
      let handled = random.share(of: incoming, quality: fact.quality)
      switch fact.unit.type {
      case "so": return cells(total, sent, sent * random.int(60...100) / 100, incoming, handled)
      case "huyen": return cells(total, sent, sent * random.int(60...100) / 100, nil, nil)
      case "xa":
        return cells(total, sent * random.int(86...100) / 100, nil, incoming, handled)
      default: return cells(total, sent, nil, nil, nil)
      }
    }
    add("mail", ["active"], of: ["so", "xa"]) { fact, random in
      cells(random.portion(of: fact.staff, quality: fact.quality))
    }
    add("website", ["missing_sections"], of: ["so", "nganh-doc", "don-vi-su-nghiep"]) {
      fact, random in cells(random.chance(fact.quality - 200) ? 0 : random.int(1...6))
    }
    add("incidents", ["security"], absent: .zero, of: ["so"]) { fact, random in
      random.chance((1000 - fact.quality) / 5) ? cells(1) : nil
    }
    addTargets()
    addOnline()
  }

  /// The province's decision is real, and so are its ranges; each unit's own target is made up.
  private mutating func addTargets() {
    add(
      "target",
      ["online_rate", "commune_online_rate", "staff_reduction", "decision", "issuer"],
      of: ["so", "huyen", "xa"]
    ) { [year] fact, random in
      let isCommune = fact.unit.type == "xa"
      let range = isCommune ? 5...10 : fact.unit.type == "huyen" ? 10...20 : 25...30
      let hasServices = fact.has("has_online_services")
      return [
        hasServices ? "\(random.int(range))%" : nil,
        fact.unit.type == "huyen" ? "\(random.int(5...10))%" : nil,
        isCommune ? nil : String(random.int(0...6)),
        isCommune
          ? "phân bổ của UBND cấp huyện"
          : year == 2017 ? "2346/QĐ-UBND" : "chỉ tiêu năm \(year) (minh họa)",
        isCommune ? fact.unit.parent : "UBND tỉnh",
      ]
    }
  }

  /// `resolved` is printed for departments and districts; the communes' figure is printed as one
  /// sum, and shared out here so that it adds up.
  private mutating func addOnline() {
    let communes = facts.filter { $0.unit.type == "xa" }
    let all = max(1, communes.compactMap { $0.dossiers?.received }.reduce(0, +))
    var shares: [String: Int] = [:]
    var rest = printed.communesOnline
    for fact in communes {
      let share = (fact.dossiers?.received ?? 0) * printed.communesOnline / all
      shares[fact.unit.id] = share
      rest -= share
    }
    for fact in communes where rest > 0 {
      shares[fact.unit.id, default: 0] += 1
      rest -= 1
    }
    let printed = printed.online
    add(
      "online", ["procedures", "procedures_used", "eligible", "resolved"],
      of: ["so", "huyen", "xa"]
    ) { fact, random in
      guard fact.has("has_online_services"),
        let resolved = printed[fact.unit.id] ?? shares[fact.unit.id],
        let received = fact.dossiers?.received
      else { return nil }
      let isCommune = fact.unit.type == "xa"
      let rate = isCommune ? 7 : fact.unit.type == "huyen" ? 14 : 27
      let reached = random.int((fact.quality / 12)...(45 + fact.quality / 9))
      let eligible = resolved * 10_000 / (rate * max(40, reached)) + random.int(0...3)
      let procedures = random.int(12...46)
      let used = procedures * random.int(15...max(20, fact.quality / 11)) / 100
      // More online dossiers than dossiers at all: nothing can be said until that is cleared up.
      let known = resolved > received ? nil : min(received, max(resolved, eligible))
      return isCommune || fact.unit.type == "huyen"
        ? cells(nil, nil, known, resolved) : cells(procedures, used, known, resolved)
    }
  }

  mutating func addSpecial() {
    add("petitions", ["due", "on_time"], absent: .zero, of: ["so", "xa"]) { fact, random in
      guard fact.unit.type == "xa" || fact.unit.id == "thanh-tra-tinh" else { return nil }
      let due = random.int(0...12)
      return due > 0 ? cells(due, random.portion(of: due, quality: fact.quality)) : nil
    }
    add("inspections", ["overlapping"], absent: .zero, of: ["so"]) { fact, _ in
      fact.unit.id == "thanh-tra-tinh" ? cells(1) : nil
    }
    add("province_tasks", ["total", "overdue"], of: ["so"]) { fact, _ in
      fact.unit.id == "van-phong-ubnd-tinh" ? cells(1840, 52) : nil
    }
    add("briefs", ["received", "on_time"], of: ["so"]) { fact, _ in
      fact.unit.id == "van-phong-ubnd-tinh" ? cells(3120, 3034) : nil
    }
    add("portal", ["stale_sections", "overdue_questions"], of: ["so"]) { fact, _ in
      fact.unit.id == "van-phong-ubnd-tinh" ? cells(1, 2) : nil
    }
    // Both rows are facts of the report of 2017: Công an tỉnh gave no figures, and 125 dossiers of
    // Cục Hải quan are neither resolved nor unresolved.
    add(
      "data_supply", ["periods_missing", "periods_inconsistent"], absent: .zero, of: ["nganh-doc"]
    ) { [year] fact, _ in
      switch fact.unit.id {
      case "cong-an-tinh" where year == 2017: cells(1, 0)
      case "cuc-hai-quan" where year == 2017: cells(0, 1)
      default: nil
      }
    }
  }
}
