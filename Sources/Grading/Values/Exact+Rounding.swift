internal import BigInt

/// How a value half way between two neighbours is rounded.
package enum RoundingMode: String, Sendable, CaseIterable {
  /// Half away from zero: 84.5 → 85, −0.5 → −1.
  case halfUp = "half_up"
  /// Half to the even neighbour.
  case halfEven = "half_even"
}

extension Exact {
  /// The nearest value with `places` decimals (0…18).
  package func rounded(places: Int, mode: RoundingMode) -> Exact {
    let scale = Exact.powerOfTen(places)
    if case .small(let a, let b) = self {
      if b == 1 || scale % b == 0 { return self }
      let product = Int128(a) * Int128(scale)
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(b))
      let twice = remainder.magnitude * 2
      var result = quotient
      if twice > UInt128(b) || (twice == UInt128(b) && Self.leaves(quotient % 2 != 0, mode)) {
        result += a < 0 ? -1 : 1
      }
      let shared = Int128(Exact.gcd(UInt64(result.magnitude % UInt128(scale)), UInt64(scale)))
      return Exact.fitting(result / shared, Int128(scale) / shared)
    }
    let (a, b) = parts
    let (quotient, remainder) = (a * BigInt(scale)).quotientAndRemainder(dividingBy: b)
    let twice = BigInt(remainder.magnitude * 2)
    var result = quotient
    if twice > b || (twice == b && Self.leaves(quotient % 2 != 0, mode)) {
      result += a.sign == .minus ? -1 : 1
    }
    return Exact.reduced(result, BigInt(scale))
  }

  private static func leaves(_ isOdd: Bool, _ mode: RoundingMode) -> Bool {
    switch mode {
    case .halfUp: true
    case .halfEven: isOdd
    }
  }

  static func powerOfTen(_ places: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<min(max(places, 0), 18) { power *= 10 }
    return power
  }
}
