/// The columns of the four small tables beside the records; raw values are the keys of `columns:`.
///
/// Their files are kept by people, so they may carry Vietnamese headers without a declaration.
enum OutageColumn: String, HeaderField {
  case start = "start_at"
  case end = "end_at"
  case scope
  case confirmed
  case note

  static let required: [Self] = [.start, .end]

  var usualNames: [[String]] {
    switch self {
    case .start: [["bắt đầu", "từ lúc", "từ"]]
    case .end: [["kết thúc", "đến lúc", "đến"]]
    case .scope: [["phạm vi"]]
    case .confirmed: [["xác nhận", "đã xác nhận"]]
    case .note: [["ghi chú", "nội dung"]]
    }
  }
}

enum ExplanationColumn: String, HeaderField {
  case dossier
  case cause
  case evidence
  case handedIn = "handed_in"
  case decidedBy = "decided_by"
  case decision

  static let required: [Self] = [.dossier]

  var usualNames: [[String]] {
    switch self {
    case .dossier: [["dossier_id", "mã hồ sơ", "số hồ sơ"]]
    case .cause: [["mã nguyên nhân", "nguyên nhân"]]
    case .evidence: [["tài liệu kiểm chứng", "minh chứng"]]
    case .handedIn: [["ngày gửi", "ngày gửi giải trình"]]
    case .decidedBy: [["người quyết định", "ai quyết định"]]
    case .decision: [["quyết định", "kết quả xem xét"]]
    }
  }
}

enum CorrectionColumn: String, HeaderField {
  case dossier
  case finished = "finished_at"
  case reason
  case evidence
  case decidedBy = "decided_by"
  case decidedOn = "decided_on"

  static let required: [Self] = [.dossier, .finished, .reason, .decidedBy, .decidedOn]

  var usualNames: [[String]] {
    switch self {
    case .dossier: [["dossier_id", "mã hồ sơ", "số hồ sơ"]]
    case .finished: [["ngày hoàn thành", "thời điểm hoàn thành"]]
    case .reason: [["lý do"]]
    case .evidence: [["tài liệu kiểm chứng", "minh chứng"]]
    case .decidedBy: [["người quyết định", "ai quyết định"]]
    case .decidedOn: [["ngày quyết định"]]
    }
  }
}

enum StepColumn: String, HeaderField {
  case dossier
  case step
  case agency
  case reached = "reached_at"
  case due = "due_at"
  case forwarded = "forwarded_at"
  case isBeforeReturn = "before_return"

  static let required: [Self] = [.dossier, .step, .reached]

  var usualNames: [[String]] {
    switch self {
    case .dossier: [["dossier_id", "mã hồ sơ", "số hồ sơ"]]
    case .step: [["bước", "tên bước", "bước xử lý"]]
    case .agency: [["cơ quan", "đơn vị", "cơ quan xử lý", "đơn vị xử lý"]]
    case .reached: [["ngày đến", "thời điểm đến"]]
    case .due: [["hạn xử lý"]]
    case .forwarded: [["ngày chuyển", "thời điểm chuyển"]]
    case .isBeforeReturn: [["trước bước chờ giao trả"]]
    }
  }
}
