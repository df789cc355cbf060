/// One worker of a comparison's first pass.
final class ContentHasher: @unchecked Sendable {
  let writer: PartitionWriter
  private(set) var rows = 0
  private(set) var unreadable = 0
  /// The first line that is no record.
  private(set) var firstUnreadable: Int?
  /// The last record's place in the file.
  private(set) var reached = 0

  private let content: RecordContent
  private let columnCount: Int
  private let dossier: Int
  private var id = ByteSink(capacity: 256)
  private var scratch = ByteSink(capacity: 256)
  private var sink = ByteSink(capacity: 4 << 10)

  init?(_ export: ComparedExport, _ fields: [RecordField], _ partitions: Partitions) {
    guard let content = RecordContent(export, fields: fields) else { return nil }
    self.content = content
    columnCount = export.open.layout.columnCount
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

  /// - Parameter add: gets a record's id, its content and its place in the file.
  func take(
    _ block: RecordBlock, _ place: BlockPlace,
    _ add: (DossierKey, UnsafeRawBufferPointer, Int) -> Void
  ) {
    var lines = LineCounter(block: block, start: place.start, line: place.line)
    block.eachRecord(columnCount: columnCount) { record, begin, number in
      rows += 1
      let key = DossierKey(record, dossier, &id)
      if key.length == 0 {
        return refuse(lines.line(of: number, at: begin))
      }
      sink.clear()
      content.write(record, id: key, to: &sink, &scratch)
      reached = max(reached, place.offset + begin)
      add(key, sink.contents, place.offset &+ begin)
    } other: { begin, feed, number in
      let isEmpty =
        feed == begin || feed == begin + 1 && block.bytes[begin] == CSV.carriageReturn
      if isEmpty { return }
      rows += 1
      refuse(lines.line(of: number, at: begin))
    }
  }

  private func refuse(_ line: Int) {
    unreadable += 1
    firstUnreadable = min(firstUnreadable ?? line, line)
  }
}
