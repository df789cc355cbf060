import Diagnostics
import DossierCounting
import Grading
import Loading
import TestSupport
import Testing

/// Explanations are held against the rules' causes and their last minute.
struct ExplanationCheckTests {
  private static let causes = [
    DossierCause(id: "loi-phan-mem", title: "Lỗi phần mềm", isConsidered: true, offeredFor: nil),
    DossierCause(
      id: "thao-tac-sai", title: "Người dùng thao tác sai", isConsidered: false, offeredFor: nil),
  ]

  private static let table = """
    dossier,cause,evidence,handed_in,decided_by,decision
    1,loi-phan-mem,CV 12,2019-12-04T23:59,so-noi-vu,accepted
    2,loi-phan-men,CV 12,2019-12-04,so-noi-vu,accepted
    3,LỖI PHẦN MỀM,CV 12,,so-noi-vu,refused
    4,thao-tac-sai,CV 12,,so-noi-vu,accepted
    5,thao-tac-sai,CV 12,,so-noi-vu,refused
    6,loi-phan-mem,CV 12,2019-12-05,,pending
    7,loi-phan-mem,CV 12,05/12/2019 00:00,so-noi-vu,accepted
    8,,CV 12,,so-noi-vu,accepted
    1,loi-phan-mem,CV 13,2019-12-04,,pending
    9,loi-phan-mem,,2019-12-04,so-noi-vu,accepted
    10,loi-phan-mem,,2019-12-04,so-noi-vu,refused

    """

  private static func rules(_ causes: [DossierCause], until: String?) -> DossierRules {
    let span = MinuteSpan(start: LocalMinute(number: 0), end: LocalMinute(number: 1))
    var rules = DossierRules(title: "Quy tắc", year: 2019, window: span, lateIncludesOverdue: false)
    rules.causes = causes
    rules.explanationsUntil = until.flatMap { LocalMinute(parsing: $0) }
    return rules
  }

  private func diagnostics(_ rules: DossierRules) throws -> (RecordsFolder, [Diagnostic]) {
    let folder = try RecordsFolder("explanations: e.csv\n", ["e.csv": Self.table])
    let loading = folder.load()
    #expect(loading.diagnostics.isEmpty)
    return (folder, FileAccess().annotate(checkExplanations(loading.records, rules: rules)))
  }

  @Test(arguments: Language.allCases)
  func `what the rules do not admit is said where it stands`(_ language: Language) throws {
    let (folder, found) = try diagnostics(Self.rules(Self.causes, until: "2019-12-05"))
    expectGolden(folder.text(found, language), "explained.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `a last minute within a day is said as one`(_ language: Language) throws {
    let (folder, found) = try diagnostics(Self.rules(Self.causes, until: "2019-12-04 17:00"))
    let late = found.filter { $0.code == .dateOutOfRange }
    #expect(late.map(\.severity) == [.warning, .note, .warning])
    expectGolden(
      folder.text(Array(late.prefix(1)), language), "explained-by-five.\(language.rawValue).txt")
  }

  @Test func `without causes and a last minute only repeats and missing evidence are told`() throws
  {
    let (_, found) = try diagnostics(Self.rules([], until: nil))
    #expect(found.map(\.code) == [.duplicateID, .unknownEvidence])
  }
}
