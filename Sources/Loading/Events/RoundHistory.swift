package import Diagnostics
internal import EventLog
internal import YAMLReading

/// The copies of files that were brought into a round, by the digests of their bytes: what a unit
/// handed in stays there however often its folder is changed.
package struct RoundHistory: Sendable {
  /// The round's folder.
  private let folder: String

  package init(of folder: String) { self.folder = folder }

  /// Whether the round has a log, which files that were handed in must stay with.
  package var isLogged: Bool {
    FileAccess.exists(FileAccess.path(LogWriter.usualName, besides: folder + "/"))
  }

  /// The digest of a file's bytes as it stands.
  package func digest(_ path: String) throws(LoadingProblem) -> String {
    FileAccess.digest(try bytes(of: path))
  }

  /// Keeps a copy of a file as it stands, unless there is one.
  /// - Returns: the digest of its bytes.
  package func keep(_ path: String) throws(LoadingProblem) -> String {
    let bytes = try bytes(of: path)
    let digest = FileAccess.digest(bytes)
    let copy = RoundLog.kept(digest, in: folder)
    if FileAccess.exists(copy) { return digest }
    if let problem = FileAccess.makeFolder(FileAccess.path("history", besides: folder + "/"))
      ?? FileAccess.write(bytes, to: copy)
    {
      throw LoadingProblem(problem)
    }
    return digest
  }

  /// Where the bytes with a digest are kept once a file was brought in.
  package func place(of digest: String) -> String { RoundLog.kept(digest, in: folder) }

  /// The copies of what a log's events brought in, as far as they are there; sorted names, seen
  /// from the round's folder.
  ///
  /// What was kept and never became an event is none of them.
  package func copies(namedBy log: RoundLog) throws(LoadingProblem) -> [String] {
    let kept = FileAccess.names(in: FileAccess.path("history", besides: folder + "/"))
    guard !kept.isEmpty else { return [] }
    do throws(IndexUnfit) {
      let named = try log.filesNamed()
      return kept.filter(named.contains).map { "history/\($0)" }
    } catch {
      throw LoadingProblem(.logChanging(log.file))
    }
  }

  /// Where the bytes with a digest are kept; nil: nowhere, or what is there has another.
  package func copy(of digest: String) -> String? {
    let copy = RoundLog.kept(digest, in: folder)
    guard FileAccess.exists(copy), FileDigest(streaming: copy)?.sha256 == digest else { return nil }
    return copy
  }

  /// The bytes of a file as it stands.
  package func bytes(of path: String) throws(LoadingProblem) -> [UInt8] {
    switch readFile(path: path, displayPath: path, limit: FileAccess().limit) {
    case .refused(let problem): throw LoadingProblem(problem)
    case .text(let text): return text.bytes
    }
  }
}

/// A problem that ends what was being done.
package struct LoadingProblem: Error {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
