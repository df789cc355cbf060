import ArgumentParser
import Loading
import Reports

extension SchemaName: ExpressibleByArgument {}

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "In lược đồ JSON Schema của một loại tệp, cho trình soạn thảo.",
    discussion: """
      Prints the JSON Schema of a file format, so that editors complete and check it.

      VÍ DỤ
        parindex schema criteria > criteria.schema.json
        parindex schema self-assessment --criteria Criteria/khanh-hoa-2017/so.yaml
      """)

  @Argument(help: "Loại tệp.")
  var name: SchemaName

  @Option(help: "Với self-assessment: lược đồ riêng cho một bộ tiêu chí.", completion: .file())
  var criteria: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if criteria != nil, name != .selfAssessment {
      throw ValidationError("--criteria chỉ dùng với self-assessment")
    }
  }

  func run() throws {
    guard let criteria else { return Console.print(name.text) }
    let loading = loadCriteriaSet(FileAccess.normalised(criteria))
    guard let set = loading.set else {
      reading.complain(loading.diagnostics)
      throw Exit.unusable
    }
    Console.print(selfAssessmentSchema(for: set).text)
  }
}
