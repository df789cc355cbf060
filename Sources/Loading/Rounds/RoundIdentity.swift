package import Diagnostics
internal import YAMLReading

/// What a round's folder says of itself in its first lines.
package struct RoundIdentity: Sendable {
  package let id: String
  package let folder: String
}

extension FileAccess {
  /// The round.yaml that a path means: the file itself, or the one in a folder.
  static func roundFile(_ path: String) -> String {
    isFolder(path) ? normalised(path + "/round.yaml") : path
  }
}

/// Reads a round's id and nothing else of it.
/// - Parameter path: the round's folder, or its round.yaml.
package func loadRoundIdentity(
  _ path: String, files: FileAccess = FileAccess()
) -> (identity: RoundIdentity?, diagnostics: [Diagnostic]) {
  let file = FileAccess.roundFile(path)
  let (document, text, diagnostics) = files.yaml(file)
  guard let document else { return (nil, diagnostics) }
  let problems = DiagnosticCollector(diagnostics)
  guard let id = document.root["id"]?.readString(key: "id", into: problems) else {
    if document.root["id"] == nil { problems.add(.missingKey("id", in: document.root)) }
    return (nil, text?.annotate(problems.diagnostics) ?? problems.diagnostics)
  }
  return (
    RoundIdentity(id: id, folder: FileAccess.path(".", besides: file)), diagnostics
  )
}
