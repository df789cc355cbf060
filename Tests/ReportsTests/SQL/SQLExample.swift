import Diagnostics
import DossierCounting
import Grading
import Reports

/// Rules and what stands beside records, small enough for their SQL to be read as a whole.
struct SQLExample {
  var rules = DossierRules(
    title: "Quy tắc năm 2019", year: 2019,
    window: MinuteSpan(from: day(2019, 1, 1), through: day(2019, 12, 10)),
    lateIncludesOverdue: false)
  var records = CaseRecords(title: "Hồ sơ năm 2019")
  var units = [
    Unit(id: "so-y-te", name: "Sở Y tế", type: "so", codes: ["H32.1"], span: Self.span),
    Unit(id: "h-1", name: "UBND 'Nha Trang'", type: "huyen", span: Self.span),
  ]

  static let span = SourceSpan(whole: SourceFile(path: "dossier-rules.yaml"))

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  static func minute(_ text: String) -> LocalMinute {
    LocalMinute(parsing: text, order: .yearFirst) ?? LocalMinute(number: 0)
  }

  /// Two exclusions, one list, nothing beside the records.
  static func plain() -> SQLExample {
    var example = SQLExample()
    example.rules.exclusions = [
      exclusion("previous-year", [.receivedBeforeWindow], from: .all),
      exclusion("refused", [.statuses(["Từ chối"]), .late(true)], from: .late),
    ]
    example.rules.lists = [
      DossierList(
        id: "linked-late", title: "Liên thông", clause: nil,
        when: [.late(true), .linkedAgencyLate(true)])
    ]
    return example
  }

  /// Everything that stands beside records: outages of three scopes, explanations, corrections,
  /// steps, subsets; two systems.
  static func whole() -> SQLExample {
    var example = SQLExample()
    let quarter = Exact(1, over: 4) ?? .zero
    example.rules.finishedAt = .handedOver
    example.rules.onTimeUntil = .dueMinute
    example.rules.subsets = [ProcedureSubset(id: "land", title: nil, procedures: ["1.1", "1.2"])]
    example.rules.causes = [
      DossierCause(id: "user", title: "Người dùng", isConsidered: false, offeredFor: nil)
    ]
    example.rules.exclusions = [
      exclusion("land", [.procedures(subset: "land"), .unitTypes(["huyen"])], from: .all),
      exclusion("day", [.late(true), .onOutageDay(.finished)], from: .all),
      exclusion("reached", [.late(true), .onOutageDay(.reached)], from: .late),
      exclusion("share", [.late(true), .outageShare(atLeast: quarter, of: .elapsed)], from: .all),
      exclusion("term", [.late(true), .outageShare(atLeast: quarter, of: .term)], from: .all),
      exclusion("explained", [.late(true), .explained(.accepted)], from: .all),
    ]
    example.records.exports = ["motcua", "hcc"].map { RecordExport(path: "\($0).csv", source: $0) }
    example.records.asOf = minute("2019-12-08T15:00")
    example.records.outages = [
      Outage(span: span("2019-03-01T22:00", "2019-03-02T02:00")),
      Outage(span: span("2019-03-02T01:00", "2019-03-02T04:00"), scope: .source("hcc")),
      Outage(span: span("2019-04-01T00:00", "2019-04-02T00:00"), scope: .units(["h-1"])),
      Outage(span: span("2019-05-01T00:00", "2019-05-02T00:00"), isConfirmed: false),
    ]
    example.records.explanations = [("mc-1", nil), ("mc-2", "user"), ("mc-1", "user")].map {
      DossierExplanation(
        dossier: $0.0, cause: $0.1, handedIn: nil, decision: .accepted, decidedBy: nil,
        evidence: nil, span: Self.span)
    }
    example.records.corrections = [
      DossierCorrection(
        dossier: "mc-3", finished: minute("2019-06-01T08:00"), reason: "Đóng muộn", evidence: nil,
        decidedBy: "Trung tâm", decidedOn: day(2019, 6, 9), span: Self.span)
    ]
    example.records.steps = ["2019-03-01T07:00", "2019-03-02T07:00"].map {
      DossierStep(
        dossier: "mc-4", step: "Trình ký", agency: nil, reached: minute($0), due: nil,
        forwarded: nil, isBeforeReturn: true)
    }
    return example
  }

  static func span(_ start: String, _ end: String) -> MinuteSpan {
    MinuteSpan(start: minute(start), end: minute(end))
  }

  static func exclusion(
    _ id: String, _ when: [DossierCondition], from: DossierExclusion.Effect
  ) -> DossierExclusion {
    DossierExclusion(id: id, title: id, clause: nil, when: when, from: from)
  }

  func sql(_ dialect: SQLDialect) -> DossierSQL {
    DossierSQL(rules: rules, records: records, units: units, dialect: dialect)
  }
}
