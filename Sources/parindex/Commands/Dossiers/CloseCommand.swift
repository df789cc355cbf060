import ArgumentParser
import Closing
import Diagnostics
import DossierCounting
import Glibc
import Grading
import Loading
import Reports

struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Chốt số liệu: đếm, ghi mã kiểm tra toàn vẹn và biên bản bàn giao.",
    usage: "parindex dossiers close <path> --name <name> --on <day> --output <folder> [<options>]",
    discussion: """
      Closes a dataset: figures, ledger, digests of every file they came from, and a
      hand-over sheet, in a folder that is never written over.

      VÍ DỤ
        parindex dossiers close dossiers --name "Quý III năm 2019" \\
          --as-of 2019-09-30 --on 2019-10-02 --by "Sở Nội vụ" --output chot/q3
        parindex dossiers close dossiers --name "Quý III năm 2019" \\
          --as-of 2019-09-30 --on 2019-10-09 --output chot/q3-lan-2 \\
          --previous chot/q3
        parindex dossiers verify chot/q3

      Trong thư mục: closing.yaml (tên, phiên bản, mã của mọi tệp), count.csv,
      ledger.csv, rejects.csv, handover.txt (biên bản để ký), inputs (bản sao quy
      tắc, danh sách đơn vị, giải trình …), exports (hồ sơ trong tệp xuất, chỉ các
      cột được dùng), SHA256SUMS. Với --previous, changes.csv nêu từng hồ sơ đã thay
      đổi, dù tệp xuất cũ đã bị ghi đè. Giải trình nộp, đính chính quyết định sau ngày
      chốt thì không áp dụng; ngày chốt không được trước ngày mà số liệu tính đến.
      """)

  @OptionGroup var input: CaseReadingOptions

  @Option(help: "Tên của số liệu.")
  var name: String

  @Option(help: ArgumentHelp("Ngày chốt.", valueName: "day"))
  var on: String

  @Option(help: "Cơ quan hoặc người chốt.")
  var by: String?

  @Option(help: "Ghi vào thư mục này, chưa có.", completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp("Thư mục của lần chốt trước.", valueName: "folder"), completion: .directory)
  var previous: String?

  @OptionGroup var reading: ReadingOptions

  private func day(_ text: String) -> CalendarDay? {
    guard let moment = LocalMoment(parsing: text, order: nil), moment.minute == nil else {
      return nil
    }
    return moment.day
  }

  func validate() throws {
    if day(on) == nil {
      throw ValidationError("--on phải là một ngày, như 2019-10-02 hoặc 02/10/2019")
    }
    if let closedOn = day(on), let asOf = input.options.asOf, asOf > closedOn.end {
      throw ValidationError("--on không được trước --as-of: số liệu chưa có vào ngày chốt")
    }
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("--name không được để trống") }
  }

  func run() throws {
    guard let closedOn = day(on) else { throw Exit.usage }
    let made = DatasetClosing(
      of: FileAccess.normalised(input.path),
      ClosingOrder(
        name: name, closedOn: closedOn, closedBy: by, folder: FileAccess.normalised(output),
        previous: previous.map(FileAccess.normalised), engine: engineVersion),
      input.options)
    reading.complain(made.problems)
    guard let closing = made.closing else { throw Exit.unusable }
    Console.print(
      ClosingSummaryText(closing, folder: FileAccess.normalised(output), reading.language).text())
  }
}
