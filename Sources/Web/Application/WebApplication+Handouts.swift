internal import Diagnostics
internal import EventLog
internal import Grading
internal import Papers
internal import Reports
internal import Store
internal import Typesetting

/// Papers, the site, the bundle and workbooks, to take away.
extension WebApplication {
  func handoutsPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readHandouts) { return refusal }
    guard let snapshot = visit.snapshot else { return notFound(visit) }
    return WebResponse(200, page(of: snapshot, visit).html(visit.frame))
  }

  private func page(of snapshot: RoundSnapshot, _ visit: Visit) -> HandoutsPage {
    HandoutsPage(
      state: EventWords(visit.frame.language).state(snapshot.plan.publication.state))
  }

  func handout(_ visit: Visit, _ handout: Handout) async throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readHandouts) { return refusal }
    guard let snapshot = visit.snapshot, let folder = settings.evidence.folder else {
      return notFound(visit)
    }
    do throws(HandoutDesk.Refusal) {
      let file = try await handouts.make(
        handout, of: snapshot, visit.frame.language, in: folder, threads: keeper.threads)
      return .attachment(file, type: handout.contentType, name: handout.file)
    } catch {
      var page = page(of: snapshot, visit)
      page.findings = FindingList(error.problems, snapshot.plan, visit.frame)
      return WebResponse(
        500,
        page.html(
          visit.frame,
          notice: visit.frame.say(
            "Chưa làm được tệp “\(handout.title(visit.frame))”.",
            "“\(handout.title(visit.frame))” could not be made.")))
    }
  }

  /// A unit's sheet of results, as it was handed in and decided.
  func sheetPaper(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readSheet(unit)) { return refusal }
    guard let snapshot = visit.snapshot, let place = snapshot.places[unit] else {
      return notFound(visit)
    }
    return try await paper(.unitSheet, of: place, snapshot, nil, visit, unit)
  }

  /// A unit's report of its self-assessment, with what is typed and not handed in yet.
  func reportPaper(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      return try await paper(
        .report, of: work.drafted.unit, work.snapshot, work.drafted, visit, unit)
    }
  }

  private func paper(
    _ kind: PaperKind, of place: Int, _ snapshot: RoundSnapshot, _ drafted: DraftedUnit?,
    _ visit: Visit, _ unit: String
  ) async throws -> WebResponse {
    let frame = visit.frame
    do throws(HandoutDesk.Refusal) {
      let paper = try await paper(kind, of: place, snapshot, drafted, frame.language)
      return paper
        ?? problem(
          visit, 404, frame.say("Chưa có", "There is none"),
          frame.say(
            "Đơn vị chưa nộp bản tự chấm điểm nên chưa có văn bản này.",
            "Nothing is handed in, so there is no such paper."))
    } catch {
      return problem(
        visit, 500, frame.say("Chưa làm được văn bản", "It could not be made"),
        error.problems.map { said($0, frame) }.joined(separator: " "))
    }
  }

  /// A unit's paper as it stands; nil: nothing is handed in, so there is none.
  func paper(
    _ kind: PaperKind, of place: Int, _ snapshot: RoundSnapshot, _ drafted: DraftedUnit?,
    _ language: Language
  ) async throws(HandoutDesk.Refusal) -> WebResponse? {
    let filed = snapshot.round.units[place]
    let format = kind.usualFormats[0]
    let bytes = try await handouts.paper(
      kind, of: place, in: snapshot, round: drafted?.trial.round,
      isUnsent: drafted.map { !filed.isSubmitted || $0.hasChanges } ?? false, language,
      as: format)
    return bytes.map {
      .attachment(
        $0, type: format.contentType,
        name: "\(kind.folder)-\(filed.record.unit.id).\(format.rawValue)")
    }
  }
}

extension PaperFormat {
  var contentType: String {
    switch self {
    case .pdf: "application/pdf"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }
}
