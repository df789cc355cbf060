import Foundation
import TestSupport
import Testing

/// Where results go: terminals, pipes, full disks, folders.
struct OutputTests {
  @Test
  func `a full disk behind the standard output ends with 3 and says so`() throws {
    for arguments in [["rank", try SmallRound.shared], ["--help"], ["schema", "round"]] {
      let process = Program().process(arguments)
      let problems = Pipe()
      let full: FileHandle = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      process.standardOutput = full
      process.standardError = problems
      try process.run()
      let told = problems.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 3)
      #expect(String(decoding: told, as: UTF8.self).contains("không ghi được kết quả"))
    }
  }

  @Test
  func `a reader that goes early ends the program quietly`() throws {
    let folder = try TemporaryFolder()
    let process = Program().process([])
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The reader is gone before the first byte is written.
    process.arguments = [
      "-c", #"{ sleep 0.3; "$0" rank "$1" 2> "$2"; echo $? > "$3"; } | true"#, Program.path,
      try SmallRound.shared, folder.path("problems"), folder.path("status"),
    ]
    try process.run()
    process.waitUntilExit()
    let status = String(decoding: Program.bytes(folder.path("status")), as: UTF8.self)
    // 141: ended by the pipe's signal, as every tool; 3 where whoever started us ignores it.
    #expect(["141\n", "3\n"].contains(status), "\(status)")
    #expect(Program.bytes(folder.path("problems")).isEmpty)
  }

  @Test
  func `colour is for terminals, or where it is asked for`() throws {
    let round = try SmallRound.shared
    #expect(!(try Program().run("rank", round).text.contains("\u{1B}")))
    #expect(try Program().run("rank", round, "--color", "always").text.contains("\u{1B}"))
    let problems = try Program().run("rank", "nosuch", "--color", "always").problems
    #expect(problems.contains("\u{1B}"))
  }

  @Test
  func `a folder that cannot be made ends with 3`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("tep", "một tệp, không phải thư mục\n")
    for output in [file, file + "/ra", "/proc/khong-co/ra"] {
      let ended = try Program().run("run", try SmallRound.shared, "-o", output, "--brief")
      #expect(ended.status == 3, "\(output)")
      #expect(ended.text.isEmpty)
      #expect(ended.problems.contains("file-unwritable"), "\(ended.problems)")
    }
    #expect(Program.bytes(file) == Array("một tệp, không phải thư mục\n".utf8))
  }

  @Test
  func `when one file cannot be written the others stay as they were`() throws {
    let round = try SmallRound()
    let output = round.home.path("ra")
    let first = try Program().run("run", round.path, "-o", output, "--brief")
    #expect(first.status == 0, "\(first.problems)")
    // The last file of all is in the way.
    try FileManager.default.removeItem(atPath: output + "/ket-qua.json")
    try FileManager.default.createDirectory(
      atPath: output + "/ket-qua.json", withIntermediateDirectories: false)
    let before = Program.files(in: output)
    try round.change("units.yaml") { $0.replacing("Đơn vị 1", with: "Đơn vị Một") }
    let ended = try Program().run("run", round.path, "-o", output, "--brief")
    #expect(ended.status == 3)
    #expect(ended.text.isEmpty)
    #expect(Program.files(in: output) == before)
  }

  @Test
  func `a program killed while it writes leaves every old or new file whole`() throws {
    let round = try SmallRound()
    let output = round.home.path("ra")
    func run() throws -> [String: [UInt8]] {
      #expect(try Program().run("run", round.path, "-o", output, "--brief").status == 0)
      return Program.files(in: output)
    }
    let old = try run()
    try round.change("units.yaml") { $0.replacing("Đơn vị 1", with: "Đơn vị Một") }
    let process = Program().process(["run", round.path, "-o", output, "--brief"])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    func hasDraft() -> Bool { Program.files(in: output).keys.contains { $0.hasSuffix(".tmp") } }
    while process.isRunning, !hasDraft() { usleep(200) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let left = Program.files(in: output)
    let new = try run()
    #expect(Set(new.keys) == Set(old.keys), "drafts are cleared away")
    #expect(new != old)
    for name in old.keys {
      #expect(left[name] == old[name] || left[name] == new[name], "\(name)")
    }
  }
}
