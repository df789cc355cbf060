internal import Diagnostics
package import Grading
internal import YAMLReading

/// The register of units of the round that a path belongs to: `units.yaml` in the folder itself or
/// one above it; empty when there is none.
package func unitsBeside(_ path: String, files: FileAccess = FileAccess()) -> [Unit] {
  let folder = FileAccess.isFolder(path) ? path : FileAccess.path(".", besides: path)
  for place in [folder, folder + "/.."] {
    let file = FileAccess.normalised(place + "/units.yaml")
    guard FileAccess.exists(file), let document = files.yaml(file).document else { continue }
    return loadUnits(document.root, into: DiagnosticCollector())
  }
  return []
}
