internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports

/// The results of a round as a bundle holds them, and as whoever verifies it makes them again.
struct RoundResult {
  /// `ket-qua.json`, as `run` writes it.
  let json: [UInt8]
  /// What the digest in it covers.
  let digest: String
  /// `xep-hang.csv`, as `run` writes it in Vietnamese.
  let rankings: [UInt8]

  init(_ round: Round, _ loaded: LoadedRound, engine: String, threads: Int?) {
    let files = loaded.digests.map {
      ResultJSON.Provenance.File(path: $0.path, sha256: $0.sha256)
    }
    var digest = ""
    json = ResultJSON(round, language: .vietnamese).bytes(
      provenance: .init(engine: engine, files: files, log: loaded.log?.seal?.text),
      workers: { inParallel($0, threads: threads, $1) },
      digest: {
        digest = FileAccess.digest($0)
        return digest
      })
    self.digest = digest
    rankings = Array(RankingCSV(round, .vietnamese).text().utf8)
  }
}
