internal import Diagnostics
internal import Grading

/// What changed in one item's rule, said line by line.
struct RuleComparison {
  typealias Change = CriteriaDiff.Change

  let oldWords: BothWords
  let newWords: BothWords

  func changes(_ old: Item, _ new: Item) -> [Change] {
    changes(old.rule, new.rule, (old.ruleMaximum, new.ruleMaximum))
  }

  func changes(_ old: Rule, _ new: Rule, _ maxima: Maxima) -> [Change] {
    switch (old, new) {
    case (.yesNo(let a), .yesNo(let b)): changed(Wording(vi: "điều kiện", en: "condition"), a, b)
    case (.choice(let a), .choice(let b)): choice(a, b)
    case (.timeliness(let a), .timeliness(let b)): timeliness(a, b)
    case (.steps(let a), .steps(let b)):
      measure(a.of, b.of)
        + rows(
          .step, bandKeys(a.bands), bandKeys(b.bands), table(old, maxima.old, oldWords),
          table(new, maxima.new, newWords))
    case (.proportional(let a), .proportional(let b)): proportional(a, b)
    case (.mix(let a), .mix(let b)): mix(a, b)
    case (.deduction(let a), .deduction(let b)): deduction(a, b)
    case (.perItem(let a), .perItem(let b)):
      measure(a.count, b.count)
        + points(Wording(vi: "điểm cho mỗi trường hợp", en: "points for each"), a.points, b.points)
    case (.bestOf(let a), .bestOf(let b)): bestOf(a, b, maxima)
    case (.relativeToBest(let a), .relativeToBest(let b)), (.survey(let a), .survey(let b)):
      measure(a, b)
    case (.subordinates(let a), .subordinates(let b)): subordinates(a, b, maxima)
    case (.council(let a), .council(let b)):
      a.levels == b.levels ? [] : [whole(old, new, maxima)]
    case (.formula(let a), .formula(let b)): formula(a, b)
    default: [otherKind(old, new, maxima)]
    }
  }

  // MARK: Whole rules

  /// The lines of a rule's table in both languages.
  func table(_ rule: Rule, _ maximum: Exact, _ words: BothWords) -> [Line] {
    zip(
      words.vietnamese.table(rule, maximum: maximum).rows,
      words.english.table(rule, maximum: maximum).rows
    ).map { vietnamese, english in
      Line(
        condition: Wording(vi: vietnamese.condition, en: english.condition),
        points: vietnamese.points.map { points in words { $0.numbers.points(points) } },
        text: Wording(vi: vietnamese.text, en: english.text))
    }
  }

  /// One line of a table in both languages.
  struct Line {
    let condition: Wording
    let points: Wording?
    let text: Wording
  }

  func whole(_ old: Rule, _ new: Rule, _ maxima: Maxima) -> Change {
    let before = oldWords { $0.table(old, maximum: maxima.old).text }
    let after = newWords { $0.table(new, maximum: maxima.new).text }
    return Change(
      .rule, .becomes(Wording(vi: "cách chấm", en: "rule"), before, after), before: before,
      after: after)
  }

  private func otherKind(_ old: Rule, _ new: Rule, _ maxima: Maxima) -> Change {
    let before = oldWords { $0.table(old, maximum: maxima.old).text }
    let after = newWords { $0.table(new, maximum: maxima.new).text }
    return Change(
      .rule,
      .sentence(old.kindName, new.kindName, before, after) { language, parts in
        switch language {
        case .vietnamese:
          "đổi cách chấm, từ \(parts[0]) sang \(parts[1]); trước: \(parts[2]); nay: \(parts[3])"
        case .english:
          "another kind of rule, \(parts[0]) to \(parts[1]); before: \(parts[2]); now: \(parts[3])"
        }
      }, before: before, after: after)
  }

  // MARK: Parts

  func same(_ old: CheckedExpression, _ new: CheckedExpression) -> Bool {
    old.canonicalSource == new.canonicalSource
      || oldWords.key { $0.expressions.text(old) } == newWords.key { $0.expressions.text(new) }
  }

  func changed(_ noun: Wording, _ old: CheckedExpression, _ new: CheckedExpression) -> [Change] {
    guard !same(old, new) else { return [] }
    let before = oldWords { $0.expressions.text(old) }
    let after = newWords { $0.expressions.text(new) }
    return [Change(.rule, .becomes(noun, before, after), before: before, after: after)]
  }

  func measure(_ old: CheckedExpression, _ new: CheckedExpression) -> [Change] {
    changed(Wording(vi: "chỉ số được chấm", en: "what is measured"), old, new)
  }

  /// A number of points that came, went or changed.
  func points(_ noun: Wording, _ old: Exact?, _ new: Exact?) -> [Change] {
    guard old != new else { return [] }
    let before = old.map { value in oldWords { $0.numbers.points(value) } }
    let after = new.map { value in newWords { $0.numbers.points(value) } }
    return [optional(noun, before, after)]
  }

  func optional(_ noun: Wording, _ before: Wording?, _ after: Wording?) -> Change {
    switch (before, after) {
    case (let before?, let after?):
      Change(.rule, .becomes(noun, before, after), before: before, after: after)
    case (let before?, nil): Change(.rule, .removed(noun, before), before: before)
    case (nil, let after?): Change(.rule, .added(noun, after), after: after)
    case (nil, nil): Change(.rule, noun)
    }
  }

  // MARK: Tables

  enum RowNoun {
    case step
    case deadline
    case condition

    var wording: Wording {
      switch self {
      case .step: Wording(vi: "mức", en: "step")
      case .deadline: Wording(vi: "mốc", en: "deadline")
      case .condition: Wording(vi: "trường hợp", en: "case")
      }
    }
  }

  /// Keys decide what is the same line; lines are what people read, in the same order.
  func rows(
    _ noun: RowNoun, _ oldKeys: [RuleRow], _ newKeys: [RuleRow], _ old: [Line], _ new: [Line]
  ) -> [Change] {
    let word = noun.wording
    return RowAlignment.align(oldKeys, newKeys).compactMap { step in
      switch step {
      case .same: return nil
      case .removed(let a): return Change(.rule, .removed(word, old[a].text), before: old[a].text)
      case .added(let b): return Change(.rule, .added(word, new[b].text), after: new[b].text)
      case .bound(let a, let b):
        let moved = Wording.becomes(word, old[a].condition, new[b].condition)
        let points = new[b].points ?? Wording(same: "")
        return Change(
          .rule, .sentence(moved, points) { "\($1[0]) (\($1[1]))" }, before: old[a].text,
          after: new[b].text)
      case .points(let a, let b):
        let before = old[a].points ?? old[a].text
        let after = new[b].points ?? new[b].text
        return Change(
          .rule,
          .sentence(word, new[b].condition, before, after) { language, parts in
            let verb = language == .vietnamese ? "thành" : "becomes"
            return "\(parts[0]) “\(parts[1])”: \(parts[2]) \(verb) \(parts[3])"
          }, before: old[a].text, after: new[b].text)
      case .both(let a, let b):
        return Change(
          .rule, .becomes(word, old[a].text, new[b].text), before: old[a].text,
          after: new[b].text)
      }
    }
  }

  func bandKeys(_ bands: [Band]) -> [RuleRow] {
    bands.map { band in
      RuleRow(
        condition: "\(String(describing: band.lower)) \(String(describing: band.upper))",
        points: band.points, text: "")
    }
  }
}
