/// A paper before it is set: what stands in it, whatever kind of file it becomes.
///
/// PDF, DOCX and workbooks are made from this one value, so that they never differ in content.
package struct Paper: Hashable, Sendable {
  /// What the file calls itself.
  package var title: String
  /// The day the file says it was made on; an input, so that the same paper gives the same bytes.
  package var date: PaperDate
  package var language: PaperLanguage
  /// Each begins on a page of its own and counts its pages from 1, as annexes do.
  package var sections: [PaperSection]

  package init(
    title: String, date: PaperDate, language: PaperLanguage = .vietnamese,
    sections: [PaperSection]
  ) {
    self.title = title
    self.date = date
    self.language = language
    self.sections = sections
  }
}

/// One annex of a paper, or a paper without annexes as a whole.
package struct PaperSection: Hashable, Sendable {
  /// What bookmarks and sheets of a workbook call it.
  package var name: String
  package var shape: PageShape
  /// What stands at the head of every page, beside its number: "DỰ THẢO"; nil: nothing.
  package var mark: String?
  package var blocks: [PaperBlock]

  package init(
    name: String, shape: PageShape = .portrait, mark: String? = nil, blocks: [PaperBlock]
  ) {
    self.name = name
    self.shape = shape
    self.mark = mark
    self.blocks = blocks
  }
}

/// What stands in a section, from top to bottom.
package enum PaperBlock: Hashable, Sendable {
  case paragraph(PaperParagraph)
  case table(PaperTable)
  /// Empty space, in points.
  case space(Int)
}

/// A day of the calendar, as files date themselves.
package struct PaperDate: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2018-01-15T00:00:00Z`.
  var timestamp: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T00:00:00Z" }

  private func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}

/// The language of a paper, for spelling checkers and line breaks.
package enum PaperLanguage: String, Hashable, Sendable {
  case vietnamese = "vi"
  case english = "en"

  var locale: String {
    switch self {
    case .vietnamese: "vi-VN"
    case .english: "en-GB"
    }
  }
}
