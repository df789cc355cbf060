internal import Grading

/// What the dossiers of one unit come to by the letter of November 2019, counted plainly.
///
/// Written apart from the engine that counts the shipped files, which has to agree with it.
package struct SampleCount: Sendable {
  package var early = 0
  package var onDueDay = 0
  package var late = 0
  package var openInTime = 0
  package var openOverdue = 0
  package var online = 0
  /// Late dossiers that name a coordinating agency as late.
  package var lateLinked = 0
  /// Out of all counts, by the id of the exclusion.
  package var excluded: [String: Int] = [:]

  package init() {}

  /// The same numbers.
  package func isSame(as other: SampleCount) -> Bool {
    early == other.early && onDueDay == other.onDueDay && late == other.late
      && openInTime == other.openInTime && openOverdue == other.openOverdue
      && online == other.online && lateLinked == other.lateLinked && excluded == other.excluded
  }

  package var resolved: Int { early + onDueDay + late }
  package var received: Int { resolved + openInTime + openOverdue }

  /// What is late by other offices' fault: id, procedure, office, days behind the due day.
  var linkedLate: [[String]] = []
}

/// The letter's rules, one after another.
struct LetterCount {
  private let corrected: [String: CaseMinute]
  private let accepted: Set<String>
  private let outages: [SampleOutage]

  init(_ decisions: SampleDecisions) {
    var corrected: [String: CaseMinute] = [:]
    for one in decisions.corrections where one.counts { corrected[one.dossier] = one.finished }
    self.corrected = corrected
    accepted = Set(decisions.explanations.filter(\.counts).map(\.dossier))
    outages = SampleOutages.all.filter(\.isConfirmed)
  }

  func count(_ dossiers: [SampleDossier]) -> [String: SampleCount] {
    var counts: [String: SampleCount] = [:]
    for dossier in dossiers { add(dossier, to: &counts[dossier.unit.id, default: SampleCount()]) }
    return counts
  }

  private func add(_ dossier: SampleDossier, to count: inout SampleCount) {
    let finished = (corrected[dossier.id] ?? dossier.finished).flatMap { $0 < end ? $0 : nil }
    let isLate = dossier.due.map { due in finished.map { due.day < $0.day } ?? false } ?? false
    if let rule = exclusion(dossier, finished, isLate) {
      count.excluded[rule, default: 0] += 1
      return
    }
    if dossier.channel == .online { count.online += 1 }
    guard let finished else {
      let isOverdue = dossier.due.map { $0.day < end.day } ?? false
      if isOverdue { count.openOverdue += 1 } else { count.openInTime += 1 }
      return
    }
    guard isLate else {
      let isEarly = dossier.due.map { finished.day < $0.day } ?? false
      if isEarly { count.early += 1 } else { count.onDueDay += 1 }
      return
    }
    count.late += 1
    guard let agency = dossier.lateAgency, let due = dossier.due else { return }
    count.lateLinked += 1
    count.linkedLate.append([
      dossier.id, dossier.procedure.id, agency, String(finished.day.number - due.day.number),
    ])
  }

  private func exclusion(_ dossier: SampleDossier, _ finished: CaseMinute?, _ isLate: Bool)
    -> String?
  {
    if dossier.received < start { return "previous-year" }
    if dossier.received >= end { return "after-window" }
    if dossier.unit.type == "huyen", dossier.procedure.domain == "Đất đai",
      SampleProcedure.landRegistry.contains(where: { $0.id == dossier.procedure.id }),
      dossier.received < landChange
    {
      return "land-registry"
    }
    guard isLate, let finished else { return nil }
    let touching = outages.filter { $0.touches(dossier) }.map(\.minutes)
    if let ready = dossier.ready {
      let day = Int(ready.day.number) * 1440
      if touching.contains(where: { $0.overlaps(day..<(day + 1440)) }) {
        return "outage-at-handover"
      }
    }
    let minutes = touched(touching, from: dossier.received.number, to: finished.number)
    if minutes > 0, 4 * minutes >= finished.number - dossier.received.number {
      return "outage-quarter"
    }
    return accepted.contains(dossier.id) ? "software-error" : nil
  }

  /// Minutes within outages; those that overlap count once.
  private func touched(_ outages: [Range<Int>], from first: Int, to last: Int) -> Int {
    var minutes = 0
    var reached = first
    for outage in outages.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let begin = max(reached, outage.lowerBound)
      let stop = min(last, outage.upperBound)
      guard begin < stop else { continue }
      minutes += stop - begin
      reached = stop
    }
    return minutes
  }

  private let start = CaseMinute("2019-01-01")
  private let end = CaseMinute("2019-12-11")
  private let landChange = CaseMinute("2019-05-28")
}
