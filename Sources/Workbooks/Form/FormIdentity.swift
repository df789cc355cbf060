internal import Diagnostics
package import Grading
internal import Loading

/// For whom and for which round a form was made: hidden in it, and looked at before anything is
/// taken from it.
package struct FormIdentity: Hashable, Sendable {
  /// The version of the form.
  static let format = "parindex/workbook@1"

  package let round: String
  package let unit: String
  package let set: String
  /// Of all that a filled-in form depends on; see `edition(of:)`.
  package let edition: String
  let isIllustrative: Bool

  package init(round: String, unit: String, set: CriteriaSet, isIllustrative: Bool = false) {
    self.init(
      round: round, unit: unit, set: set.id, edition: FormIdentity.edition(of: set),
      isIllustrative: isIllustrative)
  }

  init(round: String, unit: String, set: String, edition: String, isIllustrative: Bool) {
    self.round = round
    self.unit = unit
    self.set = set
    self.edition = edition
    self.isIllustrative = isIllustrative
  }

  /// The names and values of the hidden sheet, in its order.
  var rows: [(name: String, value: String)] {
    [
      ("format", FormIdentity.format), ("round", round), ("unit", unit), ("criteria", set),
      ("edition", edition), ("illustrative", isIllustrative ? "yes" : "no"),
    ]
  }

  /// What stands in each sheet: a sheet that was copied from another form says so.
  var mark: String { "\(FormIdentity.markStart)\(round)/\(unit)/\(edition)" }

  static let markStart = "parindex-for:"

  /// SHA-256 of a set's items with their maxima and of what is typed for them: titles, guidance and
  /// rules may be mended without making forms useless that are already out.
  package static func edition(of set: CriteriaSet) -> String {
    var json = CanonicalJSON()
    json.raw("[")
    for item in set.items {
      json.string(item.id)
      json.string(item.maximum.canonicalText)
      json.string(item.scoredBy.rawValue)
    }
    for input in set.inputs {
      json.string(input.name)
      json.string(input.type.rawValue)
      for option in input.options { json.string(option.id) }
    }
    json.raw("]")
    return FileAccess.digest(json.bytes)
  }
}
