import Foundation
import Grading
import TestSupport
import Testing

@testable import Loading

/// A deadline is moved in the text of round.yaml, and nothing else of it.
@Suite struct DeadlineTextTests {
  private static let text = """
    # Kỳ đánh giá: “đ” trước thời hạn.
    format: parindex/round@1
    stages:
      - {id: tu-cham, title: Tự chấm điểm của đơn vị, kind: claim, through: 2017-12-20T17:00} # 17 giờ
      - id: hoi-dong
        before: "2018-01-15"   # trước ngày họp
        kind: council
      - {id: mo, kind: appraisal}
    deadlines:
      dossier_figures: {through: 2017-10-06}
      chung: {through: &ngay 2017-11-01}
      chung-2: {through: *ngay}

    """

  private func read(_ text: String) throws -> (DeadlineText, String) {
    let home = try TemporaryFolder()
    let path = try home.write("round.yaml", text)
    return (try #require(DeadlineText(path)), text)
  }

  private func moved(
    _ place: DeadlineText.Place, _ bound: DeadlineText.Bound, _ moment: String,
    in text: String = text
  ) throws -> String {
    let (read, _) = try read(text)
    let bytes = try read.moving(place, to: bound, try #require(LocalMoment(parsing: moment)))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `deadlines are told as they are written`() throws {
    let (text, _) = try read(Self.text)
    #expect(
      text.deadlines.map { "\($0.place) \($0.bound) \($0.moment.isoText)" } == [
        #"stage("tu-cham") through 2017-12-20T17:00"#, #"stage("hoi-dong") before 2018-01-15"#,
        #"named("dossier_figures") through 2017-10-06"#, #"named("chung") through 2017-11-01"#,
        #"named("chung-2") through 2017-11-01"#,
      ])
  }

  @Test func `comments, quotes and everything else stay byte for byte`() throws {
    let text = Self.text
    #expect(
      try moved(.stage("tu-cham"), .through, "2017-12-25T16:30")
        == text.replacing("2017-12-20T17:00", with: "2017-12-25T16:30"))
    #expect(
      try moved(.stage("hoi-dong"), .through, "2018-01-17")
        == text.replacing("before: \"2018-01-15\"", with: "through: \"2018-01-17\""))
    #expect(
      try moved(.named("dossier_figures"), .before, "2017-10-09")
        == text.replacing("through: 2017-10-06", with: "before: 2017-10-09"))
    let windows = text.replacing("\n", with: "\r\n")
    #expect(
      try moved(.stage("tu-cham"), .through, "2017-12-25", in: "\u{FEFF}" + windows)
        == "\u{FEFF}" + windows.replacing("2017-12-20T17:00", with: "2017-12-25"))
  }

  @Test func `a records.yaml states the moved end of explanations, and all else stays`() throws {
    let text = "format: parindex/records@1 # 2019\nexports: []"
    let moved = try moved(.ofRecords, .before, "2019-12-10", in: text)
    #expect(moved == text + "\nexplanations_until: {before: 2019-12-10}\n")
    #expect(
      try self.moved(.ofRecords, .through, "2019-12-11T17:00", in: moved)
        == text + "\nexplanations_until: {through: 2019-12-11T17:00}\n")
    let windows = "exports: []\r\n"
    #expect(
      try self.moved(.ofRecords, .before, "2019-12-10", in: windows)
        == windows + "explanations_until: {before: 2019-12-10}\r\n")
    for other in ["{exports: []}", "exports: []\n...\n", "explanations_until: 2019-12-05\n"] {
      #expect(throws: DeadlineText.Failure.notWritten, "\(other)") {
        try self.moved(.ofRecords, .through, "2019-12-11", in: other)
      }
    }
  }

  @Test func `what stands for several things is left alone`() throws {
    for name in ["chung", "chung-2"] {
      #expect(throws: DeadlineText.Failure.notWritten, "\(name)") {
        try moved(.named(name), .through, "2017-11-02")
      }
    }
    #expect(throws: DeadlineText.Failure.notWritten) {
      try moved(.stage("mo"), .through, "2017-11-02")
    }
    let shared = Self.text.replacing(
      "chung: {through: &ngay 2017-11-01}", with: "chung: &ngay {through: 2017-11-01}"
    ).replacing("{through: *ngay}", with: "*ngay")
    #expect(throws: DeadlineText.Failure.shared) {
      try moved(.named("chung"), .through, "2017-11-02", in: shared)
    }
  }
}
