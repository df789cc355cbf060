import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A round may say where its case records are, beside printed tables or instead of them.
struct RoundWithRecordsTests {
  private func round(_ dossiers: String) throws -> RoundFolder {
    let round = try RoundFolder(registers: "dossiers: \(dossiers)")
    try round.folder.write("rules.yaml", "format: parindex/dossier-rules@1\n")
    try round.folder.write("dossiers/motcua.csv", RecordsFolder.header + "\n")
    try round.folder.write(
      "dossiers/records.yaml",
      """
      format: parindex/records@1
      title: Hồ sơ
      rules: ../rules.yaml
      exports: [{file: motcua.csv, source: motcua}]
      outages: o.csv

      """)
    try round.folder.write("dossiers/o.csv", "start_at,end_at,scope\n5/3/2019,5/3/2019,units x\n")
    try round.folder.write(
      "dossiers/tables.yaml",
      "format: parindex/tables@1\ntitle: B\ntables: [{id: t, title: T, file: t.csv}]\n")
    try round.folder.write("dossiers/t.csv", "unit,received\nSở Y tế,3\n")
    return round
  }

  @Test(arguments: [
    "{records: dossiers/records.yaml}",
    "{records: dossiers/records.yaml, tables: dossiers/tables.yaml}",
  ])
  func `records stand alone or beside tables`(_ dossiers: String) throws {
    let round = try round(dossiers)
    let loading = round.load()
    #expect(loading.diagnostics.isEmpty, "\(round.text(loading.diagnostics))")
    #expect(loading.setting?.recordsPath == round.folder.path("dossiers/records.yaml"))
    let hasTables = dossiers.contains("tables")
    #expect((loading.setting?.plan.figures.tables["dossiers"] != nil) == hasTables)
  }

  @Test func `checking the round checks its records with its units`() throws {
    let round = try round("{records: dossiers}")
    let check = PathCheck([round.folder.path])
    #expect(check.diagnostics.map(\.code) == [.unknownUnit], "\(round.text(check.diagnostics))")
  }

  @Test(arguments: Language.allCases)
  func `a round says where its dossier figures are`(_ language: Language) throws {
    var text = ""
    for dossiers in ["{}", "{records: dossiers/recods.yaml}", "{record: dossiers/records.yaml}"] {
      let round = try round(dossiers)
      text += round.text(round.load().diagnostics, language)
    }
    expectGolden(text, "round.\(language.rawValue).txt")
  }
}
