import Diagnostics
import Grading
import Loading
import Reports

/// What a log's round says of those that its events name, as far as it can be read; it is read where
/// something is asked.
final class LoggedSetting {
  private let path: String
  private lazy var setting: RoundSetting? = {
    let loading = loadRoundSetting(path)
    return loading.setting ?? loading.rest
  }()

  init(_ path: String) { self.path = FileAccess.normalised(path) }

  func names(_ language: Language) -> EventNames {
    guard let setting else { return EventNames(language) }
    let places = Dictionary(
      setting.members.map { ($0.unit.id, $0.set) }, uniquingKeysWith: { first, _ in first })
    return EventNames(
      setting.plan, setting.sets, units: setting.units, sets: places, language)
  }

  /// Ends the command with the nearest ids when no unit has this one.
  func checkUnit(_ id: String) throws {
    guard let known = setting?.units.map(\.id), !known.contains(id) else { return }
    throw UsageProblem.unknown(id, among: known, vi: "cơ quan, đơn vị", en: "unit")
  }

  func checkItem(_ id: String) throws {
    guard let sets = setting?.sets else { return }
    let known = Set(sets.flatMap(\.items).map(\.id))
    guard !known.contains(id) else { return }
    throw UsageProblem(
      vi: "không có tiêu chí, tiêu chí thành phần có cách chấm `\(id)`",
      en: "there is no scored item `\(id)`",
      help: NearestID.help(for: id, among: known.sorted()))
  }
}
