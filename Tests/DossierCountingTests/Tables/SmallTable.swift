import Diagnostics
import DossierCounting
import Grading

/// A table like those of official reports, made of a few rows.
struct SmallTable {
  static let metrics = ["received", "resolved", "early", "on_due_day", "late", "unresolved"]
  static let identities = [
    RowIdentity(left: [.init(metric: 0)], right: [.init(metric: 1), .init(metric: 5)]),
    RowIdentity(
      left: [.init(metric: 1)],
      right: [.init(metric: 2), .init(metric: 3), .init(metric: 4)]),
  ]
  /// Resolved and unresolved over received; early, on the due day and late over resolved.
  static let percents = [
    PercentColumn(of: 1, over: 0), PercentColumn(of: 2, over: 1), PercentColumn(of: 3, over: 1),
    PercentColumn(of: 4, over: 1), PercentColumn(of: 5, over: 0),
  ]

  var rows: [PrintedRow] = []
  var hasPercents = false

  mutating func unit(_ name: String, parent: String? = nil, _ values: [Int?]) {
    add(name, .unit, parent, values)
  }

  mutating func total(_ scope: TotalScope, _ values: [Int?]) { add("", .total(scope), nil, values) }

  private mutating func add(
    _ name: String, _ kind: PrintedRow.Kind, _ parent: String?, _ values: [Int?]
  ) {
    let line = SourcePosition(line: rows.count + 2, column: 1)
    let percents = Self.percents.map { column -> Exact? in
      guard hasPercents, let of = values[column.of], let over = values[column.over] else {
        return nil
      }
      return Exact(of, over: over).map { ($0 * .hundred).rounded(places: 2, mode: .halfUp) }
    }
    rows.append(
      PrintedRow(
        name: name, kind: kind, type: parent == nil ? "so" : "xa", parent: parent, values: values,
        percents: percents,
        span: SourceSpan(file: SourceFile(path: "table.csv"), start: line, end: line)))
  }

  var table: PrintedTable {
    PrintedTable(
      id: "dossiers", title: "Bảng", metrics: Self.metrics, identities: Self.identities,
      percents: hasPercents ? Self.percents : [], file: SourceFile(path: "table.csv"), rows: rows)
  }

  /// A consistent table of communes in districts, with a total a district and a grand total.
  static func random(
    districts: Int, hasPercents: Bool, using random: inout SplitMix
  ) -> SmallTable {
    var table = SmallTable(hasPercents: hasPercents)
    var sums: [[Int]] = []
    for district in 0..<districts {
      var sum = [Int](repeating: 0, count: metrics.count)
      for commune in 0..<Int.random(in: 2...6, using: &random) {
        let parts = (0..<4).map { _ in Int.random(in: 0...900, using: &random) }
        let resolved = parts[0] + parts[1] + parts[2]
        let values = [resolved + parts[3], resolved, parts[0], parts[1], parts[2], parts[3]]
        for (metric, value) in values.enumerated() { sum[metric] += value }
        table.unit("xã \(district).\(commune)", parent: "huyện \(district)", values)
      }
      sums.append(sum)
    }
    for (district, sum) in sums.enumerated() {
      table.total(.parent(type: "xa", "huyện \(district)"), sum)
    }
    table.total(.all, metrics.indices.map { metric in sums.reduce(0) { $0 + $1[metric] } })
    return table
  }
}
