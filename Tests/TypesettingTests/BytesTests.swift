import Diagnostics
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Typesetting

/// The files that papers become.
struct BytesTests {
  static let hostile = [
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "<w:p>&amp;</w:p> \"'", "]]>",
    "a\u{0}b\u{B}c\u{FFFF}", "\u{202E}fdp.exe", String(repeating: "W", count: 3000),
    String(repeating: "ế", count: 500) + " " + String(repeating: "ộ ", count: 500), "",
    "\u{1F600} 漢字 עברית",
  ]

  private var paper: Paper {
    let cells = Self.hostile.map { PaperRow([PaperCell($0), PaperCell($0, .trailing)]) }
    return PageBreakTests.paper([
      PaperSection(
        name: Self.hostile[4], mark: "<DỰ THẢO>",
        blocks: Self.hostile.map { .paragraph(PaperParagraph(.body, $0)) }
          + [
            .table(
              PaperTable(
                .ruled, [.init(1), .init(1)], heads: [PaperRow([PaperCell("<", columns: 2)])],
                rows: cells)), .space(10),
          ]),
      PaperSection(name: "hai", shape: .landscape, blocks: [.table(PaperTable(.open, [.init(1)]))]),
    ])
  }

  @Test
  func `the same paper gives the same bytes`() throws {
    #expect(try paper.pdf() == paper.pdf())
    let docx = try #require(paper.docx())
    #expect(docx == paper.docx())
    #expect(try paper.xlsx(path: "a") == paper.xlsx(path: "a"))
  }

  @Test
  func `a PDF is one, with the day that it is given`() throws {
    let bytes = try paper.pdf()
    #expect(bytes.starts(with: Array("%PDF-1.5".utf8)))
    #expect(bytes.count > 5000)
  }

  @Test
  func `every part of a DOCX is XML that holds all words`() throws {
    let document = DocumentPart(paper)
    let parts =
      [
        document.body, document.styles, document.settings, document.links, document.packageLinks,
        document.contentTypes, document.properties,
      ] + document.headers.map(\.bytes)
    for part in parts {
      let reader = TextOfXML()
      let parser = XMLParser(data: Data(part))
      parser.delegate = reader
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
    let reader = TextOfXML()
    let parser = XMLParser(data: Data(document.body))
    parser.delegate = reader
    _ = parser.parse()
    for text in Self.hostile {
      let shown = PaperRun(text).text
      #expect(reader.text.ranges(of: shown).count >= 3 || shown.isEmpty, "\(shown.prefix(20))")
    }
  }

  @Test
  func `a font that is not there is told`() throws {
    let problem = try #require(FontBook.problem("No Such Font"))
    for language in Language.allCases {
      let text = TextRenderer(language: language, usesColor: false).render([problem])
      expectGolden(text, "font-missing.\(language.rawValue).txt")
    }
    #expect(FontBook.problem() == nil)
  }
}

/// The text of a document's runs.
private final class TextOfXML: NSObject, XMLParserDelegate {
  var text = ""

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
