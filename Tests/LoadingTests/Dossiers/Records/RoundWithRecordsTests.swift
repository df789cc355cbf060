import Diagnostics
import DossierCounting
import Foundation
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

  /// Dossier 2, late, is explained on 10/12; the rules' own time ends before 05/12.
  private func explained(deadlines: String, records: String) throws -> RoundFolder {
    let round = try round("{records: dossiers/records.yaml}\n\(deadlines)")
    for (name, old, new) in [
      (
        "rules.yaml", "exclusions:\n",
        """
        explanations: {before: 2019-12-05}
        causes: [{id: software, title: Lỗi phần mềm, considered: yes}]
        exclusions:
          - {id: explained, title: Giải trình, clause: khoản 2, when: {late: true, explained: accepted}, from: late}

        """
      ),
      ("dossiers/records.yaml", "outages: o.csv\n", "explanations: e.csv\n\(records)"),
    ] {
      let text = try String(contentsOfFile: round.folder.path(name), encoding: .utf8)
      #expect(text.contains(old))
      try round.folder.write(name, text.replacing(old, with: new))
    }
    try round.folder.write(
      "dossiers/e.csv",
      "dossier,cause,evidence,handed_in,decided_by,decision\n"
        + "2,software,CV 1,2019-12-10T16:59,TTCNTT,accepted\n")
    return round
  }

  @Test(arguments: [
    ("", 1), ("explanations_until: {before: 2019-12-10}\n", 1),
    ("explanations_until: {through: 2019-12-10T16:58}\n", 1),
    ("explanations_until: {through: 2019-12-10T16:59}\n", 0),
    ("explanations_until: {through: 2019-12-10}\n", 0),
  ])
  func `a round may move the end of explanations`(_ records: String, _ late: Int) throws {
    let round = try explained(deadlines: "", records: records)
    var options = RoundOptions()
    options.keepsGoing = true
    let loaded = try #require(loadRound(round.folder.path, options: options).loaded)
    let table = try #require(loaded.setting.plan.figures.tables["dossiers"])
    #expect(table.value("late", unit: "so-y-te") == .known(.number(Exact(late))))
    #expect(loaded.ledger().ledger?.count.count.units[0].value(.late) == late)
  }

  @Test(arguments: Language.allCases)
  func `its deadline and the one that dossiers count by are one`(_ language: Language) throws {
    var text = ""
    for (deadlines, records) in [
      ("deadlines: {dossier_explanations: {before: 2019-12-05}}", ""),
      ("deadlines: {dossier-explanations: {through: 2019-12-10}}", ""),
      (
        "deadlines: {dossier_explanations: {through: 2019-12-10}}",
        "explanations_until: {before: 2019-12-11}\n"
      ),
      (
        "deadlines: {dossier_explanations: {through: 2019-12-10}}",
        "explanations_until: {through: 2019-12-10T17:00}\n"
      ),
    ] {
      let round = try explained(deadlines: deadlines, records: records)
      let loading = loadRound(round.folder.path)
      text += "\(deadlines)\n"
      text += round.text(
        loading.diagnostics.filter { $0.code == .ruleMismatch }, language)
    }
    expectGolden(text, "deadlines.\(language.rawValue).txt")
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
