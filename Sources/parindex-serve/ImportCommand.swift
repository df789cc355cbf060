import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Chép một kỳ đánh giá (thư mục có nhật ký) vào thư mục dữ liệu.",
    discussion: """
      Copies a round with its log; the copy stays what every command of parindex
      reads, so that a copy back is the export.
      """)

  @Argument(help: "Thư mục của kỳ đánh giá.", completion: .directory)
  var round: String

  @OptionGroup var data: DataOptions

  func run() throws {
    try orExit {
      _ = try data.folder.store()
      print(try RoundCopy(source: round, data: data.folder).run())
    }
  }
}
