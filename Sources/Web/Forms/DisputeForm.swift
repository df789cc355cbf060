internal import Grading
internal import Loading
internal import Reports
internal import Store

/// What a unit says against a figure that another office keeps: a draft like its answers, handed in
/// with them.
enum DisputeForm {
  static let figure = "so-lieu"
  static let claim = "gia-tri"
  static let ground = "ly-do"
  static let document = "tai-lieu"
  static let version = "version"
  /// The button that takes it back.
  static let removal = "bo"

  private static let prefix = "kien-nghi."

  static func part(of figure: String) -> String { prefix + figure }

  /// nil: the part is no dispute.
  static func figure(ofPart part: String) -> String? {
    part.hasPrefix(prefix) ? String(part.dropFirst(prefix.count)) : nil
  }

  /// What cannot be meant, by the field's name.
  static func faults(
    _ fields: [String: String], of figure: FigureName, shelf: Set<String>, _ frame: PageFrame
  ) -> [String: String] {
    var faults: [String: String] = [:]
    let filed = TypedValue.filed(fields[claim] ?? "", as: figure.type)
    let isNumber = Exact(parsing: filed.hasSuffix("%") ? String(filed.dropLast()) : filed) != nil
    switch figure.type {
    case .count, .number, .rate:
      if !isNumber {
        faults[claim] = frame.say("ghi một số, như 12 hoặc 0,75", "give a number, like 12 or 0.75")
      }
    case .date, .yesNo, .choice, .text:
      if filed.isEmpty { faults[claim] = frame.say("ghi giá trị đúng", "give the right value") }
    }
    if (fields[ground] ?? "").isEmpty {
      faults[ground] = frame.say(
        "ghi nguyên nhân và căn cứ", "say the cause and the clause")
    }
    if let cited = fields[document], !shelf.contains(cited) {
      faults[document] = frame.say(
        "chọn tài liệu trong danh mục của đơn vị", "choose a document of the unit's shelf")
    }
    return faults
  }
}

extension FilledAssessment {
  /// Lays a dispute's draft over what is handed in; blank fields take the dispute back.
  mutating func lay(_ fields: [String: String], disputing name: String, in set: CriteriaSet) {
    guard let figure = set.figures.first(where: { $0.name == name }) else { return }
    let place = disputes.firstIndex { $0.figure == name }
    guard let claim = fields[DisputeForm.claim], let ground = fields[DisputeForm.ground] else {
      if let place { disputes.remove(at: place) }
      return
    }
    // The form shows the first document; what else is cited, and where in it, stays.
    var citations = place.map { disputes[$0].citations } ?? []
    if fields[DisputeForm.document] != citations.first?.document {
      let first = fields[DisputeForm.document]
      citations = citations.dropFirst().filter { $0.document != first }
      if let first { citations.insert(Citation(document: first), at: 0) }
    }
    let dispute = Dispute(
      figure: name, claim: TypedValue.filed(claim, as: figure.type), ground: ground,
      citations: citations)
    if let place {
      disputes[place] = dispute
    } else {
      disputes.append(dispute)
      // Drafts come in no order.
      disputes.sort { $0.figure < $1.figure }
    }
  }
}
