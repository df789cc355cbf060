import Grading
import Testing

@testable import Loading

/// Numbers are read as the file says it writes them, and never guessed.
struct PrintedNumberTests {
  private let vietnamese = NumberFormat(decimal: ",", thousands: ".")
  private let plain = NumberFormat(decimal: ".", hasNoThousands: true)

  private func number(_ text: String) -> PrintedNumber {
    Exact(parsing: text).map { .number($0) } ?? .unreadable
  }

  @Test func `4.000 is four thousand where the file says so`() {
    #expect(PrintedNumber(count: "4.000", vietnamese) == number("4000"))
    #expect(PrintedNumber(count: "1.234.567", vietnamese) == number("1234567"))
    #expect(PrintedNumber(count: "19", vietnamese) == number("19"))
    #expect(PrintedNumber(percent: "87,24%", vietnamese) == number("87.24"))
    #expect(PrintedNumber(percent: "92.56 %", plain) == number("92.56"))
    #expect(
      PrintedNumber(count: "4 000", NumberFormat(decimal: ",", thousands: " ")) == number("4000"))
  }

  @Test(arguments: [
    "4.00", "4.0000", "1.23.456", "4,5", "-3", "4.", ".4", "4,000", "x", "1e3", "٣",
  ])
  func `what the file's signs do not allow is refused`(_ text: String) {
    #expect(PrintedNumber(count: text, vietnamese) == .unreadable)
  }

  @Test(arguments: ["4.000", "4,000", "4.5", "4.0"])
  func `a count has no decimals and no groups where the file has none`(_ text: String) {
    #expect(PrintedNumber(count: text, plain) == .unreadable)
  }

  @Test func `without declared signs only what reads one way is read`() {
    let undeclared = NumberFormat()
    #expect(PrintedNumber(count: "4000", undeclared) == number("4000"))
    #expect(PrintedNumber(count: "4.000", undeclared) == .ambiguous(4000, 4))
    #expect(PrintedNumber(count: "4,000", undeclared) == .ambiguous(4, 4000))
    #expect(PrintedNumber(count: "1.604.000", undeclared) == number("1604000"))
    #expect(PrintedNumber(percent: "92.56", undeclared) == number("92.56"))
    #expect(PrintedNumber(percent: "92,56%", undeclared) == number("92.56"))
    #expect(PrintedNumber(count: "92.56", undeclared) == .unreadable)
  }

  @Test func `an empty cell is missing, and so is what the file says means nothing`() {
    #expect(PrintedNumber(count: "", vietnamese) == .missing)
    #expect(PrintedNumber(count: "0", vietnamese) == number("0"))
    #expect(PrintedNumber(count: "-", vietnamese) == .unreadable)
    #expect(PrintedNumber(count: "-", NumberFormat(missing: ["-"])) == .missing)
  }
}
