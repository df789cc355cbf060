import ArgumentParser
import Loading
import Reports

struct NewCriteriaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "criteria",
    abstract: "Tạo bộ tiêu chí mẫu, có chú thích, kiểm tra được ngay.",
    discussion: """
      Writes a small commented criteria set that passes `parindex check`.

      VÍ DỤ
        parindex new criteria Criteria/tinh-x-2018/so.yaml --unit-type so --year 2018
      """)

  @Argument(help: "Tệp sẽ ghi.", completion: .file(extensions: ["yaml"]))
  var path: String

  @Option(help: "Loại cơ quan, đơn vị: so, huyen, xa…")
  var unitType: String

  @Option(help: "Năm đánh giá.")
  var year: Int

  @Option(help: "Tên bộ tiêu chí.")
  var title = "Bộ tiêu chí đánh giá, xếp hạng kết quả thực hiện công tác cải cách hành chính"

  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if !isSlug(unitType) {
      throw ValidationError("--unit-type gồm chữ thường không dấu, chữ số, dấu gạch nối")
    }
  }

  func run() throws {
    let parts = FileAccess.normalised(path).split(separator: "/").suffix(2)
    let id = parts.joined(separator: "/").replacing(".yaml", with: "")
    let text = criteriaScaffold(id: id, title: title, unitType: unitType, year: year)
    try writing.write([(path, text)], reading)
  }
}
