import ArgumentParser
import Grading
import Loading
import Reports

struct NewRemediesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remedies",
    abstract: "Tạo bản nháp kế hoạch khắc phục: mọi mục mất điểm của một đơn vị, và vì sao.",
    discussion: """
      Writes a draft of a unit's remedy plan with every point it lost and why.

      VÍ DỤ
        parindex new remedies Submissions/khanh-hoa-2017 so-y-te
        parindex new remedies Submissions/khanh-hoa-2017 so-y-te --stdout
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "Mã cơ quan, đơn vị, địa phương.")
  var unit: String

  @Option(name: .shortAndLong, help: "Thư mục ghi; mặc định là thư mục của đơn vị trong kỳ.")
  var output: String?

  @Flag(help: "In ra màn hình, không ghi tệp.")
  var stdout = false

  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let computed = try ComputedRound(input, reading)
    let place = try computed.unit(unit)
    let plan = RemedyPlan(computed.round, unit: place, submission: nil)
    let draft = remedyScaffold(computed.round, plan)
    if stdout { return Console.print(draft) }
    let folder = output ?? "\(computed.loaded.setting.submissions)/\(unit)"
    try writing.write([("\(folder)/remedies.yaml", draft)], reading)
  }
}
