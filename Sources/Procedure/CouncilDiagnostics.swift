internal import Diagnostics
internal import EventLog
internal import Grading

extension ExplanationRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .alreadyRequested(let number):
      ProcedureSentences(
        rule: .oneRequest,
        message: Wording(
          vi: "đã yêu cầu giải trình mục này (sự kiện \(number)) và đang chờ trả lời",
          en: "an explanation is already asked for (event \(number)) and awaited"),
        move: Wording(
          vi: "chờ đơn vị giải trình, hoặc hết hạn yêu cầu đó",
          en: "wait for the unit to explain, or for that request to run out"))
    case .answersNoRequest(let number):
      ProcedureSentences(
        rule: .answersRequest, field: .answers,
        message: Wording(
          vi: "sự kiện \(number) không phải yêu cầu giải trình mục này của đơn vị này",
          en: "event \(number) is no request about this item of this unit"),
        move: Wording(
          vi: "ghi số của yêu cầu đã nhận, hoặc bỏ trống nếu tự giải trình",
          en: "give the number of the request, or leave it out if nobody asked"))
    case .requestClosed(let number, let closing):
      ProcedureSentences(
        rule: .openRequest,
        message: Wording(
          vi: "yêu cầu giải trình \(number) đã kết thúc ở sự kiện \(closing)",
          en: "the request of event \(number) was closed by event \(closing)"),
        move: Wording(
          vi: "chờ người thẩm định yêu cầu lại nếu còn cần",
          en: "wait for the appraiser to ask again, if need be"))
    case .tooLate(let number, let due, let logTime):
      ProcedureSentences(
        rule: .answeredInTime,
        message: Wording(
          vi: "yêu cầu giải trình \(number) đã hết hạn: \(due.vietnameseText)",
          en: "the answer to event \(number) was due \(due.isoText)"
        ).heldAgainst(logTime),
        move: Wording(
          vi: "chờ người thẩm định yêu cầu lại với hạn mới",
          en: "wait for the appraiser to ask again with a new day"))
    case .unasked(let stage):
      ProcedureSentences(
        rule: .explanationStage, key: "stages.\(stage.id)",
        message: Wording(
          vi: "chưa ai yêu cầu giải trình, và bước \(stage.words) không phải bước giải trình",
          en: "nobody asked for it, and the stage \(stage.words) is not for explanations"),
        move: Wording(
          vi: "chờ bước giải trình, hoặc chờ yêu cầu của người thẩm định",
          en: "wait for the explanation stage, or for the appraiser to ask"))
    case .dueAlready(let due, let logTime):
      ProcedureSentences(
        rule: .dueAhead, field: .due,
        message: Wording(
          vi: "hạn giải trình \(due.vietnameseText) đã qua khi yêu cầu được ghi",
          en: "the answer would be due \(due.isoText), before it is asked for"
        ).heldAgainst(logTime),
        move: Wording(
          vi: "người yêu cầu đặt hạn sau lúc yêu cầu", en: "whoever asks sets a later one"))
    }
  }
}

extension CouncilRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .notOnAgenda(let unit, let item):
      ProcedureSentences(
        rule: .agenda, key: "procedure.agenda",
        message: Wording(
          vi: "\(CouncilRefusal.subject(unit, item).vietnamese) không có trong chương trình họp",
          en: "\(CouncilRefusal.subject(unit, item).english) is not on the agenda"),
        move: Wording(
          vi: "chờ cơ quan tổ chức đánh giá trình Hội đồng thẩm định",
          en: "wait for the organiser to put it before the council"))
    case .decidedAlready(let unit, let item, let number):
      ProcedureSentences(
        rule: .decidedOnce, key: "procedure.agenda",
        message: Wording(
          vi:
            "Hội đồng thẩm định đã quyết định \(CouncilRefusal.subject(unit, item).vietnamese) ở sự kiện \(number)",
          en:
            "the council decided \(CouncilRefusal.subject(unit, item).english) already, in event \(number)"
        ),
        move: Wording(
          vi: "chờ cơ quan tổ chức đánh giá trình lại, và một phiên họp sau đó",
          en: "wait for the organiser to put it before the council again, and for its next meeting"
        ))
    case .noMeeting(let stage):
      ProcedureSentences(
        rule: .meeting, key: "stages.\(stage.id)",
        message: Wording(
          vi: "chưa ghi phiên họp nào của Hội đồng thẩm định về nội dung này",
          en: "no meeting of the council about it is recorded"),
        move: Wording(
          vi: "chờ Hội đồng thẩm định họp và ghi phiên họp vào bước \(stage.words)",
          en: "wait for the council to meet and for its meeting in \(stage.words) to be recorded"))
    case .wasAbsent(let person, let meeting):
      ProcedureSentences(
        rule: .presentAtMeeting,
        message: Wording(
          vi: "\(person.words) không có mặt tại phiên họp ở sự kiện \(meeting)",
          en: "\(person.words) was not at the meeting of event \(meeting)"),
        move: Wording(
          vi: "thuộc thẩm quyền của thành viên có mặt tại phiên họp đó",
          en: "it is the move of a member who was there"))
    case .noQuorum(let meeting, let present, let members, let quorum):
      ProcedureSentences(
        rule: .quorum, key: "procedure.quorum",
        message: Wording(
          vi:
            "phiên họp ở sự kiện \(meeting) có mặt \(present)/\(members) thành viên, dưới \(quorum.vietnameseText)",
          en:
            "the meeting of event \(meeting) had \(present) of \(members) members, below \(quorum.canonicalText)"
        ),
        move: Wording(
          vi: "chờ một phiên họp đủ thành viên", en: "wait for a meeting with enough members"))
    case .voteMissing:
      ProcedureSentences(
        rule: .vote, key: "procedure.agenda", field: .vote,
        message: Wording(vi: "chưa ghi kết quả biểu quyết", en: "no vote is recorded"),
        move: Wording(
          vi:
            "chờ Hội đồng thẩm định biểu quyết; ghi số tán thành, không tán thành, không biểu quyết",
          en: "wait for the council to vote; record for, against and abstaining"))
    case .noMajority(let inFavour, let present):
      ProcedureSentences(
        rule: .majority,
        message: Wording(
          vi: "\(inFavour) trên \(present) thành viên có mặt tán thành",
          en: "\(inFavour) of the \(present) members present are in favour"),
        move: Wording(
          vi: "chưa được thông qua; chờ Hội đồng thẩm định biểu quyết lại",
          en: "it is not passed; wait for the council to vote again"))
    case .moreVotesThanPresent(let votes, let present):
      ProcedureSentences(
        rule: .votesOfThosePresent,
        message: Wording(
          vi: "ghi \(votes) phiếu mà chỉ có \(present) thành viên có mặt",
          en: "\(votes) votes of only \(present) members present"),
        move: Wording(
          vi: "người ghi biên bản đối chiếu lại số phiếu và danh sách có mặt",
          en: "whoever keeps the minutes compares votes and attendance"))
    case .unknownAttendant(let id):
      ProcedureSentences(
        rule: .knownMembers, key: "people", field: .attendance,
        message: Wording(
          vi: "không có người dự họp `\(id)` trong danh sách người",
          en: "`\(id)`, who was present, is nobody in the list of people"),
        move: Wording(
          vi: "sửa mã người dự họp; cơ quan tổ chức bổ sung danh sách nếu thiếu",
          en: "correct the id; the organiser adds who is missing"))
    }
  }

  private static func subject(_ unit: String?, _ item: String?) -> Wording {
    switch (unit, item) {
    case (let unit?, let item?):
      Wording(vi: "`\(item)` của `\(unit)`", en: "`\(item)` of `\(unit)`")
    case (let unit?, nil): Wording(vi: "`\(unit)`", en: "`\(unit)`")
    case (nil, _): Wording(vi: "nội dung này", en: "this")
    }
  }
}
