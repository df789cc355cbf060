internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// How far each appraiser's decisions move claims, item by item, beside those of the others; for
/// talking about, so that all appraise alike.
struct DriftPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let item: String
    let author: String
    let cases: String
    let mean: String
    let others: String
    let othersMean: String
  }

  let rows: [Row]
  /// Appraisers and items with too few cases to compare.
  let few: Int
  let least: Int

  init(_ checks: CrossChecks, in round: Round, _ frame: PageFrame) {
    let words = RoundWords(round, frame.language)
    let numbers = NumberWords(frame.language)
    let enough = checks.drift.filter { $0.mean != nil }
    few = checks.drift.count - enough.count
    least = checks.leastCases
    func signed(_ mean: Exact?) -> String {
      mean.map { (($0.isNegative || $0.isZero) ? "" : "+") + numbers.fixed($0, places: 2) } ?? "–"
    }
    rows = enough.map { drift in
      let set = round.sets[drift.set]
      let item = set.items[drift.item]
      return Row(
        item: "\(item.id). \(item.title) (\(set.title))", author: words.author(drift.author),
        cases: numbers.count(drift.cases), mean: signed(drift.mean),
        others: numbers.count(drift.others), othersMean: signed(drift.othersMean))
    }
  }

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(
      frame.say("Độ chênh giữa các người thẩm định", "Appraiser drift"),
      trail: [.init(path: WebPath.work, title: frame.say("Thẩm định", "Appraisal"))]
    ) { page in
      page.element(
        "p",
        text: frame.say(
          "Để trao đổi, thống nhất cách chấm; xếp theo tiêu chí và mã người thẩm định, không phải xếp hạng. Trung bình là điểm sau thẩm định trừ điểm tự chấm; chỉ tính khi mỗi bên có từ \(least) lượt.",
          "For talking about, so that all appraise alike; by item and id, no league table. A mean is the points left less those claimed; only where each side has \(least) cases."
        ))
      page.element(
        "p", .class("dim"),
        text: frame.say(
          "Quá ít lượt để so sánh: \(few) trường hợp.", "Too few cases to compare: \(few)."))
      page.line()
      guard !rows.isEmpty else { return }
      page.table(
        id: "do-chenh", caption: frame.say("Theo tiêu chí thành phần", "By item"),
        [
          .init(frame.say("Tiêu chí thành phần", "Item")),
          .init(frame.say("Người thẩm định", "Appraiser")),
          .init(frame.say("Số lượt", "Cases"), isNumber: true),
          .init(frame.say("Trung bình", "Mean"), isNumber: true),
          .init(frame.say("Lượt của người khác", "Others' cases"), isNumber: true),
          .init(frame.say("Trung bình của người khác", "Others' mean"), isNumber: true),
        ], name: "items", rows: rows
      ) { row, line in
        row.element("th", .scope("row"), text: line.item)
        row.cell(line.author)
        row.numberCell(line.cases)
        row.numberCell(line.mean)
        row.numberCell(line.others)
        row.numberCell(line.othersMean)
      }
    }
  }
}
