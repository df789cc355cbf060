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

  /// Two a mark: the first page's, which has no number, and the other pages'.
  var headers: [Header] {
    marks.enumerated().flatMap { place, mark in
      [
        Header(
          id: "first\(place)", file: "header\(place)first.xml", bytes: header(mark, number: false)),
        Header(id: "next\(place)", file: "header\(place).xml", bytes: header(mark, number: true)),
      ]
    }
  }

  /// The different marks of the sections.
  private var marks: [String?] {
    paper.sections.reduce(into: []) { marks, section in
      if !marks.contains(section.mark) { marks.append(section.mark) }
    }
  }

  /// The heads of a section's pages, by their place among the marks.
  func headerPlace(_ section: PaperSection) -> Int {
    marks.firstIndex(of: section.mark) ?? 0
  }

  private func header(_ mark: String?, number: Bool) -> [UInt8] {
    var writer = XMLWriter()
    writer.element("w:hdr", ["xmlns:w": Self.namespace]) { part in
      if number {
        part.element("w:p") { paragraph in
          paragraph.element("w:pPr") { $0.empty("w:jc", ["w:val": "center"]) }
          for kind in ["begin", "instr", "end"] {
            paragraph.element("w:r") { run in
              run.element("w:rPr") { $0.empty("w:sz", ["w:val": "26"]) }
              if kind == "instr" {
                run.element("w:instrText", ["xml:space": "preserve"]) { $0.text(" PAGE ") }
              } else {
                run.empty("w:fldChar", ["w:fldCharType": kind])
              }
            }
          }
        }
      }
      if mark != nil || !number {
        part.element("w:p") { paragraph in
          paragraph.element("w:pPr") { $0.empty("w:jc", ["w:val": "right"]) }
          guard let mark else { return }
          paragraph.element("w:r") { run in
            run.element("w:rPr") {
              $0.empty("w:b")
              $0.empty("w:sz", ["w:val": "22"])
            }
            run.element("w:t", ["xml:space": "preserve"]) { $0.text(mark) }
          }
        }
      }
    }
    return writer.bytes
  }
}
