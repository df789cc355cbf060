import Foundation
import TestSupport
import Testing

/// The built program, run as a person or a script runs it.
struct Program {
  /// How a run ended.
  struct Ended {
    let status: Int32
    /// The signal that ended it.
    let signal: Int32?
    let output: [UInt8]
    let problems: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The repository, for the data it ships.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// `parindex`, or `parindex-serve`.
  var name = "parindex"

  /// Beside the test bundle, where the build puts it.
  static var path: String { place(of: "parindex") }

  private static func place(of name: String) -> String {
    (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// The working directory; the repository.
  var folder = root
  var environment: [String: String] = [:]

  /// Runs it to its end in a folder.
  static func run(in folder: String, _ arguments: [String]) throws -> Ended {
    var program = Program()
    program.folder = folder
    return try program.run(arguments)
  }

  /// Runs it to its end.
  func run(_ arguments: String...) throws -> Ended { try run(arguments) }

  func run(_ arguments: [String]) throws -> Ended {
    let scratch = try TemporaryFolder()
    let process = process(arguments)
    let output = try handle(scratch.write("output", ""))
    let problems = try handle(scratch.write("problems", ""))
    process.standardOutput = output
    process.standardError = problems
    try process.run()
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus,
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil,
      output: Program.bytes(scratch.path("output")),
      problems: String(decoding: Program.bytes(scratch.path("problems")), as: UTF8.self))
  }

  /// A run that is not started yet.
  func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.place(of: name))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  private func handle(_ path: String) throws -> FileHandle {
    try #require(FileHandle(forWritingAtPath: path))
  }

  /// The words of a command line in which ROUND stands for a round's folder.
  static func words(_ line: String, _ round: String) -> [String] {
    line.split(separator: " ").map { String($0).replacing("ROUND", with: round) }
  }

  /// What a file holds; nothing when it is not there.
  static func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map(Array.init) ?? []
  }

  /// Every file directly in a folder.
  static func files(in folder: String) -> [String: [UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Dictionary(uniqueKeysWithValues: names.map { ($0, bytes("\(folder)/\($0)")) })
  }
}
