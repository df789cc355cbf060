internal import Diagnostics
internal import Grading

/// What changed in the inputs that units type.
struct InputComparison {
  typealias Change = CriteriaDiff.Change

  let oldSet: CriteriaSet
  let newSet: CriteriaSet
  let oldWords: BothWords
  let newWords: BothWords

  func changes(_ old: [Input], _ new: [Input]) -> [Change] {
    var changes: [Change] = []
    var left = old
    var come: [Input] = []
    for input in new {
      guard let place = left.firstIndex(where: { $0.name == input.name }) else {
        come.append(input)
        continue
      }
      changes += self.changes(left.remove(at: place), input)
    }
    for input in come {
      if let place = left.firstIndex(where: { $0.title == input.title && $0.type == input.type }) {
        let before = left.remove(at: place)
        changes.append(
          Change(
            .inputs,
            Wording(
              vi: "dữ liệu “\(input.title)” đổi khóa từ `\(before.name)` thành `\(input.name)`",
              en: "the input “\(input.title)” is now `\(input.name)`, it was `\(before.name)`"),
            before: Wording(same: before.name), after: Wording(same: input.name)))
        changes += self.changes(before, input)
      } else {
        changes.append(Change(.inputs, .added(noun, text(input)), after: text(input)))
      }
    }
    return changes
      + left.map { Change(.inputs, .removed(noun, text($0)), before: text($0)) }
  }

  private var noun: Wording { Wording(vi: "dữ liệu phải nhập", en: "input") }

  private func text(_ input: Input) -> Wording {
    .sentence(input.type.wording) { _, parts in "\(input.title) (`\(input.name)`, \(parts[0]))" }
  }

  private func changes(_ old: Input, _ new: Input) -> [Change] {
    func change(_ vietnamese: String, _ english: String, _ before: Wording?, _ after: Wording?)
      -> [Change]
    {
      guard before != after else { return [] }
      let none = Wording(vi: "không có", en: "none")
      let noun = Wording(
        vi: "\(vietnamese) của dữ liệu `\(new.name)`", en: "\(english) of the input `\(new.name)`")
      return [
        Change(
          .inputs, .becomes(noun, before ?? none, after ?? none), before: before, after: after)
      ]
    }
    return change("kiểu", "type", old.type.wording, new.type.wording)
      + change("tên", "title", Wording(same: old.title), Wording(same: new.title))
      + change(
        "đơn vị tính", "unit", old.unit.map(Wording.init(same:)), new.unit.map(Wording.init(same:)))
      + change("khoảng cho phép", "range", range(old, oldWords), range(new, newWords))
      + change("giới hạn trên", "limit", limit(old, oldSet), limit(new, newSet))
      + options(old, new)
  }

  private func range(_ input: Input, _ words: BothWords) -> Wording? {
    guard input.low != nil || input.high != nil else { return nil }
    return words { $0.expressions.window(input.low, input.high) ?? "" }
  }

  private func limit(_ input: Input, _ set: CriteriaSet) -> Wording? {
    input.atMost.map { Wording(same: set.inputs[$0].title) }
  }

  private func options(_ old: Input, _ new: Input) -> [Change] {
    let noun = Wording(
      vi: "mức lựa chọn của dữ liệu `\(new.name)`", en: "option of the input `\(new.name)`")
    var changes: [Change] = []
    for option in new.options {
      let title = Wording(same: option.title)
      guard let before = old.options.first(where: { $0.id == option.id }) else {
        changes.append(Change(.inputs, .added(noun, title), after: title))
        continue
      }
      if before.title != option.title {
        let was = Wording(same: before.title)
        changes.append(Change(.inputs, .becomes(noun, was, title), before: was, after: title))
      }
    }
    for option in old.options where !new.options.contains(where: { $0.id == option.id }) {
      let title = Wording(same: option.title)
      changes.append(Change(.inputs, .removed(noun, title), before: title))
    }
    return changes
  }
}
