internal import DossierCounting

/// Fields, decisions and signs of compared records as people read them.
struct ComparisonWords {
  let words: DossierWords

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  func field(_ field: RecordField) -> String {
    switch field {
    case .dossier: say("mã hồ sơ", "dossier id")
    case .unit: say("cơ quan, đơn vị, địa phương", "unit")
    case .procedure: say("thủ tục", "procedure")
    case .domain: say("lĩnh vực", "domain")
    case .channel: say("hình thức nộp", "channel")
    case .receivedAt: say("ngày tiếp nhận", "received")
    case .dueAt: say("hạn trả", "due")
    case .readyAt: say("ngày có kết quả", "result ready")
    case .returnedAt: say("ngày trả kết quả", "returned")
    case .status: say("trạng thái", "status")
    case .digitised: say("số hóa", "digitised")
    case .paidOnline: say("thanh toán trực tuyến", "paid online")
    case .feeDue: say("nghĩa vụ tài chính", "fee due")
    case .linkedLateAgency: say("cơ quan phối hợp trễ hạn", "late coordinating agency")
    }
  }

  func sign(_ sign: ClockSign) -> String {
    switch sign {
    case .dueMovedLater:
      say("hạn trả bị lùi sau khi tiếp nhận", "the due date moved later after receipt")
    case .dueRemoved: say("hạn trả bị bỏ", "the due date was taken away")
    case .receivedMovedLater: say("ngày tiếp nhận bị lùi", "the date of receipt moved later")
    case .resultSetBack:
      say(
        "ngày có kết quả hoặc ngày trả bị sửa sớm lên", "the result's or the return's date set back"
      )
    case .reopened: say("hồ sơ đã trả lại mở ra", "a returned dossier is open again")
    }
  }

  /// A decision by the rules of its side: "không tính: Hệ thống lỗi từ 1/4 thời gian".
  func decision(_ decision: RecordDecision, _ rules: DossierRules?) -> String {
    let title = decision.exclusion.map { id in
      rules?.exclusions.first { $0.id == id }?.title ?? id
    }
    switch decision.outcome {
    case .excluded:
      return say("không tính", "excluded") + (title.map { ": \($0)" } ?? "")
    case .unreadable: return say("dòng không đọc được", "an unreadable row")
    case .finishedBefore: return say("giải quyết xong trước kỳ", "finished before the window")
    case .receivedAfter: return say("tiếp nhận sau kỳ", "received after the window")
    case .early: return outcome(.early, title)
    case .onDueDay: return outcome(.onDueDay, title)
    case .late: return outcome(.late, title)
    case .openInTime: return outcome(.unresolvedInTime, title)
    case .openOverdue: return outcome(.unresolvedOverdue, title)
    }
  }

  /// An exclusion beside a count only pardoned a delay.
  private func outcome(_ metric: DossierMetric, _ title: String?) -> String {
    words.metric(metric) + (title.map { " (\($0))" } ?? "")
  }
}
