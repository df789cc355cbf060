internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports
internal import Store

/// One item of a unit, shown and saved.
extension WebApplication {
  /// - Parameter refusals: why an explanation that was sent is not recorded; it is shown again.
  func itemPage(
    _ visit: Visit, _ unit: String, _ part: String,
    explaining refusals: [TrialSection.Refusal]? = nil
  ) throws -> WebResponse {
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      var notice: String? =
        if visit.request.query["da-giai-trinh"] != nil {
          visit.frame.say("Đã gửi giải trình.", "The explanation was sent.")
        } else {
          nil
        }
      var source = source(work, visit, part)
      let added = visit.request.query["da-them"]
      source.suggested =
        work.drafted.shelf.documents.first { ShelfForm.address(of: $0.id) == added }?.id
      if let id = source.suggested {
        notice = visit.frame.say(
          "Đã thêm tài liệu với mã \(id) và chọn sẵn ở dưới; ghi mục, trang rồi bấm Lưu để dẫn.",
          "Added as \(id) and chosen below; give section and pages, then save to cite it.")
      }
      guard var page = page(of: part, source) else { return notFound(visit) }
      if notice == nil, visit.request.query["da-luu"] != nil {
        notice =
          page.faults == 0
          ? visit.frame.say("Đã lưu.", "Saved.")
          : visit.frame.say(
            "Đã lưu; còn \(page.faults) chỗ phải sửa.", "Saved; still to be mended: \(page.faults)."
          )
      }
      page.requests = requests(
        visit, work, part, typed: refusals == nil ? nil : visit.form)
      page.closed = ClosedRequest.all(
        about: part, of: work.snapshot.round.units[work.drafted.unit], in: work.snapshot,
        visit.frame)
      if let refusals {
        for place in page.requests.indices { page.requests[place].refusals = refusals }
        page.refusals = page.requests.isEmpty ? refusals : []
      }
      return WebResponse(
        refusals == nil ? 200 : 409, page.html(visit.frame, notice: notice))
    }
  }

  private func page(of part: String, _ source: ItemPageSource) -> ItemPage? {
    if part == AnswerForm.shared {
      return source.set.sharedInputs.isEmpty ? nil : ItemPage(shared: source)
    }
    return source.set.itemIndex(part).map { ItemPage(source.set.items[$0], source) }
  }

  private func source(_ work: UnitWork, _ visit: Visit, _ part: String) -> ItemPageSource {
    let language = visit.frame.language
    let saved = work.drafted.drafts[part].map { text(of: $0, visit) }
    let refusal = work.rights.refusal(
      of: .editAnswers(work.result.record.unit.id), by: work.account)
    return ItemPageSource(
      drafted: work.drafted, snapshot: work.snapshot, frame: visit.frame,
      refusal: refusal.map { visit.frame.sentence($0.wording[language]) }, saved: saved)
  }

  func saveItem(_ visit: Visit, _ unit: String, _ part: String) async throws -> WebResponse {
    switch try beginSaving(visit, unit) {
    case .failure(let hindrance): return page(of: hindrance, visit)
    case .success(let work):
      let set = work.set
      let item = set.itemIndex(part).map { set.items[$0] }
      switch try await save(visit, work, part) {
      case .missing: return notFound(visit)
      case .unreadable, .uncitable:
        return problem(
          visit, 400, visit.frame.say("Không đọc được biểu mẫu", "The form cannot be read"),
          visit.frame.say(
            "Tài liệu được dẫn không có trong danh mục của đơn vị.",
            "A document is cited that is not on the unit's shelf."))
      case .conflict(let fields, let other):
        if visit.form["auto"] == "1" { return acknowledged(409, other, visit) }
        return try conflict(visit, unit, part, fields, other)
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
    _ visit: Visit, _ unit: String, _ part: String, _ typed: [String: String],
    _ other: StoredDraft
  ) throws -> WebResponse {
    let work: UnitWork
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let own): work = own
    }
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
