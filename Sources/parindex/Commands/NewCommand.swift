import ArgumentParser
import Loading

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Tạo tệp mẫu: bản tự chấm điểm, bộ tiêu chí, kỳ đánh giá.",
    subcommands: [
      NewSelfAssessmentCommand.self, NewCriteriaCommand.self, NewRoundCommand.self,
      NewSampleRoundCommand.self,
    ])
}

/// Where scaffolds go, and whether a file that is there may be replaced.
struct WritingOptions: ParsableArguments {
  @Flag(help: "Ghi đè tệp đã có.")
  var force = false

  /// Writes a new file; one that is there is kept unless told otherwise.
  func write(_ text: String, to path: String, _ reading: ReadingOptions) throws {
    if !force, FileAccess.exists(path) {
      throw ValidationError("đã có \(path); thêm --force để ghi đè (the file exists)")
    }
    if let slash = path.lastIndex(of: "/"),
      let problem = FileAccess.makeFolder(String(path[..<slash]))
    {
      reading.complain([problem])
      throw Exit.unusable
    }
    if let problem = FileAccess.write(Array(text.utf8), to: path) {
      reading.complain([problem])
      throw Exit.unusable
    }
    Console.print(path + "\n")
  }
}
