import ArgumentParser
import Loading
import Reports

struct NewRoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: "Tạo kỳ đánh giá mẫu: round.yaml và units.yaml có chú thích.",
    discussion: """
      Writes round.yaml and units.yaml with comments.

      VÍ DỤ
        parindex new round Submissions/tinh-x-2018 --year 2018 \\
          --criteria ../../Criteria/tinh-x-2018 --unit-type so
      """)

  @Argument(help: "Thư mục sẽ ghi.", completion: .directory)
  var folder: String

  @Option(help: "Năm đánh giá.")
  var year: Int

  @Option(help: "Thư mục bộ tiêu chí, tính từ thư mục của kỳ.")
  var criteria: String

  @Option(help: "Loại cơ quan, đơn vị của khối đầu tiên.")
  var unitType: String

  @Option(help: "Tên kỳ đánh giá.")
  var title: String?

  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let name = FileAccess.name(ofFolder: FileAccess.normalised(folder))
    let id = isSlug(name) ? name : "ky-danh-gia-\(year)"
    let scaffold = RoundScaffold(
      id: id,
      title: title
        ?? "Đánh giá, xếp hạng kết quả thực hiện công tác cải cách hành chính năm \(year)",
      year: year, criteria: criteria, unitType: unitType)
    try writing.write(
      [("\(folder)/round.yaml", scaffold.round), ("\(folder)/units.yaml", scaffold.units)],
      reading)
  }
}
