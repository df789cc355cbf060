package import Diagnostics
package import Grading
internal import Loading
internal import Spreadsheets

/// A table of criteria, read and checked: the file that is to hold the set.
package struct CriteriaImport: Sendable {
  package let set: CriteriaSet
  package let text: String
  /// Whether the table had no rules, so that all of them are still to be written.
  package let isDraft: Bool
}

/// Reads tables of criteria: those of `CriteriaExporter`, and annexes as offices type them.
package struct CriteriaImporter: Sendable {
  /// What the file is to be, and what an annex does not say of itself.
  package struct Options: Sendable {
    /// Where the set is to stand: its id, bases and dossier rules come from there.
    package var target: String
    package var year: Int?
    package var unitType: String?

    package init(target: String) { self.target = target }
  }

  /// What stands above `areas` in a draft.
  struct About {
    let id: String
    let title: String
    let year: Int
    let unitType: String
    let document: String
  }

  private let options: Options

  package init(_ options: Options) { self.options = options }

  /// Reads one workbook.
  /// - Parameter path: its name, as people see it.
  /// - Returns: nil where anything is wrong with it; all problems are told, by cell.
  package func read(_ bytes: [UInt8], path: String) -> (set: CriteriaImport?, [Diagnostic]) {
    let problems = DiagnosticCollector()
    let file: SpreadsheetFile
    do {
      file = try SpreadsheetFile(bytes)
    } catch {
      return (nil, [.unreadable(path, error)])
    }
    FormReader(path: path, file: file, problems: problems).checkFormulas()
    guard problems.diagnostics.isEmpty, let table = CriteriaTable(file, path, problems) else {
      return (nil, problems.diagnostics.sorted())
    }
    let head = CriteriaFormText.head(file)
    let text: TracedText?
    if let head {
      var form = CriteriaFormText(path, problems)
      text = form.write(head, table)
    } else if let place = table.columns[.rule]?.first, place >= 0 {
      problems.add(.headSheetMissing(path))
      text = nil
    } else {
      text = draft(table, path, problems)
    }
    guard let text, !problems.hasFatalErrors else { return (nil, problems.diagnostics.sorted()) }
    let source = SourceText(path: options.target, text.text)
    let read = readCriteriaSet(source)
    problems.add(contentsOf: text.translated(read.diagnostics, from: source.file))
    let all = problems.diagnostics.sorted()
    guard let set = read.set, !all.contains(where: { $0.severity == .error }) else {
      return (nil, all)
    }
    return (CriteriaImport(set: set, text: text.text, isDraft: head == nil), all)
  }

  private func draft(_ table: CriteriaTable, _ path: String, _ problems: DiagnosticCollector)
    -> TracedText?
  {
    let draft = CriteriaDraft(path, table, problems)
    guard let about = about(table) else {
      problems.add(.yearMissing(path))
      return nil
    }
    var text = CriteriaDraftText(draft, about)
    if text.items > 0 {
      problems.add(.rulesToWrite(path, table.sheet.name, count: text.items))
    }
    return text.write()
  }

  /// From the lines above the table, the name of the file, and what was said on the command line.
  private func about(_ table: CriteriaTable) -> About? {
    let above = table.sheet.cells.filter { $0.address.row < table.headRow }.map(\.value.shown)
    let words = above.flatMap { $0.split { !($0.isNumber || $0.isLetter || "/-".contains($0)) } }
    let years = words.compactMap { Int($0.suffix(4)) }.filter { (2000...2099).contains($0) }
    guard let year = options.year ?? years.last else { return nil }
    let parts = options.target.split(separator: "/")
    let name = parts.last.map { String($0.split(separator: ".")[0]) } ?? "so"
    let folder = parts.dropLast().last.map { "\($0)/" } ?? ""
    return About(
      id: folder + name,
      title: above.max { $0.count < $1.count } ?? name, year: year,
      unitType: options.unitType ?? name,
      document: words.first { $0.contains("/QĐ") }.map(String.init) ?? "Dự thảo")
  }
}
