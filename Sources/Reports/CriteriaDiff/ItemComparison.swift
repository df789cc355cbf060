internal import Diagnostics
internal import Grading

/// What changed in one item besides its place and its rule.
struct ItemComparison {
  typealias Change = CriteriaDiff.Change

  let oldSet: CriteriaSet
  let newSet: CriteriaSet
  let oldWords: BothWords
  let newWords: BothWords

  func changes(_ old: Item, _ new: Item) -> [Change] {
    let rules = RuleComparison(oldWords: oldWords, newWords: newWords)
    let inputs = InputComparison(
      oldSet: oldSet, newSet: newSet, oldWords: oldWords, newWords: newWords)
    return rules.changes(old, new)
      + policy(
        .ifUndefined,
        Wording(
          vi: "khi không tính được (chia cho 0, không rơi vào mức nào)", en: "when undefined"),
        old.ifUndefined, new.ifUndefined)
      + policy(
        .ifMissing, Wording(vi: "khi cơ quan khác chưa có số liệu", en: "when a figure is missing"),
        old.ifMissing, new.ifMissing)
      + inputs.changes(Array(oldSet.inputs[old.inputs]), Array(newSet.inputs[new.inputs]))
      + value(
        .scoredBy, Wording(vi: "cách cho điểm", en: "who scores"), old.scoredBy.wording,
        new.scoredBy.wording)
      + optional(
        .appraisedBy, Wording(vi: "cơ quan thẩm định", en: "appraised by"), old.appraisedBy,
        new.appraisedBy)
      + evidence(old, new) + applicability(old, new)
      + optional(.guidance, Wording(vi: "hướng dẫn", en: "guidance"), old.guidance, new.guidance)
      + clause(old.clause, new.clause)
  }

  private func evidence(_ old: Item, _ new: Item) -> [Change] {
    let a = old.evidence
    let b = new.evidence
    var changes = truth(
      .evidence, a.isRequired, b.isRequired,
      on: Wording(vi: "nay bắt buộc có tài liệu kiểm chứng", en: "evidence is now required"),
      off: Wording(
        vi: "không còn bắt buộc có tài liệu kiểm chứng", en: "evidence is no longer required"))
    changes += optional(
      .evidence, Wording(vi: "loại tài liệu kiểm chứng", en: "kinds of evidence"),
      a.kinds.isEmpty ? nil : a.kinds.joined(separator: ", "),
      b.kinds.isEmpty ? nil : b.kinds.joined(separator: ", "))
    changes += wordings(
      .evidence, Wording(vi: "thời gian của tài liệu kiểm chứng", en: "dates of evidence"),
      window(a.datedFrom, a.datedThrough, oldWords), window(b.datedFrom, b.datedThrough, newWords))
    changes += optional(
      .evidence,
      Wording(
        vi: "số tiêu chí thành phần tối đa một tài liệu được dùng",
        en: "items one document may prove"),
      a.atMostItems.map(String.init), b.atMostItems.map(String.init))
    changes += value(
      .withoutEvidence, Wording(vi: "khi không có tài liệu kiểm chứng", en: "without evidence"),
      old.withoutEvidence.wording, new.withoutEvidence.wording)
    return changes
      + truth(
        .ownDocument, old.ownDocument, new.ownDocument,
        on: Wording(
          vi: "nay tài liệu phải là của riêng cơ quan",
          en: "the document must now be the unit's own"),
        off: Wording(
          vi: "tài liệu không còn phải là của riêng cơ quan",
          en: "the document need no longer be the unit's own"))
  }

  private func window(
    _ low: CheckedExpression?, _ high: CheckedExpression?, _ words: BothWords
  ) -> Wording? {
    guard low != nil || high != nil else { return nil }
    return words { $0.expressions.window(low, high) ?? "" }
  }

  private func applicability(_ old: Item, _ new: Item) -> [Change] {
    let everybody = Wording(vi: "áp dụng cho tất cả", en: "applies to everybody")
    let before =
      old.applicability.isEmpty
      ? everybody : oldWords { $0.expressions.applicability(old.applicability) ?? "" }
    let after =
      new.applicability.isEmpty
      ? everybody : newWords { $0.expressions.applicability(new.applicability) ?? "" }
    var changes = value(
      .applicability, Wording(vi: "phạm vi áp dụng", en: "applicability"), before, after)
    // Beside a condition the effect has been said with it.
    if changes.isEmpty, old.applicability.isEmpty, new.applicability.isEmpty {
      changes = value(
        .applicability, Wording(vi: "khi không áp dụng", en: "when not applicable"),
        old.effect.wording, new.effect.wording)
    }
    return changes
      + truth(
        .mayBeNotApplicable, old.mayBeNotApplicable, new.mayBeNotApplicable,
        on: Wording(
          vi: "nay được tự đề nghị không áp dụng", en: "a unit may now say it does not apply"),
        off: Wording(
          vi: "không còn được tự đề nghị không áp dụng",
          en: "a unit may no longer say it does not apply"))
  }

  /// The document apart from the passage, so that a re-issued regulation is said once.
  func clause(_ old: Clause?, _ new: Clause?) -> [Change] {
    let noun = Wording(vi: "căn cứ", en: "clause")
    guard let old, let new else { return wordings(.clause, noun, old?.wording, new?.wording) }
    func document(_ clause: Clause) -> Wording {
      Clause(document: clause.document, date: clause.date).wording
    }
    func passage(_ clause: Clause) -> String? {
      var only = clause
      only.document = ""
      only.date = nil
      let text = only.wording.vietnamese
      return text.isEmpty ? nil : String(text.dropFirst(2))
    }
    return value(.clause, noun, document(old), document(new))
      + optional(
        .clause, Wording(vi: "điều khoản căn cứ", en: "passage"), passage(old), passage(new))
  }

  // MARK: Shapes

  func value(_ aspect: CriteriaDiff.Aspect, _ noun: Wording, _ old: Wording, _ new: Wording)
    -> [Change]
  {
    old == new
      ? [] : [Change(aspect, .becomes(noun, old, new), before: old, after: new)]
  }

  func optional(_ aspect: CriteriaDiff.Aspect, _ noun: Wording, _ old: String?, _ new: String?)
    -> [Change]
  {
    wordings(aspect, noun, old.map(Wording.init(same:)), new.map(Wording.init(same:)))
  }

  func wordings(
    _ aspect: CriteriaDiff.Aspect, _ noun: Wording, _ old: Wording?, _ new: Wording?
  ) -> [Change] {
    switch (old, new) {
    case (nil, nil): []
    case (let old?, let new?): value(aspect, noun, old, new)
    case (let old?, nil):
      [
        Change(
          aspect,
          Wording(
            vi: "\(noun.vietnamese): trước là “\(old.vietnamese)”, nay không nêu",
            en: "\(noun.english): was “\(old.english)”, no longer stated"), before: old)
      ]
    case (nil, let new?):
      [
        Change(
          aspect,
          Wording(
            vi: "\(noun.vietnamese): nay là “\(new.vietnamese)”, trước không nêu",
            en: "\(noun.english): now “\(new.english)”, not stated before"), after: new)
      ]
    }
  }

  func truth(
    _ aspect: CriteriaDiff.Aspect, _ old: Bool, _ new: Bool, on: Wording, off: Wording
  ) -> [Change] {
    old == new ? [] : [Change(aspect, new ? on : off)]
  }

  private func policy(
    _ aspect: CriteriaDiff.Aspect, _ noun: Wording, _ old: Fallback?, _ new: Fallback?
  ) -> [Change] {
    wordings(aspect, noun, old?.wording, new?.wording)
  }
}
