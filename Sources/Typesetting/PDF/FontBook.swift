internal import CPangoCairo
package import Diagnostics
internal import Synchronization

/// The fonts that papers are set in.
package enum FontBook {
  /// As wide as the Times New Roman that official papers are written in, letter by letter; complete
  /// for Vietnamese from version 2 on.
  package static let serif = "Liberation Serif"

  /// The one map of fonts: only to be touched within `alone`.
  nonisolated(unsafe) static let map = pango_cairo_font_map_new()
  private static let turn = Mutex(())

  /// Does something with Pango and Cairo while nobody else does: what they keep of fonts is shared
  /// among threads, and two that measure at once set letters a thousandth of a point apart, now and
  /// then.
  static func alone<Result>(_ work: () throws(PaperFailure) -> Result) throws(PaperFailure)
    -> Result
  {
    try turn.withLock { _ throws(PaperFailure) in try work() }
  }

  /// Why a font cannot set Vietnamese; nil: it can.
  package static func problem(_ family: String = serif) -> Diagnostic? {
    turn.withLock { _ in found(family) }
  }

  static func found(_ family: String = serif) -> Diagnostic? {
    let context = pango_font_map_create_context(map)
    let wanted = pango_font_description_new()
    defer {
      pango_font_description_free(wanted)
      release(context)
    }
    pango_font_description_set_family(wanted, family)
    pango_font_description_set_size(wanted, 14 * PANGO_SCALE)
    guard let font = pango_font_map_load_font(map, context, wanted) else {
      return .fontMissing(family)
    }
    defer { release(font) }
    let found = pango_font_describe(font)
    defer { pango_font_description_free(found) }
    let name = pango_font_description_get_family(found).map { String(cString: $0) } ?? ""
    guard name == family else { return .fontMissing(family) }
    // Letters that version 1 of the Liberation fonts lacks.
    let letters = "ăâđêôơưẠạẢảẤấỰựỳỵỷỹ".unicodeScalars
    guard letters.allSatisfy({ pango_font_has_char(font, $0.value) != 0 }) else {
      return .fontWithoutVietnamese(family)
    }
    return nil
  }

  private static func release(_ object: OpaquePointer?) {
    if let object { g_object_unref(UnsafeMutableRawPointer(object)) }
  }

  private static func release(_ object: UnsafeMutablePointer<PangoFont>?) {
    if let object { g_object_unref(UnsafeMutableRawPointer(object)) }
  }
}
