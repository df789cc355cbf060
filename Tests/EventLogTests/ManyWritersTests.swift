import EventLog
import Foundation
import TestSupport
import Testing

/// Other processes that write to the same log, that are killed, or that find the disk full.
struct ManyWritersTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let opening = try SampleLog().contents[0]
    _ = try LogWriter(folder: folder.path, round: SampleLog.round).append(opening)
  }

  /// The helper program, beside the test bundle, where the build puts it.
  private static var program: String {
    (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent().appendingPathComponent("LogAppender").path
  }

  private func start(_ author: String, _ count: Int, _ output: Any?) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = [folder.path, SampleLog.round, author, String(count)]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    return process
  }

  private func read() -> (events: [RoundEvent], LogReading) {
    LogReader(folder.path("events.jsonl"), round: SampleLog.round).events()
  }

  @Test func `two writers at once lose nothing`() throws {
    let authors = ["to-giup-viec/01", "to-giup-viec/02"]
    let writers = try authors.map { try start($0, 60, FileHandle.nullDevice) }
    for writer in writers {
      writer.waitUntilExit()
      #expect(writer.terminationStatus == 0)
    }
    let (events, reading) = read()
    #expect(reading.count == 121)
    #expect(reading.diagnostics.isEmpty)
    for author in authors {
      let texts = events.filter { $0.content.author == author }.map(\.content.text)
      #expect(texts == (0..<60).map { "lần \($0)" })
    }
  }

  /// A few hundred events; PARINDEX_KILLED_APPENDS says how many, by hand.
  @Test func `a writer that is killed loses no acknowledged event`() throws {
    let environment = ProcessInfo.processInfo.environment
    let wanted = environment["PARINDEX_KILLED_APPENDS"].flatMap(Int.init) ?? 200
    var random = SplitMix64(seed: 4)
    var acknowledged: [String] = []
    while acknowledged.count < wanted {
      let pipe = Pipe()
      let writer = try start("to-giup-viec/01", .max, pipe)
      let most = Int.random(in: 1...40, using: &random)
      var told: [UInt8] = []
      while told.count(where: { $0 == 0x0A }) < most {
        let piece = pipe.fileHandleForReading.availableData
        guard !piece.isEmpty else { break }
        told += piece
      }
      // Somewhere in the middle of the next event.
      usleep(UInt32.random(in: 0...3000, using: &random))
      kill(writer.processIdentifier, SIGKILL)
      told += pipe.fileHandleForReading.readDataToEndOfFile()
      writer.waitUntilExit()
      #expect(writer.terminationReason == .uncaughtSignal)
      // An acknowledgement that was itself cut off is none.
      let whole = told.lastIndex(of: 0x0A).map { told[...$0] } ?? []
      acknowledged += whole.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
    // Whatever the last one left is set aside by the next.
    let writer = LogWriter(folder: folder.path, round: SampleLog.round)
    _ = try writer.append(try SampleLog().contents[9])
    let (events, reading) = read()
    #expect(reading.diagnostics.isEmpty)
    let there = Set(events.map { "\($0.sequence) \($0.digest.text)" })
    #expect(acknowledged.allSatisfy(there.contains))
    #expect(Set(acknowledged).count == acknowledged.count)
  }

  @Test func `a full disk leaves the log valid`() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    // No file may grow beyond a few blocks; writing then fails as it does on a full disk.
    shell.arguments = [
      "-c", #"trap '' XFSZ; ulimit -f 4; exec "$0" "$1" "$2" to-giup-viec/01 100"#,
      Self.program, folder.path, SampleLog.round,
    ]
    let problems = Pipe()
    let output = Pipe()
    shell.standardError = problems
    shell.standardOutput = output
    try shell.run()
    let acknowledged = output.fileHandleForReading.readDataToEndOfFile().split(separator: 0x0A)
    let told = String(
      decoding: problems.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 3)
    #expect(told == "file-unwritable\n")
    let (_, reading) = read()
    #expect(reading.count == acknowledged.count + 1)
    #expect(reading.count > 1)
    #expect(reading.tornBytes == 0)
    #expect(reading.diagnostics.isEmpty)
  }
}
