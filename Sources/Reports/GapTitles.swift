package import Diagnostics
package import Grading

/// The names of groups and kinds.
extension GapGroup {
  package var title: Wording {
    switch self {
    case .notDone: Wording(vi: "Chưa làm", en: "Not done")
    case .evidence: Wording(vi: "Thiếu tài liệu kiểm chứng", en: "Evidence missing")
    case .figures: Wording(vi: "Sai số liệu", en: "Figures wrong")
    case .otherOffice: Wording(vi: "Việc của cơ quan khác", en: "For another office")
    }
  }
}

extension GapCode {
  package var title: Wording {
    switch self {
    case .notSubmitted: Wording(vi: "chưa nộp hồ sơ tự chấm điểm", en: "nothing handed in")
    case .submittedLate: Wording(vi: "nộp quá thời hạn", en: "handed in late")
    case .unanswered: Wording(vi: "chưa khai", en: "not answered")
    case .explanationNotGiven:
      Wording(vi: "chưa giải trình theo yêu cầu", en: "explanation asked for and not given")
    case .noExplanation:
      Wording(
        vi: "không có tài liệu kiểm chứng và không giải trình",
        en: "no evidence and no explanation why")
    case .claimWithoutNote:
      Wording(
        vi: "điểm tự chấm khác điểm tính từ số liệu mà không ghi lý do",
        en: "claim differs without a note")
    case .linkedListMissing:
      Wording(
        vi: "chưa có danh sách hồ sơ liên thông trễ hạn", en: "no list of linked late dossiers")
    case .noEvidence: Wording(vi: "chưa có tài liệu kiểm chứng", en: "no evidence")
    case .evidenceRejected:
      Wording(vi: "tài liệu kiểm chứng không được chấp nhận", en: "evidence rejected")
    case .documentIncomplete:
      Wording(
        vi: "tài liệu chưa đủ số, ngày, cơ quan ban hành",
        en: "document without number, date or issuer")
    case .citationIncomplete:
      Wording(vi: "chưa ghi mục, trang", en: "section or pages not named")
    case .documentWithoutFile:
      Wording(vi: "tài liệu không có tệp, đường dẫn", en: "document without file or link")
    case .documentOutsideWindow:
      Wording(
        vi: "văn bản ngoài khoảng thời gian được tính", en: "dated outside the admissible window")
    case .documentOfOtherKind:
      Wording(vi: "không đúng loại tài liệu", en: "not of a kind that counts")
    case .documentOverused:
      Wording(
        vi: "một tài liệu dùng cho quá nhiều tiêu chí", en: "one document for too many items")
    case .fileMissing: Wording(vi: "không tìm thấy tệp", en: "file not found")
    case .fileUnreadable: Wording(vi: "không đọc được tệp", en: "file cannot be read")
    case .fileEmpty: Wording(vi: "tệp rỗng", en: "file is empty")
    case .fileDiffers:
      Wording(vi: "tệp khác mã kiểm tra toàn vẹn đã khai", en: "file has another digest")
    case .ownDocumentShared:
      Wording(
        vi: "tài liệu phải là của riêng mà trùng tệp với nơi khác",
        en: "own document handed in by another unit too")
    case .documentShared:
      Wording(vi: "trùng tệp với nơi khác", en: "same file as another unit")
    case .claimAboveComputed:
      Wording(
        vi: "điểm tự chấm cao hơn điểm tính từ số liệu", en: "claim above the computed points")
    case .claimBelowComputed:
      Wording(
        vi: "điểm tự chấm thấp hơn điểm tính từ số liệu", en: "claim below the computed points")
    case .claimOutOfReach:
      Wording(
        vi: "điểm tự chấm ngoài mức cách chấm cho phép", en: "claim the rule cannot reach")
    case .declaredDiffers:
      Wording(vi: "số liệu tự khai khác số liệu đã chốt", en: "declared figure differs")
    case .figuresImpossible: Wording(vi: "số liệu không thể có", en: "figures cannot be")
    case .surveyMissing:
      Wording(vi: "chưa có kết quả khảo sát", en: "survey result missing")
    case .dossiersMissing:
      Wording(vi: "chưa có số liệu hồ sơ TTHC", en: "dossier figures missing")
    case .registerMissing:
      Wording(vi: "chưa có số liệu của cơ quan theo dõi", en: "register figure missing")
    case .figuresContradictory: Wording(vi: "số liệu mâu thuẫn", en: "figures contradictory")
    case .linkedResultMissing:
      Wording(
        vi: "chưa có kết quả của đơn vị trực thuộc hoặc của khối",
        en: "result of a subordinate or of the block missing")
    case .notApplicableUndecided:
      Wording(
        vi: "đề nghị không áp dụng, chưa có quyết định", en: "claimed not applicable, undecided")
    case .applicabilityUnknown:
      Wording(vi: "chưa rõ có áp dụng hay không", en: "not known whether it applies")
    case .disputeOpen:
      Wording(vi: "kiến nghị về số liệu chưa được trả lời", en: "disputed figure undecided")
    case .explanationUndecided:
      Wording(vi: "giải trình chưa được kết luận", en: "explanation undecided")
    case .councilUndecided: Wording(vi: "Hội đồng chưa cho điểm", en: "council undecided")
    case .ruleWithoutAnswer:
      Wording(
        vi: "cách chấm chưa có kết quả trên số liệu này", en: "the rule has no answer")
    }
  }
}
