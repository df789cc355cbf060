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
  /// may go on changing since the folder keeps what counts of them.
  package let findings: [Diagnostic]
  /// Every file that was looked at, as it was just before.
  fileprivate let stamps: [String: FileStamp?]

  /// Whether nobody has written to any of them since.
  package var holds: Bool { stamps.allSatisfy { FileStamp($0.key) == $0.value } }

  package var isIntact: Bool { !findings.contains { $0.severity == .error } }
}

/// Digests every file of a closed dataset again, and what it was closed from where that stands.
package func verifyClosing(at folder: String) -> ClosingCheck {
  let path = FileAccess.normalised("\(folder)/\(ClosingFiles.closing)")
  let stamp = FileStamp(path)
  let loading = loadClosing(at: folder)
  guard let closing = loading.closing else {
    return ClosingCheck(
      closing: nil, sha256: "", same: 0, findings: loading.diagnostics, stamps: [path: stamp])
  }
  var check = FileCheck(folder: folder, records: closing.records)
  check.stamps[path] = stamp
  check.files(closing, sha256: loading.sha256)
  for export in closing.exports { check.records(of: export) }
  for file in closing.exports.map(\.file) + closing.allInputs { check.original(file) }
  return ClosingCheck(
    closing: closing, sha256: loading.sha256, same: check.same,
    findings: loading.diagnostics + check.findings, stamps: check.stamps)
}

private struct FileCheck {
  let folder: String
  /// The `records.yaml` or the export, that originals are seen from.
  let records: String
  var same = 0
  var stamps: [String: FileStamp?] = [:]
  var findings: [Diagnostic] = []
  private var seen: Set<String> = []

  init(folder: String, records: String) {
    self.folder = folder
    self.records = FileAccess.path(records, besides: folder + "/")
  }

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
    stamp(sums)
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
    stamp(sheet)
    guard case .text(let page) = readFile(path: sheet, displayPath: sheet) else { return }
    if !String(decoding: page.bytes, as: UTF8.self).contains(sha256) {
      findings.append(.otherHandover(sheet))
    }
  }

  /// A file of the folder, which must be as it was; each is told once.
  mutating func file(_ name: String, _ sha256: String) {
    check(path(name), sha256, severity: .error)
  }

  /// The records that the folder keeps of an export; their file is among its files.
  mutating func records(of export: ClosedExport) {
    guard let copy = export.file.copy, let sha256 = export.recordsSHA256 else { return }
    let path = path(copy)
    stamp(path)
    guard FileDigest(unpacking: path)?.sha256 != sha256 else { return }
    guard seen.insert(path).inserted else { return }
    findings.append(
      FileAccess.exists(path) ? .changedSinceClosing(path) : .goneSinceClosing(path))
  }

  /// A file where it stood: what the folder keeps of it counts, where it does.
  mutating func original(_ file: ClosedFile) {
    check(
      FileAccess.path(file.file, besides: records), file.sha256,
      severity: file.copy == nil ? .error : .warning)
  }

  private mutating func stamp(_ path: String) {
    if stamps[path] == nil { stamps[path] = .some(FileStamp(path)) }
  }

  private mutating func check(_ path: String, _ sha256: String, severity: Severity) {
    stamp(path)
    guard seen.insert("\(path) \(sha256)").inserted else { return }
    guard FileAccess.exists(path) else {
      if seen.insert(path).inserted { findings.append(.goneSinceClosing(path, severity: severity)) }
      return
    }
    if FileDigest(streaming: path)?.sha256 == sha256 {
      same += severity == .error ? 1 : 0
    } else if seen.insert(path).inserted {
      findings.append(.changedSinceClosing(path, severity: severity))
    }
  }
}
