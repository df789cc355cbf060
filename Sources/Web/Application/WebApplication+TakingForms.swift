internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Store
internal import Workbooks

/// What became of a unit's workbook that was sent.
enum FormTaking {
  /// It waits to be looked at.
  case waits
  /// What has to be mended in it.
  case unclear([Diagnostic])
  /// It is of another unit, of this name.
  case ofOther(String, [Diagnostic])
  /// Somebody else has sent one meanwhile.
  case overtaken([Diagnostic])
}

/// What became of a workbook that waited.
enum FormSettling {
  case unreadable
  case dropped
  case taken
  /// What is typed was changed, or it is settled.
  case overtaken
}

/// A unit's self-assessment out to a workbook and back, whoever shows what comes of it.
extension WebApplication {
  /// A workbook that waits, with what it says otherwise than what is typed.
  struct WaitingForm {
    let form: TakenForm
    let draft: StoredDraft
    let changes: [FormChange]
  }

  /// nil: none waits.
  func waitingForm(of work: UnitWork, _ visit: Visit) -> WaitingForm? {
    guard let draft = work.drafted.drafts[TakenForm.waiting], let form = TakenForm(draft.fields)
    else { return nil }
    return WaitingForm(form: form, draft: draft, changes: changes(form, work, visit))
  }

  /// What the workbook says otherwise than what is typed; when it was handed in, and who signed, are
  /// said by handing in.
  private func changes(_ form: TakenForm, _ work: UnitWork, _ visit: Visit) -> [FormChange] {
    let reading = work.snapshot.loaded.reading(
      selfAssessment: Array(form.assessment.utf8), evidence: Array(form.shelf.utf8),
      of: work.drafted.unit, at: visit.now.local)
    guard let reading else { return [] }
    func said(_ assessment: SelfAssessment) -> [AssessmentStatement] {
      assessment.statements(work.set).filter {
        $0.key != "submitted_at" && !$0.key.hasPrefix("signed_by.")
      }
    }
    return FormImporter.changes(
      said(work.drafted.reading.record.assessment), said(reading.record.assessment))
  }

  /// The workbook with what is typed so far; nil: what is typed cannot be read.
  func workbook(of work: UnitWork) async -> FormResult? {
    let setting = work.snapshot.loaded.setting
    let unit = work.result.record.unit.id
    guard !work.drafted.reading.isUnreadable,
      let member = setting.members.first(where: { $0.unit.id == unit })
    else { return nil }
    return await forms.form(
      of: member, setting, holding: work.drafted.reading.record.assessment)
  }

  /// Reads a workbook and keeps it until somebody has looked at what it changes.
  func takeIn(
    _ place: String, _ name: String, _ visit: Visit, _ work: UnitWork
  ) async throws -> FormTaking {
    let unit = work.result.record.unit.id
    let (form, found) = await forms.read(place, name, work.snapshot.loaded.setting)
    guard let form else { return .unclear(found) }
    guard form.unit.id == unit else { return .ofOther(form.unit.name, found) }
    let taken = TakenForm(
      assessment: form.assessmentText, shelf: form.shelfText, name: name)
    let saving = try store.saveDraft(
      of: unit, part: TakenForm.waiting, taken.fields,
      over: work.drafted.drafts[TakenForm.waiting]?.version ?? 0, by: work.account.login,
      at: visit.now.seconds)
    switch saving {
    case .conflict: return .overtaken(found)
    case .saved: return .waits
    }
  }

  /// Takes the workbook that waits in, or drops it, as the visit's form says.
  func settlingForm(_ visit: Visit, _ work: UnitWork) throws -> FormSettling {
    let unit = work.result.record.unit.id
    let drafts = work.drafted.drafts
    guard let waiting = drafts[TakenForm.waiting],
      visit.form[FormPage.version] == String(waiting.version)
    else { return .overtaken }
    switch visit.form[FormPage.act] {
    case FormPage.discard:
      try store.clearDrafts(of: unit, [waiting])
      return .dropped
    case FormPage.take:
      guard visit.form[FormPage.seen] == work.drafted.edition(work.set),
        try store.replaceDrafts(
          of: unit, with: TakenForm.part, waiting.fields, over: drafts.mapValues(\.version),
          by: work.account.login, at: visit.now.seconds)
      else { return .overtaken }
      return .taken
    default: return .unreadable
    }
  }
}
