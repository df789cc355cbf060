import ArgumentParser
import Diagnostics
import EventLog
import Glibc
import Grading
import Loading
import Papers
import Typesetting

extension PaperKind: ExpressibleByArgument {}

struct PapersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "papers",
    abstract: "Ghi phụ lục, tờ trình, biên bản, báo cáo, thông báo, phiếu kết quả.",
    usage: "parindex papers <round> --output <folder> [<options>]",
    discussion: """
      Writes the papers of a round: annexes to sign (PDF, DOCX, XLSX), letters
      to edit (DOCX), a sheet for each unit (PDF), the criteria as an annex.

      VÍ DỤ
        parindex papers Submissions/khanh-hoa-2017 --output giay-to
        parindex papers ky-2019 --output phu-luc --kind annex --by-place \\
          --decision 141/QĐ-UBND --decision-date 2020-01-31
        parindex papers ky-2019 --output so-y-te --unit so-y-te --format pdf

      CÁC LOẠI (--kind, ghi được nhiều lần; mặc định tất cả, với --unit thì chỉ giấy
      tờ của riêng nơi đó: report, notice, unit-sheet)
        annex       bảng xếp hạng và bảng tổng hợp điểm, mỗi Hội đồng một bộ
        submission  tờ trình phê duyệt, công bố kết quả
        minutes     biên bản họp Hội đồng, theo nhật ký; không có thì là mẫu để điền
        report      báo cáo tự đánh giá của từng cơ quan, đơn vị, địa phương
        notice      thông báo kết quả thẩm định tạm thời
        unit-sheet  phiếu kết quả từng nơi, một hoặc hai trang; trước khi công bố
                    không nói gì về nơi khác
        criteria    bộ tiêu chí, như phụ lục của quy chế

      Chưa có quyết định thì trang nào cũng ghi DỰ THẢO. Tên cơ quan ban hành,
      địa danh lấy trong papers.yaml bên cạnh round.yaml; không có thì để chỗ
      trống. Thư mục có tệp đã sửa tay thì không bị ghi đè.
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var reading: ReadingOptions

  @Option(name: .shortAndLong, help: "Thư mục của các giấy tờ.")
  var output: String

  @Option(help: "Loại giấy tờ; ghi được nhiều lần.")
  var kind: [PaperKind] = []

  @Option(help: "Chỉ giấy tờ của một cơ quan, đơn vị, địa phương.")
  var unit: String?

  @Option(
    help: ArgumentHelp(
      "Dạng tệp: pdf, docx, xlsx, cách nhau bằng dấu phẩy; mặc định theo từng loại.",
      valueName: "formats"))
  var format: PaperFormats?

  @Flag(help: "Xếp theo thứ hạng; mặc định theo thứ tự trong danh sách.")
  var byPlace = false

  @Option(help: ArgumentHelp("Số, ký hiệu quyết định, khi kỳ chưa ghi.", valueName: "number"))
  var decision: String?

  @Option(
    help: ArgumentHelp("Ngày quyết định, như 2018-01-15.", valueName: "day"),
    transform: PapersCommand.day)
  var decisionDate: CalendarDay?

  func validate() throws {
    if input.isTrial {
      throw ValidationError(
        "giấy tờ không làm từ lần chấm thử: bỏ --criteria, --dossier-rules, --without-exclusions")
    }
    if let formats = format?.formats,
      !kinds.contains(where: { $0.formats.contains(where: formats.contains) })
    {
      throw ValidationError(
        "không có loại nào trong --kind ghi được ở dạng này; xlsx chỉ có ở annex, criteria")
    }
    let ofUnits = kinds.contains { $0 != .criteria && $0 != .minutes }
    if unit != nil, !ofUnits {
      throw ValidationError(
        "--unit chỉ dùng với giấy tờ của một nơi hoặc của Hội đồng xếp hạng nơi đó")
    }
  }

  func run() throws {
    let computed = try ComputedRound(input, reading, anew: true)
    let round = computed.round
    let (office, problems) = PaperOffice.read(in: round.plan.folder)
    reading.complain(problems)
    guard !problems.contains(where: { $0.severity == .error }) else { throw Exit.unusable }
    var options = PaperOptions()
    options.office = office
    options.isByPlace = byPlace
    options.seal = computed.loaded.log?.seal
    options.isDraft = !computed.loaded.leftOut.isEmpty || input.asOf != nil
    if decision != nil || decisionDate != nil {
      options.decision = PaperDecision(number: decision, date: decisionDate)
    }
    let kinds = self.kinds
    let place = try unit.map(computed.unit)
    let papers = RoundPapers(
      round, reading.language, options, events: try events(computed.loaded, for: kinds))
    let files = papers.files(kinds, unit: place, formats: format?.formats)
    let folder = FileAccess.normalised(output)
    switch PaperWriting(files, threads: input.threads).write(to: folder) {
    case .failure(let failure):
      reading.complain([failure.diagnostic])
      throw Exit.unusable
    case .success(let written):
      Console.print(told(written, folder)[reading.language])
    }
    // All is written; to take a large round apart in memory first would only keep people waiting.
    Glibc.exit(EXIT_SUCCESS)
  }

  /// What is handed to one unit is its own: papers of a council only where they are asked for.
  private var kinds: [PaperKind] {
    PaperKind.allCases.filter { kind.isEmpty ? unit == nil || $0.isOfUnit : kind.contains($0) }
  }

  private func told(_ written: WrittenPapers, _ folder: String) -> Wording {
    let left = written.leftOut
    return Wording(
      vi: "Đã ghi \(written.files) tệp vào \(folder)."
        + (left > 0 ? " Không ghi \(left) giấy tờ của nơi chưa có kết quả." : "") + "\n",
      en: "Wrote \(written.files) files to \(folder)."
        + (left > 0 ? " Left out \(left) papers of units without a result." : "") + "\n")
  }

  /// The log's events, where a paper tells of them.
  private func events(_ loaded: LoadedRound, for kinds: [PaperKind]) throws -> [RoundEvent] {
    guard let log = loaded.log, kinds.contains(.minutes) || kinds.contains(.submission) else {
      return []
    }
    guard let events = try? log.events(after: 0) else { throw Exit.unusable }
    return events
  }

  private static func day(_ text: String) throws -> CalendarDay {
    guard let moment = LocalMoment(parsing: text), moment.minute == nil else {
      throw ValidationError("`\(text)` không phải là ngày viết như 2018-01-15")
    }
    return moment.day
  }
}

/// Kinds of files, typed with commas between them.
struct PaperFormats: ExpressibleByArgument {
  let formats: [PaperFormat]

  init?(argument: String) {
    var formats: [PaperFormat] = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = PaperFormat(rawValue: String(word)) else { return nil }
      formats.append(format)
    }
    self.formats = PaperFormat.allCases.filter(formats.contains)
  }
}
