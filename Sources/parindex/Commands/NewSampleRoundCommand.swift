import ArgumentParser
import Loading
import RoundGenerator

struct NewSampleRoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample-round",
    abstract: "Sinh kỳ đánh giá minh họa, cỡ tùy ý, cùng hạt giống thì cùng nội dung.",
    discussion: """
      Generates an illustrative round: N units for tests and measurements, or the
      made-up part of the shipped round (with --criteria).

      VÍ DỤ
        parindex new sample-round ky-lon --units 10000
        parindex new sample-round ky-lon --units 10000 --events 1000000
        parindex new sample-round Submissions/khanh-hoa-2017 \\
          --criteria Criteria/khanh-hoa-2017 --history
        parindex new sample-round Submissions/khanh-hoa-2019 \\
          --criteria Criteria/khanh-hoa-2019 --year 2019
      """)

  @Argument(help: "Thư mục sẽ ghi.", completion: .directory)
  var folder: String

  @Option(help: "Số đơn vị.")
  var units: Int?

  @Option(help: "Số khối.")
  var blocks = 1

  @Option(help: "Hạt giống; mặc định là năm.")
  var seed: UInt64?

  @Flag(help: "Ghi cả danh mục tài liệu kiểm chứng.")
  var evidence = false

  @Option(help: "Số sự kiện của nhật ký; 0: không có nhật ký.")
  var events = 0

  @Option(help: "Bộ tiêu chí của kỳ có sẵn units.yaml và dossiers/.", completion: .directory)
  var criteria: String?

  @Option(help: "Năm của kỳ có sẵn: 2017, hoặc 2019 (sinh cả hồ sơ).")
  var year = 2017

  @Flag(help: "Ghi nhật ký sự kiện thay cho các tệp thẩm định.")
  var history = false

  func validate() throws {
    if (units == nil) == (criteria == nil) {
      throw ValidationError("cần đúng một trong hai: --units hoặc --criteria")
    }
    if let units, units < 1 { throw ValidationError("--units phải từ 1 trở lên") }
    if year != 2017, year != 2019 { throw ValidationError("--year phải là 2017 hoặc 2019") }
    if history, criteria == nil { throw ValidationError("--history đi cùng --criteria") }
    if events < 0 { throw ValidationError("--events phải từ 0 trở lên") }
    if events > 0, units == nil { throw ValidationError("--events đi cùng --units") }
    if blocks < 1 { throw ValidationError("--blocks phải từ 1 trở lên") }
  }

  func run() throws {
    do {
      if let criteria {
        try SampleRound(criteriaFolder: criteria, roundFolder: folder, year: year, seed: seed)
          .write(to: folder)
        if history { try SampleHistory.write(to: folder) }
      } else {
        let progress = Progress("…")
        let round = LargeRound(
          units: units ?? 1, blocks: blocks, seed: seed ?? 2017, writesEvidence: evidence,
          events: events)
        try round.write(to: folder) { progress.show($0, of: units ?? 1) }
      }
      Console.print(folder + "\n")
    } catch let failure {
      Console.complain("\(failure.wording)\n")
      throw Exit.unusable
    }
  }
}

extension GenerationFailure {
  fileprivate var wording: String {
    switch self {
    case .unreadable(let path): "không đọc được \(path) (cannot read)"
    case .unwritable(let path): "không ghi được \(path) (cannot write)"
    case .badCriteria(let path): "bộ tiêu chí \(path) có lỗi; chạy parindex check (bad criteria)"
    case .badUnits(let path): "\(path) có lỗi; chạy parindex check (bad register of units)"
    }
  }
}
