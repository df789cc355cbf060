// Adds events to a log and says on the standard output which ones were acknowledged:
// `LogAppender FOLDER ROUND AUTHOR COUNT`.
import Diagnostics
import EventLog
import Glibc

let arguments = CommandLine.arguments
guard arguments.count == 5, let count = Int(arguments[4]),
  let time = EventTime(parsing: "2018-01-03T08:00:00")
else { exit(2) }

let writer = LogWriter(folder: arguments[1], round: arguments[2])
for number in 0..<count {
  var content = EventContent(
    time: time, author: arguments[3], role: "helper-team", kind: .locked)
  content.text = "lần \(number)"
  do {
    let added = try writer.append(content)
    let line = Array("\(added.event.sequence) \(added.seal.head.text)\n".utf8)
    guard write(STDOUT_FILENO, line, line.count) == line.count else { exit(4) }
  } catch {
    let told = Array(error.diagnostics.map { "\($0.code.rawValue)\n" }.joined().utf8)
    _ = write(STDERR_FILENO, told, told.count)
    exit(3)
  }
}
