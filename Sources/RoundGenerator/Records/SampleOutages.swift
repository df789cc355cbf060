internal import Grading

/// A time when a system could not be used; all made up.
struct SampleOutage {
  let start: String
  let end: String
  /// `all`, `source:motcua` or `units …`, as outages.csv writes it.
  let scope: String
  /// Only these count.
  let isConfirmed: Bool
  let note: String

  func touches(_ dossier: SampleDossier) -> Bool {
    let words = scope.split(whereSeparator: { $0 == " " || $0 == ":" })
    switch words[0] {
    case "source": return words[1] == dossier.source.rawValue
    case "units": return words.dropFirst().contains { $0 == dossier.unit.id }
    default: return true
    }
  }

  /// The first minute, and the first behind it.
  var minutes: Range<Int> {
    let last = CaseMinute(end)
    return CaseMinute(start).number..<(end.contains("T") ? last.number : last.number + 1440)
  }
}

enum SampleOutages {
  static let all = [
    outage("2019-02-18T07:30", "2019-02-18T16:00", "all", "Sự cố máy chủ"),
    outage(
      "2019-03-11T07:00", "2019-03-13T17:00", "units thanh-pho-nha-trang nha-trang-phuong-loc-tho",
      "Đứt cáp quang khu vực trung tâm"),
    outage("2019-04-22T08:00", "2019-04-23T11:30", "source:hcc", "Lỗi cơ sở dữ liệu phần mềm cũ"),
    outage("2019-05-20T13:00", "2019-05-20T17:30", "all", "Nghẽn đường truyền"),
    outage("2019-06-12T09:00", "2019-06-13T10:00", "source:motcua", "Nâng cấp phiên bản lỗi"),
    outage("2019-07-16T08:00", "2019-07-16T20:00", "all", "Mất điện trung tâm dữ liệu"),
    // These two overlap; the hours that they share count once.
    outage("2019-08-27T08:00", "2019-08-29T12:00", "source:motcua", "Lỗi đăng nhập một lần"),
    outage(
      "2019-08-28T07:00", "2019-08-30T17:00",
      "units so-tai-nguyen-va-moi-truong thanh-pho-nha-trang", "Lỗi mô đun hồ sơ đất đai"),
    outage(
      "2019-09-16T07:00", "2019-09-16T17:00", "units thanh-pho-cam-ranh cam-ranh-phuong-cam-linh",
      "Đường truyền yếu theo phản ánh của đơn vị", isConfirmed: false),
    outage(
      "2019-10-08T09:00", "2019-10-08T15:00", "all", "Phản ánh chậm, nhật ký hệ thống không có lỗi",
      isConfirmed: false),
    outage("2019-11-05T07:00", "2019-11-07T12:00", "all", "Bảo trì khẩn cấp"),
    outage("2019-12-03", "2019-12-03", "units so-tu-phap so-xay-dung", "Lỗi ký số"),
  ]

  static var table: Table {
    var table = Table(header: ["start_at", "end_at", "scope", "confirmed", "note"])
    for outage in all {
      let confirmed = outage.isConfirmed ? "yes" : outage.scope == "all" ? "no" : ""
      table.rows.append([outage.start, outage.end, outage.scope, confirmed, outage.note])
    }
    return table
  }

  private static func outage(
    _ start: String, _ end: String, _ scope: String, _ note: String, isConfirmed: Bool = true
  ) -> SampleOutage {
    SampleOutage(start: start, end: end, scope: scope, isConfirmed: isConfirmed, note: note)
  }
}
