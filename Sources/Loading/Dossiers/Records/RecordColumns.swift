package import DossierCounting

/// Where an export of case records has each field.
package typealias RecordColumns = HeaderMatch<RecordField>

/// Finds the columns of an export, as it is declared and by the names that one-stop software uses.
///
/// Columns that are not found are not read: names and telephone numbers stay where they are.
/// - Parameters:
///   - header: the cells of the header line, without blanks around them, in NFC.
///   - declared: what the declaration says behind `columns:`.
package func recordColumns(header: [String], declared: [RecordField: String]) -> RecordColumns {
  RecordColumns(header, declared: declared)
}

extension RecordField: HeaderField {
  /// What exports of Vietnamese one-stop software call it, without names that mean different
  /// things in different systems ("ngày nộp", "ngày hoàn thành").
  package var usualNames: [[String]] {
    switch self {
    case .dossier: [["dossier_id", "mã hồ sơ", "số hồ sơ", "mã số hồ sơ"]]
    case .unit:
      [
        ["unit_id", "mã đơn vị", "mã cơ quan"],
        [
          "đơn vị", "cơ quan", "tên đơn vị", "tên cơ quan", "đơn vị giải quyết",
          "cơ quan giải quyết", "đơn vị tiếp nhận", "cơ quan tiếp nhận", "cơ quan, đơn vị",
        ],
      ]
    case .procedure:
      [
        ["procedure_id", "mã thủ tục", "mã TTHC", "mã thủ tục hành chính"],
        ["thủ tục", "tên thủ tục", "TTHC", "thủ tục hành chính", "tên thủ tục hành chính"],
      ]
    case .domain: [["lĩnh vực"], ["tên lĩnh vực"]]
    case .channel:
      [["hình thức tiếp nhận", "hình thức nộp", "hình thức nộp hồ sơ", "kênh tiếp nhận"]]
    case .receivedAt:
      [
        [
          "ngày tiếp nhận", "ngày nhận", "ngày tiếp nhận hồ sơ", "ngày nhận hồ sơ",
          "thời gian tiếp nhận", "thời điểm tiếp nhận", "ngày giờ tiếp nhận",
        ]
      ]
    case .dueAt:
      [
        [
          "ngày hẹn trả", "ngày hẹn trả kết quả", "ngày hẹn", "hạn xử lý", "hạn giải quyết",
          "hạn trả kết quả", "thời hạn trả kết quả",
        ]
      ]
    case .readyAt: [["ngày có kết quả", "thời điểm có kết quả", "thời gian có kết quả"]]
    case .returnedAt:
      [
        [
          "ngày trả kết quả", "ngày trả", "thời điểm trả kết quả", "thời gian trả kết quả",
          "ngày trả thực tế",
        ]
      ]
    case .status: [["trạng thái", "tình trạng", "trạng thái hồ sơ", "tình trạng hồ sơ"]]
    case .digitised: [["digitized", "số hóa", "đã số hóa", "số hóa hồ sơ"]]
    case .paidOnline: [["thanh toán trực tuyến", "đã thanh toán trực tuyến"]]
    case .feeDue: [["nghĩa vụ tài chính", "có nghĩa vụ tài chính", "yêu cầu nghĩa vụ tài chính"]]
    case .linkedLateAgency:
      [["cơ quan phối hợp trễ hạn", "cơ quan liên thông trễ hạn", "đơn vị liên thông trễ hạn"]]
    }
  }
}
