internal import CZlib
internal import Glibc

/// Writes an export's records to an open file, compressed: what later figures can be compared with
/// when the export itself is gone or written over.
///
/// Its known columns are kept as they are written, under the header's own names, each record on its
/// line. Other columns (names, telephone numbers) are not, nor rows that are no record. Every block
/// is a member of its own, so that all threads pack, and the bytes are the same whoever packed.
/// - Returns: why it could not be read or written; nil when it was.
package func copyRecords(
  of export: OpenExport, to descriptor: Int32, _ options: CountingOptions = CountingOptions()
) -> CountFailure? {
  guard let head = RecordPacker(export) else {
    return CountFailure(error: ENOMEM, isReading: true)
  }
  let output = OrderedOutput(descriptor, behind: head.packHeader())
  // What it packed is its own memory.
  withExtendedLifetime(head) {}
  let reading = readBlocks(of: export, options) {
    RecordPacker(export)
  } take: { packer, block, place in
    output.add(packer.pack(block, place), of: place.turn)
  } stopped: {
    output.abandon()
  }
  output.finish()
  switch reading {
  case .failure(let failure): return failure
  case .success(let packers):
    // Records that were not packed would be missing unsaid.
    if head.hasFailed || packers.contains(where: \.hasFailed) {
      return CountFailure(error: ENOMEM, isReading: true)
    }
    return output.failure == 0 ? nil : CountFailure(error: output.failure, isReading: false)
  }
}

/// One worker: cuts the known columns out of a block and packs them.
private final class RecordPacker: @unchecked Sendable {
  private let layout: RecordLayout
  /// The places of known columns, in the order of the file.
  private let kept: [Int]
  private let stream: UnsafeMutablePointer<z_stream>
  private var plain = ByteSink(capacity: 512 << 10)
  private var packed: UnsafeMutablePointer<UInt8>
  private var capacity = 64 << 10
  private(set) var hasFailed = false

  /// nil when there is no memory.
  init?(_ export: OpenExport) {
    layout = export.layout
    kept = Set(export.layout.columns.values).sorted()
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    packed = .allocate(capacity: capacity)
    if gzip_deflate_begin(stream, 4) != Z_OK { return nil }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    plain.deallocate()
    packed.deallocate()
  }

  /// The header, down to the line on which records begin.
  func packHeader() -> UnsafeRawBufferPointer {
    plain.clear()
    for (number, column) in kept.enumerated() {
      if number > 0 { plain.append(layout.separator) }
      plain.append("\"" + layout.header[column].replacing("\"", with: "\"\"") + "\"")
    }
    plain.append(CSV.lineFeed)
    let lines = plain.contents.count { $0 == CSV.lineFeed }
    for _ in 0..<max(0, layout.line - 1 - lines) { plain.append(CSV.lineFeed) }
    return pack()
  }

  func pack(_ block: RecordBlock, _ place: BlockPlace) -> UnsafeRawBufferPointer {
    plain.clear()
    var line = place.line
    func go(to wanted: Int) {
      while line < wanted {
        plain.append(CSV.lineFeed)
        line += 1
      }
    }
    var lines = LineCounter(block: block, start: place.start, line: place.line)
    block.eachRecord(columnCount: layout.columnCount) { record, begin, number in
      go(to: lines.line(of: number, at: begin))
      for (number, column) in kept.enumerated() {
        if number > 0 { plain.append(layout.separator) }
        let field = record.raw(column)
        if let text = field.baseAddress { plain.append(text, field.count) }
        if block.hasHiddenFeeds { line += field.count { $0 == CSV.lineFeed } }
      }
      go(to: line + 1)
    }
    if block.recordCount > 0 {
      let end = Int(block.feeds[block.recordCount - 1]) + 1
      go(to: place.line + block.lines(from: place.start, to: min(end, block.count)))
    }
    return pack()
  }

  /// What is in `plain` as a member of its own; nothing of nothing.
  private func pack() -> UnsafeRawBufferPointer {
    if plain.count == 0 { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let bound = Int(deflateBound(stream, UInt(plain.count)))
    if bound > capacity {
      packed.deallocate()
      capacity = bound
      packed = .allocate(capacity: capacity)
    }
    deflateReset(stream)
    stream.pointee.next_in = plain.bytes
    stream.pointee.avail_in = UInt32(plain.count)
    stream.pointee.next_out = packed
    stream.pointee.avail_out = UInt32(capacity)
    guard deflate(stream, Z_FINISH) == Z_STREAM_END else {
      hasFailed = true
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: packed, count: Int(stream.pointee.total_out))
  }
}
