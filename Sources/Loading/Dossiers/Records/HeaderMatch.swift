internal import Diagnostics

/// A column of a known meaning, found in a file by its header's name.
package protocol HeaderField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Columns without which the file cannot be used.
  static var required: [Self] { get }

  /// Names that files usually give it. Names of an earlier group are preferred: a unit's code is
  /// surer than its name.
  var usualNames: [[String]] { get }
}

/// Which columns of a file hold what, and what could not be found out from its header.
package struct HeaderMatch<Field: HeaderField>: Sendable {
  /// What keeps a field from being read.
  package enum Fault: Hashable, Sendable {
    /// A required column is not there.
    case missing(Field)
    /// The declaration names a column that the header does not have.
    case notInHeader(Field, name: String, nearest: String?)
    /// Several columns can be meant, by their names in the header.
    case several(Field, columns: [String])

    package var field: Field {
      switch self {
      case .missing(let field), .notInHeader(let field, _, _), .several(let field, _): field
      }
    }
  }

  /// A handful, looked through for every cell: hashing a field would cost more than reading it.
  private var found: [(field: Field, place: Int)] = []
  /// In the order of the fields.
  package private(set) var faults: [Fault] = []

  /// The place of each field's column, from 0.
  package var places: [Field: Int] {
    Dictionary(uniqueKeysWithValues: found.map { ($0.field, $0.place) })
  }

  package subscript(field: Field) -> Int? { found.first { $0.field == field }?.place }

  /// Declared columns are found by name, all others by the names that are usual.
  ///
  /// Names are compared as those of units are (case, blanks, hòa/hoà, i/y), underscores as blanks;
  /// a declared name that stands in the header letter by letter needs no comparing.
  package init(_ header: [String], declared: [Field: String]) {
    let folded = header.map(HeaderNames.compared)
    for field in Field.allCases {
      if let name = declared[field] {
        take(field, name, header, folded)
      } else {
        take(field, header, folded)
      }
    }
  }

  private mutating func take(
    _ field: Field, _ name: String, _ header: [String], _ folded: [String]
  ) {
    var found = header.indices.filter { header[$0] == name }
    if found.isEmpty {
      let wanted = HeaderNames.compared(name)
      found = folded.indices.filter { folded[$0] == wanted }
    }
    if found.isEmpty {
      faults.append(
        .notInHeader(field, name: name, nearest: NearestName.nearest(to: name, among: header)))
    } else {
      take(field, found, header)
    }
  }

  private mutating func take(_ field: Field, _ header: [String], _ folded: [String]) {
    for group in [[field.rawValue]] + field.usualNames {
      let names = group.map(HeaderNames.compared)
      let found = folded.indices.filter { names.contains(folded[$0]) }
      guard found.isEmpty else { return take(field, found, header) }
    }
    if Field.required.contains(field) { faults.append(.missing(field)) }
  }

  private mutating func take(_ field: Field, _ found: [Int], _ header: [String]) {
    if found.count == 1 {
      self.found.append((field, found[0]))
    } else {
      faults.append(.several(field, columns: found.map { header[$0] }))
    }
  }
}
