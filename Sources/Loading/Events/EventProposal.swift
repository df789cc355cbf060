package import Diagnostics
package import EventLog
package import Grading

/// Events that are not in the log yet, read as they would be.
package struct EventProposal: Sendable {
  package let contents: [EventContent]
  /// The units they are about, as they would be, by their place in the round.
  package let records: [Int: UnitRecord]
  /// Why they cannot stand: what reading them would find.
  package let diagnostics: [Diagnostic]
}

extension LoadedRound {
  /// Reads events as the next ones of the round's log.
  package func proposing(_ contents: [EventContent]) -> EventProposal {
    guard let log else {
      return EventProposal(
        contents: contents, records: [:], diagnostics: [.noLog(in: setting.plan.folder)])
    }
    let plan = RoundReadingPlan(setting, options, FileAccess(), tables: tables)
    var records: [Int: UnitRecord] = [:]
    var diagnostics: [Diagnostic] = []
    let proposed = contents.enumerated().map { offset, content in
      RoundEvent(sequence: log.count + 1 + offset, previous: nil, content: content)
    }
    // A lock of the whole round changes every unit.
    let ofRound = proposed.filter { $0.content.unit == nil }
    let touchesAll = ofRound.contains {
      $0.content.kind == .locked || $0.content.kind == .unlocked
    }
    for (place, member) in setting.members.enumerated() {
      let id = member.unit.id
      let own = proposed.filter { $0.content.unit == id }
      guard touchesAll || !own.isEmpty else { continue }
      guard let events = try? log.events(of: id) else {
        diagnostics.append(.logChanging(log.file))
        continue
      }
      let result = plan.read(member, UnitLog(events + own, log, proposed: ofRound))
      records[place] = result.record
      // The unit's other problems are there without them.
      diagnostics += result.diagnostics.filter {
        $0.primary.span.file == log.file && $0.primary.span.start.line > log.count
      }
    }
    return EventProposal(
      contents: contents, records: records, diagnostics: diagnostics)
  }
}
