internal import Diagnostics
internal import DossierCounting

/// What `records.yaml` says: which exports hold a round's dossiers, and what was decided on them.
///
/// ```yaml
/// format: parindex/records@1
/// title: Hồ sơ TTHC tiếp nhận từ 01/01/2019       # required
/// illustrative: no
/// note: …
/// owner: so-thong-tin-va-truyen-thong    # the office that keeps them: corrects figures, closes data
/// rules: ../../../Criteria/khanh-hoa-2019/dossier-rules.yaml    # required
/// units: ../units.yaml         # default: units.yaml beside this file or in the folder above it
/// as_of: 2019-12-10            # the exports are complete through this day, or before this minute
/// explanations_until: {before: 2019-12-10}    # where the round moved it; default: the rules' own
/// exports:                     # required; several files may be of one source
///   - file: motcua.csv         # required; .csv or .csv.gz, beside this file
///     source: motcua           # required; ids of dossiers are unique within a source
///     separator: ";"           # "," ";" or tab; default: what the header line uses
///     dates: dd/MM/yyyy        # or yyyy-MM-dd; default: as the first rows write them
///     columns: {dossier: Số hồ sơ, unit: Mã đơn vị}   # field: column; others by usual names
///     words: {online: [Trực tuyến], direct: [Trực tiếp], post: [Bưu chính], yes: [Có], no: [Không]}
/// outages: {file: outages.csv, columns: {start_at: Từ lúc}}     # or just `outages: outages.csv`
/// explanations: explanations.csv
/// corrections: corrections.csv
/// steps: {file: steps.csv, before_return: [Trình ký]}
///                              # steps behind which a dossier only waits to be handed over
/// ```
///
/// Exports and tables stand in the folder of the round, or in that of `records.yaml` where it is part
/// of none; links do not lead out of it. Rules and units are shared, and may stand elsewhere.
///
/// The tables beside the exports, one row each (columns without `*` may be absent or empty):
///
/// | table | columns |
/// |---|---|
/// | `outages` | `start_at*`, `end_at*`, `scope`, `confirmed`, `note` |
/// | `explanations` | `dossier*`, `cause`, `evidence`, `handed_in`, `decided_by`, `decision` |
/// | `corrections` | `dossier*`, `finished_at*`, `reason*`, `evidence`, `decided_by*`, `decided_on*` |
/// | `steps` | `dossier*`, `step*`, `agency`, `reached_at*`, `due_at`, `forwarded_at`, `before_return` |
///
/// A day alone is its first minute where something begins (`start_at`, `reached_at`, `handed_in`),
/// whole where an outage ends, and its last minute elsewhere. `scope` is `all` (or empty),
/// `source:motcua`, or `units so-y-te so-noi-vu`, by ids or codes. Without a column `confirmed`
/// every outage is confirmed; with it, an empty cell (or `no`) is not. Without a decision an explanation is
/// pending.
struct RecordsFile {
  var title: String
  var isIllustrative = false
  var note: String?
  /// The office that keeps the records.
  var owner: String?
  var rulesPath: String?
  var units: PlacedName?
  var asOf: LocalMinute?
  /// The first minute at which an explanation is too late.
  var explanationsUntil: LocalMinute?
  var exports: [ExportDeclaration] = []
  var outages: SideTableDeclaration<OutageColumn>?
  var explanations: SideTableDeclaration<ExplanationColumn>?
  var corrections: SideTableDeclaration<CorrectionColumn>?
  var steps: SideTableDeclaration<StepColumn>?
  /// Names of steps that come before the return.
  var beforeReturn: [PlacedName] = []
}

/// One export as it is declared, with the places that problems of it are told at.
struct ExportDeclaration {
  var export: RecordExport
  let fileSpan: SourceSpan
  var columnSpans: [RecordField: SourceSpan] = [:]
  /// Whether the declaration says in which order days are written.
  var hasDates = false
}

/// One of the small tables as it is declared.
struct SideTableDeclaration<Column: HeaderField> {
  let path: String
  let fileSpan: SourceSpan
  var columns: [Column: PlacedName] = [:]
}
