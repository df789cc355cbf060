package import Grading
internal import Spreadsheets

/// What somebody is to appraise, as a workbook to fill decisions into where there is no network.
///
/// It is always in Vietnamese, as forms are.
package struct AppraisalPart: Sendable {
  /// One item of one unit.
  package struct Row: Hashable, Sendable {
    package let unit: String
    package let unitName: String
    package let item: String
    package let title: String
    package let maximum: Exact
    package let claimed: Figure
    package let standing: Figure
    package let state: String
    /// Points that the look at it can move.
    package let stake: Exact

    package init(
      unit: String, unitName: String, item: String, title: String, maximum: Exact,
      claimed: Figure, standing: Figure, state: String, stake: Exact
    ) {
      self.unit = unit
      self.unitName = unitName
      self.item = item
      self.title = title
      self.maximum = maximum
      self.claimed = claimed
      self.standing = standing
      self.state = state
      self.stake = stake
    }
  }

  /// Points, or why there are none.
  package enum Figure: Hashable, Sendable {
    case points(Exact)
    case word(String)

    var content: CellContent {
      switch self {
      case .points(let points): InputCell.number(points)
      case .word(let word): .text(word)
      }
    }
  }

  /// The most rows of one workbook.
  package static let mostRows = 5_000

  let identity: PartIdentity
  let terms: PartTerms
  let roundTitle: String
  let appraiser: String
  let rows: [Row]
  /// How many rows there are that it has no room for.
  let left: Int

  /// - Parameters:
  ///   - terms: what may be chosen.
  ///   - rows: of which it holds the first `mostRows`.
  package init(
    _ identity: PartIdentity, _ terms: PartTerms, roundTitle: String, appraiser: String,
    rows: [Row]
  ) {
    self.identity = identity
    self.terms = terms
    self.roundTitle = roundTitle
    self.appraiser = appraiser
    self.rows = Array(rows.prefix(AppraisalPart.mostRows))
    left = rows.count - self.rows.count
  }

  /// The bytes of the workbook.
  /// - Parameter path: its name, for messages.
  package func bytes(path: String) -> FormResult {
    var lists = ChoiceLists()
    let first = sheet(&lists)
    var workbook = Workbook([first, identitySheet(lists)])
    workbook.properties.title = "Phần việc thẩm định của \(appraiser)"
    workbook.properties.subject = roundTitle
    do {
      return .bytes(try workbook.bytes())
    } catch {
      return .refused([error.diagnostic(path)])
    }
  }

  private func identitySheet(_ lists: ChoiceLists) -> Sheet {
    var sheet = Sheet(SheetName(FormSheet.identity.title))
    sheet.put(.text(PartIdentity.sheetMark), at: CellAddress(row: 0, column: 0))
    for (place, row) in identity.rows.enumerated() {
      sheet.put(.text(row.name), at: CellAddress(row: place + 1, column: 0))
      sheet.put(.text(row.value), at: CellAddress(row: place + 1, column: 1))
    }
    lists.write(to: &sheet)
    sheet.isHidden = true
    sheet.isProtected = true
    return sheet
  }
}
