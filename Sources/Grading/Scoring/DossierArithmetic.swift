/// Dossier figures that follow from others, so that a corrected count moves its rates too
/// (SCORING 17, 23).
enum DossierArithmetic {
  private static let rates: [(name: String, of: String, over: String)] = [
    ("in_time_rate", "in_time", "resolved"), ("early_rate", "early", "resolved"),
    ("late_rate", "late", "resolved"), ("resolved_rate", "resolved", "received"),
    ("unresolved_rate", "unresolved", "received"),
  ]

  /// Corrected figures with those that follow from them and were not corrected themselves.
  static func completed(
    _ corrected: [String: FigureValue], _ supplied: (FigureName) -> FigureValue
  ) -> [String: FigureValue] {
    var values = corrected
    func isCorrected(_ name: String) -> Bool { values["dossiers." + name] != nil }
    func number(_ name: String) -> Exact? {
      let full = "dossiers." + name
      let value = values[full] ?? supplied(FigureName(name: full, type: .count, title: full))
      if case .known(.number(let number)) = value { return number }
      return nil
    }
    if !isCorrected("in_time"), isCorrected("early") || isCorrected("on_due_day"),
      let early = number("early"), let dueDay = number("on_due_day")
    {
      values["dossiers.in_time"] = .known(.number(early + dueDay))
    }
    for (name, of, over) in rates where !isCorrected(name) {
      guard isCorrected(of) || isCorrected(over), let part = number(of), let base = number(over)
      else { continue }
      values["dossiers." + name] =
        part.divided(by: base).map { .known(.number($0)) } ?? .undefined
    }
    return values
  }
}
