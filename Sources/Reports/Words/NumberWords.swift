package import Diagnostics
package import Grading

/// Numbers as people of one language read them.
package struct NumberWords: Hashable, Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// `0,25`; a ratio whose decimals do not end stays `5/3`; `−1` with a real minus.
  package func plain(_ value: Exact) -> String {
    let text = value.canonicalText
    let digits = text.hasPrefix("-") ? "−" + text.dropFirst() : text
    return language == .vietnamese ? digits.replacing(".", with: ",") : digits
  }

  /// `87,5%`, no space before the sign.
  package func percent(_ value: Exact) -> String { plain(value * .hundred) + "%" }

  /// `0,5 điểm`, `1 point`, `0.5 points`.
  package func points(_ value: Exact) -> String {
    switch language {
    case .vietnamese: "\(plain(value)) điểm"
    case .english: "\(plain(value)) \(value == 1 || value == -1 ? "point" : "points")"
    }
  }

  /// `+0,5` or `−0,5`, for differences.
  package func signed(_ value: Exact) -> String {
    value > .zero ? "+" + plain(value) : plain(value)
  }
}
