internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

/// A unit's shelf of documents: shown, and each of them changed or taken off.
extension WebApplication {
  /// What pages of the shelf begin with.
  enum ShelfStart {
    /// nil: whoever looks is not of the unit.
    case shelf(UnitShelf, EvidencePlace, UnitWork?)
    case response(WebResponse)
  }

  /// The shelf as whoever asks may see it.
  /// - Parameter document: the address of the one document that is asked for; nil: all are.
  func startShelf(
    _ visit: Visit, _ unit: String, document: String? = nil
  ) throws -> ShelfStart {
    switch try beginShelf(visit, unit, document: document) {
    case .success(let found): return .shelf(found.shelf, found.place, found.work)
    case .failure(let hindrance): return .response(page(of: hindrance, visit))
    }
  }

  /// A shelf with where its files stand.
  struct ShelfWork {
    let shelf: UnitShelf
    let place: EvidencePlace
    /// nil: whoever looks is not of the unit.
    let work: UnitWork?
  }

  func beginShelf(
    _ visit: Visit, _ unit: String, document address: String? = nil
  ) throws -> Result<ShelfWork, Hindrance> {
    if visit.session?.account.role.isOfUnit == true {
      return try begin(visit, unit, .readAnswers(unit)).map { work in
        ShelfWork(
          shelf: UnitShelf(work.drafted), place: EvidencePlace(of: unit, in: work.snapshot),
          work: work)
      }
    }
    let own = visit.snapshot.flatMap { snapshot in
      snapshot.places[unit].map {
        (snapshot, UnitShelf(snapshot.round.units[$0], snapshot.set(of: $0)))
      }
    }
    // Of a document that there is not the answer is that of the whole shelf.
    let document = address.flatMap { own?.1.entry(at: $0)?.document.id }
    let act = document.map { Act.readDocument(unit: unit, document: $0) } ?? .readEvidence(unit)
    if let hindrance = try hindrance(visit, of: act) { return .failure(hindrance) }
    guard let (snapshot, shelf) = own else { return .failure(.missing) }
    return .success(
      ShelfWork(shelf: shelf, place: EvidencePlace(of: unit, in: snapshot), work: nil))
  }

  func shelfPage(_ visit: Visit, _ unit: String) throws -> WebResponse {
    let frame = visit.frame
    switch try startShelf(visit, unit) {
    case .response(let response): return response
    case .shelf(let shelf, let place, let work?):
      var notice: String?
      if let entry = visit.request.query["da-them"].flatMap({ shelf.entry(at: $0) }) {
        notice = frame.say(
          "Đã thêm tài liệu với mã \(entry.document.id).", "Added as \(entry.document.id).")
      } else if visit.request.query["da-bo"] != nil {
        notice = frame.say("Đã bỏ tài liệu khỏi danh mục.", "It is off the shelf.")
      }
      return shelfPage(
        visit, work, shelf, place, item: visit.request.query["muc"] ?? "", notice: notice)
    case .shelf(let shelf, let place, nil):
      let page = ShelfPage(shelf, place, frame, settings.evidence, form: nil, refusal: nil)
      return WebResponse(200, page.html(frame))
    }
  }

  /// The page of the unit's own people.
  /// - Parameters:
  ///   - fields: what was typed and could not be added.
  ///   - item: the item that somebody came from.
  func shelfPage(
    _ visit: Visit, _ work: UnitWork, _ shelf: UnitShelf, _ place: EvidencePlace,
    _ fields: DocumentFields = DocumentFields(), item: String, notice: String? = nil,
    isBad: Bool = false, _ status: Int = 200
  ) -> WebResponse {
    var form = fields
    form.kinds = work.kinds
    let refusal = work.shelfRefusal(visit.frame)
    var page = ShelfPage(
      shelf, place, visit.frame, settings.evidence, form: refusal == nil ? form : nil,
      refusal: refusal)
    page.item = work.set.itemIndex(item) == nil ? nil : item
    return WebResponse(status, page.html(visit.frame, notice: notice, isBad: isBad))
  }

  func documentPage(_ visit: Visit, _ unit: String, _ address: String) throws -> WebResponse {
    switch try startShelf(visit, unit) {
    case .response(let response): return response
    case .shelf(let shelf, let place, let work?):
      guard let entry = shelf.entry(at: address) else { return notFound(visit) }
      let notice =
        visit.request.query["da-luu"] == nil ? nil : visit.frame.say("Đã lưu.", "Saved.")
      let page = DocumentPage(entry, place, work, visit.frame)
      return WebResponse(200, page.html(visit.frame, notice: notice))
    case .shelf(_, _, nil): return notFound(visit)
    }
  }

  func changeDocument(_ visit: Visit, _ unit: String, _ address: String) throws -> WebResponse {
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let shelf = UnitShelf(work.drafted)
      let place = EvidencePlace(of: unit, in: work.snapshot)
      guard let entry = shelf.entry(at: address) else { return notFound(visit) }
      var page = DocumentPage(entry, place, work, visit.frame)
      func refused(_ status: Int, _ text: String) -> WebResponse {
        WebResponse(status, page.html(visit.frame, notice: text, isBad: true))
      }
      guard let version = Int(visit.form["version"]) else {
        return refused(400, visit.frame.say("Không đọc được biểu mẫu.", "It cannot be read."))
      }
      let isRemoval = visit.form["act"] == "remove"
      let part = ShelfForm.part(of: entry.document.id)
      var fields = [ShelfForm.removed: "1"]
      if isRemoval {
        guard !isCited(entry, work) else {
          return refused(
            409,
            visit.frame.say(
              "Tài liệu đang được dẫn nên chưa bỏ được.", "It is cited, so it stays."))
        }
      } else {
        fields = self.fields(of: entry, from: visit.form, work, visit.frame)
        page.fields.values = fields
        page.fields.faults = ShelfForm.faults(
          fields, hasFile: !entry.document.file.isEmpty, visit.frame)
        guard page.fields.faults.isEmpty else {
          return refused(422, visit.frame.say("Chưa lưu: còn chỗ phải sửa.", "Not saved yet."))
        }
      }
      let saving = try store.saveDraft(
        of: unit, part: part, fields, over: version, by: work.account.login,
        at: visit.now.seconds)
      switch saving {
      case .conflict(let other):
        return refused(
          409,
          visit.frame.say(
            "\(other.author) vừa sửa tài liệu này; tải lại trang để xem.",
            "\(other.author) has just changed this document; load the page again."))
      case .saved:
        guard isRemoval else {
          let path = WebPath.document(entry.document.id, of: unit)
          return .redirect(to: "/\(path)?da-luu=1")
        }
        forgetFile(of: entry.document, work, place)
        return .redirect(to: "/\(WebPath.shelf(unit))?da-bo=1")
      }
    }
  }

  /// A document with what is typed of it in the place of what was; its file stays.
  func fields(
    of entry: UnitShelf.Entry, from form: FormFields, _ work: UnitWork, _ frame: PageFrame
  ) -> [String: String] {
    let draft = work.drafted.drafts[ShelfForm.part(of: entry.document.id)]
    var fields = draft?.fields ?? entry.document.fields(frame)
    for name in ShelfForm.typed { fields[name] = form[name] }
    if !entry.document.file.isEmpty { fields[ShelfForm.shown] = "" }
    return fields.filter { !$0.value.isEmpty }
  }

  /// Whether something would be without its proof.
  func isCited(_ entry: UnitShelf.Entry, _ work: UnitWork) -> Bool {
    !entry.items.isEmpty || work.disputes(cite: entry.document.id)
  }

  /// Removes the file of a document that is off the shelf, unless it was ever handed in or is
  /// another document's too: what somebody sent by mistake is not to stay on the server.
  func forgetFile(
    of document: FilledShelf.Document, _ work: UnitWork, _ place: EvidencePlace
  ) {
    let file = document.file
    guard !file.isEmpty else { return }
    let others = work.drafted.filedShelf.documents + work.drafted.shelf.documents
    guard !others.contains(where: { $0.file == file && $0.id != document.id }),
      work.drafted.filedShelf[document.id]?.file != file,
      !work.snapshot.hasHandedIn(file, work.result.record.unit.id)
    else { return }
    place.remove(file)
  }
}

extension WebApplication.UnitWork {
  /// What kinds of documents the unit's items ask for.
  var kinds: [String] {
    var kinds: [String] = []
    for kind in set.items.flatMap(\.evidence.kinds) where !kinds.contains(kind) {
      kinds.append(kind)
    }
    return kinds
  }

  /// Why the shelf cannot be changed now; nil: it can.
  func shelfRefusal(_ frame: PageFrame) -> String? {
    rights.refusal(of: .editAnswers(result.record.unit.id), by: account)
      .map { frame.sentence($0.wording[frame.language]) }
  }

  func disputes(cite document: String) -> Bool {
    drafted.filled.disputes.contains { dispute in
      dispute.citations.contains { $0.document == document }
    }
  }
}

extension DocumentPage {
  init(
    _ entry: UnitShelf.Entry, _ place: EvidencePlace, _ work: WebApplication.UnitWork,
    _ frame: PageFrame
  ) {
    let document = entry.document
    let draft = work.drafted.drafts[ShelfForm.part(of: document.id)]
    unit = work.result.record.unit.id
    unitName = work.result.record.unit.name
    id = document.id
    sources = ShelfPage.Row.Source.all(entry, of: unit, place, frame)
    digest = entry.digest
    items = entry.items.map { [unit] in .init(id: $0, path: WebPath.item($0, of: unit)) }
    fields = DocumentFields()
    fields.values = draft?.fields ?? document.fields(frame)
    fields.kinds = work.kinds
    fields.hasFile = !document.file.isEmpty
    version = draft?.version ?? 0
    refusal = work.shelfRefusal(frame)
  }
}
