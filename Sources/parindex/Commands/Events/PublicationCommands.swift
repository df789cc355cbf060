import ArgumentParser
import Diagnostics
import EventLog
import Grading
import Loading

extension PublicationState: ExpressibleByArgument {}

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Ghi bước tiếp theo của việc phê duyệt, công bố kết quả.",
    usage: "parindex publish <round> <state> --by <person> [--basis <decision>] [<options>]",
    discussion: """
      Records how far publication has come: passed, submitted, issued (with the decision's number),
      published.

      VÍ DỤ
        parindex publish Submissions/khanh-hoa-2017 passed --by hoi-dong/01
        parindex publish Submissions/khanh-hoa-2017 issued --by ubnd-tinh \\
          --basis "141/QĐ-UBND ngày 19/01/2018"
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "passed, submitted, issued hoặc published.")
  var state: PublicationState

  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    var content = recorder.content(.publication, role: "organiser")
    content.from = .text(recorder.round.plan.publication.state.rawValue)
    content.to = .text(state.rawValue)
    try recorder.record([content])
  }
}

struct ReconsiderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconsider",
    abstract: "Ghi kiến nghị xem xét lại sau công bố, hoặc trả lời kiến nghị.",
    usage: "parindex reconsider <round> <unit> [<item>] --by <person> --reason <text> [<options>]",
    discussion: """
      Records that a unit asks for reconsideration after publication; with --answer, the answer.

      VÍ DỤ
        parindex reconsider Submissions/khanh-hoa-2017 so-y-te 1.6.1 --by so-y-te/01 \\
          --reason "Đề nghị xem xét lại kế hoạch tuyên truyền"
        parindex reconsider Submissions/khanh-hoa-2017 so-y-te 1.6.1 \\
          --by hoi-dong/01 --answer 364 --points 0.5 \\
          --reason "Văn bản gia hạn có trước ngày chốt số liệu"
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "Cơ quan, đơn vị, địa phương (mã).")
  var unit: String

  @Argument(help: "Tiêu chí, tiêu chí thành phần (mã).")
  var item: String?

  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Trả lời kiến nghị ở sự kiện số này.", valueName: "event"))
  var answer: Int?

  @Option(
    parsing: .unconditional,
    help: "Điểm sau khi xem xét; có hiệu lực khi có quyết định điều chỉnh (amend).")
  var points: String?

  func validate() throws {
    if event.text == nil {
      throw ValidationError(vi: "cần --reason", en: "--reason is needed")
    }
    if let points, Exact(typed: points) == nil || answer == nil || item == nil {
      throw ValidationError(
        vi: "--points là một số, đi cùng --answer và tiêu chí",
        en: "--points is a number and goes with --answer and an item")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    let place = try recorder.computed.unit(unit)
    var content = recorder.content(
      answer == nil ? .reconsiderationAsked : .reconsiderationAnswered,
      role: answer == nil ? "unit" : "council")
    content.unit = unit
    content.answers = answer
    if let item {
      _ = try recorder.computed.item(item, of: place)
      content.subject = .item(item)
      if let points, let given = Exact(typed: points) {
        content.from = EventDrafting(recorder.round, unit: place, subject: .item(item)).points
          .map(EventValue.points)
        content.to = .points(given)
      }
    }
    try recorder.record([content])
  }
}

struct AmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Ghi điều chỉnh sau công bố, theo quyết định; bản đã công bố vẫn còn.",
    usage:
      "parindex amend <round> <unit> <item> --points <n> --by <person> --basis <decision> [<options>]",
    discussion: """
      Records an amended edition beside the published one, which can still be had with --as-of.

      VÍ DỤ
        parindex amend Submissions/khanh-hoa-2017 so-y-te 1.6.1 --points 0.5 --by so-noi-vu/cchc \\
          --basis "302/QĐ-UBND ngày 12/02/2018" --reason "Theo trả lời kiến nghị ngày 07/02/2018"
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "Cơ quan, đơn vị, địa phương (mã).")
  var unit: String

  @Argument(help: "Tiêu chí, tiêu chí thành phần (mã).")
  var item: String

  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  @Option(parsing: .unconditional, help: "Số điểm sau điều chỉnh; số âm: --points=-1.")
  var points: String

  func validate() throws {
    if Exact(typed: points) == nil { throw ValidationError.noNumber("--points") }
    if event.document == nil || event.text == nil {
      throw ValidationError(
        vi: "cần --basis (quyết định điều chỉnh) và --reason",
        en: "--basis (the decision that amends) and --reason are needed")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    let place = try recorder.computed.unit(unit)
    _ = try recorder.computed.item(item, of: place)
    var content = recorder.content(.amended, role: "organiser")
    content.unit = unit
    content.subject = .item(item)
    content.from = EventDrafting(recorder.round, unit: place, subject: .item(item)).points
      .map(EventValue.points)
    content.to = Exact(typed: points).map(EventValue.points)
    try recorder.record([content])
  }
}
