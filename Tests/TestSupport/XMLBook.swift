internal import CMinizip

/// A workbook put together by hand, as other programs and hostile people do.
package struct XMLBook {
  /// The parts in their order; the same name can stand twice.
  package var parts: [(name: String, bytes: [UInt8])]
  /// A part whose bytes are written so many times, one after another.
  package var repeated: (name: String, times: Int) = ("", 1)

  package init(
    sheet: String, styles: String = "<styleSheet/>", countsFrom1904: Bool = false,
    name: String = "Sheet1"
  ) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr\(countsFrom1904 ? " date1904=\"1\"" : "")/><sheets><sheet name=\"\(name)\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/></Relationships>"
      ),
      ("xl/styles.xml", styles),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData></worksheet>"
      ),
    ].map { ($0.0, Array($0.1.utf8)) }
  }

  /// The parts of a workbook that is there, to change some of them.
  package init(unpacking bytes: [UInt8]) throws {
    parts = []
    let folder = try TemporaryFolder()
    let zip = unzOpen64(try folder.write("book.xlsx", bytes: bytes))
    defer { unzClose(zip) }
    var answer = unzGoToFirstFile(zip)
    while answer == UNZ_OK {
      var about = unz_file_info64()
      var name = [CChar](repeating: 0, count: 512)
      unzGetCurrentFileInfo64(zip, &about, &name, 511, nil, 0, nil, 0)
      unzOpenCurrentFile(zip)
      var content = [UInt8](repeating: 0, count: Int(about.uncompressed_size))
      unzReadCurrentFile(zip, &content, UInt32(content.count))
      unzCloseCurrentFile(zip)
      parts.append(
        (
          String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self),
          content
        ))
      answer = unzGoToNextFile(zip)
    }
  }

  /// The text of a part.
  package subscript(name: String) -> String {
    get {
      parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    set {
      guard let place = parts.firstIndex(where: { $0.name == name }) else {
        parts.append((name, Array(newValue.utf8)))
        return
      }
      parts[place].bytes = Array(newValue.utf8)
    }
  }

  /// The file.
  package func bytes() throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.path("book.xlsx")
    let zip = zipOpen64(path, 0)
    for part in parts {
      zipOpenNewFileInZip64(
        zip, part.name, nil, nil, 0, nil, 0, nil, Int32(Z_DEFLATED), 1, 0)
      for _ in 0..<(part.name == repeated.name ? repeated.times : 1) {
        zipWriteInFileInZip(zip, part.bytes, UInt32(part.bytes.count))
      }
      zipCloseFileInZip(zip)
    }
    zipClose(zip, nil)
    return try folder.bytes(of: "book.xlsx")
  }

  package static func escaped(_ text: String) -> String {
    text.map {
      switch $0 {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String($0)
      }
    }.joined()
  }
}
