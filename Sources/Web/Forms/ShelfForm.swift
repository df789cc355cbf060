internal import Crypto
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// The names of a document's fields in a form and in the store.
enum ShelfForm {
  static let kind = "kind"
  static let number = "number"
  static let date = "date"
  static let issuer = "issuer"
  static let title = "title"
  static let url = "url"
  static let accessed = "accessed"
  static let shown = "shown"
  /// In a form the file itself, in the store its path seen from the unit's folder.
  static let file = "file"
  static let sha256 = "sha256"
  /// In a form only: a file that came in pieces before, by the id of its upload.
  static let pieces = "upload"
  /// In the store only: which of the new documents comes first.
  static let order = "order"
  /// In the store only: what the file has on the shelf is taken from it.
  static let removed = "removed"

  /// What people type.
  static let typed = [kind, number, date, issuer, title, url, accessed, shown]

  private static let prefix = "_shelf:"

  /// The part of a unit's drafts that a document is.
  static func part(of document: String) -> String { prefix + document }

  /// The document that a part is; nil: it is none.
  static func document(_ part: String) -> String? {
    part.hasPrefix(prefix) ? String(part.dropFirst(prefix.count)) : nil
  }

  /// A name for a document that can stand in an address; its own id, if that can.
  static func address(of document: String) -> String {
    if Route.isName(document), document.utf8.count <= 100, !document.hasPrefix("x-"),
      // Browsers fold `.` away.
      !document.hasPrefix(".")
    {
      return document
    }
    return "x-" + FileAccess.digest(Array(document.utf8)).prefix(24)
  }

  /// An id for a new document, of what people know it by: `ke-hoach-12-kh-syt`.
  static func id(for fields: [String: String], besides taken: Set<String>) -> String {
    let number = fields[number] ?? ""
    let name = [fields[kind] ?? "", number.isEmpty ? fields[title] ?? "" : number]
    let slug = PlainLetters.slug(name.joined(separator: " "), longest: 60)
    // Digits alone, or `yes`, would be read as something else in a file.
    let first = slug.first?.isLetter == true ? slug : slug.isEmpty ? "tai-lieu" : "tl-\(slug)"
    if !taken.contains(first), !first.hasPrefix("x-") { return first }
    var count = 2
    while taken.contains("\(first)-\(count)") { count += 1 }
    return "\(first)-\(count)"
  }

  /// What is wrong with what was typed, by field.
  static func faults(
    _ fields: [String: String], hasFile: Bool, _ frame: PageFrame
  ) -> [String: String] {
    var faults: [String: String] = [:]
    func text(_ name: String) -> String { fields[name] ?? "" }
    if text(kind).isEmpty {
      faults[kind] = frame.say("chưa ghi loại tài liệu", "the kind is missing")
    }
    for name in [kind, number, issuer] where text(name).utf8.count > 300 {
      faults[name] = frame.say("dài quá 300 byte", "longer than 300 bytes")
    }
    for name in [title, url] where text(name).utf8.count > 2_000 {
      faults[name] = frame.say("dài quá 2.000 byte", "longer than 2,000 bytes")
    }
    for name in [date, accessed] where !text(name).isEmpty {
      if LocalMoment(parsing: TypedValue.date(text(name)))?.minute != nil
        || LocalMoment(parsing: TypedValue.date(text(name))) == nil
      {
        faults[name] = frame.say("ngày ghi như 31/01/2017", "a day, like 2017-01-31")
      }
    }
    if !text(url).isEmpty, !isWebAddress(text(url)) {
      faults[url] = frame.say(
        "địa chỉ bắt đầu bằng https:// hoặc http://, không có dấu cách",
        "an address begins with https:// or http:// and has no blanks")
    }
    if hasFile, !text(shown).isEmpty {
      faults[shown] = frame.say(
        "tài liệu xuất trình trực tiếp thì không tải tệp lên",
        "a document that is shown in person has no file")
    } else if !hasFile, text(url).isEmpty, text(shown).isEmpty {
      faults[file] = frame.say(
        "chọn tệp, ghi đường dẫn, hoặc đánh dấu xuất trình trực tiếp",
        "choose a file, give a link, or say that it is shown in person")
    }
    return faults
  }

  private static func isWebAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return (start.hasPrefix("https://") || start.hasPrefix("http://"))
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}

extension FilledShelf {
  /// Lays what was typed over what stands there: documents that the file has stay in its order, new
  /// ones come behind them as they were added.
  mutating func lay(_ drafts: [String: StoredDraft]) {
    var changes: [String: [String: String]] = [:]
    for (part, draft) in drafts {
      if let document = ShelfForm.document(part) { changes[document] = draft.fields }
    }
    documents = documents.compactMap { document in
      guard let fields = changes.removeValue(forKey: document.id) else { return document }
      return fields[ShelfForm.removed] == nil ? document.laid(fields) : nil
    }
    let new = changes.filter { $0.value[ShelfForm.removed] == nil }
    documents += new.sorted {
      (Int($0.value[ShelfForm.order] ?? "") ?? 0, $0.key)
        < (Int($1.value[ShelfForm.order] ?? "") ?? 0, $1.key)
    }
    .map { Document(id: $0.key).laid($0.value) }
  }
}

extension FilledShelf.Document {
  /// With what was typed; its file is the one that it has, or the one that came with it.
  fileprivate func laid(_ fields: [String: String]) -> FilledShelf.Document {
    var document = self
    func text(_ name: String) -> String { fields[name] ?? "" }
    document.kind = text(ShelfForm.kind)
    document.number = text(ShelfForm.number)
    document.date = TypedValue.date(text(ShelfForm.date))
    document.issuer = text(ShelfForm.issuer)
    document.title = text(ShelfForm.title)
    document.url = text(ShelfForm.url)
    document.accessed = TypedValue.date(text(ShelfForm.accessed))
    document.isShownInPerson = !text(ShelfForm.shown).isEmpty
    document.file = text(ShelfForm.file)
    document.sha256 = text(ShelfForm.sha256)
    return document
  }

  /// As a form shows it and the store keeps it.
  func fields(_ frame: PageFrame) -> [String: String] {
    func day(_ text: String) -> String { TypedValue.shown(text, as: .date, frame.language) }
    let all = [
      ShelfForm.kind: kind, ShelfForm.number: number, ShelfForm.date: day(date),
      ShelfForm.issuer: issuer, ShelfForm.title: title, ShelfForm.url: url,
      ShelfForm.accessed: day(accessed), ShelfForm.shown: isShownInPerson ? "1" : "",
      ShelfForm.file: file, ShelfForm.sha256: sha256,
    ]
    return all.filter { !$0.value.isEmpty }
  }
}
