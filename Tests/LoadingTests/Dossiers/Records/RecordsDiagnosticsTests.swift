import Diagnostics
import DossierCounting
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Loading

/// Everything wrong with case records' declarations and tables is said where it stands.
struct RecordsDiagnosticsTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    var yaml: String?
    let files: [String: String]
    var testDescription: String { name }

    /// Lines behind the shortest head.
    init(_ name: String, _ lines: String, _ files: [String: String] = [:]) {
      self.name = name
      self.files = files
      yaml = lines
    }

    /// A whole `records.yaml`.
    init(_ name: String, whole: String, _ files: [String: String] = [:]) {
      self.name = name
      self.files = files.merging(["records.yaml": whole]) { first, _ in first }
    }
  }

  static let examples = [
    Example(
      "declarations",
      whole: """
        format: parindex/records@1
        titel: Hồ sơ
        illustrative: maybe
        rules: ../quy-tac.yaml
        units: ../don-vi.yaml
        as_of: 2019-02-31
        explanations_until: 2019-12-10
        exports:
          - {file: motcua.csv, source: motcua}
          - {file: ./motcua.csv, source: cong-dvc}
          - {file: nam.csv, source: Một cửa, separator: "|", dates: dd/mm/yyyy}
          - {file: motcua.xlsx, source: motcua}
          - {file: motcua.csv}
          - file: motcua-2.csv
            source: motcua
            columns: {unitt: Mã đơn vị, unit: Mã đơn v, ready_at: Ngày có kết qủa}
            words: {online: [Trực tuyến], direct: [Trực tuyến], yes: Có, no: [Có, Không], mail: [Bưu chính]}
        outages: {file: su-co.csv}
        explanations: {columns: {dossier: Số hồ sơ}}
        corrections: [corrections.csv]
        steps: {file: steps.csv, columns: {reached: Ngày đến}, after: 3}

        """,
      [
        "motcua-2.csv": "\(RecordsFolder.header)\n", "motcua.xlsx": "PK",
        "steps.csv": "dossier,step,reached_at,before_return\n1,Trình ký,2019-03-05,có\n",
      ]),
    Example(
      "nothing",
      whole: """
        format: parindex/records@2
        title: Hồ sơ
        rules:
        exports: []

        """),
    Example(
      "headers",
      whole: """
        format: parindex/records@1
        title: Hồ sơ
        rules: ../rules.yaml
        exports:
          - {file: a.csv, source: a}
          - {file: b.csv, source: b, columns: {due_at: Hạn}}
          - {file: c.csv, source: b, separator: ",", columns: {dossier: Mã}}
        outages: a.csv
        corrections: {file: corrections.csv, columns: {reason: Lí do}}

        """,
      [
        "a.csv": "Mã hồ sơ,Số hồ sơ,Mã đơn vị,Đơn vị,Ngày nhận,Hạn xử lí,Ngày trả\n1,2,3,4,5,6,7\n",
        "b.csv": "Mã hồ sơ;Tên cơ quan;Ngày tiếp nhận;Hạn;HẠN;Ngày trả\n",
        "c.csv": "Mã;mã;Đơn vị\n",
        "corrections.csv":
          "dossier,finished_at,reason,evidence,decided_by,Ngày quyết định,phone\n",
      ]),
    Example(
      "outages", "outages: outages.csv\n",
      [
        "outages.csv": """
        start_at;end_at;scope;confirmed;note
        31/02/2019 08:00;05/03/2019 17:00;;có;ngày không có thật
        29/02/2019;05/03/2019 24:00;all;x;
        05/03/2019 17:00;05/03/2019 08:00;all;không;
        05/03/2019 08:00;05/03/2019 08:00;all;có;rỗng
        06/03/2019;05/03/2019;all;có;
        ;05/03/2019;Tất cả;vâng;
        05/03/2019;06/03/2019;source:motcu;có;
        05/03/2019;06/03/2019;units so-y-te H32.1 so-noi-v;có;
        05/03/2019;06/03/2019;Sở Y tế;có;
        05/03/2019;06/03/2019;units;có;
        05/03/2019;06/03/2019;source:motcua;có;chồng lên
        06/03/2019;07/03/2019;units H32.1;có;chồng lên
        06/03/2019;07/03/2019;all;có

        """
      ]),
    Example(
      "explanations", "explanations: explanations.csv\n",
      [
        "explanations.csv": """
        dossier,cause,evidence,handed_in,decided_by,decision
        1,loi-phan-mem,CV 12,2019-12-04,so-noi-vu,acepted
        2,loi-phan-mem,,2019-12-04T25:00,,accepted
        ,loi-phan-mem,,,,
        3,,,,,Không chấp nhận
        4,,,,,

        """
      ]),
    Example(
      "corrections", "corrections: corrections.csv\n",
      [
        "corrections.csv": """
        dossier,finished_at,reason,evidence,decided_by,decided_on
        1,2019-03-05T13:00,Đóng muộn trên phần mềm,BB 01,so-noi-vu,2019-12-04
        1,2019-03-06,Đóng muộn trên phần mềm,BB 01,so-noi-vu,2019-12-04
        2,31/02/2019,,,so-noi-vu,
        3,2019-03-05,Phần mềm cũ,,,2019-12-04
        4,2019-03-05,Phần mềm cũ,,so-noi-vu,04/03/2019
        ,2019-03-05,Phần mềm cũ,BB,so-noi-vu,2019-12-04

        """
      ]),
    Example(
      "steps", "steps: {file: steps.csv, before_return: [Trinh ký, Duyệt]}\n",
      [
        "steps.csv": """
        dossier,step,agency,reached_at,due_at,forwarded_at,before_return
        1,Tiếp nhận,so-y-te,2019-03-05T13:00,2019-03-05,2019-03-05T12:59,no
        1,Trình ký,so-y-te,2019-03-05T13:00,2019-13-05,,vâng
        1,,so-y-te,,,,

        """
      ]),
    Example(
      "steps-without-mark", "steps: steps.csv\n",
      ["steps.csv": "Mã hồ sơ,Bước,Ngày đến\n1,Tiếp nhận,05/03/2019\n"]),
  ]

  @Test(arguments: examples, Language.allCases)
  func `what is wrong is said where it stands`(_ example: Example, _ language: Language) throws {
    let folder =
      try example.yaml.map { try RecordsFolder($0, example.files) }
      ?? RecordsFolder(example.files)
    let loading = folder.load()
    #expect(!loading.diagnostics.isEmpty)
    for label in loading.diagnostics.flatMap({ [$0.primary] + $0.secondary }) {
      #expect(label.span.isWholeFile || label.excerpt != nil)
    }
    expectGolden(
      folder.text(loading.diagnostics, language), "\(example.name).\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `a path without records is said to be one`(_ language: Language) throws {
    let folder = try RecordsFolder([:])
    var text = ""
    for name in ["dossiers", "nowhere", "rules.csv"] {
      let loading = folder.load(name)
      #expect(!loading.isUsable && loading.records.exports.isEmpty)
      text += folder.text(loading.diagnostics, language)
    }
    expectGolden(text, "no-records.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `an export alone says which columns it lacks`(_ language: Language) throws {
    let folder = try RecordsFolder(["x.csv": "Số hồ sơ\tMã đơn vị\tNgày nhận\n1\t2\t3\n"])
    let loading = folder.load("dossiers/x.csv")
    #expect(!loading.isUsable)
    expectGolden(
      folder.text(loading.diagnostics, language), "export-alone.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `files outside the folder are refused, links included`(_ language: Language) throws {
    let folder = try RecordsFolder(
      "outages: ../outages.csv\nexplanations: link.csv\ncorrections: /etc/passwd\n"
        + "steps: ../../../../none.csv\n")
    try folder.folder.write("outages.csv", "start_at,end_at\n2019-03-05,2019-03-05\n")
    symlink("../rules.yaml", folder.folder.path("dossiers/link.csv"))
    var text = folder.text(folder.load().diagnostics, language)
    // Within a round its folder is the bound.
    try folder.folder.write("round.yaml", "format: parindex/round@1\n")
    symlink("/etc/passwd", folder.folder.path("dossiers/out.csv"))
    let lines = try folder.folder.lines(of: "dossiers/records.yaml").joined(separator: "\n")
    try folder.folder.write("dossiers/records.yaml", lines.replacing("link.csv", with: "out.csv"))
    let loading = folder.load()
    #expect(loading.records.outages.count == 1)
    text += "\n" + folder.text(loading.diagnostics, language)
    #expect(!text.contains("root:"))
    expectGolden(text, "outside.\(language.rawValue).txt")
  }

  @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian])
  func `an export in UTF-16 is told as such`(_ encoding: String.Encoding) throws {
    let folder = try RecordsFolder("")
    let text = "\(RecordsFolder.header)\n1;so-y-te;05/03/2019 13:00;;\n"
    try folder.folder.write(
      "dossiers/motcua.csv", bytes: Array(try #require(text.data(using: encoding))))
    let loading = folder.load()
    #expect(loading.diagnostics.map(\.code) == [.notUTF8] && !loading.isUsable)
    #expect(folder.text(loading.diagnostics).contains("UTF-16"))
  }

  @Test func `faulty rows are left out, and the others stay`() throws {
    let example = try #require(Self.examples.first { $0.name == "outages" })
    let loading = try RecordsFolder(example.yaml ?? "", example.files).load()
    #expect(loading.records.outages.map(\.place?.start.line) == [12, 13])
    #expect(loading.records.outages.map(\.scope) == [.source("motcua"), .units(["so-y-te"])])
    #expect(!loading.isUsable)
  }

  @Test(arguments: Array(CaseRecordsTests.files.keys.sorted()))
  func `a file with faults that chance made is read or refused`(_ name: String) throws {
    let folder = try RecordsFolder(CaseRecordsTests.files)
    let sound = Array((CaseRecordsTests.files[name] ?? "").utf8)
    var random = SplitMix64(seed: UInt64(sound.count) &* 7919)
    for _ in 0..<40 {
      let broken = mutated(sound, &random)
      let path = try folder.folder.write("dossiers/" + name, bytes: broken)
      let own = folder.load().diagnostics.filter { $0.primary.span.file.path == path }
      // CSV files may end their lines with a carriage return alone.
      let read = name.hasSuffix(".csv") ? withSingleLineEnds(broken) : broken
      let faults = misplaced(own.map(\.alone), in: read)
      #expect(faults.isEmpty, "\(String(decoding: broken, as: UTF8.self))")
    }
  }

  @Test func `the problems of a long table are counted`() throws {
    let rows = String(repeating: "31/02/2019,05/03/2019\n", count: 1000)
    let folder = try RecordsFolder(
      "outages: outages.csv\n", ["outages.csv": "start_at,end_at\n" + rows])
    let loading = folder.load()
    #expect(loading.diagnostics.count == 201)
    #expect(loading.records.outages.isEmpty)
  }
}

extension Diagnostic {
  /// Without the places it compares with.
  fileprivate var alone: Diagnostic {
    var alone = self
    alone.secondary = []
    return alone
  }
}
