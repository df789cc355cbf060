internal import DossierCounting
internal import Grading
internal import Loading
internal import Store

/// What a unit says of one of its dossiers, as it was typed.
struct DossierForm: Sendable {
  static let dossier = "ma"
  static let kind = "viec"
  static let cause = "nguyen-nhan"
  static let finished = "xong-luc"
  static let text = "noi-dung"
  static let evidence = "tai-lieu"
  static let withdrawal = "rut"
  /// What was said before and was looked at, by its version; 0: nothing was.
  static let version = "phien"

  static let fields = [kind, cause, finished, text, evidence]
  static let longestText = 2000
  static let longestEvidence = 500

  /// What is asked for; raw values stand in forms.
  enum Kind: String, CaseIterable {
    /// It is late for a cause that the rules exclude.
    case explanation = "giai-trinh"
    /// It was done at another time than the system has.
    case correction = "dinh-chinh"
  }

  /// nil: it cannot be meant.
  let content: DossierRequest.Content?
  /// What is wrong in which field.
  let problems: [String: String]

  /// - Parameters:
  ///   - entry: the dossier as it counts.
  ///   - today: nothing was done on a day that has not come.
  init(
    _ form: FormFields, _ entry: LedgerEntry, _ rules: DossierRules, on today: CalendarDay,
    _ frame: PageFrame
  ) {
    var problems: [String: String] = [:]
    let kind = Kind(rawValue: form[Self.kind])
    if kind == nil { problems[Self.kind] = frame.say("chọn một việc", "choose one") }
    var cause: String?
    var finished: String?
    switch kind {
    case .explanation:
      cause = form[Self.cause]
      if !rules.causes.contains(where: { $0.id == cause }), !rules.causes.isEmpty {
        problems[Self.cause] = frame.say("chọn nguyên nhân", "choose the cause")
      } else if form[Self.cause].count > 200 || form[Self.cause].contains(where: \.isNewline) {
        problems[Self.cause] = frame.say(
          "trên một dòng, không quá 200 ký tự", "one line of at most 200 characters")
      }
    case .correction:
      let moment = TypedDay.iso(form[Self.finished]).flatMap { LocalMoment(parsing: $0) }
      finished = moment?.isoText
      problems[Self.finished] = DossierForm.fault(of: moment, entry, today, frame)
      if form[Self.evidence].isEmpty {
        problems[Self.evidence] = frame.say(
          "ghi số, ký hiệu tài liệu; không có thì không được đính chính",
          "name the document; without one nothing is corrected")
      }
    case nil: break
    }
    if form[Self.text].isEmpty {
      problems[Self.text] = frame.say("ghi lý do", "say why")
    } else if form[Self.text].count > Self.longestText {
      problems[Self.text] = frame.say(
        "không quá \(Self.longestText) ký tự", "at most \(Self.longestText) characters")
    }
    if form[Self.evidence].count > Self.longestEvidence
      || form[Self.evidence].contains(where: \.isNewline)
    {
      problems[Self.evidence] = frame.say(
        "trên một dòng, không quá \(Self.longestEvidence) ký tự",
        "one line of at most \(Self.longestEvidence) characters")
    }
    self.problems = problems
    content =
      problems.isEmpty
      ? .init(
        cause: cause, finished: finished, text: form[Self.text], evidence: form[Self.evidence])
      : nil
  }

  private static func fault(
    of finished: LocalMoment?, _ entry: LedgerEntry, _ today: CalendarDay, _ frame: PageFrame
  ) -> String? {
    guard let finished else {
      return frame.say(
        "ghi ngày, giờ xong, như 05/03/2019 16:30", "give day and time, like 2019-03-05 16:30")
    }
    if finished.day > today {
      return frame.say("ngày này chưa đến", "the day has not come yet")
    }
    if let received = entry.received, LocalMinute(lastOf: finished) < LocalMinute(startOf: received)
    {
      return frame.say("trước khi tiếp nhận hồ sơ", "before the dossier was received")
    }
    return nil
  }
}

extension LedgerEntry {
  /// Whether something can be said against how it counts.
  var canBeExplained: Bool { outcome == .late || outcome == .unresolvedOverdue }
}
