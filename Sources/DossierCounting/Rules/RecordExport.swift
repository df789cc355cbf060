/// One file of case records and how to read it.
package struct RecordExport: Sendable {
  /// The path that is opened, and the one that problems are told at.
  package let path: String
  /// What results call it, wherever it lies: as `records.yaml` does, or the file's own name.
  package let name: String
  /// The system that wrote it: ids are unique within a source.
  package let source: String
  /// nil: as the header line has it (`,`, `;` or a tab).
  package var separator: UInt8?
  /// The column of each field, by the header's name.
  package var columns: [RecordField: String]
  package var dates: DateOrder
  /// Words of the export for what the engine knows, beside the engine's own.
  package var channels: [String: DossierChannel] = [:]
  package var yes: Set<String> = []
  package var no: Set<String> = []

  package init(
    path: String, name: String? = nil, source: String, separator: UInt8? = nil,
    columns: [RecordField: String] = [:],
    dates: DateOrder = .yearFirst
  ) {
    self.path = path
    self.name = name ?? path.split(separator: "/").last.map(String.init) ?? path
    self.source = source
    self.separator = separator
    self.columns = columns
    self.dates = dates
  }
}

extension RecordExport {
  /// The engine's own words.
  package static let usualYes: Set<String> = ["1", "yes", "true", "có", "Có", "x", "X"]
  static let usualNo: Set<String> = ["0", "no", "false", "không", "Không"]

  /// Words for yes: the export's own, and the usual ones that it does not use for no.
  package var yesWords: Set<String> { yes.union(Self.usualYes.subtracting(no)) }
}

/// In which order an export writes days; a time may follow behind a blank or `T`.
package enum DateOrder: String, CaseIterable, Sendable {
  /// `2019-12-10` or `2019/12/10`.
  case yearFirst = "yyyy-MM-dd"
  /// `10/12/2019`, `10-12-2019` or `10.12.2019`.
  case dayFirst = "dd/MM/yyyy"
}

/// What is read of a record.
///
/// Unmapped columns are never kept (names, telephone numbers).
package enum RecordField: String, CaseIterable, Hashable, Sendable {
  case dossier
  case unit
  case procedure
  case domain
  case channel
  case receivedAt = "received_at"
  case dueAt = "due_at"
  case readyAt = "ready_at"
  case returnedAt = "returned_at"
  case status
  case digitised
  case paidOnline = "paid_online"
  case feeDue = "fee_due"
  case linkedLateAgency = "linked_late_agency"

  /// Columns without which no record can be counted.
  package static let required: [RecordField] = [.dossier, .unit, .receivedAt, .dueAt, .returnedAt]
}
