internal import Grading

/// Tasks as annexes II and III of report 2850/BC-SNV name them, with the office that leads; the
/// days and results in the register are made up.
enum ProvinceTasks {
  struct Task {
    let title: String
    /// Where the annexes name a quarter or a half of the year.
    let due: String?
  }

  /// Those of 2017; for another year the same tasks again, with that year in them.
  static func of(_ unit: Unit, _ year: Int) -> [Task] {
    let titles: [String] =
      switch unit.type {
      case "so": (named[unit.id] ?? []) + departments
      case "huyen": districts
      case "nganh-doc": vertical
      default: []
      }
    return titles.map {
      Task(title: dated($0, year), due: dues[$0].map { dated($0, year) })
    }
  }

  private static func dated(_ text: String, _ year: Int) -> String {
    text.replacing("2017", with: String(year))
  }

  private static let dues = [
    "Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 3% trong 6 tháng cuối năm": "2017-12-15",
    "Triển khai dịch vụ tin nhắn thông báo kết quả giải quyết hồ sơ tự động": "2017-03-31",
    "Tổ chức cấp chứng thư số chuyên dùng cho các cơ quan hành chính nhà nước": "2017-06-30",
    "Ban hành Quy định quản lý, sử dụng chữ ký số chuyên dùng": "2017-06-30",
  ]

  private static let departments = [
    "Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 3% trong 6 tháng cuối năm",
    "Rà soát, cập nhật quy định mới về thủ tục hành chính trên các lĩnh vực quản lý",
    "Triển khai cơ cấu công chức, viên chức theo Đề án vị trí việc làm",
    "Xử lý nghiệp vụ trên các phần mềm được trang bị",
  ]
  private static let districts = [
    "Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 3% trong 6 tháng cuối năm",
    "Xây dựng trang thông tin điện tử cho UBND cấp xã",
    "Triển khai hệ thống quản lý chất lượng TCVN ISO 9001:2008 tại các đơn vị cấp xã",
    "Công bố danh mục thủ tục hành chính thực hiện trực tuyến mức độ 3, 4",
    "Triển khai liên thông thủ tục hành chính lĩnh vực đất đai trên Phần mềm Một cửa điện tử",
    "Đánh giá kết quả thực hiện chức trách, nhiệm vụ của cán bộ, công chức theo vị trí việc làm",
  ]
  private static let vertical = [
    "Cung cấp số liệu giải quyết thủ tục hành chính theo mẫu chung của tỉnh",
    "Phối hợp giải quyết hồ sơ điện tử theo cơ chế một cửa liên thông",
    "Phối hợp khảo sát sự hài lòng của tổ chức, cá nhân năm 2017",
  ]
  private static let named: [String: [String]] = [
    "van-phong-ubnd-tinh": [
      "Bố trí hợp lý lịch họp Thường trực UBND tỉnh hằng tuần để giải quyết kịp thời các hồ sơ"
    ],
    "so-tu-phap": [
      "Theo dõi, đôn đốc các sở, ngành xây dựng văn bản quy phạm pháp luật theo danh mục",
      "Triển khai các giải pháp đột phá về cải cách thủ tục hành chính, liên thông thủ tục",
      "Kiểm tra, đôn đốc việc công bố, công khai thủ tục hành chính",
    ],
    "so-noi-vu": [
      "Hoàn thành kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm 2017",
      "Kết xuất số liệu hồ sơ hàng tháng từ Phần mềm Một cửa điện tử",
      "Triển khai kiểm tra cải cách hành chính năm 2017",
    ],
    "so-tai-chinh": [
      "Đổi mới cơ chế hoạt động, cơ chế tài chính của các đơn vị sự nghiệp công lập",
      "Xây dựng phương án tự chủ, phân loại đơn vị sự nghiệp giai đoạn 2017 - 2020",
      "Xác định giá trị tài sản để giao cho đơn vị sự nghiệp công lập tự chủ tài chính",
    ],
    "so-thong-tin-va-truyen-thong": [
      "Tổ chức cấp chứng thư số chuyên dùng cho các cơ quan hành chính nhà nước",
      "Triển khai dịch vụ tin nhắn thông báo kết quả giải quyết hồ sơ tự động",
      "Hoàn thiện danh mục và đẩy mạnh dịch vụ công trực tuyến mức độ 3, 4",
      "Ban hành Quy định quản lý, sử dụng chữ ký số chuyên dùng",
    ],
    "so-ke-hoach-va-dau-tu": [
      "Tổ chức hội nghị đối thoại, giải đáp cho doanh nghiệp, nhà đầu tư",
      "Vận hành Trang thông tin Đồng hành cùng Doanh nghiệp và đường dây nóng",
      "Rà soát thủ tục hành chính theo hướng cắt giảm thời gian, giấy tờ trong lĩnh vực đấu thầu",
    ],
    "so-tai-nguyen-va-moi-truong": [
      "Cắt giảm thời gian trung bình về tiếp cận đất đai",
      "Cung cấp đầy đủ thông tin quy hoạch, kế hoạch sử dụng đất trên trang thông tin điện tử",
    ],
    "so-xay-dung": [
      "Công khai quy hoạch xây dựng trên trang thông tin điện tử",
      "Trình quy chế liên thông thủ tục cấp phép xây dựng, phòng cháy, đánh giá môi trường",
    ],
    "so-khoa-hoc-va-cong-nghe": [
      "Hoàn thành triển khai hệ thống quản lý chất lượng ISO 9001:2008 cho cấp xã"
    ],
    "so-y-te": [
      "Nâng cao mức độ hài lòng của người dân đối với cơ sở khám chữa bệnh công lập",
      "Triển khai cơ chế tính toán đầy đủ chi phí trong giá thu viện phí",
    ],
    "so-lao-dong-thuong-binh-va-xa-hoi": [
      "Nâng cao năng lực hệ thống đào tạo nghề công lập theo nhu cầu thị trường"
    ],
  ]
}

/// Branches of the vertical agencies in the districts; their results are made up.
enum VerticalBodies {
  static func below(_ unit: String) -> [String] {
    switch unit {
    case "cuc-thue": places.map { "Chi cục Thuế \($0)" }
    case "cong-an-tinh": places.map { "Công an \($0)" }
    case "bao-hiem-xa-hoi": places.dropFirst().map { "Bảo hiểm xã hội \($0)" }
    case "kho-bac-nha-nuoc": places.dropFirst().map { "Kho bạc Nhà nước \($0)" }
    case "cuc-hai-quan":
      ["Chi cục Hải quan cửa khẩu cảng Nha Trang", "Chi cục Hải quan cửa khẩu cảng Cam Ranh"]
    default: []
    }
  }

  private static let places = [
    "thành phố Nha Trang", "thành phố Cam Ranh", "thị xã Ninh Hòa", "huyện Cam Lâm",
    "huyện Vạn Ninh", "huyện Diên Khánh", "huyện Khánh Sơn", "huyện Khánh Vĩnh",
  ]
}

/// How units sign their papers.
enum UnitSigns {
  /// As in "12/KH-SYT".
  static func sign(_ unit: Unit) -> String { signs[unit.id] ?? "UBND" }

  static func position(_ unit: Unit) -> String {
    switch unit.type {
    case "xa", "huyen": "Chủ tịch"
    case "nganh-doc": unit.id.hasPrefix("cuc") ? "Cục trưởng" : "Giám đốc"
    default:
      switch unit.id {
      case "van-phong-ubnd-tinh": "Chánh Văn phòng"
      case "thanh-tra-tinh": "Chánh Thanh tra"
      case "ban-quan-ly-khu-kinh-te-van-phong", "ban-dan-toc": "Trưởng ban"
      default: unit.id.hasPrefix("truong") ? "Hiệu trưởng" : "Giám đốc"
      }
    }
  }

  private static let signs = [
    "van-phong-ubnd-tinh": "VPUBND", "thanh-tra-tinh": "TTT", "so-noi-vu": "SNV",
    "so-ngoai-vu": "SNgV", "so-tu-phap": "STP", "so-tai-chinh": "STC", "so-cong-thuong": "SCT",
    "so-ke-hoach-va-dau-tu": "SKHĐT", "so-khoa-hoc-va-cong-nghe": "SKHCN", "so-xay-dung": "SXD",
    "so-thong-tin-va-truyen-thong": "STTTT", "so-tai-nguyen-va-moi-truong": "STNMT",
    "so-giao-thong-van-tai": "SGTVT", "so-van-hoa-va-the-thao": "SVHTT", "so-du-lich": "SDL",
    "so-giao-duc-va-dao-tao": "SGDĐT", "so-lao-dong-thuong-binh-va-xa-hoi": "SLĐTBXH",
    "so-nong-nghiep-va-phat-trien-nong-thon": "SNN", "so-y-te": "SYT",
    "ban-quan-ly-khu-kinh-te-van-phong": "KKT", "ban-dan-toc": "BDT", "cuc-thue": "CT",
    "cuc-hai-quan": "HQKH", "cong-an-tinh": "CAT", "kho-bac-nha-nuoc": "KBKH",
    "ngan-hang-nha-nuoc": "KHH", "bao-hiem-xa-hoi": "BHXH",
    "dai-phat-thanh-truyen-hinh": "PTTH", "ban-quan-ly-khu-du-lich-cam-ranh": "BQLBĐCR",
    "ban-qlda-phat-trien-tinh": "BQLPT", "ban-qlda-nong-nghiep": "BQLNN",
    "ban-qlda-dan-dung-cong-nghiep": "BQLDDCN", "ban-qlda-giao-thong": "BQLGT",
    "truong-dai-hoc-khanh-hoa": "ĐHKH", "truong-cao-dang-nghe-nha-trang": "CĐNNT",
    "truong-cao-dang-y-te": "CĐYT",
  ]
}
