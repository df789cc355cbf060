internal import DossierCounting
internal import Grading
internal import Store

extension DossierPage.Form {
  /// - Parameters:
  ///   - typed: what was sent and cannot be meant; nil: nothing was.
  ///   - open: what was sent before and is not decided.
  init(
    _ typed: FormFields?, _ problems: [String: String], _ open: DossierRequest?,
    _ rules: DossierRules, _ frame: PageFrame
  ) {
    var values: [String: String] = [:]
    if let typed {
      for name in DossierForm.fields { values[name] = typed[name] }
    } else if let content = open?.content {
      values[DossierForm.kind] =
        (content.finished == nil ? DossierForm.Kind.explanation : .correction).rawValue
      values[DossierForm.cause] = content.cause
      values[DossierForm.finished] = content.finished.map {
        TypedValue.shown($0, as: .date, frame.language)
      }
      values[DossierForm.text] = content.text
      values[DossierForm.evidence] = content.evidence
    }
    func field(
      _ name: String, _ title: String, _ hint: String = "",
      _ kind: ItemPage.Field.Kind = .line
    ) -> ItemPage.Field {
      ItemPage.Field(
        name: name, title: title, hint: hint, kind: kind, value: values[name] ?? "",
        problems: problems[name].map { [$0] } ?? [])
    }
    let causes = rules.causes.map { cause in
      ItemPage.Field.Option(
        id: cause.id,
        title: cause.isConsidered
          ? cause.title
          : frame.say(
            "\(cause.title) (quy định không xem xét)", "\(cause.title) (not considered)"))
    }
    fields = [

      field(
        DossierForm.kind, frame.say("Đề nghị", "What is asked for"), "",
        .choice([
          .init(
            id: DossierForm.Kind.explanation.rawValue,
            title: frame.say("không tính là trễ hạn, do nguyên nhân", "not late, for a cause")),
          .init(
            id: DossierForm.Kind.correction.rawValue,
            title: frame.say(
              "đính chính: thực tế xong đúng hạn", "corrected: it was done in time")),
        ])),
      field(
        DossierForm.cause, frame.say("Nguyên nhân", "Cause"),
        frame.say("khi đề nghị không tính là trễ hạn", "where it is not to count as late"),
        .choice(causes)),
      field(
        DossierForm.finished, frame.say("Thực tế xong lúc", "Done in truth at"),
        frame.say("khi đề nghị đính chính; như 05/03/2019 16:30", "where it is to be corrected")),
      field(DossierForm.text, frame.say("Lý do", "Why"), "", .text),
      field(
        DossierForm.evidence, frame.say("Tài liệu kiểm chứng", "Evidence"),
        frame.say("số, ký hiệu, ngày của văn bản, phiếu", "number and date of the document")),
    ]
    canWithdraw = open != nil
    version = open?.version ?? 0
  }
}
