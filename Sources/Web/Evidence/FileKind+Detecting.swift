internal import EventLog
internal import Loading

/// Looks into a file for what it is.
extension FileKind {
  private static let signatures: [(kind: FileKind, bytes: [UInt8])] = [
    (.pdf, Array("%PDF-".utf8)),
    (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)),
    (.jpeg, [0xFF, 0xD8, 0xFF]),
    (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
  ]

  /// What begins programs, and pages of the kinds that browsers run.
  private static let programs: [[UInt8]] = [
    Array("MZ".utf8), [0x7F, 0x45, 0x4C, 0x46], [0xCA, 0xFE, 0xBA, 0xBE], [0xCF, 0xFA, 0xED, 0xFE],
    [0xCE, 0xFA, 0xED, 0xFE], Array("#!".utf8), Array("\0asm".utf8),
  ]

  /// - Throws: `FileRefusal`.
  init(_ file: OpenFile) throws(FileRefusal) {
    let head = file.bytes(at: 0, count: 4 << 10)
    guard !head.isEmpty else { throw .empty }
    if FileKind.programs.contains(where: { head.starts(with: $0) }) { throw .runnable }
    if let found = FileKind.signatures.first(where: { head.starts(with: $0.bytes) }) {
      self = found.kind
    } else if head.starts(with: Array("RIFF".utf8)), head.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webp
    } else if head.starts(with: ZIPListing.signature) {
      self = try FileKind.packed(file)
    } else if head.starts(with: CompoundListing.signature) {
      self = try FileKind.compound(file)
    } else {
      self = try PlainText.kind(file)
    }
  }

  private static func packed(_ file: OpenFile) throws(FileRefusal) -> FileKind {
    guard let listing = ZIPListing(file) else { throw .kind }
    let names = listing.names
    guard !listing.isEncrypted else { throw .locked }
    if names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) { throw .macros }
    if names.contains("[Content_Types].xml") {
      if names.contains("word/document.xml") { return .docx }
      if names.contains("xl/workbook.xml") { return .xlsx }
      if names.contains("ppt/presentation.xml") { return .pptx }
      throw .kind
    }
    guard names.contains("content.xml") else { throw .kind }
    // Scripts of OpenDocument lie in folders of their own.
    if names.contains(where: { $0.hasPrefix("Basic/") || $0.hasPrefix("Scripts/") }) {
      throw .macros
    }
    switch listing.mimetype {
    case "application/vnd.oasis.opendocument.text": return .odt
    case "application/vnd.oasis.opendocument.spreadsheet": return .ods
    default: throw .kind
    }
  }

  private static func compound(_ file: OpenFile) throws(FileRefusal) -> FileKind {
    guard let names = CompoundListing(file)?.names else { throw .kind }
    if names.contains("EncryptedPackage") { throw .locked }
    if names.contains("_VBA_PROJECT") || names.contains("_VBA_PROJECT_CUR")
      || names.contains("Macros")
    {
      throw .macros
    }
    if names.contains("WordDocument") { return .doc }
    if names.contains("Workbook") || names.contains("Book") { return .xls }
    if names.contains("PowerPoint Document") { return .ppt }
    throw .kind
  }
}
