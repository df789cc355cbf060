import Diagnostics
import TestSupport
import Testing

@testable import YAMLReading

/// A broken file, and under its name what people read about it.
private struct Broken {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

@Suite struct YAMLDiagnosticsTests {
  private static let broken: [Broken] = [
    Broken("a quote that is never closed", "format: x@1\ntitle: \"Kế hoạch\nyear: 2019\n"),
    Broken("a list that is never closed", "kinds: [kế hoạch, báo cáo\nyear: 2019\n"),
    Broken("a mapping that is never closed", "inputs: {planned: 20, completed: 17\n"),
    Broken("a comma inside a flow value", "inputs: {note: \"a\" b, planned: 20}\n"),
    Broken(
      "no space behind the colon", "format: x@1\nrounding:\n  points: 2\n  version:\"1.0.0\"\n"),
    Broken(
      "a deeper line than its neighbours", "areas:\n  - id: 1\n    title: x\n      points: 2\n"),
    Broken("a shallower line than its neighbours", "a:\n    b: 1\n  c: 2\n"),
    Broken("a colon inside a value", "title: Kết quả: tốt\n"),
    Broken("a tab as indentation", "a:\n\tb: 1\n"),
    Broken("a tab behind spaces", "a:\n  b: 1\n \tc: 2\n"),
    Broken("a tab in a block of text", "a: |\n\tx\n"),
    Broken("a value that begins with a percent sign", "rate: %5\n"),
    Broken("a value that begins with an at sign", "mail: @x\n"),
    Broken("an unknown escape", "path: \"C:\\Kế hoạch\"\n"),
    Broken("a list item behind a key", "a: - b\n"),
    Broken("text behind the content", "- a\nb: c\n"),
    Broken("an unknown directive", "%FOO bar\n---\na: 1\n"),
    Broken("a directive without a document", "%YAML 1.2\na: 1\n"),
    Broken("a tag with an unknown handle", "a: !x!y z\n"),
    Broken("a problem before a syntax error", "a: 1\na: 2\nb: [\n"),
    Broken("a control character", "title: Kế\u{7}hoạch\n"),
    Broken("a duplicate key", "format: x@1\nmax_points: 4\ntitle: Kế hoạch\nmax_points: 5\n"),
    Broken("an alias inside what it names", "a: &x\n  - 1\n  - *x\n"),
    Broken("an anchor with an accent", "a: &gốc 1\nb: *goc\n"),
    Broken("a near alias", "a: &so-y-te 1\nb: *so-yte\n"),
    Broken("several documents", "a: 1\n---\nb: 2\n"),
    Broken("a key that is a list", "? [a, b]\n: c\nd: e\n"),
    Broken("a key that is a mapping", "{a: b}: c\n"),
    Broken("a tag for a program", "a: !!python/object:os.system [ls]\nb: !!int 5\n"),
    Broken("an empty file", ""),
    Broken("a file of comments", "# nothing\n\n---\n"),
    Broken("a NUL byte", "a: 1\nb: x\0y\n"),
    Broken("a byte that is not UTF-8", bytes: Array("a: 1\ntên: K".utf8) + [0xEA, 0x20, 0x0A]),
    Broken("a surrogate in UTF-8", bytes: Array("a: ".utf8) + [0xED, 0xA0, 0x80]),
    Broken(
      "UTF-16 with a mark", bytes: [0xFF, 0xFE] + Array("a: 1\n".utf16).flatMap { [UInt8($0), 0] }),
    Broken("UTF-16 without a mark", bytes: Array("a: 1\n".utf16).flatMap { [0, UInt8($0)] }),
    Broken("a hostile key", "\"\\e[31mred\\n\": 1\n\"\\e[31mred\\n\": 2\n"),
  ]

  @Test("every fault is told in both languages", arguments: Language.allCases)
  func wording(language: Language) {
    let renderer = TextRenderer(language: language)
    var text = ""
    for file in Self.broken {
      let result = readYAML(SourceText(file: SourceFile(path: "tệp.yaml"), bytes: file.bytes))
      #expect(!result.diagnostics.isEmpty, "\(file.name)")
      text += "## \(file.name)\n\n" + renderer.render(result.diagnostics) + "\n"
    }
    expectGolden(text, "diagnostics.\(language.rawValue).txt")
  }

  @Test func `the document is kept where the fault leaves it readable`() {
    let readable = Self.broken.filter { file in
      readYAML(SourceText(file: SourceFile(path: "a"), bytes: file.bytes)).document != nil
    }
    #expect(
      readable.map(\.name) == [
        "a duplicate key", "an alias inside what it names", "a near alias",
        "several documents", "a key that is a list", "a key that is a mapping",
        "a tag for a program", "a hostile key",
      ])
  }

  @Test func `a million problems are counted, not told`() {
    let result = read(String(repeating: "a: 1\n", count: 100_000))
    #expect(result.diagnostics.count == ProblemList.most + 1)
    #expect(result.diagnostics.last?.severity == .note)
    let said = result.diagnostics.last?.message.english
    #expect(said == "99799 more problems of this file, from here on, are not listed")
    #expect(result.document?.root.count == 1)
  }
}
