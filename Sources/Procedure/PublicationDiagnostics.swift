internal import Diagnostics
internal import EventLog
internal import Grading

extension LockRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .locked(let number):
      ProcedureSentences(
        rule: .lock,
        message: Wording(
          vi: "phần này đã khóa ở sự kiện \(number)", en: "this is locked by event \(number)"),
        move: Wording(
          vi: "chờ Hội đồng thẩm định hoặc cơ quan tổ chức đánh giá mở khóa, có căn cứ",
          en: "wait for the council or the organiser to unlock it, with a ground"))
    case .openItems(let count):
      ProcedureSentences(
        rule: .openItems,
        message: Wording(
          vi: "còn \(count) mục chưa xong, kỳ đánh giá chưa nêu `open_at_publication`",
          en:
            "\(count) item\(count == 1 ? " is" : "s are") still open and the round does not state `open_at_publication`"
        ),
        move: Wording(
          vi: "chờ thẩm định xong, hoặc cơ quan tổ chức ghi `open_at_publication` vào round.yaml",
          en: "wait for them, or the organiser states `open_at_publication` in round.yaml"))
    case .alreadyLocked(let number):
      ProcedureSentences(
        rule: .lockOnce,
        message: Wording(
          vi: "phần này đã khóa ở sự kiện \(number)",
          en: "all of this is locked already by event \(number)"),
        move: Wording(vi: "không cần khóa lại", en: "there is nothing to do"))
    case .nothingLocked:
      ProcedureSentences(
        rule: .unlock, field: .stage,
        message: Wording(
          vi: "phần này không khóa và không hết hạn", en: "nothing of this is locked or over"),
        move: Wording(
          vi: "không cần mở; bước đã hết hạn thì ghi rõ bước đó",
          en: "there is nothing to do; name the stage if one is over"))
    }
  }
}

extension PublicationRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .otherState(let claimed, let state):
      ProcedureSentences(
        rule: .publicationState,
        message: Wording(
          vi: "ghi từ `\(claimed)` nhưng kỳ đánh giá đang ở bước “\(state.wording.vietnamese)”",
          en: "it goes on from `\(claimed)`, but the round is at “\(state.wording.english)”"),
        move: PublicationRefusal.next(after: state))
    case .outOfOrder(let from, let to):
      ProcedureSentences(
        rule: .publicationOrder,
        message: Wording(
          vi:
            "kỳ đánh giá đang ở bước “\(from.wording.vietnamese)”, chưa thể sang “\(to.wording.vietnamese)”",
          en: "the round is at “\(from.wording.english)” and cannot reach “\(to.wording.english)”"),
        move: PublicationRefusal.next(after: from))
    case .roundNotLocked(let state):
      ProcedureSentences(
        rule: .lockedBeforePublication,
        message: Wording(
          vi: "kỳ đánh giá chưa khóa toàn bộ, chưa thể “\(state.wording.vietnamese)”",
          en: "the round is not wholly locked and cannot reach “\(state.wording.english)”"),
        move: Wording(
          vi: "chờ cơ quan tổ chức đánh giá hoặc Hội đồng thẩm định khóa cả kỳ đánh giá",
          en: "wait for the organiser or the council to lock the whole round"))
    case .afterPublication(let kind):
      ProcedureSentences(
        rule: .closedByPublication,
        message: Wording(
          vi: "kết quả đã công bố, không còn việc này: \(kind.wording.vietnamese)",
          en: "the result is published, which ends this: \(kind.wording.english)"),
        move: Wording(
          vi: "đơn vị kiến nghị, Hội đồng thẩm định trả lời, cơ quan tổ chức ghi điều chỉnh",
          en: "the unit asks for reconsideration, the council answers, the organiser amends"))
    case .beforePublication(let kind):
      ProcedureSentences(
        rule: .afterPublication,
        message: Wording(
          vi: "kết quả chưa công bố, chưa có việc này: \(kind.wording.vietnamese)",
          en: "the result is not published, so this has to wait: \(kind.wording.english)"),
        move: Wording(
          vi: "chờ cơ quan tổ chức đánh giá công bố kết quả",
          en: "wait for the organiser to publish the result"))
    case .reconsiderationTooLate(let last, let logTime):
      ProcedureSentences(
        rule: .reconsiderationInTime, key: "procedure.reconsideration",
        message: Wording(
          vi: "đã hết thời hạn kiến nghị: hết ngày \(last.vietnameseText)",
          en: "the last day to ask for reconsideration was \(last.isoText)"
        ).heldAgainst(logTime),
        move: Wording(
          vi: "cơ quan tổ chức đánh giá vẫn có thể tự điều chỉnh, có lý do",
          en: "the organiser may still amend, with a reason"))
    case .answersNoReconsideration(let number):
      ProcedureSentences(
        rule: .answersReconsideration, field: .answers,
        message: Wording(
          vi: "sự kiện \(number) không phải kiến nghị về nội dung này của đơn vị này",
          en: "event \(number) is no request for reconsideration of this item of this unit"),
        move: Wording(
          vi: "ghi số của kiến nghị đã nhận", en: "give the number of the request"))
    case .answeredAlready(let number, let answer):
      ProcedureSentences(
        rule: .answeredOnce,
        message: Wording(
          vi: "kiến nghị \(number) đã được trả lời ở sự kiện \(answer)",
          en: "the request of event \(number) was answered by event \(answer)"),
        move: Wording(
          vi: "không cần trả lời lại; thay đổi thêm thì ghi điều chỉnh",
          en: "there is nothing to answer; a further change is an amendment"))
    case .amendedWithoutGround:
      ProcedureSentences(
        rule: .amendedWithGround, field: .text,
        message: Wording(
          vi: "điều chỉnh không theo kiến nghị nào đã trả lời và không nêu lý do",
          en: "the amendment follows no answered request and gives no reason"),
        move: Wording(
          vi: "chờ Hội đồng thẩm định trả lời kiến nghị, hoặc ghi lý do",
          en: "wait for the council to answer the request, or say why"))
    }
  }

  private static func next(after state: PublicationState) -> Wording {
    let states = PublicationState.allCases
    let next = states.firstIndex(of: state).flatMap { place in
      states.dropFirst(place + 1).first
    }
    guard let next, next != .amended else {
      return Wording(
        vi: "thay đổi sau công bố thì cơ quan tổ chức ghi điều chỉnh",
        en: "after publication the organiser records an amendment")
    }
    return Wording(
      vi: "chờ “\(next.wording.vietnamese)”: thuộc thẩm quyền của \(next.role.wording.vietnamese)",
      en: "“\(next.wording.english)” comes next: it is the move of \(next.role.wording.english)")
  }
}
