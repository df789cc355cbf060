internal import Grading
internal import Spreadsheets

extension UnitForm {
  /// The hidden sheet: for whom the form is, and the lists that cells offer.
  func identitySheet(_ lists: ChoiceLists) -> Sheet {
    var sheet = Sheet(SheetName(FormSheet.identity.title))
    let identity = FormIdentity(
      round: plan.id, unit: unit.id, set: set, isIllustrative: assessment.isIllustrative)
    sheet.put(.text(FormSheet.identity.mark), at: CellAddress(row: 0, column: 0))
    for (place, row) in identity.rows.enumerated() {
      sheet.put(.text(row.name), at: CellAddress(row: place + 1, column: 0))
      sheet.put(.text(row.value), at: CellAddress(row: place + 1, column: 1))
    }
    for (place, values) in lists.columns.enumerated() {
      for (row, value) in values.enumerated() {
        sheet.put(.text(value), at: CellAddress(row: row, column: place + 3))
      }
    }
    sheet.isHidden = true
    sheet.isProtected = true
    return sheet
  }
}
