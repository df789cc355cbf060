internal import Grading
internal import Reports

/// The names of an item's fields in a form and in the store.
enum AnswerForm {
  static let points = "points"
  static let notApplicable = "na"
  static let note = "note"
  /// The most documents that one item cites in a form.
  static let mostCitations = 40

  static func input(_ name: String) -> String { "i.\(name)" }
  static func document(_ place: Int) -> String { "e.\(place).id" }
  static func section(_ place: Int) -> String { "e.\(place).section" }
  static func pages(_ place: Int) -> String { "e.\(place).pages" }

  /// Takes the reference away.
  static func removal(_ place: Int) -> String { "e.\(place).remove" }

  /// The part of a self-assessment that items share.
  static let shared = "_shared"

  /// What a form says of a part, by the names that the part has; anything else in it is left out.
  /// - Parameter item: nil: the shared inputs.
  static func kept(_ form: FormFields, of item: Item?, in set: CriteriaSet) -> [String: String] {
    var kept: [String: String] = [:]
    for place in item?.inputs ?? set.sharedInputs {
      let name = input(set.inputs[place].name)
      kept[name] = form[name]
    }
    guard item != nil else { return kept }
    for name in [points, notApplicable, note] { kept[name] = form[name] }
    // Numbered anew, so that an empty row in the middle is none.
    var count = 0
    for place in 0..<mostCitations
    where !form[document(place)].isEmpty && form[removal(place)].isEmpty {
      kept[document(count)] = form[document(place)]
      kept[section(count)] = form[section(place)]
      kept[pages(count)] = form[pages(place)]
      count += 1
    }
    return kept
  }
}

extension FilledAssessment {
  /// Takes what was typed of one part in the place of what stood there.
  mutating func lay(_ fields: [String: String], of part: String, in set: CriteriaSet) {
    func inputs(_ places: Range<Int>) -> [String: String] {
      var texts: [String: String] = [:]
      for place in places {
        let input = set.inputs[place]
        let typed = fields[AnswerForm.input(input.name)] ?? ""
        if !typed.isEmpty { texts[input.name] = TypedValue.filed(typed, as: input.type) }
      }
      return texts
    }
    if let figure = DisputeForm.figure(ofPart: part) {
      lay(fields, disputing: figure, in: set)
      return
    }
    guard let place = set.itemIndex(part) else {
      if part == AnswerForm.shared { shared = inputs(set.sharedInputs) }
      return
    }
    var answer = Answer()
    answer.inputs = inputs(set.items[place].inputs)
    answer.points = TypedValue.number(fields[AnswerForm.points] ?? "")
    answer.notApplicable = fields[AnswerForm.notApplicable] ?? ""
    answer.note = fields[AnswerForm.note] ?? ""
    for number in 0..<AnswerForm.mostCitations {
      guard let document = fields[AnswerForm.document(number)], !document.isEmpty else { break }
      answer.citations.append(
        Citation(
          document: document, section: fields[AnswerForm.section(number)] ?? "",
          pages: fields[AnswerForm.pages(number)] ?? ""))
    }
    answers[part] = answer.isEmpty ? nil : answer
  }
}
