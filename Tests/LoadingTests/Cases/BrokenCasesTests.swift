import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A file of worked cases that is wrong in some way, and what people read about it.
struct BrokenCasesTests {
  private static let broken: [(name: String, text: String)] = [
    ("another format", "format: parindex/case@1\ncriteria: so.yaml\ncases: []\n"),
    ("no criteria", "format: parindex/cases@1\ncases: []\n"),
    ("criteria that are not there", "format: parindex/cases@1\ncriteria: sở.yaml\ncases: []\n"),
    ("no cases", "year: 2017\n"),
    ("unknown keys", "yaer: 2017\ncases:\n  - {name: a, criterio: 1.1.2, expect: {points: 1}}\n"),
    ("cases that are no list", "cases: {name: a}\n"),
    ("a case that is a text", "cases: [đúng bằng 90%]\n"),
    (
      "an unknown criterion",
      "cases:\n  - {name: a, criterion: \"1.1.9\", given: {}, expect: {points: 1}}\n"
        + "  - {name: b, criterion: \"1.1\", given: {}, expect: {points: 1}}\n"
    ),
    (
      "names that the item does not read",
      """
      cases:
        - name: a
          criterion: "1.1.2"
          given: {planed: 20, completed: 18, staff: 3, reports.late: 1, unit.remote: yes}
          expect: {points: 1}
        - name: b
          criterion: "1.2.2"
          given: {survey.overal: 80%, unit.handles_dossier: yes, block: [0.5], subordinates: []}
          expect: {points: 1}
        - {name: c, criterion: "1.1.2", given: {not_applicable: yes}, expect: {state: pending}}

      """
    ),
    (
      "values of the wrong type",
      """
      cases:
        - {name: a, criterion: "1.1.2", given: {planned: hai mươi, completed: -1}, expect: {points: 1}}
        - {name: b, criterion: "1.1.2", given: {planned: 20.5, completed: "18"}, expect: {points: 1}}
        - {name: c, criterion: "1.1.1", given: {issued_on: 31/12/2016}, expect: {points: 1}}
        - {name: d, criterion: "1.1.3", given: {level: don}, expect: {points: 1}}
        - {name: e, criterion: "1.2.4", given: {signed: 80, has_plan: maybe}, expect: {points: 1}}
        - {name: f, criterion: "1.2.2", given: {survey.overall: cao, unit.handles_dossiers: 1}, expect: {points: 1}}
        - {name: g, criterion: "1.1.2", given: [20, 18], expect: {points: 1}}

      """
    ),
    (
      "expectations that cannot be met",
      """
      cases:
        - {name: a, criterion: "1.1.2", given: {}, expect: {}}
        - {name: b, criterion: "1.1.2", given: {}, expect: {state: unanswred}}
        - {name: c, criterion: "1.1.2", given: {}, expect: {points: 0, state: unanswered}}
        - {name: d, criterion: "1.1.2", given: {}, expect: {points: một}}
        - {name: e, criterion: "1.1.2", given: {}, expect: 1}
        - {name: f, criterion: "1.1.2", given: {}}

      """
    ),
    (
      "a deadline that is no date",
      "deadlines: {self_assessment: 2017-02-30, x: {through: 2017-01-01}}\ncases: []\n"
    ),
    (
      "cases that come out otherwise",
      """
      cases:
        - {name: đúng bằng 90%, criterion: "1.1.2", given: {planned: 20, completed: 18}, expect: {points: 2}}
        - {name: mẫu số bằng 0, criterion: "1.1.2", given: {planned: 0, completed: 0}, expect: {points: 0}}
        - {name: hoàn thành quá kế hoạch, criterion: "1.1.2", given: {planned: 20, completed: 21}, expect: {points: 2}}
        - {name: chưa khai, criterion: "1.1.2", given: {planned: 20}, expect: {state: pending}}
        - {name: không ban hành, criterion: "1.1.1", given: {issued_on: none}, expect: {points: -0.5}}
        - {name: không áp dụng, criterion: "1.2.2", given: {survey.overall: 80%}, expect: {points: 2.4}}
        - {name: quá 100%, criterion: "1.2.2", given: {survey.overall: 101%, unit.handles_dossiers: yes}, expect: {points: 3}}
        - {name: chưa có số liệu, criterion: "1.2.1", given: {}, expect: {state: scored, points: 1}}

      """
    ),
  ]

  @Test(arguments: Language.allCases)
  func `what is wrong with a file of cases is said where it stands`(_ language: Language) throws {
    let folder = try CasesFolder()
    var text = ""
    for (name, cases) in Self.broken {
      let run = try folder.run(cases)
      let told = run.diagnostics.filter { $0.code != .caseUncovered }
      #expect(!told.isEmpty, "\(name)")
      var only = run
      only.diagnostics = told
      text += "=== \(name)\n\(folder.text(only, language))\n"
    }
    expectGolden(text, "broken-cases.\(language.rawValue).txt")
  }

  @Test func `a case that cannot be read is not counted as run`() throws {
    let run = try CasesFolder().run(
      """
      cases:
        - {name: a, criterion: "1.1.2", given: {planed: 20}, expect: {points: 1}}
        - {name: b, criterion: "1.1.2", given: {planned: 20, completed: 18}, expect: {points: 1}}
        - {name: c, criterion: "1.1.2", given: {planned: 20, completed: 19}, expect: {points: 1}}

      """)
    #expect(run.run == 2)
    #expect(run.failed == 1)
  }

  @Test func `a trace is compared with the explanation when there is one`() throws {
    let folder = try CasesFolder()
    let path = try folder.folder.write(
      "trace.cases.yaml",
      """
      format: parindex/cases@1
      criteria: so.yaml
      cases:
        - name: a
          criterion: "1.1.2"
          given: {planned: 20, completed: 18}
          expect: {points: 1, trace: từ 70%}

      """)
    #expect(runCases(path).failed == 0)
    #expect(runCases(path, explain: { _ in "18/20 = 90% thuộc mức từ 70%" }).failed == 0)
    let run = runCases(path, explain: { "\($0.item.id): trên 90%" })
    #expect(run.failed == 1)
    let failure = run.diagnostics.first { $0.code == .caseFailed }
    #expect(failure?.message.vietnamese.contains("“1.1.2: trên 90%”") == true)
  }
}
