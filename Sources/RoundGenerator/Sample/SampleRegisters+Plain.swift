internal import Grading

/// Registers with one row a unit.
extension SampleRegisters {
  mutating func addLeadership() {
    add("conclusions", ["total", "done", "partly"], of: ["so", "huyen"]) { fact, random in
      let total = random.int(0...8)
      let done = random.portion(of: total, quality: fact.quality)
      return cells(total, done, random.int(0...(total - done)))
    }
    add("province_index", ["improved"], absent: .zero, of: ["so"]) { fact, random in
      random.chance(fact.quality / 3) ? cells(random.int(1...3)) : nil
    }
    // Nobody is said to have done any of it, not even for illustration.
    add("integrity", ["harassment", "dishonest"], absent: .zero, of: ["so"]) { _, _ in nil }
    add(
      "legal", ["assigned", "on_time", "returned", "unlawful"], absent: .zero,
      of: ["so", "huyen", "xa"]
    ) { fact, random in
      guard fact.unit.type == "so" else {
        return random.chance((1000 - fact.quality) / 6) ? cells(0, 0, 0, 1) : nil
      }
      let assigned = random.int(0...7)
      guard assigned > 0 else { return nil }
      return cells(
        assigned, random.portion(of: assigned, quality: fact.quality),
        random.events(fact.quality, most: 1), 0)
    }
    add("coordination", ["received", "on_time"], of: ["so", "huyen", "nganh-doc"]) { fact, random in
      let received = random.int(40...260)
      return cells(received, random.portion(of: received, quality: fact.quality))
    }
  }

  mutating func addProcedures() {
    add("procedures", ["to_publish", "published_on_time"], of: ["so"]) { fact, random in
      let due = fact.has("handles_dossiers") ? random.int(0...30) : 0
      return cells(due, random.portion(of: due, quality: fact.quality))
    }
    add(
      "listing_checks", ["wrong", "communes_checked", "communes_correct"],
      of: ["so", "huyen", "xa", "nganh-doc"]
    ) { fact, random in
      let wrong = random.chance(fact.quality) ? 0 : random.int(1...6)
      guard fact.unit.type == "huyen" else { return cells(wrong, nil, nil) }
      let checked = max(3, fact.children / 2)
      return cells(wrong, checked, random.portion(of: checked, quality: fact.quality))
    }
    add("workflow", ["approved", "updated"], of: ["so", "huyen"]) { fact, random in
      guard let approved = fact.shared["in_force"], approved > 0 else { return nil }
      return cells(approved, random.portion(of: approved, quality: fact.quality))
    }
    add("apologies", ["sent"], absent: .zero, of: ["so", "huyen", "xa"]) { fact, random in
      guard let late = fact.dossiers?.late, late > 0 else { return nil }
      let sent = random.portion(of: late, quality: fact.quality)
      return sent > 0 ? cells(sent) : nil
    }
    add("postal", ["dossiers", "eligible"], of: ["so", "huyen"]) { fact, random in
      guard let resolved = fact.dossiers?.resolved else { return nil }
      let eligible = resolved * random.int(30...80) / 100
      return cells(eligible * random.int(0...(20 + fact.quality / 8)) / 1000, eligible)
    }
    add(
      "pakn",
      ["received", "on_time", "in_time_open", "attitude_verified", "extra_papers_verified"],
      absent: .zero, of: ["so", "huyen", "xa", "nganh-doc", "don-vi-su-nghiep"]
    ) { fact, random in
      let received = random.int(fact.unit.type == "huyen" ? 10...60 : 0...9)
      guard received > 0 else { return nil }
      let open = random.int(0...min(2, received - 1))
      let isCommune = fact.unit.type == "xa"
      return cells(
        received, random.portion(of: received - open, quality: fact.quality), open,
        isCommune ? random.events(fact.quality, most: 1) : nil,
        isCommune ? random.events(fact.quality, most: 1) : nil)
    }
    add("supplements", ["twice"], absent: .zero, of: ["so"]) { fact, random in
      guard let resolved = fact.dossiers?.resolved, !random.chance(fact.quality) else { return nil }
      return cells(max(1, resolved * random.int(2...14) / 1000))
    }
    add("linked", ["received", "on_time"], of: ["xa", "nganh-doc"]) { fact, random in
      let received = random.int(fact.unit.type == "xa" ? 8...90 : 200...3000)
      return cells(received, random.portion(of: received, quality: fact.quality))
    }
  }

  mutating func addPeople() {
    let officials = ["so", "huyen", "don-vi-su-nghiep"]
    add("recruitment", ["violations"], absent: .zero, of: officials) { fact, random in
      random.chance((1000 - fact.quality) / 8) ? cells(1) : nil
    }
    add("appointments", ["wrong"], absent: .zero, of: officials) { fact, random in
      random.chance((1000 - fact.quality) / 8) ? cells(1) : nil
    }
    add(
      "discipline", ["reprimanded", "warned", "dismissed"], absent: .zero,
      of: officials + ["xa", "nganh-doc"]
    ) { fact, random in
      guard random.chance((1000 - fact.quality) / 4) else { return nil }
      let isGrave = random.chance(150)
      return cells(isGrave ? 0 : random.int(1...2), isGrave ? 1 : 0, 0)
    }
    add(
      "spot_checks", ["violations", "not_disclosed"], absent: .zero, of: ["so", "xa", "nganh-doc"]
    ) { fact, random in
      guard random.chance((1000 - fact.quality) / 2) else { return nil }
      return cells(random.int(1...3), fact.unit.type == "xa" ? random.int(0...2) : nil)
    }
  }

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
    ) { fact, random in
      let isCommune = fact.unit.type == "xa"
      let range = isCommune ? 5...10 : fact.unit.type == "huyen" ? 10...20 : 25...30
      let hasServices = fact.has("has_online_services")
      return [
        hasServices ? "\(random.int(range))%" : nil,
        fact.unit.type == "huyen" ? "\(random.int(5...10))%" : nil,
        isCommune ? nil : String(random.int(0...6)),
        isCommune ? "phân bổ của UBND cấp huyện" : "2346/QĐ-UBND",
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
    // Both rows are facts of the report: Công an tỉnh gave no figures, and 125 dossiers of Cục Hải
    // quan are neither resolved nor unresolved.
    add(
      "data_supply", ["periods_missing", "periods_inconsistent"], absent: .zero, of: ["nganh-doc"]
    ) { fact, _ in
      switch fact.unit.id {
      case "cong-an-tinh": cells(1, 0)
      case "cuc-hai-quan": cells(0, 1)
      default: nil
      }
    }
  }
}
