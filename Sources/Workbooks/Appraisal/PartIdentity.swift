/// For whom and for which round a part was taken out, and what its taker had seen: hidden in it, and
/// looked at before anything is taken from it.
package struct PartIdentity: Hashable, Sendable {
  /// The version of the workbook.
  static let format = "parindex/appraisal-part@1"

  /// Stands in the first cell of the hidden sheet.
  static let sheetMark = "parindex:part-identity"

  package let round: String
  /// As people.yaml names them.
  package let person: String
  /// The number of the log's last event when it was made.
  package let seen: Int

  package init(round: String, person: String, seen: Int) {
    self.round = round
    self.person = person
    self.seen = seen
  }

  /// The names and values of the hidden sheet, in its order.
  var rows: [(name: String, value: String)] {
    [
      ("format", PartIdentity.format), ("round", round), ("person", person),
      ("seen", String(seen)),
    ]
  }

  /// What stands in the other sheet: one that was copied from another workbook says so.
  var mark: String { "\(FormIdentity.markStart)\(round)/\(seen)/\(person)" }
}
