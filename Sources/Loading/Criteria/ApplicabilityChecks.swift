package import Diagnostics
package import Grading

/// Finds names in `not_applicable_for` that mean two things or nothing among a round's units
/// (SCORING 9).
/// - Parameter declared: traits that the register declares, whether a unit has them or not.
package func checkApplicability(
  _ sets: [CriteriaSet], _ units: [Unit], traits declared: Set<String> = []
) -> [Diagnostic] {
  let unitOf = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let traits = declared.union(units.flatMap(\.traits))
  let known = unitOf.keys.sorted() + traits.sorted()
  var seen: Set<SourceSpan> = []
  var diagnostics: [Diagnostic] = []
  // Levels are inherited, and overlays share them: each is looked at once.
  for level in sets.flatMap(\.items).flatMap(\.applicability) where seen.insert(level.span).inserted
  {
    for name in level.notApplicableFor {
      switch (unitOf[name], traits.contains(name)) {
      case (let unit?, true):
        diagnostics.append(.ambiguousApplicability(name, unit: unit.span, at: level.span))
      case (nil, false):
        diagnostics.append(.unknownApplicability(name, known: known, at: level.span))
      case (_?, false), (nil, true): break
      }
    }
  }
  return diagnostics
}
