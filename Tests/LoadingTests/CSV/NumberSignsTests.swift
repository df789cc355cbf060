import Diagnostics
import Grading
import TestSupport
import Testing

@testable import Loading

struct NumberSignsTests {
  private func read(_ text: String, _ signs: NumberSigns = NumberSigns()) -> String {
    let reading = Array(text.utf8).withUnsafeBufferPointer(signs.read)
    return switch reading {
    case .number(let value, let isPercent): value.canonicalText + (isPercent ? " %" : "")
    case .ambiguous(let decimal, let thousands):
      "\(decimal.canonicalText) | \(thousands.canonicalText)"
    case .none: "-"
    }
  }

  @Test(arguments: [
    ("0", "0"), ("0123", "123"), ("-5", "-5"), ("87.5", "87.5"), ("87.5%", "0.875 %"),
    ("87.5 %", "0.875 %"), ("0.925", "0.925"), ("1.0000", "1"),
    ("99999999999999999999", "99999999999999999999"),
    ("4.000", "4 | 4000"), ("98,5", "98.5 | 985"), ("98,5%", "0.985 | 9.85"),
    ("1,234", "1.234 | 1234"), ("0,5", "0.5 | 5"), ("-4.125", "-4.125 | -4125"),
    ("1.604.000", "1604000"), ("1,604,000", "1604000"), ("1.604,5", "1604.5"),
    ("1,604.5", "1604.5"), ("1 604", "1604"), ("1 604,5", "1604.5"), ("1 604.25", "1604.25"),
    ("", "-"), ("-", "-"), ("%", "-"), ("1.", "-"), (".5", "-"), ("1..2", "-"), ("1.60.4", "-"),
    ("1 60", "-"), ("12a", "-"), ("--1", "-"), ("1e5", "-"), ("1/2", "-"), ("１", "-"),
    ("1.2.3.4,5", "-"),
  ])
  func `a file that says nothing is read where there is one reading`(
    _ text: String, _ value: String
  ) {
    #expect(read(text) == value)
  }

  @Test(arguments: [
    ("4.000", "4000"), ("98,5", "98.5"), ("1.604,5%", "16.045 %"), ("98.5", "-"), ("4000", "4000"),
    ("1.234.567", "1234567"), ("0.925", "-"), ("1,2,3", "-"), ("1 604", "-"),
  ])
  func `Vietnamese signs are taken at their word`(_ text: String, _ value: String) {
    #expect(read(text, NumberSigns(decimal: .comma, thousands: .point)) == value)
  }

  @Test(arguments: [("4.000", "4"), ("98.5", "98.5"), ("98,5", "-"), ("1,234", "-")])
  func `a decimal point without thousands signs is taken at its word`(
    _ text: String, _ value: String
  ) {
    #expect(read(text, NumberSigns(decimal: .point, thousands: nil)) == value)
  }

  @Test func `every number written with its own signs is read back`() {
    var random = SplitMix64(seed: 42)
    let all: [(NumberSigns, String, String)] = [
      (NumberSigns(decimal: .comma, thousands: .point), ",", "."),
      (NumberSigns(decimal: .point, thousands: .comma), ".", ","),
      (NumberSigns(decimal: .comma, thousands: .space), ",", "\u{A0}"),
    ]
    for _ in 0..<500 {
      let number = Int.random(in: 0...99_999_999, using: &random)
      let places = Int.random(in: 0...4, using: &random)
      let whole = String(number)
      let decimals = (0..<places).map { _ in String(Int.random(in: 0...9, using: &random)) }
        .joined()
      let plain = whole + (places > 0 ? "." + decimals : "")
      for (signs, decimal, thousands) in all {
        var grouped = ""
        for (offset, digit) in whole.reversed().enumerated() {
          if offset > 0, offset % 3 == 0 { grouped = thousands + grouped }
          grouped = String(digit) + grouped
        }
        let written = grouped + (places > 0 ? decimal + decimals : "")
        #expect(read(written, signs) == Exact(parsing: plain)?.canonicalText, "\(written)")
      }
    }
  }

  @Test(arguments: [
    ("20/12/2017", "2017-12-20"), ("5/9/2017", "2017-09-05"),
    ("20/12/2017 17:00", "2017-12-20T17:00"),
    ("17:05 20/12/2017", "2017-12-20T17:05"), ("8:30 ngày 01/02/2017", "2017-02-01T08:30"),
  ])
  func `Vietnamese dates are read`(_ text: String, _ iso: String) {
    #expect(LocalMoment(vietnamese: text)?.isoText == iso)
  }

  @Test(arguments: [
    "31/02/2017", "12/31/2017", "5/9/17", "005/9/2017", "5-9-2017", "20/12/2017 25:00", "17:00", "",
    "20/12/2017 20/12/2017", "20/12/2017 17", "/12/2017", "+1/12/2017",
  ])
  func `other texts are no Vietnamese dates`(_ text: String) {
    #expect(LocalMoment(vietnamese: text) == nil)
  }
}
