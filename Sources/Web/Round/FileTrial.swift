internal import Diagnostics
internal import Grading
internal import Loading

/// A round read with another file in the place of one of its own.
///
/// It says what is wrong with the file, and what it would change. Nothing is written.
struct FileTrial: Sendable {
  enum Outcome: Sendable {
    /// It is what the log has.
    case unchanged
    /// It cannot be used, or the round cannot with it.
    case broken
    case sound(Round)
  }

  let outcome: Outcome
  /// What is found in the round's own files with it.
  let diagnostics: [Diagnostic]
  let replacement: FileReplacement?

  /// - Parameters:
  ///   - cited: the round's files, as seen from its folder.
  ///   - source: where the other file stands, or the folder of the others.
  init(
    _ cited: [String], from source: String, _ snapshot: RoundSnapshot, evidence: EvidenceMemory,
    threads: Int?
  ) {
    let folder = snapshot.plan.folder
    do throws(FileReplacement.Refusal) {
      replacement = try FileReplacement(cited, in: folder, from: source, earlier: nil)
    } catch {
      replacement = nil
      switch error {
      case .unchanged:
        outcome = .unchanged
        diagnostics = []
      case .problem(let problem):
        outcome = .broken
        diagnostics = [problem]
      }
      return
    }
    var options = RoundOptions()
    options.threads = threads
    options.evidence = evidence
    options.keepsGoing = true
    let loading = loadRound(
      folder, options: options, files: replacement?.after ?? FileAccess())
    // A file that leads elsewhere must not have this page read the server's other files out.
    let homes = FileTrial.homes(of: snapshot)
    func isOwn(_ path: String) -> Bool { homes.contains { path.hasPrefix($0) } }
    let own = loading.diagnostics.filter { isOwn($0.primary.span.file.path) }
    guard own.count == loading.diagnostics.count,
      loading.loaded?.setting.digests.allSatisfy({ isOwn($0.path) }) ?? true
    else {
      outcome = .broken
      diagnostics = own + [.leadsElsewhere(cited.joined(separator: ", "))]
      return
    }
    guard let loaded = loading.loaded else {
      outcome = .broken
      diagnostics = loading.diagnostics
      return
    }
    let round = loaded.round(threads: threads)
    guard round.cycle.isEmpty else {
      outcome = .broken
      diagnostics = loading.diagnostics + [loaded.cycleDiagnostic(round)]
      return
    }
    outcome = .sound(round)
    // That the file is not as the log has it is what is tried.
    diagnostics = loading.diagnostics.filter { $0.code != .fileChangedSince }
  }
}

extension FileTrial {
  /// Errors that the round did not have before.
  func newErrors(besides snapshot: RoundSnapshot) -> [Diagnostic] {
    news(besides: snapshot).filter(\.isError)
  }

  /// What is found with the files and was not before.
  /// - Parameter byPlace: whether the same elsewhere is new: not where lines move.
  func news(besides snapshot: RoundSnapshot, byPlace: Bool = false) -> [Diagnostic] {
    func key(_ found: Diagnostic) -> String {
      "\(found.code) \(byPlace ? found.primary.span.citation : "") \(found.message[.english])"
    }
    let known = Set(snapshot.diagnostics.map(key))
    return diagnostics.filter { !known.contains(key($0)) }
  }

  /// The folders of the files that the round is made of, each with its last `/`.
  private static func homes(of snapshot: RoundSnapshot) -> Set<String> {
    let folders = snapshot.loaded.setting.digests.map { digest in
      digest.path.lastIndex(of: "/").map { String(digest.path[...$0]) } ?? ""
    }
    return Set(folders + [snapshot.plan.folder + "/"]).filter { !$0.isEmpty }
  }
}

extension Diagnostic {
  fileprivate static func leadsElsewhere(_ file: String) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: SourceSpan(whole: SourceFile(path: file)),
      Wording(
        vi: "tệp dẫn tới tệp nằm ngoài các thư mục của kỳ đánh giá",
        en: "the file leads to files outside of the round's folders"),
      help: Wording(
        vi: "chỉ dẫn các tệp cùng thư mục với tệp đang dùng",
        en: "name only files beside those that are in use"))
  }
}

/// Where files are tried: off the threads that answer requests, one after the other.
actor FileDesk {
  private let executor = QueueExecutor()
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  func trial(
    _ cited: [String], from source: String, _ snapshot: RoundSnapshot, _ keeper: RoundKeeper
  ) -> FileTrial {
    FileTrial(cited, from: source, snapshot, evidence: keeper.evidence, threads: keeper.threads)
  }

  /// How the round's dossiers count, one by one; counted once for each reading.
  func ledger(of snapshot: RoundSnapshot, _ keeper: RoundKeeper) -> RoundKeeper.LedgerReading {
    keeper.dossiers.value(of: snapshot) { _ in
      let (ledger, problems) = snapshot.loaded.ledger(threads: keeper.threads)
      return RoundKeeper.LedgerReading(ledger: ledger, problems: problems)
    }
  }

  /// The rows of one dossier with how each counts; nil, with the reasons, where they cannot be read.
  func trace(
    _ dossier: String, in snapshot: RoundSnapshot, _ keeper: RoundKeeper
  ) -> (trace: CaseTrace?, diagnostics: [Diagnostic]) {
    guard let records = snapshot.records else { return (nil, []) }
    var options = CaseCountOptions()
    options.threads = keeper.threads
    return traceCase(dossier, at: records, options)
  }
}
