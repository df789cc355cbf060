internal import BigInt

/// An exact ratio of integers of any size: every score, rate, threshold and index.
///
/// Ratios whose reduced parts fit 64 bits are computed in 128; anything larger moves to big
/// integers and back. No operation overflows or traps; division by zero gives nil.
package enum Exact: Hashable, Sendable {
  /// Numerator and denominator, reduced, the denominator positive.
  case small(Int64, Int64)
  /// A ratio that does not fit; never used when `small` would do, so equality is by value.
  indirect case big(BigRatio)

  package static let zero = Exact.small(0, 1)
  package static let one = Exact.small(1, 1)
  package static let hundred = Exact.small(100, 1)

  package init(_ value: Int) { self = .small(Int64(value), 1) }

  /// Numerator over denominator; nil when the denominator is 0.
  package init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    // The opposite of the least integer does not fit; all others stay within 64 bits.
    guard numerator != .min, denominator != .min else {
      self = Exact.reduced(BigInt(numerator), BigInt(denominator))
      return
    }
    let shared = Int64(Exact.gcd(UInt64(denominator.magnitude), UInt64(numerator.magnitude)))
    let sign: Int64 = denominator < 0 ? -1 : 1
    self = .small(sign * Int64(numerator) / shared, sign * Int64(denominator) / shared)
  }

  package static func + (left: Exact, right: Exact) -> Exact {
    guard case .small(let a, let b) = left, case .small(let c, let d) = right else {
      return combine(left, right) { ($0 * $3 + $2 * $1, $1 * $3) }
    }
    if let sum = sum64(a, b, c, d) { return sum }
    let shared = Int64(gcd(UInt64(b), UInt64(d)))
    let sum = Int128(a) * Int128(d / shared) + Int128(c) * Int128(b / shared)
    let common = Int64(gcd(UInt64((sum % Int128(shared)).magnitude), UInt64(shared)))
    return fitting(sum / Int128(common), Int128(b / shared) * Int128(d / common))
  }

  /// a/b + c/d where nothing on the way leaves 64 bits, which is nearly always; nil otherwise.
  private static func sum64(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Exact? {
    let shared = b == d ? b : Int64(gcd(UInt64(b), UInt64(d)))
    let (left, leftLeaves) = a.multipliedReportingOverflow(by: d / shared)
    let (right, rightLeaves) = c.multipliedReportingOverflow(by: b / shared)
    let (sum, sumLeaves) = left.addingReportingOverflow(right)
    guard !leftLeaves, !rightLeaves, !sumLeaves else { return nil }
    // b/shared and d/shared have no factor in common with the sum that they do not share.
    let common = Int64(gcd(sum.magnitude % UInt64(shared), UInt64(shared)))
    let (below, belowLeaves) = (b / shared).multipliedReportingOverflow(by: d / common)
    return belowLeaves ? nil : .small(sum / common, below)
  }

  /// a/b · c/d where nothing on the way leaves 64 bits; nil otherwise.
  private static func product64(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Exact? {
    guard a != .min, c != .min else { return nil }
    let first = Int64(gcd(a.magnitude, UInt64(d)))
    let second = Int64(gcd(c.magnitude, UInt64(b)))
    let (above, aboveLeaves) = (a / first).multipliedReportingOverflow(by: c / second)
    let (below, belowLeaves) = (b / second).multipliedReportingOverflow(by: d / first)
    return aboveLeaves || belowLeaves ? nil : .small(above, below)
  }

  package static func - (left: Exact, right: Exact) -> Exact { left + (-right) }

  package static prefix func - (value: Exact) -> Exact {
    switch value {
    case .small(let a, let b): fitting(-Int128(a), Int128(b))
    case .big(let ratio): reduced(-ratio.numerator, ratio.denominator)
    }
  }

  package static func * (left: Exact, right: Exact) -> Exact {
    guard case .small(let a, let b) = left, case .small(let c, let d) = right else {
      return combine(left, right) { ($0 * $2, $1 * $3) }
    }
    if let product = product64(a, b, c, d) { return product }
    let first = Int128(gcd(a.magnitude, UInt64(d)))
    let second = Int128(gcd(c.magnitude, UInt64(b)))
    return fitting(
      (Int128(a) / first) * (Int128(c) / second), (Int128(b) / second) * (Int128(d) / first))
  }

  /// The quotient; nil when `divisor` is 0.
  package func divided(by divisor: Exact) -> Exact? {
    switch divisor {
    case .small(0, _): nil
    case .small(let c, let d):
      if c < 0 {
        // The reciprocal of Int64.min does not fit; both signs turn over in 128 bits.
        self * Exact.fitting(-Int128(d), -Int128(c))
      } else {
        self * .small(d, c)
      }
    case .big(let ratio): self * Exact.reduced(ratio.denominator, ratio.numerator)
    }
  }

  package static func += (left: inout Exact, right: Exact) { left = left + right }
  package static func -= (left: inout Exact, right: Exact) { left = left - right }

  package var isZero: Bool { self == .zero }
  package var isNegative: Bool { self < .zero }

  /// The value as an integer when it is one that fits.
  package var integer: Int? {
    if case .small(let a, 1) = self { Int(a) } else { nil }
  }

  /// Both terms, where they fit into 64 bits; the denominator is above 0.
  package var terms: (numerator: Int64, denominator: Int64)? {
    if case .small(let numerator, let denominator) = self { (numerator, denominator) } else { nil }
  }

  package var isInteger: Bool {
    switch self {
    case .small(_, let denominator): denominator == 1
    case .big(let ratio): ratio.denominator == 1
    }
  }
}

extension Exact: Comparable {
  package static func < (left: Exact, right: Exact) -> Bool {
    if case .small(let a, let b) = left, case .small(let c, let d) = right {
      if b == d { return a < c }
      let (left, leftLeaves) = a.multipliedReportingOverflow(by: d)
      let (right, rightLeaves) = c.multipliedReportingOverflow(by: b)
      if !leftLeaves, !rightLeaves { return left < right }
      return Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }
    let (a, b) = left.parts
    let (c, d) = right.parts
    return a * d < c * b
  }
}

extension Exact: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int64) { self = .small(value, 1) }
}

/// Numerator and denominator too large for 64 bits.
package struct BigRatio: Hashable, @unchecked Sendable {
  // BigInt is a value type that its package does not mark Sendable in every version.
  let numerator: BigInt
  let denominator: BigInt
}

extension Exact {
  var parts: (numerator: BigInt, denominator: BigInt) {
    switch self {
    case .small(let a, let b): (BigInt(a), BigInt(b))
    case .big(let ratio): (ratio.numerator, ratio.denominator)
    }
  }

  /// A reduced pair of 128-bit integers with positive denominator, in its smallest form.
  static func fitting(_ numerator: Int128, _ denominator: Int128) -> Exact {
    if let a = Int64(exactly: numerator), let b = Int64(exactly: denominator) {
      return .small(a, b)
    }
    return reduced(BigInt(numerator), BigInt(denominator))
  }

  static func reduced(_ numerator: BigInt, _ denominator: BigInt) -> Exact {
    let shared = numerator.greatestCommonDivisor(with: denominator)
    var a = numerator / shared
    var b = denominator / shared
    if b.sign == .minus {
      a = -a
      b = -b
    }
    if let a = Int64(exactly: a), let b = Int64(exactly: b) { return .small(a, b) }
    return .big(BigRatio(numerator: a, denominator: b))
  }

  private static func combine(
    _ left: Exact, _ right: Exact,
    _ formula: (BigInt, BigInt, BigInt, BigInt) -> (BigInt, BigInt)
  ) -> Exact {
    let (a, b) = left.parts
    let (c, d) = right.parts
    let (numerator, denominator) = formula(a, b, c, d)
    return reduced(numerator, denominator)
  }

  static func gcd(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var a = first
    var b = second
    if b == 1 { return 1 }
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
