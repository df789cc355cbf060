internal import Diagnostics
internal import Grading
internal import Loading
internal import YAMLReading

/// The made-up part of a sample round: registers and hand-ins for the real units, and for 2019 the
/// case records too.
///
/// It reads the register of units and the printed tables of 2017, and writes what is not public
/// anywhere. The same seed gives the same bytes, on any machine.
package struct SampleRound {
  private let criteriaFolder: String
  /// The round whose `units.yaml` and printed tables are read.
  private let sourceFolder: String
  private let year: Int
  private let seed: UInt64
  private var id: String { "khanh-hoa-\(year)" }

  /// - Parameters:
  ///   - criteriaFolder: the sets, `Criteria/khanh-hoa-2017`.
  ///   - roundFolder: the round; that of 2017, with the units and tables of both, is it or lies
  ///     beside it.
  ///   - seed: other seeds give other rounds; without one the year.
  package init(
    criteriaFolder: String, roundFolder: String, year: Int = 2017, seed: UInt64? = nil
  ) {
    self.criteriaFolder = criteriaFolder
    self.year = year
    sourceFolder = year == 2017 ? roundFolder : roundFolder + "/../khanh-hoa-2017"
    self.seed = seed ?? UInt64(max(0, year))
  }

  /// Writes what is made up into a round's folder.
  package func write(to folder: String) throws(GenerationFailure) {
    var writer = FolderWriter(folder)
    for file in try files() { try writer.write(file) }
  }

  /// Every file that is made up, in a fixed order.
  package func files() throws(GenerationFailure) -> [GeneratedFile] {
    let (registers, samplers, records) = try prepare()
    var files = (records?.files ?? []) + registers.tables.map(\.file)
    if year == 2017 {
      let people = SamplePeople(registers.facts.map(\.unit), samplers.map(\.set))
      files.append(GeneratedFile(path: "people.yaml", text: people.text))
      files.append(SampleRemedies.file)
    }
    for fact in registers.facts {
      guard let hand = hand(fact, registers, samplers) else { continue }
      files += papers(hand, registers)
    }
    return files
  }

  /// What a unit hands in, with what is needed to appraise it.
  struct Hand {
    let facts: UnitFacts
    let scenario: Scenario
    let sampler: InputSampler
    let draft: SubmissionDraft
    /// With the unit's own inputs in it.
    let data: Evaluator
  }

  /// What the round's records come to, by unit; nothing when it has only printed tables.
  package func counts() throws(GenerationFailure) -> [String: SampleCount] {
    try prepare().records?.counts ?? [:]
  }

  /// The registers of the round, a sampler for each set, and the records where there are any.
  func prepare() throws(GenerationFailure)
    -> (registers: SampleRegisters, samplers: [InputSampler], records: SampleRecords?)
  {
    let units = try readUnits(sourceFolder + "/units.yaml")
    var printed = try DossierTables(folder: sourceFolder + "/dossiers", units: units)
    let records =
      year == 2017 ? nil : SampleRecords(units, printed: printed.dossiers, seed: seed)
    if let records { printed = DossierTables(records: records, units: units) }
    let facts = units.map { unit in
      let identity = Scenarios.of(unit.id, year).twin ?? unit.id
      return UnitFacts(
        unit, identity: identity,
        quality: Scenarios.of(identity, year).quality ?? chanceQuality(unit, identity),
        children: units.count { $0.parent == unit.id }, dossiers: printed.dossiers[unit.id],
        seed: seed)
    }
    return (
      SampleRegisters(facts, printed: printed, year: year, seed: seed), try readSets(), records
    )
  }

  /// nil for a unit that hands nothing in.
  func hand(
    _ fact: UnitFacts, _ registers: SampleRegisters, _ samplers: [InputSampler]
  ) -> Hand? {
    let scenario = Scenarios.of(fact.unit.id, year)
    let special = samplers.first { $0.set.units.contains(fact.unit.id) }
    let general = samplers.first { $0.set.units.isEmpty && $0.set.unitType == fact.unit.type }
    guard var sampler = special ?? general, scenario.submittedAt != "" else { return nil }
    sampler.bases = fact.bases
    let set = sampler.set
    let data = Evaluator(
      inputs: Array(repeating: .blank, count: set.inputs.count),
      figures: set.figures.map { registers.value($0, fact) }, traits: fact.unit.traits,
      calendar: sampler.calendar)
    let dispute = scenario.dispute.flatMap { dispute in
      registers.raised(dispute.figure, by: dispute.by, set, fact).map {
        DisputeDraft(figure: dispute.figure, claim: $0, ground: dispute.ground)
      }
    }
    var submission = SampleSubmission(
      fact, scenario, sampler: sampler, data: data, seed: seed, round: id,
      parentName: registers.facts.first { $0.unit.id == fact.unit.parent }?.unit.name,
      dispute: dispute)
    let (draft, filled) = submission.make()
    return Hand(facts: fact, scenario: scenario, sampler: sampler, draft: draft, data: filled)
  }

  private func papers(_ hand: Hand, _ registers: SampleRegisters) -> [GeneratedFile] {
    let folder = "units/\(hand.facts.unit.id)/"
    var files = [
      GeneratedFile(
        path: folder + "self-assessment.yaml", text: hand.draft.selfAssessment(hand.sampler.set)),
      GeneratedFile(path: folder + "evidence.yaml", text: hand.draft.evidence),
    ]
    let appraisal = SampleAppraisal(
      facts: hand.facts, scenario: hand.scenario, draft: hand.draft, sampler: hand.sampler,
      registers: registers, data: hand.data, seed: seed)
    if let text = appraisal.text() {
      files.append(GeneratedFile(path: folder + "appraisal.yaml", text: text))
    }
    files += hand.draft.files.map { GeneratedFile(path: folder + $0.path, text: $0.text) }
    return files
  }

  /// Most units work well, a few do not.
  private func chanceQuality(_ unit: Unit, _ identity: String) -> Int {
    var random = Randomness(seed, identity, "quality")
    let worse = min(random.below(640), random.below(640))
    return (unit.type == "xa" ? 860 : 900) - worse
  }

  private func readUnits(_ path: String) throws(GenerationFailure) -> [Unit] {
    guard let document = FileAccess().yaml(path).document else {
      throw .unreadable(path)
    }
    let problems = DiagnosticCollector()
    let units = loadUnits(document.root, into: problems)
    guard !problems.hasFatalErrors, !units.isEmpty else { throw .badUnits(path) }
    return units
  }

  private func readSets() throws(GenerationFailure) -> [InputSampler] {
    var samplers: [InputSampler] = []
    for name in [
      "so", "so-van-phong", "so-thanh-tra", "huyen", "xa", "nganh-doc", "don-vi-su-nghiep",
    ] {
      samplers.append(try InputSampler(reading: "\(criteriaFolder)/\(name).yaml"))
    }
    return samplers
  }
}

extension InputSampler {
  /// A sampler for one criteria file.
  init(reading path: String) throws(GenerationFailure) {
    guard let set = loadCriteriaSet(path).set else { throw .badCriteria(path) }
    self.init(set: set)
  }
}
