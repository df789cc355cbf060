internal import Diagnostics
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// Checking, signing and handing in.
extension WebApplication {
  func checkPage(
    _ visit: Visit, _ unit: String, refused: [String] = [], _ status: Int = 200
  ) throws -> WebResponse {
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let page = CheckPage(
        work.drafted, in: work.snapshot, visit.frame, status: self.status(work, visit.frame),
        account: work.account,
        refusal: work.rights.refusal(of: .handIn(unit), by: work.account),
        isChangedSince: isChangedSince(work, unit))
      return WebResponse(status, page.html(visit.frame, refused: refused))
    }
  }

  /// Whether the unit's file is no longer what the log has, as after a crash between the two.
  func isChangedSince(_ work: UnitWork, _ unit: String) -> Bool {
    let home = "\(work.snapshot.loaded.setting.submissions)/\(unit)/"
    return work.snapshot.diagnostics.contains {
      $0.code == .fileChangedSince && $0.primary.span.file.path.hasPrefix(home)
    }
  }

  func handIn(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try start(visit, unit, .handIn(unit)) {
    case .response(let response): return response
    case .work(let work):
      guard visit.form[CheckPage.seen] == work.drafted.edition(work.set) else {
        return try checkPage(
          visit, unit,
          refused: [
            visit.frame.say(
              "Nội dung vừa được sửa sau khi mở trang này nên chưa nộp: xem lại rồi ký.",
              "Something was changed since this page was opened, so nothing is handed in: look again, then sign."
            )
          ], 409)
      }
      switch try await handIn(work, at: visit.now) {
      case nil:
        return try checkPage(
          visit, unit,
          refused: [
            visit.frame.say(
              "Còn lỗi phải sửa nên chưa nộp được.", "There are faults to be mended first.")
          ], 409)
      case .done, .already: return .redirect(to: "/\(WebPath.unit(unit))?da-nop=1")
      case .refused(let diagnostics):
        return try checkPage(
          visit, unit,
          refused: diagnostics.map { said($0, visit.frame) }, 409)
      }
    }
  }

  /// Signs with the account's name and hands in; what is handed in is no draft any more.
  /// - Returns: nil: faults are to be mended first.
  func handIn(_ work: UnitWork, at now: WebClock.Moment) async throws -> HandingIn? {
    let unit = work.result.record.unit.id
    let faults = work.drafted.reading.diagnostics.filter(\.isError)
    guard faults.isEmpty, let person = work.account.person else { return nil }
    var filled = work.drafted.filled
    filled.signedBy = Signature(name: work.account.name, position: work.account.position)
    let outcome = try await keeper.handIn(
      filled.written(work.set).text, shelf: work.drafted.shelfText, of: unit, by: person,
      at: now.local)
    switch outcome {
    case .done, .already:
      try store.clearDrafts(of: unit, Array(work.drafted.drafts.values))
    case .refused: break
    }
    return outcome
  }
}
