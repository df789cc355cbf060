/// How a sheet is printed: always on A4.
package struct PrintSetup: Hashable, Sendable {
  package var isLandscape = true
  /// The rows that stand on top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// As many pages high as needed, but one wide.
  package var fitsWidth = true
  /// In millimetres: left, right, top, bottom.
  package var margins = PageMargins(left: 15, right: 10, top: 15, bottom: 15)
  package var header = PageLine()
  package var footer = PageLine()
  package var isCentred = true

  package init() {}
}

/// In millimetres.
package struct PageMargins: Hashable, Sendable {
  package let left: Int
  package let right: Int
  package let top: Int
  package let bottom: Int

  package init(left: Int, right: Int, top: Int, bottom: Int) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }
}

/// The line above or below what is printed on a page.
package struct PageLine: Hashable, Sendable {
  package var left: [PageLinePart] = []
  package var centre: [PageLinePart] = []
  package var right: [PageLinePart] = []

  package init() {}

  /// As files write it; at most the 255 characters that they can hold.
  var code: String {
    var code = ""
    for (sign, parts) in [("&L", left), ("&C", centre), ("&R", right)] where !parts.isEmpty {
      let part = sign + parts.map(\.code).joined()
      if code.utf16.count + part.utf16.count <= 255 { code += part }
    }
    return code
  }
}

package enum PageLinePart: Hashable, Sendable {
  case text(String)
  /// The number of the page.
  case page
  /// How many pages there are.
  case pages

  var code: String {
    switch self {
    case .text(let text):
      CellPrompt.cut(text, to: 70).split(separator: "&", omittingEmptySubsequences: false)
        .joined(separator: "&&")
    case .page: "&P"
    case .pages: "&N"
    }
  }
}
