import Foundation
import TestSupport
import Testing

/// `dossiers close` and `dossiers verify`.
struct CloseCommandTests {
  private static func close(_ round: CaseRound, _ folder: String, _ more: String...) throws
    -> Program.Ended
  {
    try round.program.run(
      [
        "dossiers", "close", "dossiers", "--name", "Quý III, năm 2019: “chốt”", "--as-of",
        "2019-09-30", "--on", "02/10/2019", "--by", "Sở Nội vụ", "--output", folder,
      ] + more)
  }

  /// A file of a closed dataset without the engine's version, and so without the digest that
  /// depends on it.
  private static func text(_ round: CaseRound, _ folder: String, _ name: String) throws -> String {
    let sums = try round.folder.lines(of: "\(folder)/SHA256SUMS")
    let digest = try #require(sums.first { $0.hasSuffix(" closing.yaml") }).prefix(64)
    return String(decoding: Program.bytes(round.folder.path("\(folder)/\(name)")), as: UTF8.self)
      .replacing(digest, with: "(closing.yaml)")
      .replacing(/engine: "[0-9.]+"/, with: "engine: …")
  }

  @Test
  func `a closed dataset is a folder with digests, figures and a sheet to sign`() throws {
    let round = try CaseRound()
    let ended = try Self.close(round, "chot/q3")
    #expect(ended.status == 0)
    expectGolden(ended.text, "close.txt")
    expectGolden(try Self.text(round, "chot/q3", "closing.yaml"), "closing.yaml")
    expectGolden(try Self.text(round, "chot/q3", "handover.txt"), "handover.txt")
    #expect(
      Program.files(in: round.folder.path("chot/q3")).keys.sorted() == [
        "SHA256SUMS", "closing.yaml", "count.csv", "handover.txt", "inputs", "ledger.csv",
        "rejects.csv",
      ])
    #expect(Program.files(in: round.folder.path("chot")).count == 1)
    let sums = Process()
    sums.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    sums.arguments = ["-c", "--status", "SHA256SUMS"]
    sums.currentDirectoryURL = URL(fileURLWithPath: round.folder.path("chot/q3"))
    try sums.run()
    sums.waitUntilExit()
    #expect(sums.terminationStatus == 0)

    let again = try round.program.run(
      "dossiers", "count", "dossiers", "--as-of", "2019-09-30", "--format", "csv")
    #expect(again.output == Program.bytes(round.folder.path("chot/q3/count.csv")))
  }

  @Test
  func `closed data are the same bytes again, and never written over`() throws {
    let round = try CaseRound()
    #expect(try Self.close(round, "q3", "--threads", "1").status == 0)
    #expect(try Self.close(round, "q3-lai", "--threads", "3").status == 0)
    let first = Program.files(in: round.folder.path("q3"))
    #expect(first == Program.files(in: round.folder.path("q3-lai")))
    let over = try Self.close(round, "q3")
    #expect(over.status == 3)
    expectGolden(over.problems, "close-over.txt")
    #expect(first == Program.files(in: round.folder.path("q3")))
  }

  // MARK: Verifying

  @Test(arguments: ["vi", "en"])
  func `what is as it was is told so, and what is not is named`(_ language: String) throws {
    let round = try CaseRound()
    _ = try Self.close(round, "q3")
    let verify = ["dossiers", "verify", "q3", "--lang", language]
    let intact = try round.program.run(verify)
    #expect(intact.status == 0 && intact.problems.isEmpty)
    // Rules may go on: their copy counts.
    try round.folder.write("rules.yaml", "khác\n")
    #expect(try round.program.run(verify).status == 0)
    try round.folder.write("dossiers/motcua.csv", CaseRound.export + " ")
    try round.folder.write("q3/count.csv", "khác\n")
    try FileManager.default.removeItem(atPath: round.folder.path("q3/ledger.csv"))
    let changed = try round.program.run(verify)
    #expect(changed.status == 1)
    let closing = try Self.text(round, "q3", "closing.yaml").split(separator: "\n").count
    #expect(closing > 30)
    let digest = try #require(
      try round.folder.lines(of: "q3/SHA256SUMS").first { $0.hasSuffix(" closing.yaml") }
    ).prefix(64)
    expectGolden(
      (intact.text + "\n" + changed.text + "\n" + changed.problems)
        .replacing(digest, with: "(closing.yaml)"), "verify.\(language).txt")
  }

  @Test
  func `one byte anywhere in the folder is found`() throws {
    let round = try CaseRound()
    _ = try Self.close(round, "q3")
    let names =
      Program.files(in: round.folder.path("q3")).keys.filter { $0 != "inputs" }.map { "q3/\($0)" }
      + Program.files(in: round.folder.path("q3/inputs")).keys.map { "q3/inputs/\($0)" }
    #expect(names.count == 13)
    for name in names {
      let bytes = Program.bytes(round.folder.path(name))
      var changed = bytes
      changed[bytes.count / 2] ^= 1
      try round.folder.write(name, bytes: changed)
      let ended = try round.program.run("dossiers", "verify", "q3")
      #expect([1, 3].contains(ended.status), "\(name)")
      // A digest that was changed in the list speaks of the file that it is of.
      #expect(
        ended.problems.contains(name) || name == "q3/SHA256SUMS", "\(name): \(ended.problems)")
      try round.folder.write(name, bytes: bytes)
    }
    #expect(try round.program.run("dossiers", "verify", "q3").status == 0)
    #expect(try round.program.run("dossiers", "verify", "dossiers").status == 3)
  }

  // MARK: Versions

  @Test
  func `a new version lists the dossiers that changed, in the export and by decisions`() throws {
    let round = try SecondExport().round()
    #expect(try Self.close(round, "q3").status == 0)
    // A new export beside the old one, and an explanation that is decided now.
    try round.folder.write("dossiers/cong.csv", SecondExport().text)
    try round.folder.write(
      "dossiers/records.yaml",
      SecondExport.records.replacing("Cổng dịch vụ công", with: "Một cửa, xuất lần 2"))
    try round.folder.write(
      "dossiers/explanations.csv",
      CaseRound.explanations.replacing(
        "E4,software,,2019-11-20,TTCNTT,refused",
        with: "E4,software,,2019-11-20,TTCNTT,accepted"))
    let ended = try Self.close(round, "q3-2", "--previous", "q3")
    #expect(ended.status == 0)
    expectGolden(ended.text, "close-2.txt")
    let page = try Self.text(round, "q3-2", "handover.txt")
    let first = try Self.text(round, "q3", "SHA256SUMS")
    #expect(first.contains("(closing.yaml)  closing.yaml"))
    let part = page.split(separator: "3. Thay đổi").last ?? ""
    expectGolden(
      "3. Thay đổi" + part.replacing(/[0-9a-f]{64}/, with: "(closing.yaml)"), "handover-2.txt")
    let changes = try Self.text(round, "q3-2", "changes.csv").replacing("\r", with: "")
    expectGolden(changes, "changes.csv")
    #expect(changes.contains("changed;E4;ubnd-xa-suoi-tien;decision;late;excluded software-error"))
    #expect(try round.program.run("dossiers", "verify", "q3-2").status == 0)
  }

  @Test
  func `without the old exports a new version says that changes cannot be listed`() throws {
    let round = try CaseRound()
    _ = try Self.close(round, "q3")
    try round.folder.write("dossiers/motcua.csv", SecondExport().text)
    try round.folder.write(
      "dossiers/records.yaml",
      SecondExport.records.replacing("file: cong.csv", with: "file: motcua.csv"))
    let changed = try Self.close(round, "q3-2", "--previous", "q3")
    #expect(changed.status == 0)
    #expect(changed.problems.contains("tệp xuất của phiên bản 1 đã khác"), "\(changed.problems)")
    #expect(try Self.text(round, "q3-2", "closing.yaml").contains("changes: not_listed"))
    #expect(try Self.text(round, "q3-2", "handover.txt").contains("Không nêu được hồ sơ nào"))
    #expect(Program.bytes(round.folder.path("q3-2/changes.csv")).isEmpty)
    try round.folder.write("dossiers/moi.csv", SecondExport().text)
    try round.folder.write(
      "dossiers/records.yaml",
      SecondExport.records.replacing("file: cong.csv", with: "file: moi.csv"))
    try FileManager.default.removeItem(atPath: round.folder.path("dossiers/motcua.csv"))
    let gone = try Self.close(round, "q3-3", "--previous", "q3-2")
    #expect(gone.status == 0)
    #expect(gone.problems.contains("tệp xuất của phiên bản 2 không còn"), "\(gone.problems)")
    #expect(try Self.text(round, "q3-3", "closing.yaml").contains("version: 3"))
  }

  // MARK: Faults

  @Test
  func `what cannot be counted or written is not closed, and leaves nothing`() throws {
    let round = try CaseRound()
    let before = Set(Program.files(in: round.path).keys)
    for (arguments, problem) in [
      (["--previous", "khong-co"], "không có số liệu đã chốt"),
      (["--rules", "khong-co.yaml"], "khong-co.yaml"),
      (["--output", "units.yaml/q3"], "file-unwritable"),
    ] {
      let ended = try Self.close(round, "q3", arguments[0], arguments[1])
      #expect(ended.status == 3 && ended.text.isEmpty, "\(arguments)")
      #expect(ended.problems.contains(problem), "\(ended.problems)")
      #expect(Set(Program.files(in: round.path).keys) == before)
    }
    try round.folder.write("dossiers/motcua.csv", String(CaseRound.export.prefix(500)) + "\nx\ny\n")
    let unread = try Self.close(round, "q3")
    #expect(unread.status == 3 && unread.problems.contains("quá mức cho phép"))
    #expect(Set(Program.files(in: round.path).keys) == before)
    #expect(try Self.close(round, "q3", "--on", "2019-10-02 08:00").status == 2)
    #expect(try round.program.run("dossiers", "close", "dossiers", "--output", "q3").status == 2)
  }
}
