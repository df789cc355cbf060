/// Finds files of worked cases.
package enum CaseFiles {
  /// The file itself, or every `*.cases.yaml` in a folder and below it, sorted by path.
  package static func found(at path: String) -> [String] {
    guard FileAccess.isFolder(path) else { return [path] }
    return FileAccess.names(in: path).flatMap { name -> [String] in
      let inner = "\(path)/\(name)"
      if FileAccess.isFolder(inner) { return found(at: inner) }
      return name.hasSuffix(".cases.yaml") ? [inner] : []
    }
  }
}
