/// One worker of a comparison's second pass: copies the records that are not the same on both sides.
final class ContentCopier: @unchecked Sendable {
  let writer: PartitionWriter
  private let content: RecordContent
  private let columnCount: Int
  /// The place of each known field; -1 for those that the export does not have.
  private let columns: [Int]
  private let dossier: Int
  private var id = ByteSink(capacity: 256)
  private var scratch = ByteSink(capacity: 256)
  private var sink = ByteSink(capacity: 4 << 10)

  init?(_ export: ComparedExport, _ fields: [RecordField], _ partitions: Partitions) {
    guard let content = RecordContent(export, fields: fields) else { return nil }
    self.content = content
    columnCount = export.open.layout.columnCount
    columns = RecordField.allCases.map { export.open.layout.columns[$0] ?? -1 }
    dossier = export.open.layout.columns[.dossier] ?? 0
    writer = PartitionWriter(partitions)
  }

  deinit {
    content.deallocate()
    writer.deallocate()
    id.deallocate()
    scratch.deallocate()
    sink.deallocate()
  }

  /// - Parameter rows: in the order of the file.
  func take(
    _ block: RecordBlock, _ place: BlockPlace, _ rows: [CandidateRow], side: Int, export: Int,
    _ order: OutputOrder
  ) {
    var next = rows.partitioningIndex { $0.offset >= place.offset + place.start }
    guard next < rows.count, rows[next].offset < place.offset + block.count else { return }
    var lines = LineCounter(block: block, start: place.start, line: place.line)
    block.eachRecord(columnCount: columnCount) { record, begin, number in
      guard next < rows.count, rows[next].offset == place.offset + begin else { return }
      let row = rows[next]
      next += 1
      copy(
        record, ComparedRow(side: side, export: export, offset: row.offset), row.order,
        line: lines.line(of: number, at: begin), to: order.stretch(of: row.order))
    }
  }

  /// Size, order, row, line; the content behind its size, the fields as they are written behind
  /// theirs, which are shorter than `RecordBlock.longestRecord`.
  private func copy(
    _ record: Record, _ row: ComparedRow, _ order: ComparedRow, line: Int, to stretch: Int
  ) {
    sink.clear()
    for word in [order.code, row.code, UInt64(line)] { sink.append(word) }
    let start = sink.count
    sink.append(0 as UInt64)
    content.write(record, id: DossierKey(record, dossier, &id), to: &sink, &scratch)
    sink.replace(at: start, with: UInt64(sink.count - start - 8))
    for column in columns {
      let text = column >= 0 ? DossierKey(record, column, &scratch) : nil
      let size = text?.length ?? WrittenFields.noField
      sink.append(UInt8(truncatingIfNeeded: size))
      sink.append(UInt8(truncatingIfNeeded: size >> 8))
      if let text { sink.append(text.text, text.length) }
    }
    writer.add(to: stretch) {
      $0.append(UInt64(sink.count))
      $0.append(UnsafePointer(sink.bytes), sink.count)
    }
  }
}
