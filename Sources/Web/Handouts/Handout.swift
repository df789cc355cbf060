internal import Papers

/// Something of the round as files to take away; raw values stand in addresses.
enum Handout: Hashable, Sendable {
  case papers(PaperKind)
  /// The workbooks that units fill in.
  case forms
  case site
  case bundle

  static let all: [Handout] =
    [PaperKind.annex, .submission, .minutes, .notice, .report, .unitSheet, .criteria]
    .map(Handout.papers) + [.forms, .site, .bundle]

  /// The name of its file.
  var file: String {
    switch self {
    case .papers(let kind): kind.folder + ".zip"
    case .forms: "bieu-tu-cham-diem.zip"
    case .site: "trang-web.zip"
    case .bundle: "goi-kiem-tra.tar"
    }
  }

  init?(file: String) {
    guard let found = Handout.all.first(where: { $0.file == file }) else { return nil }
    self = found
  }

  var contentType: String { self == .bundle ? "application/x-tar" : "application/zip" }

  func title(_ frame: PageFrame) -> String {
    switch self {
    case .papers(.annex): frame.say("Phụ lục kèm quyết định", "Annexes of the decision")
    case .papers(.submission): frame.say("Tờ trình", "Submissions")
    case .papers(.minutes): frame.say("Biên bản họp Hội đồng", "Minutes of the council")
    case .papers(.notice): frame.say("Thông báo kết quả tạm thời", "Provisional notices")
    case .papers(.report): frame.say("Báo cáo tự đánh giá", "Self-assessment reports")
    case .papers(.unitSheet): frame.say("Phiếu kết quả từng nơi", "A sheet for each unit")
    case .papers(.criteria): frame.say("Bộ tiêu chí", "The criteria")
    case .forms: frame.say("Biểu tự chấm điểm", "Workbooks to fill in")
    case .site: frame.say("Trang web công khai", "The public site")
    case .bundle: frame.say("Gói kiểm tra", "The bundle to verify")
    }
  }

  func about(_ frame: PageFrame) -> String {
    switch self {
    case .papers(.annex):
      frame.say(
        "bảng xếp hạng, bảng tổng hợp điểm của mỗi Hội đồng: PDF, DOCX, XLSX",
        "rankings and points of each council, as PDF, DOCX and XLSX")
    case .papers(.submission):
      frame.say("trình phê duyệt, công bố kết quả: DOCX", "to have the result approved: DOCX")
    case .papers(.minutes):
      frame.say("theo nhật ký; chưa họp thì là mẫu: DOCX", "by the log, or blank: DOCX")
    case .papers(.notice): frame.say("gửi từng nơi: DOCX", "one for each unit: DOCX")
    case .papers(.report):
      frame.say("của các nơi đã nộp, để ký: DOCX", "of units that handed in, to be signed: DOCX")
    case .papers(.unitSheet):
      frame.say(
        "điểm, thứ hạng, vì sao, năm việc đáng làm nhất: PDF",
        "points, place, why, and what is worth most: PDF")
    case .papers(.criteria): frame.say("như phụ lục của quy chế: DOCX, XLSX", "DOCX and XLSX")
    case .forms:
      frame.say("mỗi nơi một tệp Excel, kèm phần đã nộp", "an Excel file for each unit")
    case .site:
      frame.say(
        "giải nén là xem được; chưa công bố thì mọi trang ghi dự thảo",
        "opens from disk; every page says draft before publication")
    case .bundle:
      frame.say(
        "toàn bộ số liệu, nhật ký, kết quả: ai cũng tính lại được bằng parindex verify",
        "all figures, events and results: anybody recomputes it by parindex verify")
    }
  }
}
