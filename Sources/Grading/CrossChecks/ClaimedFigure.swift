internal import Diagnostics

/// A figure that a unit states, and another office holds otherwise.
package struct ClaimedFigure: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// An input that repeats a figure (`same_as`).
    case declared
    /// A figure that the unit disputes.
    case disputed
  }

  /// Places of the unit in the round and of the items that read it in the unit's set.
  package let unit: Int
  package let kind: Kind
  package let items: [Int]
  /// The figure's dotted name.
  package let figure: String
  /// Both values and who holds the other one.
  package let statement: FigureStatement
  /// Nobody has decided it: it is among the unit's gaps.
  package let isOpen: Bool
  package let citation: String?
}

/// How many figures that units repeat were compared.
package struct ComparedFigures: Sendable {
  package internal(set) var differing: [ClaimedFigure] = []
  package internal(set) var equal = 0
  /// Stated by the unit, and the office has none.
  package internal(set) var notHeld = 0

  /// By unit, inputs before disputes.
  ///
  /// What a difference costs is for the gaps to say; here both values are told, the settled ones too.
  init(_ round: Round, _ finder: GapFinder) {
    for unit in round.units.indices where round.units[unit].isSubmitted {
      let record = round.units[unit].record
      let set = round.sets[record.set]
      let hasInputs = set.inputs.contains { $0.sameAs != nil }
      guard hasInputs || !record.assessment.disputes.isEmpty else { continue }
      let open = finder.gaps(of: unit).gaps
      func isOpen(_ code: GapCode, _ statement: FigureStatement) -> Bool {
        open.contains { $0.code == code && $0.detail == .figure(statement) }
      }
      addDeclared(round, unit, record, set) { isOpen(.declaredDiffers, $0) }
      for dispute in record.assessment.disputes {
        guard let place = set.figures.firstIndex(where: { $0.name == dispute.figure }) else {
          continue
        }
        let name = set.figures[place]
        let statement = round.statement(
          name.title, name, dispute.claim,
          record.figures.indices.contains(place) ? record.figures[place] : .missing, record)
        differing.append(
          ClaimedFigure(
            unit: unit, kind: .disputed, items: set.readers(of: .figure(place)), figure: name.name,
            statement: statement, isOpen: isOpen(.disputeOpen, statement),
            citation: record.citation(dispute.line)))
      }
    }
  }

  private mutating func addDeclared(
    _ round: Round, _ unit: Int, _ record: UnitRecord, _ set: CriteriaSet,
    isOpen: (FigureStatement) -> Bool
  ) {
    let assessment = record.assessment
    for (place, input) in set.inputs.enumerated() {
      guard let figure = input.sameAs, assessment.inputs.indices.contains(place),
        case .given(let stated) = assessment.inputs[place]
      else { continue }
      guard record.figures.indices.contains(figure), case .known(let held) = record.figures[figure]
      else {
        notHeld += 1
        continue
      }
      guard stated != held else {
        equal += 1
        continue
      }
      let name = set.figures[figure]
      let statement = round.statement(
        input.title, name, stated, .known(held), record, type: input.type)
      let line = assessment.inputLines.indices.contains(place) ? assessment.inputLines[place] : 0
      differing.append(
        ClaimedFigure(
          unit: unit, kind: .declared,
          items: set.items.indices.filter { item in
            set.items[item].inputs.contains(place)
              || set.readers(of: .sharedInput(place)).contains(item)
          }, figure: name.name, statement: statement, isOpen: isOpen(statement),
          citation: record.citation(Int(line))))
    }
  }
}

extension Round {
  fileprivate func statement(
    _ title: String, _ name: FigureName, _ stated: Value, _ held: FigureValue,
    _ record: UnitRecord, type: InputType? = nil
  ) -> FigureStatement {
    let origin = plan.figures.origin(name, unit: record.unit.id)
    return FigureStatement(
      title: title, type: type ?? name.type, stated: stated, held: held, source: origin?.source,
      owner: origin?.owner)
  }
}

extension CriteriaSet {
  /// Places of the items whose rules read it.
  package func readers(of reference: Reference) -> [Int] {
    items.indices.filter { items[$0].rule.references.contains(reference) }
  }
}

extension UnitRecord {
  fileprivate func citation(_ line: Int) -> String? {
    assessment.file.map { line > 0 ? "\($0.path):\(line)" : $0.path }
  }
}
