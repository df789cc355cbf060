internal import Grading

/// What is compared of a record, as bytes: equal bytes mean the same.
///
/// A moment is its minute however its date is written, a channel and an answer are what their words
/// mean to the export, a unit is its id in the register; all else is the text without quotes and
/// blanks around it. An empty answer is a no, as in a count. Each part is a tag, a length and the
/// bytes.
struct RecordContent: @unchecked Sendable {
  /// What a part's bytes are.
  enum Tag: UInt8 {
    case text
    case nothing
    case minute
    case channel
    case answer
    case decision
  }

  let counter: RecordCounter
  let decides: Bool
  /// What is compared, in this order, behind the id.
  let fields: [RecordField]
  private let unitIDs: ByteWords
  private let exclusionIDs: ByteWords

  /// nil when there is no memory.
  init?(_ export: ComparedExport, fields: [RecordField]) {
    guard
      let counter = RecordCounter(
        plan: export.plan, export: export.open, blockSize: 64, ledger: nil)
    else { return nil }
    self.counter = counter
    self.fields = fields
    decides = export.decides
    unitIDs = ByteWords(export.plan.units.map(\.id))
    exclusionIDs = ByteWords(export.plan.rules.exclusions.map(\.id))
  }

  func deallocate() {
    unitIDs.deallocate()
    exclusionIDs.deallocate()
  }

  private var reader: RecordReader { counter.reader }

  /// Appends a record's content behind its id.
  func write(
    _ record: Record, id: DossierKey, to sink: inout ByteSink, _ scratch: inout ByteSink
  ) {
    RecordContent.append(.text, id.text, id.length, &sink)
    for field in fields { write(field, record, &sink, &scratch) }
    if decides { writeDecision(record, &sink) }
  }

  private func write(
    _ field: RecordField, _ record: Record, _ sink: inout ByteSink, _ scratch: inout ByteSink
  ) {
    let column = reader.columns.place(of: field)
    let (text, length) = record.field(column)
    switch field {
    case .receivedAt, .dueAt, .readyAt, .returnedAt:
      let minute = length == 0 ? RecordTimes.absent : reader.times.minute(text, length)
      if minute == RecordTimes.broken { break }
      if minute == RecordTimes.absent { return RecordContent.append(.nothing, text, 0, &sink) }
      return withUnsafeBytes(of: minute.littleEndian) { bytes in
        RecordContent.append(.minute, bytes, &sink)
      }
    case .channel:
      let (bit, isKnown) = reader.words.channel(record, reader.columns)
      if !isKnown { break }
      return withUnsafeBytes(of: length == 0 ? 0 : bit) {
        RecordContent.append(.channel, $0, &sink)
      }
    case .digitised, .paidOnline, .feeDue:
      let answer = reader.words.answer(record, column)
      if answer > 1 { break }
      return withUnsafeBytes(of: UInt8(truncatingIfNeeded: answer)) {
        RecordContent.append(.answer, $0, &sink)
      }
    case .unit:
      let unit = place(ofUnit: record, column, text, length)
      if unit < 0 { break }
      let (id, count) = unitIDs[unit]
      return RecordContent.append(.text, id, count, &sink)
    case .dossier, .procedure, .domain, .status, .linkedLateAgency: break
    }
    let key = DossierKey(record, column, &scratch)
    RecordContent.append(key.length == 0 ? .nothing : .text, key.text, key.length, &sink)
  }

  private func place(
    ofUnit record: Record, _ column: Int, _ text: UnsafePointer<UInt8>, _ length: Int
  ) -> Int {
    let unit = reader.plan.unitTable.value(text, length)
    if unit >= 0 || counter.plan.units.isEmpty { return unit }
    return counter.plan.unitNames[record.text(column)] ?? -1
  }

  private func writeDecision(_ record: Record, _ sink: inout ByteSink) {
    let (outcome, exclusion, reason) = counter.decision(of: record)
    let id = exclusion >= 0 ? exclusionIDs[exclusion] : nil
    RecordContent.begin(.decision, (id?.1 ?? 0) + 2, &sink)
    sink.append(outcome.rawValue)
    sink.append(reason.map { $0.rawValue + 1 } ?? 0)
    if let id { sink.append(id.0, id.1) }
  }

  // MARK: Parts

  @inline(__always)
  private static func begin(_ tag: Tag, _ length: Int, _ sink: inout ByteSink) {
    sink.append(tag.rawValue)
    sink.append(UInt8(truncatingIfNeeded: length))
    sink.append(UInt8(truncatingIfNeeded: length >> 8))
  }

  @inline(__always)
  private static func append(
    _ tag: Tag, _ text: UnsafePointer<UInt8>, _ length: Int, _ sink: inout ByteSink
  ) {
    begin(tag, length, &sink)
    sink.append(text, length)
  }

  private static func append(_ tag: Tag, _ bytes: UnsafeRawBufferPointer, _ sink: inout ByteSink) {
    begin(tag, bytes.count, &sink)
    for byte in bytes { sink.append(byte) }
  }
}

/// A content's parts, read back.
struct ContentParts {
  struct Part {
    let tag: UInt8
    let bytes: ArraySlice<UInt8>

    /// Whether both mean the same; of texts also those that differ only in how letters are composed.
    func means(_ other: Part) -> Bool {
      if tag == other.tag, bytes.elementsEqual(other.bytes) { return true }
      guard tag == RecordContent.Tag.text.rawValue, tag == other.tag else { return false }
      return text == other.text
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    var minute: Int32? {
      guard tag == RecordContent.Tag.minute.rawValue else { return nil }
      return bytes.reversed().reduce(0) { $0 << 8 | Int32($1) }
    }

    var isNothing: Bool { tag == RecordContent.Tag.nothing.rawValue }

    var decision: RecordDecision? {
      guard tag == RecordContent.Tag.decision.rawValue, bytes.count >= 2,
        let outcome = RecordOutcome(rawValue: bytes[bytes.startIndex])
      else { return nil }
      let reason = bytes[bytes.startIndex + 1]
      let id = bytes.dropFirst(2)
      return RecordDecision(
        outcome, exclusion: id.isEmpty ? nil : String(decoding: id, as: UTF8.self),
        reason: reason == 0 ? nil : RejectReason(rawValue: reason - 1))
    }
  }

  private let bytes: [UInt8]
  /// The id, then the compared fields in order, then the decision when there is one: of each its
  /// bytes, behind a tag and a length.
  private var places: [Range<Int>] = []

  init(_ bytes: [UInt8], _ content: Range<Int>) {
    self.bytes = bytes
    places.reserveCapacity(RecordField.allCases.count + 1)
    var place = content.lowerBound
    while place + 3 <= content.upperBound {
      let length = Int(bytes[place + 1]) | Int(bytes[place + 2]) << 8
      let end = min(content.upperBound, place + 3 + length)
      places.append(place + 3..<end)
      place = end
    }
  }

  subscript(number: Int) -> Part {
    let place = places[number]
    return Part(tag: bytes[place.lowerBound - 3], bytes: bytes[place])
  }

  var first: Part? { places.isEmpty ? nil : self[0] }
  var last: Part? { places.isEmpty ? nil : self[places.count - 1] }
}
