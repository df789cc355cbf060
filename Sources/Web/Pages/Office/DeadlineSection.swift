internal import Diagnostics
internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Loading
internal import Reports

/// What moving a deadline would do; nothing is written while it is shown.
struct DeadlineSection: Sendable {
  let what: String
  /// Who has more time, or less, and what else follows.
  let consequences: [String]
  /// What reading the round finds that it did not find before.
  let findings: FindingList
  /// nil: the round cannot be used with it.
  private(set) var effect: TrialSection?
  /// A stage would end before one that stands above it.
  private let breaksOrder: Bool
  /// Whether it can be recorded.
  var isAllowed: Bool { findings.errors == 0 && !breaksOrder && effect?.isAllowed == true }

  init(
    _ move: DeadlineForm.Move, _ trial: FileTrial, in snapshot: RoundSnapshot, at time: EventTime,
    _ frame: PageFrame
  ) {
    what =
      frame.title(of: move.deadline.place, snapshot.plan) + ": "
      + frame.text(of: move.deadline.bound, move.deadline.moment) + " → "
      + frame.text(of: move.bound, move.moment)
    let fresh = trial.news(besides: snapshot, byPlace: true)
    findings = FindingList(fresh, snapshot.plan, frame)
    breaksOrder = fresh.contains { $0.code == .timeGoesBack }
    guard case .sound(let round) = trial.outcome else {
      consequences = []
      return
    }
    consequences = DeadlineSection.consequences(move, in: snapshot, at: time, frame)
    effect = TrialSection(
      RoundDifference(from: .init(snapshot.round), to: .init(round)), refusals: [], frame,
      showsPlaces: true
    ) { _ in true }
  }

  /// Why it may not be recorded.
  mutating func refuse(_ refusals: [TrialSection.Refusal]) { effect?.refusals = refusals }

  private static func consequences(
    _ move: DeadlineForm.Move, in snapshot: RoundSnapshot, at time: EventTime, _ frame: PageFrame
  ) -> [String] {
    guard case .stage(let id) = move.deadline.place,
      let place = snapshot.plan.stages.firstIndex(where: { $0.id == id })
    else { return [] }
    let stage = snapshot.plan.stages[place]
    var lines: [String] = []
    if EventTime(endOf: move.lastSoFar) < time {
      lines.append(frame.say("Bước đã hết hạn được mở lại.", "The stage, now over, is open again."))
    }
    let concerned = concerned(stage, in: snapshot, frame)
    if !concerned.units.isEmpty {
      let names = concerned.units.prefix(20).joined(separator: "; ")
      let rest = concerned.units.count > 20 ? "…" : "."
      lines.append(
        (move.isLater
          ? frame.say(
            "Thêm thời gian cho \(concerned.units.count) nơi \(concerned.why): ",
            "More time for \(concerned.units.count) units that \(concerned.why): ")
          : frame.say(
            "Bớt thời gian của \(concerned.units.count) nơi \(concerned.why): ",
            "Less time for \(concerned.units.count) units that \(concerned.why): ")) + names + rest)
    }
    if stage.kind == .claim {
      let late = snapshot.round.units.filter { unit in
        guard let submitted = unit.record.assessment.submittedAt, unit.isSubmitted else {
          return false
        }
        return submitted.isAfter(move.lastSoFar) && !submitted.isAfter(move.last)
      }
      if !late.isEmpty {
        lines.append(
          frame.say("Nộp muộn nay thành đúng hạn: ", "Late so far, and then in time: ")
            + late.map(\.record.unit.name).joined(separator: "; ") + ".")
      }
      lines.append(
        frame.say(
          "Bản đã nộp đúng hạn vẫn là bản đúng hạn.", "What was handed in on time stays so."))
    }
    for other in snapshot.plan.stages.dropFirst(place + 1) {
      guard let opens = other.opens,
        EventTime(LocalMoment(opens.day, minute: opens.minute ?? 0)) <= EventTime(endOf: move.last)
      else { continue }
      lines.append(
        frame.say(
          "Bước “\(other.title)” mở từ \(NumberWords(frame.language).moment(opens)), trước khi bước này hết hạn.",
          "The stage “\(other.title)” opens on \(NumberWords(frame.language).moment(opens)), before this one is over."
        ))
    }
    return lines
  }

  /// Units that still have something to do in a stage.
  private static func concerned(
    _ stage: Stage, in snapshot: RoundSnapshot, _ frame: PageFrame
  ) -> (units: [String], why: String) {
    switch stage.kind {
    case .claim:
      (
        snapshot.round.units.filter { !$0.isSubmitted }.map(\.record.unit.name),
        frame.say("chưa nộp", "have not handed in")
      )
    case .explanation:
      (
        snapshot.round.units.filter { unit in
          ExplanationRequest.open(of: unit.record.unit.id, in: snapshot)
            .contains { $0.content.due == nil }
        }.map(\.record.unit.name),
        frame.say("chưa giải trình", "have not answered")
      )
    case .appraisal, .council: ([], "")
    }
  }
}

extension DeadlineSection {
  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "section", .class("result trial"), .id("thu"), .init("aria-labelledby", "thu-t")
    ) { box in
      box.element(
        "h2", .id("thu-t"),
        text: frame.say("Nếu dời hạn (chưa ghi gì)", "If it is moved (nothing is written)"))
      box.element("p", .class("points"), text: what)
      if !consequences.isEmpty {
        box.element("ul") { list in
          for line in consequences { list.element("li", text: line) }
        }
      }
      if !findings.rows.isEmpty { findings.write(frame, &box) }
      guard let effect else {
        return box.element(
          "p", .class("due"),
          text: frame.say(
            "Kỳ đánh giá không dùng được với hạn này.", "The round cannot be used with it."))
      }
      effect.writeEffect(frame, &box)
      effect.writeRefusals(frame, &box)
      if breaksOrder {
        box.element(
          "p", .class("due"),
          text: frame.say(
            "Chưa ghi được: các bước phải theo thứ tự thời gian.",
            "It cannot be recorded: stages have to follow each other in time."))
      }
    }
    page.line()
  }
}

extension PageFrame {
  func title(of place: DeadlineText.Place, _ plan: RoundPlan) -> String {
    switch place {
    case .stage(let id):
      let title = plan.stages.first { $0.id == id }?.title ?? id
      return say("Bước “\(title)”", "Stage “\(title)”")
    case .named("dossier_figures"):
      return say("Số liệu hồ sơ TTHC", "Dossier figures")
    case .named(RoundCalendar.dossierExplanations), .ofRecords:
      return say("Giải trình hồ sơ TTHC", "Explanations of dossiers")
    case .named(let name): return say("Mốc \(name)", "Deadline \(name)")
    }
  }

  /// A deadline as people say it.
  func text(of bound: DeadlineText.Bound, _ moment: LocalMoment) -> String {
    let shown = NumberWords(language).moment(moment)
    switch bound {
    case .through where moment.minute == nil: return say("hết ngày \(shown)", "through \(shown)")
    case .through: return say("đến \(shown)", "through \(shown)")
    case .before: return say("trước \(shown)", "before \(shown)")
    }
  }
}
