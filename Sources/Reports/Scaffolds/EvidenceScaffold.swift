package import Grading

/// A unit's empty shelf of documents, with what its items will ask for.
package func evidenceScaffold(set: CriteriaSet, unit: Unit, plan: RoundPlan) -> String {
  let items = SelfAssessmentScaffold(set: set, unit: unit, plan: plan, officeNames: [:])
  var out = ScaffoldText()
  out.comment("Tài liệu kiểm chứng của \(unit.name)")
  out.comment("Kỳ đánh giá: \(plan.title)")
  out.comment(
    "Mỗi tài liệu ghi một lần, đặt một mã (id); bản tự chấm điểm dẫn mã đó, kèm mục và trang. Tệp để trong thư mục evidence/. Văn bản ghi số, ngày, cơ quan ban hành; đường dẫn, ảnh, bảng số liệu thì không cần. Tài liệu mật: shown_in_person: yes, không tải lên."
  )
  out.line("format: parindex/evidence@1")
  out.line("documents: []")
  out.comment("Thay [] ở trên bằng các dòng như sau (bỏ dấu #):")
  out.comment(
    "- {id: ke-hoach-cchc, kind: kế hoạch, number: 01/KH-…, date: 2017-01-05, issuer: …, title: …, file: evidence/ke-hoach.pdf}"
  )
  out.comment("- {id: chuyen-muc, kind: đường dẫn, url: 'https://…', accessed: 2017-12-10}")
  out.comment(
    "- {id: ket-luan-mat, kind: kết luận, number: …, date: 2017-05-04, issuer: …, shown_in_person: yes}"
  )
  out.blank()
  out.comment("Các mục cần tài liệu kiểm chứng:")
  for item in set.items where item.scoredBy == .unit && items.absence(item) == nil {
    if let evidence = items.words.evidence(item) {
      out.comment("\(item.id). \(item.title): \(evidence).")
    }
  }
  return out.text
}
