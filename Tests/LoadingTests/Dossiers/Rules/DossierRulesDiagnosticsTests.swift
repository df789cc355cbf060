import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// Everything wrong with dossier rules is said where it stands, all in one run.
struct DossierRulesDiagnosticsTests {
  private static let units = [
    unit("so-y-te", "so"), unit("huyen-a", "huyen"), unit("a-xa-1", "xa"),
  ]

  private static func unit(_ id: String, _ type: String) -> Unit {
    Unit(
      id: id, name: id, type: type, span: SourceSpan(whole: SourceFile(path: "units.yaml")))
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let yaml: String
    var testDescription: String { name }
  }

  private static let head = """
    format: parindex/dossier-rules@1
    title: Quy tắc
    year: 2019
    window: {received_from: 2019-01-01, received_through: 2019-12-10}
    late_includes_overdue: no

    """

  static let examples = [
    Example(
      name: "rules-head",
      yaml: """
        format: parindex/dossier-rule@1
        titel: Quy tắc
        year: 2016
        basis: {date: 2019-13}
        window: {received_from: 2019-01-01, received_through: 2019-12-10T17:00}
        periods: {Q1: 2019-01-01..2019-03-31, 2019-02: 2019-02-01-2019-02-28, 2019-03: 2019-03-31..2019-03-01}
        finished_at: ready
        clock: working
        on_time_until: due_hour
        without_due_date: late
        unconfirmed_outages: maybe
        most_unreadable: 5
        explanations: 2019-12-05

        """),
    Example(
      name: "rules-window",
      yaml: """
        format: parindex/dossier-rules@1
        title: Quy tắc
        year: 2018
        late_includes_overdue: no
        window: {received_from: 2019-01-01, received_through: 2019-12-10}
        periods:
          2019-01: 2019-01-01..2019-01-31
          2019-q1: 2019-01-01..2019-03-31
          2019-04: 2019-03-21..2019-04-20
          2019-12: 2019-12-01..2019-12-31
          2519-12: 2519-12-01..2519-12-31
        explanations: {before: 2519-12-05}
        calendar: lich.yaml

        """),
    Example(
      name: "rules-window-turned",
      yaml: """
        format: parindex/dossier-rules@1
        title: Quy tắc
        year: 20190
        late_includes_overdue: sometimes
        window: {received_from: 2019-12-10, received_through: 2019-01-01}
        explanations: {}

        """),
    Example(
      name: "rules-rates",
      yaml: head + """
        subsets:
          Mức-3: {title: Mức độ 3, procedures: ["1.1", "1.2", "1.1"]}
          online: {procedures: []}
          level_4: {title: Mức độ 4, procedures: procs.csv}
          none: {title: Không có, procedures: nothing.csv}
          lost: {title: Mất, procedures: lost.csv}
          code: {title: Một mã, procedures: "1.1"}
          column: {title: Sai cột, procedures: column.csv}
        rates:
          late-rate: {title: Trễ hạn, of: late, over: resolved}
          late: {title: Trễ hạn, of: late, over: resolved}
          level_4: {title: Mức độ 4, of: level_4.online, over: level_4.recieved}
          own: {title: Chính nó, of: level_4.online, over: level_4.online}
          far: {title: Nhóm khác, of: level_5.online, over: received}
          bare: {of: late}

        """),
    Example(
      name: "rules-entries",
      yaml: head + """
        causes:
          - {id: software, title: Phần mềm, considered: yes}
          - {id: software, title: Phần mềm, considered: yes}
          - {id: Người dùng, title: Người dùng, considered: no}
          - {id: linked, title: Liên thông, considered: no, list: linked-lat}
          - {id: process, title: Quy trình}
        exclusions:
          - {id: a, title: A, clause: khoản 1, when: received_before_windows, from: all}
          - {id: b, clause: khoản 1, when: {late: true}}
          - {id: c, title: C, when: {}, from: late}
          - {id: d, title: D, clause: khoản 1, when: [late], from: some}
          - {id: d, title: D, clause: khoản 1, when: {late: true}, from: all}
        lists:
          - {id: linked-late, title: Liên thông, when: {late: true, linked_agency_late: true}}

        """),
    Example(
      name: "rules-predicates",
      yaml: head + """
        causes: [{id: software, title: Phần mềm, considered: yes}]
        exclusions:
          - id: a
            title: A
            clause: khoản 1
            from: all
            when:
              received_before_window: no
              received_before: 28/5/2019
              late: maybe
              overdue:
              domain: []
              procedures: level_3
              unit_types: [huyen, huyện, tinh]
              units: so-y-tê
              channels: [online, phone]
              sources: {a: b}
              on_outage_day: yes
              outage_share_at_least: 0
              share_of: total
              explained: yes
              causes: [softwar]
              turned_late: 2019-12-05
          - {id: b, title: B, clause: khoản 1, when: {late: true, step_before_return: finished}, from: all}
          - {id: c, title: C, clause: khoản 1, when: {late: true, share_of: term}, from: all}
          - {id: d, title: D, clause: khoản 1, when: {late: true, outage_share_at_least: 5/4}, from: all}
          - {id: e, title: E, clause: khoản 1, when: {late: true, outage_share_at_least: 1/4, share_of: working}, from: all}

        """),
    Example(
      name: "rules-contradictions",
      yaml: head + """
        explanations: {through: 2019-12-04}
        causes: [{id: user, title: Người dùng, considered: no}]
        exclusions:
          - {id: a, title: A, clause: k, when: {late: true, overdue: true}, from: all}
          - {id: b, title: B, clause: k, when: {received_before_window: yes, received_from: 2019-01-01}, from: all}
          - {id: c, title: C, clause: k, when: {received_after_window: yes, received_before: 2019-12-11}, from: all}
          - {id: d, title: D, clause: k, when: {received_before: 2019-05-28, received_from: 2019-05-28}, from: all}
          - {id: e, title: E, clause: k, when: {late: true, without_due_date: true}, from: all}
          - {id: f, title: F, clause: k, when: {without_due_date: true, outage_share_at_least: 1/4, share_of: term}, from: all}
          - {id: g, title: G, clause: k, when: {late: true, explained: accepted, causes: [user]}, from: late}
          - {id: h, title: H, clause: k, when: {received_before_window: yes, received_after_window: yes}, from: all}
          - {id: i, title: I, clause: k, when: {domain: Đất đai}, from: late}
          - {id: j, title: J, clause: k, when: {overdue: true}, from: late}
        lists:
          - {id: k, title: K, clause: k, when: {turned_late_from: 2019-12-11}}
          - {id: l, title: L, clause: k, when: {overdue: true, without_due_date: true}}

        """),
    Example(
      name: "rules-reject",
      yaml: head + """
        without_due_date: reject
        exclusions:
          - {id: a, title: A, clause: k, when: {late: false, without_due_date: true}, from: all}
          - {id: b, title: B, clause: k, when: {late: true, explained: refused}, from: all}

        """),
    Example(
      name: "rules-order",
      yaml: head + """
        explanations: {before: 2019-12-05}
        exclusions:
          - {id: early, title: A, clause: k, when: received_before_window, from: all}
          - {id: early-too, title: B, clause: k, when: {received_before: 2019-01-01}, from: all}
          - {id: share, title: C, clause: k, when: {late: true, outage_share_at_least: 1/4}, from: all}
          - {id: larger, title: D, clause: k, when: {late: true, outage_share_at_least: 1/2, domain: Đất đai}, from: all}
          - {id: smaller, title: E, clause: k, when: {late: true, outage_share_at_least: 1/5}, from: all}
          - {id: term, title: F, clause: k, when: {late: true, outage_share_at_least: 1/4, share_of: term}, from: all}
          - {id: domain, title: G, clause: k, when: {domain: [Đất đai, Hộ tịch]}, from: all}
          - {id: same, title: H, clause: k, when: {domain: [Hộ tịch, Đất đai]}, from: all}
          - {id: explained, title: I, clause: k, when: {late: true, explained: accepted}, from: late}

        """),
    Example(
      name: "rules-late-before",
      yaml: head + """
        explanations: {before: 2019-12-05}
        exclusions:
          - {id: explained, title: A, clause: k, when: {late: true, explained: accepted}, from: late}
        lists:
          - {id: early, title: B, clause: k, when: {turned_late_from: 2019-12-04}}
          - {id: in-time, title: C, clause: k, when: {turned_late_from: 2019-12-05}}

        """),
    Example(
      name: "rules-calendar",
      yaml: head.replacing("received_from: 2019-01-01", with: "received_from: 2018-12-01") + """
        clock: working
        calendar: calendar.yaml

        """),
  ]

  @Test(arguments: examples, Language.allCases)
  func `what is wrong is said where it stands`(_ example: Example, _ language: Language) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("dossier-rules.yaml", example.yaml)
    try folder.write("procs.csv", "procedure_id,title\n1.3,A\n,B\n1.3,C\n")
    try folder.write("nothing.csv", "procedure_id\n")
    try folder.write("column.csv", "procedure,title\n1.3,A\n")
    try folder.write("calendar.yaml", WorkingCalendarLoadingTests.sound)
    let loading = loadDossierRules(path, units: Self.units)
    #expect(!loading.diagnostics.isEmpty)
    let isFatal = loading.diagnostics.contains { $0.severity == .error }
    #expect((loading.rules == nil) == isFatal)
    let text = TextRenderer(language: language).render(loading.diagnostics)
    expectGolden(
      text.replacing(folder.path + "/", with: ""), "\(example.name).\(language.rawValue).txt")
  }

  @Test func `names of units are not checked where no register is known`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "dossier-rules.yaml",
      Self.head + """
        exclusions:
          - {id: a, title: A, clause: k, when: {unit_types: x, units: [y]}, from: all}

        """)
    #expect(loadDossierRules(path).diagnostics.isEmpty)
    #expect(loadDossierRules(path, units: Self.units).rules == nil)
  }
}
