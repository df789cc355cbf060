import ArgumentParser
import Diagnostics
import Glibc
import Grading
import Loading
import Reports

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Chấm điểm, xếp hạng cả kỳ đánh giá và ghi mọi kết quả.",
    usage: "parindex run <round> [<options>]",
    discussion: """
      Scores and ranks a whole round, prints the rankings and writes every result.

      VÍ DỤ
        parindex run Submissions/khanh-hoa-2017
        parindex run Submissions/khanh-hoa-2017 --brief --lang en
        parindex run Submissions/khanh-hoa-2017 --no-output --format json > kq.json
        parindex run Submissions/khanh-hoa-2017 --criteria Criteria/khanh-hoa-2017
        parindex run Submissions/khanh-hoa-2019 --without-exclusions

      Có --criteria, --dossier-rules hoặc --without-exclusions là chạy thử: chấm bằng
      bộ tiêu chí khác, đếm hồ sơ theo quy tắc khác hoặc không loại trừ hồ sơ nào;
      nói điểm và thứ hạng nào thay đổi, không ghi kết quả.
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var reading: ReadingOptions

  @Option(name: .shortAndLong, help: "Thư mục ghi kết quả; mặc định output/<mã kỳ đánh giá>.")
  var output: String?

  @Flag(help: "Không ghi tệp nào, chỉ in ra màn hình.")
  var noOutput = false

  @Flag(help: "Chỉ in bảng tóm tắt, không in bảng xếp hạng.")
  var brief = false

  @Option(help: "Dạng in ra màn hình: text, json, csv.")
  var format = OutputFormat.text

  func validate() throws {
    if input.isTrial, format == .csv {
      throw ValidationError("chạy thử chỉ có --format text hoặc json")
    }
    if input.isTrial, output != nil {
      throw ValidationError("chạy thử không ghi kết quả, nên không có --output")
    }
  }

  func run() throws {
    let computed = try ComputedRound(input, reading, anew: true)
    if input.isTrial { return try printTrial(computed) }
    let round = computed.round
    // Places stand in the table that is written, and nowhere on the screen.
    let outputs = RoundOutputs(
      computed, language: reading.language, threads: input.threads, showsPlaces: !noOutput)
    let folder = noOutput ? nil : output ?? "output/\(round.plan.id)"
    // The page is made while the files wait for the disk; it is shown when they are there.
    let page = Meanwhile(threads: format == .text ? input.threads : 1) { [self] in
      text(computed, outputs, folder.map(outputs.listed) ?? [])
    }
    if let folder, let problem = outputs.write(to: folder) {
      // Nothing may go on while the process ends.
      _ = (page.value, outputs.gaps.value, outputs.rankings.value)
      reading.complain([problem])
      throw Exit.unusable
    }
    switch format {
    case .json: Console.print(outputs.result())
    case .csv: Console.print(RankingCSV(round, reading.language).text())
    case .text: Console.print(page.value)
    }
    // All is written; to take a large round apart in memory first would only keep people waiting.
    Glibc.exit(EXIT_SUCCESS)
  }

  /// The end of a terminal is read first: there stand the counts, what is provisional and where
  /// the outputs are; above them the gaps, and the rankings on top.
  private func text(
    _ computed: ComputedRound, _ outputs: RoundOutputs, _ written: [RoundSummaryText.Output]
  ) -> String {
    let round = computed.round
    let language = reading.language
    let isColoured = reading.usesColor(STDOUT_FILENO)
    var parts: [String] = []
    if !brief {
      parts.append(
        isColoured
          ? RankingText(round, language, isColoured: true).text() : outputs.rankings.value)
    }
    parts.append(
      GapReport(round, language: language, showsPlaces: true, namesOthers: true).summary(
        outputs.gaps.value, limit: 10,
        rest: noOutput ? "parindex gaps \(input.round)" : RoundOutputs.gapsFile))
    parts.append(
      RoundSummaryText(round, language, isColoured: isColoured).text(
        problems: DiagnosticSummary(computed.diagnostics), leftOut: computed.loaded.leftOut,
        outputs: written))
    return parts.joined(separator: "\n")
  }

  /// With other criteria or rules: what they would change, from the same inputs; nothing is stored.
  private func printTrial(_ draft: ComputedRound) throws {
    var own = input
    own.criteria = nil
    own.dossierRules = nil
    own.withoutExclusions = false
    let subject: CriteriaTrial.Subject =
      input.criteria != nil
      ? .criteria : input.withoutExclusions ? .withoutExclusions : .dossierRules
    let trial = CriteriaTrial(
      before: try ComputedRound(own, reading).round, after: draft.round, of: subject)
    switch format {
    case .json: Console.print(trial.json)
    case .text, .csv: Console.print(trial.text(reading.language))
    }
  }
}
