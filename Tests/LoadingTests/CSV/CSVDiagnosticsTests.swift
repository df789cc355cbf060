import Diagnostics
import TestSupport
import Testing

@testable import Loading

/// A broken file, and under its name what people read about it.
private struct Broken {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ text: String) { self.init(name, bytes: Array(text.utf8)) }

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

struct CSVDiagnosticsTests {
  private static let limits = {
    var limits = CSVLimits()
    limits.bytes = 400
    limits.rows = 3
    limits.columns = 4
    limits.rowBytes = 200
    return limits
  }()

  private static let broken: [Broken] = [
    Broken("no bytes", ""),
    Broken("nothing but blanks", "\u{FEFF} \r\n\t\r\n"),
    Broken("a header with two separators", "đơn vị,trễ;thiếu\na,1;2\n"),
    Broken("a row with too few cells", "đơn vị,trễ,thiếu\nSở Y tế,1\n"),
    Broken("a row with too many cells", "đơn vị;trễ\nSở Y tế;98;5;7\n"),
    Broken("a row with too many cells, by tabs", "đơn vị\ttrễ\nSở Y tế\t98\t\n"),
    Broken("a quote that is never closed", "đơn vị,trễ\nSở Y tế,\"1\nSở Tư pháp,2\n"),
    Broken("text behind a quote", "đơn vị,tên\nso-y-te,\"Sở\" Y tế\nso-tu-phap,\"a\"\"b\"c\n"),
    Broken("a column twice", "đơn vị,trễ,trễ\na,1,2\n"),
    Broken("a column without a name", "đơn vị,,\na,1,2\n"),
    Broken("several faults", "đơn vị,trễ,trễ\na,1\nb,2,3,4\n\"c\"d,1,1\ne,\"x\n"),
    Broken("a line break in a faulty row", "a,b\n\"x\ny\",1,2\n"),
    Broken("a NUL byte", "a,b\n1,\0\n"),
    Broken("a byte that is not UTF-8", bytes: Array("tên,b\nK".utf8) + [0xEA, 0x2C, 0x0A]),
    Broken("UTF-16", bytes: [0xFF, 0xFE] + Array("a,b\n".utf16).flatMap { [UInt8($0), 0] }),
    Broken("too many columns", "a,b,c,d,đ,e\n1,2,3,4,5,6\n"),
    Broken("too many rows", "a\n1\n2\n3\n4\n5\n"),
    Broken("a row that is too long", "a,b\n1," + String(repeating: "x", count: 200) + "\n"),
    Broken("a file that is too large", String(repeating: "a", count: 401)),
  ]

  @Test("every fault is told in both languages", arguments: Language.allCases)
  func wording(language: Language) {
    let renderer = TextRenderer(language: language)
    var text = ""
    for file in Self.broken {
      let source = SourceText(file: SourceFile(path: "sổ.csv"), bytes: file.bytes)
      let diagnostics = readCSV(source, limits: Self.limits).diagnostics
      #expect(!diagnostics.isEmpty, "\(file.name)")
      text += "## \(file.name)\n\n" + renderer.render(diagnostics.sorted()) + "\n"
    }
    expectGolden(text, "csv.\(language.rawValue).txt")
  }

  @Test func `thirty thousand faults are counted, not told`() {
    let (table, diagnostics) = csv("a,b\n" + String(repeating: "1\n", count: 30_000))
    #expect(diagnostics.count == 201)
    #expect(diagnostics.last?.severity == .note)
    #expect(table?.rows.isEmpty == true)
  }
}
