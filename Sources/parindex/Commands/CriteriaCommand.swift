import ArgumentParser
import Diagnostics
import Loading
import Reports

struct CriteriaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "criteria",
    abstract: "Công cụ cho người soạn bộ tiêu chí.",
    discussion: "Tools for the author of criteria.",
    subcommands: [
      CriteriaDiffCommand.self, CriteriaExportCommand.self, CriteriaImportCommand.self,
    ])
}

struct CriteriaDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "So sánh hai bộ tiêu chí bằng lời.",
    discussion: """
      Says in words what changed between two criteria sets.

      VÍ DỤ
        cd Criteria/khanh-hoa-2017 && parindex criteria diff so.yaml so-thanh-tra.yaml
      """)

  @Argument(help: "Bộ tiêu chí cũ.", completion: .file(extensions: ["yaml"]))
  var old: String

  @Argument(help: "Bộ tiêu chí mới.", completion: .file(extensions: ["yaml"]))
  var new: String

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả.")
  var format = PageFormat.text

  func run() throws {
    let sets = try [old, new].map { path in
      let loading = loadCriteriaSet(FileAccess.normalised(path))
      reading.complain(loading.diagnostics.filter { $0.severity == .error })
      guard let set = loading.set else { throw Exit.unusable }
      return set
    }
    let diff = CriteriaDiff(from: sets[0], to: sets[1])
    switch format {
    case .text: Console.print(diff.text(reading.language))
    case .json: Console.print(diff.json(reading.language))
    }
  }
}
