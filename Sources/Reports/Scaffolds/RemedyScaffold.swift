internal import Diagnostics
package import Grading

/// A draft of a unit's remedy plan: every point it lost, with why, and what there is to fill in.
/// - Parameter plan: what the unit lost; whatever it has planned already is not repeated.
package func remedyScaffold(_ round: Round, _ plan: RemedyPlan) -> String {
  let unit = round.units[plan.unit].record.unit
  let report = RemedyReport(
    round, .vietnamese, showsOthers: round.plan.publication.isPublic)
  let set = report.set(plan)
  var out = ScaffoldText()
  out.comment("Kế hoạch khắc phục tồn tại, hạn chế của \(unit.name)")
  out.comment("Kỳ đánh giá: \(round.plan.title)")
  if report.isIllustrative(plan) { out.comment("Có sử dụng số liệu minh họa.") }
  if !round.plan.publication.isPublic {
    out.comment("Kết quả chưa công bố, còn có thể thay đổi.")
  }
  out.comment(
    "Cách điền: mỗi mục mất điểm ghi nguyên nhân (cause), biện pháp (measure), người chịu trách nhiệm (person), thời hạn (due, như 2018-06-30). Khi xong ghi ngày hoàn thành (done), kết quả (outcome) và mã tài liệu kiểm chứng (evidence: [ma-tai-lieu]); tài liệu mới ghi ở documents, như trong evidence.yaml."
  )
  out.line("format: parindex/remedies@1")
  out.line("round: \(ScaffoldText.scalar(round.plan.id))")
  out.line("unit: \(unit.id)")
  out.entry(
    "submitted_at", "", "ghi khi nộp, như 2018-02-28T15:30; để trống là bản nháp", indent: 0)
  if report.isIllustrative(plan) { out.line("illustrative: yes") }
  out.line("documents: []")
  out.line(plan.items.isEmpty ? "remedies: []" : "remedies:")
  for entry in plan.items {
    let item = set.items[entry.item]
    out.blank()
    out.comment("\(item.id). \(item.title): \(report.amount(entry, item, set))", indent: 2)
    out.comment("Vì sao: \(report.reason(plan, entry)).", indent: 2)
    out.line("- criterion: \"\(item.id)\"", indent: 2)
    for key in ["cause", "measure", "person", "due"] { out.line("\(key):", indent: 4) }
  }
  if !plan.open.isEmpty {
    out.blank()
    out.comment(
      "Chưa có kết quả, chưa tính: \(plan.open.map { set.items[$0].id }.joined(separator: ", ")).")
  }
  return out.text
}
