import Foundation
import TestSupport
import Testing

/// `check` and `test`: 0 without findings, 1 with.
struct CheckCommandTests {
  @Test
  func `a round without a fault passes, also strictly, and the files are counted`() throws {
    let ended = try Program().run("check", "--strict", try SmallRound.shared)
    #expect(ended.status == 0)
    #expect(ended.problems.isEmpty)
    // round, units, criteria, one register, and two files of each of four units.
    #expect(ended.text == "không phát hiện lỗi\nđã kiểm tra 12 tệp\n")
  }

  @Test
  func `an error is found and judged`() throws {
    let round = try SmallRound()
    let file = "units/don-vi-00001/self-assessment.yaml"
    try round.change(file) { $0.replacing("submitted_at:", with: "submited_at:") }
    let ended = try Program(folder: round.path).run("check", file)
    #expect(ended.status == 1)
    expectGolden(ended.text, "check-error.txt")
    let whole = try Program().run("check", round.path, "--lang", "en")
    #expect(whole.status == 1)
    #expect(whole.text.contains("\(round.path)/\(file):6:1"))
    #expect(whole.text.hasSuffix("12 files checked\n"), "\(whole.text)")
  }

  @Test
  func `a warning is judged only when told to`() throws {
    let round = try SmallRound()
    try round.change("round.yaml") {
      String($0[..<($0.range(of: "registers:")?.lowerBound ?? $0.endIndex)])
    }
    let lax = try Program().run("check", round.path)
    #expect(lax.status == 0)
    #expect(lax.text.contains("cảnh báo[unknown-register]"))
    #expect(try Program().run("check", "--strict", round.path).status == 1)
  }

  @Test
  func `a unit's file is checked from its own folder`() throws {
    let folder = try SmallRound.shared + "/units/don-vi-00002"
    for path in ["self-assessment.yaml", ".", "./evidence.yaml"] {
      let ended = try Program(folder: folder).run("check", path)
      #expect(ended.status == 0, "\(path): \(ended.text)")
    }
  }

  @Test(arguments: ["json", "sarif"])
  func `findings for programs are one JSON document`(_ format: String) throws {
    let round = try SmallRound()
    try round.change("units.yaml") { $0.replacing("order: 1", with: "ordr: 1") }
    let ended = try Program().run("check", round.path, "--format", format)
    #expect(ended.status == 1)
    let document = try JSONSerialization.jsonObject(with: Data(ended.output))
    #expect(document is [String: Any])
    #expect(ended.text.contains("unknown-key"))
  }

  @Test
  func `cases that hold give 0, one that does not gives 1`() throws {
    let good = try Program().run("test", "Criteria/khanh-hoa-2017/cases/so-thanh-tra.cases.yaml")
    #expect(good.status == 0, "\(good.text)")
    let folder = try TemporaryFolder()
    try folder.write(
      "so.yaml",
      String(decoding: Program.bytes("\(SmallRound.shared)/criteria/so.yaml"), as: UTF8.self))
    try folder.write(
      "so.cases.yaml",
      """
      format: parindex/cases@1
      criteria: so.yaml
      year: 2017
      cases:
        - name: "35 trên 35"
          criterion: "1.1.2"
          given: {planned: 35, completed: 35}
          expect: {points: 0.01}

      """)
    let bad = try Program(folder: folder.path).run("test", "so.cases.yaml")
    #expect(bad.status == 1, "\(bad.text)")
    #expect(bad.text.contains("so.cases.yaml:"))
    let json = try Program(folder: folder.path).run("test", "so.cases.yaml", "--format", "json")
    #expect(json.status == 1)
    #expect(json.text.contains(#""failed": 1"#) || json.text.contains(#""failed":1"#))
  }
}
