import DossierCounting
import TestSupport
import Testing

/// Dossiers that stand twice, in one file and in several.
struct RepeatSearchTests {
  private static let header = "dossier,unit,received_at,due_at,returned_at\n"
  private static let times = "S1,2019-03-01T08:00,2019-03-05T17:00,2019-03-04T09:00\n"

  private static func open(_ path: String, _ number: Int, source: String = "motcua") throws
    -> OpenExport
  {
    var layout = try #require(
      RecordLayout(front: Array(header.utf8), separator: nil))
    for (place, name) in layout.header.enumerated() {
      if let field = RecordField(rawValue: name) { layout.columns[field] = place }
    }
    return OpenExport(
      export: RecordExport(path: path, source: source), number: number, layout: layout)
  }

  /// Each repeat as "file:line = file:line", a star behind those with another content.
  private static func find(
    _ exports: [OpenExport], memory: Int = 256 << 20, threads: Int = 1, blockSize: Int = 256 << 10
  ) throws -> [String] {
    var options = CountingOptions()
    options.threads = threads
    options.blockSize = blockSize
    var spill = SpillOptions()
    spill.memory = memory
    let rows = try RepeatSearch(exports, options, spill).find().get()
    func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
    return zip(exports, rows).flatMap { export, rows in
      rows.map { row in
        "\(name(export.export.path)):\(row.line) = \(name(row.first.file)):\(row.first.line)"
          + (row.isSame ? "" : " *")
      }
    }
  }

  @Test
  func `the first in the order of files and lines stays`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(
      "a.csv", Self.header + "D1,\(Self.times)D2,\(Self.times)\" D1 \",\(Self.times)")
    let second = try folder.write(
      "b.csv",
      Self.header + "\"D3\n\",\(Self.times)D2,S2,2019-03-01T08:00,2019-03-05T17:00,\n"
        + "D3,\(Self.times)D1,\(Self.times)D4\n,\(Self.times),\(Self.times)")
    let exports = [try Self.open(first, 1), try Self.open(second, 2)]
    #expect(
      try Self.find(exports) == [
        "a.csv:4 = a.csv:2", "b.csv:4 = a.csv:3 *", "b.csv:5 = b.csv:2", "b.csv:6 = a.csv:2",
      ])
  }

  @Test
  func `the first row that can be read counts, and one that cannot is no repeat`() throws {
    let folder = try TemporaryFolder()
    let bad = "S1,2019-02-31T08:00,2019-03-05T17:00,\n"
    let path = try folder.write(
      "a.csv",
      Self.header + "D1,\(bad)D1,\(Self.times)D1,\(bad)D1,\(Self.times)D2,\(bad)D2,\(bad)"
        + "D3,S9,,,\nD3,\(Self.times)")
    let export = try Self.open(path, 1)
    var example = CountingExample()
    func find() throws -> [RepeatedRow] {
      try RepeatSearch([export], rules: example.rules, units: example.units).find().get()[0]
    }
    let rows = try find()
    #expect(rows.map(\.line) == [5] && rows.map(\.first.line) == [3])
    var counted = export
    counted.repeated = rows
    let plan = CountingPlan(
      rules: example.rules, records: example.records, units: example.units, source: "motcua")
    let count = try countRecords(of: counted, by: plan).get()
    #expect(count.rejected(for: .badReceivedDate) == 4 && count.repeated == 1)
    #expect(count.units[0].value(.received) == 2)
    // A row without a due date can be read unless the rules reject it.
    try folder.write("a.csv", Self.header + "D4,S1,2019-03-01T08:00,,\nD4,\(Self.times)")
    #expect(try find().map(\.line) == [3])
    example.rules.withoutDueDate = .reject
    #expect(try find().isEmpty)
  }

  @Test
  func `ids that nobody has are told, whatever the memory`() throws {
    let folder = try TemporaryFolder()
    var rows = Self.header
    for id in 0..<500 { rows += "H\(id)-0000000,\(Self.times)" }
    let blank = Self.header + "\" X1 \",\(Self.times)"
    let exports = [
      try Self.open(try folder.write("a.csv", rows), 1),
      try Self.open(try folder.write("b.csv", blank), 2, source: "b"),
    ]
    let wanted = ["H499-0000000", "H500-0000000", "X1", "x1", "", "H0-0000000"]
    for memory in [1, 256 << 20] {
      var spill = SpillOptions()
      spill.memory = memory
      let found = try RepeatSearch(exports, CountingOptions(), spill).find(lookingFor: wanted).get()
      #expect(found.absent == [1, 3, 4] && found.repeated == [[], []])
    }
  }

  @Test
  func `ids are unique within a source only`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("a.csv", Self.header + "D1,\(Self.times)")
    let second = try folder.write("b.csv", Self.header + "D1,\(Self.times)")
    let exports = [try Self.open(first, 1), try Self.open(second, 2, source: "cong")]
    #expect(try Self.find(exports).isEmpty)
  }

  @Test
  func `memory, threads and blocks do not change the result`() throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: 7)
    var expected: [String] = []
    var seen: [Int: (place: String, due: Int)] = [:]
    var exports: [OpenExport] = []
    for file in 1...3 {
      var text = Self.header
      for line in 2...3000 {
        let id = Int.random(in: 0..<20_000, using: &random)
        let due = Int.random(in: 5...6, using: &random)
        text += "H\(id)-0000000,S1,2019-03-01T08:00,2019-03-0\(due)T17:00,\n"
        if let first = seen[id] {
          expected.append("\(file).csv:\(line) = \(first.place)\(first.due == due ? "" : " *")")
        } else {
          seen[id] = ("\(file).csv:\(line)", due)
        }
      }
      exports.append(try Self.open(try folder.write("\(file).csv", text), file))
    }
    #expect(expected.count > 500)
    #expect(try Self.find(exports) == expected)
    #expect(try Self.find(exports, memory: 1, threads: 2, blockSize: 4096) == expected)
    #expect(try Self.find(exports, memory: 20_000, threads: 3, blockSize: 64) == expected)
  }

  @Test
  func `a temporary file that cannot be written stops the search`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.csv", Self.header + "D1,\(Self.times)D1,\(Self.times)")
    var spill = SpillOptions()
    spill.memory = 1
    spill.folder = folder.path("none")
    let result = RepeatSearch([try Self.open(path, 1)], CountingOptions(), spill).find()
    guard case .failure(let failure) = result else {
      Issue.record("found without a temporary file")
      return
    }
    #expect(failure.export == nil && failure.failure.error == 2 && !failure.failure.isReading)
  }
}
