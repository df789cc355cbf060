import ArgumentParser
import Bundles
import Diagnostics
import EventLog
import Loading
import Reports

struct VerifyBundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Kiểm tra một gói: còn nguyên không, tính lại có đúng không.",
    discussion: """
      Checks every byte of a bundle, its signature, its log, and computes it again.

      VÍ DỤ
        parindex verify kh2017.tar
        parindex verify kh2017.tar --public-key 9f1c… --seal 125:5f0c…
        parindex verify kh2017.tar --format json > kiem-tra.json

      Ai cũng làm lại được mã trong gói. Chỉ chữ ký (--public-key) và mã niêm phong
      đã công bố (--seal) cho biết gói là của ai, nhật ký có bị viết lại không.

      Kết thúc bằng 0 khi tất cả đều đúng, 1 khi có chỗ khác, 3 khi không phải gói.
      Exits with 0 when all is verified, 1 when something differs, 3 for no bundle.
      """)

  @Argument(help: "Tệp gói.", completion: .file())
  var bundle: String

  @Option(help: "Gói phải do khóa này ký (64 chữ số thập lục phân).")
  var publicKey: String?

  @Option(help: "Mã niêm phong đã công bố, để so với nhật ký trong gói.")
  var seal: String?

  @Option(help: "Số luồng tính; mặc định là số lõi của máy.")
  var threads: Int?

  @Option(help: "Dạng kết quả.")
  var format = PageFormat.text

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads phải từ 1 trở lên") }
    if let publicKey, publicKey.wholeMatch(of: /[0-9a-f]{64}/) == nil {
      throw ValidationError("--public-key phải là 64 chữ số thập lục phân (0-9, a-f)")
    }
    if let seal, LogSeal(parsing: seal) == nil {
      throw ValidationError("--seal phải là số sự kiện, dấu hai chấm và 64 chữ số thập lục phân")
    }
  }

  func run() throws {
    var options = VerifyOptions(engine: engineVersion)
    options.publicKey = publicKey
    options.seal = seal.flatMap { LogSeal(parsing: $0) }
    options.threads = threads
    let check = verifyBundle(FileAccess.normalised(bundle), options)
    switch format {
    case .json: Console.print(VerificationJSON(check, reading.language).text())
    case .text:
      reading.complain(check.findings)
      if check.isBundle { Console.print(VerificationText(check, reading.language).text()) }
    }
    guard check.isBundle else { throw Exit.unusable }
    if !check.isVerified { throw Exit.findings }
  }
}
