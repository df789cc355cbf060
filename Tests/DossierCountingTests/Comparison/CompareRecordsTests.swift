import DossierCounting
import TestSupport
import Testing

@testable import DossierCounting

/// Two sides compared dossier by dossier.
struct CompareRecordsTests {
  private static let header = ComparisonExample.header
  private static let row = "S1,2019-03-01T08:00,2019-03-08T17:00,2019-03-07T09:00,Đã trả"

  @Test
  func `every kind of difference, in the order of A and then of B`() throws {
    let example = try ComparisonExample()
    let found = try example.compare(
      """
      \(Self.header)
      D9,\(Self.row)
      D1,\(Self.row)
      D2,S1,2019-03-01T08:00,2019-03-08T17:00,2019-03-07T09:00,Đã trả
      D3,S1,2019-03-01T08:00,2019-03-08T17:00,2019-03-11T09:00,Đã trả
      D4,S1,2019-03-01T08:00,2019-03-08T17:00,2019-03-07T09:00,Đã trả
      D5,S1,2019-03-01T08:00,2019-03-08T17:00,2019-03-09T00:00,Đã trả
      D6,S9,2019-03-01T08:00,2019-03-08T17:00,,Đang xử lý
      "D7, ""kép"", x",\(Self.row)

      """,
      """
      \(Self.header)
      N2,\(Self.row)
      "D7, ""kép"", x",S2,2019-03-01T08:00,2019-03-08T17:00,2019-03-07T09:00,Đã trả
      D6,S1,2019-03-01T08:00,2019-03-08T17:00,,Đang xử lý
      D5,S1,2019-03-01T08:00,2019-03-08T17:00,2019-03-08T23:59,Đã trả
      D4,S1,2019-03-01T08:00,2019-03-08T17:00,,Đang xử lý
      D3,S1,2019-03-01T08:00,2019-03-11T17:00,2019-03-11T09:00,Đã trả
      D2,S1,2019-03-02T08:00,2019-03-08T17:00,2019-03-07T09:00,Đã trả
      D1,\(Self.row)
      N1,\(Self.row)

      """)
    #expect(
      found.lines == [
        "D9: only A",
        "D2: received_at [2019-03-01T08:00 | 2019-03-02T08:00], received_moved_later",
        "D3: due_at [2019-03-08T17:00 | 2019-03-11T17:00], decision [late | on_due_day], "
          + "due_moved_later",
        "D4: returned_at [2019-03-07T09:00 | ], status [Đã trả | Đang xử lý], "
          + "decision [early | unresolved_overdue], reopened",
        "D5: returned_at [2019-03-09T00:00 | 2019-03-08T23:59], decision [late | on_due_day], "
          + "result_set_back",
        "D6: unit [S9 | S1], decision [unreadable unknown_unit | unresolved_overdue]",
        "D7, \"kép\", x: unit [S1 | S2]", "N2: only B", "N1: only B",
      ])
    #expect(found.same == 1 && found.rows == [8, 9])
  }

  @Test
  func `dates, words, quotes, blanks, composed letters and answers are compared by what they mean`()
    throws
  {
    let example = try ComparisonExample()
    let a = ComparisonExample.Export(
      text: """
        dossier,unit,received_at,due_at,returned_at,status,channel,digitised
        D1,S1,2019-03-01T08:00,2019-03-08,2019-03-07 09:00:59,Đã trả,online,1
        D2,S1,2019-03-01T08:00,2019-03-08,,Đang xử lý,direct,

        """)
    let b = ComparisonExample.Export(
      text: """
        channel;status;returned_at;due_at;received_at;unit;digitised;dossier;ghi chú
        Trực tuyến;" Đã trả ";07/03/2019 09:00;08/03/2019 00:00;1/3/2019 8:00;Cơ quan S1;Có;" D1 ";x
        Tại quầy;Đang xử lý;;08-03-2019;01/03/2019 08:00;"S1";Không;D2;

        """.replacing("Đã trả", with: "Đa\u{303} tra\u{309}"), dates: .dayFirst
    ) { $0.channels = ["Trực tuyến": .online, "Tại quầy": .direct] }
    let found = try example.compare([a], [b])
    #expect(found.lines.isEmpty && found.same == 2, "\(found.lines)")
  }

  @Test
  func `a field that one export lacks is not compared, and neither is one of another group`() throws
  {
    let example = try ComparisonExample()
    let found = try example.compare(
      [.init(text: "dossier,unit,received_at,due_at,returned_at,domain\nD1,\(Self.row)\n")],
      [
        .init(text: "dossier,unit,received_at,due_at,returned_at,status\nD1,\(Self.row)\n"),
        .init(text: "\(Self.header)\nD1,\(Self.row)\n", group: 1),
      ])
    #expect(found.lines == ["D1: only B"] && found.same == 1)
  }

  @Test
  func `rows that are no records are told, and repeated dossiers are compared by their first row`()
    throws
  {
    let example = try ComparisonExample()
    let found = try example.compare(
      "\(Self.header)\nD1,\(Self.row)\nD1,\(Self.row)\nD1,S2,,,,\n\n ,\(Self.row)\nD3,S1\n",
      "\(Self.header)\nD1,S2,,,,\nD1,\(Self.row)\nD1,\(Self.row)\nD4,\"\(Self.row)\n")
    #expect(
      found.lines == [
        "D1: unit [S1 | S2], received_at [2019-03-01T08:00 | ], due_at [2019-03-08T17:00 | ], "
          + "returned_at [2019-03-07T09:00 | ], status [Đã trả | ], "
          + "decision [early | unreadable no_received_date], due_removed, reopened"
      ])
    #expect(found.repeated == [2, 2] && found.unreadable == [2, 1] && found.rows == [5, 4])
  }

  @Test
  func `without rules nothing is decided`() throws {
    var example = try ComparisonExample()
    example.rules = nil
    let found = try example.compare(
      "\(Self.header)\nD1,S1,2019-03-01T08:00,2019-03-08T17:00,2019-03-09T09:00,x\n",
      "\(Self.header)\nD1,S1,2019-03-01T08:00,2019-03-08T17:00,2019-03-08T09:00,x\n")
    #expect(
      found.lines == [
        "D1: returned_at [2019-03-09T09:00 | 2019-03-08T09:00], result_set_back"
      ])
  }

  // MARK: Against a plain model

  /// Random records as a plain program sees them: fields by id, quoted where chance wants it.
  private struct Model {
    var rows: [(id: String, fields: [String])] = []

    static let values = [
      ["S1", "S2", "S9"], ["2019-03-01T08:00", "2019-03-02T08:00"],
      ["2019-03-08T17:00", "2019-03-11T17:00", ""], ["2019-03-07T09:00", "2019-03-12T09:00", ""],
      ["Đã trả", "a,b", "a\"b", "a\nb", ""],
    ]

    init(_ ids: some Sequence<Int>, _ random: inout SplitMix64) {
      rows = ids.map { id in
        let text = id % 7 == 0 ? "H,\(id)" : id % 5 == 0 ? "H\"\(id)\"" : "H\(id)-0000000"
        return (text, Self.values.map { $0.randomElement(using: &random) ?? "" })
      }
    }

    /// The same records with some fields changed.
    func changed(_ random: inout SplitMix64) -> Model {
      var other = self
      for place in other.rows.indices where Int.random(in: 0..<4, using: &random) == 0 {
        let field = Int.random(in: 0..<5, using: &random)
        other.rows[place].fields[field] = Self.values[field].randomElement(using: &random) ?? ""
      }
      return other
    }

    func text(_ random: inout SplitMix64) -> String {
      rows.reduce(into: ComparisonExample.header + "\n") { text, row in
        text +=
          ([row.id] + row.fields).map { field in
            let isQuoted =
              field.contains { ",\"\n".contains($0) }
              || Int.random(in: 0..<5, using: &random) == 0
            return isQuoted ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
          }.joined(separator: ",") + "\n"
      }
    }

    func differences(to other: Model) -> [String] {
      let names = ComparisonExample.header.split(separator: ",").dropFirst()
      let theirs = Dictionary(uniqueKeysWithValues: other.rows.map { ($0.id, $0.fields) })
      let mine = Set(rows.map(\.id))
      return rows.compactMap { row in
        guard let fields = theirs[row.id] else { return "\(row.id): only A" }
        let found = zip(names, zip(row.fields, fields)).filter { $1.0 != $1.1 }
        if found.isEmpty { return nil }
        return "\(row.id): "
          + found.map { "\($0) [\($1.0) | \($1.1)]" }.joined(separator: ", ")
      } + other.rows.filter { !mine.contains($0.id) }.map { "\($0.id): only B" }
    }
  }

  /// A line without what a plain dictionary does not know.
  private static func plain(_ line: String) -> String {
    ClockSign.allCases.reduce(line) { $0.replacing(", \($1.rawValue)", with: "") }
  }

  @Test(arguments: [1, 2, 3])
  func `random exports differ as a dictionary says, whatever threads, blocks and memory`(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    var example = try ComparisonExample()
    example.rules = nil
    let all = Array(0..<1500)
    var first = Model(all.filter { $0 % 11 != 3 }, &random)
    var second = first.changed(&random)
    second.rows += Model(all.filter { $0 % 11 == 3 && $0 % 2 == 0 }, &random).rows
    second.rows.removeAll { _ in Int.random(in: 0..<20, using: &random) == 0 }
    first.rows.shuffle(using: &random)
    second.rows.shuffle(using: &random)
    let expected = first.differences(to: second)
    #expect(expected.count > 200)
    let (a, b) = (first.text(&random), second.text(&random))
    let usual = try example.compare(a, b)
    #expect(usual.lines.map(Self.plain) == expected)
    for (memory, threads, block) in [(2, 2, 4096), (20_000, 3, 64)] {
      example.options.spill.memory = memory
      example.options.reading.threads = threads
      example.options.reading.blockSize = block
      example.options.mostCandidates = 50
      example.options.stretch = 1000
      #expect(try example.compare(a, b) == usual)
    }
  }

  @Test
  func `an export and the same rows in another order do not differ`() throws {
    var random = SplitMix64(seed: 11)
    var example = try ComparisonExample()
    var model = Model(0..<2000, &random)
    let a = model.text(&random)
    model.rows.shuffle(using: &random)
    let b = model.text(&random)
    for memory in [256 << 20, 2] {
      example.options.spill.memory = memory
      let found = try example.compare(a, b)
      #expect(found.lines.isEmpty && found.same == 2000)
    }
  }

  // MARK: Faults

  @Test
  func `a temporary file that cannot be written stops the comparison`() throws {
    var example = try ComparisonExample()
    example.options.spill.memory = 1
    example.options.spill.folder = example.folder.path("none")
    let a = try example.open([.init(text: "\(Self.header)\nD1,\(Self.row)\n")], "a")
    guard case .failure(let failure) = compareRecords(a, a, example.options, take: { _ in }) else {
      Issue.record("compared without a temporary file")
      return
    }
    #expect(failure.export == nil && failure.failure.error == 2 && !failure.failure.isReading)
  }

  @Test
  func `an export that is gone stops the comparison`() throws {
    let example = try ComparisonExample()
    let a = try example.open([.init(text: "\(Self.header)\nD1,\(Self.row)\n")], "a")
    let b = try example.open([.init(text: "\(Self.header)\nD1,\(Self.row)\n")], "b")
    example.folder.remove()
    guard case .failure(let failure) = compareRecords(a, b, take: { _ in }) else {
      Issue.record("compared without a file")
      return
    }
    #expect(failure.export == a[0].open.export.path && failure.failure.isReading)
  }

  @Test
  func `the digest is SipHash of 128 bits, by its published vectors`() {
    let digest = KeyedDigest(key: (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908))
    func hash(_ count: Int) -> [UInt64] {
      let bytes = (0..<count).map { UInt8($0) }
      let value = bytes.withUnsafeBytes { digest.digest($0) }
      return [value.first.bigEndian, value.second.bigEndian]
    }
    #expect(hash(0) == [0xA381_7F04_BA25_A8E6, 0x6DF6_7214_C755_0293])
    #expect(hash(1) == [0xDA87_C1D8_6B99_AF44, 0x3476_5911_9B22_FC45])
  }
}
