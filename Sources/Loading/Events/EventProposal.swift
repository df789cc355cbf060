package import Diagnostics
package import EventLog
package import Grading

/// Events that are not in the log yet, read as they would be.
package struct EventProposal: Sendable {
  package let contents: [EventContent]
  /// The units they are about, as they would be, by their place in the round.
  package let drafts: [Int: UnitDraft]
  /// Why they cannot stand: what reading them would find.
  package let diagnostics: [Diagnostic]
}

extension LoadedRound {
  /// Reads events as the next ones of the round's log.
  package func proposing(_ contents: [EventContent]) -> EventProposal {
    guard let log else {
      return EventProposal(
        contents: contents, drafts: [:], diagnostics: [.noLog(in: setting.plan.folder)])
    }
    let plan = RoundReadingPlan(setting, options, FileAccess())
    var drafts: [Int: UnitDraft] = [:]
    var diagnostics: [Diagnostic] = []
    for (place, member) in setting.members.enumerated() {
      let id = member.unit.id
      guard contents.contains(where: { $0.unit == id }) else { continue }
      guard var events = try? log.events(of: id) else {
        diagnostics.append(.logChanging(log.file))
        continue
      }
      for (offset, content) in contents.enumerated() where content.unit == id {
        events.append(
          RoundEvent(sequence: log.count + 1 + offset, previous: nil, content: content))
      }
      let result = plan.read(member, UnitLog(events, log))
      drafts[place] = result.draft
      // The unit's other problems are there without them.
      diagnostics += result.diagnostics.filter {
        $0.primary.span.file == log.file && $0.primary.span.start.line > log.count
      }
    }
    return EventProposal(
      contents: contents, drafts: drafts, diagnostics: diagnostics)
  }
}
