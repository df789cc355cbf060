import Diagnostics
import EventLog
import Grading
import TestSupport

/// A short history of a round in which every kind of event stands at least once.
struct SampleLog {
  static let round = "khanh-hoa-2017"

  var contents: [EventContent] = []

  /// The whole history.
  init(round: String = SampleLog.round) throws {
    let digest = String(repeating: "ab", count: 32)
    try add("2017-12-01T08:00:00", .opened, "so-noi-vu/01", "organiser") {
      $0.opening = LogOpening(round: round)
      $0.files = ["../../Criteria/khanh-hoa-2017/so.yaml": digest, "round.yaml": digest]
    }
    try add("2017-12-19T15:30:12", .submitted, "so-y-te/01", "unit") {
      $0.unit = "so-y-te"
      $0.stage = "self-assessment"
      $0.files = ["units/so-y-te/self-assessment.yaml": digest]
    }
    try add("2017-12-21T09:00:00", .corrected, "so-noi-vu/02", "register-owner") {
      $0.unit = "so-y-te"
      $0.subject = .figure("reports.late")
      $0.stage = "appraisal-1"
      $0.from = .text("1")
      $0.to = .text("0")
      $0.text = "Báo cáo quý III gửi đúng hạn, vào sổ muộn"
      $0.evidence = ["bao-cao-quy-3"]
    }
    try add("2017-12-27T09:10:42", .appraised, "to-giup-viec/02", "helper-team") {
      $0.unit = "so-y-te"
      $0.subject = .item("1.1.4")
      $0.stage = "appraisal-1"
      $0.decision = .adjust
      $0.from = .text("2")
      $0.to = .inputs(["completed": "17", "planned": "20"])
      $0.ground = "so-lieu-khong-khop"
      $0.text = "Báo cáo ghi 17/20 nhiệm vụ:\n\"03 nhiệm vụ\" chuyển sang năm 2018"
      $0.basis = "điểm b khoản 1 Điều 5 Quyết định 2991/QĐ-UBND"
      $0.approver = "to-giup-viec/01"
    }
    try add("2017-12-27T09:31:05", .explanationRequested, "to-giup-viec/02", "helper-team") {
      $0.unit = "so-y-te"
      $0.subject = .item("2.3.1")
      $0.stage = "appraisal-1"
      $0.text = "Chưa thấy văn bản ban hành kế hoạch"
      $0.due = LocalMoment(parsing: "2018-01-08T17:00")
    }
    try add("2018-01-05T16:02:00", .explained, "so-y-te/01", "unit") {
      $0.unit = "so-y-te"
      $0.subject = .item("2.3.1")
      $0.stage = "explanation"
      $0.text = "Kế hoạch ban hành ngày 27/12/2016"
      $0.evidence = ["ke-hoach-cchc", "phu-luc-1"]
      $0.answers = 5
    }
    try add("2018-01-10T10:00:00", .appraised, "to-giup-viec/03", "helper-team") {
      $0.unit = "so-y-te"
      $0.subject = .item("2.3.1")
      $0.stage = "appraisal-2"
      $0.decision = .accept
      $0.to = .text("0.75")
    }
    try add("2018-01-12T08:00:00", .agenda, "so-noi-vu/01", "organiser") {
      $0.unit = "so-tu-phap"
      $0.subject = .item("5.2")
      $0.stage = "council"
      $0.from = .text("1")
      $0.to = .text("1.5")
    }
    try add("2018-01-15T14:30:00", .decided, "hoi-dong", "council") {
      $0.unit = "so-tu-phap"
      $0.subject = .item("5.2")
      $0.stage = "council"
      $0.decision = .setPoints
      $0.from = .text("1")
      $0.to = .text("1.5")
      $0.isBeyondRule = true
      $0.text = "Theo kết quả kiểm tra thực tế"
      $0.vote = EventVote(inFavour: 8, against: 1, abstaining: 0)
      $0.evidence = ["bien-ban-hop"]
    }
    try add("2018-01-15T16:00:00", .locked, "so-noi-vu/01", "organiser") {
      $0.text = "Điểm, mức xếp hạng và thứ hạng của tất cả các khối"
    }
    try add("2018-01-16T08:00:00", .unlocked, "hoi-dong", "council") {
      $0.unit = "so-tu-phap"
      $0.ground = "sai-sot-ky-thuat"
    }
    try add("2018-01-19T17:00:00", .publication, "so-noi-vu/01", "organiser") {
      $0.from = .text("submitted")
      $0.to = .text("issued")
      $0.basis = "141/QĐ-UBND ngày 19/01/2018"
    }
    try add("2018-01-25T09:00:00", .reconsiderationAsked, "so-y-te/01", "unit") {
      $0.unit = "so-y-te"
      $0.subject = .item("1.1.4")
      $0.text = "Đề nghị xem xét lại 03 nhiệm vụ được gia hạn"
      $0.due = LocalMoment(parsing: "2018-02-09")
    }
    try add("2018-02-07T15:00:00", .reconsiderationAnswered, "hoi-dong", "council") {
      $0.unit = "so-y-te"
      $0.subject = .item("1.1.4")
      $0.from = .text("1")
      $0.to = .text("2")
      $0.text = "Chấp nhận: văn bản gia hạn có trước ngày chốt số liệu"
      $0.answers = 13
    }
    try add("2018-02-12T08:00:00", .amended, "so-noi-vu/01", "organiser") {
      $0.basis = "302/QĐ-UBND ngày 12/02/2018"
      $0.text = "Điều chỉnh điểm và thứ hạng của Sở Y tế"
    }
    try add("2018-02-13T14:00:00", .met, "so-noi-vu/01", "organiser") {
      $0.stage = "council"
      $0.attendance = ["hoi-dong/01", "hoi-dong/02", "hoi-dong/03"]
      $0.text = "Họp rút kinh nghiệm kỳ đánh giá"
      $0.basis = "Biên bản số 02/BB-HĐ ngày 13/02/2018"
    }
    let later = String(repeating: "cd", count: 32)
    try add("2018-02-14T08:00:00", .replaced, "so-noi-vu/02", "register-owner") {
      $0.from = .inputs(["registers/reports.csv": digest])
      $0.files = ["registers/reports.csv": later]
      $0.text = "Số liệu chính thức quý IV"
      $0.basis = "15/BC-SNV ngày 14/02/2018"
    }
  }

  private mutating func add(
    _ time: String, _ kind: EventKind, _ author: String, _ role: String,
    _ change: (inout EventContent) -> Void
  ) throws {
    var content = EventContent(
      time: try moment(time), author: author, role: role, kind: kind)
    change(&content)
    contents.append(content)
  }

  /// The contents with their places and digests.
  var events: [RoundEvent] { SampleLog.chained(contents) }

  static func chained(_ contents: [EventContent]) -> [RoundEvent] {
    var events: [RoundEvent] = []
    for content in contents {
      events.append(
        RoundEvent(
          sequence: events.count + 1, previous: events.last?.digest, content: content))
    }
    return events
  }

  /// Each line with its line feed.
  var lines: [[UInt8]] { events.map { $0.line + [0x0A] } }
}

struct NoTime: Error {}

func moment(_ text: String) throws -> EventTime {
  guard let time = EventTime(parsing: text) else { throw NoTime() }
  return time
}

/// What diagnostics say, without the summary behind them.
func told(_ diagnostics: [Diagnostic], _ language: Language) -> String {
  let renderer = TextRenderer(language: language)
  return diagnostics.map { renderer.render($0) + "\n" }.joined()
}
