package import Diagnostics
internal import EventLog
internal import Grading
internal import Loading

/// What is asked of a bundle.
package struct BundleOptions: Sendable {
  /// The version of the engine.
  package var engine: String
  /// Who signs.
  package var key: BundleKey?
  /// Whether documents of evidence go in, not only their digests.
  package var storesEvidence = false
  /// The most threads; nil: as many as the machine has.
  package var threads: Int?

  package init(engine: String) { self.engine = engine }
}

/// What making a bundle gave.
package struct BundleMaking: Sendable {
  /// nil: there is no bundle.
  package var manifest: BundleManifest?
  package var diagnostics: [Diagnostic]
  /// Files of the units' folders that are not in the bundle, seen from the round's folder.
  package var leftOut: [String] = []
}

/// Makes one archive of a round: all that it stands on, its results, and what says so.
///
/// Before it gets its name it is verified as anybody else would verify it, so that there is no
/// bundle that does not hold. The bytes depend on the round alone, wherever its folder is.
package func makeBundle(of round: String, to output: String, _ options: BundleOptions)
  -> BundleMaking
{
  var maker = BundleMaker(options)
  let manifest = maker.make(round, output)
  return BundleMaking(
    manifest: manifest, diagnostics: maker.diagnostics, leftOut: maker.leftOut)
}

/// Puts a bundle together.
private struct BundleMaker {
  let options: BundleOptions
  var diagnostics: [Diagnostic] = []
  private(set) var leftOut: [String] = []
  private var members: [BundleMember] = []

  init(_ options: BundleOptions) { self.options = options }

  mutating func make(_ path: String, _ output: String) -> BundleManifest? {
    // A folder named through `..` would give files other names than its own place does.
    let place = path.hasPrefix("..") ? FileAccess.whole(path) : path
    var reading = RoundOptions()
    reading.checksEvidenceFiles = false
    reading.threads = options.threads
    let loading = loadRound(place, options: reading)
    guard let loaded = loading.loaded else {
      diagnostics = loading.diagnostics.filter { $0.severity == .error }
      return nil
    }
    let round = loaded.round(threads: options.threads)
    guard round.cycle.isEmpty else {
      diagnostics = [loaded.cycleDiagnostic(round)]
      return nil
    }
    diagnostics = loading.doubts
    let history = loaded.log.map { _ in RoundHistory(of: round.plan.folder) }
    var kept: [String] = []
    do {
      if let log = loaded.log { kept = try history?.copies(namedBy: log) ?? [] }
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
    let inputs = loaded.inputs(alsoNamed: ["people.yaml", LogWriter.usualName] + kept)
    let cited = (inputs.files + inputs.documents).map(\.cited)
    let folder = MemberName.roundFolder(cited)
    if inputs.files.contains(where: { FileAccess.whole($0.path) == FileAccess.whole(output) }) {
      diagnostics.append(.bundleOverInput(SourceFile(path: output)))
      return nil
    }
    let seal = self.seal(round.plan)
    let own = add(inputs, to: folder, history)
    leftOut = regularFiles(under: loaded.setting.submissions).map(round.plan.cited)
      .filter { !own.contains($0) }
    let result = RoundResult(round, loaded, engine: options.engine, threads: options.threads)
    add(MemberName.result, result.json)
    add(MemberName.rankings, result.rankings)
    members.sort { MemberName.precedes($0.file.name, $1.file.name) }
    for (one, next) in zip(members, members.dropFirst()) where one.file.name == next.file.name {
      diagnostics.append(.twoOfOneName(one.file.name))
    }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let manifest = BundleManifest(
      engine: options.engine, round: round.plan.id, folder: folder, seal: seal,
      resultDigest: result.digest, signedBy: options.key?.publicKey, files: members.map(\.file))
    return write(manifest, output) ? manifest : nil
  }

  /// What the log comes to; nothing is sealed that does not stand.
  private mutating func seal(_ plan: RoundPlan) -> LogSeal? {
    let path = FileAccess.normalised("\(plan.folder)/\(LogWriter.usualName)")
    guard FileAccess.exists(path) else { return nil }
    let reading = LogReader(path, round: plan.id).read()
    diagnostics += reading.diagnostics
    return reading.seal
  }

  // MARK: Members

  /// What was handed in counts, however its folder was changed since: it is taken from its copy.
  /// - Returns: the files that stand in the round's folder as they are in the bundle.
  private mutating func add(
    _ inputs: RoundInputs, to folder: String, _ history: RoundHistory?
  ) -> Set<String> {
    var own: Set<String> = []
    let files =
      inputs.files.map {
        ($0, kind: $0.cited == LogWriter.usualName ? BundleManifest.Kind.log : .input)
      } + inputs.documents.map { ($0, kind: .evidence) }
    let contents = inParallel(files.count, threads: options.threads) { place in
      files[place].0.content(history)
    }
    for ((file, kind), (path, content)) in zip(files, contents) {
      let source = SourceFile(path: file.path)
      let name = FileAccess.normalised("\(folder)/\(file.cited)")
      switch content {
      case .failure(let failure):
        diagnostics.append(.inputUnreadable(source, error: failure.error))
      case .success(let content):
        guard file.sha256 == nil || file.sha256 == content.sha256 else {
          diagnostics.append(.inputChanged(source))
          continue
        }
        guard !file.cited.hasPrefix("/"), MemberName.isSafe(name),
          content.size <= TarHeader.largest
        else {
          diagnostics.append(.inputOutsideBundle(source))
          continue
        }
        members.append(
          BundleMember(
            file: BundleManifest.File(
              name: name, size: content.size, sha256: content.sha256, kind: kind,
              isStored: kind != .evidence || options.storesEvidence),
            source: .file(path)))
        if path == file.path { own.insert(file.cited) }
      }
    }
    return own
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    members.append(
      BundleMember(
        file: BundleManifest.File(
          name: name, size: bytes.count, sha256: FileAccess.digest(bytes), kind: .result,
          isStored: true), source: .bytes(bytes)))
  }

  // MARK: The archive

  private mutating func write(_ manifest: BundleManifest, _ output: String) -> Bool {
    var signature: BundleSignature?
    if let key = options.key {
      signature = key.signature(of: manifest.bytes)
      if signature == nil {
        diagnostics.append(.cannotSign(SourceFile(path: output)))
        return false
      }
    }
    var archive = ArchiveWriter(output)
    var problem = archive.write(manifest, signature, members)
    // What is no regular file cannot be read back.
    if problem == nil, let draft = archive.draftPath() {
      var options = VerifyOptions(engine: options.engine)
      options.threads = self.options.threads
      let check = verifyBundle(draft, options)
      if !check.isVerified {
        problem = .bundleDoesNotHold(SourceFile(path: output))
        diagnostics += check.findings.filter { $0.severity == .error }
      }
    }
    let isWhole = problem == nil
    let unwritten = archive.finish(isWhole: isWhole)
    guard let problem = problem ?? unwritten else { return true }
    diagnostics.append(problem)
    return false
  }
}

extension RoundInputs.File {
  /// What the result stands on, and where it is: the file, or its copy once that was changed.
  fileprivate func content(
    _ history: RoundHistory?
  ) -> (path: String, Result<FileContent, FileContent.Failure>) {
    let found = Result { () throws(FileContent.Failure) in try FileContent.read(path) }
    guard let history, let sha256, (try? found.get())?.sha256 != sha256,
      let copy = try? FileContent.read(history.place(of: sha256)), copy.sha256 == sha256
    else { return (path, found) }
    return (history.place(of: sha256), .success(copy))
  }
}
