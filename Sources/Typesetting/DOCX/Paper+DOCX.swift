extension Paper {
  /// The paper as DOCX, to be edited in Word or LibreOffice: styles by their purpose, heads of
  /// tables that repeat, pages that count themselves.
  ///
  /// The same paper gives the same bytes.
  /// - Returns: nil only where memory runs out.
  package func docx() -> [UInt8]? {
    let document = DocumentPart(self)
    var parts: [(String, [UInt8])] = [
      ("[Content_Types].xml", document.contentTypes), ("_rels/.rels", document.packageLinks),
      ("word/document.xml", document.body), ("word/styles.xml", document.styles),
      ("word/settings.xml", document.settings), ("word/_rels/document.xml.rels", document.links),
      ("docProps/core.xml", document.properties),
    ]
    for header in document.headers { parts.append(("word/\(header.file)", header.bytes)) }
    return ZIPArchive(parts: parts).bytes()
  }
}

/// The parts of a DOCX.
struct DocumentPart {
  let paper: Paper

  init(_ paper: Paper) { self.paper = paper }

  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// What a head of a page is called among the links of the document.
  struct Header {
    let id: String
    let file: String
    let bytes: [UInt8]
  }

  /// What decides how the heads of a section's pages look.
  private struct HeaderKey: Hashable {
    let mark: String?
    let shape: PageShape
  }

  /// Two each: the first page's, which has no number, and the other pages'.
  var headers: [Header] {
    headerKeys.enumerated().flatMap { place, key in
      [
        Header(
          id: "first\(place)", file: "header\(place)first.xml", bytes: header(key, number: false)),
        Header(id: "next\(place)", file: "header\(place).xml", bytes: header(key, number: true)),
      ]
    }
  }

  private var headerKeys: [HeaderKey] {
    paper.sections.reduce(into: []) { keys, section in
      let key = HeaderKey(mark: section.mark, shape: section.shape)
      if !keys.contains(key) { keys.append(key) }
    }
  }

  /// The heads of a section's pages, by their place among all.
  func headerPlace(_ section: PaperSection) -> Int {
    headerKeys.firstIndex(of: HeaderKey(mark: section.mark, shape: section.shape)) ?? 0
  }

  /// One line: the number in the middle, the mark at its end.
  private func header(_ key: HeaderKey, number: Bool) -> [UInt8] {
    let width = key.shape.measures.textWidth
    var writer = XMLWriter()
    writer.element("w:hdr", ["xmlns:w": Self.namespace]) { part in
      part.element("w:p") { paragraph in
        paragraph.element("w:pPr") { properties in
          properties.element("w:tabs") { tabs in
            tabs.empty("w:tab", ["w:val": "center", "w:pos": twips(width / 2)])
            tabs.empty("w:tab", ["w:val": "right", "w:pos": twips(width)])
          }
        }
        paragraph.element("w:r") { $0.empty("w:tab") }
        if number { writeNumber(&paragraph) }
        guard let mark = key.mark else { return }
        paragraph.element("w:r") { run in
          run.element("w:rPr") {
            $0.empty("w:b")
            $0.empty("w:sz", ["w:val": "22"])
          }
          run.empty("w:tab")
          run.element("w:t", ["xml:space": "preserve"]) { $0.text(mark) }
        }
      }
    }
    return writer.bytes
  }

  /// A field that counts the pages of the section.
  private func writeNumber(_ paragraph: inout XMLWriter) {
    for kind in ["begin", "", "end"] {
      paragraph.element("w:r") { run in
        run.element("w:rPr") { $0.empty("w:sz", ["w:val": "26"]) }
        if kind.isEmpty {
          run.element("w:instrText", ["xml:space": "preserve"]) { $0.text(" PAGE ") }
        } else {
          run.empty("w:fldChar", ["w:fldCharType": kind])
        }
      }
    }
  }
}
