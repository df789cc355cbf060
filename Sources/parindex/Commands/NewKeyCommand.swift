import ArgumentParser
import Bundles
import Diagnostics
import Loading

struct NewKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Tạo khóa ký gói kỳ đánh giá, in ra khóa công khai.",
    discussion: """
      Makes a signing key (Ed25519) for its owner only; prints the public key.

      VÍ DỤ
        parindex new key khoa.json

      Giữ kín tệp khóa; công bố khóa công khai để người khác kiểm tra gói bằng
      parindex verify --public-key. Tệp đã có thì giữ nguyên.
      """)

  @Argument(help: "Tệp khóa, chưa có.", completion: .file())
  var file: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    switch BundleKey.make(at: FileAccess.normalised(file)) {
    case .success(let publicKey): Console.print(publicKey + "\n")
    case .failure(let failure):
      reading.complain([failure.diagnostic])
      throw Exit.unusable
    }
  }
}
