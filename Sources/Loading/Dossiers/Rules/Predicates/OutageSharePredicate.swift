internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

extension Predicate {
  /// `outage_share_at_least` of what `share_of` names: the time that passed, or as the clock of the
  /// rules runs ("từ 1/4 tổng thời gian giải quyết thủ tục hành chính").
  static let outageShare = Predicate(key: "outage_share_at_least", companions: ["share_of"]) {
    reader, builder in
    let stated: OutageBase? = reader.choice("share_of")
    let base = stated ?? (builder.rules.clock == .working ? .working : .elapsed)
    guard let node = reader.value("outage_share_at_least", .required),
      let share = node.readExact(key: "outage_share_at_least", into: builder.problems)
    else { return nil }
    // Sums are compared in whole numbers.
    guard share > .zero, share <= .one, share.terms != nil else {
      builder.problems.add(.badOutageShare(node))
      return nil
    }
    if base == .working, builder.calendarAskedFor == nil {
      builder.calendarAskedFor = (reader.node["share_of"] ?? node).span
    }
    return reader.node["share_of"] != nil && stated == nil
      ? nil : .outageShare(atLeast: share, of: base)
  }
}
