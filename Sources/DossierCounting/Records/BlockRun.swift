internal import Dispatch
internal import Glibc
internal import Synchronization

/// Where the records of a block begin in its file.
struct BlockPlace {
  /// The number of the block in the run, counted from 0.
  let turn: Int
  /// The place of the block's first byte in the file.
  let offset: Int
  /// The first record's byte in the block, and its line in the file.
  let start: Int
  let line: Int
}

/// Reads an export with all threads, a block at a time; each thread has a worker of its own.
/// - Parameters:
///   - stopped: called when not all blocks will come.
///   - cut: called when a compressed file broke off, with the bytes that could be unpacked.
/// - Returns: the workers, or the system's error number when the file cannot be read.
func readBlocks<Worker: Sendable>(
  of export: OpenExport, _ options: CountingOptions, worker: @Sendable () -> Worker?,
  take: @Sendable (Worker, RecordBlock, BlockPlace) -> Void, stopped: @Sendable () -> Void = {},
  cut: (Int) -> Void = { _ in }
) -> Result<[Worker], CountFailure> {
  // The header may be longer than a small block.
  let first = export.layout.start / options.blockSize
  let run: BlockRun
  switch openRecordFile(export.export.path, from: first, takesCut: options.takesCut) {
  case .failure(let failure): return .failure(failure)
  case .success(let file): run = BlockRun(export.layout, file, first: first, options)
  }
  let threads = max(1, min(64, options.threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  let workers = Mutex([Worker]())
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    guard let worker = worker() else { return }
    run.work { take(worker, $0, $1) }
    if run.hasStopped { stopped() }
    workers.withLock { $0.append(worker) }
  }
  if let failure = run.failure { return .failure(failure) }
  if let bytes = run.cutAfter { cut(bytes) }
  return workers.withLock { workers in
    workers.isEmpty ? .failure(CountFailure(error: ENOMEM, isReading: true)) : .success(workers)
  }
}

/// One file being read by several workers: blocks in any order, their records exactly once.
final class BlockRun: Sendable {
  private let layout: RecordLayout
  private let file: any RecordFile
  private let options: CountingOptions
  private let next = Atomic(0)
  private let relay: BlockRelay
  private let error = Atomic<Int32>(0)
  private let firstBlock: Int

  init(_ layout: RecordLayout, _ file: any RecordFile, first: Int, _ options: CountingOptions) {
    self.layout = layout
    self.file = file
    self.options = options
    firstBlock = first
    relay = BlockRelay(RelayBaton(start: layout.start, line: layout.line))
  }

  /// Whether a block could not be read.
  var hasStopped: Bool { error.load(ordering: .acquiring) != 0 }

  /// Why reading stopped before the file's end, or what became of the file in the meantime.
  var failure: CountFailure? {
    let number = hasStopped ? error.load(ordering: .acquiring) : file.problem
    return number == 0
      ? nil : CountFailure(error: number, isReading: true, place: file.reached)
  }

  /// How many bytes were unpacked before the file broke off; nil when it is whole.
  var cutAfter: Int? { file.cutAfter }

  /// One worker: takes the next block until there is none.
  func work(_ body: (RecordBlock, BlockPlace) -> Void) {
    var block = RecordBlock(
      size: options.blockSize, width: options.vectorWidth ?? CountingOptions.widestVectors)
    defer { block.deallocate() }
    while error.load(ordering: .relaxed) == 0 {
      let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
      let number = turn + firstBlock
      let problem = file.read(number, into: &block)
      if problem != 0 { error.store(problem, ordering: .releasing) }
      if problem == 0, block.count == 0, turn > 0 { break }
      block.mark(separator: layout.separator)
      let baton = relay.take(turn)
      if problem != 0 {
        relay.pass(turn, baton)
        break
      }
      let offset = number * block.size
      let (start, line) = place(&block, baton, offset, turn)
      body(block, BlockPlace(turn: turn, offset: offset, start: start, line: line))
      if block.isLast { break }
    }
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
      if problem != 0 { error.store(problem, ordering: .releasing) }
      block.mark(separator: layout.separator)
      end = block.plainEnd(from: start)
    }
    if let end {
      let lines = block.lines(from: start, to: end)
      relay.pass(turn, RelayBaton(start: offset + end, line: line + lines))
      block.placePlainly(from: start, to: end)
    } else {
      let (end, isCut) = block.placeCarefully(from: start, separator: layout.separator)
      let lines = block.lines(from: start, to: end)
      relay.pass(turn, RelayBaton(start: offset + end, line: line + lines, isCut: isCut))
    }
    return (start, line)
  }
}
