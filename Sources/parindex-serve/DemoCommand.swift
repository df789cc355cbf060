import ArgumentParser
import EventLog
import Store
import Web

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Tạo dữ liệu trình diễn: kỳ mẫu giữa bước tự chấm điểm, tài khoản cho từng vai trò.",
    discussion: """
      Makes a data folder to try the application with: the sample round some days before
      self-assessment ends, on a clock of its own, and an account for each role.
      """)

  @OptionGroup var data: DataOptions

  @Option(help: "Kỳ đánh giá có nhật ký.", completion: .directory)
  var round = "Submissions/khanh-hoa-2017"

  func run() async throws {
    do {
      let accounts = try await Demonstration.make(round: round, in: data.folder)
      print("Tài khoản trình diễn (demonstration accounts):")
      for (account, password) in accounts {
        print("  \(account.login)  \(password)  \(account.name)")
      }
    } catch let failure as Failure {
      throw failure.shown()
    }
  }
}
