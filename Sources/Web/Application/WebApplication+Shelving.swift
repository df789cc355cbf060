internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// What became of a document that was to come onto a shelf.
enum Shelving: Sendable {
  /// It has this id.
  case added(String)
  case refused(ShelfRefusal)
}

/// Why a document was not taken.
struct ShelfRefusal: Error, Hashable, Sendable {
  let status: Int
  /// A sentence, in the language of whoever sent it.
  let text: String
  /// What is wrong with what was typed, by field.
  var faults: [String: String] = [:]

  init(_ status: Int, _ text: String, _ faults: [String: String] = [:]) {
    self.status = status
    self.text = text
    self.faults = faults
  }
}

/// Putting a document on a unit's shelf, whoever brings it and however its file came.
extension WebApplication {
  /// One document on its way to the shelf.
  struct Upload: Sendable {
    let visit: Visit
    let work: UnitWork
    let unit: String
    var form = FormFields()

    var frame: PageFrame { visit.frame }
    var place: EvidencePlace { EvidencePlace(of: unit, in: work.snapshot) }
  }

  /// - Parameters:
  ///   - file: the one that came with the form; nil: none did.
  ///   - reading: what holds it, or takes one that came in pieces.
  /// - Throws: `UploadFault`.
  func shelve(
    _ file: UploadReading.File?, of reading: UploadReading, _ upload: Upload
  ) async throws -> Shelving {
    let id = upload.form[ShelfForm.pieces]
    guard file == nil, !id.isEmpty else { return try await keep(file, of: reading, upload) }
    let pieces = try store.upload(
      id, of: upload.work.account, unit: upload.unit, at: upload.visit.now.seconds)
    guard let pieces else { throw UploadFault.noPieces }
    // Whoever missed the answer asks again.
    if let document = pieces.document { return .added(document) }
    let outcome: Shelving
    do {
      outcome = try await keep(reading.take(pieces), of: reading, upload)
    } catch let fault as UploadFault where fault.isOfBytes {
      // The same file, sent again, is not to meet what is wrong with this one.
      try store.forget(pieces)
      forget(pieces: [pieces.id])
      throw fault
    }
    if case .added(let document) = outcome {
      try store.end(pieces, as: document)
      forget(pieces: [pieces.id])
    }
    return outcome
  }

  /// What somebody typed of a document, as far as it is anything.
  private func typed(_ form: FormFields) -> [String: String] {
    var fields: [String: String] = [:]
    for name in ShelfForm.typed where !form[name].isEmpty { fields[name] = form[name] }
    return fields
  }

  private func keep(
    _ file: UploadReading.File?, of reading: UploadReading, _ upload: Upload
  ) async throws -> Shelving {
    var fields = typed(upload.form)
    let faults = ShelfForm.faults(fields, hasFile: file != nil, upload.frame)
    guard faults.isEmpty else {
      return .refused(
        ShelfRefusal(
          422,
          upload.frame.say(
            "Chưa thêm: còn chỗ phải sửa\(file == nil ? "" : "; chọn lại tệp sau khi sửa").",
            "Not added yet: see below\(file == nil ? "" : "; choose the file once more")."),
          faults))
    }
    let shelf = UnitShelf(upload.work.drafted)
    if let refusal = refusal(of: file?.sha256, file?.size, shelf, upload) {
      return .refused(refusal)
    }
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
      switch try save(fields, upload) {
      case .added(let id): return .added(id)
      case .twice(let other):
        if isNew, let file = fields[ShelfForm.file], other.file != file {
          upload.place.remove(file)
        }
        return .refused(twice(other, upload.frame))
      }
    } catch {
      if isNew, let file = fields[ShelfForm.file] { upload.place.remove(file) }
      throw error
    }
  }

  /// Why there is no room for a document, or no need; nil: there are both.
  /// - Parameters:
  ///   - digest: of its file, as far as it is known.
  ///   - size: of its file; nil: it has none.
  func refusal(
    of digest: String?, _ size: Int?, _ shelf: UnitShelf, _ upload: Upload
  ) -> ShelfRefusal? {
    let frame = upload.frame
    if let digest, let other = shelf.entry(holding: digest) {
      return twice(other.document, frame)
    }
    if shelf.entries.count >= settings.evidence.mostDocuments {
      return ShelfRefusal(
        409,
        frame.say(
          "Danh mục đã có \(shelf.entries.count) tài liệu, không thêm được nữa.",
          "The shelf holds \(shelf.entries.count) documents already."))
    }
    guard let size else { return nil }
    let files = Set(shelf.entries.map(\.document.file).filter { !$0.isEmpty })
    let total = files.reduce(size) { $0 + (upload.place.open($1)?.size ?? 0) }
    guard total > settings.evidence.largestShelf else { return nil }
    let most = ShelfWords(frame).size(settings.evidence.largestShelf)
    return ShelfRefusal(
      413,
      frame.say(
        "Tổng dung lượng tệp của đơn vị sẽ vượt \(most).",
        "The unit's files would take more than \(most)."))
  }

  private func twice(_ other: FilledShelf.Document, _ frame: PageFrame) -> ShelfRefusal {
    ShelfRefusal(
      409,
      frame.say(
        "Tệp này đã có trong danh mục với mã \(other.id); dẫn mã đó, không cần tải lại.",
        "This file is on the shelf already as \(other.id); cite that one."))
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
}
