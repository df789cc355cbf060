import BigInt
import TestSupport
import Testing

@testable import Grading

/// Ratios are exact whatever their size, and round half away from zero only where asked.
struct ExactTests {
  private func exact(_ text: String) -> Exact? { Exact(parsing: text) }

  @Test(arguments: [
    ("84.5", 0, "85"), ("90.5", 0, "91"), ("-0.5", 0, "-1"), ("0.125", 2, "0.13"),
    ("-2.345", 2, "-2.35"), ("1/3", 4, "0.3333"), ("2.4999999999999999999999", 0, "2"),
  ])
  func `half is rounded away from zero`(_ text: String, _ places: Int, _ expected: String) {
    #expect(exact(text)?.fixedText(places: places) == expected)
  }

  @Test func `18 of 20 is exactly 90 percent`() {
    #expect(Exact(18, over: 20) == exact("90%"))
  }

  @Test func `three thirds of three points are three`() {
    let third = Exact(1, over: 3) ?? .zero
    #expect((third + third + third) * Exact(3) == Exact(3))
  }

  @Test func `division by zero has no value`() {
    #expect(Exact(1).divided(by: .zero) == nil)
    #expect(Exact(1, over: 0) == nil)
  }

  @Test func `the mean of 137 awkward fractions is exact`() {
    var sum = Exact.zero
    for unit in 1...137 { sum += Exact(unit, over: 1_000_003 + unit * 7919) ?? .zero }
    let mean = sum.divided(by: 137) ?? .zero
    guard case .big = mean else {
      Issue.record("the mean fits 64 bits and proves nothing")
      return
    }
    var back = mean * 137
    for unit in 1...137 { back -= Exact(unit, over: 1_000_003 + unit * 7919) ?? .zero }
    #expect(back == .zero)
  }

  @Test func `small and large ratios agree with big integers`() {
    var random = SplitMix64(seed: 7)
    func pick() -> Int {
      let size = Int.random(in: 1...62, using: &random)
      return Int.random(in: -(1 << size)...(1 << size), using: &random)
    }
    for _ in 0..<5_000 {
      let (a, b, c, d) = (pick(), pick(), pick(), pick())
      guard b != 0, d != 0, let left = Exact(a, over: b), let right = Exact(c, over: d) else {
        continue
      }
      let (p, q, r, s) = (BigInt(a), BigInt(b), BigInt(c), BigInt(d))
      #expect(left + right == Exact.reduced(p * s + r * q, q * s))
      #expect(left * right == Exact.reduced(p * r, q * s))
      if c != 0 { #expect(left.divided(by: right) == Exact.reduced(p * s, q * r)) }
      #expect((left < right) == ((p * s < r * q) == ((q > 0) == (s > 0)) && p * s != r * q))
      #expect(Exact(parsing: left.canonicalText) == left)
    }
  }

  @Test func `the extremes of 64 bits do not trap`() {
    let least = Exact(Int.min)
    #expect(-least == least * Exact(-1))
    #expect(least.divided(by: least) == 1)
    #expect(least.divided(by: Exact(-1)) == -least)
    #expect(least - Exact(Int.max) < .zero)
  }

  @Test func `whole ratios are reduced, with the sign above, up to the extremes`() {
    #expect(Exact(6, over: -4)?.canonicalText == "-1.5")
    #expect(Exact(-7, over: 3)?.canonicalText == "-7/3")
    #expect(Exact(0, over: -5) == .zero)
    #expect(Exact(Int.min, over: Int.min) == 1)
    #expect(Exact(Int.min, over: 3)?.canonicalText == "-9223372036854775808/3")
    #expect(Exact(Int.max, over: Int.min)?.isInteger == false)
    let beyond = Exact(Int.min, over: -1)
    #expect(beyond == -Exact(Int.min))
    #expect(beyond?.isInteger == true)
    #expect(Exact(1, over: 0) == nil)
  }

  @Test func `decimals that end are written to their end, whatever their length`() {
    #expect(Exact(Int.min).canonicalText == "-9223372036854775808")
    #expect(Exact(Int.min, over: 10)?.canonicalText == "-922337203685477580.8")
    #expect(Exact(-1, over: 1 << 18)?.canonicalText == "-0.000003814697265625")
    #expect(Exact(1, over: 1 << 19)?.canonicalText == "0.0000019073486328125")
    #expect(Exact(7, over: 3 << 40)?.canonicalText == "7/3298534883328")
    for twos in 0..<60 {
      for fives in 0..<20 {
        let (below, leaves) = (1 << twos).multipliedReportingOverflow(by: powerOfFive(fives))
        guard !leaves, let value = Exact(-below - 1, over: below) else { continue }
        let text = value.canonicalText
        #expect(Exact(parsing: text) == value)
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        #expect(value.decimalPlaces == decimals)
      }
    }
  }

  private func powerOfFive(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { five, _ in five * 5 }
  }

  @Test(arguments: ["", "1e3", "1.", ".5", "1,5", "1_000", "--1", "5/0", "9 0", "½", "%"])
  func `text that is no number is refused`(_ text: String) {
    #expect(exact(text) == nil)
  }
}
