import Diagnostics
import Loading
import TestSupport

/// A small round in a folder of its own: two departments and the criteria of `CasesFolder`.
struct RoundFolder {
  let folder: TemporaryFolder

  init(criteria: [String] = [CasesFolder.criteria], registers: String = "") throws {
    folder = try TemporaryFolder()
    for (place, text) in criteria.enumerated() {
      try folder.write("set-\(place).yaml", text)
    }
    let names = criteria.indices.map { "set-\($0).yaml" }.joined(separator: ", ")
    try folder.write(
      "round.yaml",
      """
      format: parindex/round@1
      id: thu-2017
      title: Kỳ thử
      year: 2017
      criteria: [\(names)]
      before_appraisal: computed
      stages:
        - {id: self-assessment, title: Tự chấm điểm, kind: claim, who: unit, through: 2017-12-20}
        - {id: appraisal-1, title: Thẩm định, kind: appraisal, who: helper-team, through: 2018-01-03}
      blocks:
        - id: so
          title: Khối sở
          council: province
          unit_types: [so]
          grades: [{name: Tốt, from: 85}, {name: Yếu, from: 0}]
          ranking: {by: index, on: rounded}
          grades_on: rounded
      registers:
        reports: {file: reports.csv, absent: zero}
        survey: {file: survey.csv, absent: zero}
      \(registers)
      """)
    try folder.write("reports.csv", "unit,late\nso-y-te,2\n")
    try folder.write("survey.csv", "unit,overall\nso-y-te,80%\n")
    try write(
      units: """
        units:
          - {id: so-y-te, name: Sở Y tế, type: so, traits: [handles_dossiers]}
          - {id: so-tu-phap, name: Sở Tư pháp, type: so}
        """)
  }

  func write(units: String) throws {
    try folder.write("units.yaml", "format: parindex/units@1\n" + units + "\n")
  }

  func load() -> RoundSettingLoading { loadRoundSetting(folder.path) }

  /// Diagnostics as people read them, without the place of the folder.
  func text(_ diagnostics: [Diagnostic], _ language: Language = .english) -> String {
    TextRenderer(language: language).render(diagnostics)
      .replacing(folder.path + "/", with: "")
  }
}
