import Foundation
import TestSupport
import Testing

/// The built command on rounds that it must refuse, or rank without hiding anything.
@Suite struct BrokenRoundTests {
  let folder: TemporaryFolder
  private var round: String { folder.path("thử/round") }

  init() throws {
    folder = try TemporaryFolder()
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.copyItem(
      atPath: tests.appendingPathComponent("LoadingTests/BrokenInputs/Sound").path,
      toPath: folder.path("thử"))
  }

  private struct Finished {
    let code: Int32
    let output: String
    let problems: String
  }

  /// Runs a line of shell in which `$PARINDEX` is the command.
  private func shell(_ line: String) throws -> Finished {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    let command = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("parindex")
    try #require(FileManager.default.isExecutableFile(atPath: command.path))
    process.environment = ["PARINDEX": command.path, "PATH": "/usr/bin:/bin"]
    let (output, problems) = (folder.path("output.txt"), folder.path("problems.txt"))
    for path in [output, problems] {
      try folder.write(String(path.split(separator: "/").last ?? ""), "")
    }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: problems)
    try process.run()
    process.waitUntilExit()
    return Finished(
      code: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      problems: try String(contentsOfFile: problems, encoding: .utf8))
  }

  private func breakUnits() throws {
    for unit in ["so-noi-vu", "xa-dai-lanh", "xa-van-tho"] {
      try folder.write(
        "thử/round/units/\(unit)/self-assessment.yaml",
        "format: parindex/self-assessment@1\nround: khac\nunit: \(unit)\n"
          + "submitted_at: 2017-12-19\n")
    }
  }

  @Test func `errors in three units' files end a run with 3 and all of them told`() throws {
    try breakUnits()
    let run = try shell("exec \"$PARINDEX\" run '\(round)' --no-output")
    #expect(run.code == 3)
    #expect(run.output.isEmpty)
    #expect(run.problems.components(separatedBy: "lỗi[round-mismatch]").count == 4)
  }

  @Test func `with --keep-going the rest is ranked and the three are named`() throws {
    try breakUnits()
    let run = try shell("exec \"$PARINDEX\" run '\(round)' --no-output --keep-going")
    #expect(run.code == 0)
    #expect(run.problems.components(separatedBy: "lỗi[round-mismatch]").count == 4)
    // Long lines are broken over several.
    let output = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      output.contains("Không đọc được tệp (có lỗi), không xếp hạng: Sở Nội vụ."),
      "\(run.output)")
    #expect(
      output.contains(
        "KHÔNG TÍNH 3 cơ quan, đơn vị, địa phương vì tệp có lỗi: "
          + "Sở Nội vụ; UBND xã Đại Lãnh; UBND xã Vạn Thọ."))
  }

  @Test func `a disk that takes no more leaves the old results untouched`() throws {
    let output = folder.path("kết quả")
    let first = try shell("exec \"$PARINDEX\" run '\(round)' --brief --output '\(output)'")
    #expect(first.code == 0)
    func contents() throws -> [String: Data] {
      let names = try FileManager.default.contentsOfDirectory(atPath: output)
      return Dictionary(
        uniqueKeysWithValues: try names.map {
          ($0, try Data(contentsOf: URL(fileURLWithPath: output + "/" + $0)))
        })
    }
    let before = try contents()
    #expect(before.count == 7)
    try FileManager.default.removeItem(atPath: round + "/units/so-y-te/appraisal.yaml")
    // No file may grow beyond 512 bytes; writing then fails as it does on a full disk.
    let full = try shell(
      "(trap '' XFSZ; ulimit -f 1; exec \"$PARINDEX\" run '\(round)' --brief --output '\(output)' "
        + "2>&1 >/dev/null) | cat")
    #expect(full.output.contains("lỗi[file-unwritable]"), "\(full.output)")
    #expect(try contents() == before)
  }
}
