import Diagnostics
import Grading
import Loading
import Reports
import TestSupport
import Testing
import YAMLReading

/// Files that somebody begins with.
struct ScaffoldTests {
  static let span = SourceSpan(
    file: SourceFile(path: "units.yaml"), start: SourcePosition(line: 1, column: 1),
    end: SourcePosition(line: 1, column: 2))
  static let unit = Grading.Unit(
    id: "so-y-te", name: "Sở Y tế", type: "so", traits: ["handles_dossiers"], span: span)

  static func plan() -> RoundPlan {
    var plan = RoundPlan(
      id: "thu-2017", title: "Kỳ thử năm 2017", calendar: ReportCases.calendar,
      stages: [
        Stage(
          id: "self-assessment", title: "Tự chấm điểm", kind: .claim, who: "unit",
          deadline: LocalMoment(CalendarDay(number: 17520), minute: 17 * 60),
          allowsBeyondRule: false)
      ], blocks: [], beforeAppraisal: .computed, notSubmitted: .unranked, surveysNotHeld: [],
      isIllustrative: false)
    var reports = FigureTable(
      name: "reports", title: "Sổ theo dõi báo cáo", file: SourceFile(path: "reports.csv"),
      columns: [FigureName(name: "reports.late", type: .count, title: "Số báo cáo trễ hạn")],
      absent: .missing)
    reports.owner = "so-noi-vu"
    _ = reports.add(unit: "so-khac", [.known(.number(7))], line: 2)
    plan.figures.add(reports)
    return plan
  }

  @Test func `a unit's form holds every item with what it needs to know`() throws {
    let set = try ReportCases.set("rules")
    let text = selfAssessmentScaffold(
      set: set, unit: Self.unit, plan: Self.plan(), officeNames: ["so-noi-vu": "Sở Nội vụ"])
    expectGolden(text, "scaffold-self-assessment.yaml")
    try checkForm(text, set, Self.unit)
  }

  @Test func `what does not apply to a unit is listed with the reason`() throws {
    let set = try ReportCases.set("rules")
    let unit = Grading.Unit(
      id: "thanh-tra-tinh", name: "Thanh tra tỉnh", type: "so", span: Self.span)
    var plan = Self.plan()
    let text = selfAssessmentScaffold(set: set, unit: unit, plan: plan)
    let lines = text.split(separator: "\n")
    let absent = lines.filter { $0.contains("Không áp dụng") }
    #expect(absent.count == 2)
    #expect(
      absent[0].contains("1.2.3. ")
        && text.replacing("\n  #   ", with: " ").contains("đặc điểm `handles_dossiers`"))
    #expect(absent[1].contains("1.2.7. ") && absent[1].contains("nêu tên cơ quan"))
    try checkForm(text, set, unit)
    plan.surveysNotHeld = ["1.2"]
    let without = selfAssessmentScaffold(set: set, unit: unit, plan: plan)
    #expect(!without.contains("\"1.2.1\":"))
  }

  @Test(arguments: ["so", "so-van-phong", "huyen", "xa", "nganh-doc", "don-vi-su-nghiep"])
  func `the form of a shipped set is sound`(_ name: String) throws {
    let set = try ReportCases.shipped(name)
    let text = selfAssessmentScaffold(set: set, unit: Self.unit, plan: Self.plan())
    try checkForm(text, set, Self.unit)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  @Test func `titles cannot leave their comments`() throws {
    var set = try ReportCases.set("rules")
    let hostile = "x\nanswers: {}\r\nunit: khac\u{85}round: y\u{2028}z"
    for place in set.items.indices {
      set.items[place].title = hostile
      set.items[place].guidance = hostile
    }
    let plain = selfAssessmentScaffold(
      set: try ReportCases.set("rules"), unit: Self.unit, plan: Self.plan())
    let text = selfAssessmentScaffold(set: set, unit: Self.unit, plan: Self.plan())
    func data(_ text: String) -> [Substring] {
      text.split(whereSeparator: \.isNewline)
        .filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("#") }
    }
    #expect(data(text) == data(plain))
  }

  @Test func `the shelf lists what the items ask for`() throws {
    let set = try ReportCases.set("rules")
    let text = evidenceScaffold(set: set, unit: Self.unit, plan: Self.plan())
    expectGolden(text, "scaffold-evidence.yaml")
    let root = try parse(text)
    #expect(root["documents"]?.count == 0)
  }

  @Test func `a new criteria set passes the check`() throws {
    let text = criteriaScaffold(
      id: "khanh-hoa-2018/so", title: "Bộ tiêu chí: \"thử\"", unitType: "so", year: 2018)
    expectGolden(text, "scaffold-criteria.yaml")
    let folder = try TemporaryFolder()
    let set = try ReportCases.load(folder.write("so.yaml", text))
    #expect(set.title == "Bộ tiêu chí: \"thử\"")
    #expect(set.items.count == 5)
  }

  @Test func `a new round reads, and its units are listed`() throws {
    let scaffold = RoundScaffold(
      id: "khanh-hoa-2018", title: "Đánh giá năm 2018: thử", year: 2018,
      criteria: "../../Criteria/khanh-hoa-2018", unitType: "so")
    expectGolden(scaffold.round, "scaffold-round.yaml")
    expectGolden(scaffold.units, "scaffold-units.yaml")
    let root = try parse(scaffold.round)
    #expect(root["title"]?.text == "Đánh giá năm 2018: thử")
    let problems = DiagnosticCollector()
    let units = loadUnits(try parse(scaffold.units), into: problems)
    #expect(problems.diagnostics.isEmpty)
    #expect(units.map(\.id) == ["so-noi-vu", "so-y-te"])
  }

  @Test func `a round made of scaffolds alone loads without errors`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "criteria/so.yaml",
      criteriaScaffold(id: "tinh-2018/so", title: "Bộ tiêu chí", unitType: "so", year: 2018))
    let scaffold = RoundScaffold(
      id: "tinh-2018", title: "Đánh giá năm 2018", year: 2018, criteria: "../criteria",
      unitType: "so")
    try folder.write("round/round.yaml", scaffold.round)
    try folder.write("round/units.yaml", scaffold.units)
    let loading = loadRoundSetting(folder.path("round"))
    func told(_ diagnostics: [Diagnostic]) -> [String] {
      diagnostics.filter { $0.severity == .error }
        .map { "\($0.primary.span.citation): \($0.message.english)" }
    }
    #expect(told(loading.diagnostics) == [])
    let setting = try #require(loading.setting)
    for member in setting.members {
      let unit = "round/units/\(member.unit.id)"
      let set = setting.sets[member.set]
      try folder.write(
        "\(unit)/self-assessment.yaml",
        selfAssessmentScaffold(set: set, unit: member.unit, plan: setting.plan))
      try folder.write(
        "\(unit)/evidence.yaml",
        evidenceScaffold(set: set, unit: member.unit, plan: setting.plan))
    }
    #expect(setting.members.count == 2)
    let whole = loadRound(folder.path("round"))
    #expect(told(whole.diagnostics) == [])
    #expect(whole.loaded != nil)
  }

  // MARK: Checks

  private func parse(_ text: String) throws -> YAMLNode {
    let folder = try TemporaryFolder()
    let (document, _, diagnostics) = FileAccess().yaml(try folder.write("file.yaml", text))
    #expect(diagnostics.isEmpty)
    return try #require(document?.root)
  }

  /// The form is YAML, asks for exactly what the unit scores, blank, and names nobody else.
  private func checkForm(_ text: String, _ set: CriteriaSet, _ unit: Grading.Unit) throws {
    let root = try parse(text)
    #expect(root["unit"]?.text == unit.id)
    #expect(root["submitted_at"]?.isNull == true)
    let answers = try #require(root["answers"])
    for entry in answers.entries {
      let id = try #require(entry.key.text)
      let item = set.items[try #require(set.itemIndex(id))]
      #expect(item.scoredBy == .unit)
      let inputs = entry.value["inputs"].map { Array($0.entries) } ?? []
      #expect(inputs.compactMap(\.key.text) == set.inputs[item.inputs].map(\.name))
      #expect(inputs.allSatisfy { $0.value.isNull })
      #expect(entry.value["evidence"]?.count == 0)
    }
    let mentioned = Set(
      text.split(separator: "\n").compactMap { line -> Substring? in
        let words = line.split(separator: " ", maxSplits: 2)
        return words.count > 1 && words[0] == "#" ? words[1] : nil
      })
    for item in set.items {
      #expect(mentioned.contains("\(item.id)."), "\(item.id) is not mentioned")
    }
    #expect(!text.contains("so-khac"))
  }
}
