import ArgumentParser
import Diagnostics
import Grading
import Loading
import Workbooks

struct WorkbookExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Xuất biểu tự chấm điểm của mọi đơn vị, hoặc một đơn vị, ra Excel.",
    usage: "parindex workbook export <round> [<unit>] --output <folder> [<options>]",
    discussion: """
      Writes one XLSX a unit: every item with its rule and the evidence it needs,
      cells to fill in, and what the unit has written so far.

      VÍ DỤ
        parindex workbook export Submissions/khanh-hoa-2017 --output bieu
        parindex workbook export Submissions/khanh-hoa-2017 so-y-te -o bieu

      Ô phải điền màu vàng, có kiểm tra khi gõ; ô do cơ quan khác theo dõi bị khóa.
      Biểu chỉ dùng cho đúng đơn vị, đúng kỳ đánh giá, đúng bộ tiêu chí. Nhận về
      bằng `parindex workbook import`. Tệp đã có thì giữ, trừ khi có --force.
      """)

  @Argument(help: "Thư mục của kỳ đánh giá.", completion: .directory)
  var round: String

  @Argument(help: "Mã cơ quan, đơn vị, địa phương; không ghi thì xuất tất cả.")
  var unit: String?

  @Option(name: .shortAndLong, help: "Thư mục ghi các biểu.")
  var output: String

  @Flag(help: "Ghi đè biểu đã có.")
  var force = false

  @Option(help: "Số luồng tính; mặc định là số lõi của máy.")
  var threads: Int?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads phải từ 1 trở lên") }
  }

  func run() throws {
    let setting = try loadSetting()
    let members = try chosen(setting)
    let folder = FileAccess.normalised(output)
    let paths = members.map { "\(folder)/\(UnitForm.fileName($0.unit.id))" }
    if !force, let path = paths.first(where: { FileAccess.exists($0) }) {
      throw UsageProblem(
        vi: "đã có \(path)", en: "\(path) exists",
        help: Wording(
          vi: "thêm --force để ghi đè; biểu đã điền mà chưa nhận về sẽ mất",
          en: "add --force to replace it; what was filled in and not imported is lost"))
    }
    if let problem = FileAccess.makeFolder(folder) {
      reading.complain([problem])
      throw Exit.unusable
    }
    let written = FormExporter(setting).write(members, to: paths, threads: threads)
    guard written.isEmpty else {
      reading.complain(written.sorted())
      throw Exit.unusable
    }
    Console.print(
      Wording(
        vi: "Đã ghi \(members.count) biểu tự chấm điểm vào \(folder).\n",
        en: "Wrote \(members.count) forms to \(folder).\n")[reading.language])
  }

  /// The round with the figures that are counted for it.
  private func loadSetting() throws -> RoundSetting {
    var options = RoundOptions()
    options.keepsGoing = true
    options.checksEvidenceFiles = false
    options.readsLog = false
    options.threads = threads
    let loading = loadRound(FileAccess.normalised(round), options: options)
    guard let loaded = loading.loaded else {
      reading.complain(loading.diagnostics)
      throw Exit.unusable
    }
    return loaded.setting
  }

  private func chosen(_ setting: RoundSetting) throws -> [RoundSetting.Member] {
    guard let unit else { return setting.members }
    guard let member = setting.members.first(where: { $0.unit.id == unit }) else {
      throw UsageProblem.unknown(
        unit, among: setting.members.map(\.unit.id), vi: "cơ quan, đơn vị", en: "unit")
    }
    return [member]
  }
}
