internal import Diagnostics
internal import EventLog
internal import Grading

extension StageRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .unknown(let id, let known):
      ProcedureSentences(
        rule: .knownStage, key: "stages",
        message: Wording(
          vi: "kỳ đánh giá không có bước `\(id)`", en: "the round has no stage `\(id)`"),
        move: Wording(vi: "một trong \(known.quoted)", en: "one of \(known.quoted)"))
    case .otherKind(let stage, let kind):
      ProcedureSentences(
        rule: .stageKind, key: "stages.\(stage.id)",
        message: Wording(
          vi: "bước \(stage.words) không có việc này: \(kind.wording.vietnamese)",
          en: "the stage \(stage.words) does not take this: \(kind.wording.english)"),
        move: Wording(
          vi: "ghi vào bước có việc này, khi đến lượt bước đó",
          en: "name a stage that takes it, when that stage's turn comes"))
    case .notOpenYet(let stage, let opens):
      ProcedureSentences(
        rule: .stageOpens, key: "stages.\(stage.id)",
        message: Wording(
          vi: "bước \(stage.words) chưa mở", en: "the stage \(stage.words) is not open yet"),
        move: Wording(
          vi: "chờ bước này mở: \(opens.vietnameseText)",
          en: "wait until it opens: \(opens.isoText)"))
    case .closed(let stage, let deadline, let logTime):
      ProcedureSentences(
        rule: .stageCloses, key: "stages.\(stage.id)",
        message: Wording(
          vi: "bước \(stage.words) đã hết hạn: \(deadline.vietnameseText)",
          en: "the stage \(stage.words) is over: \(deadline.isoText)"
        ).heldAgainst(logTime),
        move: Wording(
          vi: "chờ Hội đồng thẩm định hoặc cơ quan tổ chức đánh giá mở lại bước này (mở khóa)",
          en: "the council or the organiser may open it again (an unlock)"))
    case .submittedAlready(let unit, let stage, let deadline, let logTime):
      ProcedureSentences(
        rule: .submittedOnce, key: "stages.\(stage.id)",
        message: Wording(
          vi:
            "`\(unit)` đã nộp và bước \(stage.words) đã hết hạn: \(deadline.vietnameseText)",
          en: "`\(unit)` has handed in and the stage \(stage.words) is over: \(deadline.isoText)"
        ).heldAgainst(logTime),
        move: Wording(
          vi: "chờ Hội đồng thẩm định hoặc cơ quan tổ chức đánh giá mở khóa cho đơn vị nộp lại",
          en: "the council or the organiser may unlock it, so that the unit can hand in again"))
    }
  }
}

extension WordRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .groundMissing(let known):
      ProcedureSentences(
        rule: .ground, key: known.isEmpty ? nil : "procedure.grounds", field: .ground,
        message: Wording(vi: "chưa nêu căn cứ", en: "no ground is named"),
        move: known.isEmpty
          ? Wording(vi: "người đề xuất nêu căn cứ", en: "the proposer names one")
          : Wording(
            vi: "người đề xuất nêu một trong \(known.quoted)",
            en: "the proposer names one of \(known.quoted)"))
    case .groundUnknown(let ground, let known):
      ProcedureSentences(
        rule: .closedGrounds, key: "procedure.grounds", field: .ground,
        message: Wording(
          vi: "căn cứ `\(ground)` không có trong danh mục",
          en: "the ground `\(ground)` is not in the list"),
        move: Wording(
          vi: "người đề xuất nêu một trong \(known.quoted)",
          en: "the proposer names one of \(known.quoted)"))
    case .textMissing:
      ProcedureSentences(
        rule: .reason, field: .text,
        message: Wording(vi: "chưa nêu lý do, nội dung", en: "nothing is said in words"),
        move: Wording(vi: "người đề xuất ghi nội dung", en: "the proposer writes it"))
    case .basisMissing:
      ProcedureSentences(
        rule: .basis, field: .basis,
        message: Wording(
          vi: "chưa ghi số, ký hiệu và ngày của quyết định, văn bản",
          en: "the number and date of the document are missing"),
        move: WordRefusal.documentMove)
    case .basisIncomplete(let basis, let found):
      ProcedureSentences(
        rule: .basis, field: .basis,
        message: Wording(
          vi: "“\(basis)” chưa có \(WordRefusal.missing(found).vietnamese) của văn bản",
          en: "“\(basis)” lacks the document's \(WordRefusal.missing(found).english)"),
        move: WordRefusal.documentMove)
    }
  }
}

extension WordRefusal {
  fileprivate static var documentMove: Wording {
    Wording(
      vi: "ghi như `141/QĐ-UBND ngày 19/01/2018`, khi văn bản đã ban hành",
      en: "write it like `141/QĐ-UBND ngày 19/01/2018`, once the document is issued")
  }

  fileprivate static func missing(_ found: DocumentReference) -> Wording {
    switch (found.hasNumber, found.hasDate) {
    case (false, true): Wording(vi: "số, ký hiệu", en: "number")
    case (true, false): Wording(vi: "ngày", en: "date")
    case (false, false), (true, true): Wording(vi: "số, ký hiệu và ngày", en: "number and date")
    }
  }
}

extension ApprovalRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .missing(let item, let move, let above, let stage):
      ProcedureSentences(
        rule: .secondApproval,
        key: stage.map { "stages.\($0)" } ?? "procedure.second_approval", field: .approvedBy,
        message: Wording(
          vi:
            "mục `\(item)` thay đổi \(move.vietnameseText) điểm trong bước này, trên \(above.vietnameseText) điểm, mà chưa có người duyệt",
          en:
            "the item `\(item)` moves by \(move.canonicalText) within the stage, above the limit of \(above.canonicalText), and nobody approved it"
        ),
        move: Wording(
          vi: "chờ người duyệt, không phải người đề xuất",
          en: "wait for an approver who is not the proposer"))
    case .undone(let item, let move, let above, let stage):
      ProcedureSentences(
        rule: .secondApproval,
        key: stage.map { "stages.\($0)" } ?? "procedure.second_approval", field: .approvedBy,
        message: Wording(
          vi:
            "mục `\(item)` đã thay đổi \(move.vietnameseText) điểm trong bước này, trên \(above.vietnameseText) điểm: một người không tự sửa lại được",
          en:
            "the item `\(item)` has moved by \(move.canonicalText) within the stage, above the limit of \(above.canonicalText): nobody alone takes that back"
        ),
        move: Wording(
          vi: "chờ người duyệt, không phải người đề xuất",
          en: "wait for an approver who is not the proposer"))
    case .ownProposal(let id):
      ProcedureSentences(
        rule: .otherApprover, key: "procedure.second_approval",
        message: Wording(
          vi: "`\(id)` tự duyệt đề xuất của mình", en: "`\(id)` approves a proposal of their own"),
        move: Wording(
          vi: "thuộc thẩm quyền duyệt của người khác",
          en: "it is somebody else's move to approve"))
    case .unknown(let id):
      ProcedureSentences(
        rule: .knownApprover, key: "people",
        message: Wording(
          vi: "không có người duyệt `\(id)` trong danh sách người",
          en: "no approver is called `\(id)`"),
        move: Wording(
          vi: "thuộc thẩm quyền duyệt của người có tên trong danh sách",
          en: "it is the move of somebody listed to approve"))
    case .notInOffice(let person, let day, let logTime):
      ProcedureSentences(
        rule: .approverInOffice, key: "people.\(person.id)",
        message: Wording(
          vi: "người duyệt \(person.words) không giữ nhiệm vụ ngày \(day.vietnameseText)",
          en: "the approver \(person.words) is not in office on \(day.isoText)"
        ).heldAgainst(logTime),
        move: Wording(
          vi: "thuộc thẩm quyền duyệt của người đang giữ nhiệm vụ",
          en: "it is the move of whoever is in office to approve"))
    case .role(let person, let allowed):
      ProcedureSentences(
        rule: .approverRole, key: "people.\(person.id)",
        message: Wording(
          vi: "\(person.words) có vai trò `\(person.role.rawValue)`, không duyệt được việc này",
          en: "\(person.words) has the role `\(person.role.rawValue)`, which cannot approve this"),
        move: Wording(
          vi: "thuộc thẩm quyền duyệt của \(Role.words(allowed).vietnamese)",
          en: "it is the move of \(Role.words(allowed).english) to approve"))
    case .ownUnit(let person, let unit):
      ProcedureSentences(
        rule: .approverOfOtherUnit, key: "people.\(person.id)",
        message: Wording(
          vi: "người duyệt \(person.words) thuộc chính đơn vị `\(unit)`",
          en: "the approver \(person.words) belongs to `\(unit)` itself"),
        move: Wording(
          vi: "thuộc thẩm quyền duyệt của người ngoài `\(unit)`",
          en: "it is the move of somebody outside `\(unit)` to approve"))
    case .otherCouncil(let person, let council):
      ProcedureSentences(
        rule: .approverOfOwnCouncil, key: "people.\(person.id)",
        message: Wording(
          vi:
            "người duyệt \(person.words) làm việc cho \(Role.council(person.council ?? Person.province).vietnamese)",
          en:
            "the approver \(person.words) works for \(Role.council(person.council ?? Person.province).english)"
        ),
        move: Wording(
          vi: "thuộc thẩm quyền duyệt của \(Role.council(council).vietnamese)",
          en: "it is the move of \(Role.council(council).english) to approve"))
    }
  }
}

extension PointsRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .beyondRule(let item, let points, let reach, let stage):
      ProcedureSentences(
        rule: .reach, key: "stages.\(stage.id)",
        message: Wording(
          vi:
            "\(points.vietnameseText) điểm ngoài khoảng của cách chấm mục `\(item)` (\(reach.wording.vietnamese)), bước \(stage.words) không cho phép",
          en:
            "\(points.canonicalText) is beyond the rule of the item `\(item)` (\(reach.wording.english)), and the stage \(stage.words) does not allow it"
        ),
        move: Wording(
          vi: "thuộc thẩm quyền của bước được cho điểm ngoài khoảng (`beyond_rule`)",
          en: "it is the move of a stage that may go beyond the rule (`beyond_rule`)"))
    case .beyondRuleUnsaid(let item, let points, let reach):
      ProcedureSentences(
        rule: .reachSaid, field: .beyondRule,
        message: Wording(
          vi:
            "\(points.vietnameseText) điểm ngoài khoảng của cách chấm mục `\(item)` (\(reach.wording.vietnamese)) mà không ghi rõ",
          en:
            "\(points.canonicalText) is beyond the rule of the item `\(item)` (\(reach.wording.english)) without saying so"
        ),
        move: Wording(
          vi: "người đề xuất ghi rõ là ngoài khoảng và nêu lý do",
          en: "the proposer says that it is beyond the rule, and why"))
    case .beyondRuleAfterwards(let item, let points, let reach):
      ProcedureSentences(
        rule: .reach,
        message: Wording(
          vi:
            "\(points.vietnameseText) điểm ngoài khoảng của cách chấm mục `\(item)` (\(reach.wording.vietnamese))",
          en:
            "\(points.canonicalText) is beyond the rule of the item `\(item)` (\(reach.wording.english))"
        ),
        move: Wording(
          vi: "ghi điểm trong khoảng đó", en: "give points that the rule can give"))
    case .councilScores(let item, let decision):
      ProcedureSentences(
        rule: .councilScores,
        message: Wording(
          vi:
            "mục `\(item)` do Hội đồng thẩm định cho điểm, người thẩm định không quyết định được (`\(decision.rawValue)`)",
          en:
            "the item `\(item)` is the council's to score; an appraisal cannot `\(decision.rawValue)`"
        ),
        move: Wording(
          vi: "thuộc thẩm quyền của Hội đồng thẩm định", en: "it is the move of the council"))
    }
  }
}
