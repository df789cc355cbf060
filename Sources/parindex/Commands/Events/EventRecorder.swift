import Diagnostics
import EventLog
import Glibc
import Grading
import Loading
import Procedure
import Reports

/// Shows what events would do to points and places, and adds them to the round's log unless they
/// are only tried.
struct EventRecorder {
  let computed: ComputedRound
  private let reading: ReadingOptions
  private let event: EventOptions

  /// Loads the round; ends the command when it has no log to write to.
  /// - Parameter unit: the unit that hands in.
  init(
    _ input: RoundReadingOptions, _ reading: ReadingOptions, _ event: EventOptions,
    handingIn unit: String? = nil, files: FileAccess = FileAccess()
  ) throws {
    guard !input.isTrial, input.asOf == nil, !input.keepGoing else {
      throw UsageProblem(
        vi: "chỉ ghi được vào kỳ đánh giá như nó đang có: bỏ các lựa chọn chấm thử",
        en: "events are recorded on the round as it stands: leave the options of trials out")
    }
    computed = try ComputedRound(input, reading, handingIn: unit, files: files)
    if let log = computed.loaded.log, log.count == 0 {
      reading.complain([.logWithoutEvents(log.file)])
      throw Exit.unusable
    }
    guard computed.loaded.log != nil else {
      let folder = computed.round.plan.folder
      throw UsageProblem(
        vi: "kỳ đánh giá `\(folder)` chưa có nhật ký events.jsonl",
        en: "the round has no log",
        help: Wording(
          vi: "mở nhật ký bằng `parindex convert \(folder) --by …`",
          en: "begin one with `parindex convert \(folder) --by …`"))
    }
    if let at = event.at, EventMoment.now.time < at.time {
      throw UsageProblem(
        vi: "--at không được ở tương lai: sự kiện là việc đã xảy ra",
        en: "--at must not lie in the future: an event has happened")
    }
    self.reading = reading
    self.event = event
  }

  var round: Round { computed.round }

  /// What a person acts as; nil when the round does not say.
  private func role(of person: String) -> String? {
    computed.loaded.setting.procedure.people?[person]?.role.rawValue
  }

  /// The id of a unit by its place.
  func id(of unit: Int) -> String { round.units[unit].record.unit.id }

  /// The stage an event belongs to: the one named, or the one of these kinds that is open.
  func stage(_ id: String?, _ kinds: Stage.Kind...) throws -> Stage {
    let stages = round.plan.stages
    if let id {
      if let stage = stages.first(where: { $0.id == id }) { return stage }
      throw UsageProblem.unknown(id, among: stages.map(\.id), vi: "bước", en: "stage")
    }
    let time = event.at?.time ?? EventMoment.now.time
    if let stage = stages.current(kinds, at: time) { return stage }
    throw UsageProblem(
      vi: "kỳ đánh giá không có bước nào cho việc này", en: "the round has no stage for this")
  }

  /// The same event about every unit that was named.
  /// - Parameters:
  ///   - usual: the role where neither the person nor the options say one; nil: the stage's.
  ///   - fill: puts in what is the event's own, with what stands there before it.
  func record(
    _ kind: EventKind, about: SubjectArguments, in stage: Stage, role usual: String? = nil,
    _ fill: (inout EventContent, EventDrafting) -> Void
  ) throws {
    try record(
      about.subjects(in: computed).map { unit, subject in
        var content = content(kind, role: usual ?? stage.who)
        content.unit = id(of: unit)
        content.subject = subject
        content.stage = stage.id
        fill(&content, EventDrafting(round, unit: unit, subject: subject))
        return content
      })
  }

  /// An event with what all of them say; the person's role goes before the usual one.
  func content(_ kind: EventKind, role usual: String?) -> EventContent {
    event.content(kind, role: role(of: event.by) ?? usual)
  }

  /// Shows and records events: all of them, or none.
  func record(_ contents: [EventContent]) throws {
    let recording = EventRecording(computed.loaded, round, contents)
    guard recording.faults.isEmpty else {
      // What cannot stand as it is written may break a rule too, which says whose move it is.
      let state = computed.loaded.log?.state
      let broken = state.map { named(recording.gate).problems($0) } ?? []
      reading.complain(recording.diagnostics + FileAccess().annotate(broken))
      throw Exit.findings
    }
    reading.complain(recording.diagnostics)
    let proposals = zip(contents, recording.followed).compactMap { content, followed in
      followed.map { (content, $0) }
    }
    let effect =
      text(recording.difference(isTrial: event.dryRun))
      + proposals.map { content, proposal in
        text(
          proposal.difference,
          .init(following: RoundWords(round, reading.language).proposal(content)))
      }.joined()
    try record(contents, effect, recording.gate)
  }

  private func text(_ difference: RoundDifference, _ frame: DifferenceText.Frame? = nil) -> String {
    DifferenceText(
      difference, frame ?? .init(isTrial: event.dryRun), reading.language,
      isColoured: reading.usesColor(STDOUT_FILENO)
    ).effect()
  }

  /// Shows and records that files of the round are replaced.
  /// - Parameter after: the round with the new files.
  func record(
    _ content: EventContent, with files: FileReplacement, _ after: Round
  ) throws {
    let difference = RoundDifference(
      from: .init(round), to: .init(after),
      events: EventRecording.happened([content], in: computed.loaded, isTrial: event.dryRun))
    let moved = difference.units.map { after.units[$0.unit].record.unit.id }
    let gate = ProcedureGate(computed.loaded, round, content, moving: moved)
    if !event.dryRun {
      do { try files.keep() } catch {
        reading.complain([error.diagnostic])
        throw Exit.unusable
      }
    }
    try record([content], text(difference), gate)
    if !event.dryRun, let problem = files.place() {
      reading.complain([problem])
      throw Exit.unusable
    }
  }

  private func record(
    _ contents: [EventContent], _ effect: String, _ gate: ProcedureGate
  ) throws {
    let gate = named(gate)
    guard !event.dryRun else {
      Console.print(effect)
      return try write(gate) { writer, check throws(LogFailure) in
        ((), try writer.rehearse(contents, checking: check))
      }
    }
    let appended = try write(gate) { writer, check throws(LogFailure) in
      let appended = try writer.append(contents, checking: check)
      return (appended, appended.warnings)
    }
    Console.print(effect)
    let numbers = appended.events.map { String($0.sequence) }.joined(separator: ", ")
    let seal = appended.seal?.text ?? ""
    Console.print(
      reading.language == .vietnamese
        ? "Đã ghi sự kiện số \(numbers). Mã kiểm tra toàn vẹn: \(seal)\n"
        : "Recorded event \(numbers). Seal: \(seal)\n")
  }

  /// The same, with refusals that name what to type.
  private func named(_ gate: ProcedureGate) -> ProcedureGate {
    var gate = gate
    gate.options = EventOptions.names
    return gate
  }

  /// Writes, or only tries to; a refusal by the rules of procedure is a finding.
  private func write<Outcome>(
    _ gate: ProcedureGate,
    _ work: (LogWriter, (LogState) -> [Diagnostic]) throws(LogFailure) -> (Outcome, [Diagnostic])
  ) throws -> Outcome {
    let writer = LogWriter(folder: round.plan.folder, round: round.plan.id)
    do throws(LogFailure) {
      let (outcome, warnings) = try work(writer, gate.problems)
      reading.complain(FileAccess().annotate(warnings))
      return outcome
    } catch {
      reading.complain(FileAccess().annotate(error.diagnostics))
      throw error.isForbidden ? Exit.findings : Exit.unusable
    }
  }
}
