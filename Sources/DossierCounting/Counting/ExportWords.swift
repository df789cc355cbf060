/// The words of an export: channels, yes and no.
final class ExportWords: Sendable {
  private let channels: KeyTable
  private let answers: KeyTable

  private static let yes = ["1", "yes", "true", "có", "Có", "x", "X"]
  private static let no = ["0", "no", "false", "không", "Không"]

  init(_ export: RecordExport) {
    channels = KeyTable(
      export.channels.sorted { $0.key < $1.key }.map { (text: $0.key, value: Int($0.value.bit)) }
        + DossierChannel.allCases.map { (text: $0.rawValue, value: Int($0.bit)) })
    answers = KeyTable(
      (export.yes.sorted() + ExportWords.yes).map { (text: $0, value: 1) }
        + (export.no.sorted() + ExportWords.no).map { (text: $0, value: 0) })
  }

  deinit {
    channels.deallocate()
    answers.deallocate()
  }

  /// The channel's bit, and whether the word is known or absent.
  @inline(__always)
  func channel(_ record: Record, _ columns: RecordColumns) -> (UInt8, isKnown: Bool) {
    guard columns.channel >= 0 else { return (DossierChannel.unknownBit, true) }
    let (text, length) = record.plain(columns.channel)
    let bit = channels.value(text, length)
    return bit >= 0 ? (UInt8(truncatingIfNeeded: bit), true) : slowChannel(record, columns)
  }

  @inline(never)
  private func slowChannel(_ record: Record, _ columns: RecordColumns) -> (UInt8, isKnown: Bool) {
    let (text, length) = record.field(columns.channel)
    let bit = channels.value(text, length)
    if bit >= 0 { return (UInt8(truncatingIfNeeded: bit), true) }
    return (DossierChannel.unknownBit, length == 0)
  }

  /// What is counted of a dossier beside its outcome.
  @inline(__always)
  func traits(_ record: Record, _ columns: RecordColumns, _ marks: inout RecordMarks) -> Traits {
    var traits = Traits(rawValue: 0)
    let (channel, isKnown) = channel(record, columns)
    if channel == 1 { traits.insert(.online) }
    if !isKnown { marks.insert(.unknownWord) }
    if columns.digitised >= 0, isYes(record, columns.digitised, &marks) {
      traits.insert(.digitised)
    }
    if columns.paidOnline >= 0, isYes(record, columns.paidOnline, &marks) {
      traits.insert(.paidOnline)
    }
    if columns.feeDue >= 0, isYes(record, columns.feeDue, &marks) { traits.insert(.feeDue) }
    return traits
  }

  @inline(__always)
  private func isYes(_ record: Record, _ column: Int, _ marks: inout RecordMarks) -> Bool {
    let (text, length) = record.plain(column)
    // What is behind an empty field is a separator or a line end.
    let sign = text[0]
    if length <= 1, length == 0 || sign | 1 == UInt8(ascii: "1") {
      return length == 1 && sign == UInt8(ascii: "1")
    }
    return slowAnswer(record, column, &marks)
  }

  @inline(never)
  private func slowAnswer(_ record: Record, _ column: Int, _ marks: inout RecordMarks) -> Bool {
    let (text, length) = record.field(column)
    if length == 0 { return false }
    let answer = answers.value(text, length)
    if answer < 0 { marks.insert(.unknownWord) }
    return answer == 1
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
