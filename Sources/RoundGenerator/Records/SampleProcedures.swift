internal import Grading

/// A procedure that dossiers are of; codes are made up.
struct SampleProcedure: Hashable {
  let id: String
  let domain: String
  /// In working days; 0: done while one waits.
  let term: Int

  /// Codes of `Criteria/khanh-hoa-2019/land-procedures.csv`: done by the land registry alone.
  static let landRegistry = (1...6).map {
    SampleProcedure(id: "1.99000\($0)", domain: "Đất đai", term: [10, 7, 10, 5, 3, 15][$0 - 1])
  }
}

/// The procedures that units of each kind handle; domains as the annexes of one-stop reports name
/// them, their shares roughly those of a district and of a commune.
enum SampleProcedures {
  /// Draws one of a unit's procedures; the first of a domain are the commonest.
  static func draw(_ unit: Unit, _ random: inout Randomness) -> SampleProcedure {
    var share = random.below(100)
    let domains = domains(of: unit)
    for (place, domain) in domains.enumerated() {
      guard share >= domain.share, place + 1 < domains.count else {
        if unit.type == "huyen", domain.title == "Đất đai", random.chance(550) {
          return random.pick(SampleProcedure.landRegistry) ?? SampleProcedure.landRegistry[0]
        }
        let number = min(random.below(9), random.below(9))
        return SampleProcedure(
          id: "1.9\(prefix(unit))\(place)0\(number)", domain: domain.title,
          term: domain.terms[number % domain.terms.count])
      }
      share -= domain.share
    }
    return SampleProcedure.landRegistry[0]
  }

  private struct Domain {
    let title: String
    let share: Int
    let terms: [Int]
  }

  private static func prefix(_ unit: Unit) -> String {
    switch unit.type {
    case "huyen": "51"
    case "xa": "61"
    default: String(String(100 + (unit.order ?? 0)).dropFirst())
    }
  }

  private static func domains(of unit: Unit) -> [Domain] {
    switch unit.type {
    case "huyen": districts
    case "xa": communes
    case "nganh-doc": [Domain(title: vertical[unit.id] ?? "Khác", share: 100, terms: [1, 2, 3, 5])]
    default:
      [
        Domain(
          title: departments[unit.id] ?? "Văn phòng", share: 100, terms: [3, 5, 7, 10, 15, 20])
      ]
    }
  }

  private static let districts = [
    Domain(title: "Đất đai", share: 34, terms: [15, 20, 10]),
    Domain(title: "Chứng thực", share: 20, terms: [0, 1]),
    Domain(title: "Hộ tịch", share: 12, terms: [3, 2, 5]),
    Domain(title: "Thành lập, hoạt động của hộ kinh doanh", share: 12, terms: [3, 2]),
    Domain(title: "Hoạt động xây dựng", share: 9, terms: [15, 10]),
    Domain(title: "Lao động, Thương binh và Xã hội", share: 8, terms: [7, 10]),
    Domain(title: "Thi đua - Khen thưởng", share: 5, terms: [10, 15]),
  ]
  private static let communes = [
    Domain(title: "Chứng thực", share: 50, terms: [0, 0, 1]),
    Domain(title: "Hộ tịch", share: 29, terms: [0, 1, 3]),
    Domain(title: "Lao động, Thương binh và Xã hội", share: 8, terms: [2, 5]),
    Domain(title: "Bảo trợ xã hội", share: 6, terms: [5, 3]),
    Domain(title: "Đất đai", share: 5, terms: [10, 15]),
    Domain(title: "Văn hóa, thể thao", share: 2, terms: [3]),
  ]
  private static let vertical = [
    "cuc-thue": "Thuế", "cuc-hai-quan": "Hải quan", "cong-an-tinh": "Quản lý xuất nhập cảnh",
    "kho-bac-nha-nuoc": "Kho bạc", "ngan-hang-nha-nuoc": "Ngoại hối",
    "bao-hiem-xa-hoi": "Bảo hiểm xã hội",
  ]
  private static let departments = [
    "so-noi-vu": "Tổ chức, biên chế", "so-ngoai-vu": "Ngoại vụ", "so-tu-phap": "Lý lịch tư pháp",
    "so-tai-chinh": "Quản lý công sản", "so-cong-thuong": "Lưu thông hàng hóa trong nước",
    "so-ke-hoach-va-dau-tu": "Thành lập, hoạt động doanh nghiệp",
    "so-khoa-hoc-va-cong-nghe": "Khoa học và Công nghệ", "so-xay-dung": "Hoạt động xây dựng",
    "so-thong-tin-va-truyen-thong": "Bưu chính, viễn thông",
    "so-tai-nguyen-va-moi-truong": "Đất đai", "so-giao-thong-van-tai": "Đường bộ",
    "so-van-hoa-va-the-thao": "Văn hóa, thể thao", "so-du-lich": "Lữ hành",
    "so-giao-duc-va-dao-tao": "Giáo dục và Đào tạo",
    "so-lao-dong-thuong-binh-va-xa-hoi": "Lao động, Thương binh và Xã hội",
    "so-nong-nghiep-va-phat-trien-nong-thon": "Nông nghiệp, phát triển nông thôn",
    "so-y-te": "Dược - Mỹ phẩm", "ban-quan-ly-khu-kinh-te-van-phong": "Đầu tư trong khu kinh tế",
  ]
}
