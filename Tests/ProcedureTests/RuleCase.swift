import EventLog
import Grading
import Procedure

/// An event that one rule refuses, and one beside it that no rule refuses.
struct RuleCase {
  let rule: ProcedureRule
  /// What the two differ in.
  let what: String
  let refused: ProposedEvent
  let allowed: ProposedEvent
  /// What went before, and before the allowed one.
  let history: [ProposedEvent]
  let allowedHistory: [ProposedEvent]
  let rules: ProcedureRules
  let allowedRules: ProcedureRules

  init(
    _ rule: ProcedureRule, _ what: String, _ refused: ProposedEvent,
    allowed: ProposedEvent? = nil, after history: [ProposedEvent] = [],
    allowedAfter allowedHistory: [ProposedEvent]? = nil,
    rules change: (inout ProcedureRules) -> Void = { _ in },
    allowedRules allowedChange: ((inout ProcedureRules) -> Void)? = nil
  ) throws {
    self.rule = rule
    self.what = what
    self.refused = refused
    self.allowed = allowed ?? refused
    self.history = history
    self.allowedHistory = allowedHistory ?? history
    var rules = try SampleProcedure.rules()
    change(&rules)
    self.rules = rules
    if let allowedChange {
      rules = try SampleProcedure.rules()
      allowedChange(&rules)
    }
    allowedRules = rules
  }

  static func all() throws -> [RuleCase] {
    try people() + stages() + words() + approvals() + explanations() + council() + locks()
      + publicationCases()
  }

  private static func people() throws -> [RuleCase] {
    try [
      RuleCase(
        .knownPerson, "somebody who is not listed", appraisal(by: "to-giup-viec/99"),
        allowed: appraisal()),
      RuleCase(
        .inOffice, "the day after the last one",
        appraisal("2018-01-01T08:00:00", by: "to-giup-viec/04"),
        allowed: appraisal("2017-12-31T23:59:59", by: "to-giup-viec/04")),
      RuleCase(
        .inOffice, "the last day by the event's clock, the day after by the log's",
        appraisal("2017-12-31T08:00:00", by: "to-giup-viec/04"),
        after: [appraisal("2018-01-01T08:00:00", item: "2.1.1")],
        allowedAfter: [appraisal("2017-12-31T09:00:00", item: "2.1.1")]),
      RuleCase(
        .ownRole, "the organiser as helper team", appraisal(by: "so-noi-vu/01"),
        allowed: appraisal()),
      RuleCase(
        .roleOfEvent, "an agenda made by the council", onAgenda(by: "hoi-dong/01", "council"),
        allowed: onAgenda()),
      RuleCase(
        .roleOfEvent, "a decision issued by the organiser",
        event("2018-01-22T08:00:00", .publication, by: "so-noi-vu/01", "organiser") {
          $0.content.to = .text("issued")
          $0.content.basis = "141/QĐ-UBND ngày 22/01/2018"
        }, allowed: publication(.issued, basis: "141/QĐ-UBND ngày 22/01/2018"),
        after: published(to: .submitted)),
      RuleCase(
        .roleOfStage, "the council in the helper team's stage",
        appraisal(by: "hoi-dong/01") { $0.content.role = "council" }, allowed: appraisal()),
      RuleCase(
        .notOwnUnit, "a helper who belongs to the unit",
        appraisal(by: "to-giup-viec/02", item: "2.1.1"),
        allowed: appraisal(by: "to-giup-viec/02", of: "so-tu-phap", item: "2.1.1")),
      RuleCase(
        .ownUnitOnly, "handed in by another unit",
        submission("2017-12-19T08:00:00", by: "so-tu-phap/01"),
        allowed: submission("2017-12-19T08:00:00")),
      RuleCase(
        .appraisingOffice, "a helper of another office", appraisal(by: "to-giup-viec/03"),
        allowed: appraisal()),
      RuleCase(
        .appraisingOffice, "the office's own sheet, not by its stand-in",
        appraisal(by: "to-giup-viec/02", of: "so-noi-vu"),
        allowed: appraisal(by: "to-giup-viec/03", of: "so-noi-vu")),
      RuleCase(
        .standIn, "the office's own sheet, and nobody stands in",
        appraisal(by: "to-giup-viec/03", of: "so-noi-vu"), rules: { $0.standIns = [:] },
        allowedRules: { _ in }),
      RuleCase(
        .ownCouncil, "a district's team and a department",
        appraisal(by: "nha-trang/01", item: "2.1.1"),
        allowed: appraisal(by: "nha-trang/01", of: "vinh-luong", item: "2.1.1")),
      RuleCase(
        .ownCouncil, "a district's council and the round as a whole",
        event("2018-01-22T08:00:00", .publication, by: "hoi-dong-nha-trang/01", "council") {
          $0.content.to = .text("passed")
        }, allowed: publication(.passed), after: [lock()]),
      RuleCase(
        .assigned, "an area that is somebody else's", appraisal(),
        allowed: appraisal(item: "2.1.1"),
        rules: {
          $0.assignments = [
            Assignment(people: ["to-giup-viec/01"], stages: ["appraisal-1"], areas: ["2"]),
            Assignment(people: ["to-giup-viec/05"], areas: ["1.1"]),
          ]
        }),
      RuleCase(
        .assigned, "a block that is somebody else's", appraisal(),
        rules: { $0.assignments = [Assignment(people: ["to-giup-viec/01"], blocks: ["huyen"])] },
        allowedRules: {
          $0.assignments = [
            Assignment(people: ["to-giup-viec/01"], areas: ["1.1.4"], blocks: ["so"])
          ]
        }),
      RuleCase(
        .registerOwner, "a register that another office keeps", correction(by: "so-tai-chinh/02"),
        allowed: correction()),
      RuleCase(
        .registerOwner, "another office's register replaced", replacement(by: "so-tai-chinh/02"),
        allowed: replacement()),
      RuleCase(
        .roleOfEvent, "a file that no office keeps, replaced by a register's owner",
        replacement { $0.fileOwners = ["so-noi-vu", nil] },
        allowed: replacement(by: "so-noi-vu/01", "organiser") {
          $0.fileOwners = ["so-noi-vu", nil]
        }),
      RuleCase(
        .roleOfEvent, "a file replaced by the helper team",
        replacement(by: "to-giup-viec/01", "helper-team"), allowed: replacement()),
      RuleCase(
        .basis, "a file replaced without a document",
        replacement { $0.content.basis = nil }, allowed: replacement()),
      RuleCase(
        .reason, "a file replaced without a reason",
        replacement { $0.content.text = nil }, allowed: replacement()),
    ]
  }

  private static func stages() throws -> [RuleCase] {
    try [
      RuleCase(
        .knownStage, "a stage that is none", appraisal(stage: "appraisal-3"),
        allowed: appraisal()),
      RuleCase(
        .stageKind, "a correction among the claims",
        correction("2017-12-18T08:00:00", stage: "self-assessment"), allowed: correction()),
      RuleCase(
        .stageOpens, "a second before it opens", appraisal("2017-12-20T23:59:59"),
        allowed: appraisal("2017-12-21T00:00:00")),
      RuleCase(
        .stageCloses, "a second after it closes", appraisal("2018-01-04T00:00:00"),
        allowed: appraisal("2018-01-03T23:59:59")),
      RuleCase(
        .stageCloses, "closed, and opened again", appraisal("2018-01-18T08:00:00"),
        allowedAfter: [
          unlock().with { $0.content.stage = "appraisal-1" }
        ]),
      RuleCase(
        .stageCloses, "in time by its own clock, and the log is past the deadline", appraisal(),
        after: [
          request("2018-01-04T00:00:00", due: nil).with { $0.content.subject = .item("2.1.1") }
        ],
        allowedAfter: [
          request("2018-01-03T23:59:59", due: nil).with { $0.content.subject = .item("2.1.1") }
        ]),
      RuleCase(
        .submittedOnce, "handed in again in time by its own clock, behind the deadline",
        submission("2017-12-20T08:00:00"),
        after: [submission("2017-12-19T08:00:00"), submission("2017-12-20T17:01:00")],
        allowedAfter: [submission("2017-12-19T08:00:00"), submission("2017-12-20T17:00:59")]),
      RuleCase(
        .submittedOnce, "handed in again, a minute late", submission("2017-12-20T17:01:00"),
        allowed: submission("2017-12-20T17:00:59"), after: [submission("2017-12-19T08:00:00")]),
      RuleCase(
        .submittedOnce, "handed in late, for the first time", submission("2017-12-21T08:00:00"),
        after: [submission("2017-12-19T08:00:00")], allowedAfter: []),
    ]
  }

  private static func words() throws -> [RuleCase] {
    try [
      RuleCase(
        .ground, "an adjustment without a ground", appraisal { $0.content.ground = nil },
        allowed: appraisal {
          $0.content.ground = nil
          $0.content.decision = .accept
          $0.content.to = .text("1.5")
        }),
      RuleCase(
        .ground, "an unlock without a ground, where there is no list", unlock(ground: nil),
        allowed: unlock(), after: [lock()], rules: { $0.grounds = nil }),
      RuleCase(
        .closedGrounds, "a ground of one's own", appraisal { $0.content.ground = "khac" },
        allowed: appraisal()),
      RuleCase(
        .reason, "a request that says nothing",
        request().with { $0.content.text = " " }, allowed: request()),
      RuleCase(
        .reason, "an adjustment without ground and reason, where there is no list",
        appraisal { $0.content.ground = nil },
        allowed: appraisal {
          $0.content.ground = nil
          $0.content.text = "Báo cáo ghi 17/20"
        }, rules: { $0.grounds = nil }),
      RuleCase(
        .basis, "a decision without its number", publication(.issued),
        allowed: publication(.issued, basis: "141/QĐ-UBND ngày 22/01/2018"),
        after: published(to: .submitted)),
      RuleCase(
        .basis, "a decision without its date", publication(.issued, basis: "141/QĐ-UBND"),
        allowed: publication(.issued, basis: "Quyết định số 141 ngày 22 tháng 01 năm 2018"),
        after: published(to: .submitted)),
      RuleCase(
        .basis, "a decision without its number",
        publication(.issued, basis: "Quyết định ngày 22/01/2018"),
        allowed: publication(.issued, basis: "141/QĐ-UBND, 2018-01-22"),
        after: published(to: .submitted)),
      RuleCase(
        .basis, "a decision that says nothing of itself", publication(.issued, basis: "abc"),
        allowed: publication(.issued, basis: "141/QĐ-UBND ngày 22.1.2018"),
        after: published(to: .submitted)),
      RuleCase(
        .basis, "an amendment by a document of blanks",
        amendment(text: "Sai sót kỹ thuật").with { $0.content.basis = "  " },
        allowed: amendment(text: "Sai sót kỹ thuật"), after: published()),
      RuleCase(
        .reason, "beyond the rule for reasons of blanks",
        decision(points: "2.5") {
          $0.content.isBeyondRule = true
          $0.content.text = " \t "
        },
        allowed: decision(points: "2.5") {
          $0.content.isBeyondRule = true
          $0.content.text = "Theo kết quả kiểm tra"
        }, after: [onAgenda(), meeting()]),
    ]
  }

  private static func approvals() throws -> [RuleCase] {
    let large = Exact(7, over: 5)
    func approved(_ approver: String, _ time: String = "2017-12-27T09:00:00") throws
      -> ProposedEvent
    {
      try appraisal(time, to: large) { $0.content.approver = approver }
    }
    return try [
      RuleCase(
        .secondApproval, "by more than the half point", appraisal(to: large),
        allowed: appraisal()),
      RuleCase(
        .secondApproval, "up by more than the half point",
        appraisal(from: Exact(1), to: Exact(8, over: 5)),
        allowed: appraisal(from: Exact(1), to: Exact(3, over: 2))),
      RuleCase(
        .secondApproval, "in the stage that sets its own limit",
        appraisal("2018-01-10T08:00:00", to: Exact(9, over: 10), stage: "appraisal-2"),
        allowed: appraisal("2018-01-10T08:00:00", to: .one, stage: "appraisal-2")),
      RuleCase(
        .secondApproval, "no points left", appraisal(from: .one, to: nil),
        allowed: appraisal(from: Exact(1, over: 2), to: nil)),
      RuleCase(
        .secondApproval, "an item that reads the corrected figure",
        correction().with {
          $0.linked = [SampleProcedure.item("1.1.4", from: Exact(2), to: large)]
        },
        allowed: correction().with {
          $0.linked = [SampleProcedure.item("1.1.4", from: Exact(2), to: Exact(3, over: 2))]
        }),
      RuleCase(
        .secondApproval, "taken back by one alone, above the limit",
        appraisal(to: Exact(2)) {
          $0.item?.standing = large
        },
        allowed: appraisal(to: Exact(2)) { $0.item?.standing = Exact(3, over: 2) }),
      RuleCase(
        .secondApproval, "taken back half way by one alone",
        appraisal(to: Exact(17, over: 10)) { $0.item?.standing = large },
        allowed: appraisal(to: Exact(17, over: 10)) {
          $0.item?.standing = large
          $0.content.approver = "to-giup-viec/05"
        }),
      RuleCase(
        .otherApprover, "approved by the proposer", approved("to-giup-viec/01"),
        allowed: approved("to-giup-viec/05")),
      RuleCase(
        .knownApprover, "approved by nobody known", approved("to-giup-viec/99"),
        allowed: approved("to-giup-viec/05")),
      RuleCase(
        .approverInOffice, "approved after the last day",
        approved("to-giup-viec/04", "2018-01-01T08:00:00"),
        allowed: approved("to-giup-viec/04", "2017-12-31T08:00:00")),
      RuleCase(
        .approverRole, "approved by the organiser", approved("so-noi-vu/01"),
        allowed: approved("hoi-dong/01")),
      RuleCase(
        .approverOfOtherUnit, "approved by a helper of the unit", approved("to-giup-viec/02"),
        allowed: approved("to-giup-viec/03")),
      RuleCase(
        .approverOfOwnCouncil, "approved by a district's team", approved("nha-trang/01"),
        allowed: approved("to-giup-viec/05")),
      RuleCase(
        .reach, "more than the rule can give",
        appraisal {
          $0.content.decision = .setPoints
          $0.content.to = .text("2.1")
        },
        allowed: appraisal {
          $0.content.decision = .setPoints
          $0.content.to = .text("2")
        }),
      RuleCase(
        .reach, "an answer after publication with more than the rule can give",
        answer(to: 6).with { $0.content.to = .text("2.1") },
        allowed: answer(to: 6).with { $0.content.to = .text("2") },
        after: published() + [reconsideration("2018-01-25T09:00:00")]),
      RuleCase(
        .reachSaid, "the council beyond the rule", decision(points: "2.5"),
        allowed: decision(points: "2.5") {
          $0.content.isBeyondRule = true
          $0.content.text = "Theo kết quả kiểm tra"
        }, after: [onAgenda(), meeting()]),
      RuleCase(
        .reachSaid, "a proposal to the council beyond the rule",
        onAgenda { $0.content.to = .text("99") }, allowed: onAgenda { $0.content.to = .text("2") }),
      RuleCase(
        .reach, "a proposal beyond the rule, in a stage that does not allow it",
        onAgenda {
          $0.content.to = .text("99")
          $0.content.isBeyondRule = true
          $0.content.text = "Theo kết quả kiểm tra"
        },
        rules: { rules in
          rules.stages = rules.stages.map { stage in
            guard stage.kind == .council else { return stage }
            return Stage(
              id: stage.id, title: stage.title, kind: stage.kind, who: stage.who,
              deadline: stage.deadline, allowsBeyondRule: false)
          }
        }, allowedRules: { _ in }),
      RuleCase(
        .reason, "the council beyond the rule, without a reason",
        decision(points: "2.5") { $0.content.isBeyondRule = true },
        allowed: decision(points: "2.5") {
          $0.content.isBeyondRule = true
          $0.content.text = "Theo kết quả kiểm tra"
        }, after: [onAgenda(), meeting()]),
      RuleCase(
        .councilScores, "an appraisal of the council's item", appraisal(item: "6.4"),
        allowed: decision(item: "6.4", points: "4", votes: nil), after: [],
        allowedAfter: [meeting()]),
    ]
  }
}

extension ProposedEvent {
  func with(_ change: (inout ProposedEvent) -> Void) -> ProposedEvent {
    var event = self
    change(&event)
    return event
  }
}
