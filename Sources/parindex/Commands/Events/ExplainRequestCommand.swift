import ArgumentParser
import EventLog
import Grading
import Loading

struct ExplainRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-request",
    abstract: "Ghi yêu cầu đơn vị giải trình một tiêu chí, hoặc giải trình của đơn vị.",
    usage:
      "parindex explain-request <round> <unit> <item> --by <person> --reason <text> [<options>]",
    discussion: """
      Records that a unit is asked to explain an item; with --answer, what it says.

      VÍ DỤ (bước đã hết hạn thì mở lại trước)
        parindex unlock Submissions/khanh-hoa-2017 --unit so-y-te \\
          --stage appraisal-2 --by hoi-dong/01 --ground sai-sot-ky-thuat \\
          --at 2018-01-15T15:00
        parindex explain-request Submissions/khanh-hoa-2017 so-y-te 1.1.1 \\
          --by to-giup-viec/so-noi-vu-1 --reason "Đề nghị gửi bản ký số" \\
          --ground tai-lieu-khong-hop-le --due 2018-01-17T17:00 --at 2018-01-15T15:10
        parindex explain-request Submissions/khanh-hoa-2017 so-y-te 1.1.1 --by so-y-te/01 \\
          --answer 360 --reason "Gửi kèm bản ký số" --at 2018-01-16T09:00 --dry-run
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var about: SubjectArguments
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: "Bước (mã); mặc định là bước đang mở.")
  var stage: String?

  @Option(
    help: ArgumentHelp("Thời hạn giải trình, sau lúc yêu cầu.", valueName: "time"),
    transform: EventMoment.init(typed:))
  var due: EventMoment?

  @Option(help: "Tài liệu được hỏi (mã); dùng nhiều lần được.")
  var document: [String] = []

  @Option(help: ArgumentHelp("Giải trình cho yêu cầu ở sự kiện số này.", valueName: "event"))
  var answer: Int?

  @Flag(help: "Đơn vị đề nghị xem lại một tiêu chí chưa bị hỏi.")
  var unasked = false

  func validate() throws {
    if event.text == nil {
      throw ValidationError(
        vi: "cần --reason: nội dung yêu cầu, giải trình",
        en: "--reason is needed: what is asked, or explained")
    }
    if answer != nil || unasked, due != nil || !document.isEmpty {
      throw ValidationError(
        vi: "--due và --document chỉ dùng khi yêu cầu giải trình",
        en: "--due and --document go with a request only")
    }
    if answer != nil, unasked {
      throw ValidationError(
        vi: "--answer hoặc --unasked, không cả hai", en: "--answer or --unasked, not both")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    let isAnswer = answer != nil || unasked
    let stage = try recorder.stage(stage, isAnswer ? .explanation : .appraisal)
    let kind = isAnswer ? EventKind.explained : .explanationRequested
    try recorder.record(kind, about: about, in: stage) { content, _ in
      content.due = due?.time.minute
      content.documents = document
      content.answers = answer
    }
  }
}
