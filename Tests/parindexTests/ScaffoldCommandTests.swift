import Foundation
import TestSupport
import Testing

/// `new …`: what is written passes `check`, and what was there stays.
struct ScaffoldCommandTests {
  @Test
  func `criteria, a round and a unit's form are written, checked and run`() throws {
    let home = try TemporaryFolder()
    let program = Program(folder: home.path)
    let criteria = try program.run(
      "new", "criteria", "Criteria/tinh-x-2018/so.yaml", "--unit-type", "so", "--year", "2018")
    #expect(criteria.status == 0, "\(criteria.problems)")
    #expect(criteria.text == "Criteria/tinh-x-2018/so.yaml\n")
    let round = try program.run(
      "new", "round", "Submissions/tinh-x-2018", "--year", "2018", "--criteria",
      "../../Criteria/tinh-x-2018", "--unit-type", "so")
    #expect(round.status == 0, "\(round.problems)")
    let form = try program.run("new", "self-assessment", "Submissions/tinh-x-2018", "so-y-te")
    #expect(form.status == 0, "\(form.problems)")
    #expect(
      form.text == """
        Submissions/tinh-x-2018/units/so-y-te/self-assessment.yaml
        Submissions/tinh-x-2018/units/so-y-te/evidence.yaml

        """)
    for path in ["Criteria", "Submissions/tinh-x-2018", "Submissions/tinh-x-2018/units/so-y-te"] {
      let check = try program.run("check", path)
      #expect(check.status == 0, "\(path): \(check.text)")
    }
    let run = try program.run("run", "Submissions/tinh-x-2018")
    #expect(run.status == 0, "\(run.problems)")
    #expect(Program.files(in: home.path("output/tinh-x-2018")).count == 6)
  }

  @Test
  func `a file that is there is kept, and replaced only when told to`() throws {
    let round = try SmallRound()
    let file = round.path + "/units/don-vi-00001/evidence.yaml"
    let assessment = round.path + "/units/don-vi-00001/self-assessment.yaml"
    try FileManager.default.removeItem(atPath: assessment)
    let before = Program.bytes(file)
    let refused = try Program().run("new", "self-assessment", round.path, "don-vi-00001")
    #expect(refused.status == 2)
    #expect(refused.problems.contains("--force"))
    #expect(Program.bytes(file) == before)
    #expect(!FileManager.default.fileExists(atPath: assessment))
    let forced = try Program().run("new", "self-assessment", round.path, "don-vi-00001", "--force")
    #expect(forced.status == 0)
    #expect(Program.bytes(file) != before)
    #expect(try Program().run("check", round.path).status == 0)
  }

  @Test
  func `a form can be read before it is written, and names no other unit`() throws {
    let round = try SmallRound.shared
    let ended = try Program().run("new", "self-assessment", round, "don-vi-00003", "--stdout")
    #expect(ended.status == 0)
    #expect(ended.text.contains("unit: don-vi-00003"))
    for other in ["don-vi-00001", "don-vi-00002", "don-vi-00004"] {
      #expect(!ended.text.contains(other))
    }
  }

  @Test
  func `the difference of two sets is told in words and as JSON`() throws {
    let round = try SmallRound()
    let old = "\(try SmallRound.shared)/criteria/so.yaml"
    try round.change("criteria/so.yaml") {
      $0.replacing("{from: 90%, points: 0.75}", with: "{from: 95%, points: 0.75}")
    }
    let new = "\(round.path)/criteria/so.yaml"
    let same = try Program().run("criteria", "diff", old, old)
    #expect(same.status == 0)
    let ended = try Program().run("criteria", "diff", old, new)
    #expect(ended.text != same.text)
    #expect(ended.text.contains("95%"), "\(ended.text)\(ended.problems)")
    let json = try Program().run("criteria", "diff", old, new, "--format", "json")
    #expect(try JSONSerialization.jsonObject(with: Data(json.output)) is [String: Any])
  }
}
