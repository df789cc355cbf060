/// What was refused, in words, as the record of refusals names it.
extension PageFrame {
  /// - Parameter detail: the act's name and where it was tried.
  func refusedAct(_ detail: String) -> String {
    let parts = detail.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first, let act = act(named: name) else { return detail }
    return ([act] + parts.dropFirst()).joined(separator: ": ")
  }

  private func act(named name: String) -> String? {
    switch name {
    case "read-answers": say("xem bản tự chấm điểm", "see a self-assessment")
    case "read-evidence": say("xem tài liệu của đơn vị", "see a unit's documents")
    case "read-document": say("mở tệp tài liệu", "open a document's file")
    case "edit-answers": say("sửa bản tự chấm điểm", "change a self-assessment")
    case "hand-in": say("nộp bản tự chấm điểm", "hand in")
    case "read-sheet": say("xem phiếu điểm", "see a score sheet")
    case "read-place": say("xem thứ hạng của đơn vị", "see a unit's place")
    case "read-rankings": say("xem xếp hạng", "see rankings")
    case "read-log": say("xem nhật ký", "see the log")
    case "read-result": say("lấy kết quả", "take out the result")
    case "read-access": say("xem đăng nhập, việc bị từ chối", "see sign-ins and refusals")
    case "read-notices": say("xem thông báo", "see notices")
    case "read-setup": say("xem kỳ đánh giá", "see the round's setup")
    case "try-file": say("thử tệp", "try a file")
    case "replace-file": say("thay tệp của kỳ đánh giá", "replace a file of the round")
    case "read-drift": say("xem độ chênh giữa các người thẩm định", "see appraiser drift")
    case "read-registers": say("xem sổ, số liệu", "see registers")
    case "read-disputes": say("xem kiến nghị về số liệu", "see disputed figures")
    case "correct-figure": say("quyết định về số liệu", "decide about a figure")
    case "read-reconsiderations": say("xem kiến nghị sau công bố", "see requests to reconsider")
    case "ask-reconsideration": say("gửi kiến nghị xem xét lại", "ask to reconsider")
    case "answer-reconsideration": say("trả lời kiến nghị", "answer a request to reconsider")
    case "reconsider": say("việc sau công bố", "something after publication")
    case "amend": say("điều chỉnh sau công bố", "amend the result")
    case "read-work": say("xem việc thẩm định", "see what is appraised")
    case "read-matters": say("xem mục thẩm định", "see an item under appraisal")
    case "appraise": say("thẩm định", "appraise")
    case "shared-decision": say("thẩm định nhiều nơi", "decide for several units")
    case "ask-explanation": say("yêu cầu giải trình", "ask for an explanation")
    case "approve": say("duyệt đề nghị", "approve a proposal")
    case "withdraw": say("rút đề nghị", "take back a proposal")
    case "explain": say("giải trình", "explain")
    case "read-council": say("xem việc của Hội đồng", "see the council's work")
    case "put-on-agenda": say("trình Hội đồng", "put before the council")
    case "record-meeting": say("ghi phiên họp", "record a meeting")
    case "decide": say("quyết định của Hội đồng", "decide as the council")
    case "read-publication": say("xem khóa, công bố", "see locks and publication")
    case "lock": say("khóa", "lock")
    case "unlock": say("mở khóa", "unlock")
    case "publish": say("phê duyệt, công bố", "publish")
    case "token": say("biểu mẫu của phiên khác", "a form of another session")
    case "cross-site": say("biểu mẫu từ trang khác", "a form of another site")
    default: nil
    }
  }
}
