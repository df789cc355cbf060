import Diagnostics
import Grading
import Testing

/// One unit of the sample round, said as its files would say it.
struct SampleUnit {
  let id: String
  let name: String
  let set: Int
  var parent: String?
  var traits: Set<String> = []
  var isRanked = true
  /// nil: handed in nothing.
  var submitted: String? = "2017-12-19T15:30"
  var inputs: [String: String] = [:]
  var claims: [String: String] = [:]
  var notApplicable: [String: String] = [:]
  var evidence: [String: [Int]] = [:]
  var entries: [(subject: String, stage: Int, decision: SampleDecision, reason: String?)] = []
  var outside: [SubordinateResult] = []

  var file: String { "Submissions/mau/units/\(id)/self-assessment.yaml" }

  func record(_ sets: [CriteriaSet], _ plan: RoundPlan) throws -> UnitRecord {
    let set = sets[set]
    let unit = Unit(
      id: id, name: name, type: ["so", "huyen", "xa"][self.set], parent: parent, traits: traits,
      isRanked: isRanked, span: SourceSpan(whole: SampleRound.file))
    var record = UnitRecord(
      unit: unit, set: self.set, block: self.set, assessment: try assessment(set),
      figures: set.figures.map { plan.figures.value($0, unit: id) })
    record.conditionFigures = plan.blocks[self.set].conditionFigures
      .map { plan.figures.value($0, unit: id) }
    record.outsideSubordinates = ["results": outside]
    for (place, entry) in entries.enumerated() {
      record.entries.append(try self.entry(entry, place, set))
    }
    return record
  }

  private func assessment(_ set: CriteriaSet) throws -> SelfAssessment {
    var assessment = SelfAssessment(set: set)
    assessment.file = SourceFile(path: file)
    assessment.submittedAt = submitted.flatMap(SampleRound.moment)
    var plan = EvidenceDocument(id: "ke-hoach", kind: "kế hoạch", line: 3)
    plan.number = "3871/KH-STC"
    plan.date = SampleRound.day(2017, 1, 12)
    plan.issuer = "Sở Tài chính"
    plan.title = "Kế hoạch cải cách hành chính năm 2017"
    plan.file = "evidence/3871-kh-stc.pdf"
    plan.state = .present(sha256: "00")
    var report = EvidenceDocument(id: "bao-cao", kind: "báo cáo", line: 4)
    report.title = "Báo cáo năm"
    report.file = "evidence/bao-cao.pdf"
    report.state = .missing
    assessment.shelf = [plan, report]
    for (number, place) in set.inputs.indices.enumerated() {
      let input = set.inputs[place]
      guard let text = inputs[input.name] else { continue }
      assessment.inputs[place] = value(text, input)
      assessment.inputLines[place] = UInt32(10 + number)
    }
    let answered = Set(claims.keys).union(notApplicable.keys).union(evidence.keys)
    for item in set.items where answered.contains(item.id) {
      assessment.answers[item.index] = Answer(
        claim: claims[item.id].flatMap { Exact(parsing: $0) },
        notApplicable: notApplicable[item.id],
        citations: (evidence[item.id] ?? []).map {
          Citation(document: $0, section: "II", pages: "1-4")
        }, line: UInt32(5 + item.index))
    }
    return assessment
  }

  private func value(_ text: String, _ input: Input) -> InputValue {
    if text == "!" { return .impossible }
    return switch input.type {
    case .count, .number, .rate:
      Exact(parsing: text).map { .given(.number($0)) } ?? .impossible
    case .date:
      text == "none"
        ? .given(.noDate) : SampleRound.moment(text).map { .given(.date($0)) } ?? .impossible
    case .yesNo: .given(.truth(text == "yes"))
    case .choice, .text: .given(.text(text))
    }
  }

  private func entry(
    _ entry: (subject: String, stage: Int, decision: SampleDecision, reason: String?),
    _ place: Int, _ set: CriteriaSet
  ) throws -> AppraisalEntry {
    let decision: AppraisalEntry.Decision =
      switch entry.decision {
      case .accept: .accept
      case .adjust(let name, let text):
        .adjust([
          try #require(set.inputs.firstIndex { $0.name == name }): .given(
            .number(try #require(Exact(parsing: text))))
        ])
      case .set(let points): .setPoints(try #require(Exact(parsing: points)), beyondRule: false)
      case .reject(let documents): .rejectEvidence(documents)
      case .ask: .requestExplanation
      case .explain(let text): .explanation(text)
      case .notApplicable: .markNotApplicable
      case .correct(let value): .correctFigure(.number(try #require(Exact(parsing: value))))
      }
    let author = [id, "to-giup-viec/02", id, "to-giup-viec/02", "hoi-dong"][entry.stage]
    return AppraisalEntry(
      subject: set.itemIndex(entry.subject).map { .item($0) } ?? .figure(entry.subject),
      stage: entry.stage, decision: decision, reason: entry.reason, author: author,
      at: LocalMoment(SampleRound.day(2018, 1, 2 + entry.stage * 3), minute: 550),
      span: SampleRound.span("Submissions/mau/units/\(id)/appraisal.yaml", 5 + place))
  }
}

enum SampleDecision {
  case accept
  case adjust(String, String)
  case set(String)
  case reject([String])
  case ask
  case explain(String)
  case notApplicable
  case correct(String)
}

extension SampleRound {
  static let units: [SampleUnit] = departments + districts

  private static let departments = [
    SampleUnit(
      id: "so-noi-vu", name: "Sở Nội vụ", set: 0, traits: ["handles_dossiers"],
      inputs: [
        "staff": "62", "issued_on": "2016-12-27", "complete": "yes", "posted_days": "30",
        "planned": "20", "completed": "19", "level": "done", "found": "4", "fixed": "4",
        "handling": "0", "articles": "14", "initiatives": "1", "prize": "first",
        "autonomy": "100%", "spent": "5400000000", "granted": "5400000000",
      ], evidence: ["1.1.1": [0], "1.1.3": [0]],
      entries: [("1.2.4", 4, .set("0.5"), "Sáng kiến được nhân rộng toàn tỉnh")]),
    SampleUnit(
      id: "so-thong-tin-va-truyen-thong", name: "Sở Thông tin và Truyền thông", set: 0,
      traits: ["handles_dossiers"],
      inputs: [
        "staff": "38", "issued_on": "2016-12-31", "complete": "yes", "posted_days": "60",
        "planned": "12", "completed": "12", "level": "done", "found": "2", "fixed": "2",
        "handling": "0", "articles": "10", "initiatives": "2", "prize": "none",
        "autonomy": "100%", "spent": "2000000000", "granted": "2000000000",
      ], evidence: ["1.1.1": [0], "1.1.3": [0]],
      entries: [("1.2.4", 4, .set("0.5"), "Đồng ý")]),
    SampleUnit(
      id: "so-tai-chinh", name: "Sở Tài chính", set: 0, traits: ["handles_dossiers"],
      inputs: [
        "staff": "70", "issued_on": "2017-01-12", "complete": "yes", "posted_days": "12",
        "planned": "20", "completed": "18", "level": "late", "found": "3", "fixed": "1",
        "handling": "1", "articles": "4", "initiatives": "1", "prize": "none",
        "autonomy": "45%", "spent": "3900000000", "granted": "4200000000",
      ],
      claims: ["1.1.1": "1", "1.1.3": "2", "1.1.4": "1"],
      evidence: ["1.1.1": [0], "1.1.3": [0, 1]],
      entries: [
        (
          "1.1.3", 1, .adjust("completed", "13"),
          "Năm nhiệm vụ chưa có sản phẩm tại thời điểm chốt số liệu"
        ),
        ("1.1.3", 2, .explain("Ba nhiệm vụ đã có sản phẩm ngày 28/12/2017"), nil),
        ("1.1.3", 3, .adjust("completed", "16"), "Chấp nhận giải trình ba nhiệm vụ"),
        ("reports.late", 3, .correct("1"), "Báo cáo quý III gửi đúng hạn theo dấu công văn đến"),
        ("1.2.4", 4, .set("0.25"), "Có mô hình mới nhưng chưa nhân rộng"),
        ("1.1.1", 1, .accept, nil),
      ]),
    SampleUnit(
      id: "so-tu-phap", name: "Sở Tư pháp", set: 0, traits: ["handles_dossiers"],
      inputs: [
        "staff": "41", "issued_on": "none", "complete": "no", "posted_days": "45",
        "planned": "0", "completed": "0", "found": "0", "fixed": "0", "handling": "0",
        "articles": "5", "prize": "first", "autonomy": "10%", "spent": "0", "granted": "0",
      ],
      notApplicable: ["1.1.4": "Không phát sinh trong kỳ"],
      entries: [
        ("1.1.1", 1, .ask, "Chưa thấy kế hoạch"),
        ("1.2.4", 4, .set("0"), "Không có nội dung mới"),
      ]),
    SampleUnit(
      id: "so-y-te", name: "Sở Y tế", set: 0,
      inputs: [
        "staff": "!", "issued_on": "2017-03-02", "complete": "yes", "planned": "7",
        "completed": "5", "level": "none", "found": "!", "fixed": "1", "handling": "0",
        "articles": "3", "initiatives": "0", "prize": "none", "autonomy": "30%",
        "spent": "1", "granted": "3",
      ],
      evidence: ["1.1.1": [0], "1.1.3": [1]],
      entries: [
        ("1.1.1", 1, .reject(["ke-hoach"]), "Văn bản không phải kế hoạch năm 2017"),
        ("1.2.3", 1, .notApplicable, "Đơn vị mới thành lập"),
      ]),
    SampleUnit(
      id: "ban-dan-toc", name: "Ban Dân tộc", set: 0, submitted: nil),
    SampleUnit(
      id: "ban-quan-ly", name: "Ban Quản lý Khu kinh tế Vân Phong", set: 0, isRanked: false,
      inputs: ["complete": "yes", "posted_days": "31", "autonomy": "120%"]),
  ]

  private static let districts = [
    SampleUnit(
      id: "huyen-dong", name: "UBND huyện Đông", set: 1,
      outside: [
        SubordinateResult(
          name: "Chi cục Thuế", isSubmitted: true, index: 80, grade: "Khá",
          figures: ["survey.overall": .known(.number(Exact(8, over: 10) ?? .zero))]),
        SubordinateResult(
          name: "Kho bạc", isSubmitted: true, index: 90, grade: "Tốt",
          figures: ["survey.overall": .known(.number(Exact(9, over: 10) ?? .zero))]),
      ]),
    SampleUnit(
      id: "huyen-tay", name: "UBND huyện Tây", set: 1,
      outside: [SubordinateResult(name: "Chi cục Thuế", isSubmitted: true, index: nil, grade: nil)]),
    commune("xa-an-binh", "UBND xã An Bình", "huyen-dong", "9", "10", "yes"),
    commune("xa-dai-lanh", "UBND xã Đại Lãnh", "huyen-dong", "3", "6", "no"),
    SampleUnit(
      id: "xa-ong", name: "UBND xã Ông", set: 2, parent: "huyen-dong", submitted: nil),
    commune("xa-van-thang", "UBND xã Vạn Thắng", "huyen-tay", "2", "3", "yes"),
    commune("xa-an-hai", "UBND xã Ân Hải", "huyen-tay", "4", "6", "yes"),
    commune("xa-a", "UBND xã Áng", "huyen-tay", "6", "9", "yes"),
  ]

  private static func commune(
    _ id: String, _ name: String, _ parent: String, _ completed: String, _ planned: String,
    _ posted: String
  ) -> SampleUnit {
    SampleUnit(
      id: id, name: name, set: 2, parent: parent,
      inputs: ["planned": planned, "completed": completed, "posted": posted])
  }
}
