/// How many problems of each severity there are.
package struct DiagnosticSummary: Hashable, Sendable {
  package var errors = 0
  package var warnings = 0
  package var notes = 0

  package init(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  /// "3 errors, 1 warning" in both languages.
  package var wording: Wording {
    func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
      "\(count) \(count == 1 ? singular : plural)"
    }
    var vietnamese: [String] = []
    var english: [String] = []
    if errors > 0 {
      vietnamese.append("\(errors) lỗi")
      english.append(counted(errors, "error", "errors"))
    }
    if warnings > 0 {
      vietnamese.append("\(warnings) cảnh báo")
      english.append(counted(warnings, "warning", "warnings"))
    }
    if notes > 0 {
      vietnamese.append("\(notes) lưu ý")
      english.append(counted(notes, "note", "notes"))
    }
    guard !english.isEmpty else {
      return Wording(vi: "không phát hiện lỗi", en: "no problems found")
    }
    return Wording(
      vi: vietnamese.joined(separator: ", "), en: english.joined(separator: ", "))
  }
}
