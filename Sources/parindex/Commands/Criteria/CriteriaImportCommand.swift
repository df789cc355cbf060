import ArgumentParser
import Diagnostics
import Grading
import Loading
import Workbooks

struct CriteriaImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Đọc một bộ tiêu chí từ bảng Excel, lỗi chỉ rõ ô.",
    usage: "parindex criteria import <file> [--output <set>] [<options>]",
    discussion: """
      Reads a criteria set from a table in XLSX, checks it like a file, and writes it.

      VÍ DỤ
        parindex criteria import so.xlsx
        parindex criteria import so.xlsx --output Criteria/tinh-2026/so.yaml
        parindex criteria import phu-luc-1.xlsx -o so.yaml --year 2026 --unit-type so

      Nhận bảng do `parindex criteria export` xuất ra, và bảng phụ lục như cơ quan
      thường gõ: cột “STT”, “Lĩnh vực, tiêu chí, tiêu chí thành phần”, “Điểm tối đa”.
      Bảng phụ lục chưa có quy tắc: mỗi mục tạm là điểm do người chấm cho. Không ghi
      --output thì chỉ kiểm tra.
      """)

  @Argument(help: "Bảng tiêu chí (.xlsx).", completion: .file(extensions: ["xlsx"]))
  var file: String

  @Option(
    name: .shortAndLong, help: "Tệp YAML để ghi.", completion: .file(extensions: ["yaml"]))
  var output: String?

  @Option(help: "Năm của bộ tiêu chí, khi đọc bảng phụ lục.")
  var year: Int?

  @Option(help: "Loại cơ quan được chấm, khi đọc bảng phụ lục; mặc định là tên tệp.")
  var unitType: String?

  @Flag(help: "Ghi đè tệp đã có.")
  var force = false

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if let year, !(1...9999).contains(year) {
      throw ValidationError("--year phải từ 1 đến 9999")
    }
  }

  func run() throws {
    let path = FileAccess.normalised(file)
    let target = output.map(FileAccess.normalised)
    if let target, !force, FileAccess.exists(target) { throw UsageProblem.exists(target) }
    let stem = path.hasSuffix(".xlsx") ? String(path.dropLast(5)) : path
    var options = CriteriaImporter.Options(target: target ?? stem + ".yaml")
    options.year = year
    options.unitType = unitType
    let read = try read(path, CriteriaImporter(options))
    if let target, let problem = FileAccess.write(Array(read.text.utf8), to: target) {
      reading.complain([problem])
      throw Exit.unusable
    }
    Console.print(summary(read, target)[reading.language])
  }

  private func read(_ path: String, _ importer: CriteriaImporter) throws -> CriteriaImport {
    switch FileAccess.workbook(path) {
    case .refused(let problem):
      reading.complain([problem])
      throw Exit.unusable
    case .bytes(let bytes):
      let (read, problems) = importer.read(bytes, path: path)
      reading.complain(problems)
      guard let read else { throw Exit.unusable }
      return read
    }
  }

  private func summary(_ read: CriteriaImport, _ target: String?) -> Wording {
    let set = read.set
    let maximum = set.maximum.canonicalText
    return Wording(
      vi:
        "\(set.areas.count) lĩnh vực, \(set.criteria.count) tiêu chí, \(set.items.count) mục được chấm, tối đa \(maximum.replacing(".", with: ",")) điểm.\n"
        + (target.map { "Đã ghi \($0).\n" } ?? "Chưa ghi gì (không có --output).\n"),
      en:
        "\(set.areas.count) areas, \(set.criteria.count) criteria, \(set.items.count) scored items, at most \(maximum) points.\n"
        + (target.map { "Wrote \($0).\n" } ?? "Nothing was written (no --output).\n"))
  }
}
