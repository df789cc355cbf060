internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports

/// How a round is set up: its criteria with what was found in them, stages, who does what; and the
/// form to try a changed file.
struct SetupPage: Sendable {
  struct SetRow: Hashable, Sendable {
    let title: String
    let file: String
    let units: Int
    let items: Int
    let maximum: String
    let errors: Int
    let warnings: Int
    /// Title and maximum of each, as in `1. Chỉ đạo, điều hành: 16`.
    let areas: [String]
  }

  struct StageRow: Hashable, Sendable {
    let title: String
    let kind: String
    let opens: String
    let deadline: String
    let state: String
    let isOpen: Bool
  }

  struct DutyRow: Hashable, Sendable {
    let title: String
    let people: String
    let lacking: String?
    let isVacant: Bool
  }

  /// The fields of its form.
  static let file = "tep-cua-ky"
  static let upload = "tep"
  /// Files that can be tried, at most so large.
  static let largest = 4_000_000

  let facts: [(title: String, text: String)]
  let sets: [SetRow]
  let stages: [StageRow]
  let duties: [DutyRow]
  let findings: FindingList
  /// How much was found in units' own files, which they mend.
  let ofUnits: Int
  /// Files of the round that can be tried; empty: whoever looks tries none.
  var files: [ItemPage.Field.Option] = []
  /// Why rules of the round cannot be replaced here; nil: they can.
  var refusal: String?
  /// Registers can be replaced all the same.
  var replacesRegisters = false
  var typed: [String: String] = [:]
  var trial: FileTrialSection?
  /// nil: whoever looks moves none.
  var deadlines: DeadlinePart?

  /// - Parameter accounts: people of people.yaml who have an account.
  init(
    _ snapshot: RoundSnapshot, at time: EventTime, accounts: Set<String>, _ frame: PageFrame
  ) {
    let round = snapshot.round
    let plan = snapshot.plan
    let words = RoundWords(round, frame.language)
    let numbers = NumberWords(frame.language)
    let units = "\(snapshot.loaded.setting.submissions)/"
    let own = snapshot.diagnostics.filter { !$0.primary.span.file.path.hasPrefix(units) }
    findings = FindingList(own, plan, frame)
    ofUnits = snapshot.diagnostics.count - own.count
    facts = [
      (frame.say("Năm", "Year"), String(plan.calendar.year)),
      (
        frame.say("Cơ quan, đơn vị, địa phương", "Units"), numbers.count(round.units.count)
      ),
      (
        frame.say("Công bố", "Publication"),
        EventWords(frame.language).state(plan.publication.state).capitalisedFirst
      ),
    ]
    let paths = snapshot.loaded.setting.setPaths
    sets = round.sets.enumerated().map { place, set in
      let path = paths.indices.contains(place) ? paths[place] : ""
      let found = own.filter { $0.primary.span.file.path == path }
      let sheets = ScoreSheetText(round, frame.language, showsPlaces: false)
      return SetRow(
        title: set.title, file: plan.cited(path),
        units: round.units.count { $0.record.set == place }, items: set.items.count,
        maximum: sheets.points(set.maximum, set),
        errors: found.count(where: \.isError),
        warnings: found.count { $0.severity == .warning },
        areas: set.areas.map { "\($0.id). \($0.title): \(sheets.points($0.maximum, set))" })
    }
    stages = plan.stages.map { stage in
      let isOver = stage.deadline.map { Notice.isOver($0, at: time) } ?? false
      let isOpen =
        !isOver && (stage.opens.map { $0.day <= time.day } ?? true)
      return StageRow(
        title: stage.title, kind: frame.stage(stage.kind),
        opens: stage.opens.map { numbers.moment($0) } ?? "–",
        deadline: stage.deadline.map { numbers.moment($0) } ?? "–",
        state: isOver
          ? frame.say("đã hết hạn", "over")
          : isOpen ? frame.say("đang mở", "open") : frame.say("chưa mở", "not yet open"),
        isOpen: isOpen)
    }
    duties = DutyList(snapshot, on: time.day).entries.map { entry in
      let without = entry.people.count { !accounts.contains($0) }
      let names = entry.people.prefix(5).map { words.author($0) }.joined(separator: "; ")
      let rest =
        entry.people.count > 5
        ? frame.say(
          " và \(entry.people.count - 5) người khác", " and \(entry.people.count - 5) more") : ""
      let noAccount =
        without == 0
        ? "" : frame.say(" (\(without) chưa có tài khoản)", " (\(without) without an account)")
      return DutyRow(
        title: frame.duty(entry.duty, words, snapshot),
        people: entry.people.isEmpty
          ? frame.say("chưa có ai", "nobody") : names + rest + noAccount,
        lacking: entry.lacking.isEmpty
          ? nil
          : frame.say(
            "\(entry.lacking.count) nơi chưa có người: ", "\(entry.lacking.count) without: ")
            + entry.lacking.prefix(10).map(words.unit).joined(separator: "; ")
            + (entry.lacking.count > 10 ? "…" : ""),
        isVacant: entry.isVacant)
    }
  }
}

extension PageFrame {
  func stage(_ kind: Stage.Kind) -> String {
    switch kind {
    case .claim: say("tự chấm điểm", "self-assessment")
    case .appraisal: say("thẩm định", "appraisal")
    case .explanation: say("giải trình", "explanation")
    case .council: say("Hội đồng thẩm định", "council")
    }
  }

  func duty(_ duty: DutyList.Duty, _ words: RoundWords, _ snapshot: RoundSnapshot) -> String {
    func council(_ id: String) -> String {
      id == Person.province ? say("tỉnh", "the province") : words.unit(id)
    }
    switch duty {
    case .handingIn: return say("Tự chấm điểm, ký, nộp", "Self-assessment")
    case .stage(let id, _):
      let title = snapshot.plan.stages.first { $0.id == id }?.title ?? id
      return say("Bước “\(title)”", "Stage “\(title)”")
    case .council(let id): return say("Hội đồng thẩm định ", "Council of ") + council(id)
    case .helperTeam(let id): return say("Tổ giúp việc ", "Helper team of ") + council(id)
    case .office(let id):
      return say("Thẩm định chuyên môn: ", "Appraising office: ") + words.unit(id)
    case .register(let name, let owner):
      let title = snapshot.plan.figures.tables[name]?.title ?? name
      return "\(title) (\(words.unit(owner)))"
    case .organising: return say("Tổ chức kỳ đánh giá", "Running the round")
    case .deciding: return say("Ban hành quyết định", "Signing the decision")
    }
  }
}
