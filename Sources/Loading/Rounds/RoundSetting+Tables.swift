internal import Diagnostics
internal import Grading
internal import YAMLReading

extension RoundSettingBuilder {
  /// Reads every register and the dossier tables into the round's book of figures.
  /// - Parameter dossiers: the dossier tables, where there are any.
  mutating func readTables(
    _ setting: inout RoundSetting, _ dossiers: Meanwhile<DossierTablesLoading>?
  ) {
    let folder = FileAccess.path(".", besides: round.path)
    let loader = RegisterLoader(
      units: setting.units, expected: ExpectedRegisters(sets: setting.sets),
      calendar: setting.plan.calendar, files: files, folder: folder)
    let entries = round.registers.compactMap { entry in entry.key.text.map { ($0, entry) } }
    let loaded = inParallel(entries.count, threads: threads, stretch: 1) { place in
      let (name, entry) = entries[place]
      let own = DiagnosticCollector()
      let register = loader.load(name: name, key: entry.key, node: entry.value, into: own)
      return (register, register.text.map { FileDigest($0) }, own.diagnostics)
    }
    for ((name, _), (register, digest, diagnostics)) in zip(entries, loaded) {
      problems.add(contentsOf: diagnostics.filter { !isFollowUp($0) })
      if let digest { setting.digests.append(digest) }
      switch register.content {
      case .figures(let table): setting.plan.figures.add(table)
      case .bodies(let bodies): setting.bodies[name] = bodies
      case nil: setting.unreadRegisters.insert(name)
      }
    }
    readDossiers(&setting, dossiers)
    findRecords(&setting)
  }

  /// Whether something only looks wrong because units or sets could not be read, which was told.
  private func isFollowUp(_ diagnostic: Diagnostic) -> Bool {
    switch diagnostic.code {
    case .unknownUnit, .figuresMissing: lacksUnits
    case .csvColumn: lacksSets && diagnostic.severity == .note
    default: false
    }
  }

  /// The tables that round.yaml names, while something else is read; nil when there are none.
  func dossierTables(of units: [Unit]) -> Meanwhile<DossierTablesLoading>? {
    guard let name = round.dossierTables?.readString(key: "tables", into: DiagnosticCollector())
    else { return nil }
    let path = FileAccess.path(name, besides: round.path)
    guard FileAccess.exists(path) else { return nil }
    return Meanwhile(threads: threads) { [files] in
      loadDossierTables(path, units: units, files: files)
    }
  }

  private mutating func readDossiers(
    _ setting: inout RoundSetting, _ dossiers: Meanwhile<DossierTablesLoading>?
  ) {
    guard let node = round.dossierTables,
      let name = node.readString(key: "tables", into: problems)
    else { return }
    setting.unreadRegisters.insert("dossiers")
    let path = FileAccess.path(name, besides: round.path)
    guard FileAccess.exists(path) else {
      problems.add(.noSuchFile(name, at: node.span))
      return
    }
    guard let loading = dossiers?.value else { return }
    problems.add(contentsOf: loading.diagnostics.filter { !isFollowUp($0) })
    if let table = loading.table {
      setting.plan.figures.add(table)
      setting.unreadRegisters.remove("dossiers")
    }
    setting.digests += loading.digests
  }

  /// Where case records are declared; they are counted by whoever computes the round.
  private func findRecords(_ setting: inout RoundSetting) {
    guard let node = round.dossierRecords,
      let name = node.readString(key: "records", into: problems)
    else { return }
    let path = FileAccess.path(name, besides: round.path)
    if FileAccess.exists(path) {
      setting.recordsPath = path
      setting.explanationDeadline = round.explanationDeadline
    } else {
      problems.add(.noSuchFile(name, at: node.span))
    }
    if round.dossierTables == nil { setting.unreadRegisters.insert("dossiers") }
  }
}
