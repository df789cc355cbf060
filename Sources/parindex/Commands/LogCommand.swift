import ArgumentParser
import Diagnostics
import EventLog
import Glibc
import Grading
import Loading
import Reports

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "In nhật ký của kỳ đánh giá: ai đã làm gì, khi nào, với căn cứ nào.",
    discussion: """
      Lists the events of a round's log (events.jsonl), or checks its chain.

      VÍ DỤ
        parindex log Submissions/khanh-hoa-2017
        parindex log Submissions/khanh-hoa-2017 --unit so-y-te --item 1.6.1
        parindex log Submissions/khanh-hoa-2017 --as-of 2018-01-10T17:00
        parindex log Submissions/khanh-hoa-2017 --verify --seal 125:5f0c…
        parindex log Submissions/khanh-hoa-2017 --procedure

      Dạng text gọi tên đơn vị, người, căn cứ; mã tệp rút gọn, --format json có đủ.

      Kết thúc bằng 1 khi chuỗi sự kiện bị đứt hoặc khác với mã đã niêm phong.
      Exits with 1 when the chain is broken or the log is not the one that was sealed.
      """)

  @Argument(help: "Thư mục của kỳ đánh giá, hoặc tệp round.yaml.", completion: .directory)
  var round: String

  @Option(
    help: ArgumentHelp("Nhật ký như đã có đến hết thời điểm này.", valueName: "time"),
    transform: EventMoment.init(typed:))
  var asOf: EventMoment?

  @Option(help: "Chỉ sự kiện của một cơ quan, đơn vị, địa phương (mã).")
  var unit: String?

  @Option(help: "Chỉ sự kiện của một tiêu chí (mã).")
  var item: String?

  @Flag(help: "Chỉ kiểm tra chuỗi sự kiện, không in sự kiện.")
  var verify = false

  @Flag(help: "Kiểm tra mọi sự kiện theo quy trình của kỳ đánh giá.")
  var procedure = false

  @Option(help: "Mã niêm phong để so với nhật ký.")
  var seal: String?

  @Option(help: "Dạng kết quả.")
  var format = OutputFormat.text

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if let seal, LogSeal(parsing: seal) == nil {
      throw ValidationError(
        vi: "--seal phải là số sự kiện, dấu hai chấm và 64 chữ số thập lục phân",
        en: "--seal must be the number of events, a colon and 64 hexadecimal digits")
    }
    if seal != nil, !verify {
      throw ValidationError(vi: "--seal đi cùng --verify", en: "--seal goes with --verify")
    }
    if procedure, verify || format != .text || asOf != nil || unit != nil || item != nil {
      throw ValidationError(
        vi: "--procedure kiểm tra cả nhật ký và chỉ in dạng text",
        en: "--procedure is about the whole log and prints text only")
    }
    if verify, format != .text || asOf != nil || unit != nil || item != nil {
      throw ValidationError(
        vi: "--verify kiểm tra cả nhật ký và chỉ in dạng text",
        en: "--verify is about the whole log and prints text only")
    }
  }

  func run() throws {
    let (identity, problems) = loadRoundIdentity(FileAccess.normalised(round))
    reading.complain(problems)
    guard let identity else { throw Exit.unusable }
    let path = FileAccess.normalised("\(identity.folder)/\(LogWriter.usualName)")
    let reader = LogReader(path, round: identity.id)
    if verify { return try check(reader, path) }
    if procedure { return try checkProcedure() }
    let setting = LoggedSetting(round)
    var list = EventList(format, format == .text ? setting.names(reading.language) : nil, reading)
    var isKnown = (unit: unit == nil, item: item == nil)
    let result = reader.read(asOf: asOf?.time) { event in
      if event.content.unit == unit { isKnown.unit = true }
      if event.content.subject == item.map(EventSubject.item) { isKnown.item = true }
      if isWanted(event.content) { list.add(event) }
    }
    let found = faults(result, path)
    reading.complain(found)
    guard result.isOpened else { throw Exit.unusable }
    if let unit, !isKnown.unit { try setting.checkUnit(unit) }
    if let item, !isKnown.item { try setting.checkItem(item) }
    Console.print(list.bytes(result))
    if found.contains(where: { $0.severity == .error }) { throw Exit.findings }
  }

  /// What is wrong with the log; that it has no event is told here, since its round begins with one.
  private func faults(_ result: LogReading, _ path: String) -> [Diagnostic] {
    let isEmptied = result.isOpened && result.isSound && result.count == 0
    return result.diagnostics
      + (isEmptied ? [.logWithoutEvents(SourceFile(path: path))] : [])
  }

  /// Holds every event against the rules of procedure.
  private func checkProcedure() throws {
    let input = try RoundReadingOptions.parse(["--", round])
    let computed = try ComputedRound(input, reading)
    guard let log = computed.loaded.log else { throw Exit.unusable }
    let problems = computed.loaded.procedureProblems(computed.round)
    reading.complain(FileAccess().annotate(problems))
    Console.print(
      reading.language == .vietnamese
        ? "\(log.count) sự kiện, \(problems.count) chỗ trái quy trình\n"
        : "\(log.count) events, \(problems.count) breaches of procedure\n")
    if !problems.isEmpty { throw Exit.findings }
  }

  private func check(_ reader: LogReader, _ path: String) throws {
    let seal = seal.flatMap { LogSeal(parsing: $0) }
    let result = reader.read(seals: seal.map { [$0] } ?? [])
    var found = faults(result, path)
    if let seal, result.isOpened {
      found += [result.compared(with: seal).diagnostic(SourceFile(path: path), seal)]
        .compactMap(\.self)
    }
    reading.complain(found)
    guard result.isOpened else { throw Exit.unusable }
    var text = EventLogText(reading.language, isColoured: reading.usesColor(STDOUT_FILENO))
    text.writeHead(result, shown: result.count)
    Console.print(text.text)
    if found.contains(where: { $0.severity == .error }) { throw Exit.findings }
  }

  private func isWanted(_ content: EventContent) -> Bool {
    if let unit, content.unit != unit { return false }
    if let item, content.subject != .item(item) { return false }
    return true
  }
}

/// The events that are shown, in the form that was asked for.
private struct EventList {
  private let format: OutputFormat
  private var head: EventLogText
  private var text: EventLogText
  private var csv: EventLogCSV
  private var json = EventLogJSON()
  private var count = 0

  init(_ format: OutputFormat, _ names: EventNames?, _ reading: ReadingOptions) {
    self.format = format
    let isColoured = reading.usesColor(STDOUT_FILENO)
    head = EventLogText(reading.language, isColoured: isColoured)
    text = EventLogText(reading.language, names, isColoured: isColoured)
    csv = EventLogCSV(reading.language)
  }

  mutating func add(_ event: RoundEvent) {
    count += 1
    switch format {
    case .text: text.write(event)
    case .csv: csv.write(event)
    case .json: json.write(event)
    }
  }

  /// Everything, once the whole log was read.
  consuming func bytes(_ result: LogReading) -> [UInt8] {
    switch format {
    case .text:
      head.writeHead(result, shown: count)
      return Array((head.text + text.text).utf8)
    case .csv: return csv.bytes
    case .json: return json.bytes(result)
    }
  }
}
