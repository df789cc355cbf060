/// The faults and appraisals that the round of 2019 shows, by unit: fewer than in 2017, and those
/// that records of single dossiers bring with them.
///
/// All of them are made up; they say nothing of the real units.
enum Scenarios2019 {
  static let all: [String: Scenario] = [
    // Departments.
    "van-phong-ubnd-tinh": Scenario(quality: 880),
    "thanh-tra-tinh": Scenario(quality: 910),
    "so-khoa-hoc-va-cong-nghe": Scenario(quality: 940),
    "so-tu-phap": Scenario(
      quality: 830, overclaims: ["2.2.2"],
      steps: [
        AppraisalStep("2.2.2", .first, .lower, "Danh mục kèm theo ít văn bản hơn số tự khai")
      ]),
    // Dossiers late with others, and no list of them.
    "so-tai-nguyen-va-moi-truong": Scenario(quality: 740, listsLinkedLate: false),
    "so-du-lich": Scenario(quality: 610, submittedAt: "2019-12-23T10:05"),
    "so-ke-hoach-va-dau-tu": Scenario(
      quality: 760, overclaims: ["1.6.1"],
      steps: [
        AppraisalStep("1.6.1", .first, .request, "Đề nghị gửi kế hoạch tuyên truyền trong năm"),
        AppraisalStep("1.6.1", .explanation, .explain("Kế hoạch lồng ghép, gửi kèm phụ lục 3")),
        AppraisalStep("1.6.1", .second, .accept),
      ]),
    "ban-dan-toc": Scenario(quality: 800),

    // Vertical agencies.
    "cong-an-tinh": Scenario(quality: 780),
    "cuc-hai-quan": Scenario(quality: 900),

    // Districts.
    "thanh-pho-nha-trang": Scenario(quality: 820, listsLinkedLate: false),
    "thi-xa-ninh-hoa": Scenario(quality: 690, withoutEvidence: ["2.2.2"]),
    "huyen-van-ninh": Scenario(
      quality: 880, overclaims: ["1.6.1"],
      steps: [AppraisalStep("1.6.1", .first, .accept)]),

    // Public service units.
    "truong-cao-dang-nghe-nha-trang": Scenario(quality: 420),
    "ban-qlda-giao-thong": Scenario(quality: 860, unnumbered: ["1.1.2"]),

    // Communes.
    "khanh-son-xa-ba-cum-nam": Scenario(submittedAt: ""),
    "ninh-hoa-xa-ninh-trung": Scenario(quality: 870),
    "cam-lam-xa-cam-tan": Scenario(quality: 700, planFile: .empty),
    "van-ninh-xa-van-phu": Scenario(quality: 560, unanswered: ["6.1.3"]),
    "dien-khanh-xa-dien-son": Scenario(
      quality: 900, overclaims: ["1.5.1"],
      steps: [AppraisalStep("1.5.1", .first, .accept)]),
  ]
}
