internal import EventLog
internal import Glibc
internal import Loading

/// Where the files of a unit's evidence are; nothing of a request is ever part of a path.
struct EvidencePlace: Hashable, Sendable {
  /// The unit's folder.
  let home: String

  init(of unit: String, in snapshot: RoundSnapshot) {
    home = "\(snapshot.loaded.setting.submissions)/\(unit)"
  }

  var folder: String { "\(home)/evidence" }

  /// A name for a file that no other file has, in letters that every disk takes.
  static func name(_ document: String, sha256: String, _ kind: FileKind) -> String {
    "\(document)-\(sha256.prefix(16)).\(kind.ending)"
  }

  /// As evidence.yaml writes it.
  static func filed(_ name: String) -> String { "evidence/\(name)" }

  /// Opens the file of a document, as the shelf names it; nil: it is not there, or leads out of the
  /// unit's folder.
  func open(_ file: String) -> OpenFile? {
    OpenFile.evidence(file, in: home)
  }

  /// Removes a file that was put there and is on nobody's shelf.
  func remove(_ file: String) {
    guard file.hasPrefix("evidence/"), !file.dropFirst(9).contains("/") else { return }
    unlink("\(home)/\(file)")
  }
}
