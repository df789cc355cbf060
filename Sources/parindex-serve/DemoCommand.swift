import ArgumentParser
import EventLog
import Store
import Web

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Tạo dữ liệu trình diễn: kỳ mẫu giữa một bước, tài khoản cho từng vai trò.",
    discussion: """
      Makes a data folder to try the application with: the sample round in the
      middle of a stage, on a clock of its own, and an account for each role.
      A round without a log gets one, opened on the day before.

        dossiers     ba ngày trước khi hết hạn giải trình hồ sơ TTHC
        claim        năm ngày trước khi hết hạn tự chấm điểm
        appraisal    giữa thẩm định lần 1: có yêu cầu giải trình đang chờ trả lời
        explanation  ngày đầu bước giải trình
        council      buổi sáng Hội đồng thẩm định họp: có nội dung đã trình

      VÍ DỤ
        parindex-serve demo --data output/web
        parindex-serve demo --data output/ho-so --stage dossiers \\
          --round Submissions/khanh-hoa-2019
      """)

  @OptionGroup var data: DataOptions

  @Option(help: "Kỳ đánh giá.", completion: .directory)
  var round = "Submissions/khanh-hoa-2017"

  @Option(help: "Bước của kỳ đánh giá: dossiers, claim, appraisal, explanation, council.")
  var stage = DemonstrationStage.claim

  func run() async throws {
    do {
      let accounts = try await Demonstration.make(
        round: round, at: stage, in: data.folder)
      print("Tài khoản trình diễn (demonstration accounts):")
      for (account, password) in accounts {
        print("  \(account.login)  \(password)  \(account.name)")
      }
    } catch let failure as Failure {
      throw failure.shown()
    }
  }
}

extension DemonstrationStage: ExpressibleByArgument {}
