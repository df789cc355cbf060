import ArgumentParser
import Diagnostics
import DossierCounting
import Grading
import Loading
import Reports

/// Which case records are counted, and as of when: the same for every command that counts.
struct CaseReadingOptions: ParsableArguments {
  @Argument(
    help: "Thư mục có records.yaml, tệp records.yaml, hoặc tệp xuất .csv.", completion: .file())
  var path: String

  @Option(help: "Tệp quy tắc; mặc định là tệp mà records.yaml nêu.", completion: .file())
  var rules: String?

  @Option(
    help: ArgumentHelp(
      "Số liệu như đã biết đến hết ngày này; mặc định theo records.yaml.", valueName: "day"))
  var asOf: String?

  @Flag(help: "Không tìm mã hồ sơ lặp lại; hồ sơ ghi hai lần thì đếm hai lần.")
  var skipRepeatCheck = false

  @Option(help: "Số luồng tính; mặc định là số lõi của máy.")
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads phải từ 1 trở lên") }
    if let asOf, moment(asOf) == nil {
      throw ValidationError("--as-of phải là một ngày, như 2019-11-30 hoặc 30/11/2019")
    }
  }

  private func moment(_ text: String) -> LocalMinute? {
    LocalMoment(parsing: text, order: nil).map { LocalMinute(endOf: $0) }
  }

  var options: CaseCountOptions {
    var options = CaseCountOptions()
    options.threads = threads
    options.findsRepeated = !skipRepeatCheck
    options.rules = rules.map(FileAccess.normalised)
    options.asOf = asOf.flatMap(moment)
    options.known = options.asOf
    return options
  }
}

/// Case records that were counted; what keeps them from being counted ends the command.
///
/// Figures that lack what stood behind a break are for whoever says so, and ends with 3 behind them.
struct CountedCases {
  let count: CaseCount

  init(
    _ input: CaseReadingOptions, _ reading: ReadingOptions, takesIncomplete: Bool = false,
    _ change: (inout CaseCountOptions) -> Void = { _ in }
  ) throws {
    var options = input.options
    change(&options)
    let loading = countCases(at: FileAccess.normalised(input.path), options)
    reading.complain(loading.diagnostics)
    guard loading.isUsable || takesIncomplete && loading.isOnlyIncomplete,
      let count = loading.result
    else { throw Exit.unusable }
    self.count = count
  }

  /// What pages are written from.
  var dossiers: CountedDossiers {
    CountedDossiers(
      rules: count.rules, records: count.records, units: count.units, count: count.count,
      areRepeatsFound: count.repeats != .unchecked, cut: count.cut.map { ($0.export.path, $0.rows) }
    )
  }
}
