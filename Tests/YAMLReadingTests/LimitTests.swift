import Diagnostics
import Testing

@testable import YAMLReading

/// Hostile files: each is refused by its bound, soon and in bounded memory.
@Suite(.timeLimit(.minutes(20))) struct LimitTests {
  @Test(
    "nesting a hundred thousand deep is refused at the limit",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
      String(repeating: "[\n", count: 100_000),
    ])
  func depth(text: String) {
    let result = read(text)
    #expect(result.document == nil)
    #expect(codes(result).last == .tooDeep)
  }

  @Test func `nesting is allowed up to the limit`() {
    let limit = YAMLLimits().depth
    let deep = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(read(deep).diagnostics.isEmpty)
    #expect(codes(read("[" + deep + "]")) == [.tooDeep])
  }

  @Test func `aliases cannot build what may not be written`() {
    var text = "a0: &a0 [x]\n"
    for index in 1...70 { text += "a\(index): &a\(index) [*a\(index - 1)]\n" }
    #expect(codes(read(text)) == [.tooDeep])
  }

  @Test func `more nodes than allowed are refused`() {
    let text = "[" + String(repeating: "1,", count: 4_100_000) + "]"
    var limits = YAMLLimits()
    limits.bytes = 64 << 20
    let result = read(text, limits: limits)
    #expect(result.document == nil)
    #expect(codes(result) == [.tooManyNodes])
  }

  @Test func `the number of nodes may reach the limit`() {
    var limits = YAMLLimits()
    limits.nodes = 4
    #expect(read("[1, 2, 3]", limits: limits).diagnostics.isEmpty)
    #expect(codes(read("[1, 2, 3, 4]", limits: limits)) == [.tooManyNodes])
  }

  @Test func `a billion laughs are not laughed`() {
    var text = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      text +=
        "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
      text += "]\n"
    }
    let result = read(text)
    #expect(result.document == nil)
    #expect(codes(result) == [.aliasExpansion])
  }

  @Test func `a million aliases of one scalar are refused`() {
    let result = read("- &a x\n" + String(repeating: "- *a\n", count: 1_000_000))
    #expect(codes(result) == [.aliasExpansion])
  }

  @Test func `a million anchors are refused`() {
    var text = ""
    for index in 0..<200_000 { text += "- &a\(index) x\n" }
    #expect(codes(read(text)) == [.aliasExpansion])
  }

  @Test func `a million directives are refused before libyaml compares them`() {
    var text = ""
    for index in 0..<100_000 { text += "%TAG !a\(index)! x\n" }
    #expect(codes(read(text + "---\na: 1\n")) == [.yamlSyntax])
    #expect(codes(read("a: 1\n...\n" + text + "---\na: 1\n")) == [.yamlSyntax])
  }

  @Test func `a file over the size limit is refused`() {
    var limits = YAMLLimits()
    limits.bytes = 4
    #expect(read("a: 1", limits: limits).diagnostics.isEmpty)
    #expect(codes(read("a: 12", limits: limits)) == [.fileTooLarge])
  }

  @Test(
    "large files of one thing are read or refused soon",
    arguments: [
      String(repeating: "\0", count: 1_000_000), String(repeating: " ", count: 1_000_000),
      String(repeating: "\n", count: 1_000_000), String(repeating: "#", count: 1_000_000),
      String(repeating: "\t", count: 1_000_000), String(repeating: "\"", count: 1_000_001),
      String(repeating: "a", count: 1_000_000), String(repeating: "a ", count: 500_000),
      String(repeating: "a\n", count: 500_000), String(repeating: ": ", count: 200_000),
      String(repeating: "\u{2028}", count: 300_000),
      String(repeating: "e\u{301}", count: 300_000),
      String(repeating: "---\n", count: 200_000), String(repeating: "a: b: ", count: 200_000),
      "- |\n " + String(repeating: "\n", count: 1_000_000),
      "a: \"" + String(repeating: "\\u0301", count: 200_000) + "\"",
      "\u{FEFF}" + String(repeating: "k: 1\n", count: 100_000),
    ])
  func oneThing(text: String) {
    let result = read(text)
    #expect(result.document != nil || !result.diagnostics.isEmpty)
    #expect(result.diagnostics.count <= ProblemList.most + 1)
    for diagnostic in result.diagnostics {
      #expect((diagnostic.primary.excerpt?.utf8.count ?? 0) <= 4000)
    }
  }

  @Test func `two hundred problems on one long line are shown soon`() {
    let result = read("{" + String(repeating: "khóa: 1, ", count: 100_000) + "}")
    #expect(result.diagnostics.count == ProblemList.most + 1)
    let last = result.diagnostics.dropLast().last
    #expect(last?.primary.excerpt?.contains("khóa") == true)
  }
}
