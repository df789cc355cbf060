import Spreadsheets
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.1", "0.1"), ("0.10000000000000001", "0.1"),
    ("5.0549999999999997", "5.055"), ("43496", "43496"), ("1E3", "1000"), ("1.5e-2", "0.015"),
    ("123456789012345", "123456789012345"), ("123456789012345678", "123456789012346000"),
    ("0.9999999999999999", "1"), ("999999999999999.5", "1000000000000000"), ("-12.50", "-12.5"),
    (".5", "0.5"), ("5.", "5"), ("1e308", "1E308"), ("-2.5E-300", "-2.5E-300"),
    ("0.000000000000000000000000", "0"), ("000120.0", "120"),
  ])
  func aNumberIsItsShortestDecimalOfFifteenDigits(_ text: String, _ shown: String) {
    #expect(CellNumber(text)?.text == shown)
  }

  @Test(arguments: ["", ".", "-", "1e", "NaN", "INF", "1,5", "0x10", "1 000", "1e999", "١"])
  func anythingElseIsNoNumber(_ text: String) { #expect(CellNumber(text) == nil) }

  @Test(arguments: [
    ("A1", 0, 0), ("B7", 6, 1), ("$Z$1", 0, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383),
  ])
  func anAddressIsReadAndWritten(_ text: String, _ row: Int, _ column: Int) {
    let address = CellAddress(text)
    #expect(address == CellAddress(row: row, column: column))
    #expect(address?.text == text.filter { $0 != "$" })
  }

  @Test(arguments: [
    "", "A", "1", "A0", "1A", "XFE1", "A1048577", "a1", "A1B", "A99999999999999999999",
  ])
  func anythingElseIsNoAddress(_ text: String) { #expect(CellAddress(text) == nil) }
}
