internal import Crypto
package import Diagnostics
internal import DossierCounting
package import YAMLReading

/// The files of one run: read once, named as people see them, digested by content.
package struct FileAccess: Sendable {
  /// The largest text file, in bytes.
  package var limit = 32 << 20
  /// Files that are read from a copy, as they were when data were closed: path to path.
  package var copies: [String: String] = [:]

  /// What is read in place of files, whether they are there or not: bytes by path.
  package var contents: [String: [UInt8]] = [:]

  package init() {}

  /// Whether a file is there, or a copy to read in its place.
  func has(_ path: String) -> Bool { FileAccess.exists(copies[path] ?? path) }

  /// A YAML file's tree; nil with diagnostics when it cannot be used.
  package func yaml(_ path: String) -> (document: YAMLDocument?, text: SourceText?, [Diagnostic]) {
    switch readFile(path: copies[path] ?? path, displayPath: path, limit: limit) {
    case .refused(let diagnostic): return (nil, nil, [diagnostic])
    case .text(let text):
      let result = readYAML(text)
      return (result.document, text, result.diagnostics)
    }
  }

  /// Fills in the excerpts of all labels that have none yet, from the files they point into.
  package func annotate(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var paths: Set<String> = []
    for diagnostic in diagnostics {
      for label in [diagnostic.primary] + diagnostic.secondary
      where label.excerpt == nil && !label.span.isWholeFile {
        paths.insert(label.span.file.path)
      }
    }
    // Lines of a compressed export are those of what is in it.
    paths = paths.filter { !isCompressedExport($0) }
    return paths.sorted().reduce(diagnostics) { found, path in
      guard
        case .text(let text) = readFile(
          path: copies[path] ?? path, displayPath: path, limit: limit)
      else { return found }
      return text.annotate(found)
    }
  }

  /// SHA-256 of bytes, as 64 hexadecimal digits.
  package static func digest(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// Two lower-case digits a byte.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `name` seen from the folder of `file`.
  package static func path(_ name: String, besides file: String) -> String {
    if name.hasPrefix("/") { return name }
    guard let slash = file.lastIndex(of: "/") else { return normalised(name) }
    return normalised(String(file[...slash]) + name)
  }

  /// Folds `a/../b` and `./` away, so that one file has one name in all messages; `.` for the
  /// folder the command was started in.
  package static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      if part == "." { continue }
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    if path.hasPrefix("/") { return "/" + parts.joined(separator: "/") }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
