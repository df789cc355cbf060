import ArgumentParser
import Glibc

/// The version of the engine, as results name it.
let engineVersion = "0.2.0"

@main
struct PARIndex: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parindex",
    abstract: "Chấm điểm, xếp hạng kết quả thực hiện công tác cải cách hành chính.",
    discussion: """
      Grades and ranks public bodies on administrative reform, exactly and explainably.

      VÍ DỤ
        parindex run Submissions/khanh-hoa-2017
        parindex rank Submissions/khanh-hoa-2017 --block so
        parindex explain Submissions/khanh-hoa-2017 so-y-te 3.4.1
        parindex check Criteria/khanh-hoa-2017 Submissions/khanh-hoa-2017

      MÃ KẾT THÚC
        0  xong                        done
        1  có lỗi được phát hiện       findings of check, test, dossiers reconcile
        2  gõ sai lệnh                 wrong usage
        3  dữ liệu không dùng được     input that cannot be used
        4  lỗi của chương trình        internal error
      """,
    version: engineVersion,
    subcommands: [
      RunCommand.self, RankCommand.self, ScoreCommand.self, ExplainCommand.self,
      GapsCommand.self, CheckCommand.self, TestCommand.self, DossiersCommand.self,
      CriteriaCommand.self, NewCommand.self, SchemaCommand.self,
    ])

  /// Runs a command; wrong usage exits with 2, whatever the argument parser would say.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Console.complain(fullMessage(for: error) + "\n")
      exit(withError: Exit.usage)
    }
  }
}

/// What a command ends with; 0 is everything else.
enum Exit {
  /// A command that judges found something.
  static let findings = ExitCode(1)
  static let usage = ExitCode(2)
  /// Input that cannot be used.
  static let unusable = ExitCode(3)
  static let internalError = ExitCode(4)
}
