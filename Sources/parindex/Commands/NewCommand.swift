import ArgumentParser
import Diagnostics
import Loading

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Tạo tệp mẫu: bản tự chấm điểm, kế hoạch khắc phục, bộ tiêu chí, kỳ đánh giá.",
    discussion: "Writes scaffolds with comments; a file that is there is kept.",
    subcommands: [
      NewSelfAssessmentCommand.self, NewRemediesCommand.self, NewCriteriaCommand.self,
      NewRoundCommand.self, NewSampleRoundCommand.self, NewKeyCommand.self,
    ])
}

/// Where scaffolds go, and whether a file that is there may be replaced.
struct WritingOptions: ParsableArguments {
  @Flag(help: "Ghi đè tệp đã có.")
  var force = false

  /// Writes new files; one that is there is kept unless told otherwise.
  ///
  /// Nothing is written when one of them may not be.
  func write(_ files: [(path: String, text: String)], _ reading: ReadingOptions) throws {
    if !force, let file = files.first(where: { FileAccess.exists($0.path) }) {
      throw UsageProblem(
        vi: "đã có \(file.path)", en: "\(file.path) exists",
        help: Wording(vi: "thêm --force để ghi đè", en: "add --force to replace it"))
    }
    for file in files {
      if let slash = file.path.lastIndex(of: "/"),
        let problem = FileAccess.makeFolder(String(file.path[..<slash]))
      {
        reading.complain([problem])
        throw Exit.unusable
      }
    }
    if let problem = FileAccess.write(files.map { ($0.path, Array($0.text.utf8)) }) {
      reading.complain([problem])
      throw Exit.unusable
    }
    for file in files { Console.print(file.path + "\n") }
  }
}
