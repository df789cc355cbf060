internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

extension Predicate {
  /// `explained`: what was decided on the unit's explanation.
  static let explained = Predicate(key: "explained") { reader, _ in
    reader.choice("explained", of: ExplanationDecision.self, .required)
      .map(DossierCondition.explained)
  }
}
