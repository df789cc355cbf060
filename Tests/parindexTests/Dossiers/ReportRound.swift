import TestSupport

/// A small round for periodic reports: units exactly at 3 % and 10 % and just under, one without
/// dossiers, one that finished none, and dossiers at the first and the last minute of July.
struct ReportRound {
  let folder: TemporaryFolder
  var program: Program { Program(folder: folder.path) }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("units.yaml", Self.units)
    try folder.write("rules.yaml", Self.rules)
    try folder.write("calendar.yaml", Self.calendar)
    try folder.write("dossiers/records.yaml", Self.records)
    try folder.write("dossiers/motcua.csv", Self.export)
  }

  private static let units = """
    format: parindex/units@1
    units:
      - {id: so-a, name: Sở đúng 3%, type: so}
      - {id: so-b, name: Sở dưới 3%, type: so}
      - {id: so-c, name: Sở không có hồ sơ, type: so}
      - {id: so-d, name: Sở sát giờ, type: so}
      - {id: huyen-a, name: UBND huyện đúng 10%, type: huyen}
      - {id: huyen-b, name: UBND huyện dưới 10%, type: huyen}
      - {id: xa-a, name: UBND xã Vạn Thắng, type: xa, parent: huyen-a}
      - {id: xa-b, name: UBND xã Vạn Thắng, type: xa, parent: huyen-b}
      - {id: xa-c, name: UBND xã chưa xong, type: xa}

    """

  private static let rules = """
    format: parindex/dossier-rules@1
    title: Quy tắc năm 2019
    year: 2019
    window: {received_from: 2019-01-01, received_through: 2019-12-10}
    late_includes_overdue: no
    most_unreadable: 10%
    calendar: calendar.yaml
    exclusions:
      - {id: previous-year, title: Tiếp nhận trước năm 2019, clause: khoản 1, when: received_before_window, from: all}
      - {id: apology, title: Đã xin lỗi, clause: khoản 2, when: {late: true, statuses: Xin lỗi}, from: late}
      - {id: land, title: Đất đai trễ hạn, clause: khoản 3, when: {late: true, domain: Đất đai}, from: all}
    lists:
      - {id: linked-late, title: Liên thông trễ hạn, when: {late: true, linked_agency_late: true}}

    """

  private static let calendar = """
    format: parindex/calendar@1
    title: Lịch làm việc năm 2019
    years: {2019: Bộ luật Lao động 2012}
    hours: ["07:00-11:30", "13:30-17:00"]
    hours_assumed: yes
    holidays: [{date: 2019-01-01, title: Tết Dương lịch, source: Điều 115}]

    """

  private static let records = """
    format: parindex/records@1
    title: Hồ sơ một cửa năm 2019
    illustrative: yes
    rules: ../rules.yaml
    as_of: 2019-08-31
    exports: [{file: motcua.csv, source: motcua}]

    """

  private static var export: String {
    var rows = [
      "dossier,unit,procedure,domain,channel,received_at,due_at,ready_at,returned_at,status,"
        + "digitised,paid_online,linked_late_agency"
    ]
    func add(
      _ unit: String, _ domain: String, _ received: String, _ due: String, _ finished: String,
      channel: String = "direct", _ status: String = "Đã trả", linked: String = ""
    ) {
      rows.append(
        "D\(rows.count),\(unit),\(domain.utf8.count).001,\(domain),\(channel),\(received),"
          + "\(due)T17:00,\(finished),\(finished),\(status),"
          + "\(rows.count % 3 == 0 ? 1 : 0),\(rows.count % 10 == 0 ? 1 : 0),\(linked)")
    }
    func add(_ unit: String, _ domain: String, month: Int, late: Int, of number: Int) {
      for place in 0..<number {
        let (day, channel) = (1 + place % 9, place % 4 == 0 ? "online" : "direct")
        let finished =
          place < late
          ? "2019-0\(month)-2\(place % 10)T08:00" : "2019-0\(month)-15T10:0\(place % 10)"
        add(
          unit, domain, "2019-0\(month)-0\(day)T09:00",
          "2019-0\(month)-\(place % 2 == 0 ? 15 : 16)",
          finished, channel: channel, linked: place == 0 && late > 0 ? "Thuế" : "")
      }
    }
    // June: so-b and xa-a over the bound.
    add("so-a", "Y tế", month: 6, late: 0, of: 20)
    add("so-b", "Đất đai", month: 6, late: 0, of: 10)
    add("so-b", "Y tế", month: 6, late: 1, of: 20)
    add("xa-a", "Hộ tịch", month: 6, late: 2, of: 10)
    // July: exactly at the bounds and just under them.
    add("so-a", "Y tế", month: 7, late: 3, of: 100)
    add("so-b", "Y tế", month: 7, late: 2, of: 67)
    add("huyen-a", "Hộ tịch", month: 7, late: 1, of: 10)
    add("huyen-b", "Hộ tịch", month: 7, late: 1, of: 11)
    // The first and the last minute of July.
    add("xa-a", "Hộ tịch", "2019-06-30T23:59", "2019-07-05", "2019-06-30T23:59")
    add("xa-a", "Hộ tịch", "2019-06-30T23:59", "2019-07-05", "2019-07-01T00:00")
    add("xa-a", "Hộ tịch", "2019-07-01T00:00", "2019-07-31", "2019-07-31T23:59")
    add("xa-a", "Hộ tịch", "2019-07-31T23:59", "2019-07-31", "2019-08-01T00:00")
    add("xa-a", "Hộ tịch", "2019-08-01T00:00", "2019-08-05", "2019-08-02T08:00")
    // Carried over from the year before, and excluded late ones.
    add("xa-b", "Hộ tịch", "2018-12-28T08:00", "2019-07-10", "2019-07-09T16:45")
    add("xa-b", "Đất đai", "2019-06-20T08:00", "2019-07-10", "2019-07-11T00:00")
    add("xa-b", "Hộ tịch", "2019-07-01T08:00", "2019-07-10", "2019-07-12T08:00", "Xin lỗi")
    add("xa-c", "", "2019-07-20T08:00", "2019-08-30", "", "Đang xử lý")
    add("xa-c", "Hộ tịch", "2019-07-20T08:00", "2019-07-30", "", "Đang xử lý")
    // One that finishes at the last minute, at the end of the hours, and at night.
    for number in 0..<9 {
      let received = "2019-07-0\(number + 1)T08:00"
      add("so-d", "Y tế", received, "2019-07-16", "2019-07-16T16:3\(number)")
      add("so-d", "Y tế", received, "2019-07-16", "2019-07-15T17:0\(number)")
      add("so-d", "Y tế", received, "2019-07-16", "2019-07-13T10:0\(number)")
    }
    // August: what was left.
    add("huyen-a", "Hộ tịch", month: 8, late: 0, of: 4)
    add("so-a", "Y tế", month: 8, late: 0, of: 5)
    rows.append("B1,so-x,1.001,Y tế,direct,2019-07-01T08:00,2019-07-08T17:00,,,Đang xử lý,0,0,")
    return rows.joined(separator: "\n") + "\n"
  }
}
