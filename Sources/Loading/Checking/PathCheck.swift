package import Diagnostics
internal import Grading
internal import YAMLReading

/// Checks whatever stands at some paths: files of every format, folders, whole rounds.
///
/// A unit's file is checked within its round, which is looked for in the folders above it.
package struct PathCheck {
  package private(set) var diagnostics: [Diagnostic] = []
  /// How many files were read as something.
  package private(set) var fileCount = 0
  private let files: FileAccess
  private var seen: Set<Diagnostic> = []
  /// Folders that were looked into, so that a link to one above ends nowhere.
  private var folders: Set<FileIdentity> = []

  package init(_ paths: [String], files: FileAccess = FileAccess()) {
    self.files = files
    for path in paths { check(FileAccess.normalised(path)) }
    diagnostics = files.annotate(diagnostics).sorted()
  }

  private mutating func add(_ more: [Diagnostic]) {
    diagnostics += more.filter { seen.insert($0).inserted }
  }

  private mutating func check(_ path: String) {
    guard FileAccess.isFolder(path) else { return checkFile(path) }
    guard let identity = FileIdentity(path), folders.insert(identity).inserted else { return }
    if let problem = FileAccess.unreadableFolder(path) { return add([problem]) }
    guard !FileAccess.exists(path + "/round.yaml") else { return checkRound(path) }
    for name in FileAccess.names(in: path) {
      let inner = FileAccess.normalised("\(path)/\(name)")
      if FileAccess.isFolder(inner) || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        check(inner)
      }
    }
  }

  private mutating func checkRound(_ path: String) {
    // Units whose files are faulty do not keep the others from being checked, and counted.
    var options = RoundOptions()
    options.keepsGoing = true
    let loading = loadRound(path, options: options, files: files)
    add(loading.diagnostics)
    if let loaded = loading.loaded {
      let round = loaded.round()
      add(
        round.cycle.isEmpty
          ? loaded.refusals(round, files: files) : [loaded.cycleDiagnostic(round)])
    }
    fileCount += loading.loaded?.digests.count ?? 1
    if let remedies = loading.loaded?.remedies(files: files) {
      fileCount += remedies.submissions.count { $0 != nil }
      add(remedies.diagnostics)
    }
    let folder = FileAccess.isFolder(path) ? path : FileAccess.path(".", besides: path)
    // The people of a round that was read were read with it.
    if loading.loaded == nil { checkPeople(of: folder) }
    checkPapers(of: folder)
    if let setting = loading.loaded?.setting, let records = setting.recordsPath {
      checkRecords(records, units: setting.units)
    }
  }

  private mutating func checkPeople(of folder: String) {
    let path = folder + "/people.yaml"
    guard FileAccess.exists(path) else { return }
    read(path) { _ = loadPeople($0, units: [], into: $1) }
  }

  /// Who issues the round's papers.
  private mutating func checkPapers(of folder: String) {
    let path = folder + "/" + PaperOffice.usualName
    guard FileAccess.exists(path) else { return }
    read(path) { _ = PaperOffice.load($0, into: $1) }
  }

  /// Case records, beside the exports themselves.
  private mutating func checkRecords(_ path: String, units: [Unit]? = nil) {
    let loading = loadCaseRecords(at: path, units: units, files: files)
    fileCount += max(1, loading.digests.count)
    add(loading.diagnostics)
  }

  /// Reads one YAML file and shows it to a loader.
  private mutating func read(_ path: String, _ load: (YAMLNode, DiagnosticCollector) -> Void) {
    fileCount += 1
    let (document, text, diagnostics) = files.yaml(path)
    let problems = DiagnosticCollector(diagnostics)
    if let document { load(document.root, problems) }
    add(text?.annotate(problems.diagnostics) ?? problems.diagnostics)
  }

  private mutating func checkFile(_ path: String) {
    guard !path.hasSuffix(".csv") else {
      fileCount += 1
      return add(files.csv(path).2)
    }
    let (document, text, problems) = files.yaml(path)
    guard let document else {
      if FileAccess.exists(path) { fileCount += 1 }
      return add(problems)
    }
    let format = document.root["format"]?.text ?? ""
    switch format.split(separator: "@").first.map(String.init) ?? "" {
    case "parindex/criteria":
      fileCount += 1
      add(loadCriteriaSet(path, files: files).diagnostics)
    case "parindex/round": checkRound(path)
    case "parindex/units": read(path) { _ = loadUnits($0, into: $1) }
    case "parindex/people": read(path) { _ = loadPeople($0, units: [], into: $1) }
    case "parindex/papers": read(path) { _ = PaperOffice.load($0, into: $1) }
    case "parindex/tables":
      fileCount += 1
      add(loadDossierTables(path, files: files).diagnostics)
    case "parindex/records": checkRecords(path)
    case "parindex/dossier-rules":
      fileCount += 1
      add(loadDossierRules(path, units: unitsBeside(path, files: files), files: files).diagnostics)
    case "parindex/calendar":
      fileCount += 1
      add(loadWorkingCalendar(path, files: files).diagnostics)
    case "parindex/cases":
      fileCount += 1
      add(runCases(path, files: files).diagnostics.filter { $0.severity == .error })
    case "parindex/self-assessment", "parindex/evidence", "parindex/appraisal",
      "parindex/remedies":
      checkSubmission(path, document.root)
    default:
      fileCount += 1
      let own = DiagnosticCollector(problems)
      if let value = document.root["format"] {
        own.add(.unknownFormat(value, understood: PathCheck.formats))
      } else {
        own.add(.missingKey("format", in: document.root))
      }
      add(text?.annotate(own.diagnostics) ?? own.diagnostics)
    }
  }

  /// A unit's file, within the round two folders above it.
  private mutating func checkSubmission(_ path: String, _ root: YAMLNode) {
    let folder = FileAccess.path(".", besides: path)
    let round = FileAccess.normalised(folder + "/../..")
    let loading = loadRoundSetting(round, files: files)
    fileCount += 1
    guard let setting = loading.setting else { return add(loading.diagnostics) }
    let name = FileAccess.name(ofFolder: folder)
    guard let member = setting.members.first(where: { $0.unit.id == name }) else {
      let known = setting.units.map(\.id)
      return add([.unknownUnit(name, known: known, at: root.headSpan)])
    }
    let set = setting.sets[member.set]
    if path.hasSuffix("/\(RemedyReader.fileName)") {
      let tables = SubmissionTables(roundID: setting.plan.id, plan: setting.plan, set: set)
      let reader = RemedyReader(tables: tables, files: files)
      return add(reader.read(member.unit, folder: folder).diagnostics)
    }
    let reader = SubmissionReader(
      roundID: setting.plan.id, plan: setting.plan, set: set, files: files)
    add(reader.read(member.unit, folder: folder).diagnostics)
  }

  /// Every format that is understood.
  static let formats = [
    "criteria", "round", "units", "self-assessment", "evidence", "appraisal", "remedies",
    "people", "papers", "tables", "records", "dossier-rules", "calendar", "cases",
  ].map { "parindex/\($0)@1" }
}
