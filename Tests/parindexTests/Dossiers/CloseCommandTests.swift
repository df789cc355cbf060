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
        "2019-09-30", "--on", "09/12/2019", "--by", "Sở Nội vụ", "--output", folder,
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
        "SHA256SUMS", "closing.yaml", "count.csv", "exports", "handover.txt", "inputs",
        "ledger.csv", "rejects.csv",
      ])
    #expect(Program.files(in: round.folder.path("chot")).count == 1)
    let sums = Process()
    sums.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    sums.arguments = ["-c", "--status", "SHA256SUMS"]
    sums.currentDirectoryURL = URL(fileURLWithPath: round.folder.path("chot/q3"))
    try sums.run()
    sums.waitUntilExit()
    #expect(sums.terminationStatus == 0)
  }

  @Test
  func `closed data are the same bytes again, and never written over`() throws {
    let round = try CaseRound()
    #expect(try Self.close(round, "q3", "--threads", "1").status == 0)
    #expect(try Self.close(round, "q3-lai", "--threads", "3").status == 0)
    let first = Self.files(round, "q3")
    #expect(first.count == 14)
    #expect(first == Self.files(round, "q3-lai"))
    let over = try Self.close(round, "q3")
    #expect(over.status == 3)
    expectGolden(over.problems, "close-over.txt")
    #expect(first == Self.files(round, "q3"))
  }

  @Test
  func `where the command is started and how paths are typed changes no byte`() throws {
    let round = try CaseRound()
    #expect(try Self.close(round, "chot/a").status == 0)
    let first = Self.files(round, "chot/a")
    for (start, path, output) in [
      (round.folder.path("dossiers"), ".", "../chot/b"),
      (round.folder.path("chot"), "../dossiers/../dossiers/records.yaml", "c"),
      ("/", round.folder.path("dossiers/records.yaml"), round.folder.path("chot/d")),
      (round.path, round.folder.path("dossiers"), "chot/e"),
    ] {
      let ended = try Program(folder: start).run(
        "dossiers", "close", path, "--name", "Quý III, năm 2019: “chốt”", "--as-of", "2019-09-30",
        "--on", "09/12/2019", "--by", "Sở Nội vụ", "--output", output)
      #expect(ended.status == 0, "\(ended.problems)")
      let name = try #require(output.split(separator: "/").last)
      #expect(Self.files(round, "chot/\(name)") == first, "\(start) \(path)")
    }
  }

  /// Of an export the columns that are known, in their order and on their lines; nobody's name.
  @Test
  func `the records of an export stay in the folder, without unknown columns`() throws {
    let round = try CaseRound()
    let lines = [
      "Họ tên;Số hồ sơ;Đơn vị;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Điện thoại",
      "Lê A;K1;S1;01/03/2019 08:00;08/03/2019 17:00;;0905",
      "\"Trần\nB\";\"K;2\";S1;01/03/2019 08:00;08/03/2019 17:00;11/03/2019;0906",
      "hỏng;dòng",
      "Phạm C; K3 ;S9;31/02/2019;\"08/03/2019\";;0907",
    ]
    try round.folder.write("dossiers/motcua.csv", lines.joined(separator: "\r\n"))
    try round.folder.write(
      "dossiers/records.yaml",
      CaseRound.records.replacing(
        "source: motcua}", with: "source: motcua, columns: {dossier: Số hồ sơ}}"))
    try round.folder.write(
      "rules.yaml",
      String(decoding: Program.bytes(round.folder.path("rules.yaml")), as: UTF8.self)
        .replacing("most_unreadable: 10%", with: "most_unreadable: 90%"))
    let closed = try Self.close(round, "q3")
    #expect(closed.status == 0, "\(closed.problems)")
    #expect(
      try Self.unpacked(round.folder.path("q3/exports/01-motcua.csv.gz")) == """
        "Số hồ sơ";"Đơn vị";"Ngày tiếp nhận";"Ngày hẹn trả";"Ngày trả kết quả"
        K1;S1;01/03/2019 08:00;08/03/2019 17:00;
        "K;2";S1;01/03/2019 08:00;08/03/2019 17:00;11/03/2019


         K3 ;S9;31/02/2019;"08/03/2019";

        """)
  }

  private static func unpacked(_ path: String) throws -> String {
    let gunzip = Process()
    gunzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gunzip.arguments = ["-dkn", path]
    try gunzip.run()
    gunzip.waitUntilExit()
    #expect(gunzip.terminationStatus == 0)
    return String(decoding: Program.bytes(String(path.dropLast(3))), as: UTF8.self)
  }

  /// Every file of a closed folder, by its name there.
  private static func files(_ round: CaseRound, _ folder: String) -> [String: [UInt8]] {
    var all = Program.files(in: round.folder.path(folder))
    for part in ["inputs", "exports"] {
      all[part] = nil
      for (name, bytes) in Program.files(in: round.folder.path("\(folder)/\(part)")) {
        all["\(part)/\(name)"] = bytes
      }
    }
    return all
  }

  // MARK: Days

  @Test(arguments: ["vi", "en"])
  func `what was decided after the closing day is told and not applied`(_ language: String) throws {
    let round = try CaseRound()
    func late(_ folder: String) throws -> Substring {
      try #require(
        try round.folder.lines(of: "\(folder)/closing.yaml").first { $0.contains("late:") }
      )
      .drop { $0 == " " }
    }
    // E1 was handed in at 16:00 on 4/12, C1 was decided on 1/11.
    for (day, count) in [("2019-12-04", "late: 10"), ("2019-12-03", "late: 11")] {
      #expect(try Self.close(round, day, "--on", day).status == 0)
      #expect(try late(day) == count)
    }
    let on = try Self.close(round, "q3", "--on", "2019-11-01", "--lang", language)
    #expect(on.status == 0)
    #expect(!on.problems.contains("corrections.csv"), "\(on.problems)")
    let ended = try Self.close(round, "som", "--on", "2019-10-31", "--lang", language)
    #expect(ended.status == 0)
    expectGolden(ended.problems, "close-early.\(language).txt")
    #expect(try late("som") == "late: 12")
    // So it is of a count as of a day; the export's own end says nothing of decisions.
    let count = try round.program.run(
      "dossiers", "count", "dossiers", "--as-of", "2019-10-31", "--format", "csv")
    #expect(count.problems.contains("corrections.csv:2"), "\(count.problems)")
  }

  @Test
  func `data are not closed before the day that they are of`() throws {
    let round = try CaseRound()
    let typed = try Self.close(round, "q3", "--on", "2019-09-29")
    #expect(typed.status == 2 && typed.problems.contains("--as-of"), "\(typed.problems)")
    #expect(try Self.close(round, "q3", "--on", "2019-09-30").status == 0)
    // Without a day of their own they are of the window's last, 10/12.
    func close(_ day: String, _ folder: String) throws -> Program.Ended {
      try round.program.run(
        "dossiers", "close", "dossiers", "--name", "x", "--on", day, "--output", folder)
    }
    let early = try close("2019-12-09", "nam")
    #expect(early.status == 3 && early.text.isEmpty)
    expectGolden(early.problems, "close-before.txt")
    #expect(!FileManager.default.fileExists(atPath: round.folder.path("nam")))
    #expect(try close("2019-12-10", "nam").status == 0)
  }

  // MARK: Verifying

  @Test(arguments: ["vi", "en"])
  func `what is as it was is told so, and what is not is named`(_ language: String) throws {
    let round = try CaseRound()
    _ = try Self.close(round, "q3")
    let verify = ["dossiers", "verify", "q3", "--lang", language]
    let intact = try round.program.run(verify)
    #expect(intact.status == 0 && intact.problems.isEmpty)
    // Rules and exports may go on: what the folder keeps of them counts.
    try round.folder.write("rules.yaml", "khác\n")
    try round.folder.write("dossiers/motcua.csv", CaseRound.export + " ")
    #expect(try round.program.run(verify).status == 0)
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
      Self.files(round, "q3").keys.map { "q3/\($0)" }
    #expect(names.count == 14)
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
  func `a new version lists every dossier that changed when the old export is written over`() throws
  {
    let beside = try SecondExport().round()
    let over = try CaseRound()
    for (round, name) in [(beside, "cong"), (over, "motcua")] {
      #expect(try Self.close(round, "q3").status == 0)
      try round.folder.write("dossiers/\(name).csv", SecondExport().text)
      try round.folder.write(
        "dossiers/records.yaml",
        SecondExport.records.replacing("cong.csv", with: "\(name).csv"))
      try round.folder.write(
        "dossiers/explanations.csv",
        CaseRound.explanations.replacing("TTCNTT,refused", with: "TTCNTT,accepted"))
      let ended = try Self.close(round, "q3-2", "--previous", "q3")
      #expect(ended.status == 0, "\(ended.problems)")
    }
    let changes = try Self.text(over, "q3-2", "changes.csv")
    #expect(changes.split(separator: "\r\n").count > 15)
    #expect(
      changes
        == (try Self.text(beside, "q3-2", "changes.csv")).replacing("cong.csv", with: "motcua.csv"))
    // And where nothing of the old round is there any more.
    for name in ["rules.yaml", "land.csv", "dossiers", "units.yaml"] {
      try FileManager.default.removeItem(atPath: over.folder.path(name))
    }
    let other = try SecondExport().round()
    try FileManager.default.copyItem(
      atPath: over.folder.path("q3"), toPath: other.folder.path("q3"))
    try FileManager.default.removeItem(atPath: other.folder.path("dossiers"))
    let moved = try other.program.run(
      "dossiers", "close", "cong", "--name", "x", "--as-of", "2019-09-30", "--on", "09/12/2019",
      "--output", "q3-2", "--previous", "q3")
    #expect(moved.status == 3 && moved.problems.contains("outages.csv"), "\(moved.problems)")
    try other.folder.write(
      "cong/records.yaml",
      SecondExport.records.replacing(/.*: ..\/dossiers.*\n/, with: ""))
    let again = try other.program.run(
      "dossiers", "close", "cong", "--name", "x", "--as-of", "2019-09-30", "--on", "09/12/2019",
      "--output", "q3-2", "--previous", "q3")
    #expect(again.status == 0, "\(again.problems)")
    #expect(try Self.text(other, "q3-2", "changes.csv").contains("only_in_a;A1;so-y-te"))
  }

  @Test
  func `where a folder has lost its copies changes are listed only beside the old exports`() throws
  {
    let round = try CaseRound()
    _ = try Self.close(round, "q3")
    try FileManager.default.removeItem(atPath: round.folder.path("q3/exports"))
    #expect(try Self.close(round, "q3-1", "--previous", "q3").status == 0)
    #expect(try Self.text(round, "q3-1", "closing.yaml").contains("changes: listed"))
    try round.folder.write("dossiers/motcua.csv", CaseRound.export + "\n")
    let changed = try Self.close(round, "q3-2", "--previous", "q3")
    #expect(changed.status == 0)
    #expect(changed.problems.contains("tệp xuất của phiên bản 1 đã khác"), "\(changed.problems)")
    #expect(try Self.text(round, "q3-2", "closing.yaml").contains("changes: not_listed"))
    #expect(try Self.text(round, "q3-2", "handover.txt").contains("Không nêu được hồ sơ nào"))
    #expect(Program.bytes(round.folder.path("q3-2/changes.csv")).isEmpty)
    #expect(try round.program.run("dossiers", "verify", "q3").status == 1)
    try FileManager.default.removeItem(atPath: round.folder.path("q3-2/exports"))
    try round.folder.write("dossiers/moi.csv", CaseRound.export)
    try round.folder.write(
      "dossiers/records.yaml",
      CaseRound.records.replacing("file: motcua.csv", with: "file: moi.csv"))
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
