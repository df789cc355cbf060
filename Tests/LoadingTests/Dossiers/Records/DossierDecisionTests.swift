import Diagnostics
import DossierCounting
import Grading
import Loading
import TestSupport
import Testing

/// Decisions on single dossiers are put into the tables beside the records, and nothing else of them
/// changes.
struct DossierDecisionTests {
  private static let nowhere = SourceSpan(whole: SourceFile(path: ""))

  private func explanation(
    _ dossier: String, _ cause: String? = "loi-phan-mem", evidence: String? = "CV 12",
    _ decision: ExplanationDecision = .accepted
  ) -> DossierDecision {
    .explanation(
      DossierExplanation(
        dossier: dossier, cause: cause, handedIn: LocalMinute(parsing: "2019-12-03"),
        decision: decision, decidedBy: "tt/03", evidence: evidence, span: Self.nowhere))
  }

  private func correction(_ dossier: String) throws -> DossierDecision {
    .correction(
      DossierCorrection(
        dossier: dossier, finished: try #require(LocalMinute(parsing: "2019-03-05T16:30")),
        reason: "Xong trong ngày, kết thúc muộn", evidence: "Sổ 3", decidedBy: "tt/03",
        decidedOn: try #require(CalendarDay(year: 2019, month: 12, day: 4)), span: Self.nowhere))
  }

  private func put(
    _ decisions: [DossierDecision], _ lines: String, _ files: [String: String]
  ) throws -> (folder: RecordsFolder, texts: [String]) {
    let folder = try RecordsFolder(lines, files)
    let made = try DossierDecisions(decisions, into: folder.folder.path("dossiers/records.yaml"))
    for (path, bytes) in made.files {
      let name = try #require(path.split(separator: "/").last)
      try folder.folder.write("dossiers/\(name)", String(decoding: bytes, as: UTF8.self))
    }
    return (folder, made.files.map { String(decoding: $0.bytes, as: UTF8.self) })
  }

  @Test func `a decision takes the place of the row that waits for it, others stay`() throws {
    let table = #"""
      dossier,cause,evidence,handed_in,decided_by,decision,ghi chú
      1,loi-phan-mem,"CV 9, trang 2",2019-12-01,,,"hai ""dòng"""
      2,,,2019-12-02,,,
      3,loi-phan-mem,CV 1,2019-12-02,tt/01,refused,

      """#
    let (folder, texts) = try put(
      [explanation("2"), explanation("4", nil, evidence: nil, .refused)],
      "explanations: e.csv\n", ["e.csv": table])
    #expect(
      texts == [
        #"""
        dossier,cause,evidence,handed_in,decided_by,decision,ghi chú
        1,loi-phan-mem,"CV 9, trang 2",2019-12-01,,,"hai ""dòng"""
        3,loi-phan-mem,CV 1,2019-12-02,tt/01,refused,
        2,loi-phan-mem,CV 12,2019-12-03,tt/03,accepted,
        4,,,2019-12-03,tt/03,refused,

        """#
      ])
    let read = folder.load().records.explanations
    #expect(read.map(\.dossier) == ["1", "3", "2", "4"])
    #expect(read.map(\.decision) == [.pending, .refused, .accepted, .refused])
    #expect(read[2].handedIn == LocalMinute(parsing: "2019-12-03"))
  }

  @Test func `the file's own columns, separator and mark are kept, what it lacks is added`() throws
  {
    let (folder, texts) = try put(
      [explanation("8", evidence: "CV; 12")], "explanations: e.csv\n",
      ["e.csv": "\u{FEFF}Nguyên nhân;Mã hồ sơ\r\nloi-phan-mem;7\r\n"])
    #expect(
      texts == [
        """
        \u{FEFF}Nguyên nhân;Mã hồ sơ;evidence;handed_in;decided_by;decision
        loi-phan-mem;7;;;;
        loi-phan-mem;8;"CV; 12";2019-12-03;tt/03;accepted

        """
      ])
    let read = folder.load()
    #expect(read.diagnostics.isEmpty)
    #expect(read.records.explanations.last?.evidence == "CV; 12")
  }

  @Test func `both tables change together, and the same once more is the same`() throws {
    let header = "dossier,finished_at,reason,evidence,decided_by,decided_on\n"
    let files = ["e.csv": "dossier\n", "c.csv": header]
    let lines = "explanations: e.csv\ncorrections: c.csv\n"
    let (folder, texts) = try put([explanation("1"), try correction("2")], lines, files)
    #expect(
      texts.last
        == header + "2,2019-03-05T16:30,\"Xong trong ngày, kết thúc muộn\",Sổ 3,tt/03,2019-12-04\n")
    let records = folder.folder.path("dossiers/records.yaml")
    let again = try DossierDecisions([explanation("1"), try correction("2")], into: records)
    #expect(again.files.isEmpty)
    #expect(folder.load().records.corrections.map(\.dossier) == ["2"])
  }

  @Test func `a table that is not declared, or not readable, is not written`() throws {
    for (lines, table) in [
      ("", "dossier\n"), ("corrections: e.csv\n", "dossier\n"),
      ("explanations: e.csv\n", "dossier,cause\n1\n"), ("explanations: e.csv\n", "\u{0}"),
      ("explanations: e.csv\n", "mã\n1\n"),
    ] {
      let folder = try RecordsFolder(lines, ["e.csv": table])
      #expect(throws: DossierDecisions.Refusal.self, "\(lines) \(table)") {
        try DossierDecisions(
          [explanation("1")], into: folder.folder.path("dossiers/records.yaml"))
      }
    }
  }
}
