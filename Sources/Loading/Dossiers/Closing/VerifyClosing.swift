package import Diagnostics
package import DossierCounting
internal import YAMLReading

/// A closed dataset looked at again.
package struct ClosingCheck: Sendable {
  /// nil when there is no closing that can be read.
  package let closing: DossierClosing?
  /// The digest of `closing.yaml`, as the hand-over sheet names it.
  package let sha256: String
  /// Files that are as they were.
  package let same: Int
  /// What changed since closing: an error for each file of the closing, a warning for files that
  /// may go on changing since there is a copy.
  package let findings: [Diagnostic]

  package var isIntact: Bool { !findings.contains { $0.severity == .error } }
}

/// Digests every file of a closed dataset again, and its exports where they stand.
package func verifyClosing(at folder: String) -> ClosingCheck {
  let loading = loadClosing(at: folder)
  guard let closing = loading.closing else {
    return ClosingCheck(closing: nil, sha256: "", same: 0, findings: loading.diagnostics)
  }
  var check = FileCheck(folder: folder)
  check.files(closing, sha256: loading.sha256)
  for export in closing.exports { check.file(export.file.file, export.file.sha256) }
  for input in closing.allInputs { check.original(input) }
  return ClosingCheck(
    closing: closing, sha256: loading.sha256, same: check.same,
    findings: loading.diagnostics + check.findings)
}

private struct FileCheck {
  let folder: String
  var same = 0
  var findings: [Diagnostic] = []
  private var seen: Set<String> = []

  init(folder: String) { self.folder = folder }

  private func path(_ name: String) -> String {
    FileAccess.path(name, besides: folder + "/")
  }

  /// The files of the folder: by the list of digests, by `closing.yaml`, and by the sheet.
  mutating func files(_ closing: DossierClosing, sha256: String) {
    let known =
      closing.files
      + closing.allInputs.compactMap { input in
        input.copy.map { ClosedFile(file: $0, bytes: input.bytes, sha256: input.sha256) }
      }
    for file in known { self.file(file.file, file.sha256) }
    let digests = Dictionary(known.map { ($0.file, $0.sha256) }) { first, _ in first }
    let sums = path(ClosingFiles.sums)
    guard case .text(let text) = readFile(path: sums, displayPath: sums) else {
      findings.append(.goneSinceClosing(sums))
      return
    }
    same += 1
    for line in String(decoding: text.bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].utf8.count == 64, parts[1].hasPrefix(" ") else {
        if seen.insert(sums).inserted { findings.append(.changedSinceClosing(sums)) }
        continue
      }
      let (name, sha256) = (String(parts[1].dropFirst()), String(parts[0]))
      if let known = digests[name], known != sha256 {
        // Both speak of one file; it is the list that is not as it was.
        if seen.insert(sums).inserted { findings.append(.changedSinceClosing(sums)) }
      } else {
        file(name, sha256)
      }
    }
    let sheet = path(ClosingFiles.handover)
    guard case .text(let page) = readFile(path: sheet, displayPath: sheet) else { return }
    if !String(decoding: page.bytes, as: UTF8.self).contains(sha256) {
      findings.append(.otherHandover(sheet))
    }
  }

  /// A file that must be as it was; each is told once.
  mutating func file(_ name: String, _ sha256: String) {
    let path = path(name)
    guard seen.insert("\(path) \(sha256)").inserted else { return }
    guard FileAccess.exists(path) else {
      if seen.insert(path).inserted { findings.append(.goneSinceClosing(path)) }
      return
    }
    if FileDigest(streaming: path)?.sha256 == sha256 {
      same += 1
    } else if seen.insert(path).inserted {
      findings.append(.changedSinceClosing(path))
    }
  }

  /// A small file where it stood: its copy is what counts.
  mutating func original(_ input: ClosedFile) {
    let path = path(input.file)
    if !FileAccess.exists(path) {
      findings.append(.goneSinceClosing(path, severity: .warning))
    } else if FileDigest(streaming: path)?.sha256 != input.sha256 {
      findings.append(.changedSinceClosing(path, severity: .warning))
    }
  }
}
