internal import Diagnostics
package import Grading

/// Gaps as CSV, one row a gap; points with a decimal point, days in ISO form.
extension GapReport {
  /// The gaps of the units given, in their order; columns of places only where they are shown.
  package func csv(_ all: [UnitGaps]) -> String {
    var columns = [
      "unit", "name", "code", "group", "severity", "items", "document", "withheld", "endangered",
      "up_to", "due",
    ]
    if showsPlaces { columns += ["place_now", "place_if_closed", "place_if_left"] }
    columns += ["what", "to_do", "source", "illustrative"]
    var rows = [columns]
    for gaps in all {
      for gap in gaps.gaps { rows.append(row(gap, gaps)) }
    }
    return rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private func row(_ gap: EvidenceGap, _ gaps: UnitGaps) -> [String] {
    let record = unit(gaps).record
    var row = [
      record.unit.id, text(record.unit.name), gap.code.rawValue, gap.group.rawValue,
      gap.severity.rawValue,
      text(gap.effects.map { set(gaps).items[$0.item].id }.joined(separator: " ")),
      text(gap.document.map { record.assessment.shelf[$0].id } ?? ""),
      gap.withheld.canonicalText, gap.endangered.canonicalText, gap.isUpTo ? "yes" : "no",
      gap.due?.moment.isoText ?? "",
    ]
    if showsPlaces {
      row += [gap.places?.now, gap.places?.ifClosed, gap.places?.ifLeft].map {
        $0.map { String($0) } ?? ""
      }
    }
    row += [
      text(sentences.what(gap)), gap.code.remedy[language],
      text(gap.citation.map(round.plan.cited) ?? ""),
      isIllustrative(gaps.unit) ? "số liệu minh họa" : "",
    ]
    return row
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it.
  private func text(_ value: String) -> String {
    guard let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return value
    }
    return "'" + value
  }

  private func cell(_ value: String) -> String {
    guard value.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
