internal import Grading

/// Dossiers that are made to stand at the edges of the letter's rules.
extension SampleDossiers {
  mutating func plant(_ units: [Unit]) {
    var byID: [String: Unit] = [:]
    for unit in units { byID[unit.id] = unit }
    for row in SampleDossiers.planted {
      guard let unit = byID[row.unit] else { continue }
      var random = Randomness(seed, row.unit, "planted", row.received)
      var dossier = SampleDossier(
        unit: unit,
        procedure: row.isLand
          ? SampleProcedure.landRegistry[1] : SampleProcedures.draw(unit, &random),
        received: CaseMinute(row.received))
      dossier.due = row.due.isEmpty ? nil : CaseMinute(row.due)
      dossier.ready = row.ready.isEmpty ? nil : CaseMinute(row.ready)
      dossier.returned = row.returned.map { CaseMinute($0) } ?? dossier.ready?.adding(20)
      dossier.state = dossier.returned == nil ? .working : .returned
      dossier.lateAgency = row.agency
      dossier.isPlanted = true
      append(dossier)
    }
  }

  private struct Row {
    let unit: String
    let received: String
    let due: String
    let ready: String
    var returned: String?
    var agency: String?
    var isLand = false

    init(
      _ unit: String, _ received: String, _ due: String, _ ready: String, _ returned: String? = nil,
      agency: String? = nil, isLand: Bool = false
    ) {
      self.unit = unit
      self.received = received
      self.due = due
      self.ready = ready
      self.returned = returned
      self.agency = agency
      self.isLand = isLand
    }
  }

  private static let planted: [Row] =
    lastDays + outages + edges + contradictions

  /// Late from 05 to 10 December: too late to be explained before the 5th.
  private static let lastDays = [
    Row("so-y-te", "2019-11-20T08:15", "2019-12-04T17:00", "2019-12-05T09:10"),
    Row("so-xay-dung", "2019-11-14T09:05", "2019-12-05T17:00", "2019-12-09T15:20"),
    Row("so-tai-nguyen-va-moi-truong", "2019-11-11T14:40", "2019-12-06T17:00", "2019-12-10T10:00"),
    Row("so-cong-thuong", "2019-11-27T10:30", "2019-12-04T17:00", "2019-12-06T08:45"),
    Row("thanh-pho-nha-trang", "2019-11-25T07:50", "2019-12-05T17:00", "2019-12-06T16:00"),
    Row("thi-xa-ninh-hoa", "2019-11-19T13:50", "2019-12-09T17:00", "2019-12-10T16:30"),
    Row(
      "huyen-dien-khanh", "2019-11-18T08:00", "2019-12-06T17:00", "2019-12-09T11:00",
      agency: "Chi cục Thuế"),
    Row("huyen-van-ninh", "2019-11-22T15:10", "2019-12-04T17:00", "2019-12-10T14:05"),
    Row("nha-trang-phuong-loc-tho", "2019-12-03T08:20", "2019-12-05T17:00", "2019-12-06T08:00"),
    // The day before: late from 04 December, and still to be explained.
    Row("so-tu-phap", "2019-11-19T09:00", "2019-12-03T17:00", "2019-12-04T10:00"),
  ]

  /// Late while, or because, a system was down.
  private static let outages = [
    Row("so-noi-vu", "2019-02-11T08:00", "2019-02-15T17:00", "2019-02-18T16:30"),
    Row("thanh-pho-nha-trang", "2019-03-08T14:00", "2019-03-12T17:00", "2019-03-14T09:00"),
    Row("nha-trang-phuong-loc-tho", "2019-03-11T08:30", "2019-03-12T17:00", "2019-03-15T10:00"),
    Row("huyen-dien-khanh", "2019-04-19T15:00", "2019-04-22T17:00", "2019-04-24T08:30"),
    Row("so-khoa-hoc-va-cong-nghe", "2019-05-13T08:00", "2019-05-17T17:00", "2019-05-20T17:10"),
    // 12 hours of outage in 48 hours are exactly a quarter; a minute more of work is less.
    Row("so-tai-chinh", "2019-07-15T09:00", "2019-07-16T17:00", "2019-07-17T09:00"),
    Row("so-ngoai-vu", "2019-07-15T09:00", "2019-07-16T17:00", "2019-07-17T09:01"),
    // 52 hours of one outage and 58 of the other, but they overlap: 81 in 192.
    Row("so-tai-nguyen-va-moi-truong", "2019-08-26T08:00", "2019-08-29T17:00", "2019-09-03T08:00"),
    // Nobody confirmed these two outages, so they stay late.
    Row("thanh-pho-cam-ranh", "2019-09-11T08:00", "2019-09-13T17:00", "2019-09-16T10:00"),
    Row("so-giao-thong-van-tai", "2019-10-01T08:00", "2019-10-07T17:00", "2019-10-08T14:00"),
    Row("so-du-lich", "2019-11-04T08:00", "2019-11-06T17:00", "2019-11-08T09:00"),
    Row("so-xay-dung", "2019-11-25T08:00", "2019-12-02T17:00", "2019-12-03T15:00"),
  ]

  /// First and last days, and what only looks late.
  private static let edges = [
    Row("so-y-te", "2018-12-31T16:59", "2019-01-04T17:00", "2019-01-08T09:00"),
    Row("so-y-te", "2019-01-02T07:30", "2019-01-07T17:00", "2019-01-07T23:59"),
    Row("so-noi-vu", "2019-12-10T16:55", "2019-12-17T17:00", ""),
    Row("so-noi-vu", "2019-12-11T07:30", "2019-12-18T17:00", ""),
    Row("so-cong-thuong", "2019-12-11T08:10", "2019-12-16T17:00", ""),
    // Ready in time, collected days later: the office's clock had stopped.
    Row(
      "so-tu-phap", "2019-10-14T08:00", "2019-10-21T17:00", "2019-10-21T15:00", "2019-11-04T09:00"),
    // Done by the land registry: out before 28 May, in from that day.
    Row(
      "huyen-cam-lam", "2019-05-27T16:50", "2019-06-05T17:00", "2019-06-10T09:00", isLand: true),
    Row(
      "huyen-cam-lam", "2019-05-28T07:30", "2019-06-06T17:00", "2019-06-10T09:00", isLand: true),
    // Open and overdue on the last day, and open with a due date on it.
    Row("thi-xa-ninh-hoa", "2019-11-18T08:00", "2019-12-09T17:00", ""),
    Row("thi-xa-ninh-hoa", "2019-11-19T08:00", "2019-12-10T17:00", ""),
    Row("huyen-khanh-son", "2019-10-07T09:00", "2019-10-14T17:00", ""),
  ]

  /// Dates that contradict each other.
  private static let contradictions = [
    Row("so-van-hoa-va-the-thao", "2019-06-10T10:00", "2019-06-17T17:00", "2019-06-07T10:00"),
    Row(
      "so-giao-duc-va-dao-tao", "2019-03-04T08:00", "2019-03-11T17:00", "2019-03-08T15:00",
      "2019-03-07T10:00"),
    Row("thanh-pho-cam-ranh", "2019-08-05T14:00", "2019-08-01T17:00", "2019-08-06T09:00"),
    Row(
      "cam-ranh-phuong-cam-linh", "2019-09-10T08:00", "2019-09-11T17:00", "", "2019-09-09T08:00"),
    Row("huyen-van-ninh", "2019-04-09T08:00", "2019-04-12T17:00", "2019-04-08T17:00"),
  ]
}
