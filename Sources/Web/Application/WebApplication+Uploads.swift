internal import EventLog
internal import Grading
internal import Loading
internal import Logging
internal import Reports
internal import Store

/// Adding a document to a unit's shelf, with a file or without.
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
        visit.frame.say(
          "Đang có nhiều tệp cùng được tải lên; chờ các tệp kia xong rồi thử lại.",
          "Many files are coming in; wait for the others, then try again."))
      response.headers.append(("retry-after", "60"))
      return response
    }
  }

  /// One document on its way to the shelf.
  struct Upload: Sendable {
    let visit: Visit
    let work: UnitWork
    let unit: String
    var form = FormFields()

    var frame: PageFrame { visit.frame }
    var place: EvidencePlace { EvidencePlace(of: unit, in: work.snapshot) }
  }

  private func receive(
    _ upload: Upload, _ stream: BodyStream, _ token: String
  ) async throws -> WebResponse {
    let limits = settings.evidence.limits
    guard let folder = settings.evidence.folder else {
      return refused(
        upload, 503, upload.frame.say("Máy chủ chưa nhận tệp.", "The server takes no files."))
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
      return try await keep(received.file, of: reading, upload)
    } catch let fault as UploadFault {
      return try refused(upload, fault)
    } catch is BodyStream.Failure {
      return refused(
        upload, 408,
        upload.frame.say(
          "Đường truyền quá chậm hoặc bị ngắt; chưa lưu gì. Tải lại tệp.",
          "The connection is too slow or broke; nothing was kept. Send it again."))
    }
  }

  /// Puts what came on the shelf.
  private func keep(
    _ file: UploadReading.File?, of reading: UploadReading, _ upload: Upload
  ) async throws -> WebResponse {
    var fields: [String: String] = [:]
    for name in ShelfForm.typed where !upload.form[name].isEmpty {
      fields[name] = upload.form[name]
    }
    let faults = ShelfForm.faults(fields, hasFile: file != nil, upload.frame)
    guard faults.isEmpty else {
      return refused(
        upload, 422,
        upload.frame.say(
          "Chưa thêm: còn chỗ phải sửa\(file == nil ? "" : "; chọn lại tệp sau khi sửa").",
          "Not added yet: see below\(file == nil ? "" : "; choose the file once more")."), faults)
    }
    let shelf = UnitShelf(upload.work.drafted)
    if let refusal = refusal(of: file, shelf, upload) { return refusal }
    var isNew = false
    if let file {
      let kind = try await reading.checked(settings.evidence.scanner)
      let document = ShelfForm.id(for: fields, besides: [])
      let name = EvidencePlace.name(document, sha256: file.sha256, kind)
      isNew = try await reading.place(in: upload.place.folder, as: name)
      fields[ShelfForm.file] = EvidencePlace.filed(name)
      fields[ShelfForm.sha256] = file.sha256
    }
    do {
      let saved = try save(fields, upload)
      if case .twice(let other) = saved, isNew, let file = fields[ShelfForm.file],
        other.file != file
      {
        upload.place.remove(file)
      }
      return answer(saved, upload)
    } catch {
      if isNew, let file = fields[ShelfForm.file] { upload.place.remove(file) }
      throw error
    }
  }

  /// Why there is no room for it, or no need; nil: there are both.
  private func refusal(
    of file: UploadReading.File?, _ shelf: UnitShelf, _ upload: Upload
  ) -> WebResponse? {
    let frame = upload.frame
    if let file, let other = shelf.entry(holding: file.sha256) {
      return answer(.twice(other.document), upload)
    }
    if shelf.entries.count >= settings.evidence.mostDocuments {
      return refused(
        upload, 409,
        frame.say(
          "Danh mục đã có \(shelf.entries.count) tài liệu, không thêm được nữa.",
          "The shelf holds \(shelf.entries.count) documents already."))
    }
    guard let file else { return nil }
    let files = Set(shelf.entries.map(\.document.file).filter { !$0.isEmpty })
    let total = files.reduce(file.size) { $0 + (upload.place.open($1)?.size ?? 0) }
    guard total > settings.evidence.largestShelf else { return nil }
    let most = ShelfWords(frame).size(settings.evidence.largestShelf)
    return refused(
      upload, 413,
      frame.say(
        "Tổng dung lượng tệp của đơn vị sẽ vượt \(most).",
        "The unit's files would take more than \(most)."))
  }

  // MARK: The shelf

  private enum Kept {
    case added(String)
    /// A document holds these bytes already.
    case twice(FilledShelf.Document)
  }

  private func save(_ fields: [String: String], _ upload: Upload) throws -> Kept {
    try uploads.alone {
      let drafts = try store.drafts(of: upload.unit)
      var shelf = upload.work.drafted.baseShelf
      shelf.lay(drafts)
      if let digest = fields[ShelfForm.sha256],
        let other = shelf.documents.first(where: { $0.sha256 == digest })
      {
        return .twice(other)
      }
      let known = drafts.keys.compactMap(ShelfForm.document)
      let taken = Set(
        (upload.work.drafted.filedShelf.documents + upload.work.drafted.baseShelf.documents
          + shelf.documents).map(\.id) + known)
      let id = ShelfForm.id(for: fields, besides: taken)
      let last = drafts.values.compactMap { Int($0.fields[ShelfForm.order] ?? "") }.max() ?? 0
      var fields = fields
      fields[ShelfForm.order] = String(last + 1)
      _ = try store.saveDraft(
        of: upload.unit, part: ShelfForm.part(of: id), fields, over: 0,
        by: upload.work.account.login, at: upload.visit.now.seconds)
      return .added(id)
    }
  }

  private func answer(_ kept: Kept, _ upload: Upload) -> WebResponse {
    let item = upload.form["item"]
    switch kept {
    case .added(let id):
      let path =
        upload.work.set.itemIndex(item) == nil
        ? WebPath.shelf(upload.unit) : WebPath.item(item, of: upload.unit)
      return .redirect(to: "/\(path)?da-them=\(ShelfForm.address(of: id))")
    case .twice(let other):
      return refused(
        upload, 409,
        upload.frame.say(
          "Tệp này đã có trong danh mục với mã \(other.id); dẫn mã đó, không cần tải lại.",
          "This file is on the shelf already as \(other.id); cite that one."))
    }
  }
}
