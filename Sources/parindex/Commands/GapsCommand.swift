import ArgumentParser
import Grading
import Loading
import Reports

struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Liệt kê tài liệu kiểm chứng còn thiếu, nội dung phải bổ sung, giải trình.",
    usage: "parindex gaps <round> [<unit>] [<options>]",
    discussion: """
      Lists what stands between the claims and their proof, with the points and places at risk.

      VÍ DỤ
        parindex gaps Submissions/khanh-hoa-2017
        parindex gaps Submissions/khanh-hoa-2017 so-y-te
        parindex gaps Submissions/khanh-hoa-2017 so-y-te --for-unit > gui-so-y-te.txt
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "Mã cơ quan, đơn vị, địa phương; bỏ trống: cả kỳ đánh giá.")
  var unit: String?

  @Flag(help: "Bản giao cho đơn vị: không có thứ hạng và tên của nơi khác trước khi công bố.")
  var forUnit = false

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả.")
  var format = OutputFormat.text

  func validate() throws {
    if forUnit, unit == nil { throw ValidationError("--for-unit cần mã đơn vị") }
  }

  func run() throws {
    let computed = try ComputedRound(input, reading)
    let round = computed.round
    let finder = GapFinder(round)
    let shows = !forUnit || round.plan.publication.isPublic
    let report = GapReport(
      round, language: reading.language, showsPlaces: shows, namesOthers: shows)
    guard let unit else { return printAll(finder, report) }
    let place = try computed.unit(unit)
    var gaps = finder.gaps(of: place)
    if shows, let ladder = finder.ladder(of: place) { gaps = finder.priced(gaps, on: ladder) }
    switch format {
    case .text: Console.print(report.text(gaps))
    case .json: Console.print(report.json([gaps]))
    case .csv: Console.print(report.csv([gaps]))
    }
  }

  private func printAll(_ finder: GapFinder, _ report: GapReport) {
    let gaps = finder.pricedGaps { inParallel($0, threads: input.threads, $1) }
    switch format {
    case .text: Console.print(report.summary(gaps))
    case .json: Console.print(report.json(gaps))
    case .csv: Console.print(report.csv(gaps))
    }
  }
}
