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
      kỳ, và --against là tệp tables.yaml của kỳ trước.
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

  @Option(help: "Số dòng nhiều nhất của mỗi bảng theo nội dung.")
  var rows = 15

  @Flag(help: "Không loại trừ hồ sơ nào: số liệu như trên phần mềm.")
  var withoutExclusions = false

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả: text, json, csv.")
  var format = OutputFormat.text

  func validate() throws {
    if atLeast < 1 { throw ValidationError("--at-least phải từ 1 trở lên") }
    if rows < 1 { throw ValidationError("--rows phải từ 1 trở lên") }
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
    guard let share = Exact(parsing: text.replacing(",", with: ".")), share >= .zero, share <= .one
    else { return nil }
    return share
  }

  private var bounds: ReportBounds {
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
          mostRows: rows
        ).text()
      }
      Console.print(pages.joined(separator: "\n"))
    }
  }

  // MARK: Records

  private func counted(_ path: String) throws -> PeriodicReport {
    guard let period else {
      throw UsageProblem(
        vi: "chưa nêu kỳ báo cáo", en: "no period is given",
        help: Wording(
          vi: "thêm `--period`, như 2019-07, 2019-Q3, 2019", en: "add `--period`, as 2019-07"))
    }
    var request = PeriodRequest(period)
    request.each = each
    request.excludes = !withoutExclusions
    request.against =
      switch against {
      case nil: .before
      case "none": .nothing
      case .some(let name): .period(name)
      }
    request.groupings = groupings(period)
    request.looksAtClock = format != .csv
    let loading = countPeriods(at: path, request, input.options)
    reading.complain(loading.diagnostics)
    if let problem = loading.problem { throw usage(problem) }
    guard loading.isUsable, let result = loading.result else { throw Exit.unusable }
    func stretch(_ counted: CountedPeriod) -> CountedStretch {
      CountedStretch(counted.period, counted.count)
    }
    return PeriodicReport(
      rules: result.rules, records: result.records, units: result.units,
      fields: result.fields, excludes: request.excludes, bounds: bounds,
      whole: stretch(result.whole),
      parts: result.parts.map(stretch), before: result.before.map(stretch),
      isBeforeOutside: request.against == .before && result.before == nil,
      groups: result.groups.map { ($0.groups, $0.count) }, clock: result.clock,
      areRepeatsFound: result.areRepeatsFound)
  }

  private func groupings(_ period: String) -> [DossierGrouping] {
    if !by.isEmpty {
      let asked = by.compactMap(\.grouping)
      return DossierGrouping.allCases.filter(asked.contains)
        + (asked.contains(.domain) && format != .csv ? [.unitAndDomain] : [])
    }
    if format == .csv { return [] }
    // Of a single month nearly all is received in it.
    let isLong = CalendarPeriod(period)?.length != .month && each == nil
    return [.domain, .procedure, .channel] + (isLong ? [.month] : []) + [.unitAndDomain]
  }

  private func usage(_ problem: PeriodProblem) -> UsageProblem {
    switch problem {
    case .unknown(let name, let declared):
      let forms = "2019-07, 2019-Q3, 2019-H1, 2019, 2019-03-21..2019-04-20"
      let known = declared.joined(separator: ", ")
      return UsageProblem(
        vi: "không có kỳ `\(name)`", en: "there is no period `\(name)`",
        help: Wording(
          vi: "viết như \(forms)" + (known.isEmpty ? "" : "; quy tắc khai: \(known)"),
          en: "forms as listed" + (known.isEmpty ? "" : ", and the names that the rules declare")))
    case .afterData(let period, let end):
      let last = CalendarDay(number: LocalMinute(number: end.number - 1).day.number)
      return UsageProblem(
        vi: "dữ liệu chỉ đến ngày \(last.vietnameseText), trước khi kỳ `\(period.id)` bắt đầu",
        en: "the data end on \(last.isoText), before period `\(period.id)` begins")
    case .noParts(let period, let length):
      return UsageProblem(
        vi: "kỳ `\(period.id)` không chia được theo `\(length.rawValue)`",
        en: "period `\(period.id)` is not made of stretches of one \(length.rawValue)")
    case .tooManyParts(let number):
      return UsageProblem(
        vi: "kỳ chia thành \(number) phần, nhiều nhất là \(PeriodNames.mostParts)",
        en: "the period has \(number) parts, more than \(PeriodNames.mostParts)")
    }
  }

  // MARK: Tables

  private func printed(_ path: String) throws -> [PeriodicReport] {
    if each != nil {
      throw UsageProblem(
        vi: "bảng đã in không chia theo --each được", en: "printed tables cannot be split by --each"
      )
    }
    let report = try tables(path)
    let before = try against.flatMap { $0 == "none" ? nil : try tables(FileAccess.normalised($0)) }
    if let period, let other = report.tables.first(where: { !$0.table.isOf(period: period) }) {
      throw UsageProblem(
        vi: "bảng `\(other.table.id)` là của \(other.table.period ?? ""), không phải `\(period)`",
        en: "table `\(other.table.id)` is of another period than `\(period)`")
    }
    return report.tables.compactMap { table in
      let earlier = before.flatMap { before in
        before.table(table.table.id).flatMap {
          PeriodicReport($0, of: before, bounds: bounds)
        }
      }
      return PeriodicReport(table, of: report, bounds: bounds, before: earlier)
    }
  }

  private func tables(_ path: String) throws -> ReconciliationReport {
    let loading = loadDossierTables(path, units: unitsBeside(path))
    let errors = loading.diagnostics.filter {
      $0.severity == .error && !$0.code.leavesFileUsable
    }
    reading.complain(errors)
    if !errors.isEmpty || loading.report.tables.isEmpty { throw Exit.unusable }
    return loading.report
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
