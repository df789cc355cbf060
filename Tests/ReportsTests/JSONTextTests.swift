import Diagnostics
import Reports
import TestSupport
import Testing

/// JSON that somebody else wrote.
struct JSONTextTests {
  private let text = Array(
    #"{"a":[1,-2.50,"é\"\\\n\u001f"],"b":{"c":null,"d":true},"e":[],"f":{},"g":"A","h":false}"#.utf8
  )

  @Test func `what this program writes is read back`() throws {
    let value = try #require(JSONText.value(text))
    #expect(value["a"] == .array([.number("1"), .number("-2.50"), .string("é\"\\\n\u{1F}")]))
    var json = JSONWriter(indented: false)
    value.write(to: &json)
    #expect(json.bytes == text)
    var indented = JSONWriter()
    value.write(to: &indented)
    #expect(JSONText.value(indented.bytes) == value)
  }

  @Test func `parts stand where they are said to stand`() throws {
    let members = try #require(JSONText.members(text))
    #expect(members.map(\.0) == ["a", "b", "e", "f", "g", "h"])
    for (name, place) in members {
      #expect(JSONText.value(text, in: place) == JSONText.value(text)?[name])
    }
    let list = try #require(JSONText.elements(text, in: members[0].1))
    #expect(list.map { String(decoding: text[$0], as: UTF8.self) }.prefix(2) == ["1", "-2.50"])
    #expect(JSONText.elements(text, in: members[1].1) == nil)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "01", "1e5", "+1", "nul", "\"\n\"", "\"\\x\"",
    "\"\\ud800\"", "[1] 2", "{\"a\":1 \"b\":2}", "\"a", "[\"a]", String(repeating: "[", count: 99),
  ])
  func `what is no JSON of this program's is refused`(_ wrong: String) {
    #expect(JSONText.value(Array(wrong.utf8)) == nil)
  }

  @Test func `what another program may write too is read where that is asked for`() throws {
    func value(_ text: String) throws -> JSONValue {
      try JSONText.foreignValue(Array(text.utf8)).get()
    }
    #expect(try value("[1e5,-2.5E-3]") == .array([.number("1e5"), .number("-2.5E-3")]))
    #expect(try value(#""\ud83d\ude00""#) == .string("😀"))
    for (wrong, offset) in [
      ("", 0), ("{\"a\":1,}", 7), ("[1 2]", 3), ("1e", 2), (#""\ud83d""#, 7), (#""\ude00a""#, 7),
      ("[1] 2", 4), ("nul", 3), ("\"\u{1}\"", 2),
    ] {
      #expect(throws: JSONText.Fault(offset: offset), "\(wrong)") { try value(wrong) }
    }
    #expect(throws: JSONText.Fault(offset: 3)) {
      try JSONText.foreignValue([0x22, 0xFF, 0x22]).get()
    }
  }

  @Test func `nothing that chance makes of it stops the program`() {
    var random = SplitMix64(seed: 1590)
    for _ in 0..<2000 {
      let changed = mutated(text, &random)
      // Only what is read can be written, and then it is the same value.
      guard let value = JSONText.value(changed) else { continue }
      var json = JSONWriter()
      value.write(to: &json)
      #expect(JSONText.value(json.bytes) == value)
      _ = JSONText.members(changed)
    }
  }
}
