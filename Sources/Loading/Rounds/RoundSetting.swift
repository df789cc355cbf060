package import Diagnostics
package import Grading
package import Procedure
internal import YAMLReading

/// A round as far as it is known before any unit's folder is opened: plan, criteria, units.
package struct RoundSetting: Sendable {
  package struct Member: Sendable {
    package let unit: Unit
    /// Places of its set and block.
    package let set: Int
    package let block: Int
  }

  package var plan: RoundPlan
  package var sets: [CriteriaSet] = []
  /// The files the sets stand in.
  package var setPaths: [String] = []
  /// Units that can be scored, in the register's order.
  package var members: [Member] = []
  /// All units of the register.
  package var units: [Unit] = []
  /// The folder that holds the units' folders.
  package let submissions: String
  /// Results of bodies outside the round, by register and parent.
  package var bodies: [String: [String: [SubordinateResult]]] = [:]
  /// The declaration of case records (`parindex/records@1`), or the folder that holds it.
  package var recordsPath: String?
  /// Where round.yaml states until when units may explain dossiers.
  var explanationDeadline: SourceSpan?
  /// Whether dossiers count by another time for explanations than round.yaml states.
  package internal(set) var countsByOtherDeadline = false
  /// Who may do what, and when.
  package var procedure = ProcedureRules()
  /// Files that the round was made from, units' own files left out.
  package var digests: [FileDigest] = []
  /// Those among them that say who may do what, and when, be they there or not.
  var procedureFiles: Set<String> = []
  /// Those among them that hold criteria.
  var criteriaFiles: Set<String> = []
  /// Registers that are declared and could not be read.
  var unreadRegisters: Set<String> = []
}

/// What loading a round's setting gave.
package struct RoundSettingLoading: Sendable {
  /// nil: the round cannot be used.
  package var setting: RoundSetting?
  /// As much as could be read of a round that cannot be used: for checking units' files with it.
  package internal(set) var rest: RoundSetting?
  package var diagnostics: [Diagnostic]
}

/// Reads round.yaml and everything it names but the units' own folders.
/// - Parameters:
///   - path: the round's folder, or its round.yaml.
///   - criteria: other criteria to use instead of the round's own, for a trial.
///   - threads: the most threads; nil: as many as the machine has.
package func loadRoundSetting(
  _ path: String, criteria: [String]? = nil, files: FileAccess = FileAccess(), threads: Int? = nil
) -> RoundSettingLoading {
  let file = FileAccess.roundFile(path)
  let problems = DiagnosticCollector()
  let (document, text, diagnostics) = files.yaml(file)
  problems.add(contentsOf: diagnostics)
  guard let document, let round = RoundFile(document.root, path: file, into: problems) else {
    return RoundSettingLoading(setting: nil, diagnostics: problems.diagnostics.sorted())
  }
  var builder = RoundSettingBuilder(round, files, threads, problems)
  if let text { builder.texts.append(text) }
  let setting = builder.build(criteria: criteria ?? round.criteria)
  let all = files.annotate(builder.texts.reduce(problems.diagnostics) { $1.annotate($0) })
  return RoundSettingLoading(
    setting: problems.hasFatalErrors ? nil : setting,
    rest: problems.hasFatalErrors ? setting : nil, diagnostics: all.sorted())
}

/// Puts a round's setting together from the files that round.yaml names.
struct RoundSettingBuilder {
  let round: RoundFile
  let files: FileAccess
  let threads: Int?
  let problems: DiagnosticCollector
  var texts: [SourceText] = []
  /// Some of the sets, units or blocks could not be read, so what names them is not at fault.
  var lacksSets = false
  var lacksUnits = false
  var lacksBlocks = false

  init(
    _ round: RoundFile, _ files: FileAccess, _ threads: Int?, _ problems: DiagnosticCollector
  ) {
    self.round = round
    self.files = files
    self.threads = threads
    self.problems = problems
  }

  mutating func build(criteria: [String]) -> RoundSetting {
    let unitProblems = DiagnosticCollector()
    // Criteria need no units, and tables no criteria, so they are read beside each other.
    let reading = Meanwhile(threads: threads) { [files, threads] in
      CriteriaFolder(paths: criteria, files: files, threads: threads)
    }
    let register = readUnits(into: unitProblems)
    let people = readPeople(register.units)
    let dossiers = dossierTables(of: register.units)
    let folder = reading.value
    problems.add(contentsOf: folder.diagnostics)
    lacksSets = !folder.broken.isEmpty || folder.sets.isEmpty
    problems.add(contentsOf: unitProblems.diagnostics)
    let calendar = RoundCalendar(
      year: round.year, holidays: round.holidays, deadlines: round.deadlines)
    var plan = RoundPlan(
      id: round.id, title: round.title, calendar: calendar, stages: round.stages, blocks: [],
      beforeAppraisal: round.beforeAppraisal, notSubmitted: round.notSubmitted,
      surveysNotHeld: [], isIllustrative: round.isIllustrative)
    plan.note = round.note
    plan.folder = FileAccess.path(".", besides: round.path)
    plan.traitTitles = register.traitTitles ?? [:]
    plan.openAtPublication = round.openAtPublication
    plan.publication = round.publication
    plan.publicParts = round.publicParts
    plan.placesVisibleTo = round.placesVisibleTo
    var setting = RoundSetting(plan: plan, submissions: round.submissions)
    setting.sets = folder.sets.map(\.set)
    setting.setPaths = folder.sets.map(\.path)
    setting.units = register.units
    setting.digests = texts.map { FileDigest($0) } + folder.digests
    setting.procedureFiles = [
      round.path, round.people ?? FileAccess.path("people.yaml", besides: round.path),
    ]
    setting.criteriaFiles = Set(folder.digests.map(\.path))
    checkColumnTypes(setting.sets)
    readTables(&setting, dossiers)
    readBlocks(&setting)
    readSurveysNotHeld(&setting)
    assign(&setting)
    setting.procedure = procedureRules(of: setting, people)
    setting.plan.personNames = (setting.procedure.people ?? [:]).mapValues(\.name)
    for ground in setting.procedure.grounds ?? [] {
      setting.plan.groundTitles[ground.id] = ground.title
    }
    checkNames(setting)
    checkFolders(setting)
    if let declared = register.traitTitles { checkTraits(setting.sets, declared) }
    problems.add(
      contentsOf: checkApplicability(
        setting.sets, setting.units, traits: register.traitTitles.map { Set($0.keys) } ?? []))
    return setting
  }

  private mutating func readUnits(into problems: DiagnosticCollector) -> UnitRegister {
    let (document, text, diagnostics) = files.yaml(round.units)
    problems.add(contentsOf: diagnostics)
    if let text {
      texts.append(text)
    }
    let own = DiagnosticCollector()
    let register = document.map { loadUnitRegister($0.root, into: own) } ?? UnitRegister()
    problems.add(contentsOf: own.diagnostics)
    lacksUnits = document == nil || own.hasFatalErrors
    return register
  }

  private mutating func readBlocks(_ setting: inout RoundSetting) {
    var nodes: [String: Set<String>] = [:]
    for set in setting.sets {
      nodes[set.unitType, default: []].formUnion(
        set.areas.map(\.id) + set.criteria.map(\.id) + set.items.map(\.id))
    }
    var columns: [String: FigureName] = [:]
    for set in setting.sets {
      for figure in set.figures { columns[figure.name] = figure }
    }
    for table in setting.plan.figures.tables.values {
      for column in table.columns { columns[column.name] = column }
    }
    let loader = BlockLoader(
      columns: columns.values.sorted { $0.name < $1.name }, nodes: nodes, problems: problems)
    var first: [String: SourceSpan] = [:]
    for node in round.blocks {
      guard let block = loader.load(node) else {
        lacksBlocks = true
        continue
      }
      if let earlier = first[block.id] {
        problems.add(.duplicateID(block.id, at: block.span, first: earlier))
        lacksBlocks = true
        continue
      }
      first[block.id] = block.span
      setting.plan.blocks.append(block)
    }
  }

  private func readSurveysNotHeld(_ setting: inout RoundSetting) {
    let optional = setting.sets.flatMap { set in
      set.areas.filter(\.isOptional).map(\.id) + set.criteria.filter(\.isOptional).map(\.id)
    }
    for node in round.surveysNotHeld {
      guard let id = node.readString(key: "surveys_not_held", into: problems) else { continue }
      if optional.contains(id) {
        setting.plan.surveysNotHeld.insert(id)
      } else {
        problems.add(.notOptional(id, known: Array(Set(optional)).sorted(), at: node.span))
      }
    }
  }

  /// Each unit's set and block.
  private func assign(_ setting: inout RoundSetting) {
    for unit in setting.units {
      let block =
        setting.plan.blocks.firstIndex { unit.block == $0.id }
        ?? setting.plan.blocks.firstIndex { unit.block == nil && $0.unitTypes.contains(unit.type) }
      let set =
        setting.sets.firstIndex { $0.units.contains(unit.id) }
        ?? setting.sets.firstIndex { $0.units.isEmpty && $0.unitType == unit.type }
      if block == nil, !lacksBlocks {
        problems.add(
          unit.block.map {
            .unknownBlock($0, of: unit.id, known: setting.plan.blocks.map(\.id), at: unit.span)
          } ?? .unitWithoutBlock(unit.id, type: unit.type, at: unit.span))
      }
      if set == nil, !lacksSets {
        problems.add(.unitWithoutCriteria(unit.id, type: unit.type, at: unit.span))
      }
      guard let block, let set else { continue }
      setting.members.append(.init(unit: unit, set: set, block: block))
    }
  }
}
