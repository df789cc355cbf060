import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A round may say where its case records are, beside printed tables or instead of them.
struct RoundWithRecordsTests {
  private func round(_ dossiers: String) throws -> RoundFolder {
    let round = try RoundFolder(registers: "dossiers: \(dossiers)")
    try round.folder.write(
      "rules.yaml",
      """
      format: parindex/dossier-rules@1
      title: Quy tắc
      year: 2019
      basis: {document: 1/QĐ-UBND}
      window: {received_from: 2019-01-01, received_through: 2019-12-10}
      late_includes_overdue: yes
      subsets: {land: {title: Đất đai, procedures: ["1"]}}
      rates: {online_rate: {title: Trực tuyến, of: online, over: received}}
      exclusions:
        - {id: early-year, title: Tháng 1, clause: khoản 1, when: {received_before: 2019-02-01}, from: all}

      """)
    try round.folder.write(
      "dossiers/motcua.csv",
      RecordsFolder.header + """

        1;so-y-te;05/03/2019 13:00;08/03/2019;07/03/2019 09:00
        2;so-y-te;05/03/2019 13:00;08/03/2019;11/03/2019 09:00
        3;so-y-te;05/03/2019 13:00;08/03/2019;
        4;so-y-te;05/01/2019 13:00;08/01/2019;11/01/2019

        """)
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
    try round.folder.write("dossiers/t.csv", "unit,received\nSở Y tế,9\nSở Tư pháp,5\n")
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

  @Test func `records give the figures of units they cover, tables the rest`() throws {
    let round = try round("{records: dossiers/records.yaml, tables: dossiers/tables.yaml}")
    try round.folder.write("dossiers/o.csv", "start_at,end_at\n5/3/2019,5/3/2019\n")
    var options = RoundOptions()
    options.keepsGoing = true
    let loading = loadRound(round.folder.path, options: options)
    let loaded = try #require(loading.loaded, "\(round.text(loading.diagnostics))")
    let table = try #require(loaded.setting.plan.figures.tables["dossiers"])
    func value(_ column: String, _ unit: String = "so-y-te") -> FigureValue {
      table.value(column, unit: unit)
    }
    #expect(value("received") == .known(.number(3)))
    #expect(value("late") == .known(.number(1)))
    #expect(value("excluded") == .known(.number(1)))
    // One late and one overdue, over two resolved and the overdue one.
    #expect(value("late_rate") == .known(.number(try #require(Exact(2, over: 3)))))
    #expect(value("online_rate") == .known(.number(0)))
    #expect(value("land.received") == .known(.number(0)))
    #expect(value("received", "so-tu-phap") == .known(.number(5)))
    #expect(value("resolved", "so-tu-phap") == .missing)
    let origin = table.origin("late", unit: "so-y-te")
    #expect(origin.citation.hasSuffix("dossiers/records.yaml"))
    #expect(
      origin.note == """
        trễ hạn 1 sau khi loại trừ 1 hồ sơ: Tháng 1 (khoản 1) 1; quá hạn chưa giải quyết 1, \
        tính cả vào tỷ lệ trễ hạn. Từng hồ sơ: parindex dossiers ledger dossiers/records.yaml \
        --unit so-y-te
        """)
    let paths = loaded.digests.map(\.path)
    for name in ["dossiers/motcua.csv", "dossiers/o.csv", "dossiers/records.yaml", "rules.yaml"] {
      #expect(paths.count { $0 == name } == 1, "\(name): \(paths)")
    }
  }

  @Test func `a trial counts by other rules, or without any exclusion`() throws {
    let round = try round("{records: dossiers/records.yaml}")
    try round.folder.write("dossiers/o.csv", "start_at,end_at\n5/3/2019,5/3/2019\n")
    try round.folder.write(
      "other.yaml",
      """
      format: parindex/dossier-rules@1
      title: Quy tắc khác
      year: 2019
      basis: {document: 2/QĐ-UBND}
      window: {received_from: 2019-01-01, received_through: 2019-12-10}
      late_includes_overdue: no

      """)
    var options = RoundOptions()
    options.keepsGoing = true
    func rate(_ change: (inout RoundOptions) -> Void) throws -> FigureValue {
      change(&options)
      let loading = loadRound(round.folder.path, options: options)
      let loaded = try #require(loading.loaded, "\(round.text(loading.diagnostics))")
      let table = try #require(loaded.setting.plan.figures.tables["dossiers"])
      return table.value("late_rate", unit: "so-y-te")
    }
    #expect(try rate { $0.keepsExclusions = false } == .known(.number(#require(Exact(3, over: 4)))))
    #expect(
      try rate { $0.dossierRules = round.folder.path("other.yaml") }
        == .known(.number(#require(Exact(2, over: 3)))))
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
