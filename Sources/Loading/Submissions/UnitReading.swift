internal import Diagnostics
internal import Grading
internal import YAMLReading

/// One unit while its files are read.
///
/// A reference, because copying it for every value that is read would cost more than reading.
final class UnitReading {
  let tables: SubmissionTables
  let unit: Unit
  let folder: String
  /// The same folder, for looking at the documents in it.
  let evidence: EvidenceFolder
  var checksEvidenceFiles = true
  /// Whether what a draft answers is kept.
  var keepsDrafts = false
  /// Of the file that is being read.
  var problems = DiagnosticCollector()
  var assessment: SelfAssessment
  var entries: [AppraisalEntry] = []
  /// Documents of the shelf by id.
  var documents = ByteTable()
  /// Where the ids of the shelf's documents stand.
  var shelfPlaces: [SourceSpan] = []
  var shelfState = PartState.absent
  /// Nothing has been handed in yet.
  var isDraft = false
  /// A decision or a dispute is left out because of its faults: the rest is not the whole truth.
  var hasLeftOut = (entry: false, dispute: false)
  /// Corrections so far, for limits between inputs.
  var corrected: [Int: InputValue] = [:]
  var lastDecision: LocalMoment?
  /// What the round's log says of the unit; nil in a round without one.
  var log: UnitLog?

  init(
    tables: SubmissionTables, unit: Unit, folder: String, memory: EvidenceMemory? = nil
  ) {
    self.tables = tables
    self.unit = unit
    self.folder = folder
    evidence = EvidenceFolder(folder, memory: memory)
    assessment = SelfAssessment(set: tables.set)
  }

  /// Whether a file's header is this round's and this unit's; problems are reported.
  func checkHeader(_ reader: inout MappingReader) {
    if let round = reader.value("round", .required), !round.matches(tables.roundID) {
      problems.add(.submissionOfOtherRound(round, expected: tables.roundID))
    }
    if let named = reader.value("unit", .required), !named.matches(unit.id) {
      problems.add(.submissionOfOtherUnit(named, expected: unit.id))
    }
  }
}

/// What became of one of a unit's files.
enum PartState {
  case absent
  /// There, and nothing could be taken from it.
  case broken
  /// Read; `isUsable` is false when something in it makes it unusable.
  case read(isUsable: Bool)

  var isUsable: Bool {
    switch self {
    case .absent: true
    case .broken: false
    case .read(let isUsable): isUsable
    }
  }

  var isBroken: Bool {
    if case .broken = self { true } else { false }
  }
}

/// Reads a unit's files one after another and keeps what is to be said of them.
struct PartReader {
  let folder: String
  let limit: Int
  let digests: Bool
  /// What the round's log says of the unit and its files.
  let log: UnitLog?
  let plan: RoundPlan
  /// What files were read as before.
  let kept: KeptDocuments?
  /// Read in place of files.
  let contents: [String: [UInt8]]
  var diagnostics: [Diagnostic] = []
  var fileDigests: [(path: String, sha256: String)] = []

  init(
    folder: String, limit: Int, digests: Bool, log: UnitLog?, plan: RoundPlan,
    kept: KeptDocuments? = nil, contents: [String: [UInt8]] = [:]
  ) {
    self.kept = kept
    self.contents = contents
    self.folder = folder
    self.limit = limit
    self.digests = digests
    self.log = log
    self.plan = plan
  }

  /// Reads one file; `body` says whether the document was of its format.
  mutating func read(
    _ name: String, _ unit: UnitReading, _ body: (UnitReading, YAMLNode) -> Bool
  ) -> PartState {
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    var reading =
      contents[path].map { .text(SourceText(file: SourceFile(path: path), bytes: $0)) }
      ?? readFile(path: path, displayPath: path, limit: limit)
    var digest: String?
    if case .text(let text) = reading, digests || log != nil {
      digest = FileAccess.digest(text.bytes)
    }
    if let log, let pin = log.pins[plan.cited(path)], pin.digest != digest {
      if let kept = broughtIn(path, pin, log, isThere: digest != nil) {
        reading = kept
        digest = pin.digest
      } else if !log.isHandingIn {
        return .broken
      }
    } else if let log, digest != nil, let event = log.leftOut(plan.cited(path)) {
      diagnostics.append(.fileNotHandedIn(SourceFile(path: path), event: event, log: log.file))
      return .absent
    }
    switch reading {
    case .refused(let diagnostic):
      if diagnostic.code == .fileMissing, EvidenceFile.isAbsent(path) { return .absent }
      diagnostics.append(diagnostic)
      return .broken
    case .text(let text):
      if digests, let digest { fileDigests.append((path, digest)) }
      let yaml = parsed(text, digest)
      let problems = DiagnosticCollector(yaml.diagnostics)
      unit.problems = problems
      let isRead = yaml.document.map { body(unit, $0.root) } ?? false
      guard !problems.diagnostics.isEmpty else {
        return isRead ? .read(isUsable: true) : .broken
      }
      diagnostics.append(contentsOf: text.annotate(problems.diagnostics))
      return isRead ? .read(isUsable: !problems.hasFatalErrors) : .broken
    }
  }

  /// The document of a file; one without problems may have been kept.
  private func parsed(_ text: SourceText, _ digest: String?) -> YAMLReadingResult {
    guard let kept, let digest else { return readYAML(text) }
    if let document = kept.document(digest, text.file) {
      return YAMLReadingResult(document: document, diagnostics: [])
    }
    let yaml = readYAML(text)
    if let document = yaml.document, yaml.diagnostics.isEmpty { kept.keep(document, digest) }
    return yaml
  }

  /// The bytes that the log says were brought in, from their copy; nil when there is none.
  private mutating func broughtIn(
    _ path: String, _ pin: (event: Int, digest: String), _ log: UnitLog, isThere: Bool
  ) -> FileReadingResult? {
    let file = SourceFile(path: path)
    let kept = RoundLog.kept(pin.digest, in: log.folder)
    let reading = readFile(path: kept, displayPath: path, limit: limit)
    guard case .text(let text) = reading, FileAccess.digest(text.bytes) == pin.digest else {
      if !log.isHandingIn { diagnostics.append(.fileNotAsLogged(file, pin, log: log.file)) }
      return nil
    }
    if isThere, log.tellsChanges {
      diagnostics.append(.fileChangedSince(file, event: pin.event, log: log.file))
    }
    return reading
  }
}
