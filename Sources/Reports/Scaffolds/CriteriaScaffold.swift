/// A small commented criteria set that passes `check`, to be changed into one's own.
/// - Parameter id: folder and file, like `khanh-hoa-2018/so`.
package func criteriaScaffold(id: String, title: String, unitType: String, year: Int) -> String {
  """
  # Bộ tiêu chí mẫu: sửa dần thành bộ của mình, chạy `parindex check` sau mỗi lần sửa.
  # Cách viết: Criteria/README.md. Tên khóa bằng tiếng Anh, nội dung bằng tiếng Việt.
  format: parindex/criteria@1
  id: \(ScaffoldText.scalar(id))
  title: \(ScaffoldText.scalar(title))
  year: \(year)
  unit_type: \(ScaffoldText.scalar(unitType))  # loại cơ quan, như trong units.yaml
  # Quyết định ban hành; các mục kế thừa, mục nào khác thì ghi clause riêng.
  clause: {document: 01/QĐ-UBND}
  max_points: 100
  rounding: {points: 2, index: 2, mode: half_up}  # nơi duy nhất có làm tròn
  without_evidence: keep  # keep: giữ điểm và ghi là thiếu; pending: chờ; zero: 0 điểm

  # Khai một lần, nhiều mục dùng.
  shared_inputs:
    staff: {type: count, title: Số công chức có mặt, unit: người}

  # Số liệu do cơ quan khác theo dõi; kỳ đánh giá phải có sổ với các cột này.
  figures:
    reports:
      title: Sổ theo dõi báo cáo cải cách hành chính
      columns:
        late: {type: count, title: Số báo cáo gửi trễ hạn}
    survey:
      title: Kết quả khảo sát
      columns:
        overall: {type: rate, title: Chỉ số hài lòng chung}

  # Điểm tối đa của các phần phải cộng đúng bằng phần chứa nó, cả bộ đúng bằng max_points.
  areas:
    - id: "1"
      title: Chỉ đạo, điều hành cải cách hành chính
      max_points: 60
      criteria:
        - id: "1.1"
          title: Kế hoạch cải cách hành chính năm
          max_points: 40
          sub_criteria:
            - id: "1.1.1"
              title: Ban hành kế hoạch kịp thời
              max_points: 15
              inputs:
                issued_on: {type: date, title: Ngày ban hành kế hoạch}
              rule:
                # Mốc ghi theo year để dùng lại cho năm sau; by: đến hết ngày đó, before: trước ngày đó.
                timeliness:
                  date: issued_on
                  steps:
                    - {by: "date(year - 1, 12, 31)", points: 15}
                    - {by: "date(year, 1, 31)", points: 7.5}
                  otherwise: 0
                  missing: -5  # issued_on: none, không ban hành
              appraised_by: so-noi-vu
              evidence: {required: yes, kinds: [kế hoạch], dated: ["date(year - 1, 10, 1)", "date(year, 12, 31)"]}
            - id: "1.1.2"
              title: Mức độ hoàn thành kế hoạch
              max_points: 25
              inputs:
                planned: {type: count, title: Số nhiệm vụ theo kế hoạch}
                completed: {type: count, title: Số nhiệm vụ đã hoàn thành, at_most: planned}
              rule:
                # Xét từ trên xuống. above: lớn hơn, from: từ (kể cả), below: nhỏ hơn, up_to: đến (kể cả).
                steps:
                  of: completed / planned
                  bands:
                    - {from: 100%, points: 25}
                    - {from: 80%, points: 15}
                    - {otherwise: 0}
              if_undefined: pending  # chia cho 0: không có nhiệm vụ nào
              appraised_by: so-noi-vu
              evidence: {required: yes, kinds: [báo cáo]}
              guidance: Chỉ tính nhiệm vụ hoàn thành trước ngày chốt số liệu.
        - id: "1.2"
          title: Chế độ báo cáo  # tiêu chí không chia tiêu chí thành phần: tự có cách chấm
          max_points: 20
          rule: {deduction: {per: [{count: reports.late, points: 5}], floor: 0}}
          if_missing: pending  # cơ quan khác chưa có số liệu
          scored_by: register
    - id: "2"
      title: Tác động của cải cách hành chính
      max_points: 40
      criteria:
        - id: "2.1"
          title: Chỉ số hài lòng
          max_points: 30
          optional: yes  # kỳ đánh giá có thể khai không tổ chức
          sub_criteria:
            - id: "2.1.1"
              title: Chỉ số hài lòng chung
              max_points: 30
              rule: {survey: {of: survey.overall}}
              if_missing: pending
              scored_by: survey
              applies_when: unit.handles_dossiers  # đặc điểm khai trong units.yaml
        - id: "2.2"
          title: Sáng kiến cải cách hành chính
          max_points: 10
          inputs:
            initiatives: {type: count, title: Số sáng kiến được công nhận, unit: sáng kiến}
          rule: {per_item: {count: initiatives, points: 5}}
          appraised_by: so-noi-vu
          evidence: {required: yes, kinds: [quyết định]}
          may_be_not_applicable: no

  """
}
