import EventLog
import Foundation
import TestSupport
import Testing

/// A copy of the shipped round that a suite records events in.
protocol RecordedRound {
  var home: TemporaryFolder { get }
}

extension RecordedRound {
  static var round: String { "Submissions/khanh-hoa-2017" }
  var round: String { home.path(Self.round) }
  var log: String { round + "/events.jsonl" }

  static func copy() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    for name in ["Criteria", "Submissions"] {
      try FileManager.default.createDirectory(
        atPath: home.path(name), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(Program.root)/\(name)/khanh-hoa-2017",
        toPath: home.path("\(name)/khanh-hoa-2017"))
    }
    return home
  }

  /// Takes the log back to what it was then: what is recorded next comes in its time.
  func goBack(to time: String) throws {
    let (events, reading) = LogReader(log).events(asOf: try moment(time))
    try #require(reading.isSound && events.count < reading.count)
    try Data(RoundEvent.log(events)).write(to: URL(fileURLWithPath: log))
  }

  func moment(_ time: String) throws -> EventTime {
    try #require(EventTime(parsing: time))
  }

  func run(_ arguments: String...) throws -> Program.Ended {
    var program = Program()
    program.folder = home.path
    return try program.run(arguments)
  }

  func told(_ ended: Program.Ended) -> String {
    "# exit \(ended.status)\n" + ended.text + ended.problems
  }
}
