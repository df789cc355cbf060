internal import Glibc
internal import Loading

/// A file as it will be written: its path inside the round's folder, and its text.
package struct GeneratedFile: Hashable, Sendable {
  package let path: String
  package let text: String

  /// SHA-256 in hexadecimal digits.
  var digest: String { FileAccess.digest(Array(text.utf8)) }
}

/// What kept a round from being written.
package enum GenerationFailure: Error, Hashable {
  case unreadable(String)
  case unwritable(String)
  case badCriteria(String)
  case badUnits(String)
}

/// Writes files into a folder, with the folders they stand in.
struct FolderWriter {
  let folder: String
  private var made: Set<String> = []

  init(_ folder: String) { self.folder = folder }

  mutating func write(_ file: GeneratedFile) throws(GenerationFailure) {
    let path = folder + "/" + file.path
    if let slash = path.lastIndex(of: "/") { make(String(path[..<slash])) }
    guard let stream = fopen(path, "w") else { throw GenerationFailure.unwritable(path) }
    let bytes = Array(file.text.utf8)
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count else {
      throw GenerationFailure.unwritable(path)
    }
  }

  private mutating func make(_ path: String) {
    guard !path.isEmpty, made.insert(path).inserted else { return }
    if let slash = path.lastIndex(of: "/") { make(String(path[..<slash])) }
    _ = mkdir(path, 0o755)
  }
}
