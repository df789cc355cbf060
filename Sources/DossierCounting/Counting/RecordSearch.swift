/// Finds the records of one dossier in exports and traces each, in the order of exports and lines.
///
/// As in a count, it is the first record of a source that can be read which counts; the others repeat
/// it, but for those that cannot be read.
package func traceRecords(
  of dossier: String, in exports: [(OpenExport, CountingPlan)],
  _ options: CountingOptions = CountingOptions()
) -> Result<[RecordTrace], RepeatFailure> {
  var traces: [RecordTrace] = []
  var firsts: [String: (place: RecordPlace, content: UInt64)] = [:]
  for (export, plan) in exports {
    let read = readBlocks(of: export, options) {
      RecordSearch(dossier, export)
    } take: { search, block, place in
      search.look(block, place)
    }
    switch read {
    case .failure(let failure):
      return .failure(RepeatFailure(export: export.export.path, failure: failure))
    case .success(let searches):
      let tracer = RecordTracer(export: export, plan: plan)
      for found in searches.flatMap(\.found).sorted(by: { $0.line < $1.line }) {
        let source = export.export.source
        guard let alone = tracer.trace(found.text, line: found.line, repeating: nil) else {
          continue
        }
        guard alone.rejected == nil else {
          traces.append(alone)
          continue
        }
        let repeated = firsts[source].map { first in
          RepeatedRow(
            offset: 0, line: found.line, first: first.place,
            isSame: first.content == found.content)
        }
        guard let repeated else {
          firsts[source] = (
            RecordPlace(file: export.export.path, line: found.line), found.content
          )
          traces.append(alone)
          continue
        }
        if let trace = tracer.trace(found.text, line: found.line, repeating: repeated) {
          traces.append(trace)
        }
      }
    }
  }
  return .success(traces)
}

/// One worker: what it found in its blocks.
private final class RecordSearch: @unchecked Sendable {
  struct Found {
    let line: Int
    let text: [UInt8]
    let content: UInt64
  }

  private(set) var found: [Found] = []
  private let dossier: [UInt8]
  private let layout: RecordLayout
  private var scratch = ByteSink(capacity: 256)

  init(_ dossier: String, _ export: OpenExport) {
    self.dossier = Array(dossier.utf8)
    layout = export.layout
  }

  deinit { scratch.deallocate() }

  func look(_ block: RecordBlock, _ place: BlockPlace) {
    guard let column = layout.columns[.dossier] else { return }
    var lines = LineCounter(block: block, start: place.start, line: place.line)
    block.eachRecord(columnCount: layout.columnCount) { record, begin, number in
      guard DossierKey(record, column, &scratch).bytes.elementsEqual(dossier) else { return }
      let text = UnsafeBufferPointer(
        start: UnsafePointer(block.bytes + begin), count: Int(block.feeds[number]) - begin)
      found.append(
        Found(
          line: lines.line(of: number, at: begin), text: Array(text),
          content: record.content(layout.knownColumns, &scratch)))
    }
  }
}
