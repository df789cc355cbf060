internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// A unit's own work: its items, what it types, handing in.
extension WebApplication {
  /// What all of these pages begin with.
  private struct Work {
    let snapshot: RoundSnapshot
    let rights: Rights
    let account: Account
    let drafted: DraftedUnit

    var result: UnitResult { drafted.result }
    var set: CriteriaSet { snapshot.set(of: drafted.unit) }
  }

  private enum Start {
    case work(Work)
    case response(WebResponse)
  }

  private func start(_ visit: Visit, _ unit: String, _ act: Act) throws -> Start {
    if let refusal = try refusal(visit, of: act) { return .response(refusal) }
    guard let snapshot = visit.snapshot, let place = snapshot.places[unit],
      let rights = visit.rights, let account = visit.session?.account
    else { return .response(notFound(visit)) }
    let drafts = try store.drafts(of: unit)
    guard let drafted = keeper.drafted(place, drafts, in: snapshot, at: visit.now.local) else {
      return .response(
        problem(
          visit, 409, visit.frame.say("Tệp của đơn vị có lỗi", "The unit's files have faults"),
          visit.frame.say(
            "self-assessment.yaml hoặc evidence.yaml không đọc được; chạy parindex check để biết lỗi, sửa tệp rồi tải lại trang.",
            "self-assessment.yaml or evidence.yaml cannot be used; parindex check says why."))
      )
    }
    return .work(Work(snapshot: snapshot, rights: rights, account: account, drafted: drafted))
  }

  /// Whether and when it was handed in, and until when it can be.
  private func status(_ work: Work, _ frame: PageFrame) -> [String] {
    let filed = work.snapshot.round.units[work.drafted.unit]
    var lines = [
      filed.isSubmitted
        ? ScoreSheetText(work.snapshot.round, frame.language, showsPlaces: false)
          .submission(filed)
        : frame.say("Chưa nộp bản tự chấm điểm.", "Nothing is handed in yet.")
    ]
    if filed.isSubmitted, work.drafted.hasChanges {
      lines.append(
        frame.say("Có thay đổi chưa nộp.", "There are changes that are not handed in."))
    }
    switch work.rights.claim {
    case .open(let until?):
      let words = NumberWords(frame.language)
      lines.append(
        frame.say("Hạn tự chấm điểm: \(words.moment(until)).", "Open until \(words.moment(until)).")
      )
    case .open(nil): break
    case .noStage: lines.append(frame.sentence(ActRefusal.noStage.wording[frame.language]))
    case .notOpen(let moment):
      lines.append(frame.sentence(ActRefusal.notOpen(moment).wording[frame.language]))
    case .closed(let moment):
      lines.append(frame.sentence(ActRefusal.closed(moment).wording[frame.language]))
    }
    return lines
  }

  func unitPage(_ visit: Visit, _ unit: String) throws -> WebResponse {
    if let rights = visit.rights, let account = visit.session?.account,
      !account.role.isOfUnit, rights.allows(.readSheet(unit), by: account)
    {
      return .redirect(to: "/" + WebPath.sheet(unit))
    }
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let page = UnitPage(
        work.drafted, in: work.snapshot, at: visit.now.local, visit.frame,
        status: status(work, visit.frame),
        canHandIn: work.rights.allows(.handIn(unit), by: work.account))
      let notice =
        visit.request.query["da-nop"] == nil
        ? nil : visit.frame.say("Đã nộp bản tự chấm điểm.", "The self-assessment was handed in.")
      return WebResponse(200, page.html(visit.frame, notice: notice))
    }
  }

  // MARK: Items

  func itemPage(_ visit: Visit, _ unit: String, _ part: String) throws -> WebResponse {
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let notice =
        visit.request.query["da-luu"] == nil ? nil : visit.frame.say("Đã lưu.", "Saved.")
      guard let page = page(of: part, source(work, visit, part)) else { return notFound(visit) }
      return WebResponse(200, page.html(visit.frame, notice: notice))
    }
  }

  private func page(of part: String, _ source: ItemPageSource) -> ItemPage? {
    if part == AnswerForm.shared {
      return source.set.sharedInputs.isEmpty ? nil : ItemPage(shared: source)
    }
    return source.set.itemIndex(part).map { ItemPage(source.set.items[$0], source) }
  }

  private func source(_ work: Work, _ visit: Visit, _ part: String) -> ItemPageSource {
    let language = visit.frame.language
    let saved = work.drafted.drafts[part].map { text(of: $0, visit) }
    let refusal = work.rights.refusal(
      of: .editAnswers(work.result.record.unit.id), by: work.account)
    return ItemPageSource(
      drafted: work.drafted, snapshot: work.snapshot, frame: visit.frame,
      refusal: refusal.map { visit.frame.sentence($0.wording[language]) }, saved: saved)
  }

  func saveItem(_ visit: Visit, _ unit: String, _ part: String) throws -> WebResponse {
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let set = work.set
      let item = set.itemIndex(part).map { set.items[$0] }
      guard item?.scoredBy == .unit || (part == AnswerForm.shared && !set.sharedInputs.isEmpty)
      else { return notFound(visit) }
      let fields = AnswerForm.kept(visit.form, of: item, in: set)
      let shelf = Set(work.result.record.assessment.shelf.map(\.id))
      let cited = (0..<AnswerForm.mostCitations).compactMap { fields[AnswerForm.document($0)] }
      guard cited.allSatisfy(shelf.contains), let version = Int(visit.form["version"]) else {
        return problem(
          visit, 400, visit.frame.say("Không đọc được biểu mẫu", "The form cannot be read"),
          visit.frame.say(
            "Tài liệu được dẫn không có trong danh mục của đơn vị.",
            "A document is cited that is not on the unit's shelf."))
      }
      let saving = try store.saveDraft(
        of: unit, part: part, fields, over: version, by: work.account.login,
        at: visit.now.seconds)
      switch saving {
      case .conflict(let other):
        if visit.form["auto"] == "1" { return acknowledged(409, other, visit) }
        return conflict(visit, work, part, fields, other)
      case .saved(let draft):
        if visit.form["auto"] == "1" { return acknowledged(200, draft, visit) }
        let next = item.flatMap { item in
          set.items.dropFirst(item.index + 1).first { $0.scoredBy == .unit }
        }
        if visit.form["then"] == "next", let next {
          return .redirect(to: "/\(WebPath.item(next.id, of: unit))")
        }
        let path = item == nil ? WebPath.shared(unit) : WebPath.item(part, of: unit)
        return .redirect(to: "/\(path)?da-luu=1")
      }
    }
  }

  /// When something was saved, and by whom.
  private func text(of draft: StoredDraft, _ visit: Visit) -> String {
    let time = EventWords(visit.frame.language).time(visit.now.local(at: draft.savedAt))
    return visit.frame.say(
      "Lưu lúc \(time), \(draft.author)", "Saved \(time) by \(draft.author)")
  }

  /// The answer to the page's script.
  private func acknowledged(_ status: Int, _ draft: StoredDraft, _ visit: Visit) -> WebResponse {
    var json = JSONWriter(indented: false)
    json.object {
      $0.member("version", draft.version)
      $0.member("text", text(of: draft, visit))
    }
    return WebResponse(status, type: "application/json", json.bytes)
  }

  /// What both typed, side by side: nothing is overwritten unless somebody says so.
  private func conflict(
    _ visit: Visit, _ work: Work, _ part: String, _ typed: [String: String], _ other: StoredDraft
  ) -> WebResponse {
    var source = source(work, visit, part)
    source.typed = typed
    source.version = other.version
    guard let page = page(of: part, source) else { return notFound(visit) }
    let titles = page.titles(visit.frame)
    let theirs = other.fields.filter { typed[$0.key] ?? "" != $0.value }
      .sorted { $0.key < $1.key }
      .map { (title: titles[$0.key] ?? $0.key, value: $0.value) }
    return WebResponse(
      409,
      page.html(
        visit.frame,
        notice: visit.frame.say(
          "\(other.author) vừa lưu mục này; nội dung dưới đây của bạn chưa lưu. Bấm Lưu nếu muốn thay nội dung của người đó:",
          "\(other.author) has just saved this item; what you typed, below, is not saved. Save again to replace theirs:"
        ), conflict: theirs))
  }

  // MARK: Handing in

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
  private func isChangedSince(_ work: Work, _ unit: String) -> Bool {
    let home = "\(work.snapshot.loaded.setting.submissions)/\(unit)/"
    return work.snapshot.diagnostics.contains {
      $0.code == .fileChangedSince && $0.primary.span.file.path.hasPrefix(home)
    }
  }

  func handIn(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try start(visit, unit, .handIn(unit)) {
    case .response(let response): return response
    case .work(let work):
      let faults = work.drafted.reading.diagnostics.filter(\.isError)
      guard faults.isEmpty, let person = work.account.person else {
        return try checkPage(
          visit, unit,
          refused: [
            visit.frame.say(
              "Còn lỗi phải sửa nên chưa nộp được.", "There are faults to be mended first.")
          ], 409)
      }
      var filled = work.drafted.filled
      filled.signedBy = Signature(name: work.account.name, position: work.account.position)
      let outcome = try await keeper.handIn(
        filled.written(work.set).text, of: unit, by: person, at: visit.now.local)
      switch outcome {
      case .done, .already:
        try store.clearDrafts(of: unit, Array(work.drafted.drafts.values))
        return .redirect(to: "/\(WebPath.unit(unit))?da-nop=1")
      case .refused(let diagnostics):
        return try checkPage(
          visit, unit,
          refused: diagnostics.map { visit.frame.sentence($0.message[visit.frame.language]) }, 409)
      }
    }
  }
}

extension ItemPage {
  /// What the fields of the form are called, by their names.
  fileprivate func titles(_ frame: PageFrame) -> [String: String] {
    var titles: [String: String] = [:]
    for field in (fields ?? []) + [points, notApplicable, note].compactMap(\.self) {
      titles[field.name] = field.title
    }
    for place in 0..<AnswerForm.mostCitations {
      let number = place + 1
      titles[AnswerForm.document(place)] = frame.say("Tài liệu \(number)", "Document \(number)")
      titles[AnswerForm.section(place)] = frame.say("Mục \(number)", "Section \(number)")
      titles[AnswerForm.pages(place)] = frame.say("Trang \(number)", "Pages \(number)")
    }
    return titles
  }
}
