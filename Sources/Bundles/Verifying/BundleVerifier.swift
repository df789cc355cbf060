internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading

/// Goes through the steps of a verification; each says all that it finds.
struct BundleVerifier {
  private let path: String
  private let options: VerifyOptions
  private(set) var result = BundleVerification()

  init(_ path: String, _ options: VerifyOptions) {
    self.path = path
    self.options = options
    result.publishedKey = options.publicKey
    result.publishedSeal = options.seal
  }

  mutating func verify() {
    let folder: Unpacking
    do {
      folder = try Unpacking()
    } catch {
      return result.findings.append(.noTemporaryFolder(error: error.error))
    }
    var reader: BundleReader
    do {
      reader = try BundleReader(path, into: folder)
    } catch {
      return result.findings.append(.inputUnreadable(SourceFile(path: path), error: error.error))
    }
    reader.read()
    result.isBundle = reader.isBundle
    result.manifest = reader.manifest
    result.isSigned = reader.signature != nil
    result.findings = reader.findings
    guard let manifest = reader.manifest else { return }
    checkSignature(manifest)
    checkLog(manifest, reader, folder)
    recompute(manifest, reader, folder)
  }

  // MARK: Signature

  private mutating func checkSignature(_ manifest: BundleManifest) {
    if manifest.engine != options.engine {
      result.findings.append(.otherEngine(manifest.engine, own: options.engine))
    }
    guard let key = options.publicKey else { return }
    guard let signer = manifest.signedBy else {
      return result.findings.append(.notSigned(expected: key))
    }
    if signer != key { result.findings.append(.signedByOther(signer, expected: key)) }
  }

  // MARK: Log

  private mutating func checkLog(
    _ manifest: BundleManifest, _ reader: BundleReader, _ folder: Unpacking
  ) {
    let name = "\(manifest.folder)/\(LogWriter.usualName)"
    guard reader.unpacked[name] != nil else {
      // One that the manifest names was missed already.
      if options.seal != nil || manifest.seal != nil,
        !manifest.files.contains(where: { $0.name == name })
      {
        result.findings.append(.sealWithoutLog(name))
      }
      return
    }
    let seals = [manifest.seal, options.seal].compactMap(\.self)
    let reading = LogReader(folder.place(of: name), displayPath: name, round: manifest.round)
      .read(seals: seals)
    result.seal = reading.seal
    result.isLogSound = reading.isSound && reading.seal != nil
    result.findings += reading.diagnostics
    var told: Set<Diagnostic> = []
    for seal in seals {
      if let found = reading.compared(with: seal).diagnostic(SourceFile(path: name), seal),
        told.insert(found).inserted
      {
        result.findings.append(found)
      }
    }
    if manifest.seal == nil, let seal = reading.seal {
      result.findings.append(.logWithoutSeal(name, seal))
    }
  }

  // MARK: Results

  private mutating func recompute(
    _ manifest: BundleManifest, _ reader: BundleReader, _ folder: Unpacking
  ) {
    let home = "\(folder.path)/"
    var reading = RoundOptions()
    reading.checksEvidenceFiles = false
    reading.threads = options.threads
    let loading = loadRound(folder.place(of: "\(manifest.folder)/round.yaml"), options: reading)
    guard let loaded = loading.loaded else {
      let errors = loading.diagnostics.filter { $0.severity == .error }
      // A broken log was told already.
      let seen = errors.map { $0.seen(from: home) }.filter { !result.findings.contains($0) }
      result.findings += seen + [.cannotRecompute()]
      return
    }
    let round = loaded.round(threads: options.threads)
    guard round.cycle.isEmpty else {
      result.findings += [loaded.cycleDiagnostic(round).seen(from: home), .cannotRecompute()]
      return
    }
    result.round = round
    result.findings += loading.doubts.map { $0.seen(from: home) }
    if round.plan.id != manifest.round {
      result.findings.append(.otherRound(round.plan.id, expected: manifest.round))
    }
    checkInputs(manifest, reader, loaded)
    let again = RoundResult(round, loaded, engine: options.engine, threads: options.threads)
    if again.digest != manifest.resultDigest {
      result.findings.append(.resultDigest(manifest.resultDigest, recomputed: again.digest))
    }
    compare(again, reader, folder)
  }

  /// Nothing may have been read that is not in the bundle.
  private mutating func checkInputs(
    _ manifest: BundleManifest, _ reader: BundleReader, _ loaded: LoadedRound
  ) {
    for file in loaded.inputs().files {
      let name =
        file.cited.hasPrefix("/")
        ? file.cited : FileAccess.normalised("\(manifest.folder)/\(file.cited)")
      if reader.unpacked[name] == nil { result.findings.append(.readsOutside(name)) }
    }
  }

  private mutating func compare(
    _ again: RoundResult, _ reader: BundleReader, _ folder: Unpacking
  ) {
    for (name, bytes) in [(MemberName.result, again.json), (MemberName.rankings, again.rankings)] {
      guard reader.unpacked[name] != nil, let bundled = contents(name, folder) else {
        result.findings.append(.noResult(name))
        continue
      }
      guard bundled != bytes else { continue }
      guard name == MemberName.result else {
        result.findings.append(.rankingsDiffer(name, line: firstDifference(bundled, bytes)))
        continue
      }
      guard
        let found = ResultComparison(bundled: bundled, recomputed: bytes).differences(
          ignoringEngine: result.manifest?.engine != options.engine)
      else {
        result.findings.append(.resultUnreadable(name))
        continue
      }
      result.differences = found
    }
  }

  private func contents(_ name: String, _ folder: Unpacking) -> [UInt8]? {
    var bytes: [UInt8] = []
    guard
      (try? FileContent.read(folder.place(of: name), { bytes.append(contentsOf: $0) })) != nil
    else { return nil }
    return bytes
  }

  private func firstDifference(_ bundled: [UInt8], _ again: [UInt8]) -> Int {
    1 + zip(bundled, again).prefix { $0 == $1 }.count { $0.0 == 0x0A }
  }
}

extension Diagnostic {
  /// The same without the folder in which the files happen to stand.
  fileprivate func seen(from home: String) -> Diagnostic {
    func wording(_ wording: Wording) -> Wording {
      Wording(
        vi: wording.vietnamese.replacing(home, with: ""),
        en: wording.english.replacing(home, with: ""))
    }
    func label(_ label: SourceLabel) -> SourceLabel {
      let span = label.span
      let file = SourceFile(path: span.file.path.replacing(home, with: ""))
      var seen = SourceLabel(
        SourceSpan(file: file, start: span.start, end: span.end), label.message.map(wording),
        excerpt: label.excerpt)
      seen.excerptColumn = label.excerptColumn
      return seen
    }
    var seen = Diagnostic(
      code, severity: severity, at: primary.span, wording(message),
      secondary: secondary.map(label), expected: expected.map(wording), help: help.map(wording))
    seen.primary = label(primary)
    return seen
  }
}
