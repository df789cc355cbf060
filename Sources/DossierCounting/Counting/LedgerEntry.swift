package import Grading

/// One row of a ledger (`parindex/ledger@1`), read back.
package struct LedgerEntry: Sendable {
  /// The number of the export in the order of its declaration, from 1.
  package let export: Int
  package let line: Int
  package let dossier: String
  package let unit: String
  /// What the dossier counts as; nil: it is outside of the window.
  package let outcome: DossierMetric?
  package let exclusion: String?
  package let lists: [String]
  package let findings: [RecordFinding]
  /// Without a time where the export has none.
  package let received: LocalMoment?
  package let due: LocalMoment?
  package let ready: LocalMoment?
  package let returned: LocalMoment?
  package let finished: LocalMoment?
  /// Minutes of outages while it was worked on, and the minutes it took.
  package let outage: (minutes: Int, of: Int)?

  /// - Parameter fields: those of one row, in the order of `ledgerHeader`.
  package init?(_ fields: [String]) {
    guard fields.count == 15, let export = Int(fields[0]), let line = Int(fields[1]) else {
      return nil
    }
    func words(_ field: Int) -> [String] { fields[field].split(separator: " ").map(String.init) }
    func time(_ field: Int) -> LocalMoment? { LocalMoment(parsing: fields[field], order: nil) }
    self.export = export
    self.line = line
    dossier = fields[2]
    unit = fields[3]
    outcome = DossierMetric(rawValue: fields[4])
    exclusion = fields[5].isEmpty ? nil : fields[5]
    lists = words(6)
    findings = words(7).compactMap(RecordFinding.init)
    received = time(8)
    due = time(9)
    ready = time(10)
    returned = time(11)
    finished = time(12)
    if let minutes = Int(fields[13]), let whole = Int(fields[14]) {
      outage = (minutes, whole)
    } else {
      outage = nil
    }
  }
}
