internal import Diagnostics
internal import Grading
internal import Papers
internal import Reports
internal import Store

/// A unit's papers, to print.
extension APIOperation {
  static let ofPapers = [
    APIOperation(
      id: "getSheetPaper", method: .get, path: "/units/{unit}/papers/sheet", tag: .unit,
      summary: Wording(vi: "Phiếu kết quả, để in", en: "The sheet of results, to print"),
      about: Wording(
        vi: "Như đã nộp và thẩm định. Ai xem được phiếu điểm.",
        en: "As it was handed in and decided, for whoever may see the score sheet."),
      answers: .document, files: [PaperKind.unitSheet.usualFormats[0].contentType],
      needsDisk: true
    ) { app, call in
      try call.need(.readSheet(call.unit), app)
      guard let place = call.snapshot.places[call.unit] else { throw APIProblem.missing }
      return try await app.paper(call, .unitSheet, of: place, nil)
    },
    APIOperation(
      id: "getReportPaper", method: .get, path: "/units/{unit}/papers/report", tag: .unit,
      summary: Wording(
        vi: "Báo cáo tự đánh giá, để in", en: "The report of the self-assessment, to print"),
      about: Wording(
        vi: "Với cả nội dung chưa nộp. Người của chính đơn vị.",
        en: "With what is not handed in yet. People of the unit itself."),
      answers: .document, files: [PaperKind.report.usualFormats[0].contentType], needsDisk: true
    ) { app, call in
      let work = try app.begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      return try await app.paper(call, .report, of: work.drafted.unit, work.drafted)
    },
  ]
}

extension WebApplication {
  fileprivate func paper(
    _ call: APICall, _ kind: PaperKind, of place: Int, _ drafted: DraftedUnit?
  ) async throws -> APIAnswer {
    do throws(HandoutDesk.Refusal) {
      let paper = try await paper(kind, of: place, call.snapshot, drafted, call.frame.language)
      if let paper { return APIAnswer(file: paper) }
    } catch {
      throw APIProblem(.internalError, error.problems)
    }
    throw APIProblem(
      .missing, "đơn vị chưa nộp bản tự chấm điểm nên chưa có văn bản này",
      "nothing is handed in, so there is no such paper")
  }
}
