import Diagnostics
import Loading
import TestSupport

/// A small criteria file, and files of worked cases beside it.
struct CasesFolder {
  let folder: TemporaryFolder

  init(criteria: String = CasesFolder.criteria) throws {
    folder = try TemporaryFolder()
    try folder.write("so.yaml", criteria)
  }

  /// Runs the cases of a text; the head is added unless the text brings its own.
  func run(_ cases: String, name: String = "so.cases.yaml") throws -> CasesRun {
    let head = "format: parindex/cases@1\ncriteria: so.yaml\n"
    let text = cases.hasPrefix("format:") ? cases : head + cases
    return runCases(try folder.write(name, text))
  }

  /// Diagnostics as people read them, without the place of the folder.
  func text(_ run: CasesRun, _ language: Language) -> String {
    TextRenderer(language: language).render(run.diagnostics)
      .replacing(folder.path + "/", with: "")
  }

  /// Items of most kinds, two to a criterion.
  static let criteria = """
    format: parindex/criteria@1
    id: thu-nghiem/so
    title: Bộ tiêu chí thử
    year: 2017
    unit_type: so
    clause: {document: 1590/QĐ-UBND, article: "1"}
    max_points: 12
    rounding: {points: 2, index: 2, mode: half_up}
    without_evidence: keep
    shared_inputs:
      staff: {type: count, title: Số công chức}
    figures:
      reports: {title: Sổ báo cáo, columns: {late: {type: count, title: Báo cáo trễ}}}
      survey: {title: Khảo sát, columns: {overall: {type: rate, title: Chỉ số}}}
    areas:
      - id: "1"
        title: Chỉ đạo, điều hành
        max_points: 12
        criteria:
          - id: "1.1"
            title: Kế hoạch
            max_points: 5
            sub_criteria:
              - id: "1.1.1"
                title: Ban hành kịp thời
                max_points: 1
                inputs: {issued_on: {type: date, title: Ngày ban hành}}
                rule:
                  timeliness:
                    date: issued_on
                    steps:
                      - {by: "date(year - 1, 12, 31)", points: 1}
                      - {by: "date(year, 1, 31)", points: 0.5}
                    otherwise: 0
                    missing: -1
              - id: "1.1.2"
                title: Hoàn thành kế hoạch
                max_points: 2
                inputs:
                  planned: {type: count, title: Số nhiệm vụ}
                  completed: {type: count, title: Đã hoàn thành, at_most: planned}
                rule:
                  steps:
                    of: completed / planned
                    bands:
                      - {above: 90%, points: 2}
                      - {from: 70%, points: 1}
                      - {otherwise: 0}
                if_undefined: pending
              - id: "1.1.3"
                title: Chất lượng
                max_points: 2
                inputs:
                  level: {type: choice, title: Mức, options: {done: Xong, late: Trễ, none_yet: Chưa}}
                rule: {choice: {done: 2, late: 1, none_yet: 0}}
                may_be_not_applicable: yes
          - id: "1.2"
            title: Báo cáo và kết quả
            max_points: 7
            sub_criteria:
              - id: "1.2.1"
                title: Chế độ báo cáo
                max_points: 1
                rule: {deduction: {per: [{count: reports.late, points: 0.25}], floor: 0}}
                if_missing: pending
                scored_by: register
              - id: "1.2.2"
                title: Hài lòng
                max_points: 3
                rule: {survey: {of: survey.overall}}
                if_missing: pending
                scored_by: survey
                applies_when: unit.handles_dossiers
              - id: "1.2.3"
                title: Sáng kiến
                max_points: 1
                inputs:
                  ideas: {type: count, title: Số sáng kiến}
                  prize: {type: choice, title: Giải, options: {first: Nhất, second: Nhì}}
                rule:
                  best_of:
                    - {per_item: {count: ideas, points: 0.5}}
                    - {choice: {of: prize, levels: {first: 1, second: 0.75}}}
              - id: "1.2.4"
                title: Chữ ký số
                max_points: 2
                inputs: {signed: {type: rate, title: Tỷ lệ ký số}, has_plan: {type: yes_no, title: Có kế hoạch}}
                rule:
                  formula:
                    - {when: has_plan and signed >= 80%, points: 2}
                    - {when: has_plan and staff > 0, points: 1}
                    - {otherwise: 0}

    """
}
