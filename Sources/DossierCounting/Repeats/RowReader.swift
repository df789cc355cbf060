/// What is kept of a row that may repeat another.
struct ReadRow {
  let offset: Int
  let line: Int
  let id: [UInt8]
  /// A hash of everything that is read of the record.
  let content: UInt64
  /// Whether it would be counted if it were the first.
  let isReadable: Bool
}

/// Reads the rows that begin at given places.
final class RowReader: @unchecked Sendable {
  private(set) var rows: [ReadRow] = []
  private let offsets: [Int]
  private let columnCount: Int
  private let dossier: Int
  private let columns: [Int]
  private var scratch = ByteSink(capacity: 256)
  /// Reads a record as a count does; nil: every record can be read.
  private let reader: RecordReader?

  /// - Parameter offsets: in order.
  init(_ export: OpenExport, _ offsets: [Int], _ plan: CountingPlan?) {
    reader = plan.map { RecordReader(plan: $0, export: export) }
    self.offsets = offsets
    columnCount = export.layout.columnCount
    dossier = export.layout.columns[.dossier] ?? 0
    columns = export.layout.knownColumns
  }

  deinit { scratch.deallocate() }

  func take(_ block: RecordBlock, _ place: BlockPlace) {
    var next = offsets.partitioningIndex { $0 >= place.offset + place.start }
    guard next < offsets.count, offsets[next] < place.offset + block.count else { return }
    var lines = LineCounter(block: block, start: place.start, line: place.line)
    block.eachRecord(columnCount: columnCount) { record, begin, number in
      guard next < offsets.count, offsets[next] == place.offset + begin else { return }
      next += 1
      let id = Array(DossierKey(record, dossier, &scratch).bytes)
      rows.append(
        ReadRow(
          offset: place.offset + begin, line: lines.line(of: number, at: begin), id: id,
          content: record.content(columns, &scratch), isReadable: isReadable(record)))
    }
  }

  private func isReadable(_ record: Record) -> Bool {
    guard let reader else { return true }
    var reading = RecordReading()
    return reader.read(record, reader.times(record), &reading) == nil
  }
}

extension Record {
  /// A hash of everything that is read of the record; equal for records that say the same.
  func content(_ columns: [Int], _ scratch: inout ByteSink) -> UInt64 {
    columns.reduce(into: 0x1B87_3593) { hash, column in
      let key = DossierKey(self, column, &scratch)
      hash = DossierKey.hash(key.text, key.length, hash)
    }
  }
}

extension RecordLayout {
  /// The columns of known fields, in the fields' order.
  var knownColumns: [Int] { RecordField.allCases.compactMap { columns[$0] } }
}
