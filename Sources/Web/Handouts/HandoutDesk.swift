internal import Bundles
internal import Diagnostics
internal import EventLog
internal import Glibc
internal import Grading
internal import Loading
internal import Papers
internal import Reports
internal import Site
internal import Store
internal import Typesetting
internal import Workbooks

/// Where files to take away are made: off the threads that answer requests, one after the other, by
/// the code that the command line makes them with.
actor HandoutDesk {
  struct Refusal: Error {
    let problems: [Diagnostic]

    init(_ problems: [Diagnostic]) { self.problems = problems }
  }

  private let executor = QueueExecutor()
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Of a round as it stood; what is made is open and has no name any more.
  /// - Parameter folder: where it is made.
  func make(
    _ handout: Handout, of snapshot: RoundSnapshot, _ language: Language, in folder: String,
    threads: Int?
  ) throws(Refusal) -> OpenFile {
    let draft = "\(folder)/\(Secret.token().prefix(32))\(ReceivedFile.ending)"
    if let problem = FileAccess.makeFolder(folder) { throw Refusal([problem]) }
    let (files, file) = ("\(draft).d", "\(draft)")
    defer {
      FileAccess.remove(files)
      unlink(file)
    }
    switch handout {
    case .papers(let kind):
      let papers = try papers(snapshot, language, of: kind)
      let writing = PaperWriting(papers.files([kind]), threads: threads)
      if case .failure(let failure) = writing.write(to: files) {
        throw Refusal([failure.diagnostic])
      }
    case .forms: try writeForms(snapshot.loaded.setting, to: files, threads)
    case .site:
      let site = Site(
        snapshot.round, language,
        isDraft: !snapshot.plan.publication.isPublic || !snapshot.loaded.leftOut.isEmpty,
        workers: { inParallel($0, threads: threads, $1) })
      if case .failure(let failure) = site.write(to: files, threads: threads) {
        throw Refusal([failure.diagnostic])
      }
    case .bundle:
      var options = BundleOptions(engine: engineVersion)
      options.threads = threads
      let making = makeBundle(of: snapshot.plan.folder, to: file, options)
      guard making.manifest != nil else { throw Refusal(making.diagnostics) }
    }
    guard handout == .bundle || FolderArchive(of: files).write(to: file),
      let made = OpenFile(at: file)
    else { throw Refusal([.notMade(handout.file)]) }
    return made
  }

  /// One paper of one unit, as one kind of file.
  func paper(
    _ kind: PaperKind, of unit: Int, in snapshot: RoundSnapshot, round: Round? = nil,
    isUnsent: Bool = false, _ language: Language, as format: PaperFormat
  ) throws(Refusal) -> [UInt8]? {
    let papers = try papers(snapshot, language, of: kind, round: round, isUnsent: isUnsent)
    guard let paper = papers.files([kind], unit: unit).first?.make() else { return nil }
    do throws(PaperFailure) {
      if format == .pdf, let problem = FontBook.problem() { throw PaperFailure(problem) }
      return format == .pdf ? try paper.pdf() : paper.docx()
    } catch {
      throw Refusal([error.diagnostic])
    }
  }

  private func papers(
    _ snapshot: RoundSnapshot, _ language: Language, of kind: PaperKind, round: Round? = nil,
    isUnsent: Bool = false
  ) throws(Refusal) -> RoundPapers {
    let (office, problems) = PaperOffice.read(in: snapshot.plan.folder)
    guard !problems.contains(where: \.isError) else { throw Refusal(problems) }
    var options = PaperOptions()
    options.office = office
    options.isDraft = !snapshot.loaded.leftOut.isEmpty
    options.isUnsent = isUnsent
    options.seal = snapshot.loaded.log?.seal
    var events: [RoundEvent] = []
    if kind == .minutes || kind == .submission, let log = snapshot.loaded.log {
      guard let read = try? log.events(after: 0) else {
        throw Refusal([.logChanging(log.file)])
      }
      events = read
    }
    return RoundPapers(round ?? snapshot.round, language, options, events: events)
  }

  private func writeForms(
    _ setting: RoundSetting, to folder: String, _ threads: Int?
  ) throws(Refusal) {
    if let problem = FileAccess.makeFolder(folder) { throw Refusal([problem]) }
    let paths = setting.members.map { "\(folder)/\(UnitForm.fileName($0.unit.id))" }
    let problems = FormExporter(setting).write(setting.members, to: paths, threads: threads)
    guard problems.isEmpty else { throw Refusal(problems) }
  }
}

extension Diagnostic {
  fileprivate static func notMade(_ file: String) -> Diagnostic {
    Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: file)),
      Wording(vi: "máy chủ không ghi được tệp này", en: "the server cannot write this file"),
      help: Wording(
        vi: "đĩa có thể đã đầy: báo người quản trị, rồi thử lại",
        en: "its disk may be full: tell the administrator, then try again"))
  }
}
