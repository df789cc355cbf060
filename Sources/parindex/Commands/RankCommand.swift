import ArgumentParser
import Glibc
import Grading
import Loading
import Reports
import Synchronization

struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "In bảng xếp hạng của các khối.",
    usage: "parindex rank <round> [<options>]",
    discussion: """
      Prints the rankings: final layer, or another one.

      VÍ DỤ
        parindex rank Submissions/khanh-hoa-2017
        parindex rank Submissions/khanh-hoa-2017 --block xa --format csv > xa.csv
        parindex rank Submissions/khanh-hoa-2017 --block so --layer claimed
        parindex rank Submissions/khanh-hoa-2017 --block xa --comparison
        parindex rank Submissions/khanh-hoa-2017 --block so --intervals --format csv
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: "Chỉ một khối (mã của khối).")
  var block: String?

  @Option(help: "Lớp điểm: claimed, computed, mã của giai đoạn, hoặc final.")
  var layer = "final"

  @Flag(help: "Đối sánh mọi đơn vị của khối trong một bảng; không phải bảng xếp hạng.")
  var comparison = false

  @Flag(
    help: ArgumentHelp(
      "Nơi nào cũng có khoảng của chỉ số và thứ hạng do mọi việc còn bỏ ngỏ, cả tài liệu còn thiếu; mặc định chỉ nơi tạm tính."
    ))
  var intervals = false

  @Option(help: "Dạng kết quả.")
  var format = OutputFormat.text

  func validate() throws {
    if comparison, block == nil || format != .text {
      throw ValidationError("--comparison cần --block và --format text")
    }
    if intervals, comparison || format == .json || layer != "final" {
      throw ValidationError(
        "--intervals là của lớp điểm final, dạng text hoặc csv; JSON thì dùng `score --format json`"
      )
    }
    if format == .json, layer != "final" {
      throw ValidationError("--format json chỉ có lớp điểm final; mọi lớp có trong kết quả của run")
    }
  }

  /// The process ends behind a ranking: what it was made of need not be taken apart.
  private static let last = Mutex<ComputedRound?>(nil)

  func run() throws {
    let computed = try ComputedRound(input, reading)
    RankCommand.last.withLock { $0 = computed }
    let round = computed.round
    let place = try block.map(computed.block)
    let layer = try computed.layer(self.layer)
    let bounds: @Sendable ([RankingGroup]) -> RoundIntervals = { [threads = input.threads] groups in
      RoundIntervals(round, of: groups) { inParallel($0, threads: threads, $1) }
    }
    switch format {
    case .text:
      var text = RankingText(
        round, reading.language, isColoured: reading.usesColor(STDOUT_FILENO), intervals: bounds)
      text.boundsAll = intervals
      if comparison, let place {
        Console.print(text.comparison(block: place, layer: layer))
      } else {
        Console.print(text.text(block: place, layer: layer))
      }
    case .csv:
      let wanted = round.groups.filter { place == nil || place == $0.block }
      Console.print(
        RankingCSV(round, reading.language, intervals: intervals ? bounds(wanted) : nil)
          .text(block: place, layer: layer))
    case .json:
      Console.print(ResultJSON(round, language: reading.language).rankings(block: place))
    }
  }
}
