package import Grading

/// A closed dataset (chốt số liệu), `closing.yaml`: what was counted, from which files to the byte,
/// by whom and as of when.
///
/// ```yaml
/// format: parindex/closing@1
/// name: Quý III năm 2019
/// version: 2
/// as_of: 2019-09-30            # the figures are those at this day's end, or before this minute
/// closed_on: 2019-10-02
/// closed_by: Sở Nội vụ
/// engine: 0.2.0
/// records: ../dossiers/records.yaml        # seen from this folder; other files are seen from there
/// rules: {file: ../dossier-rules.yaml, copy: inputs/02-dossier-rules.yaml, bytes: …, sha256: …}
/// register: {…}
/// inputs: [{…}]                # every other file beside the exports; copies stay in the folder
/// exports:                       # the copy has the records, without unknown columns
///   - {file: motcua.csv, copy: exports/01-motcua.csv.gz, bytes: …, sha256: …, source: motcua,
///      rows: …, counted: …, rejected: …, records_sha256: …}   # of the copy, unpacked
/// totals: {received: …}
/// previous: {folder: ../q3, version: 1, sha256: …, changes: listed, only_before: …, …}
/// files: [{file: count.csv, bytes: …, sha256: …}]
/// ```
package struct DossierClosing: Hashable, Sendable {
  package var name: String
  package var version: Int
  package var asOf: LocalMinute
  package var closedOn: CalendarDay
  package var closedBy: String?
  /// The engine's version.
  package var engine: String
  /// What was counted: a `records.yaml` or an export.
  package var records: String
  package var rules: ClosedFile
  package var register: ClosedFile
  package var inputs: [ClosedFile] = []
  package var exports: [ClosedExport] = []
  package var totals: [DossierMetric: Int] = [:]
  package var previous: PreviousClosing?
  /// The files of the folder, this one and those written after it left out.
  package var files: [ClosedFile] = []

  package init(
    name: String, version: Int, asOf: LocalMinute, closedOn: CalendarDay, closedBy: String?,
    engine: String, records: String, rules: ClosedFile, register: ClosedFile
  ) {
    self.name = name
    self.version = version
    self.asOf = asOf
    self.closedOn = closedOn
    self.closedBy = closedBy
    self.engine = engine
    self.records = records
    self.rules = rules
    self.register = register
  }

  /// Every file beside the exports that figures come from.
  package var allInputs: [ClosedFile] { [rules, register] + inputs }
}

/// A file as it was when data were closed.
package struct ClosedFile: Hashable, Sendable {
  package let file: String
  /// Its copy in the folder.
  package let copy: String?
  package let bytes: Int
  package let sha256: String

  package init(file: String, copy: String? = nil, bytes: Int, sha256: String) {
    self.file = file
    self.copy = copy
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// An export as it was when data were closed.
package struct ClosedExport: Hashable, Sendable {
  package let file: ClosedFile
  package let source: String
  package let rows: Int
  /// Rows that could not be read, or repeat a dossier.
  package let rejected: Int
  /// The digest of the records that the copy holds, unpacked.
  package let recordsSHA256: String?

  package init(
    file: ClosedFile, source: String, rows: Int, rejected: Int, recordsSHA256: String?
  ) {
    self.file = file
    self.recordsSHA256 = recordsSHA256
    self.source = source
    self.rows = rows
    self.rejected = rejected
  }

  /// Rows that the rules decided on, those that an exclusion takes out among them.
  package var counted: Int { rows - rejected }
}

/// The version that a closing replaces.
package struct PreviousClosing: Hashable, Sendable {
  package let folder: String
  package let version: Int
  /// The digest of its `closing.yaml`.
  package let sha256: String
  package let totals: [DossierMetric: Int]
  /// How many dossiers changed since; nil when it cannot be known: the folder has lost its copies,
  /// and the old exports are gone or something else now.
  package var changes: ComparisonTally?

  package init(
    folder: String, version: Int, sha256: String, totals: [DossierMetric: Int],
    changes: ComparisonTally?
  ) {
    self.folder = folder
    self.version = version
    self.sha256 = sha256
    self.totals = totals
    self.changes = changes
  }
}

/// The files of a closed dataset.
package enum ClosingFiles {
  package static let closing = "closing.yaml"
  package static let count = "count.csv"
  package static let ledger = "ledger.csv"
  package static let rejects = "rejects.csv"
  /// The dossiers that changed since the previous version.
  package static let changes = "changes.csv"
  package static let handover = "handover.txt"
  /// The digests of all of them, for `sha256sum -c`.
  package static let sums = "SHA256SUMS"
}
