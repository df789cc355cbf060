package import Diagnostics
package import Grading
package import Procedure

/// What somebody can want to do; units are named by their ids.
package enum Act: Hashable, Sendable {
  /// To see what a unit is still typing, with what it lacks.
  case readAnswers(String)
  /// To change it.
  case editAnswers(String)
  /// To sign it and hand it in.
  case handIn(String)
  /// To see the documents that a unit handed in, and open their files.
  case readEvidence(String)
  /// To open one document's file: as before, or as who keeps a register of which a dispute cites it.
  case readDocument(unit: String, document: String)
  /// To see a unit's points in every layer.
  case readSheet(String)
  /// To see a unit's place.
  case readPlace(String)
  /// To see rankings at all; `readPlace` says of whom.
  case readRankings
  /// To see the round's log.
  case readLog
  /// To take out the whole result, of every unit in every layer.
  case readResult
  /// To take away the round's papers, its site, its bundle and the units' workbooks.
  case readHandouts
  /// To see who signed in and what was refused.
  case readAccess

  /// To see what the account itself is told.
  case readNotices

  /// To see how the round is set up, who does what, and what is still open.
  case readSetup
  /// To see what another file of the round would do.
  case tryFile
  /// To put one in the place of the earlier one.
  case replaceFile(RoundFileKind)
  /// To move a deadline of the round, whoever handed in before.
  case moveDeadline
  /// To see how far each appraiser's decisions move claims.
  case readDrift

  /// To see registers with their keepers and closing dates.
  case readRegisters
  /// To see what units say against figures of a register.
  case readDisputes(String)
  /// To put a unit's figure of a register right, or to say that it stays.
  case correctFigure(unit: String, figure: String)

  /// To stand for what somebody else would put right.
  case approveFigure(unit: String, figure: String, proposer: String)

  /// To see how the round's dossiers were closed, dossier by dossier.
  case readClosings
  /// To close them, anew or again.
  case closeDossiers

  /// To see how a unit's dossiers count, one by one.
  case readDossiers(String)
  /// To say why one of them is late, or that it was not.
  case explainDossier(String)
  /// To decide what units say of their dossiers.
  case decideDossiers

  /// To see what is asked for and amended after publication.
  case readReconsiderations
  case askReconsideration(String)
  case answerReconsideration(String)
  /// To record an amended result of a unit.
  case amend(String)

  /// To see what is to be appraised, and how far that has come.
  case readWork
  /// To see a unit's answers, evidence and history as whoever appraises it.
  case readMatters(String)
  /// To say what an item comes to.
  case appraise(ItemOfUnit)
  /// To ask the unit to explain an item.
  case askExplanation(ItemOfUnit)
  /// To stand for what somebody else proposes.
  case approve(ItemOfUnit, proposer: String)
  /// To answer a request for an explanation.
  case explain(String)
  /// To see what is before the council.
  case readCouncil
  /// To put an item of a unit before the council.
  case putOnAgenda(String)
  /// To record that the council met.
  case recordMeeting
  /// To record what the council decides.
  case decide(ItemOfUnit)
  /// To see what is locked and how far publication has come.
  case readPublication
  /// To lock, or to open again, a unit; nil: the whole round.
  case lock(String?)
  case unlock(String?)
  /// To record that publication reaches a state.
  case publish(PublicationState)
}

extension Act {
  /// The register that a figure stands in, by their names.
  static func register(of figure: String) -> String {
    figure.split(separator: ".").first.map(String.init) ?? figure
  }
}

/// What a file of a round is for.
package enum RoundFileKind: Hashable, Sendable {
  /// Criteria, round.yaml, units, people: what everybody goes by.
  case rules
  /// Figures that an office keeps.
  case register
}

/// Why an act is not somebody's.
package enum ActRefusal: Hashable, Sendable {
  case otherUnit
  case role
  case otherCouncil
  case otherRegister
  /// Places are not to be seen before publication.
  case notPublished
  /// What it is about begins with the publication.
  case onlyOncePublished
  case noStage
  case notOpen(LocalMoment)
  case closed(LocalMoment)
  case locked
  /// What the round goes by stays once so many units handed in.
  case handedIn(Int)
  /// The account names nobody of people.yaml, or somebody who is not in office.
  case noPerson
  /// A rule of procedure about who may do it.
  case procedure(ProcedureRefusal)

  package var wording: Wording {
    switch self {
    case .otherUnit:
      Wording(
        vi: "chỉ người của chính cơ quan, đơn vị, địa phương đó được xem, được làm việc này",
        en: "only people of the unit itself may see or do this")
    case .role:
      Wording(
        vi: "việc này không thuộc vai trò của tài khoản",
        en: "this is not what the account is for")
    case .otherCouncil:
      Wording(
        vi: "cơ quan, đơn vị, địa phương đó do Hội đồng khác thẩm định",
        en: "that unit is appraised by another council")
    case .otherRegister:
      Wording(
        vi: "sổ, bảng số liệu đó do cơ quan khác giữ", en: "another office keeps that register")
    case .notPublished:
      Wording(
        vi: "kết quả chưa công bố; kỳ đánh giá chưa cho vai trò này xem thứ hạng",
        en: "nothing is published yet, and the round does not show places to this role")
    case .onlyOncePublished:
      Wording(
        vi: "việc này chỉ có sau khi công bố kết quả",
        en: "this begins once the result is published")
    case .noStage:
      Wording(
        vi: "kỳ đánh giá không có bước tự chấm điểm",
        en: "the round has no stage of self-assessment")
    case .notOpen(let moment):
      Wording(
        vi: "bước tự chấm điểm chưa mở: từ \(moment.vietnameseText)",
        en: "self-assessment is not open yet: from \(moment.isoText)")
    case .closed(let moment):
      Wording(
        vi: "đã hết hạn tự chấm điểm: \(moment.vietnameseText)",
        en: "the time for self-assessment is over: \(moment.isoText)")
    case .locked:
      Wording(vi: "kết quả của đơn vị đã khóa", en: "the unit's result is locked")
    case .handedIn(let count):
      Wording(
        vi:
          "đã có \(count) cơ quan, đơn vị, địa phương nộp bản tự chấm điểm nên bộ tiêu chí và quy định của kỳ không thay được trên trang; khi cấp ban hành có văn bản sửa đổi, Sở Nội vụ ghi việc thay bằng lệnh parindex replace",
        en:
          "\(count) units have handed in, so what the round goes by is not replaced here; with a document of who issued it, the organiser records that by parindex replace"
      )
    case .noPerson:
      Wording(
        vi: "tài khoản chưa gắn với người nào đang làm nhiệm vụ theo people.yaml",
        en: "the account names nobody who is in office by people.yaml")
    case .procedure(let refusal): refusal.wording.message
    }
  }
}
