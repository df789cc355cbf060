/// What kinds of evidence have to name.
///
/// Half of the real evidence has no number, date or issuer: links, photos, tables, lists and
/// exports; asking them for one makes gaps where there are none.
enum DocumentKind {
  private static let plain = [
    "đường dẫn", "liên kết", "ảnh", "hình ảnh", "bảng", "biểu", "kết xuất", "danh sách", "video",
  ]

  /// Whether it is a document with a number, and not a link, photo or table.
  static func isNumbered(_ kind: String) -> Bool {
    let name = normalised(kind)
    return !plain.contains { name == $0 || name.hasPrefix($0 + " ") }
  }

  /// Whether two names mean one kind, whatever their case and spaces.
  static func isSame(_ left: String, _ right: String) -> Bool {
    normalised(left) == normalised(right)
  }

  private static func normalised(_ kind: String) -> String {
    kind.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension EvidenceDocument {
  private var isNumbered: Bool { url == nil && DocumentKind.isNumbered(kind) }

  /// What the entry on the shelf does not name.
  var lacking: [DocumentPart] {
    guard isNumbered else { return [] }
    var parts: [DocumentPart] = []
    if number == nil { parts.append(.number) }
    if date == nil { parts.append(.date) }
    if issuer == nil { parts.append(.issuer) }
    return parts
  }

  /// What a reference to it does not name; a paper shown in person is opened by who brings it.
  func lacking(in citation: Citation) -> [DocumentPart] {
    guard isNumbered, !isShownInPerson else { return [] }
    var parts: [DocumentPart] = []
    if citation.section == nil { parts.append(.section) }
    if citation.pages == nil { parts.append(.pages) }
    return parts
  }
}
