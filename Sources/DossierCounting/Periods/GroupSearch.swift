/// Finds what stands in the columns that dossiers are to be grouped by: one reading of the records.
package struct GroupSearch: Sendable {
  private let groupings: [DossierGrouping]
  private let options: CountingOptions
  /// By grouping, what was found; nil where it is more than can be counted.
  private var found: [Set<FoundText>?]

  package init(_ groupings: [DossierGrouping], _ options: CountingOptions) {
    self.groupings = groupings
    self.options = options
    found = groupings.map { _ in [] }
  }

  /// Reads one more export.
  package mutating func read(_ export: OpenExport, by plan: CountingPlan) -> CountFailure? {
    let groupings = groupings
    let result = readBlocks(of: export, options) {
      GroupFinder(groupings, plan, export)
    } take: { finder, block, _ in
      finder.take(block)
    }
    switch result {
    case .failure(let failure): return failure
    case .success(let finders):
      for finder in finders {
        for (place, texts) in finder.found.enumerated() {
          guard let texts, let all = found[place] else {
            found[place] = nil
            continue
          }
          let both = all.union(texts)
          found[place] = both.count > DossierGroups.most ? nil : both
        }
      }
      return nil
    }
  }

  /// The groups of each kind in the order of their names' bytes; nil for too many.
  package func groups(_ place: Int) -> DossierGroups? {
    guard let found = found[place] else { return nil }
    let isOfUnits = groupings[place] == .unitAndDomain
    var (names, units) = ([""], [-1])
    var texts: [(text: String, value: Int)] = []
    // Composed and decomposed letters are one name: the first in order gives it.
    var places: [String: Int] = [:]
    for text in found.sorted() where isOfUnits || !text.bytes.isEmpty {
      let key = isOfUnits ? DossierGroups.text(unit: text.unit, text.name) : text.name
      if places[key] == nil {
        places[key] = names.count
        names.append(text.name)
        units.append(text.unit)
      }
      texts.append((key, places[key] ?? 0))
    }
    return DossierGroups(by: groupings[place], names: names, units: units, texts: texts)
  }
}

/// A text of a column as its bytes, with the unit where units are told apart.
struct FoundText: Hashable, Comparable, Sendable {
  let unit: Int
  let bytes: [UInt8]

  var name: String { String(decoding: bytes, as: UTF8.self) }

  static func < (left: FoundText, right: FoundText) -> Bool {
    left.unit == right.unit
      ? left.bytes.lexicographicallyPrecedes(right.bytes) : left.unit < right.unit
  }
}

/// One worker: keeps every text of a column once.
private final class GroupFinder: @unchecked Sendable {
  private(set) var found: [Set<FoundText>?]
  private let plan: CountingPlan
  private let columns: RecordColumns
  private let columnCount: Int
  private let groupings: [DossierGrouping]
  private var scratch = ByteSink(capacity: 256)
  /// Texts by their hash, so that one that was seen makes nothing on the heap.
  private var seen: [[UInt64: [FoundText]]]

  init(_ groupings: [DossierGrouping], _ plan: CountingPlan, _ export: OpenExport) {
    self.groupings = groupings
    self.plan = plan
    columns = RecordColumns(export.layout)
    columnCount = export.layout.columnCount
    found = groupings.map { _ in [] }
    seen = groupings.map { _ in [:] }
  }

  deinit { scratch.deallocate() }

  func take(_ block: RecordBlock) {
    block.eachRecord(columnCount: columnCount) { record, _, _ in
      for place in groupings.indices where found[place] != nil { take(record, place) }
    }
  }

  private func take(_ record: Record, _ place: Int) {
    let grouping = groupings[place]
    let column = grouping == .procedure ? columns.procedure : columns.domain
    var unit = -1
    if grouping == .unitAndDomain {
      unit = self.unit(record)
      if unit < 0 { return }
    }
    guard column >= 0 else {
      found[place]?.insert(FoundText(unit: unit, bytes: []))
      return
    }
    let key = DossierKey(record, column, &scratch)
    let hash = DossierKey.hash(key.text, key.length, UInt64(truncatingIfNeeded: unit))
    let isKnown =
      seen[place][hash]?.contains { text in
        text.unit == unit && text.bytes.count == key.length
          && text.bytes.elementsEqual(key.bytes)
      } ?? false
    if isKnown { return }
    let text = FoundText(unit: unit, bytes: Array(key.bytes))
    seen[place][hash, default: []].append(text)
    found[place]?.insert(text)
    if let count = found[place]?.count, count > DossierGroups.most { found[place] = nil }
  }

  private func unit(_ record: Record) -> Int {
    let (text, length) = record.field(columns.unit)
    let unit = plan.lookups.unitTable.value(text, length)
    return unit >= 0 ? unit : plan.unitNames[record.text(columns.unit)] ?? -1
  }
}
