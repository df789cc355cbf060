package import Diagnostics
package import EventLog
package import Grading
internal import Procedure

/// A proposal before the council as if it were decided so, tried alone; nothing of it is written.
package struct FollowedProposal: Sendable {
  /// The unit that it is about, by its place in the round.
  package let unit: Int
  private let recording: EventRecording

  /// - Parameters:
  ///   - agenda: the event that puts it before the council.
  ///   - round: the round as it stands, computed.
  /// - Returns: nil when it proposes nothing that could be decided.
  package init?(_ agenda: EventContent, _ loaded: LoadedRound, _ round: Round) {
    guard agenda.kind == .agenda, let subject = agenda.subject, let to = agenda.to,
      let unit = round.units.firstIndex(where: { $0.record.unit.id == agenda.unit })
    else { return nil }
    var content = EventContent(
      time: agenda.time, author: agenda.author, role: Role.council.rawValue, kind: .decided)
    content.unit = agenda.unit
    content.subject = subject
    content.stage = agenda.stage
    content.text = agenda.hasText ? agenda.text : "–"
    content.ground = loaded.setting.procedure.grounds?.first?.id
    let decision: WrittenDecision
    switch (subject, to) {
    case (.item(let id), _):
      guard round.sets[round.units[unit].record.set].itemIndex(id) != nil, let points = to.points
      else { return nil }
      decision = .points(points, beyondRule: true)
    case (.figure, .text(let value)): decision = .value(value)
    case (.figure, .inputs): return nil
    }
    decision.fill(&content, EventDrafting(round, unit: unit, subject: subject))
    self.unit = unit
    recording = EventRecording(loaded, round, [content])
  }

  /// Why it could not be decided so.
  package var faults: [Diagnostic] { recording.faults }

  /// What deciding it so would do.
  package var difference: RoundDifference { recording.difference(isTrial: true) }
}
