internal import Diagnostics
internal import Grading
internal import HTMLWriting

/// What was found in files, with place and how to mend it, the worst first.
struct FindingList: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let severity: Severity
    let place: String
    /// The line as it stands there.
    let excerpt: String?
    let message: String
    let more: [String]
  }

  static let most = 100

  let rows: [Row]
  let errors: Int
  let warnings: Int
  let notes: Int

  /// - Parameter names: what ids stand for, where who looks sees no files; nil: they do.
  init(
    _ diagnostics: [Diagnostic], _ plan: RoundPlan, _ frame: PageFrame,
    names: [String: String]? = nil
  ) {
    func plain(_ text: String) -> String {
      let text = text.citing(from: plan.folder)
      return names.map { frame.plain(text, $0) } ?? text
    }
    errors = diagnostics.count { $0.severity == .error }
    warnings = diagnostics.count { $0.severity == .warning }
    notes = diagnostics.count { $0.severity == .note }
    let sorted = diagnostics.enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : right.element.severity < left.element.severity
    }
    rows = sorted.prefix(FindingList.most).map { _, found in
      let span = found.primary.span
      let file = plan.cited(span.file.path)
      return Row(
        severity: found.severity,
        place: span.cell
          ?? (span.isWholeFile ? file : "\(file):\(span.start.line):\(span.start.column)"),
        excerpt: found.primary.excerpt.map { String($0.prefix(200)) },
        message: frame.sentence(plain(found.message[frame.language])),
        more: [
          found.expected.map {
            frame.say("Mong đợi: ", "Expected: ") + plain($0[frame.language])
          },
          found.help.map { frame.say("Cách sửa: ", "To mend it: ") + plain($0[frame.language]) },
        ].compactMap(\.self))
    }
  }

  private var more: Int { errors + warnings + notes - rows.count }

  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "p",
      text: frame.say(
        "\(errors) lỗi, \(warnings) cảnh báo, \(notes) ghi chú.",
        "\(errors) errors, \(warnings) warnings, \(notes) notes."))
    guard !rows.isEmpty else { return page.line() }
    page.element("ul", .class("history")) { list in
      for row in rows {
        list.element("li") { entry in
          let isBad = row.severity == .error
          entry.element(
            "span", .class(isBad ? "state bad" : "state"), text: frame.severity(row.severity))
          entry.text(" ")
          entry.element("code", text: row.place)
          entry.text(" \(row.message)")
          if let excerpt = row.excerpt, !excerpt.isEmpty {
            entry.element("span", .class("hint")) { $0.element("code", text: excerpt) }
          }
          for line in row.more { entry.element("span", .class("hint"), text: line) }
        }
        list.line()
      }
    }
    if more > 0 {
      page.element("p", .class("dim"), text: frame.say("và \(more) mục khác.", "and \(more) more."))
    }
    page.line()
  }
}

extension PageFrame {
  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: say("lỗi", "error")
    case .warning: say("cảnh báo", "warning")
    case .note: say("ghi chú", "note")
    }
  }
}
