internal import Diagnostics
internal import Grading

extension RuleLoader {
  /// Finds steps that cannot be meant: overlapping, unreachable, falling and rising (SCORING 10).
  func checkBands(_ bands: [Band], at span: SourceSpan) {
    for (index, band) in bands.enumerated() {
      let earlier = bands[..<index]
      if earlier.contains(where: { $0.covers(band) }) || band.isEmpty {
        problems.add(
          .steps(
            .stepsUnreachable,
            Wording(
              vi: "mức thứ \(index + 1) (\(band.points) điểm) không bao giờ được dùng",
              en: "step \(index + 1) (\(band.points) points) can never be used"), at: span))
      }
      for other in earlier where other.overlapsAsWritten(band) {
        problems.add(
          .steps(
            .stepsOverlap,
            Wording(
              vi: "mức thứ \(index + 1) chồng lên một mức đứng trước",
              en: "step \(index + 1) overlaps one above it"), at: span))
        break
      }
    }
    let points = bands.filter { !$0.isOtherwise }.map(\.points)
    let rises = zip(points, points.dropFirst()).contains { $0 < $1 }
    let falls = zip(points, points.dropFirst()).contains { $0 > $1 }
    if rises, falls {
      problems.add(
        .steps(
          .stepsNotMonotonic,
          Wording(
            vi: "điểm của các mức lúc tăng lúc giảm", en: "the points of the steps rise and fall"),
          at: span))
    }
  }
}

extension Band {
  var low: (Exact, Bool)? {
    switch lower {
    case .above(let bound): (bound, false)
    case .from(let bound): (bound, true)
    case nil: nil
    }
  }

  var high: (Exact, Bool)? {
    switch upper {
    case .below(let bound): (bound, false)
    case .upTo(let bound): (bound, true)
    case nil: nil
    }
  }

  /// No value can be inside.
  var isEmpty: Bool {
    guard let low, let high else { return false }
    return low.0 > high.0 || (low.0 == high.0 && !(low.1 && high.1))
  }

  /// Every value of `other` is inside this band as well.
  func covers(_ other: Band) -> Bool {
    let isLowCovered: Bool
    switch (low, other.low) {
    case (nil, _): isLowCovered = true
    case (_, nil): isLowCovered = false
    case (let own?, let its?): isLowCovered = own.0 < its.0 || (own.0 == its.0 && (own.1 || !its.1))
    }
    let isHighCovered: Bool
    switch (high, other.high) {
    case (nil, _): isHighCovered = true
    case (_, nil): isHighCovered = false
    case (let own?, let its?):
      isHighCovered = own.0 > its.0 || (own.0 == its.0 && (own.1 || !its.1))
    }
    return isLowCovered && isHighCovered
  }

  /// Both state both bounds, and a value is inside both.
  func overlapsAsWritten(_ other: Band) -> Bool {
    guard let low, let high, let otherLow = other.low, let otherHigh = other.high else {
      return false
    }
    let start = max(low.0, otherLow.0)
    let end = min(high.0, otherHigh.0)
    if start > end { return false }
    if start < end { return true }
    return contains(start) && other.contains(start)
  }
}
