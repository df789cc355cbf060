internal import Grading

/// An exclusion or a list, made ready for the loop over records.
///
/// What can be said of a dossier's facts, its unit, its source and its receipt is looked up as a
/// whole, for all rules at once (`PlanLookups.candidates`); what is left is tested, cheap tests first.
struct CompiledRule {
  /// Received before this minute, and from that one on.
  var before = Int32.max
  var from = Int32.min
  /// The bound of the due date ended at this minute or later.
  var turnedLateFrom = Int32.min
  /// Channels that it is for, a bit each.
  var channels: UInt8 = .max
  /// Tables of the plan, by place; -1: not asked.
  var domains: Int32 = -1
  var statuses: Int32 = -1
  /// The place of a subset.
  var subset: Int32 = -1
  var stepDay: Int32 = -1
  /// Outages take at least `share.numerator` ÷ `share.denominator` of the base.
  var share: (numerator: Int64, denominator: Int64, base: OutageBase)?
  /// Decisions on the explanation that it asks for, a bit each; 0: not asked.
  var decisions: UInt8 = 0
  /// Causes that it asks for, a bit each; 0: not asked.
  var causes: UInt64 = 0
  var takesOnlyLate = false
}

extension StepMoment {
  static let finishedCode: Int32 = 0
  static let reachedCode: Int32 = 1

  var code: Int32 { self == .finished ? StepMoment.finishedCode : StepMoment.reachedCode }
}

extension ExplanationDecision {
  var bit: UInt8 {
    switch self {
    case .accepted: 1
    case .refused: 2
    case .pending: 4
    }
  }
}

extension DossierChannel {
  var bit: UInt8 {
    switch self {
    case .online: 1
    case .direct: 2
    case .post: 4
    }
  }
  /// The bit of a channel that the export does not tell.
  static let unknownBit: UInt8 = 8
}
