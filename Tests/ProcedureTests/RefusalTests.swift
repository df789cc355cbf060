import Diagnostics
import EventLog
import Grading
import Procedure
import TestSupport
import Testing

@Suite struct RefusalTests {
  @Test func `every rule refuses one event and lets the one beside it pass`() throws {
    for each in try RuleCase.all() {
      let refusals = each.rules.refusals(of: each.refused, after: state(after: each.history))
      #expect(refusals.map(\.rule) == [each.rule], "\(each.rule): \(each.what)")
      let others = each.allowedRules.refusals(
        of: each.allowed, after: state(after: each.allowedHistory))
      #expect(others.map(\.rule) == [], "\(each.rule), allowed: \(each.what)")
    }
  }

  @Test func `no rule is without a refusal`() throws {
    let late = try lateAnswer()
    let told = Set(try RuleCase.all().map(\.rule) + late.map(\.rule))
    #expect(ProcedureRule.allCases.filter { !told.contains($0) } == [])
  }

  @Test(arguments: Language.allCases)
  func `each refusal says which rule it is and whose move it is`(_ language: Language) throws {
    let renderer = TextRenderer(language: language)
    let log = SourceSpan(whole: SourceFile(path: "events.jsonl"))
    var text = ""
    for each in try RuleCase.all() {
      text += "# \(each.rule.rawValue): \(each.what)\n"
      for refusal in each.rules.refusals(of: each.refused, after: state(after: each.history)) {
        text += renderer.render(refusal.diagnostic(at: log, each.rules))
      }
      text += "\n"
    }
    text += "# answered late, and recorded all the same\n"
    for remark in try lateAnswer() {
      text += try renderer.render(remark.diagnostic(at: log, SampleProcedure.rules()))
    }
    expectGolden(text, "refusals.\(language.rawValue).txt")
  }

  @Test func `an event that breaks several rules is told all of them`() throws {
    let refused = try appraisal("2018-01-04T08:00:00", by: "to-giup-viec/02", to: .zero) {
      $0.content.ground = "khac"
      $0.content.role = "council"
    }
    let refusals = try SampleProcedure.rules().refusals(
      of: refused, after: state(after: [try lock()]))
    #expect(
      refusals.map(\.rule) == [
        .ownRole, .roleOfStage, .notOwnUnit, .stageCloses, .closedGrounds, .secondApproval, .lock,
      ])
  }

  @Test func `a move of 0.3 and another of 0.3 is one of 0.6`() throws {
    let rules = try SampleProcedure.rules()
    let start = Exact(2)
    let first = try appraisal(from: start, to: Exact(17, over: 10))
    #expect(rules.refusals(of: first, after: ProcedureState()).isEmpty)
    let second = try appraisal(from: start, to: Exact(14, over: 10)) {
      $0.item?.standing = Exact(17, over: 10)
    }
    #expect(
      rules.refusals(of: second, after: state(after: [first])).map(\.rule) == [.secondApproval])
  }

  @Test func `deadlines are held against the latest time of the log, whoever its event is about`()
    throws
  {
    let rules = try SampleProcedure.rules()
    var state = ProcedureState()
    let typed = try appraisal("2018-01-03T08:00:00")
    state.see(try #require(EventTime(parsing: "2018-01-03T23:59:59")))
    #expect(rules.refusals(of: typed, after: state).isEmpty)
    state.see(try #require(EventTime(parsing: "2018-01-04T00:00:00")))
    state.see(try #require(EventTime(parsing: "2018-01-02T00:00:00")))
    #expect(rules.refusals(of: typed, after: state).map(\.rule) == [.stageCloses])
    // What has no deadline is recorded with a clock that ran backwards.
    #expect(rules.refusals(of: try onAgenda("2018-01-03T08:00:00"), after: state).isEmpty)
  }

  @Test func `a round that lists no people and sets no rules refuses only what needs neither`()
    throws
  {
    var rules = ProcedureRules()
    rules.stages = try SampleProcedure.rules().stages
    let bold = try appraisal(by: "ai-do", of: "so-noi-vu", to: .zero) {
      $0.content.ground = nil
      $0.content.text = "Thiếu tài liệu"
    }
    #expect(rules.refusals(of: bold, after: ProcedureState()).isEmpty)
    let locked = state(after: [try lock("2017-12-20T08:00:00")])
    #expect(rules.refusals(of: bold, after: locked).map(\.rule) == [.lock])
    #expect(rules.refusals(of: try decision(votes: nil), after: ProcedureState()).isEmpty)
    let unsaid = try appraisal(by: "ai-do", to: .zero) { $0.content.ground = nil }
    #expect(rules.refusals(of: unsaid, after: ProcedureState()).map(\.rule) == [.reason])
  }

  /// What is told of an answer after the last day.
  private func lateAnswer() throws -> [ProcedureRemark] {
    let history = try published() + [reconsideration("2018-01-25T09:00:00")]
    return try SampleProcedure.rules().remarks(
      of: answer(to: 6, "2018-02-10T00:00:00"), after: state(after: history))
  }

  @Test func `a late answer is recorded and told to be late`() throws {
    let rules = try SampleProcedure.rules()
    let asked = try published() + [reconsideration("2018-01-25T09:00:00")]
    let late = try answer(to: 6, "2018-02-10T00:00:00")
    #expect(rules.refusals(of: late, after: state(after: asked)).isEmpty)
    #expect(
      try lateAnswer() == [.answeredLate(6, lastDay: try local("2018-02-09").day, nil)])
    let inTime = try answer(to: 6, "2018-02-09T23:59:59")
    #expect(rules.remarks(of: inTime, after: state(after: asked)).isEmpty)
    // In time by its own clock only.
    let other = try reconsideration("2018-02-10T08:00:00").with { $0.content.unit = "so-tu-phap" }
    #expect(
      rules.remarks(of: inTime, after: state(after: asked + [other])).map(\.rule)
        == [.reconsideredInTime])
    var patient = rules
    patient.answer = nil
    #expect(patient.remarks(of: late, after: state(after: asked)).isEmpty)
  }

  @Test func `whoever types an event is told how what is missing is called there`() throws {
    let refused = try request().with { $0.content.text = " " }
    let refusal = try #require(
      SampleProcedure.rules().refusals(of: refused, after: ProcedureState()).first)
    let log = SourceSpan(whole: SourceFile(path: "events.jsonl"))
    let rules = try SampleProcedure.rules()
    let plain = refusal.diagnostic(at: log, rules).help
    #expect(plain?.english.hasSuffix("(`text`)") == true)
    let typed = refusal.diagnostic(at: log, rules, options: [.text: "--reason"]).help
    #expect(typed?.vietnamese.contains("`--reason`") == true)
    #expect(typed?.english.contains("`text`") == true)
  }

  @Test func `who belongs to the unit is told who else may`() throws {
    let unlocking = try unlock().with {
      $0.content.author = "so-y-te/01"
      $0.content.role = "unit"
    }
    let refusals = try SampleProcedure.rules().refusals(
      of: unlocking, after: state(after: [lock()]))
    let move = try #require(refusals.first { $0.rule == .notOwnUnit }).wording.move
    #expect(
      move.vietnamese
        == "thuộc thẩm quyền của người ngoài `so-y-te`: cơ quan tổ chức đánh giá (Bùi Minh) hoặc Hội đồng thẩm định"
    )
    #expect(
      move.english
        == "it is the move of somebody outside of `so-y-te`: the organiser (Bùi Minh) or the council"
    )
  }

  @Test func `the answer to a request is due so many days after it`() throws {
    var rules = try SampleProcedure.rules()
    let asked = try local("2018-01-25").day
    #expect(rules.lastDayToAnswer(askedOn: asked) == (try local("2018-02-09").day))
    rules.answer = DayLimit(days: 15, isWorking: true)
    #expect(rules.lastDayToAnswer(askedOn: asked) == (try local("2018-02-16").day))
    rules.answer = nil
    #expect(rules.lastDayToAnswer(askedOn: asked) == nil)
  }
}
