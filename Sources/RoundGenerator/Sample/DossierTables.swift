internal import Grading

/// The printed tables of the report, joined to the register of units.
struct DossierTables {
  private(set) var dossiers: [String: DossierFacts] = [:]
  /// Online dossiers of levels 3 and 4.
  private(set) var online: [String: Int] = [:]
  /// Online dossiers of all communes together.
  private(set) var communesOnline = 0
  /// How the report of the third quarter came in: `on_time`, `not_sent` or `late:12/9/2017`.
  private(set) var reports: [String: String] = [:]

  /// What case records come to; nothing is printed of that year.
  init(records: SampleRecords, units: [Unit]) {
    dossiers = records.facts
    for unit in units where unit.traits.contains("has_online_services") {
      let count = records.counts[unit.id]?.online ?? 0
      if unit.type == "xa" { communesOnline += count } else { online[unit.id] = count }
    }
  }

  init(folder: String, units: [Unit]) throws(GenerationFailure) {
    let names = NameIndex(units)
    for file in ["dossier-results.csv", "dossier-results-vertical.csv"] {
      let table = try Table(reading: "\(folder)/\(file)")
      for row in table.rows {
        guard let unit = names.unit(table.cell(row, "unit"), parent: table.cell(row, "parent")),
          let received = Int(table.cell(row, "received")),
          let resolved = Int(table.cell(row, "resolved")), let late = Int(table.cell(row, "late"))
        else { continue }
        dossiers[unit] = DossierFacts(
          received: received, resolved: resolved, late: late,
          early: Int(table.cell(row, "early")))
      }
    }
    let onlineTable = try Table(reading: "\(folder)/online-dossiers.csv")
    for row in onlineTable.rows {
      // This annex prints a point between thousands.
      let printed = onlineTable.cell(row, "online").filter { $0 != "." }
      guard let count = Int(printed) else { continue }
      if onlineTable.cell(row, "block") == "xa" { communesOnline = count }
      if let unit = names.unit(onlineTable.cell(row, "unit"), parent: "") { online[unit] = count }
    }
    let reportTable = try Table(reading: "\(folder)/report-timeliness.csv")
    for row in reportTable.rows {
      guard let unit = names.unit(reportTable.cell(row, "unit"), parent: "") else { continue }
      reports[unit] = reportTable.cell(row, "sent")
    }
  }
}

/// Units by their printed names; communes by district and name, for two districts share names.
private struct NameIndex {
  private var byName: [String: String] = [:]

  init(_ units: [Unit]) {
    for unit in units {
      for name in [unit.name] + unit.aliases {
        byName[(unit.parent ?? "") + "/" + name.lowercased()] = unit.id
      }
    }
  }

  func unit(_ name: String, parent: String) -> String? {
    guard !parent.isEmpty else { return byName["/" + name.lowercased()] }
    guard let above = byName["/" + parent.lowercased()] else { return nil }
    return byName[above + "/" + name.lowercased()]
  }
}
