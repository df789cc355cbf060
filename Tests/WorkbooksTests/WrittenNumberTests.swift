import Testing

@testable import Workbooks

/// Numbers that people type as text.
@Suite struct WrittenNumberTests {
  @Test(arguments: [
    ("19", "19"), ("1 234", "1234"), ("1\u{A0}234,5", "1234.5"), ("12 345 678", "12345678"),
    ("- 7", "-7"), ("50 %", "50%"), ("0,5", "0.5"), ("1.234.567,89", "1234567.89"),
  ])
  func oneNumberIsRead(_ text: String, _ value: String) {
    #expect(WrittenDecimal(text) == .value(value))
  }

  @Test(arguments: [
    "19 20", "1 7", "19\n17", "19\n200", "1 23", "1234 567", "1,5 200", "a", "", "1 2 3",
  ])
  func twoNumbersInACellAreNotOne(_ text: String) {
    #expect(WrittenDecimal(text) == nil)
  }

  @Test func whatCanBeReadTwiceIsAskedFor() {
    #expect(WrittenDecimal("1.234") == .ambiguous(["1.234", "1234"]))
  }
}
