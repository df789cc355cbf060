import Reports
import Testing

@testable import Web

/// What is sent against what is described, at both sides of every limit.
@Suite struct APIShapeTests {
  private func codes(_ shape: APIShape, _ value: JSONValue) -> [String] {
    shape.faults(of: value).map(\.code)
  }

  @Test(arguments: [
    ("0.75", true), ("-0.5", true), ("5/3", true), ("10", true), ("5/0", false), ("0,75", false),
    ("1e5", false), (".5", false), ("5.", false), ("", false), ("75%", false), (" 1", false),
  ])
  func `numbers are exact decimals in strings`(_ text: String, _ isRight: Bool) {
    #expect(APIShape.exact.faults(of: .string(text)).isEmpty == isRight)
    #expect(codes(.exact, .number("1")) == ["wrong-type"])
  }

  @Test func `whole numbers have ends, and a fraction is none`() {
    let shape = APIShape.whole(1...9)
    #expect(codes(shape, 1) == [] && codes(shape, 9) == [] && codes(shape, .number("2.0")) == [])
    #expect(codes(shape, 0) == ["out-of-range"] && codes(shape, 10) == ["out-of-range"])
    for wrong: JSONValue in [
      .number("1.5"), .number("1e0"), "1", true, .null,
      .number(String(repeating: "9", count: 30)),
    ] {
      #expect(codes(shape, wrong) == ["wrong-type"])
    }
  }

  @Test func `texts end where they say, and hold what people write`() {
    let shape = APIShape.text(3)
    #expect(codes(shape, "") == [] && codes(shape, "ấầẩ") == [] && codes(shape, "a\n\t") == [])
    #expect(codes(shape, "abcd") == ["too-long"])
    #expect(codes(shape, "a\u{0}") == ["bad-letters"] && codes(shape, "\u{7F}") == ["bad-letters"])
    #expect(codes(shape, 1) == ["wrong-type"] && codes(shape, .null) == ["wrong-type"])
    #expect(codes(shape.orNull, .null) == [])
  }

  @Test(arguments: [
    (APIWord.id, "1.1.2", "1/2"), (.id, "_shared", "-a"), (.id, "so-y-te", "sở"),
    (.person, "so-y-te/01", "/01"), (.document, "kế hoạch 1", "a\u{1}"),
    (.moment, "2017-12-22T08:00", "2017-12-22T08:00:00"), (.moment, "2017-12-22", "22/12/2017"),
    (.time, "2017-12-22T08:00:00", "2017-12-22 08:00:00"), (.seal, "1:" + digest, "0:" + digest),
    (.digest, digest, digest.uppercased()),
    (
      .id, String(repeating: "a", count: 100),
      String(repeating: "a", count: 101)
    ),
  ])
  func `words of a kind are written in one way`(_ word: APIWord, _ right: String, _ wrong: String) {
    #expect(word.admits(right) && !word.admits(wrong) && !word.admits(""))
    // The pattern that is described says the same.
    let pattern = try? Regex(word.pattern)
    #expect(right.wholeMatch(of: pattern!) != nil)
    if wrong.unicodeScalars.count <= word.longest { #expect(wrong.wholeMatch(of: pattern!) == nil) }
  }

  private static let digest = String(repeating: "0f", count: 32)

  @Test func `everything that is wrong is told at once, with its place`() {
    let shape = APIShape.object([
      .needed("a", .truth), .needed("b", .list(.choice(["x", "y"]), 2)),
      .optional("c", .map(.text(1)), "", ""),
    ])
    let value: JSONValue = [
      "b": ["x", "z"], "c": ["d": "ee", "e/~": "", "f": 1], "g~/": 1,
    ]
    #expect(
      shape.faults(of: value).map { "\($0.place) \($0.code)" } == [
        #"body("/b/1") bad-value"#, #"body("/c/d") too-long"#,
        #"body("/c/e~1~0") unknown-member"#, #"body("/c/f") wrong-type"#,
        #"body("/g~0~1") unknown-member"#, #"body("/a") missing-member"#,
      ])
    #expect(codes(shape, ["a": true, "b": ["x", "x", "x"]]) == ["too-many"])
    #expect(codes(shape, []) == ["wrong-type"])
  }
}
