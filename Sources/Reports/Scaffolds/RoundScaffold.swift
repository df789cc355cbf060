/// The two files that a new round begins with.
package struct RoundScaffold: Sendable {
  /// `round.yaml`.
  package let round: String
  /// `units.yaml`.
  package let units: String

  /// - Parameters:
  ///   - criteria: the folder of criteria sets, seen from the round's folder.
  ///   - unitType: the type of units that the sets are for.
  package init(id: String, title: String, year: Int, criteria: String, unitType: String) {
    let type = ScaffoldText.scalar(unitType)
    round = """
      # Kỳ đánh giá mẫu: sửa thời hạn, khối, mức xếp hạng và các sổ theo dõi cho đúng.
      format: parindex/round@1
      id: \(ScaffoldText.scalar(id))
      title: \(ScaffoldText.scalar(title))
      year: \(year)
      criteria: \(ScaffoldText.scalar(criteria))  # thư mục các bộ tiêu chí
      units: units.yaml  # danh sách cơ quan
      # submissions: units  # thư mục bài nộp, nếu khác: units/<mã cơ quan>/self-assessment.yaml
      holidays: []  # ngày nghỉ ngoài thứ bảy, chủ nhật, như [\(year)-01-02]

      before_appraisal: computed  # hoặc lower_of_claim_and_computed: lấy điểm thấp hơn
      open_at_publication: unranked  # mục còn mở khi công bố: unranked, zero hoặc exclude
      not_submitted: unranked  # không nộp: unranked (không xếp hạng) hoặc zero
      surveys_not_held: []  # mã các phần khảo sát không tổ chức
      places_visible_to: [helper-team, council]  # ai xem thứ hạng trước khi công bố
      publication: {state: draft}
      public: {names: no, notes: no, evidence: no, gaps: no}  # công khai gì trên trang web

      # Thời hạn phải nói rõ: through là đến hết ngày, giờ đó; before là trước ngày đó.
      stages:
        - {id: self-assessment, title: Tự chấm điểm, kind: claim, who: unit, through: \(year)-12-20T17:00}
        - {id: appraisal-1, title: Thẩm định lần 1, kind: appraisal, who: helper-team, through: \(year + 1)-01-05}
        - {id: explanation, title: Giải trình, kind: explanation, who: unit, through: \(year + 1)-01-10}
        - {id: appraisal-2, title: Thẩm định lần 2, kind: appraisal, who: helper-team, through: \(year + 1)-01-15}
        - {id: council, title: Hội đồng thẩm định, kind: council, who: council, through: \(year + 1)-01-20, beyond_rule: yes}

      # Quy chế thẩm định, khi ghi nhật ký sự kiện: ai được làm gì. Người ghi ở people.yaml cạnh tệp này;
      # mã căn cứ, cơ quan, người là ví dụ. Bỏ các dấu # dưới đây để dùng.
      # procedure:
      #   grounds: [{id: thieu-tai-lieu, title: Thiếu tài liệu kiểm chứng}]  # danh mục căn cứ
      #   second_approval: {above: 0.5}  # thay đổi trên mức này trong một bước phải có người duyệt
      #   stand_ins: {so-noi-vu: so-y-te}  # ai xét mục của chính cơ quan thẩm định
      #   assignments: [{people: [to-giup-viec/01], stages: [appraisal-1], areas: ["1"], blocks: [so]}]
      #   agenda: required  # Hội đồng chỉ quyết định nội dung có trong chương trình họp
      #   quorum: 2/3
      #   reconsideration: {within: 10 working days, answer_within: 15 working days}

      # Mức xếp hạng và cách xếp hạng của từng khối; on, grades_on: rounded (số đã làm tròn) hoặc exact.
      blocks:
        - id: so
          title: Khối sở, ban, ngành
          council: province
          unit_types: [\(type)]
          grades: [{name: Tốt, from: 85}, {name: Khá, from: 70}, {name: Trung bình, from: 50}, {name: Yếu, from: 0}]
          ranking: {by: index, on: rounded, ties: competition, tie_breakers: []}
          grades_on: rounded

      # Sổ theo dõi do cơ quan khác giữ, theo tên dùng trong bộ tiêu chí (figures).
      # Bỏ {} và các dấu # dưới đây để khai sổ.
      # absent: missing là không có dòng thì chưa có số liệu; zero là không có dòng thì không có sự việc.
      registers: {}
      #   reports:
      #     file: registers/reports.csv  # cột unit là mã cơ quan, mỗi số liệu một cột
      #     owner: so-noi-vu
      #     closed_on: \(year)-12-31
      #     absent: missing

      """
    units = """
      # Danh sách cơ quan, đơn vị, địa phương của kỳ đánh giá.
      #
      # id: chữ thường không dấu, chữ số, gạch nối. type: loại, quyết định bộ tiêu chí và khối.
      # parent: mã cơ quan cấp trên. traits: đặc điểm mà bộ tiêu chí hỏi (unit.…); không khai là không có.
      # aliases, codes: tên khác, mã định danh trong các bảng số liệu. ranked: no là không xếp hạng.
      format: parindex/units@1
      traits:  # tên gọi của các đặc điểm, hiện ở phần giải thích và biểu mẫu
        handles_dossiers: {title: Có giải quyết hồ sơ TTHC}
      units:
        - {id: so-noi-vu, name: Sở Nội vụ, type: \(type), order: 1, traits: [handles_dossiers]}
        - {id: so-y-te, name: Sở Y tế, type: \(type), order: 2, traits: [handles_dossiers]}

      """
  }
}
