import ArgumentParser
import Diagnostics
import Glibc
import Grading
import Loading
import Reports
import Workbooks

struct YearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "So sánh hai kỳ đánh giá: phần nào do kết quả, phần nào do tiêu chí.",
    usage: "parindex compare <earlier> <later> [<options>]",
    discussion: """
      Compares two rounds: what is performance, and what is changed criteria.

      Kỳ sau được tính thêm một lần theo bộ tiêu chí của kỳ trước. Các mục khớp
      nhau theo mã, theo tên, hoặc như khóa `counterparts` của bộ tiêu chí ghi.

      VÍ DỤ
        parindex compare Submissions/khanh-hoa-2017 Submissions/khanh-hoa-2019
        parindex compare kh-2017 kh-2019 --unit so-y-te
        parindex compare kh-2017 kh-2019 --block huyen --format csv > so-sanh.csv
        parindex compare kh-2017 kh-2019 --output so-sanh.xlsx
      """)

  @Argument(help: "Kỳ trước: thư mục hoặc tệp round.yaml.", completion: .directory)
  var earlier: String

  @Argument(help: "Kỳ sau.", completion: .directory)
  var later: String

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Chỉ một khối (mã của khối).")
  var block: String?

  @Option(help: "Chỉ một cơ quan, đơn vị, địa phương (mã).")
  var unit: String?

  @Option(help: "Số luồng tính; mặc định là số lõi của máy.")
  var threads: Int?

  @Option(help: "Dạng kết quả.")
  var format = OutputFormat.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Ghi bảng tính Excel vào tệp này, thay vì in.", valueName: "xlsx"))
  var output: String?

  @Flag(help: "Ghi đè tệp đã có.")
  var force = false

  func validate() throws {
    if let output, !output.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--output ghi một tệp .xlsx")
    }
    if output != nil, block != nil || unit != nil || format != .text {
      throw ValidationError("--output ghi cả hai kỳ: bỏ --block, --unit, --format")
    }
    if let threads, threads < 1 { throw ValidationError("--threads phải từ 1 trở lên") }
  }

  func run() throws {
    let before = try side(earlier)
    let after = try side(later)
    let years = YearComparison(
      from: before, to: after, workers: { inParallel($0, threads: threads, $1) },
      pairing: SetPairs.init(matching:_:))
    let report = YearReport(
      years, reading.language,
      isColoured: format == .text && reading.usesColor(STDOUT_FILENO))
    try checkBlock(years)
    if let output { return try write(report, to: FileAccess.normalised(output)) }
    let one = try unit.map { try self.unit($0, years) }
    switch format {
    case .text: Console.print(one.map(report.text) ?? report.text(block: block))
    case .json: Console.print(report.json(block: block, unit: unit))
    case .csv: Console.print(report.csv(block: block, unit: unit))
    }
  }

  private func write(_ report: YearReport, to path: String) throws {
    guard force || !FileAccess.exists(path) else {
      throw UsageProblem(
        vi: "đã có `\(path)`", en: "`\(path)` is there already",
        help: Wording(vi: "ghi tên khác, hoặc thêm --force", en: "name another, or add --force"))
    }
    if let problem = YearWorkbook(report).write(to: path) {
      reading.complain([problem])
      throw Exit.unusable
    }
    Console.print(Wording(vi: "Đã ghi \(path).\n", en: "Wrote \(path).\n")[reading.language])
  }

  private func side(_ path: String) throws -> Round {
    var options = RoundOptions()
    options.threads = threads
    let (_, round, diagnostics) = try ComputedRound.compute(path, options, reading)
    reading.complain(diagnostics.filter { $0.code == .fileChangedSince })
    return round
  }

  private func checkBlock(_ years: YearComparison) throws {
    guard let block else { return }
    let known = (years.after.plan.blocks + years.goneBlocks).map(\.id)
    guard known.contains(block) else {
      throw UsageProblem.unknown(block, among: known, vi: "khối", en: "block")
    }
  }

  private func unit(_ id: String, _ years: YearComparison) throws -> UnitYears {
    if let place = years.after.units.firstIndex(where: { $0.record.unit.id == id }) {
      return years.units[place]
    }
    let gone = years.gone.first { unit in
      unit.earlier.map { years.before.units[$0].record.unit.id == id } ?? false
    }
    guard let gone else {
      let known = (years.after.units + years.before.units).map(\.record.unit.id)
      throw UsageProblem.unknown(
        id, among: Array(Set(known)).sorted(), vi: "cơ quan, đơn vị", en: "unit")
    }
    return gone
  }
}
