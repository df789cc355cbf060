/// The columns of the sheet of documents, from the left.
enum ShelfColumn: String, CaseIterable {
  case id
  case kind
  case number
  case date
  case issuer
  case title
  case file
  case url
  case accessed
  case inPerson
  case sha256

  var formColumn: FormColumn {
    switch self {
    case .id: .id
    case .kind: .kind
    case .number: .number
    case .date: .date
    case .issuer: .issuer
    case .title: .title
    case .file: .file
    case .url: .url
    case .accessed: .accessed
    case .inPerson: .inPerson
    case .sha256: .sha256
    }
  }

  /// In characters of the usual size.
  var width: Int {
    switch self {
    case .id, .issuer, .sha256: 20
    case .kind: 13
    case .number: 15
    case .date, .accessed: 12
    case .title: 44
    case .file: 28
    case .url: 26
    case .inPerson: 10
    }
  }
}
