internal import EventLog
internal import Grading
internal import Loading
internal import Reports

extension ShelfPage {
  /// - Parameters:
  ///   - form: nil: whoever looks adds nothing.
  ///   - refusal: why nothing can be added now; nil: it can.
  init(
    _ shelf: UnitShelf, _ place: EvidencePlace, _ frame: PageFrame, _ settings: EvidenceSettings,
    form: DocumentFields?, refusal: String?
  ) {
    unit = shelf.unit
    unitName = shelf.unitName
    self.form = form
    self.refusal = refusal
    fileHint = ShelfWords(frame).taken(settings)
    let canChange = form != nil
    let isOwn = canChange || refusal != nil
    rows = shelf.entries.map { entry in
      let document = entry.document
      return Row(
        id: document.id, path: canChange ? WebPath.document(document.id, of: shelf.unit) : nil,
        name: [document.kind, document.number].filter { !$0.isEmpty }.joined(separator: " "),
        title: document.title,
        date: TypedValue.shown(document.date, as: .date, frame.language), issuer: document.issuer,
        sources: Row.Source.all(entry, of: shelf.unit, place, frame),
        items: entry.items.map {
          Item(
            id: $0,
            path: isOwn ? WebPath.item($0, of: shelf.unit) : WebPath.sheet(shelf.unit))
        }, isChanged: entry.isChanged)
    }
  }
}

extension ShelfPage.Row.Source {
  /// All that a document is proven by.
  static func all(
    _ entry: UnitShelf.Entry, of unit: String, _ place: EvidencePlace, _ frame: PageFrame
  ) -> [Self] {
    let document = entry.document
    var sources: [Self] = []
    let words = ShelfWords(frame)
    switch entry.state {
    case .none: break
    case .present(let digest):
      sources.append(
        .file(
          path: WebPath.file(document.id, of: unit),
          size: words.size(place.open(document.file)?.size ?? 0), digest: digest))
    case .missing:
      sources.append(.fileProblem(frame.say("không thấy tệp", "the file is missing")))
    case .unreadable:
      sources.append(.fileProblem(frame.say("không đọc được tệp", "the file cannot be read")))
    case .empty: sources.append(.fileProblem(frame.say("tệp rỗng", "the file is empty")))
    case .otherDigest:
      sources.append(
        .fileProblem(
          frame.say(
            "tệp khác với mã kiểm tra toàn vẹn (SHA-256) đã khai",
            "the file is not the one of its digest")))
    }
    if !document.url.isEmpty { sources.append(.link(document.url)) }
    if document.isShownInPerson { sources.append(.shown) }
    return sources.isEmpty ? [.none] : sources
  }
}

/// What is said of files.
struct ShelfWords {
  let frame: PageFrame

  init(_ frame: PageFrame) { self.frame = frame }

  /// "1,2 MB": tenths of a million bytes, or thousands.
  func size(_ bytes: Int) -> String {
    let point = frame.say(",", ".")
    func tenths(_ unit: Int) -> String {
      let tenths = (bytes * 10 + unit / 2) / unit
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(point)\(tenths % 10)"
    }
    if bytes >= 1_000_000 { return "\(tenths(1_000_000)) MB" }
    return bytes >= 1_000 ? "\(tenths(1_000)) kB" : "\(bytes) byte"
  }

  private var kinds: String {
    frame.say(
      "PDF; ảnh PNG, JPEG, WebP, TIFF; Word, Excel, PowerPoint (docx, xlsx, pptx, doc, xls, ppt) không có macro; OpenDocument (odt, ods); văn bản thuần và CSV (UTF-8)",
      "PDF; images PNG, JPEG, WebP, TIFF; Word, Excel, PowerPoint (docx, xlsx, pptx, doc, xls, ppt) without macros; OpenDocument (odt, ods); plain text and CSV (UTF-8)"
    )
  }

  func taken(_ settings: EvidenceSettings) -> String {
    let most = size(settings.largestFile)
    return frame.say(
      "Nhận \(kinds); mỗi tệp không quá \(most).", "Taken: \(kinds); at most \(most) each.")
  }

  func refused(_ refusal: FileRefusal) -> String {
    switch refusal {
    case .empty: frame.say("Tệp rỗng.", "The file is empty.")
    case .kind:
      frame.say(
        "Nội dung tệp không thuộc loại được nhận hoặc tệp không nguyên vẹn. Chỉ nhận \(kinds).",
        "The file's content is of no kind that is taken, or not whole. Taken: \(kinds).")
    case .runnable:
      frame.say(
        "Tệp là trang web, hình SVG hoặc chương trình nên không được nhận. Chỉ nhận \(kinds).",
        "The file is a web page, a drawing with scripts or a program. Taken: \(kinds).")
    case .macros:
      frame.say(
        "Tệp văn phòng có macro không được nhận; lưu lại thành tệp không có macro hoặc PDF.",
        "Office files with macros are not taken; save it without them, or as PDF.")
    case .locked:
      frame.say(
        "Tệp đặt mật khẩu không được nhận; bỏ mật khẩu rồi tải lại.",
        "Files with a password are not taken; remove it, then try again.")
    }
  }
}
