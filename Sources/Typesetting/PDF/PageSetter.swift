/// Sets the pages of a paper: what stands on which, head rows repeated, nothing torn apart.
struct PageSetter {
  let paper: Paper
  let setter: LineSetter

  init(_ paper: Paper, family: String = FontBook.serif) {
    self.paper = paper
    setter = LineSetter(family: family, language: paper.language)
  }

  /// All pages, section by section.
  func pages() -> [SetPage] {
    paper.sections.indices.flatMap { pages(of: $0) }
  }

  private func pages(of place: Int) -> [SetPage] {
    let section = paper.sections[place]
    let measures = section.shape.measures
    let slices = slices(section, measures)
    let heads = Dictionary(grouping: slices.filter(\.isHead)) { $0.table ?? -1 }
    var pages = [SetPage(number: 1, section: place)]
    var y = 0.0
    func put(_ slice: PageSlice) {
      if y > 0 { y += slice.before }
      let at = y
      pages[pages.count - 1].marks += slice.marks.map { $0.moved(x: 0, y: at) }
      y += slice.height
    }
    var next = 0
    while next < slices.count {
      let chain = chain(slices, from: next)
      let needed = chain.reduce(0) { $0 + slices[$1].height + ($1 == next ? 0 : slices[$1].before) }
      let top = slices[next].isHead ? 0 : height(heads[slices[next].table ?? -1])
      let left = measures.textHeight - y - (y > 0 ? slices[next].before : 0)
      let fitsFresh = needed + top <= measures.textHeight
      let fits = needed <= left + tolerance
      // What no page holds together is at least begun where there is room for its first piece.
      if y > 0, fitsFresh ? !fits : slices[next].height > left + tolerance {
        pages.append(SetPage(number: pages.count + 1, section: place))
        y = 0
        if let table = slices[next].table, !slices[next].isHead {
          for head in heads[table] ?? [] { put(head) }
        }
      }
      let count = fitsFresh ? chain.count : 1
      for slice in chain.prefix(count) { put(slices[slice]) }
      next += count
    }
    addHeaders(&pages, section, measures)
    return pages
  }

  /// Rounding of sums must not push a row over that fits exactly.
  private let tolerance = 0.01

  private func height(_ slices: [PageSlice]?) -> Double {
    (slices ?? []).reduce(0) { $0 + $1.height }
  }

  /// A piece with all that must stand on its page after it.
  private func chain(_ slices: [PageSlice], from start: Int) -> Range<Int> {
    var end = start
    while slices[end].staysWithNext, end + 1 < slices.count { end += 1 }
    return start..<(end + 1)
  }

  // MARK: Blocks

  private func slices(_ section: PaperSection, _ measures: PageShape.Measures) -> [PageSlice] {
    section.blocks.enumerated().flatMap { place, block in
      switch block {
      case .space(let points): [PageSlice(height: 0, before: Double(points), marks: [])]
      case .paragraph(let paragraph): slices(paragraph, measures.textWidth)
      case .table(let table):
        TableSetter(
          table: table, place: place, setter: setter, width: measures.textWidth,
          pageHeight: measures.textHeight
        ).slices()
      }
    }
  }

  private func slices(_ paragraph: PaperParagraph, _ width: Double) -> [PageSlice] {
    let look = paragraph.style.look
    let lines = setter.lines(paragraph.runs, .init(look: look, width: width - look.indent))
    return lines.enumerated().map { number, line in
      let isFirst = number == 0
      let isLast = number == lines.count - 1
      // Neither the first nor the last line of a paragraph stands alone on a page.
      let staysWithNext =
        isLast ? look.staysWithNext : isFirst || number == lines.count - 2
      return PageSlice(
        height: line.height + (isLast ? look.after : 0), before: isFirst ? look.before : 0,
        marks: [.line(line, x: line.x + look.indent, baseline: line.baseline)],
        staysWithNext: staysWithNext)
    }
  }

  // MARK: Heads of pages

  /// The number in the middle of the upper margin, but on the first page; the mark at its end.
  private func addHeaders(
    _ pages: inout [SetPage], _ section: PaperSection, _ measures: PageShape.Measures
  ) {
    let y = -PageShape.points(9)
    func add(_ text: String, _ look: PaperStyle.Look, to page: Int) {
      let lines = setter.lines([PaperRun(text)], .init(look: look, width: measures.textWidth))
      for line in lines.prefix(1) {
        pages[page].marks.append(.line(line, x: line.x, baseline: y))
      }
    }
    for page in pages.indices {
      if page > 0 {
        add(String(pages[page].number), .init(size: 13, alignment: .center), to: page)
      }
      if let mark = section.mark {
        add(mark, .init(size: 11, isBold: true, alignment: .trailing), to: page)
      }
    }
  }
}
