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

      VÍ DỤ
        parindex appraise Submissions/khanh-hoa-2017 so-y-te 1.1.4 --by to-giup-viec/02 \\
          --input completed=17 --ground so-lieu-khong-khop --reason "Báo cáo ghi 17/20" --dry-run
        parindex appraise Submissions/khanh-hoa-2017 so-y-te 2.3.1 --by to-giup-viec/02 --accept
        parindex appraise Submissions/khanh-hoa-2017 so-y-te reports.late --by to-giup-viec/02 \\
          --value 0 --reason "Báo cáo quý III gửi đúng hạn"

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
    try recorder.record(
      about.subjects(in: recorder.computed).map { unit, subject in
        var content = event.content(.appraised, role: recorder.role(of: event.by) ?? stage.who)
        content.unit = recorder.id(of: unit)
        content.subject = subject
        content.stage = stage.id
        decision.decide(
          &content, EventDrafting(recorder.round, unit: unit, subject: subject))
        return content
      })
  }
}
