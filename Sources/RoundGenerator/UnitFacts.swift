internal import Grading

/// A unit's dossiers as the report prints them, or as its records come to.
struct DossierFacts {
  let received: Int
  let resolved: Int
  let late: Int
  /// nil where early and on the due day are printed as one sum.
  let early: Int?
  /// Each late dossier that waited for another office; nil where only sums are known.
  var linkedLate: [[String]]?
}

/// What is true of a made-up year of one unit; its papers and the registers agree on it.
struct UnitFacts {
  let unit: Unit
  /// The name its numbers are drawn under: two units of one identity come out alike.
  let identity: String
  /// How well it does its work, per mille.
  let quality: Int
  /// Units below it.
  let children: Int
  let dossiers: DossierFacts?
  /// The set's shared inputs: staff, procedures in force, offices.
  let shared: [String: Int]
  /// Amounts that inputs of these names start from.
  let bases: [String: Int]

  var staff: Int { shared["staff"] ?? bases["staff"] ?? 20 }

  func has(_ trait: String) -> Bool { unit.traits.contains(trait) }

  init(
    _ unit: Unit, identity: String, quality: Int, children: Int, dossiers: DossierFacts?,
    seed: UInt64
  ) {
    self.unit = unit
    self.identity = identity
    self.quality = quality
    self.children = children
    self.dossiers = dossiers
    var random = Randomness(seed, identity, "facts")
    let handles = unit.traits.contains("handles_dossiers")
    let staff =
      switch unit.type {
      case "huyen": random.int(95...160)
      case "xa": random.int(17...25)
      case "don-vi-su-nghiep": random.int(24...180)
      default: random.int(28...75)
      }
    shared = [
      "staff": staff,
      "in_force": handles ? random.int(unit.type == "huyen" ? 180...260 : 24...140) : 0,
      "subordinate_units": unit.traits.contains("has_subordinates") ? random.int(6...14) : 0,
      "public_service_units": unit.type == "huyen" ? random.int(40...90) : random.int(0...8),
      "offices": random.int(12...13),
    ]
    bases = [
      "staff": staff,
      "staff_assigned": staff + random.int(0...3),
      "commune_staff": children * random.int(19...22),
      "paper_register": (dossiers?.received ?? 300) + random.int(0...4),
      "revenue": random.int(40...900) * 100,
      "budget": random.int(60...600) * 100,
      "planned": random.int(12...36),
    ]
  }
}
