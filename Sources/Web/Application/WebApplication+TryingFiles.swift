internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of a changed file of the round that was sent.
enum FileTrying {
  /// The round has no such file.
  case unknown
  case hindered(Hindrance)
  /// It was to be tried only.
  case tried(FileTrial)
  /// It does not take the earlier one's place: the round cannot be used with it, or it is the same.
  case unusable(FileTrial)
  case sent(FileTrial, Recording)
}

extension WebApplication {
  /// Tries a changed file, and puts it in the place of the earlier one where the form says so.
  /// - Parameters:
  ///   - file: the round's file, as its log names it.
  ///   - source: where the changed one stands.
  func trying(
    _ file: String, from source: String, _ form: FormFields, _ visit: Visit
  ) async throws -> FileTrying {
    guard let snapshot = visit.snapshot,
      let kind = RoundFiles(snapshot).kind(of: file)
    else { return .unknown }
    let isReplacement = form[AppraisalForm.step] == AppraisalStep.record.rawValue
    let act = isReplacement ? Act.replaceFile(kind) : .tryFile
    if let hindrance = try hindrance(visit, of: act) { return .hindered(hindrance) }
    let trial = await files.trial([file], from: source, snapshot, keeper)
    guard isReplacement else { return .tried(trial) }
    guard case .sound(let round) = trial.outcome, let replacement = trial.replacement,
      !trial.diagnostics.contains(where: \.isError)
    else { return .unusable(trial) }
    guard let person = visit.person else { return .hindered(.refused(.noPerson)) }
    let content = EventContent(
      replacing: form[AppraisalForm.reason], basis: form[AppraisalForm.basis], by: person,
      at: visit.now.local)
    let recording = try await keeper.replace(
      content, with: replacement, after: round, known: snapshot.loaded.log?.count ?? 0)
    return .sent(trial, recording)
  }
}

extension EventContent {
  /// That somebody puts files of the round in the place of earlier ones; what is typed empty is left
  /// out.
  init(replacing text: String?, basis: String?, by person: Person, at time: EventTime) {
    self.init(time: time, author: person.id, role: person.role.rawValue, kind: .replaced)
    self.text = text.flatMap { $0.isEmpty ? nil : $0 }
    self.basis = basis.flatMap { $0.isEmpty ? nil : $0 }
  }
}
