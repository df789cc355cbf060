package import Diagnostics
internal import YAMLReading

/// Who issues papers, as `papers.yaml` beside a round says (`parindex/papers@1`).
///
/// Nothing of it changes a result; what is not said stands in papers as dots to be filled in.
package struct PaperOffice: Hashable, Sendable {
  /// Who decides: "Ủy ban nhân dân tỉnh Khánh Hòa".
  package var authority: String?
  /// Where papers are dated: "Khánh Hòa".
  package var place: String?
  /// The id of the unit that submits the result, or its name.
  package var organiser: String?
  /// Types of units whose papers name the authority above themselves.
  package var underAuthority: [String] = []
  /// Who signs for the authority's council, for the organiser, for a unit: "Chủ tịch", "Giám đốc".
  package var chair: String?
  package var organiserHead: String?
  package var unitHead: String?

  package init() {}

  /// The file's usual name in a round's folder.
  static let usualName = "papers.yaml"

  /// Reads the file of a round's folder; without one, nothing is known and nothing is wrong.
  package static func read(in folder: String, files: FileAccess = FileAccess()) -> (
    office: PaperOffice, diagnostics: [Diagnostic]
  ) {
    let path = FileAccess.path(usualName, besides: folder + "/")
    guard FileAccess.exists(path) else { return (PaperOffice(), []) }
    let (document, text, found) = files.yaml(path)
    let problems = DiagnosticCollector(found)
    let office = document.map { load($0.root, into: problems) } ?? PaperOffice()
    let all = text?.annotate(problems.diagnostics) ?? problems.diagnostics
    return (office, all.sorted())
  }

  static func load(_ root: YAMLNode, into problems: DiagnosticCollector) -> PaperOffice {
    var office = PaperOffice()
    guard var reader = MappingReader(root, into: problems) else { return office }
    _ = reader.format("parindex/papers")
    office.authority = reader.string("authority")
    office.place = reader.string("place")
    office.organiser = reader.string("organiser")
    office.underAuthority = reader.strings("under_authority") ?? []
    if var signers = reader.mapping("signers") {
      office.chair = signers.string("chair")
      office.organiserHead = signers.string("organiser")
      office.unitHead = signers.string("unit")
      signers.finish()
    }
    reader.finish()
    return office
  }
}
