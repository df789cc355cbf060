import ArgumentParser
import Glibc

@main
struct ServeProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parindex-serve",
    abstract: "Ứng dụng web: tự chấm điểm, nộp, theo dõi xếp hạng trong trình duyệt.",
    discussion: """
      The web application of a round: units fill in and hand in, councils and the
      organiser look on.

      VÍ DỤ
        parindex-serve demo --data output/web
        parindex-serve serve --data output/web --listen 127.0.0.1:8080

        parindex-serve import Submissions/khanh-hoa-2017 --data /srv/parindex
        parindex-serve account add so-y-te.01 --data /srv/parindex --role unit-officer \\
          --unit so-y-te --name "Nguyễn Văn A"

      MÃ KẾT THÚC
        0  xong                        done
        2  gõ sai lệnh                 wrong usage
        3  dữ liệu không dùng được,    input that cannot be used,
           hoặc không ghi được         or output that cannot be written
        4  lỗi của chương trình        internal error
      """,
    subcommands: [
      ServeCommand.self, ImportCommand.self, ExportCommand.self, BackupCommand.self,
      RestoreCommand.self, AccountCommand.self, OutboxCommand.self, DemoCommand.self,
    ])

  /// Runs a command; the exit codes are those of `parindex`.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(withError: code)
    } catch {
      let text = fullMessage(for: error)
      switch exitCode(for: error) {
      case .success: print(text)
      case .validationFailure:
        StandardError.write(text + "\n")
        exit(withError: ExitCode(2))
      default:
        StandardError.write(text + "\n")
        exit(withError: ExitCode(4))
      }
    }
  }
}

/// Why a command ends: in both languages, with its exit code.
struct Failure: Error, CustomStringConvertible {
  let description: String
  let code: ExitCode

  /// Something that was typed cannot be meant.
  static func usage(_ vietnamese: String, _ english: String) -> Failure {
    Failure(description: "lỗi: \(vietnamese) (\(english))", code: ExitCode(2))
  }

  /// Data that cannot be used, or cannot be written.
  static func unusable(_ vietnamese: String, _ english: String) -> Failure {
    Failure(description: "lỗi: \(vietnamese) (\(english))", code: ExitCode(3))
  }

  /// Shows it on the standard error; the command ends with what this returns.
  func shown() -> ExitCode {
    StandardError.write(description + "\n")
    return code
  }
}

/// Where problems and the program's log go; whole lines, whoever else writes.
enum StandardError {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
