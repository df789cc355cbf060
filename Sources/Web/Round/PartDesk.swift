internal import Diagnostics
internal import Loading
internal import Workbooks

/// Where parts are read: off the threads that answer requests, one after the other, for a small file
/// can hold much.
actor PartDesk {
  private let executor = QueueExecutor()
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// - Parameters:
  ///   - source: where the workbook stands.
  ///   - name: what its sender calls it.
  func read(
    _ reader: PartReader, from source: String, as name: String
  ) -> (part: FilledPart?, [Diagnostic]) {
    switch FileAccess.workbook(source) {
    case .bytes(let bytes): reader.read(bytes, path: name)
    // Where it stands here is nobody's business.
    case .refused: reader.read([], path: name)
    }
  }
}
