internal import Diagnostics
internal import DossierCounting
internal import Grading

/// What `tables.yaml` says: which tables a report prints and how they are to be read.
///
/// ```yaml
/// format: parindex/tables@1
/// title: Báo cáo … quý III năm 2017       # required
/// source: {document: 2850/BC-SNV, date: 2017-10-23}
/// period: Quý III năm 2017                 # of all tables that do not say their own
/// illustrative: no
/// note: …
/// tables:
///   - id: dossiers                         # required
///     title: Phụ lục V                     # required
///     file: dossier-results.csv            # required; beside this file
///     period: …
///     closed_on: 2017-10-06                # the last day counted
///     unit: unit                           # columns by their printed names; without these keys
///     type: unit_type                      # columns are recognised by the names that official
///     parent: parent                       # tables use
///     type_of_all: nganh-doc               # instead of a column `type`: all rows are of one type
///     columns: {received: received, on_due_day: on_time}      # metric: printed column
///     percents: {late: {column: late_pct, over: resolved}}    # metric: printed percentage
///     identities: [received = resolved + unresolved]          # default: those that must hold
///     numbers:
///       decimal: "."                       # or ","
///       thousands: none                    # or "." "," " "; without `numbers`, 4.000 is refused
///       percent_decimals: 2
///       missing: ["-"]                     # texts that mean "no figure"; an empty cell always does
///     groups: [Khối UBND cấp xã]           # rows with one figure for many units
///     totals:
///       rows: [Tổng, Cộng]                 # names of rows that are totals: of their type, or of all
///       all: all                           # what the column `type` says for the grand total
///       file: dossier-subtotals.csv        # totals in a table of their own, with the same columns
/// checks: [online <= received]             # across tables
/// lists:
///   - {id: watch, title: …, table: dossiers, rate: late_rate, from: 3%, at_least: 1}
///                                          # exactly one of from, above, up_to, below
/// corrections:                             # a printed figure that is replaced, and why
///   - {table: dossiers, unit: Sở Y tế, figure: late, from: 40, to: 4, reason: …, by: so-noi-vu}
///   - {table: dossiers, total: all, figure: late, from: 40, to: 4, reason: …}
/// known:                                   # contradictions that nobody can mend from the tables:
///   - {table: vertical, unit: Cục Hải quan tỉnh, reason: …}   # warnings, their figures impossible
///   - {unit: Sở Y tế, reason: …}           # without `table`: what the tables disagree on
/// ```
/// `unit:` in corrections is the name as printed or the unit's id; `type:` and `parent:`, as
/// printed, tell apart units of one name. `total:` is `all` or a type; with `parent:`, of that
/// parent. `from: missing` stands for an empty cell.
struct TablesFile {
  var title: String
  var source: ReportSource?
  var isIllustrative = false
  var note: String?
  var tables: [TableDeclaration]
  var checks: [CrossCheck]
  var lists: [UnitListRule]
  var corrections: [CorrectionDeclaration] = []
  var known: [KnownDeclaration] = []
}

/// A name written in `tables.yaml`, with its place.
struct PlacedName {
  let name: String
  let span: SourceSpan
}

/// How one table is read.
struct TableDeclaration {
  /// A printed percentage, by the metrics it is of and over.
  struct Percent {
    let of: PlacedName
    let column: PlacedName
    let over: PlacedName
  }

  let id: String
  let title: String
  let path: String
  var period: String?
  var closedOn: CalendarDay?
  var unit: PlacedName?
  var type: PlacedName?
  var parent: PlacedName?
  var typeOfAll: String?
  /// Metrics with their columns; nil: recognised by name.
  var columns: [(metric: PlacedName, column: PlacedName)]?
  var percents: [Percent]?
  /// As written; nil: those that must hold.
  var identities: [PlacedName]?
  var numbers = NumberFormat()
  /// nil: rows whose name begins with "Khối".
  var groups: [String]?
  var totalRows = ["Tổng", "Tổng cộng", "Tổng số", "Cộng", "TOTAL"]
  var allMark = "all"
  var totalsPath: String?
  let span: SourceSpan

  init(id: String, title: String, path: String, span: SourceSpan) {
    self.id = id
    self.title = title
    self.path = path
    self.span = span
  }
}

/// Which row a correction is of.
struct RowReference {
  let table: PlacedName?
  /// A unit's printed name or id, or a total.
  let unit: PlacedName?
  let total: PlacedName?
  let type: String?
  let parent: String?
  let span: SourceSpan
}

/// A printed figure that is replaced.
struct CorrectionDeclaration {
  let row: RowReference
  let figure: PlacedName
  /// nil: nothing is printed.
  let from: Int?
  let fromSpan: SourceSpan
  let to: Int
  let reason: String
  let by: String?
}

/// A contradiction that was looked at and stays.
struct KnownDeclaration {
  let row: RowReference
  let reason: String
}
