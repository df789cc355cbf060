import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A small set, a round and one unit, for tests that read the unit's folder.
struct SubmissionFixture {
  let folder: TemporaryFolder
  let set: CriteriaSet
  let plan: RoundPlan
  let unit: Grading.Unit

  init() throws {
    folder = try TemporaryFolder()
    let loading = loadCriteriaSet(try folder.write("set.yaml", Self.criteria))
    try #require(
      loading.diagnostics.isEmpty, "\(TextRenderer(language: .english).render(loading.diagnostics))"
    )
    set = try #require(loading.set)
    plan = Self.plan()
    unit = Grading.Unit(
      id: "so-y-te", name: "Sở Y tế", type: "so", traits: ["khong-co-tthc"],
      span: SourceSpan(whole: SourceFile(path: "units.yaml")))
  }

  /// The unit's folder, as people would see its name.
  var path: String { folder.path("so-y-te") }

  func reader(checksEvidenceFiles: Bool = true) -> SubmissionReader {
    var options = SubmissionReader.Options()
    options.checksEvidenceFiles = checksEvidenceFiles
    return SubmissionReader(roundID: "vong-thu", plan: plan, set: set, options: options)
  }

  /// Writes the files that are given and reads the folder.
  func read(
    assessment: String? = nil, evidence: String? = nil, appraisal: String? = nil,
    checksEvidenceFiles: Bool = true
  ) throws -> UnitSubmission {
    if let assessment { try folder.write("so-y-te/self-assessment.yaml", assessment) }
    if let evidence { try folder.write("so-y-te/evidence.yaml", evidence) }
    if let appraisal { try folder.write("so-y-te/appraisal.yaml", appraisal) }
    return reader(checksEvidenceFiles: checksEvidenceFiles).read(unit, folder: path)
  }

  /// What people read about a submission, with the temporary folder's name taken out.
  func rendered(_ submission: UnitSubmission, _ language: Language) -> String {
    plain(TextRenderer(language: language).render(submission.diagnostics))
  }

  func plain(_ text: String) -> String {
    var parts: [Substring] = []
    var rest = text[...]
    while let found = rest.firstRange(of: folder.path("")) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return (parts + [rest]).joined()
  }

  static func heading(_ kind: String, _ body: String) -> String {
    kind == "evidence"
      ? "format: parindex/evidence@1\n\(body)"
      : "format: parindex/\(kind)@1\nround: vong-thu\nunit: so-y-te\n\(body)"
  }

  /// A self-assessment that was handed in, with these answers in one line each.
  static func answers(_ lines: String...) -> String {
    heading(
      "self-assessment",
      "submitted_at: 2017-12-19T15:30\nanswers:\n"
        + lines.map { "  \($0)\n" }.joined())
  }

  private static func plan() -> RoundPlan {
    func moment(_ text: String) -> LocalMoment? { LocalMoment(parsing: text) }
    func stage(_ id: String, _ kind: Stage.Kind, beyond: Bool = false) -> Stage {
      Stage(
        id: id, title: id, kind: kind, who: nil, deadline: moment("2017-12-20T17:00"),
        allowsBeyondRule: beyond)
    }
    return RoundPlan(
      id: "vong-thu", title: "Kỳ thử",
      calendar: RoundCalendar(
        year: 2017,
        deadlines: ["self_assessment": moment("2017-12-20T17:00")].compactMapValues { $0 }
      ),
      stages: [
        stage("self-assessment", .claim), stage("appraisal-1", .appraisal),
        stage("explanation", .explanation), stage("council", .council, beyond: true),
      ],
      blocks: [], beforeAppraisal: .computed, notSubmitted: .unranked, surveysNotHeld: [],
      isIllustrative: false)
  }

  static let criteria = """
    format: parindex/criteria@1
    id: thu/so
    title: Bộ tiêu chí thử
    year: 2017
    unit_type: so
    basis: {document: 1/QĐ-UBND, date: 2017-06-06}
    clause: {document: 1/QĐ-UBND}
    max_points: 14
    rounding: {points: 2, index: 2, mode: half_up}
    without_evidence: keep
    shared_inputs:
      staff: {type: count, title: Số công chức có mặt}
      trained: {type: count, title: Số công chức được tập huấn, at_most: staff}
    figures:
      reports:
        title: Sổ theo dõi báo cáo
        columns:
          late: {type: count, title: Số báo cáo trễ hạn}
          rate: {type: rate, title: Tỷ lệ báo cáo đúng hạn}
    areas:
      - id: "1"
        title: Chỉ đạo, điều hành
        max_points: 10
        criteria:
          - id: "1.1"
            title: Kế hoạch
            max_points: 6
            sub_criteria:
              - id: "1.1.1"
                title: Ban hành kế hoạch
                max_points: 1
                inputs:
                  issued_on: {type: date, title: Ngày ban hành, range: ["date(year - 1, 10, 1)", "date(year, 12, 31)"]}
                rule: {timeliness: {date: issued_on, steps: [{by: "date(year - 1, 12, 31)", points: 1}], otherwise: 0, missing: 0}}
                evidence: {required: yes, kinds: [kế hoạch]}
              - id: "1.1.2"
                title: Hoàn thành kế hoạch
                max_points: 2
                inputs:
                  planned: {type: count, title: Số nhiệm vụ}
                  completed: {type: count, title: Số đã hoàn thành, at_most: planned}
                rule: {steps: {of: completed / planned, bands: [{above: 90%, points: 2}, {from: 70%, points: 1}, {otherwise: 0}]}}
                if_undefined: pending
              - id: "1.1.3"
                title: Mức độ và tỷ lệ
                max_points: 1
                inputs:
                  level: {type: choice, title: Mức độ, options: {done: Đã làm, late: Chậm, none: Không}}
                  share: {type: rate, title: Tỷ lệ, range: [~, 80%]}
                  funded: {type: yes_no, title: Có kinh phí}
                  remark: {type: text, title: Nhận xét}
                rule: {yes_no: level = 'done' and share >= 50% and funded and remark != ''}
              - id: "1.1.4"
                title: Chi phí
                max_points: 2
                inputs:
                  cost: {type: number, title: Chi phí, range: [0, 5000]}
                  helpers: {type: count, title: Số người, range: [~, staff]}
                rule: {yes_no: cost > 10 and helpers > 0}
          - id: "1.2"
            title: Sáng kiến
            max_points: 2
            inputs:
              initiatives: {type: count, title: Số sáng kiến}
              award: {type: choice, title: Giải thưởng, options: {first: Nhất, none: Không}}
            rule: {best_of: [{per_item: {count: initiatives, points: 1}}, {choice: {of: award, levels: {first: 2, none: 0}}}]}
          - id: "1.3"
            title: Một cửa
            max_points: 2
            sub_criteria:
              - id: "1.3.1"
                title: Hồ sơ
                max_points: 1
                not_applicable_for: [khong-co-tthc]
                inputs:
                  posted: {type: yes_no, title: Niêm yết}
                rule: {yes_no: posted}
              - id: "1.3.2"
                title: Phản ánh
                max_points: 1
                may_be_not_applicable: yes
                inputs:
                  answered: {type: yes_no, title: Đã trả lời}
                rule: {yes_no: answered}
      - id: "2"
        title: Kết quả
        max_points: 4
        criteria:
          - id: "2.1"
            title: Báo cáo
            max_points: 2
            scored_by: register
            rule: {deduction: {per: [{count: reports.late, points: 0.5}]}}
            if_missing: pending
          - id: "2.2"
            title: Hội đồng
            max_points: 1
            rule: {council: [0, 0.5, 1]}
          - id: "2.3"
            title: Tập huấn
            max_points: 1
            rule: {proportional: {of: "if(submission.on_time, trained / staff, reports.rate)"}}
            if_undefined: pending
            if_missing: pending

    """
}
