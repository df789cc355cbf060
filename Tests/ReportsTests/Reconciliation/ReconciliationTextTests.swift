import Diagnostics
import DossierCounting
import Foundation
import Grading
import Loading
import Reports
import TestSupport
import Testing
import YAMLReading

/// What `parindex dossiers reconcile` prints of the tables of the third quarter of 2017.
struct ReconciliationTextTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let loading: DossierTablesLoading = {
    let folder = "\(root)/Submissions/khanh-hoa-2017"
    let (document, _, _) = FileAccess().yaml("\(folder)/units.yaml")
    let units = document.map { loadUnits($0.root, into: DiagnosticCollector()) } ?? []
    return loadDossierTables("\(folder)/dossiers/tables.yaml", units: units)
  }()

  @Test(arguments: Language.allCases)
  func `the whole report`(_ language: Language) {
    let text = ReconciliationText(Self.loading.report, language: language).text()
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    expectGolden(text, "khanh-hoa-2017-q3.\(language.rawValue).txt")
  }

  @Test func `the whole report as JSON`() {
    let text = ReconciliationJSON(Self.loading.report).text()
    expectGolden(text.replacing(Self.root + "/", with: ""), "khanh-hoa-2017-q3.json")
  }

  @Test(arguments: Language.allCases)
  func `the bare tables, nothing accepted`(_ language: Language) {
    let folder = "\(Self.root)/Submissions/khanh-hoa-2017/dossiers"
    let names = ["dossier-results.csv", "dossier-results-vertical.csv", "dossier-subtotals.csv"]
    let loading = loadDossierTables(at: names.map { "\(folder)/\($0)" })
    let text = ReconciliationText(loading.report, language: language).text()
    expectGolden(text, "bare-tables.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `repairs that are not forced`(_ language: Language) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bang.csv",
      """
      đơn vị,tiếp nhận,đã giải quyết,sớm hạn,đúng hạn,trễ hạn,chưa giải quyết
      Sở A,10,8,6,3,0,2
      Sở B,12,12,12,0,0,0
      Sở C,0,0,0,0,0,0
      Sở D,5,,,,,

      """)
    let loading = loadDossierTables(folder.path)
    let text = ReconciliationText(loading.report, language: language).text()
    expectGolden(text, "ambiguous.\(language.rawValue).txt")
  }
}
