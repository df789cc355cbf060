/// A cell as it was read.
package struct ReadCell: Hashable, Sendable {
  package let address: CellAddress
  package let value: ReadValue
  /// Without `=`; empty where the cell takes part in another one's formula.
  package let formula: String?
  /// The number behind a date.
  package let serial: CellNumber?

  package init(
    address: CellAddress, value: ReadValue, formula: String? = nil, serial: CellNumber? = nil
  ) {
    self.address = address
    self.value = value
    self.formula = formula
    self.serial = serial
  }
}

/// What stands in a cell; of a formula, what it last came to.
package enum ReadValue: Hashable, Sendable {
  case blank
  case text(String)
  case number(CellNumber)
  case date(CellDate)
  case boolean(Bool)
  /// `#DIV/0!`, or a number that is none.
  case error(String)

  /// As people see it, near enough to recognise.
  package var shown: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .number(let number): number.text
    case .date(let date): date.shown
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error(let text): text
    }
  }
}

extension CellDate {
  /// dd/MM/yyyy, with HH:mm where it is no whole day.
  package var shown: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(two(self.day))/\(two(month))/\(year)"
    return isDay ? day : "\(day) \(two(hour)):\(two(minute))"
  }
}

/// A sheet as it was read.
package struct ReadSheet: Sendable {
  package let name: String
  package let isHidden: Bool
  /// Days are counted from 1904, as old programs of one maker did.
  package let countsFrom1904: Bool
  /// By row, then by column; cells with nothing in them are left out.
  package let cells: [ReadCell]
  package let merges: [CellRange]
  private let places: [CellAddress: Int]

  init(
    name: String, isHidden: Bool, countsFrom1904: Bool, cells: [ReadCell], merges: [CellRange]
  ) {
    self.name = name
    self.isHidden = isHidden
    self.countsFrom1904 = countsFrom1904
    self.cells = cells.sorted { $0.address < $1.address }
    self.merges = merges
    places = Dictionary(
      self.cells.enumerated().map { ($0.element.address, $0.offset) },
      uniquingKeysWith: { _, last in last })
  }

  /// What stands in a cell; blank where nothing does, as in a merged range behind its first cell.
  package subscript(address: CellAddress) -> ReadCell {
    places[address].map { cells[$0] } ?? ReadCell(address: address, value: .blank)
  }

  /// The merged range that a cell lies in.
  package func merge(at address: CellAddress) -> CellRange? {
    merges.first { $0.contains(address) }
  }
}
