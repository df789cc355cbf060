/// Files that several units handed in, by their digest.
struct SharedFiles: Sendable {
  private var unitsOf: [String: [Int]] = [:]
  /// The first unit that handed a file in, for what a unit that is tried would hand in beside it.
  private var first: [String: Int] = [:]

  init(_ round: Round) {
    for (unit, result) in round.units.enumerated() {
      for document in result.record.assessment.shelf {
        guard case .present(let digest) = document.state else { continue }
        if let known = first[digest] {
          guard known != unit else { continue }
          var units = unitsOf[digest] ?? [known]
          if !units.contains(unit) { units.append(unit) }
          unitsOf[digest] = units
        } else {
          first[digest] = unit
        }
      }
    }
  }

  /// The other units that handed the document in.
  func others(than unit: Int, with document: EvidenceDocument) -> [Int] {
    guard case .present(let digest) = document.state else { return [] }
    return (unitsOf[digest] ?? first[digest].map { [$0] } ?? []).filter { $0 != unit }
  }
}
