internal import CByteScan
internal import Dispatch
internal import Glibc
internal import Synchronization

/// An export that is ready to be read: its header is known.
package struct OpenExport: Sendable {
  package let export: RecordExport
  /// Its number in the declaration, counted from 1.
  package let number: Int
  package let layout: RecordLayout
  /// Where rows begin whose dossier was read before, in order.
  package var repeated: [Int] = []

  package init(export: RecordExport, number: Int, layout: RecordLayout) {
    self.export = export
    self.number = number
    self.layout = layout
  }
}

/// How a count is carried out; the result is the same whatever stands here.
package struct CountingOptions: Sendable {
  package var threads: Int?
  /// Bytes of a block: a multiple of 64, at least 64.
  package var blockSize = RecordBlock.usualSize
  /// Bits of the vectors that bytes are compared in; nil: the widest.
  package var vectorWidth: Int?
  /// Open files for ledger and rejects.
  package var ledger: Int32?
  package var rejects: Int32?

  package init() {}

  /// The widest vectors of this machine, in bits.
  package static var widestVectors: Int { Int(byte_scan_width()) }
}

/// Counts the records of one export with all threads.
/// - Returns: the figures, or the system's error number when the file cannot be read or the ledger
///   not be written.
package func countRecords(
  of export: OpenExport, by plan: CountingPlan, _ options: CountingOptions = CountingOptions()
) -> Result<DossierCount, CountFailure> {
  guard let file = PlainRecordFile(path: export.export.path) else {
    return .failure(CountFailure(error: errno, isReading: true))
  }
  let run = CountingRun(export: export, plan: plan, file: file, options: options)
  let threads = max(1, min(64, options.threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  let counts = Mutex([DossierCount]())
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    if let count = run.work() { counts.withLock { $0.append(count) } }
  }
  run.finish(file.problem)
  if let failure = run.failure { return .failure(failure) }
  return counts.withLock { counts in
    guard var all = counts.first else {
      return .failure(CountFailure(error: ENOMEM, isReading: true))
    }
    for count in counts.dropFirst() { all.add(count) }
    return .success(all)
  }
}

/// Why a count stopped.
package struct CountFailure: Error, Hashable, Sendable {
  /// The system's error number; `ESTALE` when the file changed while it was read.
  package let error: Int32
  /// False: the ledger or the rejects could not be written.
  package let isReading: Bool
}

/// One export being counted by several workers.
private final class CountingRun: Sendable {
  private let export: OpenExport
  private let plan: CountingPlan
  private let file: any RecordFile
  private let options: CountingOptions
  private let next: Atomic<Int>
  private let relay: BlockRelay
  private let ledger: OrderedOutput?
  private let rejects: OrderedOutput?
  private let error = Atomic<Int32>(0)
  private let firstBlock: Int

  init(export: OpenExport, plan: CountingPlan, file: any RecordFile, options: CountingOptions) {
    self.export = export
    self.plan = plan
    self.file = file
    self.options = options
    // The header may be longer than a small block.
    firstBlock = export.layout.start / options.blockSize
    next = Atomic(0)
    relay = BlockRelay(RelayBaton(start: export.layout.start, line: export.layout.line))
    ledger = options.ledger.map(OrderedOutput.init)
    rejects = options.rejects.map(OrderedOutput.init)
  }

  /// - Parameter problem: what became of the file in the meantime; 0 for nothing.
  func finish(_ problem: Int32) {
    if problem != 0, error.load(ordering: .acquiring) == 0 { stop(problem) }
    ledger?.finish()
    rejects?.finish()
  }

  var failure: CountFailure? {
    let reading = error.load(ordering: .acquiring)
    if reading != 0 { return CountFailure(error: reading, isReading: true) }
    let writing = [ledger, rejects].compactMap { $0?.failure }.first { $0 != 0 }
    return writing.map { CountFailure(error: $0, isReading: false) }
  }

  /// Nobody waits for what does not come.
  private func stop(_ problem: Int32) {
    error.store(problem, ordering: .releasing)
    ledger?.abandon()
    rejects?.abandon()
  }

  /// One worker: takes the next block until there is none.
  func work() -> DossierCount? {
    let separator = export.layout.separator
    let writer =
      ledger == nil && rejects == nil
      ? nil : LedgerWriter(plan: plan, export: export)
    guard
      let counter = RecordCounter(
        plan: plan, export: export, blockSize: options.blockSize, ledger: writer)
    else { return nil }
    var block = RecordBlock(
      size: options.blockSize, width: options.vectorWidth ?? CountingOptions.widestVectors)
    defer { block.deallocate() }
    while error.load(ordering: .relaxed) == 0 {
      let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
      let number = turn + firstBlock
      let problem = file.read(number, into: &block)
      if problem != 0 { stop(problem) }
      if problem == 0, block.count == 0, turn > 0 { break }
      block.mark(separator: separator)
      let baton = relay.take(turn)
      if problem != 0 {
        relay.pass(turn, baton)
        break
      }
      let offset = number * block.size
      let (start, line) = place(&block, baton, offset, turn)
      counter.count(block, from: start, line: line, at: offset)
      counter.hand(ledger, rejects, of: turn)
      if block.isLast { break }
    }
    return DossierCount(counter)
  }

  /// Finds the block's records and hands the baton on.
  private func place(_ block: inout RecordBlock, _ baton: RelayBaton, _ offset: Int, _ turn: Int)
    -> (start: Int, line: Int)
  {
    var start = baton.start - offset
    var line = baton.line
    if baton.isCut {
      // The rest of a line that was given up.
      while start < block.count, block.bytes[start] != CSV.lineFeed { start += 1 }
      if start == block.count {
        relay.pass(
          turn, RelayBaton(start: offset + max(block.size, start), line: line, isCut: true))
        block.clear()
        return (start, line)
      }
      start += 1
      line += 1
    }
    var end = block.plainEnd(from: start)
    if end == nil, !block.endsFile {
      let problem = file.extend((offset / block.size), &block)
      if problem != 0 { stop(problem) }
      block.mark(separator: export.layout.separator)
      end = block.plainEnd(from: start)
    }
    if let end {
      let lines = block.lines(from: start, to: end)
      relay.pass(turn, RelayBaton(start: offset + end, line: line + lines))
      block.placePlainly(from: start, to: end)
    } else {
      let (end, isCut) = block.placeCarefully(from: start, separator: export.layout.separator)
      let lines = block.lines(from: start, to: end)
      relay.pass(turn, RelayBaton(start: offset + end, line: line + lines, isCut: isCut))
    }
    return (start, line)
  }
}
