import Diagnostics
import DossierCounting
import Grading
import Reports
import TestSupport
import Testing

/// The SQL of dossier rules as text; `Tests/Slow/sql.py` runs it.
struct DossierSQLTests {
  @Test(arguments: SQLDialect.allCases)
  func `rules without anything beside the records`(_ dialect: SQLDialect) {
    expectGolden(SQLExample.plain().sql(dialect).counts(), "plain-counts-\(dialect).sql")
  }

  @Test(arguments: SQLDialect.allCases)
  func `rules that ask for everything beside the records`(_ dialect: SQLDialect) {
    expectGolden(SQLExample.whole().sql(dialect).ledger(), "whole-ledger-\(dialect).sql")
  }

  @Test(arguments: Language.allCases)
  func `what SQL cannot say is refused with its reason`(_ language: Language) {
    var example = SQLExample()
    let fine = Exact(1, over: 10_000_000_000) ?? .zero
    example.rules.exclusions = [
      SQLExample.exclusion("office", [.outageShare(atLeast: fine, of: .working)], from: .all),
      SQLExample.exclusion("fine", [.outageShare(atLeast: fine, of: .term)], from: .all),
    ]
    var one = RecordExport(path: "a.csv", source: "a", dates: .dayFirst)
    one.channels = ["Một cửa": .direct]
    // One system can only be read in one way.
    var other = RecordExport(path: "b.csv", source: "a")
    other.channels = ["Một cửa": .post]
    example.records.exports = [one, other]
    example.units = []
    let refusals = example.sql(.spark).refusals(at: SQLExample.span)
    expectGolden(
      TextRenderer(language: language).render(refusals), "refused.\(language.rawValue).txt")
  }

  @Test(arguments: SQLDialect.allCases)
  func `systems that write differently are read each in its own way`(_ dialect: SQLDialect) {
    var example = SQLExample.plain()
    var old = RecordExport(path: "hcc.csv", source: "hcc", dates: .dayFirst)
    old.channels = ["Trực tuyến": .online, "x": .post]
    old.yes = ["Có"]
    old.no = ["x"]
    var new = RecordExport(path: "motcua.csv", source: "motcua")
    new.channels = ["x": .online]
    example.records.exports = [new, old, RecordExport(path: "cong.csv", source: "cong")]
    #expect(example.sql(dialect).refusals(at: SQLExample.span).isEmpty)
    let sql = example.sql(dialect).counts()
    // Behind the records nothing depends on who wrote them.
    let end = sql.ranges(of: "readable AS (").first?.lowerBound ?? sql.endIndex
    expectGolden(String(sql[..<end]), "split-records-\(dialect).sql")
    #expect(sql[end...].contains("r.channel_text IN ('online')"))
  }

  @Test
  func `systems that write alike are read at once`() {
    var example = SQLExample.plain()
    example.records.exports = ["a", "b"].map {
      RecordExport(path: "\($0).csv", source: $0, dates: .dayFirst)
    }
    #expect(!example.sql(.spark).counts().contains("UNION ALL"))
  }

  @Test
  func `a clock that runs in office hours is refused where outages are measured only`() {
    var example = SQLExample.plain()
    example.rules.clock = .working
    #expect(example.sql(.clickhouse).refusals(at: SQLExample.span).isEmpty)
    example = .whole()
    example.rules.clock = .working
    #expect(example.sql(.clickhouse).refusals(at: SQLExample.span).count == 2)
  }

  @Test(arguments: SQLDialect.allCases)
  func `no sign of a literal ends it`(_ dialect: SQLDialect) {
    var example = SQLExample()
    example.rules.lists = [
      DossierList(id: "a`b", title: "A", clause: nil, when: [.domains(["it's \\ ${x}\n; --"])])
    ]
    let sql = example.sql(dialect).counts()
    let dollar = dialect == .spark ? "\\u0024" : "$"
    #expect(sql.contains("'it\\'s \\\\ \(dollar){x}\\n; --'"))
    #expect(sql.contains("`a``b`"))
  }

  @Test
  func `a title cannot leave its comment`() {
    var example = SQLExample()
    example.rules.title = "Quy tắc\nDROP TABLE dossiers;"
    let lines = example.sql(.spark).counts().split(separator: "\n")
    #expect(lines.filter { $0.contains("DROP") }.allSatisfy { $0.hasPrefix("-- ") })
  }

  @Test
  func `a large query says what ClickHouse must be told first`() {
    var example = SQLExample.whole()
    example.records.explanations = (0..<8000).map {
      DossierExplanation(
        dossier: "H32.048-181210-\($0)", cause: nil, handedIn: nil, decision: .accepted,
        decidedBy: nil, evidence: nil, span: SQLExample.span)
    }
    #expect(example.sql(.clickhouse).counts().contains("SET max_query_size = "))
    #expect(!example.sql(.spark).counts().contains("SET "))
  }
}
