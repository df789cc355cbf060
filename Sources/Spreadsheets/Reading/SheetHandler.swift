/// The cells of one sheet.
final class SheetHandler: XMLHandler {
  private(set) var cells: [ReadCell] = []
  private(set) var merges: [CellRange] = []
  private let strings: [String]
  private let showsDays: [Bool]
  private let countsFrom1904: Bool
  private let limits: ReadingLimits
  /// Cells of this and earlier sheets, empty ones too.
  private(set) var count: Int
  private var rows = 0

  private var row = -1
  private var column = -1
  private var type = ""
  private var style = 0
  private var formula: String?
  private var value: String?
  private var inline: String?
  private var text: CollectedText
  private var taking = Taking.nothing
  private var phonetic = 0

  private enum Taking {
    case nothing
    case value
    case formula
    case inline
  }

  init(
    _ strings: [String], _ showsDays: [Bool], countsFrom1904: Bool, count: Int,
    _ limits: ReadingLimits
  ) {
    self.strings = strings
    self.showsDays = showsDays
    self.countsFrom1904 = countsFrom1904
    self.count = count
    self.limits = limits
    text = CollectedText(limits)
  }

  var excess: ReadingLimit? {
    if text.isTooLong { return .textLength }
    if rows > limits.rows || merges.count > limits.rows { return .rows }
    return count > limits.cells ? .cells : nil
  }

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "row":
      rows += 1
      let written = attributes["r"].flatMap { Int($0) }
      row = written.map { max(0, min($0, CellAddress.rows) - 1) } ?? row + 1
      column = -1
    case "c":
      count += 1
      begin(attributes)
    case "v": take(.value)
    case "f": take(.formula)
    case "is": inline = ""
    case "rPh": phonetic += 1
    case "t" where inline != nil && phonetic == 0: take(.inline)
    case "mergeCell":
      if let range = attributes["ref"].flatMap({ CellRange($0) }) { merges.append(range) }
    default: break
    }
  }

  private func begin(_ attributes: XMLAttributes) {
    if let address = attributes["r"].flatMap({ CellAddress($0) }) {
      row = address.row
      column = address.column
    } else {
      column += 1
    }
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    formula = nil
    value = nil
    inline = nil
  }

  private func take(_ what: Taking) {
    taking = what
    text.clear()
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if case .nothing = taking { return }
    text.add(bytes)
  }

  func end(_ element: String) {
    switch element {
    case "v": value = text.written
    case "f": formula = text.written
    case "t" where inline != nil && phonetic == 0: inline? += text.meant
    case "rPh": phonetic -= 1
    case "c": finish()
    default: return
    }
    if element != "c" { taking = .nothing }
  }

  private func finish() {
    taking = .nothing
    guard row >= 0, column >= 0, column < CellAddress.columns else { return }
    let (read, serial) = meaning
    guard read != .blank || formula != nil else { return }
    cells.append(
      ReadCell(
        address: CellAddress(row: row, column: column), value: read, formula: formula,
        serial: serial))
  }

  private var meaning: (ReadValue, CellNumber?) {
    switch type {
    case "inlineStr": return (inline.map { .text($0) } ?? .blank, nil)
    case "s":
      guard let written = value?.trimmed, !written.isEmpty else { return (.blank, nil) }
      guard let place = Int(written), strings.indices.contains(place) else {
        return (.error("#s:\(written)"), nil)
      }
      return (strings[place].isEmpty ? .blank : .text(strings[place]), nil)
    case "str":
      let text = CellText.meant(value ?? "")
      return (text.isEmpty ? .blank : .text(text), nil)
    case "b":
      switch value?.trimmed {
      case "1", "true": return (.boolean(true), nil)
      case "0", "false": return (.boolean(false), nil)
      case nil, "": return (.blank, nil)
      case let other?: return (.error(other), nil)
      }
    case "e": return (.error(value ?? "#"), nil)
    case "d":
      guard let written = value?.trimmed, !written.isEmpty else { return (.blank, nil) }
      return (CellDate(iso: written).map { .date($0) } ?? .error(written), nil)
    default:
      guard let written = value?.trimmed, !written.isEmpty else { return (.blank, nil) }
      guard let number = CellNumber(written) else { return (.error(written), nil) }
      if showsDays.indices.contains(style), showsDays[style],
        let date = CellDate(serial: number, countsFrom1904: countsFrom1904)
      {
        return (.date(date), number)
      }
      return (.number(number), number)
    }
  }
}

extension String {
  /// Without the blanks that XML allows around values.
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
