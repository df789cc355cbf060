package import Diagnostics
internal import Grading
internal import Spreadsheets

extension FormImporter {
  /// The folder where the round of a form usually is: `Submissions/ROUND`.
  /// - Returns: nil, with diagnostics, when the form does not say.
  package static func round(of bytes: [UInt8], path: String) -> (String?, [Diagnostic]) {
    let problems = DiagnosticCollector()
    let file: SpreadsheetFile
    do {
      file = try SpreadsheetFile(bytes)
    } catch {
      return (nil, [.unreadable(path, error)])
    }
    let reader = FormReader(path: path, file: file, problems: problems)
    guard let round = reader.identity()?.round else { return (nil, problems.diagnostics) }
    guard !round.isEmpty, round.utf8.allSatisfy(isSlug) else {
      return (nil, [.formOfOtherRound(path, round, expected: "…")])
    }
    return ("Submissions/\(round)", [])
  }

  private static func isSlug(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Forms of a unit that another one is of already.
  package static func repeated(_ forms: some Sequence<(String, FormImport?)>) -> [Diagnostic] {
    var first: [String: String] = [:]
    var problems: [Diagnostic] = []
    for (path, form) in forms {
      guard let unit = form?.unit.id else { continue }
      if let earlier = first[unit] {
        problems.append(.formTwice(path, unit: unit, first: earlier))
      } else {
        first[unit] = path
      }
    }
    return problems
  }
}
