/// What kinds of evidence have to name.
///
/// Half of the real evidence has no number, date or issuer: links, photos, tables, lists and
/// exports; asking them for one makes gaps where there are none.
struct DocumentKind: Hashable, Sendable {
  /// In lower case, with single spaces: two kinds are one when this is equal.
  private let name: String
  /// Whether it is a document with a number, and not a link, photo or table.
  let isNumbered: Bool

  private static let plain = [
    "đường dẫn", "liên kết", "ảnh", "hình ảnh", "bảng", "biểu", "kết xuất", "danh sách", "video",
  ]

  private static let plainStarts = plain.map { $0 + " " }

  init(_ kind: String) {
    let name = kind.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.name = name
    isNumbered =
      !DocumentKind.plain.contains(name)
      && !DocumentKind.plainStarts.contains { name.utf8.starts(with: $0.utf8) }
  }

  static func == (left: DocumentKind, right: DocumentKind) -> Bool { left.name == right.name }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A document's kind is read once for each name of the shelf and handed in.
extension EvidenceDocument {
  private func isNumbered(_ kind: DocumentKind) -> Bool { url == nil && kind.isNumbered }

  /// What the entry on the shelf does not name.
  func lacking(_ kind: DocumentKind) -> [DocumentPart] {
    guard isNumbered(kind) else { return [] }
    var parts: [DocumentPart] = []
    if number == nil { parts.append(.number) }
    if date == nil { parts.append(.date) }
    if issuer == nil { parts.append(.issuer) }
    return parts
  }

  /// Whether whoever cites it has to say where in it; a paper shown in person is opened by who
  /// brings it.
  func asksForPlace(_ kind: DocumentKind) -> Bool { isNumbered(kind) && !isShownInPerson }
}

extension Citation {
  /// Where in the document it does not say.
  var unnamed: [DocumentPart] {
    var parts: [DocumentPart] = []
    if section == nil { parts.append(.section) }
    if pages == nil { parts.append(.pages) }
    return parts
  }
}
