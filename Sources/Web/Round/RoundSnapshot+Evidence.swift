internal import EventLog
internal import Grading
internal import Loading

extension RoundSnapshot {
  /// Whether a unit ever handed in a shelf that names a file.
  /// - Parameter file: seen from the unit's folder; its name holds its digest.
  func hasHandedIn(_ file: String, _ unit: String) -> Bool {
    guard let log = loaded.log else { return false }
    // What cannot be read may name it.
    guard let events = try? log.events(of: unit) else { return true }
    let history = RoundHistory(of: plan.folder)
    let name = Array(file.utf8)
    for event in events where event.content.kind == .submitted {
      for (path, digest) in event.content.files where path.hasSuffix("evidence.yaml") {
        guard let copy = OpenFile(at: history.place(of: digest)) else { return true }
        let text = copy.bytes(at: 0, count: copy.size)
        if text.contains(name) { return true }
      }
    }
    return false
  }
}
