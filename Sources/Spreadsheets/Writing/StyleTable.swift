internal import CXlsxWriter

/// The formats of a workbook: one for each style, in the order of first use.
struct StyleTable {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  mutating func format(_ style: CellStyle) throws(WorkbookFailure)
    -> UnsafeMutablePointer<lxw_format>
  {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(book) else { throw .library("workbook_add_format") }
    formats[style] = format
    format_set_font_name(format, style.font)
    format_set_font_size(format, Double(style.size))
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if let ink = style.ink { format_set_font_color(format, ink) }
    if let fill = style.fill { format_set_bg_color(format, fill) }
    switch style.horizontal {
    case .general: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    switch style.vertical {
    case .top: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .centre: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .bottom: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    }
    if style.isWrapped { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, UInt8(clamping: style.indent)) }
    switch style.border {
    case .none: break
    case .thin(let colour):
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, colour)
    }
    if style.number != .general { format_set_num_format(format, style.number.code) }
    if !style.isLocked { format_set_unlocked(format) }
    if style.hidesFormula { format_set_hidden(format) }
    return format
  }

  /// A format that changes only colours.
  func highlight(ink: UInt32?, fill: UInt32?) throws(WorkbookFailure)
    -> UnsafeMutablePointer<lxw_format>
  {
    guard let format = workbook_add_format(book) else { throw .library("workbook_add_format") }
    if let ink { format_set_font_color(format, ink) }
    if let fill { format_set_bg_color(format, fill) }
    return format
  }
}
