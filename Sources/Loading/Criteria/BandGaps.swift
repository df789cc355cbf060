internal import Diagnostics
internal import Grading

/// The values that an expression in front of bands can take, as far as its names say.
struct BandDomain {
  var low: Exact
  /// nil: no upper end.
  var high: Exact?
  /// Only whole numbers.
  var isWhole: Bool
}

extension RuleLoader {
  /// Reports a value of the domain that no band covers (SCORING 10); `otherwise` covers all.
  func checkGaps(_ bands: [Band], of expression: CheckedExpression, at span: SourceSpan) {
    guard !bands.isEmpty, bands.count <= 500, !bands.contains(where: \.isOtherwise),
      let domain = domain(expression),
      let value = domain.gap(bands)
    else { return }
    problems.add(.stepsGap(value, isShare: domain.high == .one, at: span))
  }

  /// What is declared of a single name, or 0…100 % for a ratio of counts; nil when nothing is.
  private func domain(_ expression: CheckedExpression) -> BandDomain? {
    switch expression.tree {
    case .name(let reference):
      guard let type = type(of: reference), type.valueType == .number else { return nil }
      let input: Input? =
        if case .input(let place) = reference { inputs[place - inputStart] } else { nil }
      let low = input?.low?.tree.constant
      let high = input?.high?.tree.constant
      switch type {
      case .rate: return BandDomain(low: low ?? .zero, high: high ?? .one, isWhole: false)
      case .count: return BandDomain(low: low ?? .zero, high: high, isWhole: true)
      case .number: return low.map { BandDomain(low: $0, high: high, isWhole: false) }
      case .date, .yesNo, .choice, .text: return nil
      }
    case .arithmetic(.divide, .name(let above), .name(let below)):
      guard type(of: above) == .count, type(of: below) == .count else { return nil }
      return BandDomain(low: .zero, high: .one, isWhole: false)
    case .number, .text, .truth, .negated, .arithmetic, .comparison, .and, .or, .not, .smallest,
      .largest, .conditional, .date, .days:
      return nil
    }
  }

  private func type(of reference: Reference) -> InputType? {
    switch reference {
    case .input, .sharedInput: scope.inputs.values.first { $0.reference == reference }?.type
    case .figure(let place): scope.figures[place].type
    case .trait, .deadline, .year: nil
    }
  }
}

extension BandDomain {
  /// A value of the domain outside every band; nil when there is none.
  func gap(_ bands: [Band]) -> Exact? {
    let bounds = bands.flatMap { [$0.low?.0, $0.high?.0].compactMap(\.self) }
    let ends = ([low] + bounds + [high].compactMap(\.self)).sorted()
    var candidates = ends
    if isWhole {
      for end in ends {
        let whole = end.rounded(places: 0, mode: .halfUp)
        candidates += [whole - .one, whole, whole + .one]
      }
      candidates = candidates.filter(\.isInteger)
    } else {
      for (left, right) in zip(ends, ends.dropFirst()) {
        if let middle = (left + right).divided(by: 2) { candidates.append(middle) }
      }
      if high == nil, let last = ends.last { candidates.append(last + .one) }
    }
    return candidates.sorted().first { value in
      value >= low && high.map { value <= $0 } ?? true
        && !bands.contains { $0.contains(value) }
    }
  }
}

extension Expression {
  /// A number written out.
  fileprivate var constant: Exact? {
    switch self {
    case .number(let value): value
    case .negated(.number(let value)): -value
    default: nil
    }
  }
}
