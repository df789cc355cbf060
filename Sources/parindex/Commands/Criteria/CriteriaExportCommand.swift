import ArgumentParser
import Diagnostics
import Loading
import Workbooks

struct CriteriaExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Xuất một bộ tiêu chí ra bảng Excel để soạn tiếp.",
    usage: "parindex criteria export <set> --output <file> [<options>]",
    discussion: """
      Writes a criteria set as one table in XLSX, with every key of it.

      VÍ DỤ
        parindex criteria export Criteria/khanh-hoa-2017/so.yaml -o so.xlsx

      Mỗi mục một dòng: mã, điểm tối đa, quy tắc, số liệu nhập, căn cứ…; khóa của
      cả bộ ở trang thứ hai. Bộ thay đổi (extends) được xuất thành bộ đầy đủ. Lời
      chú trong tệp YAML không được giữ. Đọc lại bằng `parindex criteria import`.
      """)

  @Argument(help: "Bộ tiêu chí.", completion: .file(extensions: ["yaml"]))
  var set: String

  @Option(name: .shortAndLong, help: "Tệp XLSX để ghi.")
  var output: String

  @Flag(help: "Ghi đè tệp đã có.")
  var force = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let target = FileAccess.normalised(output)
    if !force, FileAccess.exists(target) { throw UsageProblem.exists(target) }
    let loading = loadCriteriaOutline(FileAccess.normalised(set))
    reading.complain(loading.diagnostics.filter { $0.severity == .error })
    guard let outline = loading.outline else { throw Exit.unusable }
    switch CriteriaExporter(outline).bytes(path: target) {
    case .refused(let problems):
      reading.complain(problems)
      throw Exit.unusable
    case .bytes(let bytes):
      if let problem = FileAccess.write(bytes, to: target) {
        reading.complain([problem])
        throw Exit.unusable
      }
    }
    Console.print(
      Wording(
        vi: "Đã ghi \(outline.rows.count) mục vào \(target).\n",
        en: "Wrote \(outline.rows.count) rows to \(target).\n")[reading.language])
  }
}

extension UsageProblem {
  /// A file that would be replaced.
  static func exists(_ path: String) -> UsageProblem {
    UsageProblem(
      vi: "đã có \(path)", en: "\(path) exists",
      help: Wording(vi: "thêm --force để ghi đè", en: "add --force to replace it"))
  }
}
