internal import Diagnostics
internal import Grading

/// Two rounds as a table for a spreadsheet: a row for each unit, each of its areas and each item.
extension YearReport {
  /// All units, or one block's, or one unit.
  package func csv(block: String? = nil, unit: String? = nil) -> String {
    var csv = CSVText(language)
    csv.row(titles)
    for one in years.units + years.gone
    where (block == nil || block == one.block(in: years))
      && (unit == nil || unit == record(one)?.unit.id)
    {
      csv.row(row(one, csv))
      for area in one.areas { csv.row(row(area, one, csv)) }
      for item in one.items { csv.row(row(item, one, csv)) }
    }
    return csv.text
  }

  private var titles: [String] {
    [
      say("Khối", "Block"), say("Mã", "Id"), say("Cơ quan, đơn vị, địa phương", "Unit"),
      say("Cấp", "Level"), say("Mã mục", "Part"), say("Tên mục", "Title"),
      say("Thứ hạng \(earlier)", "Place, \(earlier)"), say("Thứ hạng \(later)", "Place, \(later)"),
      say("Chỉ số \(earlier)", "Index, \(earlier)"), say("Chỉ số \(later)", "Index, \(later)"),
      say("Điểm \(earlier)", "Points, \(earlier)"), say("Điểm \(later)", "Points, \(later)"),
      say("Tăng, giảm chỉ số", "Change of the index"),
      say("Do kết quả thực hiện", "By performance"), say("Do tiêu chí thay đổi", "By criteria"),
      say("Không so sánh được", "Does not compare"),
      say("Do làm tròn", "By rounding"), say("Ghi chú", "Notes"),
    ] + (isIllustrative ? [words.illustrationMark] : [])
  }

  private func head(_ unit: UnitYears) -> [String] {
    let block = block(years.after, unit.unit) ?? block(years.before, unit.earlier)
    return [block?.title ?? "", record(unit)?.unit.id ?? "", record(unit)?.unit.name ?? ""]
  }

  private var mark: [String] { isIllustrative ? [say("có", "yes")] : [] }

  private func row(_ unit: UnitYears, _ csv: CSVText) -> [String] {
    let parts = unit.shown?.parts
    let head = head(unit) + [say("cả bộ", "whole"), "", ""]
    let sides = [
      unit.before?.place.map { String($0.number) } ?? "",
      unit.after?.place.map { String($0.number) } ?? "", csv.number(unit.before?.index),
      csv.number(unit.after?.index), csv.number(unit.before?.points),
      csv.number(unit.after?.points),
    ]
    let values = [
      unit.change, parts?.performance, parts?.criteria, parts?.incomparable,
      unit.shown?.rounding,
    ]
    return head + sides + values.map(csv.number) + [notes(unit).joined(separator: ". ")] + mark
  }

  private func row(_ area: AreaYears, _ unit: UnitYears, _ csv: CSVText) -> [String] {
    let named = named(area, unit)
    let sides = [
      "", "", csv.number(area.before?.index), csv.number(area.after?.index),
      csv.number(area.before?.points), csv.number(area.after?.points),
    ]
    return head(unit) + [say("lĩnh vực", "area"), named?.id ?? "", named?.title ?? ""] + sides
      + values(area.parts, csv) + [""] + mark
  }

  private func row(_ item: ItemYears, _ unit: UnitYears, _ csv: CSVText) -> [String] {
    let named = named(item, unit)
    func points(_ outcome: Outcome?) -> String {
      guard let outcome else { return "" }
      return outcome.state == .scored ? csv.number(outcome.points) : words.outcome(outcome)
    }
    let notes =
      reason(item).map { [$0] }
      ?? (!item.parts.criteria.isZero ? changes(item, unit.pair) : [])
    return head(unit)
      + [say("tiêu chí thành phần", "item"), named?.id ?? "", named?.title ?? ""]
      + ["", "", "", "", points(item.before), points(item.after)]
      + values(item.parts, csv) + [notes.joined(separator: ". ")] + mark
  }

  /// Not rounded as the index is, so that items add up to areas, and areas to the change of the exact
  /// index, to the sixth decimal; the JSON has them exactly.
  private func values(_ parts: YearParts, _ csv: CSVText) -> [String] {
    [parts.total, parts.performance, parts.criteria, parts.incomparable]
      .map { csv.number($0) } + [""]
  }
}
