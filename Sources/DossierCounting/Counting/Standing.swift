/// Where a dossier stands before any exclusion is looked at.
package enum Standing: UInt8, CaseIterable, Sendable {
  /// Finished before the window began: another year's.
  case finishedBefore
  /// Received after the window ended.
  case receivedAfter
  case early
  case onDueDay
  case late
  case openInTime
  case openOverdue

  /// Finished before its due date or on its day.
  @inline(__always)
  var isInTime: Bool { self == .early || self == .onDueDay }
}

/// What is known of a dossier at once, as bits: exclusions and lists are looked up by them.
struct Facts: OptionSet {
  let rawValue: UInt8

  static let receivedBeforeWindow = Facts(rawValue: 1)
  static let receivedAfterWindow = Facts(rawValue: 2)
  static let late = Facts(rawValue: 4)
  static let overdue = Facts(rawValue: 8)
  static let withoutDueDate = Facts(rawValue: 16)
  static let linkedAgencyLate = Facts(rawValue: 32)
  /// How many combinations there are.
  static let combinations = 64
}

/// What is counted of a dossier beside its outcome.
struct Traits: OptionSet {
  let rawValue: UInt8

  static let online = Traits(rawValue: 1)
  static let digitised = Traits(rawValue: 2)
  static let paidOnline = Traits(rawValue: 4)
  static let feeDue = Traits(rawValue: 8)
  static let carriedOver = Traits(rawValue: 16)
  static let combinations = 32
}

/// What makes a record suspicious or incomplete; it is counted all the same.
struct RecordMarks: OptionSet, Sendable {
  let rawValue: UInt16

  static let returnedBeforeReceived = RecordMarks(rawValue: 1)
  static let readyBeforeReceived = RecordMarks(rawValue: 2)
  static let returnedBeforeReady = RecordMarks(rawValue: 4)
  static let dueBeforeReceived = RecordMarks(rawValue: 8)
  static let corrected = RecordMarks(rawValue: 16)
  static let withoutReadyDate = RecordMarks(rawValue: 32)
  static let withoutDueDate = RecordMarks(rawValue: 64)
  static let unknownWord = RecordMarks(rawValue: 128)

  /// Dates that contradict each other.
  static let suspicious: RecordMarks = [
    .returnedBeforeReceived, .readyBeforeReceived, .returnedBeforeReady, .dueBeforeReceived,
  ]
}
