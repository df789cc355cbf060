internal import Diagnostics
internal import Grading
internal import Synchronization
internal import YAMLReading

/// Finds the unit that a row is of: by its id, or by a name, alias or code as printed.
final class RegisterUnits: Sendable {
  let ids: [String]
  private let units: [Unit]
  private let byID: [String: Unit]
  // Most registers name units by their ids, so the names are folded when one is first asked for.
  private let folded = Mutex<UnitNames?>(nil)

  init(_ units: [Unit]) {
    self.units = units
    byID = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ids = units.map(\.id)
  }

  subscript(id: String) -> Unit? { byID[id] }

  private var names: UnitNames {
    folded.withLock { known in
      if let known { return known }
      let names = UnitNames(units)
      known = names
      return names
    }
  }

  /// The unit that the cell names; nil, with a diagnostic, when there is none or more than one.
  /// - Parameter parent: the unit above it as the row says; only units below that one are meant.
  func unit(
    _ cell: CSVCell, column: String, below parent: Unit? = nil, into problems: inout ProblemList
  ) -> Unit? {
    let text = cell.text
    let isNamed = byID[text] != nil
    if let unit = byID[text], parent == nil || unit.parent == parent?.id { return unit }
    let match =
      text.isEmpty || isNamed ? nil : names.match(text, parent: parent?.id)
    if case .one(let unit)? = match { return unit }
    if problems.onlyCounts {
      problems.count()
    } else {
      problems.add(problem(text, match, column, parent, at: cell.span))
    }
    return nil
  }

  private func problem(
    _ text: String, _ match: UnitNames.Match?, _ column: String, _ parent: Unit?,
    at span: SourceSpan
  ) -> Diagnostic {
    if text.isEmpty { return .rowWithoutUnit(column: column, at: span) }
    switch match {
    case .several(let units): return .rowNameAmbiguous(text, units.map(\.id), at: span)
    case .none(let nearest)?:
      // What looks like an id is compared with ids.
      if parent == nil, nearest.isEmpty || text.utf8.allSatisfy(\.isIdentifier) {
        return .unknownUnit(text, known: ids, at: span)
      }
      return .nameUnknown(text, in: parent?.name, nearest: nearest, at: span)
    case .one, nil:
      return .unitOfOtherParent(
        text, parent: parent?.name ?? "", own: byID[text]?.parent.map { byID[$0]?.name ?? $0 },
        at: span)
    }
  }
}

extension UInt8 {
  fileprivate var isIdentifier: Bool {
    (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self == 0x2D
  }
}
