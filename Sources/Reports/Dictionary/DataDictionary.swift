package import Diagnostics
package import Grading

/// What each column and field of the open data means, in both languages.
package struct DataDictionary: Sendable {
  /// A column of a table, or a field of the result for programs.
  package struct Entry: Hashable, Sendable {
    package let file: String
    /// The column's heading, or the way to the field: `units[].totals[].index`.
    package let field: String
    package let meaning: Wording
    package let type: FieldType
    /// "điểm", "%"; nil: it has none.
    package let unit: Wording?
    /// What it can be; nil: anything of its type.
    package let range: String?
  }

  /// How a value is written.
  package enum FieldType: String, Sendable, CaseIterable {
    case text
    case identifier
    /// A decimal or a ratio as text, so that nothing is lost.
    case exact
    /// A decimal in the sign of the file's language.
    case decimal
    case integer
    case truth
    case day
    case digest

    package var wording: Wording {
      switch self {
      case .text: Wording(vi: "chữ", en: "text")
      case .identifier: Wording(vi: "mã", en: "identifier")
      case .exact:
        Wording(vi: "số chính xác dạng chữ (85.5, 170/3)", en: "exact number as text (85.5, 170/3)")
      case .decimal: Wording(vi: "số thập phân", en: "decimal")
      case .integer: Wording(vi: "số nguyên", en: "integer")
      case .truth: Wording(vi: "có hoặc không", en: "yes or no")
      case .day: Wording(vi: "ngày", en: "day")
      case .digest: Wording(vi: "SHA-256, 64 chữ số thập lục phân", en: "SHA-256 in hexadecimal")
      }
    }
  }

  let words: RoundWords
  /// What the files are called, since they are called differently in different places.
  let names: Names

  package struct Names: Hashable, Sendable {
    package let ranking: String
    package let sheets: String
    /// nil: gaps are not among the data.
    package let gaps: String?
    package let result: String

    package init(ranking: String, sheets: String, gaps: String?, result: String) {
      self.ranking = ranking
      self.sheets = sheets
      self.gaps = gaps
      self.result = result
    }
  }

  package init(_ round: Round, _ language: Language, _ names: Names) {
    words = RoundWords(round, language)
    self.names = names
  }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  /// All entries, file by file, in the order of their columns.
  package var entries: [Entry] {
    rankingEntries + sheetEntries + gapEntries + resultEntries
  }

  /// As a table for a spreadsheet, both languages beside each other.
  package var csv: String {
    var csv = CSVText(words.language)
    csv.row([
      say("Tệp", "File"), say("Cột, trường", "Field"), "Ý nghĩa (vi)", "Meaning (en)",
      say("Kiểu", "Type"), say("Đơn vị", "Unit"), say("Miền giá trị", "Range"),
    ])
    let language = words.language
    for entry in entries {
      csv.row([
        entry.file, entry.field, entry.meaning[.vietnamese], entry.meaning[.english],
        entry.type.wording[language], entry.unit?[language] ?? "", entry.range ?? "",
      ])
    }
    return csv.text
  }
}
