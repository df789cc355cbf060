import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Dossier metrics": points 17 and 18.
struct ScoringPageDossierTests {
  private func files(_ rows: String, _ item: PageSet.Entry) throws -> PageRound {
    var files = try PageRound(PageSet(item))
    files.units = [
      "{id: so-y-te, name: Sở Y tế, type: so, aliases: [Sở Y Tế tỉnh], codes: [H32.10]}",
      "{id: so-cong-thuong, name: Sở Công Thương, type: so}",
    ]
    files.keys["dossiers"] = "{tables: tables.yaml}"
    try files.folder.write(
      "round/tables.yaml",
      """
      format: parindex/tables@1
      title: Báo cáo
      source: {document: 2850/BC-SNV, date: 2017-10-23}
      tables:
        - id: dossiers
          title: Phụ lục V
          file: dossiers.csv
          closed_on: 2017-10-06
          unit: unit
          type_of_all: so
          columns: {received: received, resolved: resolved, early: early, on_due_day: on_time, late: late, unresolved: unresolved}
          percents: {}
          identities: [received = resolved + unresolved, resolved = early + on_due_day + late]
          numbers: {decimal: ".", thousands: none, percent_decimals: 2}
          groups: []

      """)
    try files.folder.write(
      "round/dossiers.csv",
      "unit,received,resolved,early,on_time,late,unresolved\n" + rows)
    try files.handIn("")
    return files
  }

  private static func share(_ of: String) -> PageSet.Entry {
    PageSet.Entry(
      "10",
      "rule: {proportional: {of: \(of)}}, scored_by: dossiers, if_missing: pending, if_undefined: full_points"
    )
  }

  @Test(arguments: [
    ("dossiers.in_time_rate", "9"), ("dossiers.early_rate", "5"), ("dossiers.late_rate", "1"),
    ("dossiers.resolved_rate", "8"), ("dossiers.unresolved_rate", "2"),
    ("dossiers.in_time / dossiers.received", "7.2"),
  ])
  func
    `17. rates state their base: in time, early and late over resolved, the others over received`(
      _ of: String, _ points: String
    ) throws
  {
    let files = try files("Sở Y tế,100,80,40,32,8,20\n", Self.share(of))
    #expect(try files.round().outcome("so-y-te", layer: 1)?.points == exact(points))
  }

  @Test func `17. a base the source lacks makes the rate missing, and a base of 0 undefined`()
    throws
  {
    let none = try files("Sở Y tế,20,0,0,0,0,20\n", Self.share("dossiers.late_rate"))
    #expect(
      try none.round().outcome("so-y-te", layer: 1)
        == Outcome(.scored, points: 10, basis: .fallback(.fullPoints)))
    #expect(
      try none.round().outcome("so-cong-thuong", layer: 1)?.state == .pending(.figure))
    let lacking = try files("Sở Y tế,20,,0,0,0,20\n", Self.share("dossiers.late_rate"))
    #expect(try lacking.round().outcome("so-y-te", layer: 1)?.state == .pending(.figure))
  }

  @Test(arguments: ["online_rate", "paid_rate", "digitised_rate"])
  func `17. there is no built-in online, payment or digitised rate`(_ rate: String) throws {
    #expect(
      try PageSet(Self.share("dossiers.\(rate)")).codes.contains(.unknownName))
    #expect(
      try !PageSet(Self.share("dossiers.online / dossiers.received")).codes.contains(.unknownName))
  }

  @Test func `17. a corrected count moves the rates that follow from it`() throws {
    let files = try files("Sở Y tế,100,80,40,32,8,20\n", Self.share("dossiers.late_rate"))
    try files.appraise(
      "figure: dossiers.late, stage: appraisal-1, decision: correct_figure, value: 4, reason: x")
    #expect(
      try files.round().points("so-y-te")
        == [1, 1, exact("0.5"), exact("0.5"), exact("0.5"), exact("0.5")])
  }

  @Test(arguments: ["SỞ Y TẾ", "Sở Y Tế tỉnh", "H32.10", "Sở  Y  tế"])
  func `18. printed names and codes are joined through aliases and codes`(_ name: String) throws {
    let files = try files("\(name),100,80,40,32,8,20\n", Self.share("dossiers.late_rate"))
    #expect(try files.round().outcome("so-y-te", layer: 1)?.points == 1)
  }

  @Test func `18. a name that matches none or two is an error, never joined by similarity`() throws
  {
    var one = try files("Sở Y tá,100,80,40,32,8,20\n", Self.share("dossiers.late_rate"))
    let unknown = try one.load().diagnostics.filter { $0.code == .unknownUnit }
    #expect(unknown.count == 1)
    // The nearest name is told.
    #expect("\(unknown)".contains("Sở Y tế"))
    one = try files("Sở Y tế,100,80,40,32,8,20\n", Self.share("dossiers.late_rate"))
    one.units.append("{id: so-y-te-2, name: Sở Y tế hai, type: so, aliases: [Sở Y tế]}")
    #expect(
      try one.load().diagnostics.contains { [.ambiguousName, .unknownUnit].contains($0.code) })
  }
}
