/// The criteria of a large round: eight areas of five criteria of two sub-criteria, in the manner
/// of the departments' set, with no figures but one register.
enum LargeCriteria {
  static let areas = 8
  static let items = 80

  static var text: String {
    var text = """
      # Bộ tiêu chí minh họa để đo tốc độ: 8 lĩnh vực, 40 tiêu chí, 80 tiêu chí thành phần.
      format: parindex/criteria@1
      id: do-toc-do/so
      title: Bộ tiêu chí minh họa để đo tốc độ
      year: 2017
      unit_type: so
      basis: {document: minh họa}
      clause: {document: minh họa}
      max_points: 100
      rounding: {points: 2, index: 2, mode: half_up}
      without_evidence: keep
      shared_inputs:
        staff: {type: count, title: Số công chức có mặt}
      figures:
        reports:
          title: Sổ theo dõi báo cáo cải cách hành chính
          columns:
            late: {type: count, title: Số báo cáo gửi trễ hạn}
      areas:

      """
    for area in 1...areas {
      text += "  - id: \"\(area)\"\n    title: Lĩnh vực \(area)\n    max_points: 12.5\n"
      text += "    criteria:\n"
      for criterion in 1...5 {
        text += "      - id: \"\(area).\(criterion)\"\n"
        text += "        title: Tiêu chí \(area).\(criterion)\n        max_points: 2.5\n"
        text += "        sub_criteria:\n"
        for item in 1...2 {
          let form = forms[(criterion - 1) * 2 + item - 1]
          text += "          - id: \"\(area).\(criterion).\(item)\"\n"
          text += "            title: \(form.title)\n            max_points: 1.25\n"
          for line in form.lines { text += "            \(line)\n" }
        }
      }
    }
    return text
  }

  private struct Form {
    let title: String
    let lines: [String]
  }

  private static func unit(_ title: String, _ lines: [String]) -> Form {
    Form(
      title: title,
      lines: lines + ["scored_by: unit", "evidence: {required: yes, kinds: [kế hoạch, báo cáo]}"])
  }

  private static let forms: [Form] = [
    unit(
      "Thời điểm ban hành kế hoạch",
      [
        "inputs:",
        "  issued_on: {type: date, title: Ngày ban hành}",
        "rule:",
        "  timeliness:",
        "    date: issued_on",
        "    steps:",
        "      - {by: \"date(year - 1, 12, 31)\", points: 1.25}",
        "      - {by: \"date(year, 1, 31)\", points: 0.5}",
        "    otherwise: 0",
        "    missing: -0.5",
      ]),
    unit(
      "Mức độ hoàn thành kế hoạch",
      [
        "inputs:",
        "  planned: {type: count, title: Số nhiệm vụ theo kế hoạch, unit: nhiệm vụ}",
        "  completed: {type: count, title: Số nhiệm vụ đã hoàn thành, at_most: planned}",
        "rule:",
        "  steps:",
        "    of: completed / planned",
        "    bands:",
        "      - {from: 100%, points: 1.25}",
        "      - {from: 90%, points: 0.75}",
        "      - {from: 80%, points: 0.25}",
        "      - {otherwise: 0}",
        "if_undefined: zero",
      ]),
    unit(
      "Kế hoạch đủ nhiệm vụ, kinh phí",
      [
        "inputs:",
        "  covers_all_areas: {type: yes_no, title: Đủ nhiệm vụ trên các lĩnh vực}",
        "  funded: {type: yes_no, title: Có bố trí kinh phí}",
        "rule: {yes_no: covers_all_areas and funded}",
      ]),
    unit(
      "Mức thực hiện chế độ công khai",
      [
        "inputs:",
        "  level:",
        "    type: choice",
        "    title: Mức thực hiện",
        "    options: {published: Đã công khai, issued: Chưa công khai, none_issued: Chưa có}",
        "rule: {choice: {published: 1.25, issued: 0.5, none_issued: 0}}",
      ]),
    unit(
      "Tỷ lệ kiến nghị được trả lời đúng hạn",
      [
        "inputs:",
        "  raised: {type: count, title: Số kiến nghị}",
        "  answered: {type: count, title: Số kiến nghị trả lời đúng hạn, at_most: raised}",
        "rule: {proportional: {of: answered / raised, floor: 70%, ceiling: 100%}}",
        "if_undefined: full_points",
      ]),
    unit(
      "Xử lý vấn đề phát hiện qua kiểm tra",
      [
        "inputs:",
        "  found: {type: count, title: Số vấn đề phát hiện}",
        "  fixed: {type: count, title: Số vấn đề đã khắc phục, at_most: found}",
        "  handling: {type: count, title: Số vấn đề đang xử lý, at_most: found}",
        "rule:",
        "  mix:",
        "    total: found",
        "    parts: [{of: fixed, factor: 1}, {of: handling, factor: 0.5}]",
        "if_undefined: full_points",
      ]),
    Form(
      title: "Gửi báo cáo đúng hạn",
      lines: [
        "rule: {deduction: {per: [{count: reports.late, points: 0.25}], floor: 0}}",
        "if_missing: pending",
        "scored_by: register",
      ]),
    unit(
      "Tin, bài về cải cách hành chính",
      [
        "inputs:",
        "  articles: {type: count, title: Số tin bài}",
        "rule: {per_item: {count: articles, points: 0.125}}",
      ]),
    unit(
      "Tỷ lệ công chức đúng vị trí việc làm so với đơn vị cao nhất",
      [
        "inputs:",
        "  matched: {type: count, title: Số người đúng vị trí việc làm, at_most: staff}",
        "rule: {relative_to_best: {of: matched / staff, within: block}}",
        "if_undefined: zero",
      ]),
    unit(
      "Sáng kiến, mô hình mới",
      [
        "inputs:",
        "  initiatives: {type: count, title: Số sáng kiến được công nhận}",
        "  prize:",
        "    type: choice",
        "    title: Giải cao nhất",
        "    options: {first: Giải nhất, third: Giải ba, no_prize: Không có giải}",
        "rule:",
        "  best_of:",
        "    - per_item: {count: initiatives, points: 0.5}",
        "    - choice: {of: prize, levels: {first: 1.25, third: 0.75, no_prize: 0}}",
      ]),
  ]
}
