internal import Diagnostics
internal import Grading
internal import YAMLReading

extension RoundSettingBuilder {
  /// Reads every register and the dossier tables into the round's book of figures.
  mutating func readTables(_ setting: inout RoundSetting) {
    let folder = FileAccess.path(".", besides: round.path)
    let loader = RegisterLoader(
      units: setting.units, expected: ExpectedRegisters(sets: setting.sets),
      calendar: setting.plan.calendar, files: files, folder: folder)
    for entry in round.registers {
      guard let name = entry.key.text else { continue }
      let own = DiagnosticCollector()
      let register = loader.load(name: name, key: entry.key, node: entry.value, into: own)
      problems.add(contentsOf: own.diagnostics.filter { !isFollowUp($0) })
      if let text = register.text { setting.digests.append(FileDigest(text)) }
      switch register.content {
      case .figures(let table): setting.plan.figures.add(table)
      case .bodies(let bodies): setting.bodies[name] = bodies
      case nil: setting.unreadRegisters.insert(name)
      }
    }
    readDossiers(&setting)
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

  private mutating func readDossiers(_ setting: inout RoundSetting) {
    guard let node = round.dossierTables,
      let name = node.readString(key: "tables", into: problems)
    else { return }
    setting.unreadRegisters.insert("dossiers")
    let path = FileAccess.path(name, besides: round.path)
    guard FileAccess.exists(path) else {
      problems.add(.noSuchFile(name, at: node.span))
      return
    }
    let loading = loadDossierTables(path, units: setting.units, files: files)
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
    } else {
      problems.add(.noSuchFile(name, at: node.span))
    }
    if round.dossierTables == nil { setting.unreadRegisters.insert("dossiers") }
  }
}
