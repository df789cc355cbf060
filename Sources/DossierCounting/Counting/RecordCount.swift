internal import CByteScan

/// An export that is ready to be read: its header is known.
package struct OpenExport: Sendable {
  package let export: RecordExport
  /// Its number in the declaration, counted from 1.
  package let number: Int
  package let layout: RecordLayout
  /// Rows whose dossier was read before, in the order of the file.
  package var repeated: [RepeatedRow] = []

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
  /// Whether a compressed export that breaks off is read as far as it goes, and said to be cut;
  /// otherwise nothing of it is read.
  package var takesCut = false

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
  let ledger = options.ledger.map(OrderedOutput.init)
  let rejects = options.rejects.map(OrderedOutput.init)
  var cutAfter: Int?
  let counted = readBlocks(of: export, options) {
    let writer =
      ledger == nil && rejects == nil
      ? nil : LedgerWriter(plan: plan, export: export)
    return RecordCounter(
      plan: plan, export: export, blockSize: options.blockSize, ledger: writer)
  } take: { counter, block, place in
    counter.count(block, from: place.start, line: place.line, at: place.offset)
    counter.hand(ledger, rejects, of: place.turn)
  } stopped: {
    // Nobody waits for what does not come.
    ledger?.abandon()
    rejects?.abandon()
  } cut: {
    cutAfter = $0
  }
  ledger?.finish()
  rejects?.finish()
  return counted.flatMap { counters in
    if let error = [ledger, rejects].compactMap({ $0?.failure }).first(where: { $0 != 0 }) {
      return .failure(CountFailure(error: error, isReading: false))
    }
    var all = DossierCount(counters[0])
    for counter in counters.dropFirst() { all.add(DossierCount(counter)) }
    all.cutAfter = cutAfter
    return .success(all)
  }
}

/// Why a count stopped.
package struct CountFailure: Error, Hashable, Sendable {
  /// The system's error number, `ESTALE` when the file changed while it was read, or that of a fault
  /// of a compressed file.
  package let error: Int32
  /// False: the ledger, the rejects or a temporary file could not be written.
  package let isReading: Bool
  /// How many bytes were unpacked before a compressed file's fault.
  package let place: Int?

  init(error: Int32, isReading: Bool, place: Int? = nil) {
    self.error = error
    self.isReading = isReading
    self.place = place
  }

  /// What is wrong with a compressed file; nil for errors of the system.
  package var fault: CompressedFault? { CompressedFault(rawValue: error) }
}
