import DossierCounting
import TestSupport
import Testing

/// The fast reader against a plain one, wherever the file is cut.
struct RecordReadingTests {
  static let header = "dossier,unit,received_at,due_at,returned_at\n"

  /// Lists every record, so that the ledger names each that was read.
  static func example() -> CountingExample {
    var example = CountingExample()
    example.rules.lists = [
      DossierList(id: "all", title: "all", clause: nil, when: [])
    ]
    return example
  }

  /// Each row's line and what became of it: read, or faulty in its form.
  static func read(_ outcome: CountingExample.Outcome) -> [String] {
    let (ledger, rejects) = (fields(outcome.ledger, 15), fields(outcome.rejects, 4))
    let rows =
      ledger.map { (Int($0[1]) ?? 0, "read") }
      + rejects.map { row in
        (
          Int(row[1]) ?? 0,
          ["field_count", "broken_quote"].contains(row[2]) ? row[2] : "read"
        )
      }
    return rows.sorted { $0.0 < $1.0 }.map { "\($0.0) \($0.1)" }
  }

  /// The fields of rows, which may have line breaks in them.
  private static func fields(_ lines: [String], _ columns: Int) -> [[String]] {
    SlowReader.rows(
      Array(lines.joined(separator: "\n").utf8), from: 0, line: 1, separator: UInt8(ascii: ","),
      columns: columns
    ).map { _, row in
      if case .fields(let fields) = row { fields } else { ["", "", ""] }
    }
  }

  static func expected(_ bytes: [UInt8]) -> [String] {
    SlowReader.rows(
      bytes, from: header.utf8.count, line: 2, separator: UInt8(ascii: ","), columns: 5
    ).map { line, row in
      switch row {
      case .fields: "\(line) read"
      case .fieldCount: "\(line) field_count"
      case .brokenQuote: "\(line) broken_quote"
      }
    }
  }

  /// Random lines of records, quotes, separators and line ends in unlikely places.
  private static func text(_ random: inout SplitMix64) -> [UInt8] {
    let pieces = [
      "A1", "S1", "2019-03-01T08:00", "2019-03-05T17:00", "2019-02-29T08:00", "2018-12-31 23:59",
      "D1,S1,2019-03-01T08:00,2019-03-05T17:00,2019-03-06T00:00\n",
      "D2,S2,2019-03-01T08:00,,2019-02-06T00:00\n",
      "D3,S2,2018-03-01T08:00,2018-03-01T08:00,2018-04-01T08:00\n", ",", ",", ",", ",", "\n", "\n",
      "\r\n",
      "\"",
      "\"\"", "\"a,b\"", "\"x\ny\"", " ", "\r", "D7,S1,2019-03-01T08:00,2019-03-05T17:00,\n",
      "D8,S2,2019-03-01T08:00,2019-03-05T17:00,2019-03-04T09:30\r\n",
      "D9,\"S1\",2019-03-01T08:00,\"2019-03-05T17:00\",\n", "é", "\"D\"\"1\",S1,,,\n",
    ]
    var bytes = Array(header.utf8)
    for _ in 0..<Int.random(in: 0...120, using: &random) {
      bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
    }
    return bytes
  }

  @Test("Bất kỳ chỗ cắt nào, số luồng nào cũng đọc như nhau", arguments: 0..<40)
  func anyCut(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<25 {
      let bytes = Self.text(&random)
      let whole = try Self.example().count(bytes)
      #expect(Self.read(whole) == Self.expected(bytes), "\(String(decoding: bytes, as: UTF8.self))")
      let size = 64 * Int.random(in: 1...6, using: &random)
      let width = [128, 256, CountingOptions.widestVectors].randomElement(using: &random)
      let cut = try Self.example().count(bytes, blockSize: size, threads: 2, width: width)
      #expect(cut == whole, "\(size) bytes a block: \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("Dòng quá dài và dấu nháy không đóng: chỉ mất dòng đó")
  func longLines() throws {
    let good = "D1,S1,2019-03-01T08:00,2019-03-05T17:00,\n"
    let long = String(repeating: "x", count: 70_000)
    for fault in [
      "\(long)\n", "\"\(long)\n", "D2,\"S1,2019-03-01T08:00\n", "\"\(long),\n\(long)\"\n",
    ] {
      let bytes = Array((Self.header + good + fault + good + good).utf8)
      let whole = try Self.example().count(bytes)
      #expect(Self.read(whole) == Self.expected(bytes))
      for size in [64, 4096, 65_536, 69_952] {
        let cut = try Self.example().count(bytes, blockSize: size, threads: 2)
        #expect(cut == whole, "\(size) bytes a block")
      }
    }
  }

  @Test("Tệp không có xuống dòng ở cuối, tệp chỉ có dòng tiêu đề")
  func ends() throws {
    let row = "D1,S1,2019-03-01T08:00,2019-03-05T17:00,"
    for size in [64, 256 << 10] {
      let open = try Self.example().count(Self.header + row, blockSize: size)
      #expect(open.rows == 1)
      #expect(
        open.figures == ["S1: received 1, newly_received 1, unresolved 1, unresolved_overdue 1"])
      let empty = try Self.example().count(Self.header, blockSize: size)
      #expect(empty.rows == 0)
      #expect(empty.figures.isEmpty)
    }
  }
}
