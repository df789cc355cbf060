package import Diagnostics

/// An input file and the SHA-256 of its bytes: provenance of a result.
package struct FileDigest: Hashable, Sendable {
  package let path: String
  /// 64 hexadecimal digits.
  package let sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  package init(_ text: SourceText) {
    self.init(path: text.file.path, sha256: FileAccess.digest(text.bytes))
  }
}
