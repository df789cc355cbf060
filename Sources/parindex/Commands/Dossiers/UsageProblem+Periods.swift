import Diagnostics
import DossierCounting
import Grading
import Loading

extension UsageProblem {
  /// Why a stretch cannot be reported on.
  init(_ problem: PeriodProblem) {
    switch problem {
    case .unknown(let name, let declared):
      let forms = "2019-07, 2019-Q3, 2019-H1, 2019, 2019-03-21..2019-04-20"
      let known = declared.joined(separator: ", ")
      self.init(
        vi: "không có kỳ `\(name)`", en: "there is no period `\(name)`",
        help: Wording(
          vi: "viết như \(forms)" + (known.isEmpty ? "" : "; quy tắc khai: \(known)"),
          en: "forms as listed" + (known.isEmpty ? "" : ", and the names that the rules declare")))
    case .afterData(let period, let end):
      let last = CalendarDay(number: LocalMinute(number: end.number - 1).day.number)
      self.init(
        vi: "dữ liệu chỉ đến ngày \(last.vietnameseText), trước khi kỳ `\(period.id)` bắt đầu",
        en: "the data end on \(last.isoText), before period `\(period.id)` begins")
    case .noParts(let period, let length):
      self.init(
        vi: "kỳ `\(period.id)` không chia được theo `\(length.rawValue)`",
        en: "period `\(period.id)` is not made of stretches of one \(length.rawValue)",
        help: Wording(
          vi: "`--each` phải ngắn hơn kỳ: month, quarter hoặc half trong `--period`",
          en: "`--each` must be shorter than the period"))
    case .tooManyParts(let number):
      self.init(
        vi: "kỳ chia thành \(number) phần, nhiều nhất là \(PeriodNames.mostParts)",
        en: "the period has \(number) parts, more than \(PeriodNames.mostParts)")
    }
  }
}
