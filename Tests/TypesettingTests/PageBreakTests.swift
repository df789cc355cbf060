import Testing

@testable import Typesetting

/// What stands on which page, before anything is drawn.
struct PageBreakTests {
  private func pages(_ blocks: [PaperBlock], shape: PageShape = .portrait, mark: String? = nil)
    -> [SetPage]
  {
    let section = PaperSection(name: "a", shape: shape, mark: mark, blocks: blocks)
    return Self.pages([section])
  }

  private static func pages(_ sections: [PaperSection]) -> [SetPage] {
    (try? FontBook.alone { PageSetter(paper(sections)).pages() }) ?? []
  }

  static func paper(_ sections: [PaperSection]) -> Paper {
    Paper(title: "t", date: PaperDate(year: 2018, month: 1, day: 31), sections: sections)
  }

  private func table(rows: Int, _ cells: (Int) -> [PaperCell]) -> PaperTable {
    PaperTable(
      .ruled, [.init(1), .init(2)],
      heads: [PaperRow([PaperCell("đầu trái"), PaperCell("đầu phải")])],
      rows: (0..<rows).map { PaperRow(cells($0)) })
  }

  @Test(arguments: PageShape.allCases)
  func `every page of a table begins with its head, and no row is cut or lost`(
    _ shape: PageShape
  ) throws {
    let long = String(repeating: "tên rất dài ", count: 12)
    let pages = pages(
      [
        .table(
          table(rows: 120) {
            [PaperCell("trái \($0)."), PaperCell("phải \($0). \($0 % 7 == 0 ? long : "")")]
          })
      ], shape: shape)
    #expect(pages.count > 3)
    var found: [Int] = []
    for page in pages {
      #expect(page.texts.prefix(2) == ["đầu trái", "đầu phải"])
      let left = page.texts.compactMap { $0.wholeMatch(of: #/trái (\d+)\./#) }.compactMap {
        Int($0.1)
      }
      let right = page.texts.compactMap { $0.firstMatch(of: #/^phải (\d+)\./#) }
        .compactMap { Int($0.1) }
      #expect(left == right)
      found += left
    }
    #expect(found == Array(0..<120))
    let pieces = pages.flatMap(\.texts).joined(separator: " ")
    #expect(pieces.matches(of: #/tên/#).count == (0..<120).count { $0 % 7 == 0 } * 12)
  }

  @Test
  func `nothing is drawn outside of the margins but the head of a page`() {
    let measures = PageShape.landscape.measures
    let pages = pages(
      [.table(table(rows: 80) { [PaperCell("\($0)"), PaperCell("b")] })], shape: .landscape)
    for page in pages {
      for mark in page.marks {
        switch mark {
        case .line(_, let x, let baseline):
          #expect(x >= 0 && x < measures.textWidth)
          #expect(baseline <= measures.textHeight)
        case .stroke(let from, let to):
          #expect(min(from.y, to.y) >= 0 && max(from.y, to.y) <= measures.textHeight + 0.1)
          #expect(min(from.x, to.x) >= 0 && max(from.x, to.x) <= measures.textWidth + 0.1)
        }
      }
    }
  }

  @Test
  func `rows that share a cell stay on one page`() {
    let pages = pages([
      .table(
        table(rows: 100) { row in
          row % 4 == 0
            ? [PaperCell("chung \(row / 4)", rows: 4), PaperCell("dòng \(row / 4)")]
            : [PaperCell("dòng \(row / 4)")]
        })
    ])
    #expect(pages.count > 2)
    for page in pages {
      for group in 0..<25 where page.texts.contains("chung \(group)") {
        #expect(page.texts.count { $0 == "dòng \(group)" } == 4)
      }
    }
    #expect(pages.flatMap(\.texts).count { $0.hasPrefix("chung") } == 25)
  }

  @Test
  func `a row that is higher than a page goes on on the next one`() {
    let words = (0..<3000).map { "chữ\($0)" }
    let pages = pages([
      .table(
        table(rows: 2) {
          [PaperCell("\($0)"), PaperCell($0 == 0 ? words.joined(separator: " ") : "cuối")]
        })
    ])
    #expect(pages.count > 3)
    let found = pages.flatMap(\.texts).flatMap { $0.split(separator: " ") }
      .filter { $0.hasPrefix("chữ") }.map(String.init)
    #expect(found == words)
    #expect(pages.last?.texts.contains("cuối") == true)
    #expect(pages.allSatisfy { $0.texts.first == "đầu trái" })
  }

  @Test
  func `a heading never stands last on a page`() {
    for filler in 30...44 {
      let blocks: [PaperBlock] =
        (0..<filler).map { .paragraph(PaperParagraph(.body, "đoạn \($0)")) }
        + [
          .paragraph(PaperParagraph(.heading, "I. ĐỀ MỤC")),
          .table(table(rows: 3) { [PaperCell("\($0)"), PaperCell("b")] }),
        ]
      for page in pages(blocks) where page.texts.contains("I. ĐỀ MỤC") {
        #expect(page.texts.contains("0"), "\(filler)")
      }
    }
  }

  @Test
  func `pages are counted in each section, the first without a number, and all carry the mark`() {
    let rows = PaperBlock.table(table(rows: 90) { [PaperCell("a\($0)"), PaperCell("b")] })
    let sections = [
      PaperSection(name: "một", mark: "DỰ THẢO", blocks: [rows]),
      PaperSection(name: "hai", blocks: [rows]),
    ]
    let pages = Self.pages(sections)
    let first = pages.filter { $0.section == 0 }
    let second = pages.filter { $0.section == 1 }
    #expect(first.count > 2 && first.count == second.count)
    for page in first {
      let heads = page.number == 1 ? ["DỰ THẢO"] : ["\(page.number)", "DỰ THẢO"]
      #expect(Array(page.texts.suffix(heads.count)) == heads)
    }
    for page in second {
      #expect(page.texts.contains("\(page.number)") == (page.number > 1))
    }
  }
}
