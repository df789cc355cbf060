internal import CPangoCairo

/// Breaks paragraphs into lines of a width.
///
/// Points of the paper are points of the font: nothing depends on a screen, and letters stand where
/// the font says, not where pixels are.
final class LineSetter {
  private let context: OpaquePointer
  private let family: String
  private let language: String

  init(family: String, language: PaperLanguage) {
    context = pango_font_map_create_context(FontBook.map)
    self.family = family
    self.language = language.locale
    pango_cairo_context_set_resolution(context, 72)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string(self.language))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

  /// How a paragraph is set.
  struct Setting {
    var look: PaperStyle.Look
    /// In points.
    var width: Double
  }

  func lines(_ runs: [PaperRun], _ setting: Setting) -> [SetLine] {
    let text = runs.map(\.text).joined()
    // Without memory Pango ends the program itself.
    guard let layout = pango_layout_new(context) else { return [] }
    let owner = LayoutOwner(layout)
    let look = setting.look
    let font = pango_font_description_new()
    pango_font_description_set_family(font, family)
    pango_font_description_set_absolute_size(font, look.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(
      font, look.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_style(font, look.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_text(layout, text, -1)
    pango_layout_set_width(layout, units(setting.width))
    pango_layout_set_indent(layout, units(look.firstLine))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_auto_dir(layout, 0)
    switch look.alignment {
    case .leading: break
    case .center: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .trailing: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    case .justified: pango_layout_set_justify(layout, 1)
    }
    let attributes = attributes(runs)
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    return setLines(layout, owner, Array(text.utf8))
  }

  /// Bold and italic words; and never a hyphen that the words do not have.
  private func attributes(_ runs: [PaperRun]) -> OpaquePointer? {
    let list = pango_attr_list_new()
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(0))
    var start = 0
    for run in runs {
      let end = start + run.text.utf8.count
      if run.isBold { insert(pango_attr_weight_new(PANGO_WEIGHT_BOLD), start..<end, list) }
      if run.isItalic { insert(pango_attr_style_new(PANGO_STYLE_ITALIC), start..<end, list) }
      start = end
    }
    return list
  }

  private func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>, _ list: OpaquePointer?
  ) {
    attribute?.pointee.start_index = guint(range.lowerBound)
    attribute?.pointee.end_index = guint(range.upperBound)
    pango_attr_list_insert(list, attribute)
  }

  private func setLines(
    _ layout: OpaquePointer, _ owner: LayoutOwner, _ text: [UInt8]
  ) -> [SetLine] {
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    var lines: [SetLine] = []
    repeat {
      guard let line = pango_layout_iter_get_line_readonly(iterator) else { continue }
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &logical)
      var (top, bottom): (Int32, Int32) = (0, 0)
      pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
      let start = Int(line.pointee.start_index)
      let end = min(start + Int(line.pointee.length), text.count)
      lines.append(
        SetLine(
          owner: owner, line: line, x: points(logical.x), height: points(bottom - top),
          baseline: points(pango_layout_iter_get_baseline(iterator) - top),
          text: String(decoding: text[start..<end], as: UTF8.self)))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }

  private func units(_ points: Double) -> Int32 { Int32((points * Double(PANGO_SCALE)).rounded()) }

  private func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
}

/// Keeps the layout that lines belong to.
final class LayoutOwner {
  private let layout: OpaquePointer

  init(_ layout: OpaquePointer) { self.layout = layout }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
}

/// One line, ready to be drawn; lengths in points.
struct SetLine {
  let owner: LayoutOwner
  let line: UnsafeMutablePointer<PangoLayoutLine>
  /// Its own place within the width it was set for.
  let x: Double
  let height: Double
  /// Below its top.
  let baseline: Double
  let text: String
}
