/// How a cell looks, and whether it may be typed in where its sheet is protected.
package struct CellStyle: Hashable, Sendable {
  package var font = "Times New Roman"
  /// In points.
  package var size = 11
  package var isBold = false
  package var isItalic = false
  /// Red, green, blue: 0x1F3864; nil is the program's own black.
  package var ink: UInt32?
  /// Of the ground; nil is none.
  package var fill: UInt32?
  package var horizontal = HorizontalPlace.general
  package var vertical = VerticalPlace.centre
  /// Long text goes on in a second line of the same cell.
  package var isWrapped = true
  /// Steps of about three spaces from the edge.
  package var indent = 0
  package var border = CellBorder.none
  package var number = NumberStyle.general
  /// False: it may be typed in although the sheet is protected.
  package var isLocked = true
  /// The formula is not shown where the sheet is protected.
  package var hidesFormula = false

  package init() {}

  /// This style with something changed.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var changed = self
    change(&changed)
    return changed
  }
}

package enum HorizontalPlace: Hashable, Sendable {
  /// Text left, numbers right.
  case general
  case left
  case centre
  case right
}

package enum VerticalPlace: Hashable, Sendable {
  case top
  case centre
  case bottom
}

package enum CellBorder: Hashable, Sendable {
  case none
  /// All four sides, thin, in this colour.
  case thin(UInt32)
}

/// How a number is shown; the program puts the signs of its own language.
package enum NumberStyle: Hashable, Sendable {
  case general
  /// Whatever is typed is kept as text: `=1+1` and `007` too.
  case text
  /// Whole, with the thousands apart.
  case whole
  /// At least and at most so many places behind the point.
  case decimals(atLeast: Int, atMost: Int)
  /// As a percentage, 0.5 as 50%, with so many places.
  case percent(Int)
  /// dd/MM/yyyy.
  case day
  /// dd/MM/yyyy HH:mm.
  case minute

  /// The format's code in a file.
  var code: String {
    switch self {
    case .general: "General"
    case .text: "@"
    case .whole: "#,##0"
    case .decimals(let least, let most):
      most == 0
        ? "0"
        : "0." + String(repeating: "0", count: least)
          + String(repeating: "#", count: max(0, most - least))
    case .percent(let places):
      places == 0 ? "0%" : "0." + String(repeating: "0", count: places) + "%"
    case .day: "dd/mm/yyyy"
    case .minute: "dd/mm/yyyy hh:mm"
    }
  }
}
