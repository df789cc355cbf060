package import Diagnostics
package import DossierCounting
internal import Glibc
internal import Grading

/// A round's dossiers as they count in it, with all that are late, overdue, excluded, listed,
/// corrected or suspicious to be read one after the other.
///
/// Their rows lie in a file without a name, so that memory does not grow with them.
package struct CaseLedger: Sendable {
  package let count: CaseCount
  private let rows: TemporaryFile

  /// Reads the rows in their order.
  /// - Returns: why they could not be read; nil when they were.
  package func read(_ body: (LedgerEntry) -> Void) -> Diagnostic? {
    readLedger(in: rows, body)
  }

  /// The figures of a unit; nil: the round has no such unit.
  package func figures(of unit: String) -> UnitCount? {
    count.units.firstIndex { $0.id == unit }.map { count.count.units[$0] }
  }

  fileprivate init(_ count: CaseCount, _ rows: TemporaryFile) {
    self.count = count
    self.rows = rows
  }
}

extension LoadedRound {
  /// Counts the round's case records once more, as it counts them, and keeps the ledger.
  /// - Parameter memory: bytes that the search for repeated dossiers may take.
  /// - Returns: nil, with the reasons, where they cannot be counted; nil alone where it has none.
  package func ledger(
    threads: Int? = nil, memory: Int = 64 << 20
  ) -> (ledger: CaseLedger?, problems: [Diagnostic]) {
    guard let path = setting.recordsPath else { return (nil, []) }
    var counting = CaseCountOptions()
    counting.threads = threads
    counting.spill.memory = memory
    let folder = counting.spill.path
    guard let rows = TemporaryFile(in: folder) else {
      return (nil, [.fileUnwritable(SourceFile(path: folder), reason: systemError(errno))])
    }
    counting.scratch = rows
    let loading = countCases(at: path, units: setting.units, counting)
    guard loading.isUsable, let count = loading.result else { return (nil, loading.diagnostics) }
    return (CaseLedger(count, rows), [])
  }
}
