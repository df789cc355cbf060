import ArgumentParser
import EventLog
import Grading
import Loading

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Ghi quyết định của Hội đồng thẩm định về một tiêu chí vào nhật ký.",
    usage: "parindex decide <round> <unit> <item> --by <person> <decision> [<options>]",
    discussion: """
      Records what the council decides of an item, and shows what it does to points and places.

      Mỗi lần trình (agenda) và họp sau đó (meeting), Hội đồng quyết định một nội dung một lần.

      VÍ DỤ (sau ví dụ của agenda và meeting)
        parindex decide Submissions/khanh-hoa-2017 so-tu-phap 2.2.2 --points 0.5 \\
          --by hoi-dong/01 --ground hoi-dong-thong-nhat --vote 6/0/0 \\
          --at 2018-01-15T16:00 --dry-run
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var about: SubjectArguments
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      "Số phiếu tán thành/không tán thành/không biểu quyết.", valueName: "8/1/0"))
  var vote: String?

  func validate() throws {
    if let vote, EventVote(typed: vote) == nil {
      throw ValidationError(
        vi: "--vote phải có dạng 8/1/0", en: "--vote must be like 8/1/0")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    let stage = try recorder.stage(decision.stage, .council)
    try recorder.record(.decided, about: about, in: stage) { content, drafting in
      content.vote = vote.flatMap { EventVote(typed: $0) }
      decision.decide(&content, drafting)
    }
  }
}
