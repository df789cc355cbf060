import ArgumentParser
import Glibc
import Grading
import Reports

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "In phiếu điểm của một cơ quan, đơn vị, địa phương.",
    usage: "parindex score <round> <unit> [<options>]",
    discussion: """
      Prints the whole score sheet of a unit, all layers side by side.

      VÍ DỤ
        parindex score Submissions/khanh-hoa-2017 so-y-te
        parindex score Submissions/khanh-hoa-2017 so-y-te --format csv > so-y-te.csv
        parindex score Submissions/khanh-hoa-2019 so-y-te \\
          --previous Submissions/khanh-hoa-2017
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "Mã cơ quan, đơn vị, địa phương.")
  var unit: String

  @Flag(help: "Bản giao cho đơn vị: không có thứ hạng và số liệu của nơi khác trước khi công bố.")
  var forUnit = false

  @Option(
    help: "Kỳ trước: in thêm kế hoạch khắc phục khi đó và kết quả thực hiện.",
    completion: .directory)
  var previous: String?

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả.")
  var format = OutputFormat.text

  func validate() throws {
    if previous != nil, format != .text {
      throw ValidationError("--previous chỉ dùng với --format text")
    }
  }

  func run() throws {
    let computed = try ComputedRound(input, reading)
    let place = try computed.unit(unit)
    let shows = !forUnit || computed.round.plan.publication.isPublic
    switch format {
    case .text:
      Console.print(
        ScoreSheetText(
          computed.round, reading.language, showsPlaces: shows,
          isColoured: reading.usesColor(STDOUT_FILENO)
        ).text(unit: place))
      try printPrevious(computed, place)
    case .csv:
      Console.print(
        ScoreSheetCSV(computed.round, reading.language, showsOthers: shows).text(units: [place]))
    case .json:
      Console.print(
        ResultJSON(
          computed.round, trace: true, showsOthers: shows, language: reading.language
        ).sheet(unit: place))
    }
  }

  /// Below the sheet: what became of the points lost in the earlier round.
  private func printPrevious(_ computed: ComputedRound, _ place: Int) throws {
    guard let previous else { return }
    let earlier = try PreviousRound(previous, unit: unit, threads: input.threads, reading)
    Console.print(
      "\n"
        + RemedyFollowUpText(
          computed.round, after: earlier.round, reading.language,
          isColoured: reading.usesColor(STDOUT_FILENO)
        ).text(unit: place, earlier.plan))
  }
}
