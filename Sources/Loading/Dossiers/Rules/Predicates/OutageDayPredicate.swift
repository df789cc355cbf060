internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

extension Predicate {
  /// `on_outage_day` with the moment of the step before the return that is meant, which the author
  /// has to state ("đến bước trước bước chờ giao trả rơi vào ngày hệ thống bị nghẽn, lỗi").
  static let onOutageDay = Predicate(key: "on_outage_day", companions: ["step_before_return"]) {
    reader, _ in
    let moment = reader.choice("step_before_return", of: StepMoment.self, .required)
    guard reader.onlyYes("on_outage_day") else { return nil }
    return moment.map(DossierCondition.onOutageDay)
  }
}
