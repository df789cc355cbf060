internal import Grading

/// Registers on direction, procedures and people; one row a unit.
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
    add("coordination", ["received", "on_time"], of: ["so", "huyen", "nganh-doc"]) {
      [year] fact, random in
      let received = random.int(40...260)
      let answered = random.portion(of: received, quality: fact.quality)
      // Whoever disputes the figure has more answers than the register knows of.
      let dispute = Scenarios.of(fact.unit.id, year).dispute
      let unknown = dispute.map { $0.figure == "coordination.on_time" ? $0.by : 0 } ?? 0
      return cells(received, min(answered, max(0, received - unknown)))
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
}
