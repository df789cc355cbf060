internal import Grading

/// Who acts in the shipped round: nobody real, only the posts that there would be.
struct SamplePeople {
  let organiser = "so-noi-vu/cchc"
  private let units: [Unit]
  private let offices: [String]
  /// Districts whose communes are appraised by a council of their own.
  private let districts: [String]

  init(_ units: [Unit], _ sets: [CriteriaSet]) {
    self.units = units
    let ids = Set(units.map(\.id))
    let named = Set(sets.flatMap { $0.items.compactMap(\.appraisedBy) }).intersection(ids)
    offices = named.union(SamplePeople.standIns.values).sorted()
    districts = Set(units.compactMap(\.parent)).sorted()
  }

  /// Who appraises the items of an appraising office's own sheet.
  static let standIns = [
    "so-ke-hoach-va-dau-tu": "so-tai-chinh", "so-khoa-hoc-va-cong-nghe": "so-noi-vu",
    "so-noi-vu": "van-phong-ubnd-tinh", "so-tai-chinh": "so-ke-hoach-va-dau-tu",
    "so-thong-tin-va-truyen-thong": "so-noi-vu", "so-tu-phap": "so-noi-vu",
    "thanh-tra-tinh": "so-noi-vu", "van-phong-ubnd-tinh": "so-noi-vu",
  ]

  /// The member of the helper team who appraises an item of a unit.
  func appraiser(of unit: Unit, office: String?) -> String {
    if let parent = unit.parent { return "to-giup-viec-\(parent)/01" }
    let office = office.flatMap { offices.contains($0) ? $0 : nil } ?? "so-noi-vu"
    guard office == unit.id else { return "to-giup-viec/\(office)-1" }
    return "to-giup-viec/\(SamplePeople.standIns[office] ?? "van-phong-ubnd-tinh")-1"
  }

  /// Another member of the same team, who approves.
  func second(of person: String) -> String {
    person.hasSuffix("/01")
      ? String(person.dropLast(2)) + "02" : String(person.dropLast(2)) + "-2"
  }

  func officer(of unit: String) -> String { unit + "/01" }

  /// Who records what the council decides.
  func secretary(of unit: Unit) -> String {
    unit.parent.map { "hoi-dong-\($0)/01" } ?? "hoi-dong/01"
  }

  var text: String {
    var lines = [
      "# Số liệu minh họa: chỉ là các vị trí công tác, không phải người thật.",
      "format: parindex/people@1",
      "people:",
    ]
    func add(_ id: String, _ name: String, _ role: String, unit: String?, council: String? = nil) {
      let belonging = unit.map { ", unit: \($0)" } ?? ""
      let serving = council.map { ", council: \($0)" } ?? ""
      lines.append(
        "  - {id: \(id), name: \(YAMLText.scalar(name)), role: \(role)\(belonging)\(serving)}")
    }
    let names = Dictionary(
      units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    func name(_ id: String) -> String { names[id] ?? id }
    add(organiser, "Phòng Cải cách hành chính, Sở Nội vụ", "organiser", unit: "so-noi-vu")
    add(
      "so-noi-vu/so-theo-doi", "Người giữ các sổ theo dõi, Sở Nội vụ", "register-owner",
      unit: "so-noi-vu")
    add("ubnd-tinh", "Ủy ban nhân dân tỉnh", "decider", unit: nil)
    for number in 1...9 {
      add(
        "hoi-dong/0\(number)", "Ủy viên Hội đồng thẩm định tỉnh thứ \(number)", "council", unit: nil
      )
    }
    for office in offices {
      for number in 1...2 {
        add(
          "to-giup-viec/\(office)-\(number)",
          "Thành viên Tổ giúp việc thứ \(number), \(name(office))", "helper-team", unit: office)
      }
    }
    for district in districts {
      add(
        "hoi-dong-\(district)/01", "Hội đồng thẩm định, \(name(district))", "council",
        unit: nil, council: district)
      for number in 1...2 {
        add(
          "to-giup-viec-\(district)/0\(number)",
          "Thành viên Tổ giúp việc thứ \(number), \(name(district))", "helper-team",
          unit: district, council: district)
      }
    }
    for unit in units {
      add(
        officer(of: unit.id), "Cán bộ đầu mối cải cách hành chính, \(unit.name)", "unit",
        unit: unit.id)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
