internal import Grading

/// What dossiers are counted by, where it is not the unit.
package enum DossierGrouping: String, CaseIterable, Hashable, Sendable {
  case domain
  case procedure
  case channel
  /// The month of receipt; those carried over together.
  case month
  /// The unit and the domain.
  case unitAndDomain = "unit_domain"

  /// Whether the groups must be looked for in the records.
  package var isSearched: Bool {
    switch self {
    case .channel, .month: false
    case .domain, .procedure, .unitAndDomain: true
    }
  }
}

/// The groups that dossiers are counted in instead of by unit: group `n` has the figures
/// `count.units[n]`.
package struct DossierGroups: Sendable {
  package let by: DossierGrouping
  /// The first is of dossiers that do not say it; for months, of those received before the stretch.
  package let names: [String]
  /// By unit and domain: the unit of each group.
  package let units: [Int]
  /// Everything that stands in records for a group.
  let texts: [(text: String, value: Int)]
  /// The month of the second group.
  let firstMonth: Int

  /// The most groups of one kind.
  package static let most = 10_000

  init(
    by: DossierGrouping, names: [String], units: [Int] = [],
    texts: [(text: String, value: Int)] = [], firstMonth: Int = 0
  ) {
    self.by = by
    self.names = names
    self.units = units
    self.texts = texts
    self.firstMonth = firstMonth
  }

  /// Channels, the unknown one first.
  package static let channels = DossierGroups(
    by: .channel, names: [""] + DossierChannel.allCases.map(\.rawValue))

  /// The months of a stretch, behind all that came before it; nil for more than can be counted.
  package static func months(of span: MinuteSpan) -> DossierGroups? {
    let first = month(of: span.start)
    let last = month(of: LocalMinute(number: span.end.number - 1))
    guard last >= first, last - first < most else { return nil }
    return DossierGroups(
      by: .month,
      names: [""] + (first...last).map { CalendarPeriod(.month, firstMonth: $0).name },
      firstMonth: first)
  }

  static func month(of minute: LocalMinute) -> Int {
    let (year, month, _) = minute.day.components
    return year * 12 + month - 1
  }
}

/// Finds the group of a record.
final class GroupTable: Sendable {
  let count: Int
  private let groups: DossierGroups
  private let table: KeyTable
  private let places: [String: Int]

  init(_ groups: DossierGroups) {
    self.groups = groups
    count = groups.names.count
    table = KeyTable(groups.texts)
    places = Dictionary(groups.texts.map { ($0.text, $0.value) }) { first, _ in first }
  }

  deinit { table.deallocate() }

  func place(_ record: Record, _ reading: RecordReading, _ reader: RecordReader) -> Int {
    switch groups.by {
    case .channel:
      let bit = reader.words.channel(record, reader.columns).0
      return bit == DossierChannel.unknownBit ? 0 : bit.trailingZeroBitCount + 1
    case .month:
      let month = DossierGroups.month(of: LocalMinute(number: reading.dossier.received))
      let place = month - groups.firstMonth + 1
      return place > 0 && place < count ? place : 0
    case .domain: return place(record, reader.columns.domain)
    case .procedure: return place(record, reader.columns.procedure)
    case .unitAndDomain:
      let domain =
        reader.columns.domain >= 0 ? record.text(reader.columns.domain) : ""
      return places[DossierGroups.text(unit: reading.unit, domain)] ?? 0
    }
  }

  private func place(_ record: Record, _ column: Int) -> Int {
    guard column >= 0 else { return 0 }
    let (text, length) = record.field(column)
    let place = table.value(text, length)
    return place >= 0 ? place : places[record.text(column)] ?? 0
  }
}

extension DossierGroups {
  /// How a unit and a domain stand together in `texts`.
  static func text(unit: Int, _ domain: String) -> String { "\(unit) \(domain)" }
}
