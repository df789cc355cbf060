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
    guard let snapshot = visit.snapshot, let rights = visit.rights,
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
    guard let person = visit.session?.account.person.flatMap({ rights.people[$0] }) else {
      return .hindered(.refused(.noPerson))
    }
    var content = EventContent(
      time: visit.now.local, author: person.id, role: person.role.rawValue, kind: .replaced)
    content.text = form[AppraisalForm.reason].isEmpty ? nil : form[AppraisalForm.reason]
    content.basis = form[AppraisalForm.basis].isEmpty ? nil : form[AppraisalForm.basis]
    let recording = try await keeper.replace(
      content, with: replacement, after: round, known: snapshot.loaded.log?.count ?? 0)
    return .sent(trial, recording)
  }
}
