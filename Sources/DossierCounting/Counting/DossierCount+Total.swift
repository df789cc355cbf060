extension DossierCount {
  /// All units together.
  package var total: UnitCount {
    units.reduce(into: UnitCount(layout: layout, cells: [Int](repeating: 0, count: layout.stride)))
    { $0.add($1) }
  }
}
