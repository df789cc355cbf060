import ArgumentParser
import EventLog
import Grading
import Loading

struct AppraiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appraise",
    abstract: "Ghi kết quả thẩm định một tiêu chí của một đơn vị vào nhật ký.",
    usage: "parindex appraise <round> <unit> <item> --by <person> <decision> [<options>]",
    discussion: """
      Records what the helper team decides of an item, and shows what it does to points and places.

      VÍ DỤ (bước đã hết hạn thì mở lại trước)
        parindex unlock Submissions/khanh-hoa-2017 --unit so-y-te \\
          --stage appraisal-2 --by hoi-dong/01 --ground sai-sot-ky-thuat \\
          --at 2018-01-15T15:00
        parindex appraise Submissions/khanh-hoa-2017 so-y-te 1.1.1 --points 0.5 \\
          --by to-giup-viec/so-noi-vu-1 --ground dat-mot-phan \\
          --reason "Ban hành chậm" --at 2018-01-15T15:05 --dry-run
        parindex appraise Submissions/khanh-hoa-2017 so-y-te 1.1.3 --accept \\
          --by to-giup-viec/so-noi-vu-1 --at 2018-01-15T15:05
        parindex appraise Submissions/khanh-hoa-2017 so-y-te reports.late --value 0 \\
          --by to-giup-viec/so-noi-vu-1 --ground so-lieu-khong-khop \\
          --reason "Báo cáo gửi đúng hạn" --at 2018-01-15T15:10

      Kết thúc bằng 1 khi trái quy trình của kỳ đánh giá; khi đó không ghi gì.
      Exits with 1 when a rule of procedure forbids it; nothing is written then.
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var about: SubjectArguments
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    let stage = try recorder.stage(decision.stage, .appraisal)
    try recorder.record(.appraised, about: about, in: stage, decision.decide)
  }
}
