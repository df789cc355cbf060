package import Diagnostics
package import Loading

extension FormExporter {
  /// Writes the forms of some units, all or none; each is let go as soon as it is on the disk.
  /// - Parameter paths: where each is to stand.
  /// - Returns: why none is written; empty: all are.
  package func write(
    _ members: [RoundSetting.Member], to paths: [String], threads: Int?
  ) -> [Diagnostic] {
    let drafts = FileDrafts(paths)
    let found = inParallel(members.count, threads: threads) { place -> [Diagnostic] in
      switch bytes(members[place], path: paths[place]) {
      case .refused(let problems): problems
      case .bytes(let bytes): drafts.write(bytes, at: place).map { [$0] } ?? []
      }
    }.flatMap(\.self)
    guard let first = found.first else { return drafts.finish(nil).map { [$0] } ?? [] }
    _ = drafts.finish(first)
    return found
  }
}
