package import Diagnostics
package import Grading

/// What to do about each kind of gap.
extension GapCode {
  package var remedy: Wording {
    switch self {
    case .notSubmitted:
      Wording(
        vi: "hoàn thành và nộp hồ sơ tự chấm điểm",
        en: "complete the self-assessment and hand it in")
    case .submittedLate:
      Wording(
        vi: "nêu lý do nộp muộn trong phần giải trình", en: "say why in the explanation")
    case .unanswered:
      Wording(
        vi: "khai đủ số liệu; không phát sinh thì ghi 0, không để trống",
        en: "give every figure; write 0 where there was nothing, leave no blank")
    case .explanationNotGiven:
      Wording(
        vi: "giải trình, kèm tài liệu kiểm chứng nếu có",
        en: "explain, with evidence where there is any")
    case .noExplanation:
      Wording(
        vi: "giải trình lý do không có tài liệu kiểm chứng trong phần ghi chú",
        en: "say in the note why there is no evidence")
    case .claimWithoutNote:
      Wording(
        vi: "ghi lý do điểm tự chấm khác điểm tính từ số liệu, hoặc để trống điểm tự chấm",
        en: "note why the claim differs, or leave the claim out")
    case .linkedListMissing:
      Wording(
        vi: "nộp danh sách riêng các hồ sơ liên thông trễ hạn",
        en: "hand in the separate list of linked late dossiers")
    case .noEvidence:
      Wording(vi: "nộp tài liệu kiểm chứng", en: "hand in the evidence")
    case .evidenceRejected:
      Wording(
        vi: "nộp tài liệu khác hoặc giải trình", en: "hand in other evidence, or explain")
    case .documentIncomplete:
      Wording(
        vi: "ghi đủ số, ký hiệu, ngày và cơ quan ban hành",
        en: "name the document's number, date and issuer")
    case .citationIncomplete:
      Wording(
        vi: "ghi rõ mục, trang để người thẩm định mở đúng chỗ",
        en: "name the section and pages, so that it opens at the right place")
    case .documentWithoutFile:
      Wording(
        vi: "nộp tệp, ghi đường dẫn, hoặc ghi “xuất trình trực tiếp” nếu là tài liệu mật",
        en: "hand in the file, give the link, or say `shown_in_person` for a classified paper")
    case .documentOutsideWindow:
      Wording(
        vi: "nộp văn bản ban hành trong khoảng thời gian được tính",
        en: "hand in a document dated inside the window")
    case .documentOfOtherKind:
      Wording(
        vi: "nộp đúng loại tài liệu tiêu chí yêu cầu, hoặc ghi đúng loại của tài liệu này",
        en: "hand in a document of the kinds asked for, or mend the kind of this one")
    case .documentOverused:
      Wording(
        vi: "dùng tài liệu khác cho các tiêu chí vượt quá",
        en: "use other documents for the items beyond the limit")
    case .fileMissing:
      Wording(
        vi: "nộp lại tệp hoặc sửa đường dẫn của tệp", en: "hand the file in, or mend its path")
    case .fileUnreadable: Wording(vi: "nộp lại tệp mở được", en: "hand in a file that opens")
    case .fileEmpty: Wording(vi: "nộp lại tệp có nội dung", en: "hand in the file with its content")
    case .fileDiffers:
      Wording(
        vi: "nộp đúng tệp đã khai, hoặc khai lại mã kiểm tra toàn vẹn",
        en: "hand in the file that was declared, or declare its digest anew")
    case .ownDocumentShared:
      Wording(
        vi: "nộp tài liệu do chính cơ quan, đơn vị ban hành",
        en: "hand in a document of the unit's own")
    case .documentShared:
      Wording(
        vi: "không phải làm gì nếu là văn bản liên ngành hoặc văn bản chung",
        en: "nothing, when it is a joint document")
    case .claimAboveComputed:
      Wording(
        vi: "bổ sung số liệu làm căn cứ cho điểm tự chấm, hoặc sửa điểm tự chấm",
        en: "give the figures that carry the claim, or mend the claim")
    case .claimBelowComputed:
      Wording(
        vi: "xem lại điểm tự chấm và số liệu đã khai", en: "look again at the claim and the figures"
      )
    case .claimOutOfReach:
      Wording(
        vi: "sửa điểm tự chấm theo mức của cách chấm", en: "claim points that the rule can give")
    case .declaredDiffers:
      Wording(
        vi: "sửa số liệu tự khai, hoặc kiến nghị kèm bằng chứng nếu số liệu đã chốt sai",
        en: "mend the figure, or dispute the closed one with proof")
    case .figuresImpossible:
      Wording(vi: "rà soát, khai lại số liệu", en: "check the figures and give them again")
    case .surveyMissing:
      Wording(
        vi: "chờ cơ quan chủ trì khảo sát cung cấp kết quả",
        en: "wait for the office that holds the survey")
    case .dossiersMissing, .registerMissing:
      Wording(
        vi: "chờ cơ quan quản lý số liệu cung cấp; liên hệ nếu quá thời hạn",
        en: "wait for the office that keeps the figures; ask when the day has passed")
    case .figuresContradictory:
      Wording(
        vi: "cơ quan quản lý số liệu rà soát, đính chính", en: "the keeper has to correct them")
    case .linkedResultMissing:
      Wording(
        vi: "chờ kết quả đánh giá của các cơ quan, đơn vị liên quan",
        en: "wait for the results of the units concerned")
    case .notApplicableUndecided:
      Wording(
        vi: "chờ Tổ giúp việc quyết định", en: "wait for the helper team's decision")
    case .applicabilityUnknown:
      Wording(
        vi: "cơ quan chủ trì xác định tiêu chí có áp dụng hay không",
        en: "the organiser has to say whether the item applies")
    case .disputeOpen:
      Wording(
        vi: "chờ cơ quan quản lý số liệu trả lời kiến nghị", en: "wait for the keeper's answer")
    case .explanationUndecided:
      Wording(
        vi: "chờ Tổ giúp việc thẩm định lần sau", en: "wait for the next appraisal")
    case .councilUndecided:
      Wording(vi: "chờ Hội đồng thẩm định cho điểm", en: "wait for the council")
    case .ruleWithoutAnswer:
      Wording(
        vi: "cơ quan chủ trì quyết định cách chấm cho trường hợp này",
        en: "the organiser has to say what holds in this case")
    }
  }
}
