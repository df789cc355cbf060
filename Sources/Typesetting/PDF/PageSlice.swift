/// What is drawn: text, or a stroke; lengths in points from the text area's left and its own top.
enum PageMark {
  case line(SetLine, x: Double, baseline: Double)
  case stroke(from: (x: Double, y: Double), to: (x: Double, y: Double))

  func moved(x: Double, y: Double) -> PageMark {
    switch self {
    case .line(let line, let ownX, let baseline):
      .line(line, x: ownX + x, baseline: baseline + y)
    case .stroke(let from, let to):
      .stroke(from: (from.x + x, from.y + y), to: (to.x + x, to.y + y))
    }
  }
}

/// A piece of a page that no page break cuts: a line of a paragraph, a row of a table.
struct PageSlice {
  var height: Double
  /// Space before it, which the top of a page swallows.
  var before = 0.0
  var marks: [PageMark]
  /// Whether the next piece must begin on the same page.
  var staysWithNext = false
  /// The table it is a row of, by its place among the section's blocks; nil: none.
  var table: Int?
  /// A head of that table, which stands on every page the table comes to.
  var isHead = false
}

/// A page with everything on it, before anything is drawn.
struct SetPage {
  /// Counted from 1 in its section.
  let number: Int
  let section: Int
  var marks: [PageMark] = []

  /// The texts of its lines, in the order they were set.
  var texts: [String] {
    marks.compactMap { mark in
      if case .line(let line, _, _) = mark { line.text } else { nil }
    }
  }
}
