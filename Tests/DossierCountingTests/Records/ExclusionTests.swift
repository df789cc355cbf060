import DossierCounting
import Grading
import TestSupport
import Testing

/// Each clause of the letter of 2019 on records at its exact boundary.
struct ExclusionTests {
  private static let header =
    "dossier,unit,procedure,domain,channel,received_at,due_at,ready_at,returned_at,digitised,linked_late_agency\n"

  /// One record; times without their year.
  private static func row(
    _ id: String, unit: String = "H1", received: String, due: String, ready: String = "",
    returned: String = "", domain: String = "Đất đai", linked: String = ""
  ) -> String {
    func time(_ text: String) -> String {
      text.isEmpty ? "" : text.count > 11 ? text : "2019-\(text)"
    }
    return
      "\(id),\(unit),1.0001,\(domain),online,\(time(received)),\(time(due)),\(time(ready)),\(time(returned)),1,\(linked)\n"
  }

  private static func example() throws -> CountingExample {
    var example = CountingExample()
    example.rules.subsets = [ProcedureSubset(id: "land", title: nil, procedures: ["1.0001"])]
    example.rules.exclusions = [
      CountingExample.exclusion("previous-year", [.receivedBeforeWindow]),
      CountingExample.exclusion("after-window", [.receivedAfterWindow]),
      CountingExample.exclusion(
        "land-registry",
        [
          .domains(["Đất đai"]), .procedures(subset: "land"), .unitTypes(["huyen"]),
          .receivedBefore(CountingExample.day(2019, 5, 28)),
        ]),
      CountingExample.exclusion("outage-at-handover", [.late(true), .onOutageDay(.finished)]),
      CountingExample.exclusion(
        "outage-quarter",
        [.late(true), .outageShare(atLeast: try #require(Exact(1, over: 4)), of: .elapsed)]),
      CountingExample.exclusion("software-error", [.late(true), .explained(.accepted)]),
    ]
    example.rules.lists = [
      DossierList(
        id: "linked-late", title: "", clause: nil, when: [.late(true), .linkedAgencyLate(true)])
    ]
    example.records.outages = [
      Outage(
        span: MinuteSpan(
          start: CountingExample.minute("2019-06-17T00:00"),
          end: CountingExample.minute("2019-06-18T00:00")))
    ]
    return example
  }

  /// The outcome and the exclusion of each dossier that the ledger names.
  private static func decided(_ rows: [String], _ example: CountingExample) throws -> [String] {
    let outcome = try example.count(header + rows.joined())
    return outcome.ledger.map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[2]) \(cells[4]) \(cells[5])".trimmingBlanks
    }
  }

  @Test("Khoản 1: hồ sơ tiếp nhận năm 2018 không tính, phút đầu năm 2019 có tính")
  func previousYear() throws {
    let rows = [
      Self.row(
        "A", unit: "S1", received: "2018-12-31T23:59", due: "01-10T17:00", ready: "01-20T08:00"),
      Self.row("B", unit: "S1", received: "01-01T00:00", due: "01-10T17:00", ready: "01-20T08:00"),
      Self.row("C", unit: "S1", received: "12-10T23:59", due: "12-20T17:00"),
      Self.row("D", unit: "S1", received: "12-11T00:00", due: "12-20T17:00"),
    ]
    #expect(
      try Self.decided(rows, Self.example()) == [
        "A excluded previous-year", "B late", "D excluded after-window",
      ])
  }

  @Test(
    "Khoản 1: bước trước bước chờ trả rơi vào ngày hệ thống lỗi; nửa đêm kết thúc không chạm ngày sau"
  )
  func outageDay() throws {
    let rows = [
      Self.row("A", unit: "S1", received: "05-01T08:00", due: "06-10T17:00", ready: "06-16T23:59"),
      Self.row("B", unit: "S1", received: "05-01T08:00", due: "06-10T17:00", ready: "06-17T00:00"),
      Self.row("C", unit: "S1", received: "05-01T08:00", due: "06-10T17:00", ready: "06-17T23:59"),
      Self.row("D", unit: "S1", received: "05-01T08:00", due: "06-10T17:00", ready: "06-18T00:00"),
    ]
    #expect(
      try Self.decided(rows, Self.example()) == [
        "A late", "B excluded outage-at-handover", "C excluded outage-at-handover", "D late",
      ])
  }

  @Test("Khoản 1: đúng 1/4 thời gian giải quyết thì loại, thiếu một phút thì không")
  func outageQuarter() throws {
    // 24 hours of outage in four days, and in four days and four minutes.
    let rows = [
      Self.row("A", unit: "S1", received: "06-15T08:00", due: "06-16T17:00", ready: "06-19T08:00"),
      Self.row("B", unit: "S1", received: "06-15T07:59", due: "06-16T17:00", ready: "06-19T08:00"),
    ]
    #expect(
      try Self.decided(rows, Self.example()) == ["A excluded outage-quarter", "B late"])
  }

  @Test("Khoản 3: đất đai, chỉ của huyện, chỉ tiếp nhận trước ngày 28/5/2019")
  func landRegistry() throws {
    let rows = [
      Self.row("A", received: "05-27T23:59", due: "06-10T17:00"),
      Self.row("B", received: "05-28T00:00", due: "06-10T17:00"),
      Self.row("C", unit: "S1", received: "05-27T23:59", due: "06-10T17:00"),
      Self.row("D", received: "05-27T23:59", due: "06-10T17:00", domain: "Hộ tịch"),
    ]
    #expect(
      try Self.decided(rows, Self.example()) == [
        "A excluded land-registry", "B unresolved_overdue", "C unresolved_overdue",
        "D unresolved_overdue",
      ])
  }

  @Test("Hết ngày hẹn trả mới là trễ; phút cuối ngày vẫn đúng hạn")
  func dueDay() throws {
    let rows = [
      Self.row("A", unit: "S1", received: "03-01T08:00", due: "03-10T09:00", ready: "03-09T23:59"),
      Self.row("B", unit: "S1", received: "03-01T08:00", due: "03-10T09:00", ready: "03-10T23:59"),
      Self.row("C", unit: "S1", received: "03-01T08:00", due: "03-10T09:00", ready: "03-11T00:00"),
    ]
    var example = try Self.example()
    let byDay = try example.count(Self.header + rows.joined())
    #expect(
      byDay.figures == [
        "S1: received 3, newly_received 3, resolved 3, early 1, on_due_day 1, in_time 2, late 1, online 3, digitised 3"
      ])
    example.rules.onTimeUntil = .dueMinute
    let byMinute = try example.count(Self.header + rows.joined())
    #expect(
      byMinute.figures == [
        "S1: received 3, newly_received 3, resolved 3, early 1, in_time 1, late 2, online 3, digitised 3"
      ])
  }

  @Test("Hồ sơ liên thông trễ do cơ quan phối hợp: lập danh sách riêng, vẫn tính")
  func linked() throws {
    let rows = [
      Self.row(
        "A", unit: "S1", received: "03-01T08:00", due: "03-10T09:00", ready: "03-20T08:00",
        linked: "Chi cục Thuế")
    ]
    let outcome = try Self.example().count(Self.header + rows.joined())
    #expect(outcome.ledger.map { $0.split(separator: ",")[5] } == ["linked-late"])
    #expect(outcome.figures.first?.contains("late 1") == true)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
