import Testing

@testable import Papers

struct AnnexNumberTests {
  @Test(arguments: [
    (1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (19, "XIX"), (40, "XL"), (99, "XCIX"),
    (2026, "MMXXVI"),
  ])
  func `numbers of annexes are Roman`(_ example: (number: Int, text: String)) {
    #expect(AnnexNumber.roman(example.number) == example.text)
  }
}
