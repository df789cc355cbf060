import Diagnostics
import Grading
import Loading
import Testing

/// What only a whole round can know of its criteria.
struct RoundSettingTests {
  @Test func `a round without faults loads`() throws {
    let round = try RoundFolder()
    let loading = round.load()
    #expect(loading.diagnostics.isEmpty, "\(round.text(loading.diagnostics))")
    #expect(loading.setting?.members.count == 2)
  }

  @Test func `two sets that give one column two types are told where`() throws {
    let other = CasesFolder.criteria.replacing("thu-nghiem/so", with: "thu-nghiem/huyen")
      .replacing("unit_type: so", with: "unit_type: huyen")
      .replacing("late: {type: count", with: "late: {type: number")
    let round = try RoundFolder(criteria: [CasesFolder.criteria, other])
    let told = round.load().diagnostics.filter { $0.code == .registerMismatch }
    try #require(told.count == 1)
    #expect(
      told[0].message.english
        == "`reports.late` is `number` here, and `count` in another set")
    #expect(told[0].primary.span.file.path.hasSuffix("set-1.yaml"))
    #expect(told[0].secondary.first?.span.file.path.hasSuffix("set-0.yaml") == true)
  }

  @Test func `declared traits have titles, and others are errors where they stand`() throws {
    let round = try RoundFolder()
    try round.write(
      units: """
        traits:
          handles_dossiers: {title: Có giải quyết hồ sơ TTHC}
        units:
          - {id: so-y-te, name: Sở Y tế, type: so, traits: [handles_dossiers]}
        """)
    let sound = round.load()
    #expect(sound.diagnostics.isEmpty, "\(round.text(sound.diagnostics))")
    #expect(sound.setting?.plan.traitTitles == ["handles_dossiers": "Có giải quyết hồ sơ TTHC"])
    try round.write(
      units: """
        traits:
          handle_dossiers: {title: Có giải quyết hồ sơ TTHC}
        units:
          - {id: so-y-te, name: Sở Y tế, type: so, traits: [handles_dosiers]}
        """)
    let told = round.load().diagnostics.filter { $0.code == .unknownName }
    #expect(told.map(\.primary.span.file.name) == ["set-0.yaml", "units.yaml"])
    #expect(told.allSatisfy { $0.help?.english == "did you mean `handle_dossiers`?" })
  }
}

extension SourceFile {
  fileprivate var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
