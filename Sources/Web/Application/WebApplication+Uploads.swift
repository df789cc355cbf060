internal import EventLog
internal import Grading
internal import Loading
internal import Logging
internal import Reports
internal import Store

/// Adding a document to a unit's shelf from its page, with a file or without.
extension WebApplication {
  func addDocument(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      guard let stream = visit.request.stream, visit.isUpload, let token = visit.session?.formToken
      else { return problem(visit, 415, visit.frame.say("Không đọc được", "Not readable"), "") }
      let received = try await uploads.receive(by: work.account.login, settings.evidence) {
        try await receive(Upload(visit: visit, work: work, unit: unit), stream, token)
      }
      if let received { return received }
      var response = problem(
        visit, 503, visit.frame.say("Hệ thống đang bận", "The system is busy"),
        ShelfWords(visit.frame).busy)
      response.headers.append(("retry-after", "60"))
      return response
    }
  }

  private func receive(
    _ upload: Upload, _ stream: BodyStream, _ token: String
  ) async throws -> WebResponse {
    let limits = settings.evidence.limits
    let words = ShelfWords(upload.frame)
    guard let folder = settings.evidence.folder else {
      return refused(upload, ShelfRefusal(503, words.takesNone))
    }
    if let length = upload.visit.request.headers["content-length"].flatMap({ Int($0) }),
      length > limits.form
    {
      return try refused(upload, .form(.fileTooLong))
    }
    var upload = upload
    do {
      let (reading, received) = try await UploadReading.whole(
        stream, upload.visit.request, limits, token: token, folder: folder)
      upload.form = received.fields
      switch try await shelve(received.file, of: reading, upload) {
      case .added(let id): return answer(id, upload)
      case .refused(let refusal): return refused(upload, refusal)
      }
    } catch let fault as UploadFault {
      return try refused(upload, fault)
    } catch is BodyStream.Failure {
      return refused(upload, ShelfRefusal(408, words.slow))
    }
  }

  private func answer(_ id: String, _ upload: Upload) -> WebResponse {
    let item = upload.form["item"]
    let path =
      upload.work.set.itemIndex(item) == nil
      ? WebPath.shelf(upload.unit) : WebPath.item(item, of: upload.unit)
    return .redirect(to: "/\(path)?da-them=\(ShelfForm.address(of: id))")
  }
}
