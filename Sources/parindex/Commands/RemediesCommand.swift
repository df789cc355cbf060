import ArgumentParser
import Glibc
import Grading
import Loading
import Reports

struct RemediesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remedies",
    abstract: "Kế hoạch khắc phục: điểm mất, biện pháp, ai chưa có, việc nào quá hạn.",
    usage: "parindex remedies <round> [<unit>] [<options>]",
    discussion: """
      Lists lost points with what is planned and done about them (units/ID/remedies.yaml).

      VÍ DỤ
        parindex remedies Submissions/khanh-hoa-2017
        parindex remedies Submissions/khanh-hoa-2017 --missing
        parindex remedies Submissions/khanh-hoa-2017 so-y-te --as-of-day 2018-06-30
        parindex new remedies Submissions/khanh-hoa-2017 so-y-te
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "Mã cơ quan, đơn vị, địa phương; bỏ trống: cả kỳ đánh giá.")
  var unit: String?

  @Flag(help: "Chỉ những gì chưa có kế hoạch.")
  var missing = false

  @Option(
    help: ArgumentHelp(
      "Xét quá hạn, hoàn thành tính đến hết ngày này.", valueName: "day"))
  var asOfDay: TypedDay?

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả.")
  var format = OutputFormat.text

  func run() throws {
    let computed = try ComputedRound(input, reading)
    let round = computed.round
    let report = RemedyReport(
      round, reading.language, asOf: asOfDay?.day, onlyMissing: missing,
      showsOthers: unit == nil || round.plan.publication.isPublic,
      isColoured: reading.usesColor(STDOUT_FILENO))
    let plans: [RemedyPlan]
    if let unit {
      plans = [try computed.remedies(of: computed.unit(unit), asOf: asOfDay?.day, input, reading)]
    } else {
      plans = try computed.remedies(asOf: asOfDay?.day, input, reading)
    }
    switch format {
    case .text:
      Console.print(unit == nil ? report.summary(plans) : plans.map(report.text).joined())
    case .json: Console.print(report.json(plans))
    case .csv: Console.print(report.csv(plans))
    }
  }
}

/// A day that is typed.
struct TypedDay: ExpressibleByArgument {
  let day: CalendarDay

  init?(argument: String) {
    guard let moment = LocalMoment(parsing: argument), moment.minute == nil else { return nil }
    day = moment.day
  }
}

extension ComputedRound {
  /// All units' plans; one that cannot be used ends the command, unless it is told to go on.
  fileprivate func remedies(
    asOf day: CalendarDay?, _ input: RoundReadingOptions, _ reading: ReadingOptions
  ) throws -> [RemedyPlan] {
    let loading = loaded.remedies()
    if loading.hasUnreadable {
      reading.complain(loading.diagnostics)
      if !input.keepGoing { throw Exit.unusable }
    }
    return inParallel(round.units.count, threads: input.threads) {
      RemedyPlan(round, unit: $0, submission: loading.submissions[$0], asOf: day)
    }
  }

  /// One unit's plan, in the same way.
  fileprivate func remedies(
    of place: Int, asOf day: CalendarDay?, _ input: RoundReadingOptions, _ reading: ReadingOptions
  ) throws -> RemedyPlan {
    let (submission, diagnostics) = loaded.remedies(of: place)
    if submission?.isUnreadable == true {
      reading.complain(diagnostics)
      if !input.keepGoing { throw Exit.unusable }
    }
    return RemedyPlan(round, unit: place, submission: submission, asOf: day)
  }
}
