import Loading
import Testing

/// Numbers that people type into forms.
@Suite struct TypedNumberTests {
  @Test(arguments: [
    ("19", "19"), ("1 234", "1234"), ("1\u{A0}234,5", "1234.5"), ("12 345 678", "12345678"),
    ("- 7", "-7"), ("50 %", "50%"), ("0,5", "0.5"), ("1.234.567,89", "1234567.89"),
  ])
  func oneNumberIsRead(_ text: String, _ value: String) {
    #expect(TypedNumber(text) == .value(value))
  }

  @Test(arguments: [
    "19 20", "1 7", "19\n17", "19\n200", "1 23", "1234 567", "1,5 200", "a", "", "1 2 3",
  ])
  func twoNumbersInACellAreNotOne(_ text: String) {
    #expect(TypedNumber(text) == nil)
  }

  @Test func whatCanBeReadTwiceIsAskedFor() {
    #expect(TypedNumber("1.234") == .ambiguous(["1.234", "1234"]))
  }
}
