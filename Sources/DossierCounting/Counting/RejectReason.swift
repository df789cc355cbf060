/// Why a row is not counted; the rest of its file is.
package enum RejectReason: UInt8, CaseIterable, Sendable {
  /// It has more or fewer fields than the header.
  case fieldCount
  /// A quote is never closed, or is closed in the middle of a field, or the line is too long.
  case brokenQuote
  case noDossier
  case noUnit
  case unknownUnit
  case noReceivedDate
  case badReceivedDate
  case noDueDate
  case badDueDate
  case badReadyDate
  case badReturnedDate
  /// The id was read before, in this file or another of its source.
  case repeated
  /// So it was, and something else stood there.
  case repeatedDifferently

  /// A row that could be read, but whose dossier counts already.
  package var isRepeat: Bool { self == .repeated || self == .repeatedDifferently }

  /// The field that it is about; nil for the whole row.
  package var field: RecordField? {
    switch self {
    case .fieldCount, .brokenQuote: nil
    case .noDossier, .repeated, .repeatedDifferently: .dossier
    case .noUnit, .unknownUnit: .unit
    case .noReceivedDate, .badReceivedDate: .receivedAt
    case .noDueDate, .badDueDate: .dueAt
    case .badReadyDate: .readyAt
    case .badReturnedDate: .returnedAt
    }
  }
}
