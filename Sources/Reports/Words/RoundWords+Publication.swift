internal import Diagnostics
internal import Grading

/// How far publication has come, as it stands on what is made of a round.
extension RoundWords {
  /// What stands on results that are not published yet.
  package var notPublished: String {
    say(
      "Kết quả chưa công bố; không cung cấp cho cơ quan, đơn vị, địa phương được chấm.",
      "Not published: not to be given to the units that are assessed.")
  }

  /// "Phê duyệt, công bố tại Quyết định số 141/QĐ-UBND ngày 15/01/2018."; nil before a decision.
  package var publicationDecision: String? {
    let publication = round.plan.publication
    guard let decision = publication.decision else { return nil }
    let day = publication.date.map(numbers.date)
    let amended = publication.state == .amended
    return say(
      "Phê duyệt, công bố tại Quyết định số \(decision)" + (day.map { " ngày \($0)" } ?? "")
        + (amended ? "; đã đính chính, điều chỉnh." : "."),
      "Approved and published by decision \(decision)" + (day.map { " of \($0)" } ?? "")
        + (amended ? "; amended since." : "."))
  }
}
