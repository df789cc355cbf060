/// A paragraph: its style and its words.
package struct PaperParagraph: Hashable, Sendable {
  package var style: PaperStyle
  package var runs: [PaperRun]

  package init(_ style: PaperStyle, _ runs: [PaperRun]) {
    self.style = style
    self.runs = runs
  }

  package init(_ style: PaperStyle, _ text: String) {
    self.init(style, [PaperRun(text)])
  }

  /// Its words without their looks.
  package var text: String { runs.map(\.text).joined() }
}

/// Words that look the same.
package struct PaperRun: Hashable, Sendable {
  /// Without characters that no paper may hold.
  package let text: String
  /// Bold or italic where the paragraph's style is not.
  package let isBold: Bool
  package let isItalic: Bool

  package init(_ text: String, bold: Bool = false, italic: Bool = false) {
    self.text = PaperRun.cleaned(text)
    isBold = bold
    isItalic = italic
  }

  /// Control characters, and signs that turn the direction of writing, stand as U+FFFD.
  ///
  /// What XML cannot hold would make a DOCX unreadable; what turns directions shows a reader other
  /// words than a file holds.
  private static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var clean = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        clean.append("\n")
      } else if scalar == "\n", wasReturn {
      } else {
        clean.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(clean)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

/// What a paragraph is for; how it looks follows from it, the same in every kind of file.
package enum PaperStyle: String, Hashable, Sendable, CaseIterable {
  /// "Phụ lục I".
  case annexNumber
  /// The title, in capitals.
  case title
  /// What a paper is about, under its title.
  case subject
  /// "(Kèm theo Quyết định số …)".
  case reference
  /// "Kính gửi: …".
  case address
  case body
  /// What a decision is grounded on.
  case ground
  case heading
  case subheading
  case listEntry
  /// Lines to be written on.
  case blank
  /// A remark under a title or a table.
  case note
  /// Who the issuer answers to, and the country.
  case authority
  /// The issuer, and the motto.
  case office
  case country
  case motto
  case placeAndDate
  case number
  case recipientsHead
  case recipients
  case signature
  /// Words in a table.
  case cell
  case cellHead
  case smallCell
  case smallCellHead

  /// What a style looks like; lengths in points.
  struct Look: Hashable, Sendable {
    var size = 14.0
    var isBold = false
    var isItalic = false
    var alignment = PaperAlignment.leading
    var firstLine = 0.0
    /// From the left margin.
    var indent = 0.0
    var before = 0.0
    var after = 0.0
    var staysWithNext = false
  }

  var look: Look {
    switch self {
    case .annexNumber:
      Look(isBold: true, alignment: .center, after: 2, staysWithNext: true)
    case .title:
      Look(isBold: true, alignment: .center, after: 2, staysWithNext: true)
    case .subject:
      Look(isBold: true, alignment: .center, after: 2, staysWithNext: true)
    case .reference:
      Look(isItalic: true, alignment: .center, after: 8, staysWithNext: true)
    case .address: Look(alignment: .center, before: 2, after: 10)
    case .body: Look(alignment: .justified, firstLine: 28.35, after: 6)
    case .ground: Look(isItalic: true, alignment: .justified, firstLine: 28.35, after: 4)
    case .heading:
      Look(isBold: true, firstLine: 28.35, before: 6, after: 6, staysWithNext: true)
    case .subheading:
      Look(
        isBold: true, isItalic: true, firstLine: 28.35, before: 2, after: 4, staysWithNext: true)
    case .blank: Look(firstLine: 28.35, after: 4)
    case .listEntry: Look(alignment: .justified, firstLine: 28.35, after: 4)
    case .note: Look(size: 12, isItalic: true, alignment: .justified, before: 2, after: 4)
    case .authority: Look(size: 13, alignment: .center)
    case .office: Look(size: 13, isBold: true, alignment: .center)
    case .country: Look(size: 13, isBold: true, alignment: .center)
    case .motto: Look(size: 14, isBold: true, alignment: .center)
    case .placeAndDate: Look(isItalic: true, alignment: .center, before: 4)
    case .number: Look(size: 13, alignment: .center, before: 4)
    case .recipientsHead: Look(size: 12, isBold: true, isItalic: true)
    case .recipients: Look(size: 11)
    case .signature: Look(isBold: true, alignment: .center)
    case .cell: Look(size: 12)
    case .cellHead: Look(size: 12, isBold: true, alignment: .center)
    case .smallCell: Look(size: 10.5)
    case .smallCellHead: Look(size: 10.5, isBold: true, alignment: .center)
    }
  }
}

/// How lines stand between their ends.
package enum PaperAlignment: String, Hashable, Sendable {
  case leading
  case center
  case trailing
  case justified
}
