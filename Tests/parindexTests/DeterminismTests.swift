import Foundation
import TestSupport
import Testing

/// The same inputs give the same bytes, wherever and however the program runs.
///
/// Every run has its own hash seeds: nothing here sets SWIFT_DETERMINISTIC_HASHING.
struct DeterminismTests {
  /// What `run` writes and prints.
  struct Results: Equatable {
    var files: [String: [UInt8]]
    var text: [UInt8]

    var digest: String {
      let json = String(decoding: files["ket-qua.json"] ?? [], as: UTF8.self)
      return json.firstMatch(of: /"digest":"([0-9a-f]{64})"/).map { String($0.output.1) } ?? ""
    }
  }

  static func results(
    _ round: String, _ options: [String] = [], program: Program = Program()
  ) throws -> Results {
    let folder = try TemporaryFolder()
    let output = folder.path("ra")
    let ended = try program.run(["run", round, "-o", output] + options)
    try #require(ended.status == 0, "\(ended.problems)")
    return Results(
      files: Program.files(in: output),
      text: Array(ended.text.replacing(output, with: "RA").utf8))
  }

  static let usual = Result { try results(SmallRound.shared) }

  @Test(arguments: [
    ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
    ["TZ": "America/Los_Angeles", "LC_ALL": "C", "COLUMNS": "40"],
  ])
  func `time zone and language of the machine change nothing`(_ environment: [String: String])
    throws
  {
    let results = try Self.results(
      SmallRound.shared, program: Program(environment: environment))
    #expect(results == (try Self.usual.get()))
  }

  @Test(arguments: ["1", "7"])
  func `the number of threads changes nothing`(_ threads: String) throws {
    let results = try Self.results(SmallRound.shared, ["--threads", threads])
    #expect(results == (try Self.usual.get()))
  }

  @Test
  func `a copy elsewhere, made in another order, gives the same bytes`() throws {
    let home = try TemporaryFolder()
    let files = FileManager.default
    let origin = try SmallRound.shared
    try files.createDirectory(
      atPath: home.path("khác/units"), withIntermediateDirectories: true)
    for unit in try SmallRound().units.reversed() {
      try files.copyItem(
        atPath: "\(origin)/units/\(unit)", toPath: home.path("khác/units/\(unit)"))
    }
    for name in ["units.yaml", "registers", "criteria", "round.yaml"] {
      try files.copyItem(atPath: "\(origin)/\(name)", toPath: home.path("khác/\(name)"))
    }
    for (place, round) in [(home.path, "khác"), (home.path("khác"), ".")] {
      let results = try Self.results(round, program: Program(folder: place))
      #expect(results == (try Self.usual.get()), "\(round)")
      for (name, bytes) in results.files {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(home.path), "\(name)")
      }
    }
  }

  @Test
  func `rows of registers and keys of files in another order give the same digest`() throws {
    let round = try SmallRound()
    let rows = ["don-vi-00001,2", "don-vi-00002,0", "don-vi-00003,1", "don-vi-00004,1"]
    func register(_ rows: [String]) -> String { (["unit,late"] + rows).joined(separator: "\n") }
    try round.change("registers/reports.csv") { _ in register(rows) }
    let usual = try Self.results(round.path)
    try round.change("registers/reports.csv") { _ in register(rows.reversed()) }
    for unit in round.units {
      try round.change("units/\(unit)/self-assessment.yaml") { reordered($0) }
    }
    let results = try Self.results(round.path)
    #expect(!usual.digest.isEmpty)
    #expect(results.digest == usual.digest)
    #expect(results.files["xep-hang.csv"] == usual.files["xep-hang.csv"])
    #expect(results.files["phieu-diem.csv"] == usual.files["phieu-diem.csv"])
  }

  /// Top-level keys, and the answers below theirs, from the last to the first.
  private func reordered(_ text: String) -> String {
    func blocks(_ lines: some Sequence<Substring>, _ starts: (Substring) -> Bool) -> [[Substring]] {
      var blocks: [[Substring]] = []
      for line in lines {
        if starts(line) || blocks.isEmpty { blocks.append([]) }
        blocks[blocks.count - 1].append(line)
      }
      return blocks
    }
    let keys = blocks(text.split(separator: "\n")) { !$0.hasPrefix(" ") && !$0.hasPrefix("#") }
    return keys.reversed().map { key in
      guard key[0].hasPrefix("answers:") else { return key.joined(separator: "\n") }
      let answers = blocks(key.dropFirst()) { $0.hasPrefix("  \"") }
      return ([[key[0]]] + answers.reversed()).joined().joined(separator: "\n")
    }.joined(separator: "\n") + "\n"
  }
}
