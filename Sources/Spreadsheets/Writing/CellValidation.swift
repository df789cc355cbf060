/// What may be typed into a cell, and what is said to who types.
package struct CellValidation: Hashable, Sendable {
  package let rule: ValidationRule
  /// Shown beside the cell when it is chosen.
  package let prompt: CellPrompt?
  /// Shown when something else is typed.
  package let refusal: CellPrompt?
  /// Whether something else is refused, or only asked about.
  package let isStrict: Bool

  package init(
    _ rule: ValidationRule, prompt: CellPrompt? = nil, refusal: CellPrompt? = nil,
    isStrict: Bool = true
  ) {
    self.rule = rule
    self.prompt = prompt
    self.refusal = refusal
    self.isStrict = isStrict
  }
}

package enum ValidationRule: Hashable, Sendable {
  /// Anything; for the prompt alone.
  case any
  /// One of these, offered as a list. Together they may have 255 characters and no commas; else
  /// they belong in cells, see `listed`.
  case list([String])
  /// One of the cells of a range, offered as a list: `=Lists!$A$1:$A$9`.
  case listed(String)
  case whole(ValidationLimits)
  case decimal(ValidationLimits)
  case date(from: CellDate, through: CellDate)
  /// At most so many characters.
  case length(atMost: Int)
}

/// Both ends of what may be typed, each included.
package struct ValidationLimits: Hashable, Sendable {
  package let least: ValidationLimit
  package let most: ValidationLimit

  package init(_ least: ValidationLimit, _ most: ValidationLimit) {
    self.least = least
    self.most = most
  }
}

package enum ValidationLimit: Hashable, Sendable {
  case number(CellNumber)
  /// What a formula comes to: `=F12`.
  case formula(String)

  /// As files write it.
  var text: String {
    switch self {
    case .number(let number): number.text
    case .formula(let formula): formula
    }
  }
}

/// A short text beside a cell; what is longer than programs show ends in `…`.
package struct CellPrompt: Hashable, Sendable {
  package let title: String
  package let message: String

  package init(title: String, message: String) {
    self.title = CellPrompt.cut(title, to: 32)
    self.message = CellPrompt.cut(message, to: 255)
  }

  /// Programs count the units of UTF-16.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.utf16.count > length else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += character.utf16.count
      guard used <= length else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
