import ArgumentParser
import Diagnostics
import Loading
import Reports

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Kiểm tra số liệu đã chốt còn nguyên như khi chốt hay không.",
    discussion: """
      Digests closed data again: the folder's files, and what they came from where it
      stands.

      VÍ DỤ
        parindex dossiers verify chot/q3
        cd chot/q3 && sha256sum -c SHA256SUMS     # chỉ các tệp trong thư mục

      Tệp xuất, quy tắc, danh sách đơn vị, giải trình … đã khác từ khi chốt thì chỉ cảnh
      báo: bản sao của chúng ở trong thư mục. So mã của closing.yaml với biên bản đã ký.

      Kết thúc bằng 0 khi còn nguyên, bằng 1 khi có tệp đã khác hoặc không còn.
      Exits with 0 when nothing has changed, with 1 otherwise.
      """)

  @Argument(help: "Thư mục số liệu đã chốt.", completion: .directory)
  var folder: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let check = verifyClosing(at: FileAccess.normalised(folder))
    reading.complain(check.findings)
    guard let closing = check.closing else { throw Exit.unusable }
    Console.print(
      ClosingCheckText(
        closing, sha256: check.sha256, same: check.same, isIntact: check.isIntact,
        language: reading.language
      ).text())
    if !check.isIntact { throw Exit.findings }
  }
}
