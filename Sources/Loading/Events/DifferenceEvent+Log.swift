package import EventLog
package import Grading

extension DifferenceEvent {
  /// What an event of a round's log can move by itself; nil: nothing, or by an entry of a unit's.
  /// - Parameter number: its number in the log; nil: it is only tried.
  package init?(_ content: EventContent, number: Int?) {
    let isWhole = content.stage == nil && content.subject == nil
    switch content.kind {
    case .submitted: self.init(.handedIn, unit: content.unit, number: number)
    case .locked where isWhole: self.init(.locked, unit: content.unit, number: number)
    case .unlocked where isWhole: self.init(.unlocked, unit: content.unit, number: number)
    case .replaced: self.init(.replaced(content.files.keys.sorted()), number: number)
    case .locked, .unlocked, .opened, .corrected, .appraised, .explanationRequested, .explained,
      .agenda, .met, .decided, .publication, .reconsiderationAsked, .reconsiderationAnswered,
      .amended:
      return nil
    }
  }
}
