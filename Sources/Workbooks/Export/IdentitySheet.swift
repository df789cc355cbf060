internal import Grading
internal import Spreadsheets

extension UnitForm {
  /// The hidden sheet: for whom the form is, and the lists that cells offer.
  func identitySheet(_ lists: ChoiceLists) -> Sheet {
    var sheet = Sheet(SheetName(FormSheet.identity.title))
    let identity = FormIdentity(self)
    sheet.put(.text(FormSheet.identity.mark), at: CellAddress(row: 0, column: 0))
    for (place, row) in identity.rows.enumerated() {
      sheet.put(.text(row.name), at: CellAddress(row: place + 1, column: 0))
      sheet.put(.text(row.value), at: CellAddress(row: place + 1, column: 1))
    }
    lists.write(to: &sheet)
    sheet.isHidden = true
    sheet.isProtected = true
    return sheet
  }

  /// Puts into a sheet for whom it is.
  func put(_ identity: FormIdentity, in sheet: inout Sheet, row: Int, column: Int) {
    sheet.put(.text(identity.mark), at: CellAddress(row: row, column: column))
    sheet.width(4, ofColumns: column...column, isHidden: true)
  }
}

extension FormIdentity {
  init(_ form: UnitForm) {
    self.init(
      round: form.plan.id, unit: form.unit.id, set: form.set,
      isIllustrative: form.assessment.isIllustrative)
  }
}
