internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// How the round is set up, and a changed file of it tried or put in the earlier one's place.
extension APIOperation {
  static let ofSetup = [
    APIOperation(
      id: "getSetup", method: .get, path: "/setup", tag: .round,
      summary: Wording(vi: "Thiết lập của kỳ đánh giá", en: "How the round is set up"),
      about: Wording(
        vi:
          "Các bộ tiêu chí, ai làm việc gì, các tệp thay được, những gì phát hiện trong tệp. Các bước và thời hạn: getRound. Sở Nội vụ, kiểm tra.",
        en:
          "Criteria, who does what, files that can be replaced, what was found in files. Stages and deadlines: getRound. The organiser, auditors."
      ), answers: .named("Setup", .object(setupFields))
    ) { app, call in
      try call.need(.readSetup, app)
      return APIAnswer(try app.setup(call))
    },
    APIOperation(
      id: "tryFile", method: .post, path: "/setup/files/trial", tag: .round,
      summary: Wording(vi: "Thử một tệp đã sửa", en: "Try a changed file"),
      about: Wording(
        vi: "Nội dung là tệp đã sửa. Trả những gì phát hiện và ảnh hưởng; không ghi gì.",
        en:
          "The body is the changed file. The answer is what is found and its effect; nothing is written."
      ), query: [file], takesBytes: true, answers: fileTrialShape, mayBeUnclear: true,
      needsDisk: true
    ) { app, call in
      try call.need(.tryFile, app)
      return try await app.sendFile(call, .preview)
    },
    APIOperation(
      id: "replaceFile", method: .post, path: "/setup/files/replacement", tag: .round,
      summary: Wording(vi: "Thay một tệp của kỳ đánh giá", en: "Replace a file of the round"),
      about: Wording(
        vi:
          "Sở Nội vụ. Như tryFile, rồi ghi vào nhật ký. Bộ tiêu chí và quy định giữ nguyên khi đã có đơn vị nộp. Tệp không dùng được, hoặc đúng là tệp đang dùng, thì trả 409.",
        en:
          "The organiser. As tryFile, then it is recorded. What the round goes by stays once units handed in. A file that cannot be used, or is the one in use, is 409."
      ),
      query: [
        file,
        APIParameter("basis", .text(4_000), "văn bản làm căn cứ", "the document it rests on"),
        APIParameter("text", .text(4_000), "lý do", "the reason"),
      ], takesBytes: true, answers: fileTrialShape, mayConflict: true, mayBeUnclear: true,
      needsDisk: true
    ) { app, call in
      try call.need(.tryFile, app)
      return try await app.sendFile(call, .record)
    },
  ]

  private static let file = APIParameter(
    "file", .text(500), "tệp của kỳ đánh giá, như criteria/so.yaml",
    "the round's file, like criteria/so.yaml")
}

extension WebApplication {
  fileprivate func sendFile(_ call: APICall, _ step: AppraisalStep) async throws -> APIAnswer {
    let name = call.query["file"] ?? ""
    let known = RoundFiles(call.snapshot).all
    guard known.contains(name) else {
      let list = known.joined(separator: ", ")
      throw APIProblem(
        .unclear,
        [
          APIFault(
            .parameter("file"), "unknown-file", "kỳ đánh giá không có tệp này; có: \(list)",
            "the round has no such file; known: \(list)")
        ])
    }
    let form = FormFields(
      values: [
        AppraisalForm.step: step.rawValue, AppraisalForm.basis: call.query["basis"] ?? "",
        AppraisalForm.reason: call.query["text"] ?? "",
      ])
    let received = try await receivedFile(call.visit, atMost: SetupPage.largest, as: name)
    switch received {
    case .forged: throw APIProblem.missing
    case .refused(let status, let text): throw APIProblem(ShelfRefusal(status, text))
    case .form(let received):
      guard let file = received.file else {
        throw APIProblem(.unclear, "chưa có tệp", "there is no file")
      }
      let sent = try await file.use { try await trying(name, from: $0, form, call.visit) }
      return try tried(sent, call)
    }
  }

  private func tried(_ trying: FileTrying, _ call: APICall) throws(APIProblem) -> APIAnswer {
    switch trying {
    case .unknown: throw APIProblem.missing
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .tried(let trial): return APIAnswer(fileTrial(trial, call))
    case .sent(let trial, .done(let event)), .sent(let trial, .already(let event)):
      return APIAnswer(fileTrial(trial, call, event: event))
    case .unusable(let trial):
      var problem = APIProblem(
        .conflict, "chưa thay: tệp không dùng được, hoặc đúng là tệp đang dùng",
        "not replaced: the round cannot be used with it, or it is the file in use")
      problem.current = fileTrial(trial, call)
      throw problem
    case .sent(_, .overtaken(let events)): throw APIProblem.overtaken(events)
    case .sent(let trial, .refused(let problems)):
      var problem = APIProblem(.refused, problems)
      problem.current = fileTrial(trial, call)
      throw problem
    }
  }

  private func fileTrial(
    _ trial: FileTrial, _ call: APICall, event: Int? = nil
  ) -> JSONValue {
    let outcome: String
    var effect: JSONValue = .null
    switch trial.outcome {
    case .unchanged: outcome = "unchanged"
    case .broken: outcome = "broken"
    case .sound(let round):
      outcome = "sound"
      let difference = RoundDifference(from: .init(call.snapshot.round), to: .init(round))
      let section = TrialSection(difference, refusals: [], call.frame, showsPlaces: true) { _ in
        true
      }
      effect = TrialAnswer(section, difference, showsPlaces: true) { _ in true }.json([])
    }
    let found = FileTrialSection.told(trial.diagnostics, in: call.snapshot)
    return [
      "outcome": .string(outcome), "findings": .array(found.map(call.finding)), "trial": effect,
      "event": event.map(JSONValue.whole) ?? .null,
    ]
  }
}
