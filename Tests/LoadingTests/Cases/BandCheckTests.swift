import Diagnostics
import Loading
import TestSupport
import Testing

/// Step tables that leave values out or cannot be meant are found when the set is read.
struct BandCheckTests {
  /// What is said about a table of bands over an expression.
  private func told(_ bands: String, of: String = "done / planned") throws -> [String] {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "so.yaml",
      """
      format: parindex/criteria@1
      id: thu/so
      title: Thử
      year: 2017
      unit_type: so
      clause: {document: x}
      max_points: 2
      rounding: {points: 2, index: 2}
      without_evidence: keep
      areas:
        - id: "1"
          title: a
          max_points: 2
          criteria:
            - id: "1.1"
              title: b
              max_points: 2
              inputs:
                done: {type: count, title: a}
                planned: {type: count, title: b}
                share: {type: rate, title: c}
                level: {type: number, title: d, range: [1, 5]}
                free: {type: number, title: e}
              rule: {steps: {of: \(of), bands: [\(bands)]}}
              if_undefined: zero

      """)
    return loadCriteriaSet(path).diagnostics.map { "\($0.code.rawValue): \($0.message.english)" }
  }

  @Test(arguments: [
    (
      "{above: 90%, points: 2}, {from: 70%, below: 90%, points: 1}, {below: 70%, points: 0}",
      "done / planned", "the value 90% is in no step"
    ),
    (
      "{from: 90%, points: 2}, {from: 50%, points: 0}", "done / planned",
      "the value 0% is in no step"
    ),
    ("{from: 0.9, points: 2}, {up_to: 0.8, points: 0}", "share", "the value 85% is in no step"),
    ("{from: 3, points: 2}, {up_to: 1, points: 0}", "done", "the value 2 is in no step"),
    ("{from: 3, points: 2}, {from: 1, below: 3, points: 0}", "done", "the value 0 is in no step"),
    ("{above: 4, points: 2}, {up_to: 3, points: 0}", "level", "the value 3.5 is in no step"),
  ])
  func `a value that no step takes is a gap`(_ bands: String, _ of: String, _ message: String)
    throws
  {
    #expect(try told(bands, of: of) == ["steps-gap: \(message)"])
  }

  @Test(arguments: [
    ("{above: 90%, points: 2}, {up_to: 90%, points: 0}", "done / planned"),
    ("{from: 3, points: 2}, {up_to: 2, points: 0}", "done"),
    ("{from: 3, points: 2}, {from: 1, points: 0}", "level"),
    ("{from: 3, points: 2}, {up_to: 1, points: 0}, {otherwise: 1}", "done"),
    // Nothing is declared of these.
    ("{from: 3, points: 2}, {up_to: 1, points: 0}", "free"),
    ("{from: 3, points: 2}, {up_to: 1, points: 0}", "done - planned"),
  ])
  func `a table without a gap says nothing`(_ bands: String, _ of: String) throws {
    #expect(try told(bands, of: of) == [])
  }

  @Test func `a step that those above it take together cannot be reached`() throws {
    #expect(
      try told("{from: 50%, points: 2}, {below: 50%, points: 1}, {otherwise: 0}")
        == ["steps-unreachable: step 3 (0 points) can never be used"])
  }

  @Test func `one bound of each kind, and some bound`() throws {
    #expect(
      try told("{above: 90%, from: 80%, points: 2}, {otherwise: 0}")
        == ["rule-mismatch: `above` and `from` exclude each other"])
    #expect(
      try told("{above: 90%, points: 2}, {points: 0}").contains(
        "missing-key: the key `otherwise` is missing"))
  }
}
