internal import Grading
internal import HTMLWriting
internal import Reports
internal import Store

/// Why results are provisional, for one reason, with where that is mended.
struct OpenLine: Hashable, Sendable {
  let text: String
  /// nil: whoever looks mends it nowhere.
  let path: String?

  static func all(
    _ open: OpenItems, _ words: RoundWords, _ rights: Rights, _ account: Account
  ) -> [OpenLine] {
    zip(open.counts, words.lines(open, ofMany: true)).map { entry, text in
      OpenLine(text: text, path: path(of: entry.reason, rights, account))
    }
  }

  private static func path(
    of reason: OpenItems.Reason, _ rights: Rights, _ account: Account
  ) -> String? {
    let places: [(act: Act, path: String)] =
      switch reason {
      case .pending(.council): [(.readCouncil, WebPath.council + "#con-mo")]
      case .disputed: [(.readRegisters, WebPath.registers)]
      case .explanationAsked:
        [(.readWork, "\(WebPath.work)?tt=\(WorkTable.State.asked.rawValue)")]
      case .unanswered, .pending, .broken, .linked, .gradeCondition:
        [(.readSetup, WebPath.overview + "#theo-don-vi"), (.readWork, WebPath.work)]
      }
    return places.first { rights.allows($0.act, by: account) }?.path
  }

  static func write(_ lines: [OpenLine], _ page: inout HTMLWriter) {
    page.element("ul") { list in
      for line in lines {
        list.element("li") { entry in
          if let path = line.path {
            entry.link(to: path, text: line.text)
          } else {
            entry.text(line.text)
          }
        }
      }
    }
    page.line()
  }
}
