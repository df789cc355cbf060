internal import Grading

/// Registers of records: many rows a unit, counted by the rules in round.yaml.
extension SampleRegisters {
  mutating func addRecords() {
    addReports()
    addTasks()
    addSurvey()
    addPeerSurveys()
    addPrevious()
    addSubordinateResults()
  }

  /// The third quarter is the report's own annex; the rest of the year is made up.
  private mutating func addReports() {
    var register = Register(
      "reports", columns: ["unit", "report", "kind", "status", "due", "sent", "redone", "source"])
    for fact in facts {
      guard let printed = printed.reports[fact.unit.id] else { continue }
      let parts = printed.split(separator: ":")
      let status = SentReport(rawValue: String(parts.first ?? "")) ?? .onTime
      register.addRecord([
        fact.unit.id, "Báo cáo quý III năm \(year)", "định kỳ", status.words, "",
        parts.count > 1 ? isoDay(parts[1]) : status == .notSent ? "none" : "", "",
        "2850/BC-SNV, Phụ lục I",
      ])
    }
    let periods = [
      ("quý I năm", "định kỳ", "\(year)-03-10"), ("6 tháng đầu năm", "định kỳ", "\(year)-06-10"),
      ("quý III năm", "định kỳ", "\(year)-09-10"), ("năm", "năm", "\(year)-12-05"),
    ]
    for fact in facts {
      let isPrinted = printed.reports[fact.unit.id] != nil
      for (period, kind, due) in periods where !(isPrinted && period == "quý III năm") {
        var random = Randomness(seed, fact.identity, "reports", period)
        let status: SentReport =
          random.chance(900 + fact.quality / 12)
          ? .onTime : random.chance(800) || kind == "năm" ? .late : .notSent
        let sent = LocalMoment(parsing: due)?.day
          .adding(days: status == .late ? random.int(1...6) : -random.int(0...4))
        register.addRecord([
          fact.unit.id, "Báo cáo \(period) \(year)", kind, status.words, due,
          status == .notSent ? "none" : sent?.isoText ?? "",
          random.chance((1000 - fact.quality) / 5) ? "yes" : "no", "minh họa",
        ])
      }
    }
    for fact in facts {
      let rows = register.table.rows.filter { $0[0] == fact.unit.id }
      func count(_ column: String, _ condition: ([String]) -> Bool) {
        register.count(column, fact.unit.id, Exact(rows.filter(condition).count))
      }
      count("late") { $0[3] == SentReport.late.words }
      count("missing") { $0[3] == SentReport.notSent.words && $0[2] == "định kỳ" }
      count("annual_missing") { $0[3] == SentReport.notSent.words && $0[2] == "năm" }
      count("defective") { $0[6] == "yes" }
    }
    add(register)
  }

  private mutating func addTasks() {
    var register = Register(
      "tasks", columns: ["unit", "task", "due", "status", "done"])
    for fact in facts {
      let tasks = ProvinceTasks.of(fact.unit, year)
      guard !tasks.isEmpty else { continue }
      var onTime = 0
      for (place, task) in tasks.enumerated() {
        var random = Randomness(seed, fact.identity, "tasks", String(place))
        let due =
          task.due ?? random.pick(["09-30", "10-31", "11-30"].map { "\(year)-\($0)" }) ?? ""
        let isOnTime = random.chance(fact.quality + 40)
        let isDone = isOnTime || random.chance(650)
        let done = LocalMoment(parsing: due)?.day
          .adding(days: isOnTime ? -random.int(0...25) : random.int(2...30))
        if isOnTime { onTime += 1 }
        register.addRecord([
          fact.unit.id, task.title, due, isDone ? "hoàn thành" : "chưa hoàn thành",
          isDone ? done?.isoText ?? "" : "",
        ])
      }
      register.count("assigned", fact.unit.id, Exact(tasks.count))
      register.count("on_time", fact.unit.id, Exact(onTime))
    }
    add(register)
  }

  /// Forms by level of satisfaction, for each group of questions.
  private mutating func addSurvey() {
    var register = Register(
      "survey",
      columns: [
        "unit", "group", "issued", "collected", "very", "satisfied", "neutral", "dissatisfied",
      ])
    for fact in facts {
      let isServiceUnit = fact.unit.type == "don-vi-su-nghiep"
      guard isServiceUnit || fact.has("handles_dossiers") else { continue }
      var random = Randomness(seed, fact.identity, "survey")
      let few = fact.dossiers.map { $0.received < 12 } ?? false
      let issued =
        few ? 16 : fact.unit.type == "xa" ? random.int(50...80) : random.int(100...180)
      let collected = issued * random.int(80...98) / 100
      for group in ["overall", "staff", isServiceUnit ? "quality" : "time_and_result"] {
        let share = min(985, 640 + fact.quality * 30 / 100 + random.int(-45...45))
        let content = collected * share / 1000
        let very = content * random.int(20...60) / 100
        let neutral = (collected - content) * random.int(50...90) / 100
        let counts = [very, content - very, neutral, collected - content - neutral]
        register.addRecord(
          [fact.unit.id, group] + ([issued, collected] + counts).map { String($0) })
        if collected >= 30, let index = Exact(content, over: collected) {
          register.count(group, fact.unit.id, index)
        }
      }
    }
    add(register)
  }

  private mutating func addPeerSurveys() {
    add("peer_survey", ["advice", "cooperation"], of: ["so"]) { fact, random in
      let base = 700 + fact.quality / 5
      return [
        percent(perMille: base + random.int(-40...50)),
        percent(perMille: base + random.int(-40...50)),
      ]
    }
    add("inspection_survey", ["inspected", "petitioners"], of: ["so"]) { fact, _ in
      fact.unit.id == "thanh-tra-tinh" ? ["86.4%", "78.9%"] : nil
    }
  }

  /// Last year's results: a little above or below this year's.
  private mutating func addPrevious() {
    guard let survey = tables.first(where: { $0.name == "survey" }) else { return }
    add(
      "previous", ["index", "survey.overall", "inspection_survey.inspected"],
      of: ["so", "nganh-doc", "huyen", "don-vi-su-nghiep"]
    ) { fact, random in
      var overall: String?
      if case .known(.number(let index)) = survey.value("overall", fact.unit.id) {
        let moved = index + (Exact(random.int(-35...20), over: 1000) ?? .zero)
        overall = (moved * 100).fixedText(places: 1) + "%"
      }
      let index = 5600 + fact.quality * 3 + random.int(-300...300)
      return [
        (Exact(index, over: 100) ?? .zero).fixedText(places: 2), overall,
        fact.unit.id == "thanh-tra-tinh" ? "83.1%" : nil,
      ]
    }
  }

  /// Published results of bodies that the register of units does not know.
  private mutating func addSubordinateResults() {
    var register = Register(
      "subordinate_results", columns: ["unit", "parent", "index", "grade", "satisfaction"])
    for fact in facts {
      for body in VerticalBodies.below(fact.unit.id) {
        var random = Randomness(seed, fact.identity, body)
        let index = 5800 + fact.quality * 33 / 10 + random.int(-900...500)
        let grade =
          index >= 8500 ? "Tốt" : index >= 7000 ? "Khá" : index >= 5000 ? "Trung bình" : "Yếu"
        register.addRecord([
          body, fact.unit.id, (Exact(index, over: 100) ?? .zero).fixedText(places: 2), grade,
          percent(perMille: 720 + fact.quality / 5 + random.int(-60...60)),
        ])
      }
    }
    add(register)
  }
}

/// `2017-09-12` for `12/9/2017`.
private func isoDay(_ text: Substring) -> String {
  let parts = text.split(separator: "/").compactMap { Int($0) }
  guard parts.count == 3 else { return "" }
  return CalendarDay(year: parts[2], month: parts[1], day: parts[0])?.isoText ?? ""
}

/// How a report came in.
private enum SentReport: String {
  case onTime = "on_time"
  case late
  case notSent = "not_sent"

  var words: String {
    switch self {
    case .onTime: "đúng hạn"
    case .late: "trễ hạn"
    case .notSent: "không gửi"
    }
  }
}
