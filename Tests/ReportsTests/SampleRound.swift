import Diagnostics
import Grading
import Loading
import Testing

/// A small round made by hand: four departments, a district with its communes, every state.
struct SampleRound {
  static let year = RoundCalendar(
    year: 2017,
    deadlines: [
      "self_assessment": LocalMoment(day(2017, 12, 20), minute: 17 * 60),
      "appraisal_1": LocalMoment(day(2018, 1, 3)),
    ])

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  static func moment(_ text: String) -> LocalMoment? { LocalMoment(parsing: text) }

  let round: Round

  init(_ change: (inout RoundPlan) -> Void = { _ in }) throws {
    // Relative, as people name files: pages cite the path and wrap around it.
    let sets = try ["so", "huyen", "xa"].map {
      try ReportCases.load("Tests/ReportsTests/Cases/round/\($0).yaml")
    }
    var plan = Self.emptyPlan()
    plan.figures = Self.figures()
    change(&plan)
    let agreed = plan
    let records = try Self.units.map { try $0.record(sets, agreed) }
    round = Round(plan: agreed, sets: sets, records: records)
  }

  func unit(_ id: String) throws -> Int {
    try #require(round.units.firstIndex { $0.record.unit.id == id })
  }

  func item(_ id: String, of unit: Int) throws -> Int {
    try #require(round.sets[round.units[unit].record.set].itemIndex(id))
  }

  // MARK: Plan

  static let file = SourceFile(path: "Submissions/mau/round.yaml")

  static func span(_ file: String, _ line: Int) -> SourceSpan {
    let place = SourcePosition(line: line, column: 1)
    return SourceSpan(file: SourceFile(path: file), start: place, end: place)
  }

  private static func emptyPlan() -> RoundPlan {
    func stage(_ id: String, _ title: String, _ kind: Stage.Kind, _ who: String) -> Stage {
      Stage(
        id: id, title: title, kind: kind, who: who, deadline: nil,
        allowsBeyondRule: kind == .council)
    }
    let grades = [
      Grade(name: "Tốt", from: 85), Grade(name: "Khá", from: 70),
      Grade(name: "Trung bình", from: 50), Grade(name: "Yếu", from: 0),
    ]
    let late = CheckedExpression(
      tree: .comparison(
        .atLeast,
        .arithmetic(.divide, .name(.figure(0)), .name(.figure(1))),
        .number(Exact(1, over: 10) ?? .zero)),
      type: .truth, source: "dossiers.late / dossiers.resolved >= 10%",
      references: [.figure(0), .figure(1)])
    func block(
      _ id: String, _ title: String, _ conditions: [GradeCondition] = [], groups: Bool = false
    ) -> Block {
      Block(
        id: id, title: title, council: groups ? "parent" : "province", unitTypes: [id],
        grades: grades, gradesOn: .rounded, rankedOn: .rounded, ties: .competition,
        tieBreakers: [], groupsByParent: groups, conditions: conditions,
        conditionFigures: conditions.isEmpty ? [] : [Self.late, Self.resolved],
        gradesUnranked: true, span: SourceSpan(whole: file))
    }
    return RoundPlan(
      id: "mau-2017", title: "Đánh giá, xếp hạng kết quả cải cách hành chính năm 2017",
      calendar: year,
      stages: [
        stage("self-assessment", "Tự chấm điểm", .claim, "unit"),
        stage("appraisal-1", "Thẩm định lần 1", .appraisal, "helper-team"),
        stage("explanation", "Giải trình", .explanation, "unit"),
        stage("appraisal-2", "Thẩm định lần 2", .appraisal, "helper-team"),
        stage("council", "Hội đồng thẩm định", .council, "council"),
      ],
      blocks: [
        block(
          "so", "Khối sở, ban, ngành",
          [
            GradeCondition(
              when: late, effect: .atMost(1), reason: "Hồ sơ trễ hạn từ 10% trở lên",
              clause: Clause(document: "1590/QĐ-UBND (mô phỏng)", article: "12"),
              span: SourceSpan(whole: file))
          ]),
        block("huyen", "Khối UBND cấp huyện"),
        block("xa", "Khối UBND cấp xã", groups: true),
      ],
      beforeAppraisal: .computed, notSubmitted: .unranked, surveysNotHeld: [],
      isIllustrative: false)
  }

  // MARK: Figures of other offices

  private static let late = FigureName(
    name: "dossiers.late", type: .count, title: "Số hồ sơ giải quyết trễ hạn")
  private static let resolved = FigureName(
    name: "dossiers.resolved", type: .count, title: "Số hồ sơ đã giải quyết")

  private static func table(
    _ name: String, _ title: String, _ owner: String, _ columns: [(String, InputType, String)],
    absent: AbsentRow, _ rows: [(String, [Int?])]
  ) -> FigureTable {
    var table = FigureTable(
      name: name, title: title, file: SourceFile(path: "Submissions/mau/registers/\(name).csv"),
      columns: columns.map { FigureName(name: "\(name).\($0.0)", type: $0.1, title: $0.2) },
      absent: absent)
    table.owner = owner
    table.closedOn = day(2017, 12, 31)
    for (place, row) in rows.enumerated() {
      let values = zip(columns, row.1).map { column, value -> FigureValue in
        guard let value else { return .missing }
        let number = column.1 == .rate ? Exact(value, over: 1000) : Exact(value)
        return number.map { .known(.number($0)) } ?? .missing
      }
      let isNew = table.add(unit: row.0, values, line: place + 2)
      #expect(isNew)
    }
    return table
  }

  private static func figures() -> FigureBook {
    var book = FigureBook()
    var reports = table(
      "reports", "Sổ theo dõi báo cáo", "so-noi-vu",
      [
        ("late", .count, "Số báo cáo gửi trễ hạn"), ("missing", .count, "Số báo cáo không gửi"),
      ], absent: .zero, [("so-tai-chinh", [2, 0]), ("so-tu-phap", [1, 1])])
    reports.setDetails(
      unit: "so-tai-chinh", column: "late",
      [
        FigureDetail(text: "Báo cáo quý I, hạn 15/3/2017, gửi 20/3/2017", line: 4),
        FigureDetail(text: "Báo cáo quý III, hạn 15/9/2017, gửi 19/9/2017", line: 11),
      ])
    book.add(reports)
    var dossiers = table(
      "dossiers", "Báo cáo số 2850/BC-SNV, Phụ lục V", "so-thong-tin-va-truyen-thong",
      [
        ("in_time", .count, "Số hồ sơ giải quyết sớm hạn và đúng hạn"),
        ("resolved", .count, "Số hồ sơ đã giải quyết"),
        ("early", .count, "Số hồ sơ giải quyết sớm hạn"),
        ("late", .count, "Số hồ sơ giải quyết trễ hạn"),
      ], absent: .missing,
      [
        ("so-noi-vu", [1604, 1604, 802, 0]),
        ("so-thong-tin-va-truyen-thong", [90, 100, 40, 10]), ("so-tai-chinh", [19, 21, 7, 2]),
        ("so-tu-phap", [0, 0, 0, 0]),
      ])
    dossiers.period = "Quý III năm 2017"
    dossiers.setNote(
      unit: "so-tai-chinh", column: "resolved",
      "Bảng in ghi 22, sửa thành 21 vì tổng các cột là 21")
    book.add(dossiers)
    var survey = table(
      "survey", "Kết quả điều tra xã hội học", "so-noi-vu",
      [("overall", .rate, "Chỉ số hài lòng chung")], absent: .missing,
      [
        ("so-noi-vu", [900]), ("so-thong-tin-va-truyen-thong", [900]), ("so-tai-chinh", [823]),
        ("so-y-te", [755]), ("huyen-dong", [812]),
      ])
    survey.isIllustrative = true
    book.add(survey)
    return book
  }
}
