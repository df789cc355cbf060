internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Reads the list of times when a system could not be used.
///
/// Outages may overlap; they count once. One that ends before it starts is left out.
struct OutageReading {
  let sources: [String]
  /// nil: there is no register to look units up in.
  let units: RegisterUnits?
  let names: UnitNames?

  init(sources: [String], units: [Unit]?) {
    self.sources = sources
    self.units = units.map(RegisterUnits.init)
    names = units.map { UnitNames($0) }
  }

  func read(_ table: inout SideTable<OutageColumn>) -> [Outage] {
    var outages: [Outage] = []
    for row in table.table.rows {
      let start = table.moment(.start, row, isRequired: true).map(LocalMinute.init(startOf:))
      let end = table.moment(.end, row, isRequired: true).map(LocalMinute.init(endOf:))
      let scope = scope(row, &table)
      let isConfirmed = table.yesNo(.confirmed, row) ?? !table.has(.confirmed)
      guard let start, let end, let scope else { continue }
      guard start < end else {
        let place = table.cell(.end, row)?.span ?? row.span
        table.problems.add { .outageEndsEarly(start, end, at: place) }
        continue
      }
      outages.append(
        Outage(
          span: MinuteSpan(start: start, end: end), scope: scope, isConfirmed: isConfirmed,
          note: table.text(.note, row), place: row.span))
    }
    return outages
  }

  /// `all`, `source:motcua` or `units so-y-te so-noi-vu`; nil, with a diagnostic, for anything else.
  private func scope(_ row: CSVRow, _ table: inout SideTable<OutageColumn>) -> Outage.Scope? {
    guard let cell = table.cell(.scope, row) else { return .all }
    let words = cell.text.split(whereSeparator: { $0.isWhitespace || $0 == ":" || $0 == "," })
      .map(String.init)
    switch (words.first?.lowercased(), words.count) {
    case ("all", 1): return .all
    case ("source", 2):
      guard !sources.contains(words[1]) else { return .source(words[1]) }
      table.problems.add { .unknownSource(words[1], known: sources, at: cell.span) }
    case ("units", 2...):
      let found = words.dropFirst().map { unit($0, cell, &table) }
      guard found.contains(nil) else { return .units(Set(found.compactMap(\.self))) }
    default:
      if UnitNames.folded(cell.text) == Self.everyone { return .all }
      table.problems.add { .badScope(cell.text, at: cell.span) }
    }
    return nil
  }

  private static let everyone = UnitNames.folded("tất cả")

  /// The id of the unit that a word means, by its id, a code or an alias.
  private func unit(_ word: String, _ cell: CSVCell, _ table: inout SideTable<OutageColumn>)
    -> String?
  {
    guard let units, let names else { return word }
    if units[word] != nil { return word }
    if case .one(let unit) = names.match(word) { return unit.id }
    table.problems.add { .unknownUnit(word, known: units.ids, at: cell.span) }
    return nil
  }
}
