import ArgumentParser
import Bundles
import Diagnostics
import Loading
import Reports

struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Đóng gói cả kỳ đánh giá thành một tệp mà ai cũng kiểm tra lại được.",
    discussion: """
      Writes one archive (tar): inputs, events, results and the digests of all.

      VÍ DỤ
        parindex bundle Submissions/khanh-hoa-2017 --output kh2017.tar
        parindex new key khoa.json
        parindex bundle Submissions/khanh-hoa-2017 -o kh2017.tar --key khoa.json
        parindex verify kh2017.tar

      Cùng một kỳ đánh giá cho cùng một gói, từng byte một, dù thư mục ở đâu.
      Tài liệu kiểm chứng chỉ có mã trong gói, trừ khi có --with-evidence.
      Gói được kiểm tra lại trước khi ghi: gói không tính lại được thì không ghi.
      """)

  @Argument(help: "Thư mục của kỳ đánh giá, hoặc tệp round.yaml.", completion: .directory)
  var round: String

  @Option(name: .shortAndLong, help: "Tệp gói.")
  var output: String

  @Option(help: "Ký gói bằng khóa trong tệp này (Ed25519).", completion: .file())
  var key: String?

  @Flag(help: "Đưa cả tài liệu kiểm chứng vào gói.")
  var withEvidence = false

  @Option(help: "Số luồng tính; mặc định là số lõi của máy.")
  var threads: Int?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads phải từ 1 trở lên") }
  }

  func run() throws {
    var options = BundleOptions(engine: engineVersion)
    options.storesEvidence = withEvidence
    options.threads = threads
    if let key {
      do {
        options.key = try BundleKey.load(FileAccess.normalised(key)).get()
      } catch {
        reading.complain([error.diagnostic])
        throw Exit.unusable
      }
    }
    let path = FileAccess.normalised(output)
    let making = makeBundle(of: FileAccess.normalised(round), to: path, options)
    reading.complain(making.diagnostics)
    guard let manifest = making.manifest else { throw Exit.unusable }
    Console.print(
      BundleText(manifest, leftOut: making.leftOut, path: path, reading.language).text())
  }
}
