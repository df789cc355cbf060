internal import Spreadsheets

/// The columns of a part, by the names in the hidden row above the heads.
package enum PartColumn: String, CaseIterable, Sendable {
  /// Which item of which unit a row is: `so-y-te/1.1.2`.
  case key
  case unit
  case item
  case title
  case maximum
  case claimed
  case standing
  case state
  case stake
  case decision
  case points
  case ground
  case reason
  case basis
  case due

  /// Stands in the place of the first column's name.
  static let mark = "parindex:appraisal-part"

  /// What is typed.
  package static let typed: [PartColumn] = [.decision, .points, .ground, .reason, .basis, .due]

  /// What stands in the hidden row.
  var name: String { self == .key ? PartColumn.mark : rawValue }

  init?(name: String) {
    guard let column = PartColumn.allCases.first(where: { $0.name == name }) else { return nil }
    self = column
  }

  /// What people read in the head.
  package var head: String {
    switch self {
    case .key: "Khóa"
    case .unit: "Cơ quan, đơn vị, địa phương"
    case .item: "Mã"
    case .title: "Tiêu chí thành phần"
    case .maximum: "Điểm tối đa"
    case .claimed: "Tự chấm"
    case .standing: "Đang tính"
    case .state: "Tình trạng"
    case .stake: "Có thể đổi"
    case .decision: "Quyết định"
    case .points: "Số điểm"
    case .ground: "Căn cứ"
    case .reason: "Lý do, nội dung"
    case .basis: "Cơ sở pháp lý"
    case .due: "Hạn giải trình"
    }
  }

  var width: Int {
    switch self {
    case .key: 4
    case .unit, .decision: 20
    case .item, .maximum, .claimed, .standing, .stake, .points: 8
    case .title, .reason: 32
    case .state: 12
    case .ground, .basis: 18
    case .due: 16
    }
  }

  var style: CellStyle {
    switch self {
    case .key, .unit, .title, .state: FormStyles.text
    case .item: FormStyles.id
    case .maximum, .claimed, .standing, .stake: FormStyles.points
    // Text stays what was typed, whatever it begins with.
    case .decision, .ground, .reason, .basis: FormStyles.inputText
    case .points: FormStyles.inputPoints
    case .due: FormStyles.inputDay.with { $0.number = .minute }
    }
  }
}
