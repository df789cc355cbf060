internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

/// A unit's figures that others keep, and what it says against them.
extension WebApplication {
  func figuresPage(_ visit: Visit, _ unit: String) throws -> WebResponse {
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      var page = figures(work, visit)
      if let name = visit.request.query[DisputeForm.figure], page.refusal == nil {
        page.form = form(name, work, visit.frame)
      }
      let notice =
        visit.request.query["da-luu"] == nil
        ? nil
        : visit.frame.say(
          "Đã lưu; kiến nghị có hiệu lực khi nộp bản tự chấm điểm.",
          "Saved; it counts once the self-assessment is handed in.")
      return WebResponse(200, page.html(visit.frame, notice: notice))
    }
  }

  private func figures(_ work: UnitWork, _ visit: Visit) -> FiguresPage {
    let refusal = work.rights.refusal(
      of: .editAnswers(work.result.record.unit.id), by: work.account)
    // What still costs points is told all year, in red once the time to hand in ends soon.
    var isDue = false
    if case .open(let until?) = work.rights.claim {
      isDue = Notice.isNear(until, at: visit.now.local)
    }
    return FiguresPage(
      work.drafted, in: work.snapshot, isDue: isDue,
      refusal: refusal.map { visit.frame.sentence($0.wording[visit.frame.language]) }, visit.frame)
  }

  /// The form to dispute a figure; nil: the unit has no such figure.
  private func form(
    _ name: String, _ work: UnitWork, typed: [String: String]? = nil,
    faults: [String: String] = [:], version: Int? = nil, _ frame: PageFrame
  ) -> FiguresPage.Form? {
    guard let figure = HeldFigure.one(name, of: work.drafted.unit, in: work.snapshot) else {
      return nil
    }
    let draft = work.drafted.drafts[DisputeForm.part(of: name)]
    let dispute = work.drafted.filled.disputes.first { $0.figure == name }
    var standing: [String: String] = [:]
    if let dispute {
      standing[DisputeForm.claim] = TypedValue.shown(
        dispute.claim, as: figure.name.type, frame.language)
      standing[DisputeForm.ground] = dispute.ground
      standing[DisputeForm.document] = dispute.citations.first?.document
    }
    let values = typed ?? standing
    func field(
      _ name: String, _ title: String, _ hint: String, _ kind: ItemPage.Field.Kind
    ) -> ItemPage.Field {
      ItemPage.Field(
        name: name, title: title, hint: hint, kind: kind, value: values[name] ?? "",
        problems: faults[name].map { [$0] } ?? [])
    }
    let documents = work.drafted.shelf.documents.map {
      let name = [$0.kind, $0.number].filter { !$0.isEmpty }.joined(separator: " ")
      return ItemPage.Field.Option(
        id: $0.id, title: $0.title.isEmpty ? name : "\(name): \($0.title)")
    }
    return FiguresPage.Form(
      figure: name, title: figure.name.title,
      fields: [
        field(DisputeForm.claim, frame.say("Giá trị đúng", "The right value"), "", .line),
        field(
          DisputeForm.ground, frame.say("Nguyên nhân, căn cứ", "Cause and clause"),
          frame.say(
            "nêu từng hồ sơ, báo cáo nếu có; điều, khoản quy định loại trừ",
            "name each dossier or report, and the clause"), .text),
        field(
          DisputeForm.document, frame.say("Tài liệu kiểm chứng", "Evidence"),
          frame.say("trong danh mục tài liệu của đơn vị", "of the unit's shelf"),
          .choice(documents)),
      ], version: version ?? draft?.version ?? 0, canRemove: dispute != nil)
  }

  func saveDispute(_ visit: Visit, _ unit: String) throws -> WebResponse {
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let frame = visit.frame
      let name = visit.form[DisputeForm.figure]
      func shown(
        _ status: Int, _ fields: [String: String], faults: [String: String] = [:], version: Int?,
        _ notice: String
      ) -> WebResponse {
        var page = figures(work, visit)
        page.form = form(name, work, typed: fields, faults: faults, version: version, frame)
        return WebResponse(status, page.html(frame, notice: notice, isBad: true))
      }
      switch try savingDispute(visit, work) {
      case .unreadable: return badForm(visit)
      case .saved: return .redirect(to: "/\(WebPath.figures(unit))?da-luu=1")
      case .unclear(let fields, let faults):
        return shown(
          422, fields, faults: faults, version: Int(visit.form[DisputeForm.version]),
          frame.say("Chưa lưu: xem dưới đây.", "Not saved: see below."))
      case .conflict(let fields, let other):
        return shown(
          409, fields, version: other.version,
          frame.say(
            "\(other.author) vừa sửa kiến nghị này; nội dung của bạn chưa lưu. Bấm Lưu nếu muốn thay.",
            "\(other.author) has just changed this; yours is not saved. Save again to replace it."))
      }
    }
  }
}

/// What became of a draft of a dispute that was sent.
enum DisputeSaving {
  case saved
  /// The unit has no such figure, or it is not said what the draft replaces.
  case unreadable
  case unclear([String: String], faults: [String: String])
  /// What was sent, and what somebody else has saved meanwhile.
  case conflict([String: String], StoredDraft)
}

extension WebApplication {
  /// Saves the dispute that the visit's form tells of, or takes it back.
  func savingDispute(_ visit: Visit, _ work: UnitWork) throws -> DisputeSaving {
    let name = visit.form[DisputeForm.figure]
    guard let figure = HeldFigure.one(name, of: work.drafted.unit, in: work.snapshot),
      let version = Int(visit.form[DisputeForm.version])
    else { return .unreadable }
    var fields: [String: String] = [:]
    if visit.form[DisputeForm.removal].isEmpty {
      for field in [DisputeForm.claim, DisputeForm.ground, DisputeForm.document] {
        fields[field] = visit.form[field].isEmpty ? nil : visit.form[field]
      }
      let faults = DisputeForm.faults(
        fields, of: figure.name, shelf: Set(work.drafted.shelf.documents.map(\.id)), visit.frame)
      guard faults.isEmpty else { return .unclear(fields, faults: faults) }
    }
    let saving = try store.saveDraft(
      of: work.result.record.unit.id, part: DisputeForm.part(of: name), fields, over: version,
      by: work.account.login, at: visit.now.seconds)
    switch saving {
    case .saved: return .saved
    case .conflict(let other): return .conflict(fields, other)
    }
  }
}
