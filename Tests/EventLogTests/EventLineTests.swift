import Diagnostics
import Grading
import TestSupport
import Testing

@testable import EventLog

/// One event, one line: the same bytes for the same event, and nothing else is read.
struct EventLineTests {
  @Test func `every kind of event has its line`() throws {
    let sample = try SampleLog()
    #expect(Set(sample.contents.map(\.kind)) == Set(EventKind.allCases))
    let text = sample.lines.map { String(decoding: $0, as: UTF8.self) }.joined()
    expectGolden(text, "sample.jsonl")
  }

  @Test func `a line that is read is the event that was written`() throws {
    for event in try SampleLog().events {
      guard case .event(let read) = EventReading.read(line(event.line)) else {
        Issue.record("\(String(decoding: event.line, as: UTF8.self)) is refused")
        continue
      }
      #expect(read == event)
      #expect(read.line == event.line)
    }
  }

  @Test func `keys are in canonical order`() {
    let keys = EventKey.allCases.map(\.rawValue)
    #expect(keys == keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
  }

  @Test func `texts are written in one form, whatever was typed`() throws {
    var sample = try SampleLog()
    let decomposed = "So\u{302}\u{301} lie\u{323}\u{302}u\t\"A\\B\"\u{1}"
    sample.contents[9].text = decomposed
    let event = sample.events[9]
    let text = String(decoding: event.line, as: UTF8.self)
    // As bytes: Swift's own comparison would take decomposed letters for composed ones.
    let expected = #"Số liệu\t\"A\\B\"\u0001"#
    #expect(
      text.utf8.split(separator: UInt8(ascii: ":")).contains {
        $0.starts(with: "\"\(expected)\"".utf8)
      })
  }

  @Test func `moments are read to the second and nothing else is`() throws {
    let time = try moment("2017-12-27T09:10:42")
    #expect(time.isoText == "2017-12-27T09:10:42")
    #expect(time.vietnameseText == "09:10:42 ngày 27/12/2017")
    for text in [
      "2017-12-27T09:10", "2017-12-27 09:10:42", "2017-12-27T09:10:60", "2017-02-29T09:10:42",
      "2017-12-27T24:00:00", "2017-12-27T09:10:4x", "2017-12-27T09:10:42Z", "",
    ] {
      #expect(EventTime(parsing: text) == nil, "\(text)")
    }
    let day = try #require(LocalMoment(parsing: "2018-01-03"))
    #expect(EventTime(endOf: day).isoText == "2018-01-03T23:59:59")
    let minute = try #require(LocalMoment(parsing: "2018-01-03T17:00"))
    #expect(EventTime(endOf: minute).isoText == "2018-01-03T17:00:59")
  }

  @Test("what a line may not be is told", arguments: Language.allCases)
  func refusals(language: Language) throws {
    let lines = try SampleLog().events.map { String(decoding: $0.line, as: UTF8.self) }
    var text = ""
    for fault in Self.faults {
      let changed = lines[fault.event - 1].replacing(fault.old, with: fault.new)
      #expect(!changed.utf8.elementsEqual(lines[fault.event - 1].utf8), "\(fault.old)")
      text += "# \(fault.event): \(fault.new)\n"
      switch EventReading.read(line(Array(changed.utf8), number: fault.event)) {
      case .event: Issue.record("\(changed) is read")
      case .refused(let problems): text += told(problems, language)
      case .noJSON(let problem): text += told([problem], language)
      }
    }
    expectGolden(text, "lines.\(language.rawValue).txt")
  }

  private func line(_ bytes: [UInt8], number: Int = 1) -> LogLine {
    LogLine(file: SourceFile(path: "events.jsonl"), number: number, bytes: bytes)
  }

  private struct Fault {
    let event: Int
    let old: String
    let new: String

    init(_ event: Int, _ old: String, _ new: String) {
      self.event = event
      self.old = old
      self.new = new
    }
  }

  private static let faults = [
    // Keys.
    Fault(4, #""ground""#, #""gruond""#),
    Fault(4, #""item":"1.1.4""#, #""item":"1.1.4","item":"1.1.5""#),
    Fault(4, #""by":"to-giup-viec/02","#, ""),
    Fault(4, #""previous""#, #""previuos""#),
    Fault(7, #""to":"0.75","#, #""to":"0.75","beyond_rule":true,"#),
    Fault(10, #""kind":"locked""#, #""kind":"locked","answers":3"#),
    Fault(7, #""item":"2.3.1","#, ""),
    Fault(7, #""item":"2.3.1""#, #""figure":"reports.late""#),
    Fault(3, #""figure":"reports.late""#, #""figure":"reports.late","item":"1.1.4""#),
    // Values.
    Fault(4, "T09:10:42", "T09:10"),
    Fault(4, #""appraised""#, #""apraised""#),
    Fault(4, #""adjust""#, #""adjusted""#),
    Fault(4, #""to":{"completed":"17","planned":"20"}"#, #""to":"2""#),
    Fault(9, #""to":"1.5""#, #""to":"1.50""#),
    Fault(9, #""beyond_rule":true"#, #""beyond_rule":false"#),
    Fault(9, #"["bien-ban-hop"]"#, "[]"),
    Fault(9, #""against":"1""#, #""against":"01""#),
    Fault(9, #","vote":{"#, #","vote":{"void":"0","#),
    Fault(7, #","unit":"so-y-te""#, #","unit":"so-y-te","vote":{"for":"9"}"#),
    Fault(16, #""attendance":["hoi-dong/01","hoi-dong/02","hoi-dong/03"],"#, ""),
    Fault(6, #""phu-luc-1""#, #""ke-hoach-cchc""#),
    Fault(6, #""answers":5"#, #""answers":6"#),
    Fault(5, "2018-01-08T17:00", "2018-02-30"),
    Fault(10, #""sequence":10"#, #""sequence":10.5"#),
    Fault(10, #""by":"so-noi-vu/01""#, #""by":null"#),
    Fault(10, #""by":"so-noi-vu/01""#, #""by":"Sở Nội vụ""#),
    Fault(1, "abababab", "ABABABAB"),
    Fault(12, #""issued""#, #""isued""#),
    Fault(12, #""basis":"141/QĐ-UBND ngày 19/01/2018","#, ""),
    Fault(1, "events@1", "events@2"),
    Fault(1, #""opened""#, #""locked""#),
    // The form.
    Fault(10, #""kind":"#, #""kind": "#),
    Fault(10, "Điểm", "Đie\u{302}\u{309}m"),
    Fault(10, "Điểm", #"\u0110iểm"#),
    Fault(10, "Điểm", #"\u01iểm"#),
    Fault(10, "Điểm, ", "Điểm\u{7}, "),
    Fault(10, #""sequence":10"#, #""sequence":"#),
    Fault(10, #""so-noi-vu/01""#, "so-noi-vu/01"),
    Fault(10, #""organiser","#, #""organiser""#),
    Fault(10, #"các khối","time":"2018-01-15T16:00:00"}"#, "các kh"),
    Fault(10, #"2018-01-15T16:00:00"}"#, #"2018-01-15T16:00:00"}}"#),
  ]
}
