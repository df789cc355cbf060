internal import CPangoCairo
package import Diagnostics

extension Paper {
  /// The paper as PDF: fonts inside, text that can be searched, bookmarks for several sections.
  ///
  /// The same paper gives the same bytes, on any day and in any time zone, as long as the same
  /// version of the font is installed.
  package func pdf() throws(PaperFailure) -> [UInt8] {
    try FontBook.alone { () throws(PaperFailure) in
      if let problem = FontBook.found() { throw PaperFailure(problem) }
      return PDFPainter(self).bytes()
    }
  }
}

/// Why a paper was not made.
package struct PaperFailure: Error {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Draws set pages.
private struct PDFPainter {
  private let paper: Paper
  private let pages: [SetPage]

  init(_ paper: Paper) {
    self.paper = paper
    pages = PageSetter(paper).pages()
  }

  /// Where the bytes go.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  func bytes() -> [UInt8] {
    let sink = Sink()
    let first = PageShape.portrait.measures
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
          .bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), first.width, first.height)
    // The last version of the format that every archive accepts.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper.title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "PARIndex")
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, paper.date.timestamp)
    let context = cairo_create(surface)
    for (place, page) in pages.enumerated() {
      let section = paper.sections[page.section]
      let measures = section.shape.measures
      cairo_pdf_surface_set_size(surface, measures.width, measures.height)
      if page.number == 1, paper.sections.count > 1 {
        cairo_pdf_surface_add_outline(
          surface, CAIRO_PDF_OUTLINE_ROOT, section.name, "page=\(place + 1)",
          CAIRO_PDF_OUTLINE_FLAG_OPEN)
      }
      for mark in page.marks { draw(mark, measures, context) }
      cairo_show_page(context)
    }
    cairo_destroy(context)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
    return sink.bytes
  }

  private func draw(_ mark: PageMark, _ measures: PageShape.Measures, _ context: OpaquePointer?) {
    switch mark {
    case .line(let line, let x, let baseline):
      cairo_move_to(context, measures.left + x, measures.top + baseline)
      pango_cairo_show_layout_line(context, line.line)
    case .stroke(let from, let to):
      cairo_set_line_width(context, 0.5)
      cairo_move_to(context, measures.left + from.x, measures.top + from.y)
      cairo_line_to(context, measures.left + to.x, measures.top + to.y)
      cairo_stroke(context)
    }
  }
}
