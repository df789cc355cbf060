/// A unit's grade in one layer: from its index, and after the block's conditions.
package struct GradeResult: Hashable, Sendable {
  /// Places in `Block.grades`, 0 the best.
  package var fromIndex: Int
  package var grade: Int
  /// The conditions that hold, by their place in the block.
  package var conditions: [Int]
  /// A condition could not be decided.
  package var isProvisional: Bool
}

extension Block {
  /// The grade of an index; the lowest grade has no lower bound.
  func grade(of index: Exact) -> Int {
    grades.firstIndex { index >= $0.from } ?? grades.count - 1
  }

  /// The grade that the index alone gives.
  func gradeOfIndex(_ total: Total) -> GradeResult? {
    guard let index = total.index(on: gradesOn), !grades.isEmpty else { return nil }
    let grade = grade(of: index)
    return GradeResult(fromIndex: grade, grade: grade, conditions: [], isProvisional: false)
  }

  /// The grade after all conditions that hold; the lowest that results (SCORING 26, 51).
  func grade(_ total: Total, _ data: Evaluator) -> GradeResult? {
    guard var result = gradeOfIndex(total) else { return nil }
    let first = result.fromIndex
    for (place, condition) in conditions.enumerated() {
      switch data.truth(condition.when) {
      case .success(false): continue
      case .failure: result.isProvisional = true
      case .success(true):
        result.conditions.append(place)
        switch condition.effect {
        case .atMost(let best): result.grade = max(result.grade, best)
        case .lowerBy(let steps): result.grade = max(result.grade, first + steps)
        }
      }
    }
    result.grade = min(result.grade, grades.count - 1)
    return result
  }
}
