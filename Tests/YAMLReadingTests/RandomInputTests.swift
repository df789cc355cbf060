import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import YAMLReading

/// Whatever stands in a file, it is read or refused, and every place that is told is in the file.
@Suite struct RandomInputTests {
  private static let words = [
    "a", "Kế hoạch", "計画", "\"", "'", ": ", "- ", "? ", "{", "}", "[", "]", ", ", "\n", "\n  ",
    "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\t", "#", "%YAML 1.2\n", "---\n", "...\n",
    "&x ", "*x", "!!str ", "|\n ", ">-\n  ", "\\", "e\u{301}", "\u{7}", "\u{FEFF}", "~",
  ]

  /// Reads bytes and tells what is out of place.
  private func faults(_ bytes: [UInt8]) -> [String] {
    let result = read(bytes: bytes)
    var faults = misplaced(result.diagnostics, in: bytes)
    if result.document == nil, result.diagnostics.isEmpty { faults.append("nothing is told") }
    for diagnostic in result.diagnostics
    where !diagnostic.primary.span.isWholeFile && diagnostic.primary.excerpt == nil {
      faults.append("\(diagnostic.code.rawValue) shows no line")
    }
    if let document = result.document {
      let lines = LineWidths(bytes)
      for index in document.records.indices {
        let span = YAMLNode(document: document, index: index).span
        if !lines.hold(span) {
          faults.append(
            "node at \(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)")
        }
      }
    }
    return faults
  }

  @Test func `random bytes are read or refused`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(faults(bytes).isEmpty, "\(bytes)")
    }
  }

  @Test func `random words of YAML are read or refused`() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<1500 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }.joined()
      #expect(faults(Array(text.utf8)).isEmpty, "\(text.debugDescription)")
    }
  }

  @Test func `shipped files with faults are read or refused`() throws {
    var random = SplitMix64(seed: 3)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for name in [
      "Submissions/khanh-hoa-2017/round.yaml", "Submissions/khanh-hoa-2017/dossiers/tables.yaml",
      "Submissions/khanh-hoa-2017/units/so-y-te/evidence.yaml",
    ] {
      let bytes = Array(try Data(contentsOf: root.appendingPathComponent(name)).prefix(4000))
      for _ in 0..<40 {
        let broken = mutated(bytes, &random)
        #expect(faults(broken).isEmpty, "\(name): \(String(decoding: broken, as: UTF8.self))")
      }
    }
  }

  @Test("too many values are told in both languages", arguments: Language.allCases)
  func wording(language: Language) {
    var limits = YAMLLimits()
    limits.nodes = 4
    let result = read("people: [Trần Thị B, 計画, x, y]\n", limits: limits)
    expectGolden(
      TextRenderer(language: language).render(result.diagnostics),
      "many-values.\(language.rawValue).txt")
  }
}
