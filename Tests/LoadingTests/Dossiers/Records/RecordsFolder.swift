import Diagnostics
import Grading
import Loading
import TestSupport

/// A folder of a round with case records; `text` shows problems without its place.
struct RecordsFolder {
  let folder: TemporaryFolder

  static let units = """
    format: parindex/units@1
    units:
      - {id: so-y-te, name: Sở Y tế, type: so, codes: [H32.1]}
      - {id: so-noi-vu, name: Sở Nội vụ, type: so}

    """

  static let header = "Số hồ sơ;Mã đơn vị;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả"

  /// - Parameter files: names within `dossiers/` with their texts.
  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder()
    try folder.write("units.yaml", Self.units)
    try folder.write("rules.yaml", "format: parindex/dossier-rules@1\n")
    try folder.write("dossiers/motcua.csv", "\(Self.header)\n1;so-y-te;05/03/2019 13:00;;\n")
    for (name, text) in files { try folder.write("dossiers/\(name)", text) }
  }

  /// With `records.yaml` of the shortest head and these lines.
  init(_ lines: String, _ files: [String: String] = [:]) throws {
    try self.init(files)
    try folder.write(
      "dossiers/records.yaml",
      """
      format: parindex/records@1
      title: Hồ sơ 2019
      rules: ../rules.yaml
      exports: [{file: motcua.csv, source: motcua}]

      """ + lines)
  }

  func load(_ name: String = "dossiers/records.yaml") -> CaseRecordsLoading {
    loadCaseRecords(at: folder.path(name))
  }

  func text(_ diagnostics: [Diagnostic], _ language: Language = .english) -> String {
    TextRenderer(language: language).render(diagnostics)
      .replacing(folder.path + "/", with: "")
  }
}
