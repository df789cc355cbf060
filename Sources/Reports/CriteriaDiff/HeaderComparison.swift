internal import Diagnostics
internal import Grading

/// What changed in what a set says before its areas.
struct HeaderComparison {
  typealias Change = CriteriaDiff.Change

  let items: ItemComparison
  private var old: CriteriaSet { items.oldSet }
  private var new: CriteriaSet { items.newSet }

  init(items: ItemComparison) { self.items = items }

  func changes() -> [Change] {
    let inputs = InputComparison(
      oldSet: old, newSet: new, oldWords: items.oldWords, newWords: items.newWords)
    return items.optional(.header, Wording(vi: "tên", en: "title"), old.title, new.title)
      + items.optional(.header, Wording(vi: "năm", en: "year"), String(old.year), String(new.year))
      + items.optional(
        .header, Wording(vi: "loại cơ quan", en: "type of units"), old.unitType, new.unitType)
      + items.optional(
        .header, Wording(vi: "các cơ quan áp dụng", en: "units"), list(old.units), list(new.units))
      + items.wordings(
        .header, Wording(vi: "quyết định ban hành", en: "basis"), old.basis?.wording,
        new.basis?.wording)
      + maximum() + rounding()
      + inputs.changes(Array(old.inputs[old.sharedInputs]), Array(new.inputs[new.sharedInputs]))
      + figures()
  }

  private func list(_ names: [String]) -> String? {
    names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private func maximum() -> [Change] {
    items.value(
      .maximum, Wording(vi: "tổng điểm tối đa", en: "total maximum"),
      items.oldWords { $0.numbers.points(old.maximum) },
      items.newWords { $0.numbers.points(new.maximum) })
  }

  private func rounding() -> [Change] {
    func decimals(_ places: Int?) -> Wording {
      places.map { Wording(vi: "\($0) chữ số thập phân", en: "\($0) decimals") }
        ?? Wording(vi: "không làm tròn", en: "exact")
    }
    func mode(_ mode: RoundingMode) -> Wording {
      switch mode {
      case .halfUp: Wording(vi: "nửa làm tròn xa số 0", en: "half away from zero")
      case .halfEven: Wording(vi: "nửa làm tròn về số chẵn", en: "half to even")
      }
    }
    let a = old.rounding
    let b = new.rounding
    return items.value(
      .rounding, Wording(vi: "làm tròn điểm", en: "rounding of points"), decimals(a.points),
      decimals(b.points))
      + items.value(
        .rounding, Wording(vi: "làm tròn Chỉ số", en: "rounding of the index"), decimals(a.index),
        decimals(b.index))
      + items.value(
        .rounding, Wording(vi: "cách làm tròn", en: "rounding mode"), mode(a.mode), mode(b.mode))
  }

  /// Figures of other offices that the rules begin or cease to read.
  private func figures() -> [Change] {
    let noun = Wording(vi: "số liệu của cơ quan khác", en: "figure of another office")
    func text(_ figure: FigureName) -> Wording {
      Wording(same: "\(figure.title) (`\(figure.name)`)")
    }
    let before = Dictionary(old.figures.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let names = Set(new.figures.map(\.name))
    var changes: [Change] = []
    for figure in new.figures.sorted(by: { $0.name < $1.name }) {
      guard let was = before[figure.name] else {
        changes.append(Change(.figures, .added(noun, text(figure)), after: text(figure)))
        continue
      }
      let named = Wording(
        vi: "tên số liệu `\(figure.name)`", en: "title of the figure `\(figure.name)`")
      changes += items.optional(.figures, named, was.title, figure.title)
      let typed = Wording(
        vi: "kiểu số liệu `\(figure.name)`", en: "type of the figure `\(figure.name)`")
      changes += items.value(.figures, typed, was.type.wording, figure.type.wording)
    }
    for figure in old.figures.sorted(by: { $0.name < $1.name }) where !names.contains(figure.name) {
      changes.append(Change(.figures, .removed(noun, text(figure)), before: text(figure)))
    }
    return changes
  }
}
