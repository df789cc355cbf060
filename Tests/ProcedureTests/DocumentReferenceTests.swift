import Procedure
import Testing

@Suite struct DocumentReferenceTests {
  @Test(arguments: [
    "141/QĐ-UBND ngày 19/01/2018", "Quyết định số 141/QĐ-UBND, ngày 19 tháng 01 năm 2018",
    "141/2018/QĐ-UBND (19.1.2018)", "QĐ 141, 2018-01-19", "ngày 19-1-2018, số 141",
  ])
  func `a number and a date, however they are put`(_ text: String) {
    #expect(DocumentReference(text).isWhole)
  }

  @Test(arguments: [
    ("abc", false, false), ("", false, false), ("141/QĐ-UBND", true, false),
    ("Quyết định ngày 19/01/2018", false, true), ("141/QĐ-UBND ngày 31/02/2018", true, false),
    ("141/QĐ-UBND năm 2018", true, false), ("19/01-2018", false, false),
    ("Quyết định của UBND tỉnh 19/01/2018 10:30", false, true),
    ("Quyết định năm 2018 ngày 19/01/2018", false, true),
    ("99999999999999999999/QĐ ngày 1/1/2018", true, true),
  ])
  func `what is missing`(_ text: String, _ hasNumber: Bool, _ hasDate: Bool) {
    let found = DocumentReference(text)
    #expect(found.hasNumber == hasNumber && found.hasDate == hasDate)
  }
}
