internal import Diagnostics
internal import EventLog
internal import Loading
internal import Reports

extension RoundKeeper {
  /// The result for programs, as `parindex run` writes it, to the byte.
  nonisolated func result(of snapshot: RoundSnapshot) -> [UInt8] {
    let files = snapshot.loaded.digests.map {
      ResultJSON.Provenance.File(path: $0.path, sha256: $0.sha256)
    }
    return ResultJSON(snapshot.round, language: .vietnamese).bytes(
      provenance: .init(
        engine: engineVersion, files: files, log: snapshot.loaded.log?.seal?.text),
      workers: { inParallel($0, threads: threads, $1) }, digest: FileAccess.digest)
  }
}
