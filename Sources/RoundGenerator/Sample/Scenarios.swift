/// The faults and appraisals that the sample round shows, by unit.
///
/// All of them are made up; they say nothing of the real units.
enum Scenarios {
  static func of(_ unit: String, _ year: Int) -> Scenario {
    (year == 2019 ? Scenarios2019.all : all)[unit] ?? Scenario()
  }

  private static let all: [String: Scenario] = [
    // Departments.
    "van-phong-ubnd-tinh": Scenario(quality: 860),
    "thanh-tra-tinh": Scenario(quality: 930),
    "so-noi-vu": Scenario(
      quality: 900, overclaims: ["1.7.1"],
      steps: [
        AppraisalStep("1.7.1", .first, .accept),
        AppraisalStep("1.6.2", .first, .lower, "Một số tin, bài đăng lại, chỉ tính một lần"),
      ]),
    "so-tu-phap": Scenario(
      quality: 700, overclaims: ["2.2.2", "2.4.2"],
      steps: [
        AppraisalStep(
          "2.2.2", .first, .lower, "Danh mục kèm theo ghi ít văn bản đã rà soát hơn số tự khai"),
        AppraisalStep("2.4.2", .first, .request, "Đề nghị gửi bảng tổng hợp từng kiến nghị"),
        AppraisalStep(
          "2.4.2", .explanation,
          .explain("Đã bổ sung bảng tổng hợp; hai kiến nghị trả lời sau thời hạn")),
        AppraisalStep("2.4.2", .second, .halve, "Công nhận một nửa số điểm sau giải trình"),
      ]),
    "so-cong-thuong": Scenario(quality: 820, withoutEvidence: ["1.3.2", "5.5.1"]),
    "so-ke-hoach-va-dau-tu": Scenario(
      quality: 520, unnumbered: ["1.3.3"], overclaims: ["1.1.3", "1.6.1", "5.3.1"],
      steps: [
        AppraisalStep("1.1.3", .first, .lower, "Một số nhiệm vụ chưa có sản phẩm theo kế hoạch"),
        AppraisalStep(
          "5.3.1", .first, .request, "Số lượt đào tạo tự khai lớn hơn báo cáo đã gửi Sở Nội vụ"),
        // Asked in the first appraisal, never answered.
        AppraisalStep("1.6.1", .first, .request, "Đề nghị gửi kế hoạch tuyên truyền năm 2017"),
        AppraisalStep(
          "5.3.1", .explanation, .explain("Số liệu tính cả lớp do bộ, ngành tổ chức")),
        AppraisalStep("5.3.1", .second, .accept),
      ]),
    "so-xay-dung": Scenario(quality: 640, unanswered: ["6.4.2"]),
    "so-giao-thong-van-tai": Scenario(
      quality: 760,
      dispute: Scenario.Dispute(
        figure: "coordination.on_time", by: 4,
        ground: "Một số văn bản đã trả lời qua E-Office nhưng sổ chưa ghi nhận"),
      steps: [
        AppraisalStep(
          "coordination.on_time", .first, .correct(4),
          "Đối chiếu E-Office: bốn văn bản trả lời đúng hạn chưa được ghi vào sổ")
      ]),
    "so-du-lich": Scenario(quality: 560, submittedAt: "2017-12-21T09:40", listsLinkedLate: false),
    "so-giao-duc-va-dao-tao": Scenario(
      quality: 880, citePlan: ["1.1.2", "1.3.1", "1.6.1", "2.2.1", "3.1.1"]),
    "so-ngoai-vu": Scenario(
      quality: 780,
      notApplicable: ["2.4.1": "Không có đối tượng quản lý là doanh nghiệp trong năm"],
      steps: [
        AppraisalStep(
          "2.4.1", .first, .notApplicable, "Không phát sinh đối tượng phải tổ chức đối thoại")
      ]),
    "so-y-te": Scenario(
      quality: 840, outsideWindow: ["1.6.1"], overclaims: ["3.2.2"],
      steps: [
        AppraisalStep(
          "1.6.1", .first, .rejectEvidence, "Văn bản ban hành ngoài thời gian của kỳ đánh giá"),
        AppraisalStep(
          "3.2.2", .first, .lower, "Kiểm tra trang thông tin điện tử: một số TTHC đã hết hiệu lực"),
        AppraisalStep(
          "1.6.1", .explanation,
          .explain("Văn bản ban hành cuối năm trước để thực hiện trong năm 2017")),
        AppraisalStep("1.6.1", .second, .halve, "Công nhận phần nội dung thực hiện trong năm 2017"),
      ]),
    "so-tai-chinh": Scenario(
      quality: 870,
      steps: [
        AppraisalStep("6.1.2", .first, .accept),
        AppraisalStep("6.2.1", .first, .accept),
      ]),
    "ban-dan-toc": Scenario(
      quality: 740,
      notApplicable: ["7.4.2": "Không có TTHC nên không xây dựng quy trình ISO"]),
    "so-khoa-hoc-va-cong-nghe": Scenario(quality: 910),

    // Vertical agencies.
    "cong-an-tinh": Scenario(
      quality: 720,
      notApplicable: ["5.1.3": "Ngành dọc cấp trên chưa giao áp dụng TCVN ISO 9001"],
      steps: [
        AppraisalStep(
          "5.1.3", .first, .notApplicable, "Thống nhất: chưa thuộc diện phải áp dụng trong năm")
      ]),
    "kho-bac-nha-nuoc": Scenario(quality: 930),
    "cuc-hai-quan": Scenario(
      quality: 850, overclaims: ["2.1.2"],
      steps: [
        AppraisalStep("2.1.2", .first, .lower, "Quyết định kèm theo nêu ít thủ tục hơn số tự khai")
      ]),

    // Districts.
    "thanh-pho-nha-trang": Scenario(
      quality: 850, overclaims: ["1.6.1", "5.1.3"],
      steps: [
        AppraisalStep("5.1.3", .first, .lower, "Số lượt đã thực hiện theo danh sách thấp hơn"),
        AppraisalStep("1.6.1", .first, .accept),
      ]),
    "thi-xa-ninh-hoa": Scenario(quality: 660, withoutEvidence: ["2.2.2"]),
    "huyen-dien-khanh": Scenario(quality: 800),
    "huyen-khanh-vinh": Scenario(quality: 900),

    // Public service units; two of them tie.
    "ban-qlda-nong-nghiep": Scenario(twin: "ban-qlda-giao-thong"),
    "ban-qlda-giao-thong": Scenario(quality: 790),
    "truong-dai-hoc-khanh-hoa": Scenario(quality: 330),
    "truong-cao-dang-y-te": Scenario(
      quality: 880, planFile: .otherDigest,
      steps: [AppraisalStep("2.1.2", .first, .accept)]),

    // Communes.
    "ninh-hoa-xa-ninh-tay": Scenario(submittedAt: ""),
    "ninh-hoa-xa-ninh-trung": Scenario(quality: 985),
    "ninh-hoa-xa-ninh-tan": Scenario(quality: 40, withoutEvidence: ["1.1.1", "1.3.1"]),
    "ninh-hoa-xa-ninh-van": Scenario(quality: 520, unanswered: ["6.1.3"]),
    "ninh-hoa-xa-ninh-son": Scenario(
      quality: 700,
      notApplicable: ["2.2.2": "Năm 2017 chưa thuộc diện đánh giá đạt chuẩn tiếp cận pháp luật"]),
    "ninh-hoa-xa-ninh-quang": Scenario(
      quality: 760,
      dispute: Scenario.Dispute(
        figure: "edocs.handled_on_time", by: 30,
        ground: "Một số văn bản đến đã xử lý đúng hạn nhưng phần mềm ghi sai thời điểm")),
    "cam-lam-xa-cam-hai-dong": Scenario(quality: 420, submittedAt: "2017-12-22T08:15"),
    "cam-lam-xa-suoi-cat": Scenario(quality: 800, planFile: .absent),
    "cam-lam-xa-cam-tan": Scenario(quality: 820, planFile: .empty),
    "van-ninh-xa-van-khanh": Scenario(quality: 860, planFile: .shared),
    "van-ninh-xa-van-phu": Scenario(quality: 780, planFile: .shared),
    "khanh-vinh-xa-khanh-nam": Scenario(quality: 900),
    "khanh-vinh-xa-khanh-binh": Scenario(twin: "khanh-vinh-xa-khanh-nam"),
    "dien-khanh-xa-dien-son": Scenario(
      quality: 930, overclaims: ["1.5.1"],
      steps: [
        AppraisalStep("1.5.1", .first, .accept),
        AppraisalStep("7.2.2", .first, .lower, "Buổi hướng dẫn lồng ghép không có danh sách"),
      ]),
    "dien-khanh-xa-dien-lac": Scenario(
      quality: 560, overclaims: ["2.2.1"],
      steps: [
        AppraisalStep("2.2.1", .first, .request, "Đề nghị gửi báo cáo kết quả phổ biến pháp luật"),
        AppraisalStep("2.2.1", .explanation, .explain("Đã gửi bổ sung báo cáo")),
        AppraisalStep("2.2.1", .second, .accept),
      ]),
    "nha-trang-phuong-loc-tho": Scenario(
      quality: 830, overclaims: ["3.2.1"],
      steps: [
        AppraisalStep(
          "3.2.1", .first, .lower, "Số hồ sơ trên phần mềm thấp hơn sổ tiếp nhận do ghi thiếu")
      ]),
  ]
}
