internal import Diagnostics
internal import YAMLReading

/// Sentences about documents of evidence and the files they point to.
extension Diagnostic {
  static func documentUnknown(_ node: YAMLNode, known: [String]) -> Diagnostic {
    let id = node.text ?? ""
    return Diagnostic(
      .unknownEvidence, at: node.headSpan,
      Wording(
        vi: "danh mục tài liệu kiểm chứng không có `\(id)`",
        en: "the unit's shelf has no document `\(id)`"),
      help: NearestName.help(for: id, among: known)
        ?? Wording(vi: "khai tài liệu này trong evidence.yaml", en: "list it in evidence.yaml"))
  }

  static func secretWithFile(_ node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .evidenceConflict, at: node.headSpan,
      Wording(
        vi: "tài liệu xuất trình trực tiếp không được kèm tệp",
        en: "a document that is shown in person cannot have a file"),
      help: Wording(
        vi: "bỏ `file` và xóa tệp nếu đã chép vào thư mục",
        en: "remove `file`, and delete the file if it was copied into the folder"))
  }

  static func pathUnsafe(_ node: YAMLNode, _ fault: EvidenceFile.PathFault) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: node.headSpan, fault.wording,
      expected: Wording(
        vi: "đường dẫn trong thư mục của đơn vị, như `evidence/ke-hoach.pdf`",
        en: "a path inside the unit's folder, like `evidence/ke-hoach.pdf`"))
  }

  static func digestMalformed(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "sha256",
      expected: Wording(
        vi: "64 chữ số hệ mười sáu (0–9, a–f)", en: "64 hexadecimal digits (0–9, a–f)"))
  }

  static func linkMalformed(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "url",
      expected: Wording(
        vi: "địa chỉ bắt đầu bằng https:// hoặc http://",
        en: "an address that begins with https:// or http://"))
  }
}

extension EvidenceFile.PathFault {
  var wording: Wording {
    switch self {
    case .empty: Wording(vi: "đường dẫn để trống", en: "the path is empty")
    case .absolute:
      Wording(
        vi: "đường dẫn tuyệt đối không được dùng ở đây", en: "an absolute path cannot stand here")
    case .goesUp:
      Wording(
        vi: "đường dẫn có `..` đi ra khỏi thư mục", en: "the path goes up with `..`")
    case .backslash:
      Wording(
        vi: "đường dẫn có dấu gạch chéo ngược `\\`", en: "the path has a backslash `\\`")
    case .controlCharacter:
      Wording(
        vi: "đường dẫn có ký tự điều khiển", en: "the path has a control character")
    case .leavesFolder:
      Wording(
        vi: "tệp là liên kết ra ngoài thư mục của đơn vị",
        en: "the file is a link that leads out of the unit's folder")
    }
  }
}
