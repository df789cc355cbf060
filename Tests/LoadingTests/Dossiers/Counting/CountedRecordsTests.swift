import Diagnostics
import DossierCounting
import Foundation
import Grading
import Loading
import TestSupport
import Testing

/// Counting what a `records.yaml` declares: repeated dossiers, compressed and damaged exports.
struct CountedRecordsTests {
  private static let row = "so-y-te;05/03/2019 13:00;08/03/2019;07/03/2019\n"
  private static let rules = """
    format: parindex/dossier-rules@1
    title: Quy tắc
    year: 2019
    window: {received_from: 2019-01-01, received_through: 2019-12-10}
    late_includes_overdue: no
    most_unreadable: 1

    """

  private static func folder(_ exports: String, _ files: [String: String]) throws -> RecordsFolder {
    let folder = try RecordsFolder(files)
    try folder.folder.write("rules.yaml", rules)
    try folder.folder.write(
      "dossiers/records.yaml",
      """
      format: parindex/records@1
      title: Hồ sơ 2019
      rules: ../rules.yaml
      exports: [\(exports)]

      """)
    return folder
  }

  private static func pack(_ folder: RecordsFolder, _ name: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-n", folder.folder.path("dossiers/\(name)")]
    try process.run()
    process.waitUntilExit()
    return Array(
      try Data(contentsOf: URL(fileURLWithPath: folder.folder.path("dossiers/\(name).gz"))))
  }

  @Test
  func `repeats are rejected with the first's place, and told apart`() throws {
    let other = "so-y-te;05/03/2019 13:00;09/03/2019;07/03/2019\n"
    let folder = try Self.folder(
      "{file: a.csv, source: motcua}, {file: b.csv, source: motcua}, {file: c.csv, source: cong}",
      [
        "a.csv": "\(RecordsFolder.header)\nH1;\(Self.row)H2;\(Self.row)H1;\(Self.row)",
        "b.csv": "\(RecordsFolder.header)\nH2;\(other)H3;\(Self.row)",
        "c.csv": "\(RecordsFolder.header)\nH1;\(Self.row)",
      ])
    var options = CaseCountOptions()
    options.rejects = folder.folder.path("rejects.csv")
    let counted = countCases(at: folder.folder.path("dossiers"), options)
    let result = try #require(counted.result, "\(folder.text(counted.diagnostics))")
    #expect(result.repeats == .checked(same: 1, differing: 1))
    #expect(result.count.rows == 6 && result.count.rejected == 2)
    #expect(result.count.units[0].value(.received) == 4)
    let rejects = try folder.folder.lines(of: "rejects.csv").map {
      $0.replacing(folder.folder.path + "/", with: "")
    }
    #expect(
      rejects == [
        "export,line,reason,text", "1,4,repeated,\"H1 = dossiers/a.csv:2\"",
        "2,2,repeated_differently,\"H2 = dossiers/a.csv:3\"",
      ])
    options.findsRepeated = false
    let unchecked = countCases(at: folder.folder.path("dossiers"), options)
    #expect(unchecked.result?.repeats == .unchecked && unchecked.result?.count.rejected == 0)
  }

  @Test
  func `a packed export counts; its missing columns are told as those of a plain one`() throws {
    let folder = try Self.folder(
      "{file: a.csv.gz, source: motcua}",
      ["a.csv": "\(RecordsFolder.header)\nH1;\(Self.row)", "b.csv": "Số hồ sơ;Mã đơn vị\nH1;S\n"])
    _ = try Self.pack(folder, "a.csv")
    let packed = try Self.pack(folder, "b.csv")
    let counted = countCases(at: folder.folder.path("dossiers"))
    #expect(counted.result?.count.units[0].value(.received) == 1)
    try folder.folder.write("dossiers/a.csv.gz", bytes: packed)
    let faulty = countCases(at: folder.folder.path("dossiers"))
    #expect(faulty.result == nil)
    expectGolden(folder.text(faulty.diagnostics, .vietnamese), "packed-columns.vi.txt")
  }

  @Test
  func `an export that breaks off or is damaged is told, and leaves ledgers as they were`() throws {
    let rows = (1...3000).map { "H\($0 * 7919 % 3001);\(Self.row)" }.joined()
    let folder = try Self.folder(
      "{file: a.csv.gz, source: motcua}", ["a.csv": "\(RecordsFolder.header)\n\(rows)"])
    let whole = try Self.pack(folder, "a.csv")
    try folder.folder.write("ledger.csv", "as it was\n")
    var texts: [String] = []
    for bytes in [Array(whole.dropLast()), whole + [1], Array("Số hồ sơ\n".utf8), []] {
      try folder.folder.write("dossiers/a.csv.gz", bytes: bytes)
      for findsRepeated in [true, false] {
        var options = CaseCountOptions()
        options.ledger = folder.folder.path("ledger.csv")
        options.findsRepeated = findsRepeated
        let counted = countCases(at: folder.folder.path("dossiers"), options)
        #expect(counted.result == nil && !counted.isUsable)
        if findsRepeated {
          texts += [.vietnamese, .english].map { folder.text(counted.diagnostics, $0) }
        }
      }
    }
    #expect(try folder.folder.lines(of: "ledger.csv") == ["as it was"])
    expectGolden(texts.joined(separator: "\n"), "packed-faults.txt")
  }

  @Test
  func `a temporary file that cannot be written is told`() throws {
    let folder = try Self.folder(
      "{file: a.csv, source: motcua}", ["a.csv": "\(RecordsFolder.header)\nH1;\(Self.row)"])
    var options = CaseCountOptions()
    options.spill.memory = 1
    options.spill.folder = folder.folder.path("none")
    let counted = countCases(at: folder.folder.path("dossiers"), options)
    #expect(counted.result == nil)
    expectGolden(folder.text(counted.diagnostics, .vietnamese), "no-temporary-file.vi.txt")
  }
}
