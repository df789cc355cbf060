import Diagnostics
import Foundation
import Grading
import TestSupport
import Testing

@testable import Loading

/// A round in which some units' files cannot be used: refused, or ranked without them, never
/// quietly better for it.
@Suite struct KeepGoingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: BrokenInputTests.home.appendingPathComponent("Sound").path,
      toPath: folder.path("thử"))
    try handIn("so-noi-vu", "  \"1.1.2\": {inputs: {planned: 20, completed: 20}}\n")
    try handIn("huyen-van-ninh", "  \"1.2\": {inputs: {opened: yes}}\n")
    try handIn("xa-dai-lanh", "  \"1.1\": {inputs: {posted: no}}\n")
    try handIn("xa-van-tho", "  \"1.1\": {inputs: {posted: yes}}\n")
  }

  private func handIn(_ unit: String, _ answers: String, round: String = "vong-thu") throws {
    try folder.write(
      "thử/round/units/\(unit)/self-assessment.yaml",
      "format: parindex/self-assessment@1\nround: \(round)\nunit: \(unit)\n"
        + "submitted_at: 2017-12-19T15:30\nanswers:\n" + answers)
  }

  private func load(keepsGoing: Bool) -> RoundLoading {
    var options = RoundOptions()
    options.keepsGoing = keepsGoing
    return loadRound(folder.path("thử/round"), options: options)
  }

  private func total(_ unit: String, _ round: Round) throws -> Total {
    let result = try #require(round.units.first { $0.record.unit.id == unit })
    return try #require(result.totals.last ?? nil)
  }

  /// Faults in three units' files, each of another kind.
  private func breakThree() throws {
    try handIn("so-noi-vu", "  \"1.1.2\": {inputs: {planned: 20, completed: 20}}\n", round: "khac")
    try folder.write("thử/round/units/xa-dai-lanh/self-assessment.yaml", "format: [\n")
    try folder.write(
      "thử/round/units/so-y-te/appraisal.yaml",
      "format: parindex/appraisal@1\nround: vong-thu\nunit: so-y-te\nentries: [đồng ý]\n")
  }

  @Test func `faults in three units' files refuse the round`() throws {
    #expect(load(keepsGoing: false).loaded != nil)
    try breakThree()
    let loading = load(keepsGoing: false)
    #expect(loading.loaded == nil)
    #expect(loading.diagnostics.map(\.code) == [.roundMismatch, .wrongType, .yamlSyntax])
  }

  @Test func `going on, the three take no place and no grade, and are named`() throws {
    try breakThree()
    let loaded = try #require(load(keepsGoing: true).loaded)
    #expect(loaded.leftOut == ["so-y-te", "so-noi-vu", "xa-dai-lanh"])
    let round = loaded.round()
    #expect(round.units.count == 5)
    for unit in loaded.leftOut {
      let total = try total(unit, round)
      #expect(total.place == nil && total.grade == nil && total.isProvisional, "\(unit)")
    }
    #expect(try total("xa-van-tho", round).place?.number == 1)
    #expect(try !total("xa-van-tho", round).isProvisional)
  }

  @Test func `a district whose commune cannot be read is provisional`() throws {
    let before = try #require(load(keepsGoing: true).loaded).round()
    let whole = try total("huyen-van-ninh", before)
    #expect(!whole.isProvisional && whole.index == 75)
    try breakThree()
    let after = try #require(load(keepsGoing: true).loaded).round()
    let district = try total("huyen-van-ninh", after)
    // The mean of the communes that can be read is 100: better, and said not to be the last word.
    #expect(district.index == 100 && district.isProvisional)
  }

  @Test func `where nothing handed in counts as zero, what cannot be read does not`() throws {
    try breakThree()
    let path = "thử/round/round.yaml"
    let text = try String(contentsOfFile: folder.path(path), encoding: .utf8)
    try folder.write(path, text + "not_submitted: zero\n")
    let round = try #require(load(keepsGoing: true).loaded).round()
    for unit in ["so-y-te", "so-noi-vu", "xa-dai-lanh"] {
      let total = try total(unit, round)
      #expect(total.place == nil && total.grade == nil && total.isProvisional, "\(unit)")
    }
  }
}
