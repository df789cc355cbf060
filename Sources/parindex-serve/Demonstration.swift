import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import Procedure
import Reports
import Store
import Web

/// A round to try the application with, and the clock that it goes by.
struct Demonstration {
  static let key = "demonstration"

  /// Where the round's clock stood, and when that was on the machine's.
  let moment: EventTime
  let start: Int64

  init(moment: EventTime, start: Int64) {
    self.moment = moment
    self.start = start
  }

  /// Reads `2017-12-15T08:00:00 1511600000`.
  init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, let moment = EventTime(parsing: parts[0]), let start = Int64(parts[1])
    else { return nil }
    self.init(moment: moment, start: start)
  }

  var text: String { "\(moment.isoText) \(start)" }
  var clock: WebClock { .demonstration(moment, at: start) }

  /// Sets the clock to a moment, from now on: so that a demonstration goes on to its next stage.
  func setting(_ typed: String, in store: Store) throws -> Demonstration {
    guard let moment = LocalMoment(parsing: typed), moment.minute != nil else {
      throw Failure.usage(
        "--clock phải có dạng 2018-01-09T08:00", "a day and time like 2018-01-09T08:00 is wanted")
    }
    let set = Demonstration(
      moment: EventTime(moment), start: WebClock.system.now().seconds)
    try store.set(Self.key, to: set.text)
    return set
  }

  /// Makes a data folder with everything in it.
  /// - Returns: the accounts with their passwords, which stand nowhere else.
  static func make(
    round: String, at stage: DemonstrationStage, in data: DataFolder
  ) async throws -> [(account: Account, password: String)] {
    guard !FileAccess.exists(data.storePath) else {
      throw Failure.unusable(
        "\(data.path) đã có dữ liệu; chọn thư mục khác", "there is data already")
    }
    let copy = try RoundCopy(source: round, data: data, opensLog: true).run()
    guard let loaded = loadRound(copy).loaded, let moment = stage.moment(in: loaded) else {
      throw Failure.unusable(
        "kỳ đánh giá không có bước hoặc hạn của bước \(stage.rawValue)",
        "the round has no such stage, or no end of it")
    }
    if loaded.log == nil { try open(loaded, before: moment) }
    let keeper = RoundKeeper(folder: copy)
    try cut(try await keeper.snapshot(), before: moment, in: copy)
    let snapshot = try await keeper.snapshot()
    let store = try data.store()
    let start = WebClock.system.now().seconds
    try store.set(key, to: Demonstration(moment: moment, start: start).text)
    let accounts = DemonstrationAccounts(snapshot)
    if stage == .claim, let unit = accounts.filling {
      try halve(unit, of: snapshot, keeper, at: moment)
    }
    return try accounts.all.map { account in
      let password = Secret.password()
      try store.add(account, PasswordHash(of: password), at: start)
      return (account, password)
    }
  }

  /// Opens the log of a round that has none, on the morning before.
  private static func open(_ loaded: LoadedRound, before moment: EventTime) throws {
    let people = loaded.setting.procedure.people ?? [:]
    guard let organiser = people.values.filter({ $0.role == .organiser }).map(\.id).min(),
      let day = moment.day.adding(days: -1),
      let before = EventTime(day, hour: 8, minute: 0, second: 0)
    else {
      throw Failure.unusable(
        "kỳ đánh giá chưa có nhật ký, và không có ai mở được: thiếu organiser trong people.yaml",
        "the round has no log, and nobody to open it: people.yaml names no organiser")
    }
    do throws(LoadingProblem) {
      _ = try LogConversionRun(loaded, loaded.round())
        .run(by: organiser, at: before, keepsCopies: true)
    } catch {
      throw Failure.unusable(
        error.diagnostic.message.vietnamese, error.diagnostic.message.english)
    }
  }

  /// Leaves the log's events up to a moment: what it was then.
  private static func cut(
    _ snapshot: RoundSnapshot, before moment: EventTime, in folder: String
  ) throws {
    let events = (try? snapshot.loaded.log?.events(after: 0)) ?? []
    let count = events.prefix { $0.content.time < moment }.count
    guard count > 0 else {
      throw Failure.unusable(
        "nhật ký của kỳ đánh giá bắt đầu sau \(moment.isoText)",
        "the round's log begins after \(moment.isoText)")
    }
    let path = "\(folder)/\(LogWriter.usualName)"
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: true)
    let text = lines.prefix(count).map { $0 + "\n" }.joined()
    if let problem = FileAccess.write(Array(text.utf8), to: path) {
      throw Failure.unusable(problem.message.vietnamese, problem.message.english)
    }
    try? FileManager.default.removeItem(atPath: path + ".index")
  }

  /// Leaves a unit in the middle of its work: the last third of its answers is still to come.
  private static func halve(
    _ unit: String, of snapshot: RoundSnapshot, _ keeper: RoundKeeper, at moment: EventTime
  ) throws {
    guard let place = snapshot.places[unit],
      let drafted = keeper.drafted(place, [:], in: snapshot, at: moment)
    else { return }
    let set = snapshot.set(of: place)
    var filled = drafted.filled
    for item in set.items.suffix(set.items.count / 3) { filled.answers[item.id] = nil }
    let path = "\(snapshot.loaded.setting.submissions)/\(unit)/self-assessment.yaml"
    if let problem = FileAccess.write(Array(filled.written(set).text.utf8), to: path) {
      throw Failure.unusable(problem.message.vietnamese, problem.message.english)
    }
  }
}
