import Foundation
import TestSupport
import Testing

/// `dossiers reconcile`: 0 when every contradiction is corrected or known, 1 otherwise.
struct ReconcileCommandTests {
  static let dossiers = "Submissions/khanh-hoa-2017/dossiers"

  @Test
  func `the shipped tables are settled by corrections and known contradictions`() throws {
    let ended = try Program().run("dossiers", "reconcile", Self.dossiers)
    #expect(ended.status == 0)
    #expect(ended.problems.isEmpty)
    #expect(ended.text.contains("Kết luận:"))
  }

  @Test
  func `the tables as printed contradict themselves`() throws {
    let ended = try Program(folder: "\(Program.root)/\(Self.dossiers)").run(
      "dossiers", "reconcile", "dossier-results.csv", "dossier-subtotals.csv")
    #expect(ended.status == 1)
    #expect(ended.problems.isEmpty)
    #expect(ended.text.contains("561"))
    let json = try Program().run(
      "dossiers", "reconcile", "\(Self.dossiers)/dossier-results.csv",
      "\(Self.dossiers)/dossier-subtotals.csv", "--format", "json")
    #expect(json.status == 1)
    #expect(try JSONSerialization.jsonObject(with: Data(json.output)) is [String: Any])
  }

  @Test
  func `a row that cannot be read is told on the standard error`() throws {
    let folder = try TemporaryFolder()
    try folder.write("bang.csv", "unit,received,resolved,unresolved\nSở Y tế,mười,2,1\n")
    let ended = try Program(folder: folder.path).run("dossiers", "reconcile", "bang.csv")
    #expect(ended.status != 0)
    #expect(ended.problems.contains("bang.csv:2"), "\(ended.problems) \(ended.text)")
  }
}
