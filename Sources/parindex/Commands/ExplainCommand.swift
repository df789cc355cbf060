import ArgumentParser
import Glibc
import Grading
import Reports

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Giải thích điểm của một tiêu chí: quy tắc, căn cứ, số liệu, điều chỉnh.",
    usage: "parindex explain <round> <unit> <item> [<options>]",
    discussion: """
      Explains one item of one unit: rule, clause, inputs with file and line, numbers, layers.

      VÍ DỤ
        parindex explain Submissions/khanh-hoa-2017 so-y-te 3.4.1
        parindex explain Submissions/khanh-hoa-2017 so-y-te 3.4.1 --lang en
        parindex explain Submissions/khanh-hoa-2019 so-y-te 3.4.1 \\
          --previous Submissions/khanh-hoa-2017
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "Mã cơ quan, đơn vị, địa phương.")
  var unit: String

  @Argument(help: "Mã tiêu chí, tiêu chí thành phần.")
  var item: String

  @Flag(help: "Bản giao cho đơn vị: không có số liệu của nơi khác trước khi công bố.")
  var forUnit = false

  @Option(
    help: "Kỳ trước: in thêm kế hoạch khắc phục khi đó và kết quả thực hiện.",
    completion: .directory)
  var previous: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let computed = try ComputedRound(input, reading)
    let place = try computed.unit(unit)
    let number = try computed.item(item, of: place)
    Console.print(
      ExplanationText(
        computed.round, reading.language,
        showsOthers: !forUnit || computed.round.plan.publication.isPublic,
        isColoured: reading.usesColor(STDOUT_FILENO)
      ).text(unit: place, item: number))
    guard let previous else { return }
    let earlier = try PreviousRound(previous, unit: unit, threads: input.threads, reading)
    Console.print(
      "\n"
        + RemedyFollowUpText(
          computed.round, after: earlier.round, reading.language,
          isColoured: reading.usesColor(STDOUT_FILENO)
        ).text(unit: place, earlier.plan, item: item))
  }
}
