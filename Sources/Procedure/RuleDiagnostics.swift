package import Diagnostics

extension ProcedureRule {
  /// What the rule says.
  package var statement: Wording {
    switch self {
    case .knownPerson:
      Wording(
        vi: "người làm việc trong kỳ đánh giá có tên trong danh sách người",
        en: "whoever acts stands in the list of people")
    case .inOffice, .approverInOffice:
      Wording(vi: "chỉ người đang giữ nhiệm vụ", en: "only people in office that day")
    case .ownRole:
      Wording(
        vi: "mỗi người làm việc theo vai trò đã ghi cho mình",
        en: "people act in the role that is theirs")
    case .roleOfEvent:
      Wording(vi: "mỗi việc có vai trò được làm", en: "each kind of event has its roles")
    case .roleOfStage:
      Wording(vi: "mỗi bước có vai trò được làm", en: "each stage says who acts in it")
    case .notOwnUnit, .approverOfOtherUnit:
      Wording(
        vi: "không ai thẩm định, duyệt điểm của đơn vị mình",
        en: "nobody appraises or approves the unit they belong to")
    case .ownUnitOnly:
      Wording(
        vi: "chỉ chính đơn vị nộp, giải trình và kiến nghị cho mình",
        en: "only the unit itself hands in, explains and asks for reconsideration")
    case .appraisingOffice:
      Wording(
        vi: "mục chấm điểm do cơ quan thẩm định của mục đó xét",
        en: "an item is appraised by its appraising office")
    case .standIn:
      Wording(
        vi: "cơ quan thẩm định không tự xét mục của mình mà giao cơ quan khác",
        en: "an appraising office's own items go to another office")
    case .ownCouncil, .approverOfOwnCouncil:
      Wording(
        vi: "mỗi Hội đồng thẩm định và Tổ giúp việc chỉ xét đơn vị thuộc phạm vi của mình",
        en: "each council and its team have units of their own")
    case .assigned:
      Wording(
        vi: "Tổ giúp việc làm theo phân công lĩnh vực và khối",
        en: "the helper team works as it is assigned, by area and block")
    case .registerOwner:
      Wording(
        vi: "số liệu của sổ do cơ quan giữ sổ đính chính",
        en: "a register's figures are corrected by whoever keeps it")
    case .knownStage:
      Wording(vi: "một bước của kỳ đánh giá", en: "a stage of the round")
    case .stageKind:
      Wording(vi: "mỗi bước có loại việc của nó", en: "each kind of stage takes its own events")
    case .stageOpens: Wording(vi: "bước đã mở", en: "a stage that is open")
    case .stageCloses:
      Wording(
        vi: "bước còn hạn, hoặc được mở lại", en: "a stage within its time, or opened again")
    case .submittedOnce:
      Wording(
        vi: "hết hạn thì chỉ nộp lần đầu (muộn), không nộp lại",
        en: "after the deadline a unit may hand in late, not hand in again")
    case .ground:
      Wording(
        vi: "mọi quyết định trừ chấp nhận, mọi lần mở khóa phải nêu căn cứ",
        en: "every decision but accept, and every unlock, names a ground")
    case .closedGrounds:
      Wording(vi: "căn cứ lấy từ danh mục của kỳ đánh giá", en: "grounds are those of the list")
    case .reason: Wording(vi: "việc này phải nêu lý do, nội dung", en: "such an event says why")
    case .basis:
      Wording(
        vi:
          "quyết định công bố, điều chỉnh phải có số và ngày; việc thay tệp phải nêu văn bản",
        en:
          "a decision and an amendment name their document by number and date, replaced files name theirs"
      )
    case .secondApproval:
      Wording(
        vi:
          "điều chỉnh lớn, và sửa lại điều chỉnh lớn, phải có người duyệt; tính cả mức thay đổi của mục trong bước",
        en:
          "a large adjustment, and one that takes it back, needs a second approver; the whole move within the stage counts"
      )
    case .otherApprover:
      Wording(vi: "người duyệt không phải người đề xuất", en: "the approver is not the proposer")
    case .knownApprover:
      Wording(
        vi: "người duyệt có tên trong danh sách người", en: "the approver is in the list of people")
    case .approverRole:
      Wording(
        vi: "người duyệt có vai trò được duyệt", en: "the approver has a role that may approve")
    case .reach, .reachSaid:
      Wording(
        vi: "điểm trong khoảng của cách chấm; bước cho phép vượt thì phải ghi rõ và nêu lý do",
        en: "points that the rule can give; beyond them only where the stage allows and says so")
    case .councilScores:
      Wording(
        vi: "mục do Hội đồng thẩm định cho điểm thì chỉ Hội đồng quyết định",
        en: "what the council scores, only the council decides")
    case .oneRequest:
      Wording(
        vi: "mỗi mục một yêu cầu giải trình đang chờ", en: "one open request for each item")
    case .answersRequest:
      Wording(
        vi: "giải trình trả lời một yêu cầu về cùng mục của cùng đơn vị",
        en: "an explanation answers a request about the same item of the same unit")
    case .openRequest:
      Wording(vi: "yêu cầu giải trình còn chờ trả lời", en: "a request that is still open")
    case .answeredInTime:
      Wording(vi: "giải trình trong hạn của yêu cầu", en: "an answer by the day it is due")
    case .explanationStage:
      Wording(
        vi: "tự giải trình khi không được hỏi chỉ trong bước giải trình",
        en: "what nobody asked about is explained in the explanation stage only")
    case .dueAhead:
      Wording(
        vi: "hạn giải trình ở sau lúc yêu cầu", en: "an explanation is due after it is asked for")
    case .agenda:
      Wording(
        vi: "Hội đồng chỉ quyết định nội dung có trong chương trình họp",
        en: "the council decides only what stands on its agenda")
    case .decidedOnce:
      Wording(
        vi: "mỗi lần trình, Hội đồng quyết định một nội dung một lần",
        en: "the council decides once for each time that something is put before it")
    case .meeting:
      Wording(
        vi: "Hội đồng quyết định tại phiên họp đã ghi",
        en: "the council decides at a meeting that is recorded")
    case .presentAtMeeting:
      Wording(
        vi: "thành viên có mặt tại phiên họp ghi quyết định của Hội đồng",
        en: "a decision of the council is recorded by a member who was at its meeting")
    case .quorum:
      Wording(
        vi: "phiên họp đủ số thành viên", en: "a meeting with enough of the members")
    case .vote:
      Wording(vi: "nội dung tranh chấp phải biểu quyết", en: "what is disputed is voted on")
    case .majority:
      Wording(
        vi: "quá nửa thành viên có mặt tán thành", en: "more than half of those present in favour")
    case .votesOfThosePresent:
      Wording(
        vi: "số phiếu không quá số thành viên có mặt", en: "no more votes than members present")
    case .knownMembers:
      Wording(
        vi: "người dự họp có tên trong danh sách người",
        en: "whoever is present stands in the list of people")
    case .lock:
      Wording(
        vi: "không ghi sự kiện nào về phần đã khóa khi chưa mở khóa",
        en: "no event about what is locked is recorded until it is unlocked")
    case .openItems:
      Wording(
        vi: "khóa khi còn mục chưa xong thì kỳ đánh giá phải nêu cách xử lý",
        en: "a lock over open items needs the round to say what becomes of them")
    case .lockOnce: Wording(vi: "khóa phần chưa khóa", en: "a lock on what is not locked yet")
    case .unlock: Wording(vi: "mở phần đang khóa", en: "an unlock of what is locked")
    case .publicationState:
      Wording(
        vi: "phê duyệt, công bố từ đúng bước đang có",
        en: "publication goes on from the state that it has reached")
    case .publicationOrder:
      Wording(
        vi: "lần lượt: thông qua, trình, ban hành, công bố",
        en: "one after the other: passed, submitted, issued, published")
    case .lockedBeforePublication:
      Wording(
        vi: "khóa cả kỳ đánh giá trước khi phê duyệt, công bố",
        en: "the whole round is locked before publication begins")
    case .closedByPublication:
      Wording(
        vi: "sau công bố chỉ còn kiến nghị, trả lời kiến nghị và điều chỉnh có ghi nhận",
        en: "after publication only reconsideration and recorded amendments")
    case .afterPublication:
      Wording(
        vi: "kiến nghị, điều chỉnh chỉ có sau khi công bố",
        en: "reconsideration and amendments come after publication")
    case .reconsiderationInTime:
      Wording(vi: "kiến nghị trong thời hạn", en: "reconsideration is asked for in time")
    case .answersReconsideration:
      Wording(
        vi: "trả lời một kiến nghị về cùng nội dung của cùng đơn vị",
        en: "an answer to a request about the same item of the same unit")
    case .answeredOnce:
      Wording(vi: "mỗi kiến nghị trả lời một lần", en: "a request is answered once")
    case .reconsideredInTime:
      Wording(
        vi: "kiến nghị được trả lời trong thời hạn",
        en: "a request for reconsideration is answered in time")
    case .amendedWithGround:
      Wording(
        vi: "điều chỉnh theo kiến nghị đã trả lời, hoặc nêu lý do",
        en: "an amendment follows an answered request or says why")
    }
  }
}
