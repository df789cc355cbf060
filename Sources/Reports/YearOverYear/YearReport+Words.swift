internal import Diagnostics
package import Grading

extension YearReport {
  /// What is to be known beside a unit's numbers: why they do not compare, and how its place moved.
  package func notes(_ unit: UnitYears) -> [String] {
    var notes: [String] = []
    if unit.earlier == nil {
      notes.append(say("không có trong kỳ \(earlier)", "not in the round of \(earlier)"))
    } else if let state = absence(unit.before, years.before, unit.earlier) {
      notes.append("\(earlier): \(state)")
    }
    if unit.unit == nil {
      notes.append(say("không còn trong kỳ \(later)", "not in the round of \(later)"))
    } else if let state = absence(unit.after, years.after, unit.unit) {
      notes.append("\(later): \(state)")
    }
    let provisional = [(unit.before, earlier), (unit.after, later)]
      .compactMap { $0.0?.isProvisional == true ? $0.1 : nil }
    if !provisional.isEmpty {
      notes.append(say("tạm tính ", "provisional ") + provisional.joined(separator: ", "))
    }
    if unit.earlier != nil, unit.unit != nil, !unit.isInSameGroup {
      notes.append(say("đổi khối", "another block"))
    }
    return notes + [rise(unit)].compactMap(\.self)
  }

  /// Why a unit has no result, or no place; nil: it has both.
  private func absence(_ total: Total?, _ round: Round, _ unit: Int?) -> String? {
    guard let unit else { return nil }
    if round.units[unit].record.assessment.isUnreadable {
      return say("không đọc được tệp", "files cannot be used")
    }
    guard let total else { return say("không nộp bản tự chấm điểm", "handed in nothing") }
    if total.index == nil { return say("không có nội dung áp dụng", "nothing applies") }
    return total.place == nil ? say("không xếp hạng", "not ranked") : nil
  }

  /// "lên 3; theo tiêu chí năm 2017 là thứ 8".
  func rise(_ unit: UnitYears) -> String? {
    guard let rise = unit.rise, let place = unit.after?.place?.number else { return nil }
    let move =
      rise > 0
      ? say("lên \(rise)", "up \(rise)")
      : rise < 0 ? say("xuống \(-rise)", "down \(-rise)") : say("giữ hạng", "same place")
    guard let carried = unit.carriedPlace, carried != place else { return move }
    return move
      + say(
        "; theo tiêu chí \(earlier) thì đứng thứ \(carried)",
        "; under the criteria of \(earlier) at place \(carried)")
  }

  /// Why an item is not compared; nil where it is.
  func reason(_ item: ItemYears) -> String? {
    switch item.comparability {
    case .compared: nil
    case .added: say("mới \(later), không có để so sánh", "new in \(later), no counterpart")
    case .removed:
      say("không còn \(later), không có để so sánh", "gone in \(later), no counterpart")
    case .open(true, true): say("cả hai kỳ chưa có điểm chính thức", "open in both")
    case .open(true, false): say("\(earlier) chưa có điểm chính thức", "open in \(earlier)")
    case .open: say("\(later) chưa có điểm chính thức", "open in \(later)")
    case .noAnswer:
      say(
        "số liệu \(later) không chấm được theo tiêu chí \(earlier)",
        "the data of \(later) have no answer under the criteria of \(earlier)")
    case .decided:
      say(
        "điểm do người chấm cho, điểm tối đa đã khác",
        "points given by a person, out of another maximum")
    }
  }
}
