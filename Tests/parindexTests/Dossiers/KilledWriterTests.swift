import Foundation
import TestSupport
import Testing

/// Programs that are killed while they write: the old file stays, and what they leave is gone with
/// the next one that writes the same.
struct KilledWriterTests {
  /// Many rows, so that a count is still at it when it is killed.
  private static func round(rows: Int) throws -> CaseRound {
    let round = try CaseRound()
    let lines = CaseRound.export.split(separator: "\n")
    let late = try #require(lines.first { $0.hasPrefix("A3,") }).dropFirst(3)
    let many = (0..<rows).map { "K\($0),\(late)" }
    try round.folder.write(
      "dossiers/motcua.csv", ([String(lines[0])] + many).joined(separator: "\n") + "\n")
    return round
  }

  private static func drafts(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tmp") }
  }

  @Test(arguments: [
    ["count", "dossiers", "--ledger", "so.csv"],
    ["close", "dossiers", "--name", "x", "--on", "2019-12-10", "--output", "so.csv"],
  ])
  func `a draft of a killed writer is gone with the next one, that of a living one stays`(
    _ words: [String]
  ) throws {
    let round = try Self.round(rows: 60_000)
    let killed = round.program.process(["dossiers"] + words)
    killed.standardOutput = FileHandle.nullDevice
    killed.standardError = FileHandle.nullDevice
    try killed.run()
    for _ in 0..<3_000 where try Self.drafts(round.path).isEmpty && killed.isRunning {
      usleep(1_000)
    }
    kill(killed.processIdentifier, SIGSTOP)
    let begun = try Self.drafts(round.path)
    #expect(begun.count == 1)
    // The stopped one lives: another writer leaves its draft alone.
    let original = round.folder.path("dossiers/motcua.csv")
    try FileManager.default.removeItem(atPath: original)
    try round.folder.write("dossiers/motcua.csv", CaseRound.export)
    let other = words[0] == "count" ? words : Array(words.dropLast()) + ["khac"]
    #expect(try round.program.run(["dossiers"] + other).status == 0)
    #expect(try Self.drafts(round.path) == begun)
    kill(killed.processIdentifier, SIGKILL)
    killed.waitUntilExit()
    #expect(try Self.drafts(round.path) == begun)
    #expect(try round.program.run(["dossiers"] + words).status == 0)
    #expect(try Self.drafts(round.path).isEmpty)
  }

  @Test
  func `of a link in a draft that was left the link is removed, and nothing behind it`() throws {
    let round = try CaseRound()
    let other = try TemporaryFolder()
    try other.write("giu.txt", "giữ nguyên")
    let draft = "chot.999999.tmp"
    try round.folder.write("\(draft)/inputs/a.txt", "dở dang")
    try FileManager.default.createSymbolicLink(
      atPath: round.folder.path("\(draft)/exports"), withDestinationPath: other.path)
    let ended = try round.run(
      "dossiers", "close", "dossiers", "--name", "x", "--on", "2019-12-10", "--output", "chot")
    #expect(ended.status == 0, "\(ended.problems)")
    #expect(try Self.drafts(round.path).isEmpty)
    #expect(FileManager.default.fileExists(atPath: other.path("giu.txt")))
  }

  @Test
  func `a ledger that is only printed leaves nothing when it is killed`() throws {
    let round = try Self.round(rows: 60_000)
    let scratch = try TemporaryFolder()
    let killed = Program(folder: round.path, environment: ["TMPDIR": scratch.path])
      .process(["dossiers", "ledger", "dossiers"])
    killed.standardOutput = FileHandle.nullDevice
    killed.standardError = FileHandle.nullDevice
    try killed.run()
    usleep(300_000)
    kill(killed.processIdentifier, SIGKILL)
    killed.waitUntilExit()
    #expect(killed.terminationReason == .uncaughtSignal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }
}
