internal import Diagnostics
internal import EventLog
internal import Grading

extension PersonRefusal {
  var sentences: ProcedureSentences {
    switch self {
    case .unknown(let id):
      ProcedureSentences(
        rule: .knownPerson, key: "people",
        message: Wording(vi: "không có `\(id)` trong danh sách người", en: "nobody is `\(id)`"),
        move: Wording(
          vi:
            "thuộc thẩm quyền của người có tên trong danh sách; cơ quan tổ chức bổ sung nếu thiếu",
          en: "it is the move of somebody listed; the organiser adds who is missing"))
    case .notInOffice(let person, let day, let logTime):
      ProcedureSentences(
        rule: .inOffice, key: "people.\(person.id)",
        message: Wording(
          vi: "\(person.words) không giữ nhiệm vụ ngày \(day.vietnameseText)",
          en: "\(person.words) is not in office on \(day.isoText)"
        ).heldAgainst(logTime),
        move: Wording(
          vi: "thuộc thẩm quyền của người đang giữ nhiệm vụ: \(person.role.wording.vietnamese)",
          en: "it is the move of whoever is in office: \(person.role.wording.english)"))
    case .otherRole(let person, let claimed):
      ProcedureSentences(
        rule: .ownRole, key: "people.\(person.id)",
        message: Wording(
          vi: "\(person.words) không có vai trò `\(claimed)`",
          en: "\(person.words) does not have the role `\(claimed)`"),
        move: Wording(
          vi:
            "làm với vai trò `\(person.role.rawValue)`, hoặc thuộc thẩm quyền của \(Role.words(claimed).vietnamese)",
          en:
            "act as `\(person.role.rawValue)`, or it is the move of \(Role.words(claimed).english)"
        ))
    case .roleOfEvent(let kind, let state, let role, let allowed):
      ProcedureSentences(
        rule: .roleOfEvent,
        message: Wording(
          vi: "vai trò `\(role)` không làm được việc này: \(kind.wording(state).vietnamese)",
          en: "the role `\(role)` cannot do this: \(kind.wording(state).english)"),
        move: Wording(
          vi: "thuộc thẩm quyền của \(Role.words(allowed).vietnamese)",
          en: "it is the move of \(Role.words(allowed).english)"))
    case .roleOfStage(let stage, let role, let who):
      ProcedureSentences(
        rule: .roleOfStage, key: "stages.\(stage.id)",
        message: Wording(
          vi: "vai trò `\(role)` không làm việc ở bước \(stage.words)",
          en: "the role `\(role)` does not act in the stage \(stage.words)"),
        move: Wording(
          vi: "thuộc thẩm quyền của \(Role.words(who).vietnamese)",
          en: "it is the move of \(Role.words(who).english)"))
    case .ownUnit(let person, let unit, let allowed):
      ProcedureSentences(
        rule: .notOwnUnit, key: "people.\(person.id)",
        message: Wording(
          vi: "\(person.words) thuộc chính đơn vị `\(unit)`",
          en: "\(person.words) belongs to `\(unit)` itself"),
        move: Wording(
          vi:
            "thuộc thẩm quyền của người ngoài `\(unit)`: \(RoleHolder.words(allowed).vietnamese)",
          en:
            "it is the move of somebody outside of `\(unit)`: \(RoleHolder.words(allowed).english)")
      )
    case .otherUnit(let person, let unit):
      ProcedureSentences(
        rule: .ownUnitOnly, key: "people.\(person.id)",
        message: Wording(
          vi: "\(person.words) không thuộc đơn vị `\(unit)`",
          en: "\(person.words) does not belong to `\(unit)`"),
        move: Wording(
          vi: "thuộc thẩm quyền của `\(unit)`", en: "it is the move of `\(unit)`"))
    case .otherOffice(let person, let item, let office, let own):
      ProcedureSentences(
        rule: .appraisingOffice, key: own == nil ? nil : "procedure.stand_ins",
        message: Wording(
          vi: person.unit.map {
            "\(person.words) thuộc `\($0)`, không phải cơ quan thẩm định mục `\(item)`"
          } ?? "\(person.words) không thuộc cơ quan thẩm định mục `\(item)`",
          en: person.unit.map {
            "\(person.words) is of `\($0)`, which does not appraise the item `\(item)`"
          } ?? "\(person.words) is not of the office that appraises the item `\(item)`"),
        move: own.map {
          Wording(
            vi: "thuộc thẩm quyền của `\(office)`, xét thay cho `\($0)` về mục của chính `\($0)`",
            en: "it is the move of `\(office)`, which stands in for `\($0)` on its own items")
        }
          ?? Wording(
            vi: "thuộc thẩm quyền của `\(office)`", en: "it is the move of `\(office)`"))
    case .noStandIn(let office, let item):
      ProcedureSentences(
        rule: .standIn, key: "procedure.stand_ins",
        message: Wording(
          vi: "chưa giao cơ quan nào xét thay mục `\(item)` của chính `\(office)`",
          en: "no office stands in for `\(office)` on its own item `\(item)`"),
        move: Wording(
          vi: "chờ cơ quan tổ chức đánh giá ghi `\(office)` vào `procedure.stand_ins`",
          en: "the organiser names one for `\(office)` under `procedure.stand_ins`"))
    case .otherCouncil(let person, let council):
      ProcedureSentences(
        rule: .ownCouncil, key: "people.\(person.id)",
        message: Wording(
          vi:
            "\(person.words) làm việc cho \(Role.council(person.council ?? Person.province).vietnamese)",
          en: "\(person.words) works for \(Role.council(person.council ?? Person.province).english)"
        ),
        move: Wording(
          vi: "thuộc thẩm quyền của \(Role.council(council).vietnamese)",
          en: "it is the move of \(Role.council(council).english)"))
    case .notAssigned(let person, let stage, let item, let block):
      ProcedureSentences(
        rule: .assigned, key: "procedure.assignments",
        message: Wording(
          vi:
            "\(person.words) không được phân công \(item.map { "mục `\($0)` của " } ?? "")khối `\(block)` ở bước \(stage.words)",
          en:
            "\(person.words) is not assigned \(item.map { "the item `\($0)` of " } ?? "")the block `\(block)` in the stage \(stage.words)"
        ),
        move: Wording(
          vi: "thuộc thẩm quyền của người được phân công phần này",
          en: "it is the move of whoever is assigned this part"))
    case .otherOwner(let person, let owner):
      ProcedureSentences(
        rule: .registerOwner,
        message: Wording(
          vi: "\(person.words) không thuộc cơ quan giữ sổ `\(owner)`",
          en: "\(person.words) is not of `\(owner)`, which keeps the register"),
        move: Wording(
          vi: "thuộc thẩm quyền của `\(owner)`", en: "it is the move of `\(owner)`"))
    }
  }
}

extension RoleHolder {
  /// "cơ quan tổ chức đánh giá (Sở Nội vụ) hoặc Hội đồng thẩm định".
  fileprivate static func words(_ holders: [RoleHolder]) -> Wording {
    func name(_ holder: RoleHolder) -> String { holder.person.map { " (\($0.name))" } ?? "" }
    return Wording(
      vi: holders.map { $0.role.wording.vietnamese + name($0) }.joined(separator: " hoặc "),
      en: holders.map { $0.role.wording.english + name($0) }.joined(separator: " or "))
  }
}

extension EventKind {
  fileprivate func wording(_ state: PublicationState?) -> Wording {
    guard self == .publication, let state else { return wording }
    return Wording(
      vi: "chuyển sang bước “\(state.wording.vietnamese)”",
      en: "reaching “\(state.wording.english)”")
  }
}
