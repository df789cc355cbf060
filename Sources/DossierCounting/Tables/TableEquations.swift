/// An equation that a printed table must satisfy.
package enum TableEquation: Hashable, Sendable {
  /// An identity of one row; both by their places.
  case identity(row: Int, identity: Int)
  /// A total, by the row that prints it, against the rows it adds up.
  case total(row: Int, metric: Int)
}

/// Whether an equation holds.
enum EquationState: Equatable {
  case holds
  /// Figures are missing, which could make up for what is left over (0: nothing is).
  case open(remainder: Int)
  case fails
}

/// All equations of a table, written as sums that must be 0.
struct TableEquations {
  struct Term {
    let cell: TableCell
    let sign: Int
  }

  /// How far a sum is from 0, and on which side missing figures could add.
  private struct Balance {
    var sum = 0
    var missingAdds = false
    var missingTakes = false

    func state(moved by: Int) -> EquationState {
      let sum = sum + by
      if !missingAdds, !missingTakes { return sum == 0 ? .holds : .fails }
      // Missing figures are not negative.
      if sum > 0, !missingTakes { return .fails }
      if sum < 0, !missingAdds { return .fails }
      return .open(remainder: sum.magnitude == 0 ? 0 : abs(sum))
    }
  }

  let equations: [TableEquation]
  let terms: [[Term]]
  private var balances: [Balance]
  private var places: [TableCell: [(equation: Int, sign: Int)]] = [:]

  init(_ table: PrintedTable) {
    var equations: [TableEquation] = []
    var terms: [[Term]] = []
    for row in table.rows.indices {
      for (index, identity) in table.identities.enumerated() {
        equations.append(.identity(row: row, identity: index))
        terms.append(
          identity.left.map {
            Term(cell: TableCell(row: row, metric: $0.metric), sign: $0.sign)
          }
            + identity.right.map {
              Term(cell: TableCell(row: row, metric: $0.metric), sign: -$0.sign)
            })
      }
    }
    for (row, printed) in table.rows.enumerated() {
      guard let scope = printed.scope else { continue }
      let members = table.rows(in: scope)
      for metric in table.metrics.indices where printed.values[metric] != nil {
        equations.append(.total(row: row, metric: metric))
        terms.append(
          [Term(cell: TableCell(row: row, metric: metric), sign: 1)]
            + members.map { Term(cell: TableCell(row: $0, metric: metric), sign: -1) })
      }
    }
    self.equations = equations
    self.terms = terms
    balances = []
    balances.reserveCapacity(terms.count)
    for (index, sum) in terms.enumerated() {
      var balance = Balance()
      for term in sum {
        if let value = table[term.cell] {
          balance.sum += term.sign * value
          places[term.cell, default: []].append((index, term.sign))
        } else if term.sign > 0 {
          balance.missingAdds = true
        } else {
          balance.missingTakes = true
        }
      }
      balances.append(balance)
    }
  }

  /// The equations that fail as printed, in order.
  var failing: [Int] { equations.indices.filter { state($0) == .fails } }

  func state(_ equation: Int) -> EquationState { balances[equation].state(moved: 0) }

  /// Whether no figure of the equation is missing.
  func isClosed(_ equation: Int) -> Bool {
    !balances[equation].missingAdds && !balances[equation].missingTakes
  }

  /// The known cells of an equation.
  func cells(_ equation: Int) -> [TableCell] {
    terms[equation].map(\.cell).filter { places[$0] != nil }
  }

  func equations(with cell: TableCell) -> [Int] { places[cell]?.map(\.equation) ?? [] }

  /// The value of a known cell that alone makes a closed equation hold; nil when none does.
  func value(of cell: TableCell, now: Int, in equation: Int) -> Int? {
    let sign = (places[cell] ?? []).filter { $0.equation == equation }.map(\.sign).reduce(0, +)
    guard isClosed(equation), sign != 0, balances[equation].sum % sign == 0 else { return nil }
    return now - balances[equation].sum / sign
  }

  /// The states, after changes, of every equation that they touch and of those asked for.
  func states(after changes: [CellChange], also asked: [Int]) -> [(Int, EquationState)] {
    var moves: [Int: Int] = Dictionary(
      asked.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
    for change in changes {
      for place in places[change.cell] ?? [] {
        moves[place.equation, default: 0] += place.sign * (change.to - (change.from ?? 0))
      }
    }
    return moves.sorted { $0.key < $1.key }.map {
      ($0.key, balances[$0.key].state(moved: $0.value))
    }
  }
}
