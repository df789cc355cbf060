import TestSupport

/// A small round of case records: every exclusion of the letter of 2019 at its boundary, and one
/// that pardons late dossiers without taking them out.
struct CaseRound {
  let folder: TemporaryFolder
  var path: String { folder.path }

  /// The program with the round's folder as its working directory, so that no path is the machine's.
  var program: Program { Program(folder: path) }

  /// Runs the program in the round's folder, which stays until it ends.
  func run(_ arguments: String...) throws -> Program.Ended {
    try withExtendedLifetime(folder) { try program.run(arguments) }
  }

  func run(_ arguments: [String]) throws -> Program.Ended {
    try withExtendedLifetime(folder) { try program.run(arguments) }
  }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("units.yaml", Self.units)
    try folder.write("rules.yaml", Self.rules)
    try folder.write("land.csv", "procedure_id,title\n1.001,Cấp giấy chứng nhận\n")
    try folder.write("dossiers/records.yaml", Self.records)
    try folder.write("dossiers/motcua.csv", Self.export)
    try folder.write("dossiers/outages.csv", Self.outages)
    try folder.write("dossiers/explanations.csv", Self.explanations)
    try folder.write("dossiers/corrections.csv", Self.corrections)
  }

  private static let units = """
    format: parindex/units@1
    units:
      - {id: so-y-te, name: Sở Y tế, type: so, codes: [S1]}
      - {id: so-noi-vu, name: Sở Nội vụ, type: so}
      - {id: ubnd-dien-khanh, name: UBND huyện Diên Khánh, type: huyen, codes: [H1]}
      - {id: ubnd-xa-suoi-tien, name: UBND xã Suối Tiên, type: xa, codes: [X1]}

    """

  private static let rules = """
    format: parindex/dossier-rules@1
    title: Rà soát, chốt số liệu năm 2019
    year: 2019
    basis: {document: /SNV-CCHC, date: 2019-11, title: V/v rà soát kết quả giải quyết hồ sơ}
    window: {received_from: 2019-01-01, received_through: 2019-12-10}
    finished_at: result_ready
    late_includes_overdue: no
    most_unreadable: 10%
    explanations: {before: 2019-12-05}
    subsets:
      land: {title: Thủ tục đất đai, procedures: land.csv}
    rates:
      late_rate: {title: Tỷ lệ hồ sơ trễ hạn, of: late, over: resolved}
      online_rate: {title: Tỷ lệ hồ sơ trực tuyến, of: online, over: received}
      land_late_rate: {title: Tỷ lệ hồ sơ đất đai trễ hạn, of: land.late, over: land.resolved}
    causes:
      - {id: software, title: Lỗi phần mềm, considered: yes}
      - {id: linked, title: Phối hợp liên thông, considered: no, list: linked-late}
    exclusions:
      - {id: previous-year, title: Tiếp nhận trước năm 2019, clause: khoản 1, when: received_before_window, from: all}
      - {id: after-window, title: Tiếp nhận sau ngày 10/12/2019, clause: khoản 1, when: received_after_window, from: all}
      - id: land-registry
        title: Hồ sơ đất đai của cấp huyện
        clause: khoản 3
        when: {domain: Đất đai, procedures: land, unit_types: huyen, received_before: 2019-05-28}
        from: all
      - {id: outage-day, title: Xong vào ngày hệ thống lỗi, clause: khoản 1, when: {late: true, on_outage_day: true, step_before_return: finished}, from: all}
      - {id: outage-quarter, title: Hệ thống lỗi từ 1/4 thời gian, clause: khoản 1, when: {late: true, outage_share_at_least: 1/4}, from: all}
      - {id: software-error, title: Lỗi phần mềm được chấp nhận, clause: khoản 2, when: {late: true, explained: accepted}, from: all}
      - {id: apology, title: Đã xin lỗi và hẹn lại, when: {late: true, statuses: Xin lỗi}, from: late}
    lists:
      - {id: linked-late, title: Liên thông trễ hạn, clause: khoản 4, when: {late: true, linked_agency_late: true}}
      - {id: after-deadline, title: Không kịp giải trình, when: {late: true, turned_late_from: 2019-12-05}}

    """

  static let records = """
    format: parindex/records@1
    title: Hồ sơ một cửa năm 2019
    illustrative: yes
    rules: ../rules.yaml
    exports: [{file: motcua.csv, source: motcua}]
    outages: outages.csv
    explanations: explanations.csv
    corrections: corrections.csv

    """

  /// Outages: the whole of 17/6, and 36 hours from 2/7 12:00 on; 1/8 is not confirmed.
  private static let outages = """
    start_at,end_at,scope,confirmed,note
    2019-06-17,2019-06-17,all,yes,Mất điện phòng máy chủ
    2019-07-02 12:00,2019-07-04 00:00,all,yes,Nâng cấp hệ thống
    2019-08-01,2019-08-01,all,no,Đường truyền yếu

    """

  static let explanations = """
    dossier,cause,evidence,handed_in,decided_by,decision
    E1,software,CV 12,2019-12-04 16:00,TTCNTT,accepted
    E2,software,CV 13,2019-12-05 00:00,TTCNTT,accepted
    E3,linked,CV 14,2019-11-20,TTCNTT,accepted
    E4,software,,2019-11-20,TTCNTT,refused
    E5,software,,2019-11-20,,

    """

  private static let corrections = """
    dossier,finished_at,reason,evidence,decided_by,decided_on
    C1,2019-03-08 10:00,Xong đúng hạn nhưng đóng muộn trên hệ thống,Sổ theo dõi,so-noi-vu,2019-11-01

    """

  static let export = """
    dossier,unit,procedure,domain,channel,received_at,due_at,ready_at,returned_at,status,digitised,paid_online,linked_late_agency
    A1,S1,2.001,Y tế,online,2019-03-01T08:00,2019-03-08T17:00,2019-03-07T16:59,2019-03-11T08:00,Đã trả,1,1,
    A2,S1,2.001,Y tế,direct,2019-03-01T08:00,2019-03-08T17:00,2019-03-08T23:59,2019-03-11T08:00,Đã trả,0,0,
    A3,S1,2.001,Y tế,direct,2019-03-01T08:00,2019-03-08T17:00,2019-03-09T00:00,2019-03-11T08:00,Đã trả,0,0,
    A4,S1,2.001,Y tế,online,2019-03-01T08:00,2019-03-08T17:00,,2019-03-08T09:00,Đã trả,1,0,
    A5,S1,2.001,Y tế,online,2019-03-01T08:00,,2019-04-08T09:00,2019-04-08T09:00,Đã trả,1,0,
    A6,S1,2.001,Y tế,direct,2019-12-01T08:00,2019-12-20T17:00,,,Đang xử lý,0,0,
    A7,S1,2.001,Y tế,direct,2019-11-01T08:00,2019-12-10T17:00,,,Đang xử lý,0,0,
    P1,S1,2.001,Y tế,direct,2018-12-31T23:59,2019-01-10T17:00,2019-01-09T09:00,2019-01-09T09:00,Đã trả,0,0,
    P2,S1,2.001,Y tế,direct,2019-01-01T00:00,2019-01-10T17:00,2019-01-09T09:00,2019-01-09T09:00,Đã trả,0,0,
    P3,S1,2.001,Y tế,direct,2019-12-10T23:59,2019-12-20T17:00,,,Đang xử lý,0,0,
    P4,S1,2.001,Y tế,direct,2019-12-11T00:00,2019-12-20T17:00,,,Đang xử lý,0,0,
    L1,H1,1.001,Đất đai,direct,2019-05-27T23:59,2019-06-05T17:00,2019-06-07T09:00,2019-06-07T09:00,Đã trả,0,0,
    L2,H1,1.001,Đất đai,direct,2019-05-28T00:00,2019-06-05T17:00,2019-06-07T09:00,2019-06-07T09:00,Đã trả,0,0,
    L3,H1,1.002,Đất đai,direct,2019-05-27T23:59,2019-06-05T17:00,2019-06-05T09:00,2019-06-05T09:00,Đã trả,0,0,
    L4,X1,1.001,Đất đai,direct,2019-05-27T23:59,2019-06-05T17:00,2019-06-05T09:00,2019-06-05T09:00,Đã trả,0,0,
    O1,H1,3.001,Hộ tịch,direct,2019-06-10T08:00,2019-06-14T17:00,2019-06-17T23:59,2019-06-18T09:00,Đã trả,0,0,
    O2,H1,3.001,Hộ tịch,direct,2019-06-03T08:00,2019-06-14T17:00,2019-06-18T00:00,2019-06-18T09:00,Đã trả,0,0,
    Q1,H1,3.001,Hộ tịch,direct,2019-07-02T12:00,2019-07-05T17:00,2019-07-08T12:00,2019-07-08T13:00,Đã trả,0,0,
    Q2,H1,3.001,Hộ tịch,direct,2019-07-02T12:00,2019-07-05T17:00,2019-07-08T12:01,2019-07-08T13:00,Đã trả,0,0,
    U1,H1,3.001,Hộ tịch,direct,2019-07-22T08:00,2019-07-26T17:00,2019-08-01T09:00,2019-08-01T09:00,Đã trả,0,0,
    E1,X1,3.001,Hộ tịch,direct,2019-09-02T08:00,2019-09-06T17:00,2019-09-09T09:00,2019-09-09T09:00,Đã trả,0,0,
    E2,X1,3.001,Hộ tịch,direct,2019-09-02T08:00,2019-09-06T17:00,2019-09-09T09:00,2019-09-09T09:00,Đã trả,0,0,
    E3,X1,3.001,Hộ tịch,direct,2019-09-02T08:00,2019-09-06T17:00,2019-09-09T09:00,2019-09-09T09:00,Đã trả,0,0,Chi cục Thuế
    E4,X1,3.001,Hộ tịch,direct,2019-09-02T08:00,2019-09-06T17:00,2019-09-09T09:00,2019-09-09T09:00,Đã trả,0,0,
    E5,X1,3.001,Hộ tịch,direct,2019-09-02T08:00,2019-09-06T17:00,2019-09-09T09:00,2019-09-09T09:00,Đã trả,0,0,
    D1,X1,3.001,Hộ tịch,direct,2019-11-25T08:00,2019-12-03T17:00,2019-12-06T09:00,2019-12-06T09:00,Đã trả,0,0,
    D2,X1,3.001,Hộ tịch,direct,2019-11-25T08:00,2019-12-04T17:00,2019-12-06T09:00,2019-12-06T09:00,Đã trả,0,0,
    X1,S1,2.001,Y tế,direct,2019-03-01T08:00,2019-03-08T17:00,2019-03-11T09:00,2019-03-11T09:00,Xin lỗi,0,0,
    C1,S1,2.001,Y tế,direct,2019-03-01T08:00,2019-03-08T17:00,2019-03-15T09:00,2019-03-15T09:00,Đã trả,0,0,
    S1,S1,2.001,Y tế,direct,2019-03-05T08:00,2019-03-08T17:00,2019-03-04T09:00,2019-03-04T09:00,Đã trả,0,0,
    "=cmd|1",S1,2.001,Y tế,direct,2019-03-01T08:00,2019-03-08T17:00,2019-03-12T09:00,2019-03-12T09:00,Đã trả,0,0,
    B1,S9,2.001,Y tế,direct,2019-03-01T08:00,2019-03-08T17:00,2019-03-12T09:00,2019-03-12T09:00,Đã trả,0,0,
    B2,S1,2.001,Y tế,direct,31/02/2019,2019-03-08T17:00,2019-03-12T09:00,2019-03-12T09:00,Đã trả,0,0,

    """
}
