import Diagnostics
import TestSupport
import Testing

@testable import YAMLReading

@Suite struct MappingReaderTests {
  private enum Mode: String, CaseIterable {
    case halfUp = "half_up"
    case halfEven = "half_even"
  }

  private static let document = """
    format: parindex/criteria@1
    id: so
    title: Bộ tiêu chí
    year: 2019
    optional: yes
    mode: half_even
    kinds: [kế hoạch, báo cáo]
    rounding: {points: 2}
    inputs: {planned: 1, completed: 2}
    """

  @Test func `a mapping is read key by key, and nothing is said when all is well`() throws {
    let document = try #require(read(Self.document).document)
    let problems = DiagnosticCollector()
    var reader = try #require(MappingReader(document.root, into: problems))
    #expect(reader.format("parindex/criteria", versions: [1, 2]) == 1)
    #expect(reader.string("id", .required) == "so")
    #expect(reader.string("title") == "Bộ tiêu chí")
    #expect(reader.integer("year", .required) == 2019)
    #expect(reader.yesNo("optional") == true)
    #expect(reader.choice("mode", of: Mode.self) == .halfEven)
    #expect(reader.strings("kinds") == ["kế hoạch", "báo cáo"])
    var rounding = reader.mapping("rounding")
    #expect(rounding?.integer("points") == 2)
    rounding?.finish()
    #expect(reader.entries("inputs")?.map { $0.key.text } == ["planned", "completed"])
    #expect(reader.string("basis") == nil)
    reader.finish()
    #expect(problems.diagnostics.isEmpty)
  }

  @Test func `a text that must be there is not there where it is blank`() throws {
    let source = SourceText(path: "so.yaml", "id: ' '\nreason: \"\\t\"\nnote: ' '\n")
    let document = try #require(readYAML(source).document)
    let problems = DiagnosticCollector()
    var reader = try #require(MappingReader(document.root, into: problems))
    #expect(reader.string("id", .required) == nil)
    #expect(reader.string("reason", .required) == nil)
    #expect(reader.string("note") == " ")
    #expect(problems.diagnostics.map(\.code) == [.missingKey, .missingKey])
  }

  @Test("what does not fit is told in both languages", arguments: Language.allCases)
  func wording(language: Language) throws {
    let source = SourceText(
      path: "so.yaml",
      """
      format: parindex/criterion@1
      max_point: 4
      Tiêu-đề: x
      year: "2019"
      optional: perhaps
      mode: half_upp
      kinds: [kế hoạch, [a], {b: c}]
      rounding:
        - points: 2
        - index: 2
      inputs: một
      title: [một,
        hai]
      basis:
      digits: +5
      """)
    let document = try #require(readYAML(source).document)
    let problems = DiagnosticCollector()
    var reader = try #require(MappingReader(document.root, into: problems))
    #expect(reader.format("parindex/criteria", versions: [1, 2]) == nil)
    #expect(reader.string("id", .required) == nil)
    #expect(reader.string("title") == nil)
    #expect(reader.integer("year") == nil)
    #expect(reader.yesNo("optional") == nil)
    #expect(reader.choice("mode", of: Mode.self) == nil)
    #expect(reader.strings("kinds") == ["kế hoạch"])
    #expect(reader.mapping("rounding") == nil)
    #expect(reader.entries("inputs") == nil)
    #expect(reader.value("basis", .required) == nil)
    #expect(reader.integer("digits") == nil)
    reader.allow("max_points", "weight")
    reader.finish()
    #expect(MappingReader(document.root["inputs"] ?? document.root, into: problems) == nil)
    let annotated = source.annotate(problems.diagnostics)
    expectGolden(
      TextRenderer(language: language).render(annotated), "mapping.\(language.rawValue).txt")
  }

  @Test func `yes and no have a few spellings and no others`() throws {
    for (text, wanted) in [
      ("yes", true), ("true", true), ("có", true), ("no", false), ("false", false),
      ("không", false), ("co\u{301}", true),
    ] {
      let document = try #require(read("a: \(text)").document)
      let problems = DiagnosticCollector()
      var reader = try #require(MappingReader(document.root, into: problems))
      #expect(reader.yesNo("a") == wanted)
      #expect(problems.diagnostics.isEmpty)
    }
  }
}
