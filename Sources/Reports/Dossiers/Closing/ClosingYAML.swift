package import DossierCounting
internal import Grading

/// A closed dataset as `closing.yaml` (`parindex/closing@1`; see `DossierClosing`).
package struct ClosingYAML {
  private let closing: DossierClosing

  package init(_ closing: DossierClosing) { self.closing = closing }

  package func text() -> String {
    var yaml = ScaffoldText()
    func entry(_ key: String, _ value: String, indent: Int = 0) {
      yaml.line("\(key): \(ScaffoldText.scalar(value))", indent: indent)
    }
    yaml.comment("Số liệu đã chốt. Không sửa tệp này: `parindex dossiers verify` sẽ báo.")
    yaml.line("format: parindex/closing@1")
    entry("name", closing.name)
    yaml.line("version: \(closing.version)")
    yaml.line("as_of: \(asOf)")
    yaml.line("closed_on: \(closing.closedOn.isoText)")
    if let by = closing.closedBy { entry("closed_by", by) }
    entry("engine", closing.engine)
    entry("records", closing.records)
    for (key, file) in [("rules", closing.rules), ("register", closing.register)] {
      yaml.line("\(key): {\(parts(file))}")
    }
    list("inputs", closing.inputs.map(parts), &yaml)
    list(
      "exports",
      closing.exports.map { export in
        parts(export.file) + ", source: \(ScaffoldText.scalar(export.source))"
          + ", rows: \(export.rows), counted: \(export.counted), rejected: \(export.rejected)"
          + (export.recordsSHA256.map { ", records_sha256: \(ScaffoldText.scalar($0))" } ?? "")
      }, &yaml)
    yaml.line("totals:")
    for metric in DossierMetric.allCases {
      if let value = closing.totals[metric] {
        yaml.line("\(metric.rawValue): \(value)", indent: 2)
      }
    }
    if let previous = closing.previous { write(previous, &yaml) }
    list("files", closing.files.map(parts), &yaml)
    return yaml.text
  }

  private func write(_ previous: PreviousClosing, _ yaml: inout ScaffoldText) {
    yaml.line("previous:")
    yaml.line("folder: \(ScaffoldText.scalar(previous.folder))", indent: 2)
    yaml.line("version: \(previous.version)", indent: 2)
    yaml.line("sha256: \(ScaffoldText.scalar(previous.sha256))", indent: 2)
    guard let changes = previous.changes else {
      yaml.comment("Hồ sơ của phiên bản trước không còn, hoặc đã khác.", indent: 2)
      return yaml.line("changes: not_listed", indent: 2)
    }
    yaml.line("changes: listed", indent: 2)
    for (key, value) in [
      ("only_before", changes.onlyInA), ("only_now", changes.onlyInB),
      ("changed", changes.changed), ("decided_otherwise", changes.decidedOtherwise),
      ("turned_late", changes.turnedLate), ("turned_in_time", changes.turnedInTime),
      ("turned_excluded", changes.turnedExcluded), ("due_moved", changes.dueMoved),
    ] {
      yaml.line("\(key): \(value)", indent: 2)
    }
  }

  private func list(_ key: String, _ entries: [String], _ yaml: inout ScaffoldText) {
    yaml.line(entries.isEmpty ? "\(key): []" : "\(key):")
    for entry in entries { yaml.line("- {\(entry)}", indent: 2) }
  }

  private func parts(_ file: ClosedFile) -> String {
    // In braces a comma ends a value.
    func scalar(_ text: String) -> String {
      let plain = ScaffoldText.scalar(text)
      return plain.contains(",") && !plain.hasPrefix("\"") ? "\"\(plain)\"" : plain
    }
    return "file: \(scalar(file.file))" + (file.copy.map { ", copy: \(scalar($0))" } ?? "")
      + ", bytes: \(file.bytes), sha256: \(scalar(file.sha256))"
  }

  /// The last whole day, or the minute before which the figures are.
  private var asOf: String {
    closing.asOf.ofDay == 0
      ? CalendarDay(number: closing.asOf.day.number - 1).isoText : closing.asOf.text
  }
}
