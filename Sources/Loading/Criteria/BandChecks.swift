internal import Diagnostics
internal import Grading

extension RuleLoader {
  /// Finds steps that cannot be meant: overlapping, unreachable, falling and rising (SCORING 10).
  /// - Parameters:
  ///   - places: where each step stands.
  ///   - span: where the table stands.
  func checkBands(_ bands: [Band], at places: [SourceSpan], in span: SourceSpan) {
    guard bands.count <= 500 else {
      problems.add(.tooManyBands(most: 500, at: span))
      return
    }
    let reached = bands.reached
    for (index, band) in bands.enumerated() {
      if !reached.contains(index) {
        problems.add(.stepUnreachable(index + 1, band.points, at: places[index]))
      }
      if let other = bands[..<index].firstIndex(where: { $0.overlapsAsWritten(band) }) {
        problems.add(.stepsOverlap(index + 1, at: places[index], other: places[other]))
      }
    }
    let steps = bands.indices.filter { !bands[$0].isOtherwise }
    var direction = 0
    for (before, after) in zip(steps, steps.dropFirst()) {
      let turn =
        bands[after].points < bands[before].points
        ? -1 : bands[after].points > bands[before].points ? 1 : 0
      if turn != 0, direction != 0, turn != direction {
        problems.add(.stepsNotMonotonic(at: places[after]))
        break
      }
      if turn != 0 { direction = turn }
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

extension [Band] {
  /// The bands that some value falls in, by their places.
  var reached: Set<Int> {
    Set(samples.compactMap { value in firstIndex { $0.contains(value) } })
  }

  /// Every bound, a value between any two neighbours, and one beyond either end: the bands cannot
  /// tell any other value from these.
  private var samples: [Exact] {
    let bounds = flatMap { [$0.low?.0, $0.high?.0].compactMap(\.self) }.sorted()
    guard let first = bounds.first, let last = bounds.last else { return [.zero] }
    let between = zip(bounds, bounds.dropFirst()).compactMap { ($0 + $1).divided(by: 2) }
    return bounds + between + [first - .one, last + .one]
  }
}
