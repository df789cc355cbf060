import Diagnostics
import DossierCounting
import Grading
import Loading
import TestSupport
import Testing

/// Counts over stretches of time, against a plain model.
struct PeriodicCountTests {
  private struct Dossier {
    let unit: Int
    let domain: Int
    let channel: Int
    let received: Int32
    let due: Int32
    let finished: Int32?
  }

  private static let units = ["so-y-te", "so-noi-vu"]
  /// The domain as it is and as it is written: quoted, with blanks, decomposed.
  private static let domains = [
    (name: "Y tế", texts: ["Y tế", "\"Y tế\"", " Y tế ", "Y te\u{302}\u{301}"]),
    (name: "Tổ chức, biên chế", texts: ["\"Tổ chức, biên chế\""]), (name: "", texts: ["", "\"\""]),
    (
      name: "Lĩnh vực có tên dài hơn mười sáu byte",
      texts: ["Lĩnh vực có tên dài hơn mười sáu byte"]
    ),
  ]
  private static let channels = ["online", "direct", "post", "", "lạ"]
  private static let zero = LocalMinute(
    startOf: CalendarDay(year: 2018, month: 11, day: 1) ?? CalendarDay(number: 0)
  ).number
  private static let metrics: [DossierMetric] = [
    .received, .carriedOver, .newlyReceived, .resolved, .early, .onDueDay, .late,
    .unresolvedInTime, .unresolvedOverdue, .online,
  ]

  private static func dossiers(_ number: Int, seed: UInt64) -> [Dossier] {
    var random = SplitMix64(seed: seed)
    return (0..<number).map { _ in
      func minute(_ days: Int) -> Int32 {
        // Often exactly at midnight, or the minute before.
        let day = Int32.random(in: 0..<Int32(days), using: &random)
        let minutes: [Int32] = [0, 1439, Int32.random(in: 0..<1440, using: &random)]
        return day * 1440 + minutes[Int.random(in: 0..<3, using: &random)]
      }
      let received = zero + minute(420)
      return Dossier(
        unit: Int.random(in: 0..<2, using: &random), domain: Int.random(in: 0..<4, using: &random),
        channel: Int.random(in: 0..<5, using: &random), received: received,
        due: received + minute(40),
        finished: Int.random(in: 0..<8, using: &random) == 0 ? nil : received + minute(45))
    }
  }

  /// What the figures of a stretch are, dossier by dossier.
  private static func model(_ dossiers: [Dossier], _ span: MinuteSpan) -> [DossierMetric: Int] {
    var figures: [DossierMetric: Int] = [:]
    func add(_ metric: DossierMetric) { figures[metric, default: 0] += 1 }
    let (start, end) = (span.start.number, span.end.number)
    for dossier in dossiers where dossier.received < end {
      let bound = (dossier.due / 1440 + 1) * 1440
      if let finished = dossier.finished, finished < end {
        if finished < start, dossier.received < start { continue }
        add(.resolved)
        add(
          finished >= bound
            ? .late : finished / 1440 < dossier.due / 1440 ? .early : .onDueDay)
      } else {
        add(bound <= end ? .unresolvedOverdue : .unresolvedInTime)
      }
      add(.received)
      add(dossier.received < start ? .carriedOver : .newlyReceived)
      if dossier.channel == 0 { add(.online) }
    }
    return figures
  }

  private static func folder(_ dossiers: [Dossier], seed: UInt64) throws -> RecordsFolder {
    var random = SplitMix64(seed: seed)
    func text(_ minute: Int32?) -> String { minute.map { LocalMinute(number: $0).text } ?? "" }
    let header = "dossier,unit,procedure,domain,channel,received_at,due_at,returned_at\n"
    var files = [header, header]
    for (number, dossier) in dossiers.enumerated() {
      let texts = domains[dossier.domain].texts
      let domain = texts[Int.random(in: 0..<texts.count, using: &random)]
      files[number % 2] +=
        "D\(number),\(units[dossier.unit]),1.00\(dossier.domain),\(domain),"
        + "\(channels[dossier.channel]),\(text(dossier.received)),\(text(dossier.due)),"
        + "\(text(dossier.finished))\n"
    }
    let folder = try RecordsFolder(["a.csv": files[0], "b.csv": files[1]])
    try folder.folder.write(
      "rules.yaml",
      """
      format: parindex/dossier-rules@1
      title: Quy tắc
      year: 2019
      window: {received_from: 2019-01-01, received_through: 2019-12-31}
      late_includes_overdue: no
      exclusions: [{id: previous-year, title: Năm trước, when: received_before_window, from: all}]

      """)
    try folder.folder.write(
      "dossiers/records.yaml",
      """
      format: parindex/records@1
      title: Hồ sơ 2019
      rules: ../rules.yaml
      exports: [{file: a.csv, source: a}, {file: b.csv, source: b}]

      """)
    return folder
  }

  private static func check(
    _ counted: CountedPeriod, _ dossiers: [Dossier], _ comment: Comment? = nil
  ) {
    for unit in units.indices {
      let expected = model(dossiers.filter { $0.unit == unit }, counted.period.span)
      for metric in metrics {
        #expect(
          counted.count.units[unit].value(metric) == expected[metric] ?? 0,
          "\(counted.period.id) \(units[unit]) \(metric)")
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `every month is what a plain model counts, and months hold together`(_ seed: UInt64) throws {
    let dossiers = Self.dossiers(600, seed: seed)
    let folder = try Self.folder(dossiers, seed: seed)
    var request = PeriodRequest("2019")
    request.each = .month
    request.against = .period("2018-12")
    var options = CaseCountOptions()
    options.threads = Int(seed)
    let loading = countPeriods(at: folder.folder.path("dossiers"), request, options)
    let result = try #require(loading.result, "\(folder.text(loading.diagnostics))")
    #expect(result.parts.count == 12)
    let before = try #require(result.before)
    for part in result.parts + [result.whole, before] { Self.check(part, dossiers) }
    let new = result.parts.reduce(0) { $0 + $1.count.total.value(.newlyReceived) }
    #expect(new == result.whole.count.total.value(.newlyReceived))
    #expect(new > 100)
    let resolved = result.parts.reduce(0) { $0 + $1.count.total.value(.resolved) }
    #expect(resolved == result.whole.count.total.value(.resolved))
    for (earlier, later) in zip([before] + result.parts, result.parts) {
      #expect(
        earlier.count.total.value(.unresolved) == later.count.total.value(.carriedOver),
        "\(later.period.id)")
    }
    #expect(result.before?.count.total.value(.carriedOver) ?? 0 > 0)
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `groups are what a plain model counts and add up to the units`(_ seed: UInt64) throws {
    let dossiers = Self.dossiers(400, seed: seed)
    let folder = try Self.folder(dossiers, seed: seed)
    var request = PeriodRequest("2019-Q2")
    request.groupings = DossierGrouping.allCases
    var options = CaseCountOptions()
    options.threads = Int(seed) - 3
    let loading = countPeriods(at: folder.folder.path("dossiers"), request, options)
    let result = try #require(loading.result, "\(folder.text(loading.diagnostics))")
    let span = result.whole.period.span
    #expect(result.groups.map(\.groups.by) == DossierGrouping.allCases)
    for grouped in result.groups {
      for metric in Self.metrics {
        #expect(grouped.count.total.value(metric) == result.whole.count.total.value(metric))
      }
      for (place, name) in grouped.groups.names.enumerated() {
        let members = dossiers.filter { dossier in
          switch grouped.groups.by {
          case .domain: return Self.domains[dossier.domain].name == name
          case .procedure: return "1.00\(dossier.domain)" == name
          case .channel:
            return dossier.channel < 3 ? Self.channels[dossier.channel] == name : name.isEmpty
          case .month:
            let month = LocalMinute(number: dossier.received).day.isoText.prefix(7)
            return dossier.received < span.start.number ? name.isEmpty : month == name
          case .unitAndDomain:
            return Self.domains[dossier.domain].name == name
              && dossier.unit == grouped.groups.units[place]
          }
        }
        let expected = Self.model(members, span)
        for metric in Self.metrics {
          #expect(
            grouped.count.units[place].value(metric) == expected[metric] ?? 0,
            "\(grouped.groups.by) \(name) \(metric)")
        }
      }
    }
    let names = result.groups.first { $0.groups.by == .domain }?.groups.names
    #expect(names?.count == 4, "\(names ?? [])")
  }

  @Test
  func `too many groups are told and left out`() throws {
    let rows = (0...DossierGroups.most).map {
      "D\($0),so-y-te,Lĩnh vực \($0),2019-03-01T08:00,2019-03-08T17:00,\n"
    }
    let folder = try Self.folder([], seed: 0)
    try folder.folder.write(
      "dossiers/a.csv", "dossier,unit,domain,received_at,due_at,returned_at\n" + rows.joined())
    var request = PeriodRequest("2019-03")
    request.groupings = [.domain, .channel]
    var options = CaseCountOptions()
    options.findsRepeated = false
    let loading = countPeriods(at: folder.folder.path("dossiers"), request, options)
    #expect(loading.result?.groups.map(\.groups.by) == [.channel])
    #expect(loading.isUsable)
    #expect(
      folder.text(loading.diagnostics).contains("there are more than 10000 domains"),
      "\(folder.text(loading.diagnostics))")
  }

  @Test
  func `what begins where the data end is not reported on`() throws {
    let folder = try Self.folder(Self.dossiers(20, seed: 9), seed: 9)
    var options = CaseCountOptions()
    options.asOf = LocalMinute(parsing: "2019-08-01")
    func load(_ period: String, each: PeriodLength? = nil) -> PeriodicLoading {
      var request = PeriodRequest(period)
      request.each = each
      return countPeriods(at: folder.folder.path("dossiers"), request, options)
    }
    let august = ReportPeriod(
      id: "2019-08",
      span: MinuteSpan(
        start: try #require(LocalMinute(parsing: "2019-08-01")),
        end: try #require(LocalMinute(parsing: "2019-09-01"))))
    #expect(load("2019-08").problem == .afterData(august, august.span.start))
    #expect(load("2019-07").problem == nil)
    #expect(load("2019-Q3", each: .month).result?.parts.map(\.period.id) == ["2019-07"])
    // A stretch that is the whole, or longer, would be no series.
    let july = try #require(load("2019-07").result?.whole.period)
    #expect(load("2019-07", each: .quarter).problem == .noParts(july, .quarter))
    #expect(load("2019-07", each: .month).problem == .noParts(july, .month))
    #expect(load("sau này").problem == .unknown("sau này", declared: []))
    #expect(load("1990-01-01..2019-07-31", each: .month).problem == .tooManyParts(355))
    // The month before the window is not compared with: the records hold leftovers of it only.
    #expect(load("2019-01").result?.before == nil)
    #expect(load("2019-02").result?.before?.period.id == "2019-01")
  }
}
