/// The words of an export: channels, yes and no.
final class ExportWords: Sendable {
  private let channels: KeyTable
  private let answers: KeyTable
  /// The first channels' words as they lie in memory, filled up with zeros, and their bits.
  private let usual: SIMD4<UInt64>
  private let usualBits: SIMD4<UInt64>

  init(_ export: RecordExport) {
    let words =
      export.channels.sorted { $0.key < $1.key }.map { (text: $0.key, value: Int($0.value.bit)) }
      + DossierChannel.allCases.map { (text: $0.rawValue, value: Int($0.bit)) }
    channels = KeyTable(words)
    answers = KeyTable(
      // Some write "x" where they mean no.
      export.yesWords.sorted().map { (text: $0, value: 1) }
        + export.no.union(RecordExport.usualNo).sorted().map { (text: $0, value: 0) })
    var usual = SIMD4<UInt64>(repeating: 0)
    var bits = SIMD4<UInt64>(repeating: 0)
    for (place, word) in words.filter({ (1...8).contains($0.text.utf8.count) }).prefix(4)
      .enumerated()
    {
      usual[place] = word.text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      bits[place] = UInt64(word.value)
    }
    self.usual = usual
    usualBits = bits
  }

  deinit {
    channels.deallocate()
    answers.deallocate()
  }

  /// The channel's bit, and whether the word is known or absent.
  func channel(_ record: Record, _ columns: RecordColumns) -> (UInt8, isKnown: Bool) {
    guard columns.channel >= 0 else { return (DossierChannel.unknownBit, true) }
    let (text, length) = record.field(columns.channel)
    let bit = channels.value(text, length)
    if bit >= 0 { return (UInt8(truncatingIfNeeded: bit), true) }
    return (DossierChannel.unknownBit, length == 0)
  }

  /// What is counted of a dossier beside its outcome, and above it whether a word is unknown.
  @inline(__always)
  func traits(_ record: Record, _ columns: RecordColumns) -> (Traits, RecordMarks) {
    var bits: UInt64 = 0
    if columns.channel >= 0 {
      let (text, length) = record.plain(columns.channel)
      let word =
        UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(as: UInt64.self))
        & ~(UInt64.max << UInt64(truncatingIfNeeded: length &* 8))
      let found =
        usualBits[0] & allBits(ifZero: word ^ usual[0])
        | usualBits[1] & allBits(ifZero: word ^ usual[1])
        | usualBits[2] & allBits(ifZero: word ^ usual[2])
        | usualBits[3] & allBits(ifZero: word ^ usual[3])
      bits = length < 8 && found != 0 ? found & 1 : slowOnline(record, columns)
    }
    bits |= answer(record, columns.digitised) << 1
    bits |= answer(record, columns.paidOnline) << 2
    bits |= answer(record, columns.feeDue) << 3
    return (
      Traits(rawValue: UInt8(truncatingIfNeeded: bits & 15)),
      bits & ~15 == 0 ? [] : .unknownWord
    )
  }

  /// 1 for yes, 0 for no or nothing, `unknown` for another word.
  ///
  /// Fields are empty or not as it comes, so there is no branch between the two.
  @inline(__always)
  func answer(_ record: Record, _ column: Int) -> UInt64 {
    if column < 0 { return 0 }
    let (text, length) = record.plain(column)
    let digit = UInt64(text[0] ^ 0x30)
    let size = UInt64(truncatingIfNeeded: length)
    let isDigit = allBits(ifZero: digit >> 1 | size ^ 1)
    return isDigit | allBits(ifZero: size) != 0 ? digit & isDigit : slowAnswer(record, column)
  }

  /// A comparison as a number: a branch would be guessed wrongly for every other record.
  @inline(__always)
  private func allBits(ifZero number: UInt64) -> UInt64 {
    let isOther = (number | (0 &- number)) >> 63
    return isOther &- 1
  }

  private static let unknown: UInt64 = 1 << 8

  @inline(never)
  private func slowOnline(_ record: Record, _ columns: RecordColumns) -> UInt64 {
    let (bit, isKnown) = channel(record, columns)
    return (bit == DossierChannel.online.bit ? 1 : 0) | (isKnown ? 0 : ExportWords.unknown)
  }

  @inline(never)
  private func slowAnswer(_ record: Record, _ column: Int) -> UInt64 {
    let (text, length) = record.field(column)
    if length == 0 { return 0 }
    let answer = answers.value(text, length)
    return answer < 0 ? ExportWords.unknown : UInt64(answer)
  }
}

/// The places of fields in a record; -1 for those that the export does not have.
struct RecordColumns: Sendable {
  let dossier: Int
  let unit: Int
  let procedure: Int
  let domain: Int
  let channel: Int
  let received: Int
  let due: Int
  let ready: Int
  let returned: Int
  let status: Int
  let digitised: Int
  let paidOnline: Int
  let feeDue: Int
  let linked: Int

  init(_ layout: RecordLayout) {
    func place(_ field: RecordField) -> Int { layout.columns[field] ?? -1 }
    dossier = place(.dossier)
    unit = place(.unit)
    procedure = place(.procedure)
    domain = place(.domain)
    channel = place(.channel)
    received = place(.receivedAt)
    due = place(.dueAt)
    ready = place(.readyAt)
    returned = place(.returnedAt)
    status = place(.status)
    digitised = place(.digitised)
    paidOnline = place(.paidOnline)
    feeDue = place(.feeDue)
    linked = place(.linkedLateAgency)
  }

  func place(of field: RecordField) -> Int {
    switch field {
    case .dossier: dossier
    case .unit: unit
    case .procedure: procedure
    case .domain: domain
    case .channel: channel
    case .receivedAt: received
    case .dueAt: due
    case .readyAt: ready
    case .returnedAt: returned
    case .status: status
    case .digitised: digitised
    case .paidOnline: paidOnline
    case .feeDue: feeDue
    case .linkedLateAgency: linked
    }
  }
}
