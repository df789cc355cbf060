import ArgumentParser
import Glibc
import Grading
import Loading
import Reports

struct CrossCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosscheck",
    abstract: "Đối chiếu chéo tài liệu, số liệu và cách chấm trong một kỳ đánh giá.",
    usage: "parindex crosscheck <round> [<options>]",
    discussion: """
      Lays the files of a round side by side: documents used more than once,
      figures stated otherwise than registers hold them, evidence of the year
      before, how far appraisers move claims. Nothing of it changes a point.

      VÍ DỤ
        parindex crosscheck Submissions/khanh-hoa-2017
        parindex crosscheck Submissions/khanh-hoa-2019 --previous nam-truoc
        parindex crosscheck Submissions/khanh-hoa-2017 --format csv > a.csv
      """)

  @OptionGroup var input: RoundReadingOptions

  @Option(
    help: ArgumentHelp("Thư mục của kỳ trước, để tìm tài liệu dùng lại.", valueName: "round"),
    completion: .directory)
  var previous: String?

  @Option(help: "Số lượt ít nhất mỗi bên để so cách chấm.")
  var leastCases = CrossChecks.usualLeastCases

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả.")
  var format = OutputFormat.text

  func validate() throws {
    if leastCases < 1 { throw ValidationError("--least-cases phải từ 1 trở lên") }
  }

  func run() throws {
    let computed = try ComputedRound(input, reading)
    var before: ComputedRound?
    if let previous {
      var own = input
      own.round = previous
      own.criteria = nil
      own.dossierRules = nil
      own.withoutExclusions = false
      before = try ComputedRound(own, reading)
    }
    let checks = CrossChecks(
      computed.round, previous: before?.round, leastCases: leastCases)
    let report = CrossCheckReport(
      computed.round, checks, previous: before?.round, reading.language)
    switch format {
    case .text: Console.print(report.text(isColoured: reading.usesColor(STDOUT_FILENO)))
    case .json: Console.print(report.json)
    case .csv: Console.print(report.csv)
    }
  }
}
