internal import Diagnostics
internal import Grading

/// What people call a branch: the key of the criteria file where there is one.
extension Item {
  func name(of branch: RuleBranch) -> Wording {
    let own = rule.rule(at: branch.path).name(of: branch.way)
    switch branch.way {
    case .undefined: return key("if_undefined: \(ifUndefined?.rawValue ?? "")")
    case .missing: return key("if_missing: \(ifMissing?.rawValue ?? "")")
    case .claimedNotApplicable: return key("may_be_not_applicable")
    default: break
    }
    guard let alternative = branch.path.last else { return own }
    return Wording(
      vi: "\(own.vietnamese) của phương án \(alternative + 1)",
      en: "\(own.english) of alternative \(alternative + 1)")
  }
}

private func key(_ text: String) -> Wording { Wording(vi: "`\(text)`", en: "`\(text)`") }

extension Rule {
  fileprivate func name(of way: RuleBranch.Way) -> Wording {
    switch (way, self) {
    case (.holds(let holds), _): key("yes_no: \(holds ? "yes" : "no")")
    case (.level(let level), _): key(level)
    case (.step(let place), .timeliness(let rule)): key(rule.steps[place].written)
    case (.band(let place), .steps(let rule)): key(rule.bands[place].written)
    case (.band(let place), .subordinates(let rule)): key(rule.bands[place].written)
    case (.part(let place), .mix(let rule)): key("of: \(rule.parts[place].of.source)")
    case (.counted(let place), .deduction(let rule)):
      key("count: \(rule.kinds[place].count.source)")
    case (.formula(let place), .formula(let rule)): key("when: \(rule.cases[place].when.source)")
    case (.cut, .deduction(let rule)):
      Wording(vi: "mức sàn \(rule.floor)", en: "the floor \(rule.floor)")
    case (.uncut, .deduction): Wording(vi: "điểm trên mức sàn", en: "points above the floor")
    case (.cut, _): Wording(vi: "điểm tối đa (phần vượt bị cắt)", en: "the maximum that cuts")
    case (.uncut, _): Wording(vi: "điểm chưa bị cắt", en: "points below the maximum")
    case (.belowFloor, .proportional(let rule)):
      Wording(
        vi: "dưới `floor: \(rule.floor?.percent ?? "")`",
        en: "below `floor: \(rule.floor?.percent ?? "")`")
    case (.atCeiling, .proportional(let rule)):
      Wording(
        vi: "từ `ceiling: \(rule.ceiling.percent)` trở lên",
        en: "`ceiling: \(rule.ceiling.percent)` or more")
    case (.share, _): Wording(vi: "phần tính theo tỷ lệ", en: "the proportional part")
    case (.alternative(let place), _):
      Wording(vi: "phương án \(place + 1) có lợi nhất", en: "alternative \(place + 1) as the best")
    case (.best, _): Wording(vi: "giá trị tốt nhất khối", en: "the best value of the block")
    case (.belowBest, _):
      Wording(vi: "giá trị kém giá trị tốt nhất", en: "a value below the best")
    case (.index, _): Wording(vi: "một chỉ số khảo sát", en: "a survey index")
    case (.aggregate, _): Wording(vi: "một kết quả tổng hợp", en: "an aggregate")
    case (.absentBelow, .subordinates(let rule)): key("absent: \(rule.absent.rawValue)")
    case (.council, _): Wording(vi: "điểm chờ hội đồng", en: "points that wait for the council")
    case (.late, _), (.otherwise, _): key("otherwise")
    case (.notIssued, _): key("missing")
    default: key(kind)
    }
  }

  func name(of bound: RuleBound) -> Wording {
    switch (bound.place, self) {
    case (.step(let place), .timeliness(let rule)): return key(rule.steps[place].written)
    case (.comparison(let place), _):
      let condition = comparisons[place].left.source
      // A condition is named whole; of several comparisons in it by their order.
      let alike = comparisons.indices.filter { comparisons[$0].left.source == condition }
      guard alike.count > 1, let order = alike.firstIndex(of: place) else { return key(condition) }
      return Wording(
        vi: "phép so sánh thứ \(order + 1) của `\(condition)`",
        en: "comparison \(order + 1) of `\(condition)`")
    case (.value(let value), .steps(let rule)): return key(rule.bands.written(value))
    case (.value(let value), .subordinates(let rule)): return key(rule.bands.written(value))
    case (.value(let value), _): return key(value.percent)
    case (.step, _): return key(kind)
    }
  }
}

extension TimelinessRule.Step {
  fileprivate var written: String { "\(includesDay ? "by" : "before"): \(limit.source)" }
}

extension Band {
  fileprivate var written: String {
    var parts: [String] = []
    switch lower {
    case .above(let bound): parts.append("above: \(lowerText ?? bound.canonicalText)")
    case .from(let bound): parts.append("from: \(lowerText ?? bound.canonicalText)")
    case nil: break
    }
    switch upper {
    case .below(let bound): parts.append("below: \(upperText ?? bound.canonicalText)")
    case .upTo(let bound): parts.append("up_to: \(upperText ?? bound.canonicalText)")
    case nil: break
    }
    return parts.isEmpty ? "otherwise" : parts.joined(separator: ", ")
  }
}

extension [Band] {
  /// A bound as the author wrote it.
  fileprivate func written(_ value: Exact) -> String {
    for band in self {
      switch band.lower {
      case .above(value), .from(value): return band.lowerText ?? value.canonicalText
      default: break
      }
      switch band.upper {
      case .below(value), .upTo(value): return band.upperText ?? value.canonicalText
      default: break
      }
    }
    return value.canonicalText
  }
}

extension Exact {
  fileprivate var percent: String { "\((self * .hundred).canonicalText)%" }
}
