import ArgumentParser
import Diagnostics
import DossierCounting
import Glibc
import Grading
import Loading
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Báo cáo định kỳ tình hình giải quyết hồ sơ thủ tục hành chính.",
    usage: "parindex dossiers report <path> [--period <period>] [<options>]",
    discussion: """
      Reports on a month, a quarter, half a year, a year or any days: received,
      resolved, late, unresolved; the watch list, and what moved since before.

      VÍ DỤ
        parindex dossiers report Submissions/khanh-hoa-2019 --period 2019-07
        parindex dossiers report dossiers --period 2019 --each month
        parindex dossiers report dossiers --period 2019-Q3 --against 2019-Q2
        parindex dossiers report dossiers --period 2019-03-21..2019-04-20
        parindex dossiers report dossiers --period 2019-H1 --format csv
        parindex dossiers report Submissions/khanh-hoa-2017/dossiers/tables.yaml

      Kỳ là tên khai trong periods: của tệp quy tắc, hoặc 2019-07 (tháng), 2019-Q3
      (quý), 2019-H1 (6 tháng đầu năm), 2019 (năm), TỪ..ĐẾN (kể cả hai ngày). Quý,
      6 tháng và năm bắt đầu với tháng đầu, kết thúc với tháng cuối của nó.
      Hồ sơ của kỳ: tiếp nhận trong kỳ, hoặc tiếp nhận trước và chưa xong khi kỳ bắt
      đầu. Quy tắc chỉ loại hồ sơ tiếp nhận ngoài kỳ đánh giá thì không áp dụng.
      Với bảng đã in (tables.yaml), báo cáo dùng số đã đính chính; không cần nêu
      kỳ, và --against là tệp tables.yaml của kỳ trước; --each, --by, --rows, --as-of,
      --rules, --without-exclusions, --skip-repeat-check chỉ đi cùng dữ liệu từng hồ sơ.
      """)

  @OptionGroup var input: CaseReadingOptions

  @Option(help: "Kỳ báo cáo.")
  var period: String?

  @Option(help: "Cả từng tháng (month), quý (quarter), 6 tháng (half) trong kỳ.")
  var each: PeriodLength?

  @Option(
    help: "So với kỳ này; none: không so. Mặc định là kỳ liền trước cùng độ dài.")
  var against: String?

  @Option(help: "Theo dõi từ tỷ lệ trễ hạn này.")
  var watch = "3%"

  @Option(help: "Kiểm điểm trách nhiệm từ tỷ lệ trễ hạn này.")
  var accountable = "10%"

  @Option(help: "Số hồ sơ ít nhất để xếp một nơi vào danh sách.")
  var atLeast = 1

  @Option(
    help: "Thêm theo nội dung này; nhiều lần được, none: không. Mặc định cả bốn.")
  var by: [ReportGrouping] = []

  @Option(help: "Số dòng nhiều nhất của mỗi bảng theo nội dung; mặc định 15.")
  var rows: Int?

  @Flag(help: "Không loại trừ hồ sơ nào: số liệu như trên phần mềm.")
  var withoutExclusions = false

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả: text, json, csv.")
  var format = OutputFormat.text

  func validate() throws {
    if atLeast < 1 { throw ValidationError("--at-least phải từ 1 trở lên") }
    if let rows, rows < 1 { throw ValidationError("--rows phải từ 1 trở lên") }
    for (name, text) in [("--watch", watch), ("--accountable", accountable)]
    where share(text) == nil {
      throw ValidationError("\(name) phải là một tỷ lệ từ 0% đến 100%, như 3% hoặc 2,5%")
    }
    if by.contains(.none), by.count > 1 {
      throw ValidationError("--by none không đi cùng nội dung khác")
    }
    if format == .csv, by.filter({ $0 != .none }).count > 1 {
      throw ValidationError("--format csv chỉ viết một bảng: chọn một --by")
    }
    if format == .csv, each != nil, by.contains(where: { $0 != .none }) {
      throw ValidationError("--format csv không viết --by cho từng kỳ của --each")
    }
  }

  private func share(_ text: String) -> Exact? {
    guard let share = Exact(typed: text), share >= .zero, share <= .one
    else { return nil }
    return share
  }

  var bounds: ReportBounds {
    ReportBounds(
      watch: share(watch) ?? .zero, accountable: share(accountable) ?? .zero, atLeast: atLeast)
  }

  func run() throws {
    let path = FileAccess.normalised(input.path)
    let reports =
      switch DossierInput(at: path) {
      case .records: [try counted(path)]
      case .tables: try printed(path)
      }
    switch format {
    case .csv:
      Console.print(
        PeriodicCSV(reports, language: reading.language, grouping: by.first?.grouping).text())
    case .json: Console.print(PeriodicJSON(reports).text())
    case .text:
      let pages = reports.map {
        PeriodicText(
          $0, language: reading.language, isColoured: reading.usesColor(STDOUT_FILENO),
          mostRows: rows ?? 15
        ).text()
      }
      Console.print(pages.joined(separator: "\n"))
    }
  }
}

/// What figures are broken down by.
enum ReportGrouping: String, CaseIterable, ExpressibleByArgument {
  case domain
  case procedure
  case channel
  case month
  case none

  var grouping: DossierGrouping? {
    switch self {
    case .domain: .domain
    case .procedure: .procedure
    case .channel: .channel
    case .month: .month
    case .none: nil
    }
  }
}

extension PeriodLength: ExpressibleByArgument {}
