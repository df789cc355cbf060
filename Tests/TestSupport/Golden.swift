import Diagnostics
import Foundation
import Testing

/// Compares a text with the golden file of this name in the folder `Golden` beside the test.
///
/// With `RECORD_GOLDEN=1` in the environment the file is written instead, and the run fails: a
/// recording proves nothing.
package func expectGolden(
  _ text: String, _ name: String, filePath: String = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record(
      "there is no golden file \(name); record it with RECORD_GOLDEN=1",
      sourceLocation: sourceLocation)
    return
  }
  // Compared as bytes: Swift's == would take decomposed letters for composed ones.
  guard Array(data) != Array(text.utf8) else { return }
  Issue.record(
    "\(name) differs:\n\(firstDifference(String(decoding: data, as: UTF8.self), text))",
    sourceLocation: sourceLocation)
}

/// The first lines in which two texts differ, with the line before them.
private func firstDifference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  var index = 0
  while index < min(old.count, new.count), Array(old[index].utf8) == Array(new[index].utf8) {
    index += 1
  }
  func line(_ lines: [Substring], _ index: Int) -> String {
    index < lines.count ? String(lines[index]) : "(end of text)"
  }
  let before = index > 0 ? "line \(index):  \(line(new, index - 1))\n" : ""
  return before + "expected \(index + 1): \(line(old, index))\n"
    + "actual   \(index + 1): \(line(new, index))"
}
