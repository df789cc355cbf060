import Diagnostics
import DossierCounting
import Grading
import Loading
import TestSupport
import Testing

/// More rules than can be told apart, and days that nobody will see.
struct RuleLimitTests {
  private func rules(exclusions: Int, through: String = "2019-12-10") -> String {
    let entries = (0..<exclusions).map {
      "  - {id: e\($0), title: Loại \($0), clause: khoản 1, when: {late: yes, domain: Lĩnh vực \($0)}, from: all}"
    }
    return """
      format: parindex/dossier-rules@1
      title: Quy tắc
      year: 2019
      window: {received_from: 2019-01-01, received_through: \(through)}
      late_includes_overdue: no
      exclusions:
      \(entries.joined(separator: "\n"))

      """
  }

  @Test(arguments: [64, 65])
  func `at most sixty-four exclusions and lists`(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("rules.yaml", rules(exclusions: number))
    let read = loadDossierRules(path)
    #expect((read.rules != nil) == (number == 64))
    let told = read.diagnostics.filter { $0.message.vietnamese.contains("có 65 mục") }
    #expect(told.count == (number == 64 ? 0 : 1))
  }

  @Test
  func `a window without an end is told, and no crash`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("rules.yaml", rules(exclusions: 1, through: "9999-12-31"))
    let read = loadDossierRules(path)
    #expect(read.rules == nil)
    #expect(
      read.diagnostics.map(\.message.english) == [
        "the value of `received_through` cannot be `9999-12-31`"
      ])
  }
}
