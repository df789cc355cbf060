/// Finds the gaps of a computed round; made once, then asked unit by unit, in parallel if need be.
///
/// Each unit costs a pass over its items and citations. Places are looked up only where
/// `priced` is asked for them.
package struct GapFinder: Sendable {
  package let round: Round
  private let sharedFiles: SharedFiles
  /// Few names stand for many documents, so each is read once.
  private let kinds: [String: DocumentKind]

  package init(_ round: Round) {
    self.round = round
    sharedFiles = SharedFiles(round)
    let names = Set(round.units.lazy.flatMap(\.record.assessment.shelf).map(\.kind))
    kinds = Dictionary(uniqueKeysWithValues: names.map { ($0, DocumentKind($0)) })
  }

  private init(_ round: Round, beside other: GapFinder) {
    self.round = round
    sharedFiles = other.sharedFiles
    kinds = other.kinds
  }

  /// The gaps that a unit would have in a trial of this round that changes no other unit's files.
  package func gaps(of unit: Int, in trial: RoundTrial) -> UnitGaps {
    GapFinder(trial.round, beside: self).gaps(of: unit)
  }

  /// A unit's gaps with their points and without places.
  package func gaps(of unit: Int) -> UnitGaps { gaps(UnitReading(round, unit)) }

  /// Whether a unit states another number than the office that keeps the figure, and nobody has
  /// decided: the one kind of gap that opens what others are compared with.
  func declaresOtherwise(_ reading: UnitReading) -> Bool {
    guard round.cycle.isEmpty, reading.isSubmitted else { return false }
    var search = GapSearch(reading, sharedFiles, kinds)
    search.findDeclaredFigures()
    return !search.gaps.isEmpty
  }

  /// A unit's gaps, where what its items read is known already.
  func gaps(_ reading: UnitReading) -> UnitGaps {
    let unit = reading.unit
    let result = round.units[unit]
    var search = GapSearch(reading, sharedFiles, kinds)
    guard round.cycle.isEmpty, !result.record.assessment.isUnreadable else {
      return UnitGaps(
        unit: unit, gaps: [], diagnosed: [],
        isUnreadable: result.record.assessment.isUnreadable)
    }
    if result.isSubmitted {
      search.findLateness()
      search.findAnswers()
      search.findProof()
      search.findDocuments()
      search.findClaims()
      search.findDeclaredFigures()
      search.findLinkedList()
      search.findDisputes()
    } else {
      search.findNotSubmitted()
    }
    search.findExplanations()
    search.findBroken()
    search.findOwed()
    return UnitGaps(
      unit: unit, gaps: search.gaps, diagnosed: search.diagnosed, isUnreadable: false)
  }

  /// The ladder that `priced` climbs, one for all units of a group.
  package func ladder(of unit: Int) -> GroupLadder? {
    round.group(of: unit).map {
      GroupLadder(round, $0, layer: round.layers.count - 1)
    }
  }

  /// The gaps of all units, with places.
  /// - Parameter workers: does independent pieces of work and gives their results in order.
  package func pricedGaps(
    workers: (Int, @Sendable (Int) -> UnitGaps) -> [UnitGaps] = { (0..<$0).map($1) }
  ) -> [UnitGaps] {
    let ladders = round.groups.map { GroupLadder(round, $0, layer: round.layers.count - 1) }
    var groupOf: [Int: Int] = [:]
    for (place, group) in round.groups.enumerated() {
      for unit in group.units { groupOf[unit] = place }
    }
    let places = groupOf
    return workers(round.units.count) { unit in
      let found = gaps(of: unit)
      return places[unit].map { priced(found, on: ladders[$0]) } ?? found
    }
  }

  /// The same gaps, each with the place if it is closed and if it is not.
  package func priced(_ gaps: UnitGaps, on ladder: GroupLadder) -> UnitGaps {
    var priced = gaps
    let unit = gaps.unit
    let now = round.units[unit].totals[ladder.layer]?.place?.number
    func place(_ outcomes: [Int: Outcome]) -> Int? {
      outcomes.isEmpty ? now : round.place(of: unit, with: outcomes, on: ladder)?.number
    }
    for (position, gap) in gaps.gaps.enumerated() {
      let closed = gap.outcomes(\.ifClosed)
      let left = gap.outcomes(\.ifLeft)
      guard !closed.isEmpty || !left.isEmpty else { continue }
      priced.gaps[position].places = GapPlaces(
        now: now, ifClosed: place(closed), ifLeft: place(left))
    }
    priced.places = GapPlaces(
      now: now, ifClosed: place(gaps.outcomes(\.ifClosed) { $0.points > $1.points }),
      ifLeft: place(gaps.outcomes(\.ifLeft) { $0.points < $1.points }))
    return priced
  }
}

extension EvidenceGap {
  /// What the gap's items come to, by item.
  func outcomes(_ side: KeyPath<GapEffect, Outcome?>) -> [Int: Outcome] {
    var outcomes: [Int: Outcome] = [:]
    for effect in effects { outcomes[effect.item] = effect[keyPath: side] }
    return outcomes
  }

  /// The changes that closing it comes to, for `Round.trying`.
  package var closing: [RoundChange] { changes(\.ifClosed) }

  /// The changes that leaving it comes to, for `Round.trying`.
  package var leaving: [RoundChange] { changes(\.ifLeft) }

  private func changes(_ side: KeyPath<GapEffect, Outcome?>) -> [RoundChange] {
    effects.compactMap { effect in
      effect[keyPath: side].map { .outcome(item: effect.item, $0) }
    }
  }
}

extension UnitGaps {
  /// All gaps at once: of several outcomes of one item the one that counts.
  fileprivate func outcomes(
    _ side: KeyPath<GapEffect, Outcome?>, _ counts: (Outcome, Outcome) -> Bool
  ) -> [Int: Outcome] {
    var outcomes: [Int: Outcome] = [:]
    for effect in gaps.flatMap(\.effects) {
      guard let outcome = effect[keyPath: side] else { continue }
      if let other = outcomes[effect.item], !counts(outcome, other) { continue }
      outcomes[effect.item] = outcome
    }
    return outcomes
  }
}
