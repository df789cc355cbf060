import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// `same_as` names the figure that an input repeats.
struct RepeatedFigureTests {
  private func load(_ figure: String) throws -> CriteriaLoading {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "so.yaml",
      """
      format: parindex/criteria@1
      id: test/so
      title: Bộ tiêu chí
      year: 2017
      unit_type: so
      clause: {document: 1/QĐ-UBND}
      max_points: 1
      rounding: {points: 2, index: 2, mode: half_up}
      without_evidence: keep
      areas:
        - id: "1"
          title: Lĩnh vực
          max_points: 1
          criteria:
            - id: "1.1"
              title: Tiêu chí
              max_points: 1
              inputs:
                resolved: {type: count, title: Đã giải quyết, same_as: \(figure)}
              rule: {per_item: {count: resolved, points: 0.1}}
      """)
    return loadCriteriaSet(path)
  }

  @Test func `a known figure is linked`() throws {
    let loading = try load("dossiers.resolved")
    let set = try #require(loading.set)
    #expect(loading.diagnostics.isEmpty)
    #expect(set.inputs[0].sameAs.map { set.figures[$0].name } == "dossiers.resolved")
  }

  @Test func `an unknown figure is refused`() throws {
    #expect(try load("dossiers.resolvd").diagnostics.map(\.code) == [.unknownName])
  }
}
