import Diagnostics
import DossierCounting
import Foundation
import Grading
import Loading
import Testing
import YAMLReading

/// What is known of the tables of the third quarter of 2017 comes out of them.
struct ShippedDossierTablesTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Submissions/khanh-hoa-2017").path

  static let units: [Grading.Unit] = {
    let (document, _, _) = FileAccess().yaml("\(folder)/units.yaml")
    return document.map { loadUnits($0.root, into: DiagnosticCollector()) } ?? []
  }()

  static let loading = loadDossierTables("\(folder)/dossiers/tables.yaml", units: units)

  private var report: ReconciliationReport { Self.loading.report }

  private func table(_ id: String) throws -> TableReconciliation {
    try #require(report.table(id))
  }

  @Test func `the shipped tables have no error that is not declared as known`() {
    let errors = Self.loading.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(TextRenderer(language: .english).render(errors))")
    #expect(Self.loading.table != nil)
    #expect(report.isSettled)
    #expect(!report.isConsistent)
  }

  @Test func `three unit rows contradict themselves and each has one forced repair`() throws {
    let dossiers = try table("dossiers")
    let repairs = dossiers.contradictions.map { found -> [String] in
      (found.forced?.changes ?? []).map { change in
        let row = dossiers.table.rows[change.cell.row]
        return "\(row.name) \(dossiers.table.metrics[change.cell.metric]) "
          + "\(change.from ?? -1) \(change.to)"
      }
    }
    #expect(
      repairs == [
        ["Sở Kế hoạch và Đầu tư unresolved 561 56"], ["UBND phường Cam Thuận early 255 242"],
        ["UBND xã Ninh Trung on_due_day 281 28"],
      ])
    #expect(dossiers.corrections.count == 3)
    #expect(dossiers.remaining.isEmpty)
  }

  @Test func `every block total and the grand total recompute`() throws {
    let dossiers = try table("dossiers")
    #expect(dossiers.totals.count == 66)
    #expect(dossiers.totals.allSatisfy { $0.agrees })
    #expect(dossiers.totals.suffix(6).map(\.sum) == [148308, 141209, 125586, 14328, 1295, 7099])
    #expect(dossiers.table.rows.count { $0.kind == .unit } == 164)
  }

  @Test func `15 units have 3 percent or more late and 54 have none`() throws {
    let lists = report.lists
    #expect(lists.map(\.rule.id) == ["watch", "accountability", "none-late"])
    #expect(lists.map(\.entries.count) == [15, 2, 54])
    #expect(lists.allSatisfy { $0.withoutBase.isEmpty && $0.tooFew.isEmpty && $0.missing.isEmpty })
  }

  @Test func `125 dossiers of customs are missing from row and total and no repair is forced`()
    throws
  {
    let vertical = try table("vertical")
    try #require(vertical.contradictions.count == 1)
    let found = vertical.contradictions[0]
    #expect(found.verdict == .unrepaired)
    #expect(
      found.rows.map { vertical.table.rows[$0].name } == ["Cục Hải quan tỉnh", "Tổng"])
    #expect(found.failing == [.identity(row: 1, identity: 0), .identity(row: 6, identity: 0)])
    let joint = found.refuted.filter { $0.changes.count == 2 }
    #expect(joint.contains { $0.changes.map(\.to) == [125, 1925] && !$0.against.isEmpty })
  }

  @Test func `the provincial police gave no figures, which is not zero`() throws {
    let figures = try #require(Self.loading.table)
    for metric in ["received", "resolved", "in_time", "late", "unresolved", "late_rate"] {
      #expect(figures.value(metric, unit: "cong-an-tinh") == .missing)
    }
    #expect(figures.value("late", unit: "kho-bac-nha-nuoc") == .known(.number(0)))
  }

  @Test func `agriculture shows more online dossiers than it received`() throws {
    try #require(report.crossFindings.count == 1)
    let finding = report.crossFindings[0]
    #expect(finding.unit == "so-nong-nghiep-va-phat-trien-nong-thon")
    #expect((finding.first.value, finding.second.value) == (4000, 2549))
  }

  @Test func `figures are those printed, corrected where it was accepted`() throws {
    let figures = try #require(Self.loading.table)
    func known(_ column: String, _ unit: String) -> Exact? {
      if case .known(.number(let number)) = figures.value(column, unit: unit) {
        number
      } else {
        nil
      }
    }
    #expect(known("unresolved", "so-ke-hoach-va-dau-tu") == 56)
    #expect(known("unresolved_rate", "so-ke-hoach-va-dau-tu") == Exact(56, over: 2365))
    #expect(known("in_time", "cam-ranh-phuong-cam-thuan") == 258)
    #expect(known("late_rate", "ninh-hoa-xa-ninh-trung") == Exact(35, over: 222))
    #expect(known("received", "nha-trang-phuong-van-thang") == 2617)
    #expect(known("received", "van-ninh-xa-van-thang") == 1551)
    #expect(known("in_time", "cuc-thue") == 69813)
    #expect(figures.value("early", unit: "cuc-thue") == .missing)
    #expect(known("online", "so-cong-thuong") == 499)
    #expect(figures.value("online", unit: "so-ngoai-vu") == .missing)
    #expect(figures.value("online", unit: "nha-trang-phuong-van-thang") == .missing)
  }

  @Test func `figures in doubt are impossible, and what they do not touch stays`() throws {
    let figures = try #require(Self.loading.table)
    for column in ["received", "unresolved", "unresolved_rate", "resolved_rate"] {
      #expect(figures.value(column, unit: "cuc-hai-quan") == .impossible)
    }
    #expect(figures.value("late_rate", unit: "cuc-hai-quan") == .known(.number(0)))
    #expect(
      figures.value("online", unit: "so-nong-nghiep-va-phat-trien-nong-thon") == .impossible)
  }

  @Test func `a figure says where it stands, of when it is and what was corrected`() throws {
    let figures = try #require(Self.loading.table)
    let corrected = figures.origin("unresolved", unit: "so-ke-hoach-va-dau-tu")
    #expect(corrected.citation.hasSuffix("dossiers/dossier-results.csv:20"))
    #expect(corrected.closedOn?.isoText == "2017-10-06")
    #expect(corrected.period == "Quý III năm 2017")
    #expect(
      corrected.note?.hasPrefix("đính chính “Số hồ sơ chưa giải quyết” từ 561 thành 56: ") == true)
    let vertical = figures.origin("in_time_rate", unit: "cuc-thue")
    #expect(vertical.citation.hasSuffix("dossiers/dossier-results-vertical.csv:2"))
    #expect(vertical.closedOn?.isoText == "2017-09-10")
    let shared = figures.origin("online", unit: "khanh-son-xa-son-trung")
    #expect(shared.note?.contains("443") == true)
  }

  @Test func `the bare tables reconcile without units and without corrections`() throws {
    let names = [
      "dossier-results", "dossier-results-vertical", "dossier-subtotals", "online-dossiers",
    ]
    let paths = names.prefix(3).map { "\(Self.folder)/dossiers/\($0).csv" }
    let loading = loadDossierTables(at: Array(paths))
    #expect(loading.table == nil)
    #expect(loading.report.tables.map(\.contradictions.count) == [3, 1])
    #expect(loading.report.lists.map(\.entries.count) == [15, 54, 0, 4])
    let errors = loading.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code.rawValue) == [String](repeating: "table-contradiction", count: 4))
    #expect(loading.report.tables[0].totals.allSatisfy { $0.agrees })
  }

  @Test func `without a declared sign 4.000 is not guessed`() {
    let loading = loadDossierTables("\(Self.folder)/dossiers/online-dossiers.csv")
    let codes = loading.diagnostics.filter { $0.severity == .error }.map(\.code.rawValue)
    #expect(codes.contains("ambiguous-number"))
  }
}
