internal import Diagnostics
internal import DossierCounting
internal import Loading
internal import Store

/// Files that are tried in the place of the round's own, in a folder that is gone with this.
final class TrialFolder: Sendable {
  let path: String

  /// - Parameter files: their paths in the round's folder.
  init(_ files: [(cited: String, bytes: [UInt8])]) throws(KeeperFailure) {
    path = "\(SpillOptions().path)/parindex-\(Secret.token().prefix(32))"
    for (cited, bytes) in files {
      // A file outside of the round's folder goes by its name alone.
      let isInside = !cited.hasPrefix("/") && !cited.split(separator: "/").contains("..")
      let name = isInside ? cited : String(cited.split(separator: "/").last ?? "")
      let place = FileAccess.normalised("\(path)/\(name)")
      let folder = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? path
      let problem =
        FileAccess.makeFolder(folder) ?? FileAccess.write([(path: place, bytes: bytes)])
      if let problem {
        FileAccess.remove(path)
        throw .unwritable(problem)
      }
    }
  }

  deinit { FileAccess.remove(path) }
}
