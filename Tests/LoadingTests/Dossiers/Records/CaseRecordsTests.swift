import Diagnostics
import DossierCounting
import Grading
import Loading
import TestSupport
import Testing

/// Sound declarations give the values that dossiers are counted with.
struct CaseRecordsTests {
  static let yaml = """
    format: parindex/records@1
    title: Hồ sơ TTHC năm 2019
    illustrative: yes
    note: Số liệu minh họa.
    rules: ../rules.yaml
    units: ../units.yaml
    as_of: 2019-12-10
    exports:
      - file: motcua.csv
        source: motcua
        separator: ";"
        dates: dd/MM/yyyy
        columns: {dossier: SỐ HỒ SƠ, unit: Mã đơn vị, channel: Nộp qua}
        words: {online: [Trực tuyến, Cổng DVC], direct: Trực tiếp, yes: [Rồi], no: [Chưa, ""]}
      - {file: cong.csv.gz, source: cong-dvc}
      - {file: cong-2.csv, source: cong-dvc, separator: tab}
    outages: {file: su-co.csv, columns: {start_at: Từ lúc, end_at: Đến lúc}}
    explanations: giai-trinh.csv
    corrections: {file: dinh-chinh.csv}
    steps: {file: buoc.csv, before_return: trình ký}

    """

  static let files = [
    "records.yaml": yaml,
    "motcua.csv": RecordsFolder.header + ";Nộp qua\n",
    "cong.csv.gz": "\u{1F}",
    "cong-2.csv": """
    dossier_id\tunit_id\treceived_at\tdue_at\treturned_at
    1\tso-y-te\t\t\t
    2\tso-y-te\t5/3/2019 8:05\t\t

    """,
    "su-co.csv": """
    Từ lúc;Đến lúc;Phạm vi;Xác nhận;Ghi chú
    05/03/2019 08:00;05/03/2019 10:00;;có;Đứt cáp
    05/03/2019;06/03/2019;Tất cả;không;
    2019-03-05T08:00:30;2019-03-05T09:00;source:cong-dvc;x;
    05/03/2019;05/03/2019;units: H32.1, so-noi-vu;;

    """,
    "giai-trinh.csv": """
    Mã hồ sơ,Mã nguyên nhân,Minh chứng,Ngày gửi,Người quyết định,Kết quả xem xét
    A1,loi-phan-mem,CV 12,04/12/2019,so-noi-vu,Chấp nhận
    A2,thao-tac-sai,,2019-12-04T16:59,so-noi-vu,refused
    A3,,,,,

    """,
    "dinh-chinh.csv": """
    dossier,finished_at,reason,evidence,decided_by,decided_on
    A4,05/03/2019,Phần mềm cũ,BB 01,so-noi-vu,04/12/2019
    A5,05/03/2019 13:00,"Đóng muộn,
    có biên bản",BB 02,so-noi-vu,04/12/2019

    """,
    "buoc.csv": """
    Mã hồ sơ,Tên bước,Cơ quan xử lý,Ngày đến,Hạn xử lý,Ngày chuyển
    A1,Tiếp nhận,so-y-te,05/03/2019 13:00,06/03/2019,05/03/2019 14:00
    A1,Trình  Ký,,06/03/2019,,

    """,
  ]

  private func loading() throws -> CaseRecordsLoading {
    let folder = try RecordsFolder(Self.files)
    let loading = folder.load()
    #expect(loading.diagnostics.isEmpty, "\(folder.text(loading.diagnostics))")
    #expect(loading.isUsable)
    #expect(loading.rulesPath == folder.folder.path("rules.yaml"))
    #expect(loading.unitsPath == folder.folder.path("units.yaml"))
    return loading
  }

  @Test func `the head says what is shown beside every figure`() throws {
    let loading = try loading()
    let records = loading.records
    #expect(records.title == "Hồ sơ TTHC năm 2019")
    #expect(records.isIllustrative && records.note == "Số liệu minh họa.")
    #expect(records.asOf?.text == "2019-12-11T00:00")
    let names = loading.digests.map { $0.path.split(separator: "/").last ?? "" }
    #expect(
      names == ["records.yaml", "su-co.csv", "giai-trinh.csv", "dinh-chinh.csv", "buoc.csv"])
    #expect(loading.digests.allSatisfy { $0.sha256.count == 64 })
  }

  @Test func `a time in as_of is the first that is not known`() throws {
    let folder = try RecordsFolder("as_of: 2019-12-10T17:00\n")
    #expect(folder.load().records.asOf?.text == "2019-12-10T17:00")
  }

  @Test func `exports say how they are read`() throws {
    let exports = try loading().records.exports
    #expect(exports.map(\.source) == ["motcua", "cong-dvc", "cong-dvc"])
    #expect(exports.map(\.separator) == [UInt8(ascii: ";"), nil, UInt8(ascii: "\t")])
    // Declared, unknown of a compressed file, and as the first row with a day writes it.
    #expect(exports.map(\.dates) == [.dayFirst, .yearFirst, .dayFirst])
    #expect(exports[0].columns[.dossier] == "SỐ HỒ SƠ" && exports[0].columns.count == 3)
    #expect(
      exports[0].channels == ["Trực tuyến": .online, "Cổng DVC": .online, "Trực tiếp": .direct])
    #expect(exports[0].yes == ["Rồi"] && exports[0].no == ["Chưa", ""])
  }

  @Test func `outages keep their scope, and days alone are whole`() throws {
    let outages = try loading().records.outages
    #expect(outages.map(\.span.start.text).prefix(2) == ["2019-03-05T08:00", "2019-03-05T00:00"])
    #expect(outages.map(\.span.minutes) == [120, 2880, 60, 1440])
    #expect(
      outages.map(\.scope) == [
        .all, .all, .source("cong-dvc"), .units(["so-y-te", "so-noi-vu"]),
      ])
    #expect(outages.map(\.isConfirmed) == [true, false, true, false])
    #expect(outages.map(\.note) == ["Đứt cáp", nil, nil, nil])
    #expect(outages.map(\.place?.start.line) == [2, 3, 4, 5])
  }

  @Test func `without a column every outage is confirmed`() throws {
    let folder = try RecordsFolder(
      "outages: o.csv\n", ["o.csv": "start_at,end_at\n2019-03-05,2019-03-05\n"])
    #expect(folder.load().records.outages.map(\.isConfirmed) == [true])
  }

  @Test func `explanations keep cause, hour and decision`() throws {
    let explanations = try loading().records.explanations
    #expect(explanations.map(\.dossier) == ["A1", "A2", "A3"])
    #expect(explanations.map(\.decision) == [.accepted, .refused, .pending])
    #expect(explanations.map(\.cause) == ["loi-phan-mem", "thao-tac-sai", nil])
    #expect(
      explanations.map { $0.handedIn?.text } == ["2019-12-04T00:00", "2019-12-04T16:59", nil])
    #expect(explanations.map(\.evidence) == ["CV 12", nil, nil])
    #expect(explanations.map(\.span.start.line) == [2, 3, 4])
  }

  @Test func `a day alone ends with its last minute`() throws {
    let records = try loading().records
    #expect(records.corrections.map(\.finished.text) == ["2019-03-05T23:59", "2019-03-05T13:00"])
    #expect(records.corrections.map(\.decidedOn.isoText) == ["2019-12-04", "2019-12-04"])
    #expect(records.corrections[1].reason == "Đóng muộn,\ncó biên bản")
    #expect(records.steps.map(\.reached.text) == ["2019-03-05T13:00", "2019-03-06T00:00"])
    #expect(records.steps.map { $0.due?.text } == ["2019-03-06T23:59", nil])
    #expect(records.steps.map { $0.forwarded?.text } == ["2019-03-05T14:00", nil])
    #expect(records.steps.map(\.isBeforeReturn) == [false, true])
    #expect(records.steps.map(\.agency) == ["so-y-te", nil])
  }

  @Test func `a folder means the records within`() throws {
    let folder = try RecordsFolder(Self.files)
    for name in ["dossiers", "."] {
      #expect(folder.load(name).records.exports.count == 3)
    }
  }

  @Test(arguments: ["motcua-2019.csv", "motcua-2019.csv.gz"])
  func `an export alone is read by its usual names`(_ name: String) throws {
    let folder = try RecordsFolder([name: "\(RecordsFolder.header)\n1;H32.1;05/03/2019;;\n"])
    let loading = folder.load("dossiers/" + name)
    #expect(loading.diagnostics.isEmpty && loading.rulesPath == nil)
    #expect(loading.unitsPath == folder.folder.path("units.yaml"))
    let export = try #require(loading.records.exports.first)
    #expect(export.source == "motcua-2019" && export.columns.isEmpty)
    #expect(export.dates == (name.hasSuffix("gz") ? .yearFirst : .dayFirst))
  }

  @Test func `only the beginning of a large export is looked at`() throws {
    let row = "1;so-y-te;05/03/2019 13:00;05/03/2019 17:00;\n"
    let rows = String(repeating: row, count: 4000) + "\u{0}"
    let folder = try RecordsFolder(["motcua.csv": "\(RecordsFolder.header)\n" + rows])
    let loading = folder.load("dossiers/motcua.csv")
    #expect(loading.diagnostics.isEmpty)
    #expect(loading.records.exports.map(\.dates) == [.dayFirst])
  }

  @Test func `units that are given are those an outage may name`() throws {
    let folder = try RecordsFolder(
      "outages: o.csv\n", ["o.csv": "start_at,end_at,scope\n2019-03-05,2019-03-05,units x-1\n"])
    let unit = Unit(
      id: "x-1", name: "X", type: "xa", parent: nil,
      span: SourceSpan(whole: SourceFile(path: "units.yaml")))
    let path = folder.folder.path("dossiers/records.yaml")
    #expect(loadCaseRecords(at: path, units: [unit]).records.outages.count == 1)
    #expect(loadCaseRecords(at: path).diagnostics.map(\.code) == [.unknownUnit])
  }

  @Test func `check reads records, and those that a round names`() throws {
    let folder = try RecordsFolder(Self.files)
    let check = PathCheck([folder.folder.path("dossiers/records.yaml")])
    #expect(check.diagnostics.isEmpty && check.fileCount == 5)
    try folder.folder.write("dossiers/records.yaml", Self.yaml + "zzz: 1\n")
    #expect(PathCheck([folder.folder.path]).diagnostics.contains { $0.code == .unknownKey })
  }
}
