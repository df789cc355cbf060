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
    let cut = Array(whole.dropLast(40))
    for bytes in [cut, whole + [1], Array("Số hồ sơ\n".utf8), []] {
      try folder.folder.write("dossiers/a.csv.gz", bytes: bytes)
      for findsRepeated in [true, false] {
        var options = CaseCountOptions()
        options.ledger = folder.folder.path("ledger.csv")
        options.findsRepeated = findsRepeated
        let counted = countCases(at: folder.folder.path("dossiers"), options)
        #expect(!counted.isUsable && counted.isOnlyIncomplete == (bytes == cut))
        // What stands before the cut counts: nearly all.
        let rows = counted.result?.count.rows ?? 0
        #expect((2500..<3000).contains(rows) == (bytes == cut), "\(rows)")
        if findsRepeated, bytes != cut {
          texts += [.vietnamese, .english].map { folder.text(counted.diagnostics, $0) }
        }
      }
    }
    #expect(try folder.folder.lines(of: "ledger.csv") == ["as it was"])
    expectGolden(texts.joined(separator: "\n"), "packed-faults.txt")
    try folder.folder.write("dossiers/a.csv.gz", bytes: cut)
    for language in Language.allCases {
      let told = folder.text(countCases(at: folder.folder.path("dossiers")).diagnostics, language)
      // How far a member unpacks is the library's.
      expectGolden(
        told.replacing(/[0-9]{3,}/, with: "N"), "packed-cut.\(language.rawValue).txt")
    }
    // What stood behind the cut may have the dossiers that are named.
    try folder.folder.write("dossiers/e.csv", "dossier\nH9999\n")
    try Self.declare("explanations: e.csv", folder)
    let cutCodes = countCases(at: folder.folder.path("dossiers")).diagnostics.map(\.code)
    #expect(cutCodes == [.fileIncomplete])
    try folder.folder.write("dossiers/a.csv.gz", bytes: whole)
    let wholeCodes = countCases(at: folder.folder.path("dossiers")).diagnostics.map(\.code)
    #expect(wholeCodes == [.unknownName])
  }

  @Test
  func `a correction counts with evidence only`() throws {
    let folder = try Self.folder(
      "{file: a.csv, source: motcua}",
      ["a.csv": "\(RecordsFolder.header)\nH1;so-y-te;05/03/2019 13:00;06/03/2019;08/03/2019\n"])
    try Self.declare("corrections: corrections.csv", folder)
    for (evidence, late) in [("BB 01", 0), ("", 1), (" ", 1)] {
      try folder.folder.write(
        "dossiers/corrections.csv",
        "dossier,finished_at,reason,evidence,decided_by,decided_on\n"
          + "H1,2019-03-06,Đóng muộn,\(evidence),so-noi-vu,2019-12-04\n")
      let counted = countCases(at: folder.folder.path("dossiers"))
      let result = try #require(counted.result, "\(folder.text(counted.diagnostics))")
      #expect(result.count.units[0].value(.late) == late && counted.isUsable)
      #expect(counted.diagnostics.map(\.code) == (late == 0 ? [] : [.decisionRefused]))
      #expect(result.records.refusedCorrections.count == late)
    }
  }

  /// More lines of `records.yaml`.
  private static func declare(_ lines: String, _ folder: RecordsFolder) throws {
    let text = try folder.folder.lines(of: "dossiers/records.yaml")
    try folder.folder.write(
      "dossiers/records.yaml", (text + [lines]).joined(separator: "\n") + "\n")
  }

  @Test(arguments: Language.allCases)
  func `explanations and corrections of dossiers that nobody has are told once for a file`(
    _ language: Language
  ) throws {
    let folder = try Self.folder(
      "{file: a.csv, source: motcua}",
      [
        "a.csv": "\(RecordsFolder.header)\nH1;\(Self.row)H2;\(Self.row)",
        "e.csv": "dossier,cause,evidence,handed_in,decided_by,decision\nH1,,,,,\n"
          + (3...9).map { "H\($0),,,,,\n" }.joined() + "H2,,,,,\n",
        "c.csv": """
        dossier,finished_at,reason,evidence,decided_by,decided_on
        H2,2019-03-06,x,BB,a,2019-12-04
        h1,2019-03-06,x,BB,a,2019-12-04

        """,
      ])
    try Self.declare("explanations: e.csv\ncorrections: c.csv", folder)
    let counted = countCases(at: folder.folder.path("dossiers"))
    #expect(counted.isUsable)
    expectGolden(
      folder.text(counted.diagnostics, language), "nobody-has.\(language.rawValue).txt")
    var options = CaseCountOptions()
    options.findsRepeated = false
    #expect(countCases(at: folder.folder.path("dossiers"), options).diagnostics.isEmpty)
  }

  /// Twenty rows, of which so many are another one.
  private static func rows(_ number: Int, _ row: String) -> String {
    "\(RecordsFolder.header)\n"
      + (1...20).map { "H\($0);\($0 <= number ? row + "\n" : Self.row)" }.joined()
  }

  @Test(arguments: [(2, 0), (3, 1), (20, 1)])
  func `more than a tenth of contradictory rows is a column that moved`(
    _ contradictory: Int, _ told: Int
  ) throws {
    let swapped = "so-y-te;08/03/2019 13:00;05/03/2019;09/03/2019"
    let folder = try Self.folder(
      "{file: a.csv, source: motcua}", ["a.csv": Self.rows(contradictory, swapped)])
    let counted = countCases(at: folder.folder.path("dossiers"))
    #expect(counted.isUsable && counted.result?.count.rejected == 0)
    #expect(counted.diagnostics.map(\.code) == Array(repeating: .timeGoesBack, count: told))
    #expect(counted.diagnostics.allSatisfy { $0.primary.span.start.line == 1 })
    guard contradictory == 20 else { return }
    for language in Language.allCases {
      expectGolden(
        folder.text(counted.diagnostics, language), "swapped.\(language.rawValue).txt")
    }
  }

  @Test
  func `the rules say how many contradictory rows there may be`() throws {
    let early = "so-y-te;05/03/2019 13:00;08/03/2019;04/03/2019"
    let folder = try Self.folder(
      "{file: a.csv, source: motcua}", ["a.csv": Self.rows(10, early)])
    for (share, told) in [("50%", 0), ("49%", 1), ("0", 1), ("100%", 0)] {
      try folder.folder.write("rules.yaml", Self.rules + "most_contradictory: \(share)\n")
      let counted = countCases(at: folder.folder.path("dossiers"))
      #expect(counted.diagnostics.count == told, "\(share)")
    }
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
