internal import Diagnostics
package import Grading

/// Gaps as a table for a spreadsheet, one row a gap; days in ISO form.
extension GapReport {
  /// The gaps of the units given, in their order; columns of places only where they are shown.
  package func csv(_ all: [UnitGaps]) -> String { csvHead + all.map(csvRows).joined() }

  /// The byte-order mark and the columns' names.
  package var csvHead: String {
    var columns = [
      "unit", "name", "code", "group", "severity", "items", "document", "withheld", "endangered",
      "up_to", "due",
    ]
    if showsPlaces { columns += ["place_now", "place_if_closed", "place_if_left"] }
    columns += ["what", "to_do", "source", "illustrative"]
    var csv = CSVText(language)
    csv.row(columns)
    return csv.text
  }

  /// One unit's rows, to be put behind `csvHead`.
  package func csvRows(_ gaps: UnitGaps) -> String {
    var csv = CSVText(language, isWhole: false)
    for gap in gaps.gaps { csv.row(row(gap, gaps, csv)) }
    return csv.text
  }

  private func row(_ gap: EvidenceGap, _ gaps: UnitGaps, _ csv: CSVText) -> [String] {
    let record = unit(gaps).record
    var row = [
      record.unit.id, record.unit.name, gap.code.rawValue, gap.group.rawValue,
      gap.severity.rawValue,
      gap.effects.map { set(gaps).items[$0.item].id }.joined(separator: " "),
      gap.document.map { record.assessment.shelf[$0].id } ?? "",
      csv.number(gap.withheld), csv.number(gap.endangered), gap.isUpTo ? "yes" : "no",
      gap.due?.moment.isoText ?? "",
    ]
    if showsPlaces {
      row += [gap.places?.now, gap.places?.ifClosed, gap.places?.ifLeft].map {
        $0.map { String($0) } ?? ""
      }
    }
    row += [
      sentences.what(gap), gap.code.remedy[language],
      gap.citation.map(round.plan.cited) ?? "",
      isIllustrative(gaps.unit) ? "số liệu minh họa" : "",
    ]
    return row
  }
}
