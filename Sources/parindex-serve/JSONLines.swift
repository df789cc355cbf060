import Diagnostics
import Glibc
import Logging
import Web

/// The program's log on the standard error: one JSON object a line, for any collector.
struct JSONLines: LogHandler {
  let label: String
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  init(label: String) { self.label = label }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line = JSONWriter(indented: false)
    line.object { object in
      object.member("time", Int(WebClock.system.now().seconds))
      object.member("level", event.level.rawValue)
      object.member("message", event.message.description)
      let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
      for (key, value) in all.sorted(by: { $0.key < $1.key }) { object.member(key, "\(value)") }
    }
    StandardError.write(line.text + "\n")
  }
}
