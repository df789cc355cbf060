/// Rows that could not be read: how many for which reason, and the first of each.
struct RejectCounter: Sendable {
  private(set) var counts = [Int](repeating: 0, count: RejectReason.allCases.count)
  private(set) var examples: [RejectExample] = []

  /// Examples kept for one reason.
  static let mostExamples = 5
  /// Bytes of a row's text that are shown.
  static let mostText = 240

  var total: Int { counts.reduce(0, +) }

  mutating func add(_ reason: RejectReason, _ text: UnsafeBufferPointer<UInt8>, line: Int) {
    counts[Int(reason.rawValue)] += 1
    guard counts[Int(reason.rawValue)] <= RejectCounter.mostExamples else { return }
    examples.append(
      RejectExample(
        reason: reason, line: line,
        text: String(decoding: text.prefix(RejectCounter.mostText), as: UTF8.self)))
  }

  /// Both together: the earliest examples of each reason stay, whoever found them.
  mutating func add(_ other: RejectCounter) {
    for place in counts.indices { counts[place] += other.counts[place] }
    var kept: [RejectExample] = []
    let all = (examples + other.examples).sorted { $0.line < $1.line }
    for reason in RejectReason.allCases {
      kept += all.filter { $0.reason == reason }.prefix(RejectCounter.mostExamples)
    }
    examples = kept
  }
}

/// A row that could not be read.
package struct RejectExample: Hashable, Sendable {
  package let reason: RejectReason
  package let line: Int
  /// The field, or the row's beginning.
  package let text: String
}
