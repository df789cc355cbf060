/// A table: columns by their share of the width, heads that every page repeats, rows.
package struct PaperTable: Hashable, Sendable {
  /// A column's share of the width and how its cells stand.
  package struct Column: Hashable, Sendable {
    /// Beside the other columns' shares.
    package let share: Int
    package let alignment: PaperAlignment

    package init(_ share: Int, _ alignment: PaperAlignment = .leading) {
      self.share = share
      self.alignment = alignment
    }
  }

  /// How it looks.
  package enum Kind: Hashable, Sendable {
    /// Ruled, the words of a size that is read easily.
    case ruled
    /// Ruled, smaller, for many columns.
    case dense
    /// No lines: what stands side by side, such as the head of a paper.
    case open
  }

  package var kind: Kind
  package var columns: [Column]
  /// Repeated on every page.
  package var heads: [PaperRow]
  package var rows: [PaperRow]

  package init(_ kind: Kind, _ columns: [Column], heads: [PaperRow] = [], rows: [PaperRow] = []) {
    self.kind = kind
    self.columns = columns
    self.heads = heads
    self.rows = rows
  }

  var cellStyle: PaperStyle {
    switch kind {
    case .ruled, .open: .cell
    case .dense: .smallCell
    }
  }

  var headStyle: PaperStyle {
    switch kind {
    case .ruled, .open: .cellHead
    case .dense: .smallCellHead
    }
  }
}

/// A row; a page break never cuts it unless it is higher than a page.
package struct PaperRow: Hashable, Sendable {
  /// From left to right; places that a cell above reaches into are left out.
  package var cells: [PaperCell]
  /// Areas and totals, in bold.
  package var isStrong: Bool

  package init(_ cells: [PaperCell], isStrong: Bool = false) {
    self.cells = cells
    self.isStrong = isStrong
  }
}

/// A cell with its words, and the number that these words write.
package struct PaperCell: Hashable, Sendable {
  /// What stands in it, one under the other.
  package enum Part: Hashable, Sendable {
    case words([PaperRun])
    /// With a style of its own.
    case paragraph(PaperParagraph)
    /// A line in the middle, its length in points.
    case rule(Int)
  }

  package var parts: [Part]
  /// nil: words only.
  package var number: PaperNumber?
  /// nil: as its column.
  package var alignment: PaperAlignment?
  /// How many columns and rows it reaches over.
  package var columns: Int
  package var rows: Int

  package init(
    _ parts: [Part], number: PaperNumber? = nil, alignment: PaperAlignment? = nil,
    columns: Int = 1, rows: Int = 1
  ) {
    self.parts = parts
    self.number = number
    self.alignment = alignment
    self.columns = columns
    self.rows = rows
  }

  package init(
    _ text: String, _ alignment: PaperAlignment? = nil, columns: Int = 1, rows: Int = 1
  ) {
    self.init(
      text.isEmpty ? [] : [.words([PaperRun(text)])], alignment: alignment, columns: columns,
      rows: rows)
  }

  /// A number as people read it, and as a workbook holds it.
  package static func number(_ text: String, _ number: PaperNumber) -> PaperCell {
    PaperCell([.words([PaperRun(text)])], number: number, alignment: .trailing)
  }

  /// Its words, one line a part.
  package var text: String {
    parts.compactMap { part in
      switch part {
      case .words(let runs): runs.map(\.text).joined()
      case .paragraph(let paragraph): paragraph.text
      case .rule: nil
      }
    }.joined(separator: "\n")
  }
}

/// A number for a workbook's cell.
package struct PaperNumber: Hashable, Sendable {
  /// Decimal digits with a point, `93.07`, `-1`.
  package let digits: String
  /// Decimals that are shown.
  package let places: Int

  package init(digits: String, places: Int) {
    self.digits = digits
    self.places = places
  }
}
