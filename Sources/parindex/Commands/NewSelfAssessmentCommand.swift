import ArgumentParser
import Grading
import Loading
import Reports

struct NewSelfAssessmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "self-assessment",
    abstract: "Tạo bản tự chấm điểm và danh mục tài liệu kiểm chứng cho một đơn vị.",
    discussion: """
      Writes a unit's form with every item, its guidance and the evidence it needs.

      VÍ DỤ
        parindex new self-assessment Submissions/khanh-hoa-2017 so-y-te -o so-y-te
        parindex new self-assessment Submissions/khanh-hoa-2017 so-y-te --stdout
      """)

  @Argument(help: "Thư mục của kỳ đánh giá.", completion: .directory)
  var round: String

  @Argument(help: "Mã cơ quan, đơn vị, địa phương.")
  var unit: String

  @Option(name: .shortAndLong, help: "Thư mục ghi; mặc định là thư mục của đơn vị trong kỳ.")
  var output: String?

  @Flag(help: "In ra màn hình, không ghi tệp.")
  var stdout = false

  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let loading = loadRoundSetting(FileAccess.normalised(round))
    guard let setting = loading.setting else {
      reading.complain(loading.diagnostics)
      throw Exit.unusable
    }
    guard let member = setting.members.first(where: { $0.unit.id == unit }) else {
      throw UsageProblem.unknown(
        unit, among: setting.members.map(\.unit.id), vi: "cơ quan, đơn vị", en: "unit")
    }
    let set = setting.sets[member.set]
    let names = Dictionary(
      setting.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let form = selfAssessmentScaffold(
      set: set, unit: member.unit, plan: setting.plan, officeNames: names)
    if stdout { return Console.print(form) }
    let folder = output ?? "\(setting.submissions)/\(unit)"
    let evidence = evidenceScaffold(set: set, unit: member.unit, plan: setting.plan)
    try writing.write(
      [("\(folder)/self-assessment.yaml", form), ("\(folder)/evidence.yaml", evidence)], reading)
  }
}
