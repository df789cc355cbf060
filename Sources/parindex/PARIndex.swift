import ArgumentParser
import CMalloc
import Glibc
import Reports

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
        1  có lỗi, có khác biệt        findings of check, test, log, verify,
                                       dossiers reconcile, compare and verify
        2  gõ sai lệnh                 wrong usage
        3  dữ liệu không dùng được,    input that cannot be used,
           hoặc không ghi được         or output that cannot be written
        4  lỗi của chương trình        internal error
      """,
    version: engineVersion,
    groupedSubcommands: [
      CommandGroup(
        name: "Kỳ đánh giá (a round)",
        subcommands: [
          RunCommand.self, RankCommand.self, ScoreCommand.self, ExplainCommand.self,
          GapsCommand.self, CrossCheckCommand.self, YearCommand.self, RemediesCommand.self,
          BundleCommand.self, VerifyBundleCommand.self, SiteCommand.self, PapersCommand.self,
          WorkbookCommand.self,
        ]),
      CommandGroup(
        name: "Thẩm định (appraisal)",
        subcommands: [
          LogCommand.self, DiffCommand.self, SubmitCommand.self, ReplaceCommand.self,
          AppraiseCommand.self,
          ExplainRequestCommand.self, CorrectCommand.self, AgendaCommand.self,
          MeetingCommand.self, DecideCommand.self, LockCommand.self, UnlockCommand.self,
          PublishCommand.self, ReconsiderCommand.self, AmendCommand.self, ConvertCommand.self,
        ]),
      CommandGroup(
        name: "Tệp dữ liệu (files)",
        subcommands: [
          CheckCommand.self, TestCommand.self, DossiersCommand.self, CriteriaCommand.self,
        ]),
      CommandGroup(
        name: "Tệp mẫu (scaffolds)", subcommands: [NewCommand.self, SchemaCommand.self]),
    ])

  /// Runs a command; wrong usage exits with 2, whatever the argument parser would say.
  static func main() {
    // Large rounds grow by hundreds of MiB: not in steps of 128 KiB.
    mallopt(M_TOP_PAD, 64 << 20)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let problem as UsageProblem {
      Console.complain(problem.text)
      exit(withError: Exit.usage)
    } catch let code as ExitCode {
      exit(withError: code)
    } catch {
      let text = fullMessage(for: error)
      switch exitCode(for: error) {
      case .success:
        // Help and version, through our own writer: a full disk is noticed.
        if !text.isEmpty { Console.print(text + "\n") }
      case .validationFailure:
        Console.complain(text + "\n")
        exit(withError: Exit.usage)
      default:
        Console.complain(text + "\n")
        exit(withError: Exit.internalError)
      }
    }
  }
}

/// What a command ends with; 0 is everything else.
enum Exit {
  /// A command that judges found something.
  static let findings = ExitCode(1)
  static let usage = ExitCode(2)
  /// Input that cannot be used, or output that cannot be written.
  static let unusable = ExitCode(3)
  static let internalError = ExitCode(4)
}
