package import Diagnostics
package import Grading

/// What people call the choices of a criteria file (GLOSSARY).
extension Fallback {
  package var wording: Wording {
    switch self {
    case .zero: Wording(vi: "0 điểm", en: "0 points")
    case .fullPoints: Wording(vi: "đủ điểm tối đa", en: "full points")
    case .notApplicable: Wording(vi: "không áp dụng", en: "not applicable")
    case .pending: Wording(vi: "chờ", en: "pending")
    }
  }
}

extension ScoredBy {
  package var wording: Wording {
    switch self {
    case .unit: Wording(vi: "tự chấm điểm", en: "scored by the unit itself")
    case .register: Wording(vi: "chấm theo sổ theo dõi", en: "scored from a register")
    case .dossiers:
      Wording(vi: "chấm theo số liệu hồ sơ TTHC", en: "scored from the dossier figures")
    case .survey: Wording(vi: "chấm theo kết quả khảo sát", en: "scored from the survey")
    case .council: Wording(vi: "Hội đồng thẩm định cho điểm", en: "scored by the council")
    case .system:
      Wording(vi: "tính từ kết quả của kỳ đánh giá", en: "computed from the round itself")
    }
  }
}

extension WithoutEvidence {
  package var wording: Wording {
    switch self {
    case .keep:
      Wording(vi: "giữ điểm, ghi là còn thiếu", en: "the points stand and the gap is shown")
    case .pending: Wording(vi: "chờ", en: "pending")
    case .zero: Wording(vi: "0 điểm", en: "0 points")
    }
  }
}

extension ApplicabilityEffect {
  package var wording: Wording {
    switch self {
    case .exclude:
      Wording(vi: "không tính vào tổng điểm tối đa áp dụng", en: "left out of the denominator")
    case .fullPoints: Wording(vi: "được đủ điểm tối đa", en: "gets full points")
    }
  }
}

extension AreaKind {
  package var wording: Wording {
    switch self {
    case .regular: Wording(vi: "lĩnh vực trong tổng điểm", en: "regular area")
    case .bonus: Wording(vi: "điểm thưởng", en: "bonus")
    case .penalty: Wording(vi: "điểm trừ", en: "penalty")
    }
  }
}

extension InputType {
  package var wording: Wording {
    switch self {
    case .count: Wording(vi: "số nguyên, không âm", en: "whole number, not negative")
    case .number: Wording(vi: "số", en: "number")
    case .rate: Wording(vi: "tỷ lệ", en: "share")
    case .date: Wording(vi: "ngày", en: "day")
    case .yesNo: Wording(vi: "có hoặc không", en: "yes or no")
    case .choice: Wording(vi: "chọn một mức", en: "one of the options")
    case .text: Wording(vi: "chữ", en: "text")
    }
  }
}

extension Clause {
  /// "1590/QĐ-UBND, ngày 06/06/2017, Điều 1, điểm 1.1.1, Phụ lục 1".
  package var wording: Wording {
    func text(_ day: String, _ article: String, _ point: String) -> String {
      let parts = [
        date.map { _ in day }, self.article.map { "\(article) \($0)" },
        self.point.map { "\(point) \($0)" }, annex,
      ]
      return ([document] + parts.compactMap { $0 }).joined(separator: ", ")
    }
    return Wording(
      vi: text("ngày \(date?.vietnameseText ?? "")", "mục", "điểm"),
      en: text(date?.isoText ?? "", "article", "point"))
  }
}

extension ExpressionWords {
  /// When an item applies, outermost level first; nil: to everybody.
  package func applicability(_ levels: [Applicability]) -> String? {
    let parts = levels.flatMap { level -> [String] in
      var parts: [String] = []
      if let condition = level.appliesWhen {
        parts.append(say("áp dụng khi có \(text(condition))", "applies when \(text(condition))"))
      }
      if !level.notApplicableFor.isEmpty {
        let names = level.notApplicableFor.joined(separator: ", ")
        parts.append(say("không áp dụng cho \(names)", "does not apply to \(names)"))
      }
      let effect = level.effect.wording[language]
      return [
        parts.joined(separator: "; ")
          + say(" (nếu không áp dụng: \(effect))", " (otherwise: \(effect))")
      ]
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// From and through, either open: "từ 01/07 năm trước đến hết 31/12 của năm đánh giá".
  package func window(_ low: CheckedExpression?, _ high: CheckedExpression?) -> String? {
    let isDate = (low ?? high)?.type == .date
    let first = low.map { say("từ \(text($0))", "from \(text($0))") }
    let last = high.map { high in
      isDate
        ? say("đến hết \(text(high))", "through \(text(high))")
        : say("đến \(text(high))", "to \(text(high))")
    }
    let parts = [first, last].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
