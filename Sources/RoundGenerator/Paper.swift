internal import Grading

/// A document on a made-up shelf.
struct Paper {
  let id: String
  let kind: String
  let title: String
  var number: String?
  var date: CalendarDay?
  var file: String?
  var digest: String?
  var isShownInPerson = false
  var url: String?
  let issuer: String

  /// One line of evidence.yaml.
  var line: String {
    var parts = ["id: \(id)", "kind: \(YAMLText.scalar(kind))"]
    if let number { parts.append("number: \(YAMLText.scalar(number))") }
    if let date { parts.append((url == nil ? "date: " : "accessed: ") + date.isoText) }
    if url == nil { parts.append("issuer: \(YAMLText.scalar(issuer))") }
    parts.append("title: \(YAMLText.scalar(title))")
    if let url { parts.append("url: \(YAMLText.quoted(url))") }
    if let file { parts.append("file: \(file)") }
    if let digest { parts.append("sha256: \(digest)") }
    if isShownInPerson { parts.append("shown_in_person: yes") }
    return "  - {\(parts.joined(separator: ", "))}\n"
  }

  /// One line of a scan that holds many papers.
  func entry(_ place: Int) -> String {
    let signs = [number, date?.vietnameseText].compactMap { $0 }.joined(separator: ", ")
    return "\(place). \(signs.isEmpty ? kind : signs): \(title)\n"
  }

  /// What stands in the file: enough to open, and plainly no real document.
  var fileText: String {
    """
    TÀI LIỆU MINH HỌA, KHÔNG PHẢI VĂN BẢN THẬT
    Số: \(number ?? "")
    Ngày: \(date?.vietnameseText ?? "")
    Cơ quan ban hành: \(issuer)
    Trích yếu: \(title)

    """
  }
}

/// An item's reference to a paper.
struct PaperCitation {
  let id: String
  let section: String?
  let pages: String?

  var text: String {
    var parts = ["id: \(id)"]
    if let section { parts.append("section: \(section)") }
    if let pages { parts.append("pages: \(pages)") }
    return "{\(parts.joined(separator: ", "))}"
  }
}

/// How kinds of documents are named, numbered and dated.
enum PaperKind {
  /// Kinds that bear no number: links, photos, tables.
  static func isNumbered(_ kind: String) -> Bool { signs[kind] != nil }

  static func title(_ kind: String, about subject: String, year: Int) -> String {
    let lowered = lowerFirst(subject)
    let text =
      switch kind {
      case "kế hoạch" where lowered.hasPrefix("kế hoạch"): upperFirst(lowered)
      case "báo cáo": "Báo cáo kết quả thực hiện nội dung \(lowered)"
      case "quyết định": "Quyết định về \(lowered)"
      case "công văn": "Công văn về việc \(lowered)"
      case "kết luận": "Thông báo kết luận về \(lowered)"
      case "biên bản": "Biên bản về \(lowered)"
      default: "\(upperFirst(kind)) \(lowered)"
      }
    return "\(text)\(text.hasSuffix("năm") ? "" : ", năm") \(year)"
  }

  /// As in "12/KH-SYT"; numbers grow through the year.
  static func number(
    _ kind: String, sign: String, date: CalendarDay, _ random: inout Randomness
  ) -> String? {
    guard let (letters, perYear) = signs[kind] else { return nil }
    let (_, month, day) = date.components
    let number = max(1, ((month - 1) * 30 + day) * perYear / 365 + random.int(0...2))
    return letters.isEmpty ? "\(number)/\(sign)-VP" : "\(number)/\(letters)-\(sign)"
  }

  static func slug(_ kind: String) -> String { slugs[kind] ?? "tai-lieu" }

  private static let signs: [String: (String, Int)] = [
    "kế hoạch": ("KH", 90), "báo cáo": ("BC", 240), "quyết định": ("QĐ", 420),
    "công văn": ("", 1900), "kết luận": ("TB", 110), "biên bản": ("BB", 60),
    "giấy chứng nhận": ("GCN", 40), "danh sách": ("DS", 50),
  ]
  private static let slugs = [
    "kế hoạch": "ke-hoach", "báo cáo": "bao-cao", "quyết định": "quyet-dinh",
    "công văn": "cong-van", "kết luận": "ket-luan", "biên bản": "bien-ban",
    "giấy chứng nhận": "giay-chung-nhan", "danh sách": "danh-sach", "đường dẫn": "duong-dan",
    "ảnh": "anh", "bảng số liệu": "bang-so-lieu", "kết xuất phần mềm": "ket-xuat",
  ]

  /// Lower case for the first letter, unless an abbreviation begins there.
  static func lowerFirst(_ text: String) -> String {
    guard let first = text.first, let second = text.dropFirst().first, !second.isUppercase else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }

  static func upperFirst(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}
