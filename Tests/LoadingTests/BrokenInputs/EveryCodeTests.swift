import Diagnostics
import Foundation
import Testing

/// No code without a text that somebody has read.
@Suite struct EveryCodeTests {
  @Test("every code stands in a golden text", arguments: ["vi", "en"])
  func codes(language: String) throws {
    let tests = BrokenInputTests.home.deletingLastPathComponent().deletingLastPathComponent()
    let files = try #require(
      FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil))
    var told: Set<String> = []
    for case let file as URL in files {
      let text: String
      if file.lastPathComponent.hasSuffix(".\(language).txt") {
        text = try String(contentsOf: file, encoding: .utf8)
      } else if file.pathExtension == "md", file.path.contains("/BrokenInputs/") {
        text = BrokenInput.read(try String(contentsOf: file, encoding: .utf8)).cases
          .compactMap { $0.golden[language] }.joined()
      } else {
        continue
      }
      for line in text.split(separator: "\n") {
        guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"),
          open < close,
          ["lỗi", "cảnh báo", "lưu ý", "error", "warning", "note"].contains(line[..<open])
        else { continue }
        told.insert(String(line[line.index(after: open)..<close]))
      }
    }
    let untold = DiagnosticCode.allCases.map(\.rawValue).filter { !told.contains($0) }
    #expect(untold.isEmpty)
  }
}
