import ArgumentParser
import Diagnostics
import Glibc
import Loading

extension Language: ExpressibleByArgument {}

/// How results are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case csv
}

/// How results that are no table are written.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

/// How problems are written.
enum ProblemFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case sarif
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never
}

/// Language and colour, the same for every command.
struct ReadingOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Ngôn ngữ.")
  var language = Language.vietnamese

  @Option(help: "Màu; auto: chỉ trên màn hình.")
  var color = ColorChoice.auto

  func usesColor(_ descriptor: Int32) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Console.isTerminal(descriptor) && getenv("NO_COLOR") == nil
    }
  }

  /// Shows problems on the standard error.
  func complain(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let renderer = TextRenderer(language: language, usesColor: usesColor(STDERR_FILENO))
    Console.complain(renderer.render(diagnostics))
  }
}

/// How a round is read.
struct RoundReadingOptions: ParsableArguments {
  @Argument(help: "Thư mục của kỳ đánh giá, hoặc tệp round.yaml.", completion: .directory)
  var round: String

  @Flag(help: "Bỏ qua đơn vị có tệp không đọc được và vẫn xếp hạng các đơn vị còn lại.")
  var keepGoing = false

  @Option(
    help: "Chấm thử bằng bộ tiêu chí khác: một thư mục hoặc một tệp.", completion: .directory)
  var criteria: String?

  @Option(help: "Chấm thử, đếm hồ sơ theo tệp quy tắc khác.", completion: .file())
  var dossierRules: String?

  @Flag(help: "Chấm thử, đếm hồ sơ không loại trừ hồ sơ nào.")
  var withoutExclusions = false

  @Option(
    help: ArgumentHelp(
      "Kỳ đánh giá như nhật ký đã có đến hết thời điểm này.", valueName: "time"),
    transform: EventMoment.init(typed:))
  var asOf: EventMoment?

  @Option(help: "Số luồng tính; mặc định là số lõi của máy.")
  var threads: Int?

  @Flag(name: .customLong("no-evidence-files"), help: "Không mở tệp tài liệu kiểm chứng.")
  var skipsEvidenceFiles = false

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError(vi: "--threads phải từ 1 trở lên", en: "--threads must be 1 or more")
    }
  }

  /// Whether something of the round is replaced, so that the result is none to be kept.
  var isTrial: Bool { criteria != nil || dossierRules != nil || withoutExclusions }

  func options(progress label: String) -> RoundOptions {
    var options = RoundOptions()
    options.keepsGoing = keepGoing
    options.checksEvidenceFiles = !skipsEvidenceFiles
    options.threads = threads
    options.criteria = criteria.map { [FileAccess.normalised($0)] }
    options.dossierRules = dossierRules.map(FileAccess.normalised)
    options.asOf = asOf?.time
    options.keepsExclusions = !withoutExclusions
    let progress = Progress(label)
    options.progress = { progress.show($0, of: $1) }
    return options
  }
}
