import Diagnostics
import TestSupport
import Testing

@testable import YAMLReading

@Suite struct NodeSpanTests {
  @Test(
    "keys and values have both their ends",
    arguments: [
      (
        "a self-assessment",
        """
        format: parindex/self-assessment@1
        answers:
          "1.1.1":
            inputs: {completed: 17, planned: 20}
            points: 1
            evidence:
            - {id: ke-hoach, section: II, pages: 1-4}
            - id: bao-cao

        # the end
        shared_inputs: {}

        """
      ),
      (
        "block scalars",
        """
        literal: |
          dòng một
            dòng hai


        folded: >-
          một
          hai
        indented: |2
            x
        empty: |

        last: |
          no line end
        """
      ),
      (
        "flow collections over lines",
        """
        list: [một,
          hai, {a: b},
          [], {}]
        map: {a: 1,
              b: 2
        }
        pair: [k: v]
        """
      ),
      ("values that are not there", "a:\nb: ~\nc: ''\nd: [,]\ne:\n  -\n  - x\n"),
      ("plain and quoted scalars over lines", "a: một\n  hai\nb: \"ba\n  bốn\"\nc: 'năm'  # rem\n"),
      ("decomposed letters", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t: đo\u{323}c\nsau: 1\n"),
      ("wide characters", "日本: 語\n\"🎓🇻🇳\": ok\nsau: {é: 1}\n"),
      ("tabs that are allowed", "a:\t1\nb: {c:\t2}\t# x\n"),
      ("a byte-order mark and Windows line ends", "\u{FEFF}a: 1\r\nb:\r\n  - x\r\n"),
      ("line ends that only libyaml knows", "a: \"x\u{2028}y\"\nb: \"\u{85}\"\nc: 1\rd: 2\n"),
      ("explicit keys", "? a\n: 1\n? b\n"),
      ("anchors and aliases", "a: &x {k: [1]}\nb: *x\nc: [*x, &y z, *y]\n*y : 1\n"),
      ("tags that say nothing new", "a: !!str 12\nb: !!map {c: !!seq []}\nd: ! 1\n"),
      ("escapes", #"a: "\u1ec7 \x41\t\L""#),
      ("a root that is a scalar", "hello\n"),
      ("a root that is a list", "- 1\n- - 2\n  - 3\n"),
      ("a document with markers", "%YAML 1.2\n---\na: 1\n...\n"),
    ])
  func spans(name: String, text: String) {
    let file = "spans-" + name.split(separator: " ").joined(separator: "-") + ".txt"
    expectGolden(text + "\n=====\n" + outline(text), file)
  }

  @Test func `a duplicate key keeps its first value, and so does a copy by an alias`() {
    let text = "a: &x {k: 1, l: {m: 2}, k: 3, n: 4}\nb: *x\na: 5\n"
    expectGolden(text + "=====\n" + outline(text), "duplicate-keys.txt")
  }

  @Test func `keys are compared in NFC`() {
    let result = read("hòa: 1\nho\u{300}a: 2\n")
    #expect(codes(result) == [.duplicateKey])
    #expect(result.document?.root.count == 1)
  }

  @Test func `text is the same bytes however it was composed`() {
    let composed = "Kế hoạch điều chỉnh ở Nghệ An, Đắk Lắk"
    let decomposed =
      "Kê\u{301} hoa\u{323}ch đi\u{65}\u{302}\u{300}u chi\u{309}nh ở Nghê\u{323} An, Đă\u{301}k Lă\u{301}k"
    let text = read("a: \(decomposed)\n").document?.root["a"]?.text
    #expect(text.map { Array($0.utf8) } == Array(composed.utf8))
    // Marks in the other order, singletons and Hangul need the real algorithm.
    for (written, wanted) in [
      ("e\u{302}\u{323}", "ệ"), ("e\u{323}\u{302}", "ệ"), ("\u{212B}", "Å"),
      ("\u{1100}\u{1161}", "가"), ("\u{2000}", "\u{2002}"),
    ] {
      let got = read("a: \"x\(written)\"\n").document?.root["a"]?.text
      #expect(got.map { Array($0.utf8) } == Array(("x" + wanted).utf8), "\(written)")
    }
  }

  @Test func `duplicate keys are found among few keys and among many`() {
    for count in [2, 3, 15, 16, 17, 18, 100, 5000] {
      var text = ""
      for key in 0..<count - 1 { text += "key-\(key)-\(key % 3): \(key)\n" }
      let clean = read(text)
      #expect(clean.diagnostics.isEmpty, "\(count) keys")
      let doubled = read(text + "key-0-0: again\n")
      #expect(codes(doubled) == [.duplicateKey], "\(count) keys")
      #expect(doubled.document?.root.count == count - 1)
      #expect(doubled.document?.root["key-0-0"]?.text == "0")
      #expect(doubled.diagnostics.first?.secondary.first?.span.start.line == 1)
    }
  }
}
