import Diagnostics
import Foundation
import Loading
import TestSupport
import Testing

/// Every kind of file, broken in every way: the whole text that people read, in both languages.
///
/// `Sound/` is a small round without a fault; each case of a case file breaks it in one way.
@Suite struct BrokenInputTests {
  static let home = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  static let kinds = [
    "criteria", "overlay", "expressions", "round", "units", "registers", "tables",
    "self-assessment", "evidence", "appraisal", "remedies", "events", "people", "procedure",
    "cases", "yaml", "files",
  ]

  @Test("every broken input is told as its case says", arguments: kinds)
  func golden(kind: String) throws {
    let file = Self.home.appendingPathComponent(kind + ".md")
    let (head, cases) = BrokenInput.read(try String(contentsOf: file, encoding: .utf8))
    #expect(!cases.isEmpty && Set(cases.map(\.name)).count == cases.count)
    var written = head.map { $0 + "\n" }.joined()
    for (place, input) in cases.enumerated() {
      let told = try Told(input)
      #expect(!told.diagnostics.isEmpty, "\(input.name)")
      #expect(told.faults.isEmpty, "\(input.name)")
      written += (place == 0 ? "" : "\n") + input.written(vi: told.vi, en: told.en)
      guard !Self.isRecording else { continue }
      for (language, text) in [("vi", told.vi), ("en", told.en)] {
        let expected = input.golden[language] ?? ""
        #expect(Array(expected.utf8) == Array(text.utf8), "\(kind), \(language): \(input.name)")
      }
    }
    guard Self.isRecording else { return }
    try written.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(kind)")
  }

  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
  }

  @Test func `the sound round has no fault`() throws {
    let told = try Told(BrokenInput(name: "sound"))
    #expect(told.diagnostics.isEmpty, "\(told.en)")
  }

  @Test func `there are more than a hundred`() throws {
    let count = try Self.kinds.reduce(0) { sum, kind in
      let file = Self.home.appendingPathComponent(kind + ".md")
      return try sum + BrokenInput.read(String(contentsOf: file, encoding: .utf8)).cases.count
    }
    #expect(count > 100)
  }
}

/// What `check` says of a broken copy of the sound folder.
struct Told {
  let diagnostics: [Diagnostic]
  let vi: String
  let en: String
  /// What no diagnostic may be: without its line, or beyond it.
  let faults: [String]

  init(_ input: BrokenInput) throws {
    let folder = try TemporaryFolder()
    let round = folder.path("thử")
    try FileManager.default.copyItem(
      atPath: BrokenInputTests.home.appendingPathComponent("Sound").path, toPath: round)
    let copy = TemporaryFolder(within: round)
    for change in input.changes { try change.apply(in: copy) }
    let check = PathCheck([input.path.isEmpty ? round : copy.path(input.path)])
    diagnostics = check.diagnostics
    func rendered(_ language: Language) -> String {
      TextRenderer(language: language).render(check.diagnostics)
        .replacingOccurrences(of: round + "/", with: "")
        .replacingOccurrences(of: round, with: ".")
    }
    vi = rendered(.vietnamese)
    en = rendered(.english)
    faults = check.diagnostics.flatMap { diagnostic in
      ([diagnostic.primary] + diagnostic.secondary).compactMap { label in
        label.span.isWholeFile || label.excerpt != nil
          ? nil : "\(diagnostic.code.rawValue) points at a line that is not shown"
      }
    }
  }
}
