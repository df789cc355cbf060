/// What is worth a look at in a record that was counted: dates that contradict each other, a
/// correction, a field that is not there.
package enum RecordFinding: String, CaseIterable, Hashable, Sendable {
  case returnedBeforeReceived = "returned_before_received"
  case readyBeforeReceived = "ready_before_received"
  case returnedBeforeReady = "returned_before_ready"
  case dueBeforeReceived = "due_before_received"
  case corrected
  case withoutReadyDate = "without_ready_date"
  case withoutDueDate = "without_due_date"
  case unknownWord = "unknown_word"

  var mark: RecordMarks {
    switch self {
    case .returnedBeforeReceived: .returnedBeforeReceived
    case .readyBeforeReceived: .readyBeforeReceived
    case .returnedBeforeReady: .returnedBeforeReady
    case .dueBeforeReceived: .dueBeforeReceived
    case .corrected: .corrected
    case .withoutReadyDate: .withoutReadyDate
    case .withoutDueDate: .withoutDueDate
    case .unknownWord: .unknownWord
    }
  }

  /// Whether it makes the record suspicious: its dates cannot all be true.
  package var isSuspicious: Bool { RecordMarks.suspicious.contains(mark) }
}

extension UnitCount {
  /// Records that something was found in; one record may be counted for several findings.
  package func count(of finding: RecordFinding) -> Int { marked(finding.mark) }
}
