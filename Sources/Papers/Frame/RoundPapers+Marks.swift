internal import Diagnostics
internal import Grading
internal import Reports
internal import Typesetting

/// What stands on every paper: whether it is decided, and by what.
extension RoundPapers {
  /// "DỰ THẢO" until the decision is issued, and that figures are made up where they are.
  ///
  /// A round knows the province's decision only: what the council of a district ranks is decided by
  /// another one, and stays a draft.
  func mark(of council: Council?) -> String? {
    var marks: [String] = []
    let isIssued = council?.parent == nil && isDecided
    if !isIssued || options.isDraft { marks.append(say("DỰ THẢO", "DRAFT")) }
    if let illustrationMark { marks.append(illustrationMark) }
    return marks.isEmpty ? nil : marks.joined(separator: " - ")
  }

  /// What stands on papers that are signed before the decision: a report, a provisional notice.
  var illustrationMark: String? {
    words.isIllustrative ? say("SỐ LIỆU MINH HỌA", "ILLUSTRATIVE DATA") : nil
  }

  private var isDecided: Bool {
    switch round.plan.publication.state {
    case .draft, .passed, .submitted: false
    case .issued, .published, .amended: true
    }
  }

  /// What figures are made up, in a sentence; none where none are.
  var illustration: [PaperBlock] {
    words.roundIllustration.map { [.paragraph(PaperParagraph(.note, $0))] } ?? []
  }

  /// "(Kèm theo Quyết định số 141/QĐ-UBND ngày 15 tháng 01 năm 2018 của …)".
  func reference(of council: Council) -> PaperParagraph {
    let own = council.parent == nil ? options.decision : nil
    let publication = council.parent == nil ? round.plan.publication : Publication()
    let number = own?.number ?? publication.decision
    let date = own?.date ?? publication.date
    let authority = authority(of: council)
    return PaperParagraph(
      .reference,
      say(
        "(Kèm theo Quyết định số \(number ?? "\(dots)/QĐ-UBND") \(day(date)) của \(authority))",
        "(Annexed to decision \(number ?? dots) \(day(date)) of \(authority))"))
  }

  /// "Quyết định số 1590/QĐ-UBND ngày 06 tháng 6 năm 2017": what kind of document it is, its sign says.
  func ground(_ clause: Clause) -> String {
    let kinds = [
      ("/QĐ-", "Quyết định"), ("/NQ-", "Nghị quyết"), ("/NĐ-", "Nghị định"), ("/TT-", "Thông tư"),
      ("/CT-", "Chỉ thị"), ("/KH-", "Kế hoạch"),
    ]
    let document = clause.document
    let kind = kinds.first { document.contains($0.0) }.map { "\($0.1) số " } ?? ""
    let name = words.language == .vietnamese ? kind + document : document
    return clause.date.map { "\(name) \(day($0))" } ?? name
  }

  /// "ngày 15 tháng 01 năm 2018", or dots to be filled in.
  func day(_ date: CalendarDay?) -> String {
    guard let date else { return say("ngày \(dots) tháng \(dots) năm \(dots)", "of \(dots)") }
    guard words.language == .vietnamese else { return "of \(date.isoText)" }
    let (year, month, day) = date.components
    // A zero before a day below 10 and a month below 3, so that none can be put there later.
    return "ngày \(day < 10 ? "0" : "")\(day) tháng \(month < 3 ? "0" : "")\(month) năm \(year)"
  }

  /// What all of it is about, in the middle of a sentence.
  var topic: String {
    say(
      "đánh giá, xếp hạng công tác cải cách hành chính năm \(year)",
      "of the assessment and ranking on administrative reform \(year)")
  }

  /// What is to be filled in by hand.
  var dots: String { "……" }

  /// Lines to be written on.
  func blanks(_ count: Int) -> [PaperBlock] {
    (0..<count).map { _ in
      .paragraph(PaperParagraph(.blank, String(repeating: "…", count: 30)))
    }
  }

  func body(_ text: String) -> PaperBlock { .paragraph(PaperParagraph(.body, text)) }

  func heading(_ text: String) -> PaperBlock { .paragraph(PaperParagraph(.heading, text)) }

  func note(_ text: String) -> PaperBlock { .paragraph(PaperParagraph(.note, text)) }

  /// A cell with a value of so many decimals.
  func cell(_ value: Exact, places: Int) -> PaperCell {
    .number(
      numbers.fixed(value, places: places),
      PaperNumber(digits: value.fixedText(places: places), places: places))
  }

  func cell(_ value: Exact?, _ set: CriteriaSet) -> PaperCell {
    value.map { cell($0, places: set.rounding.points ?? 2) } ?? PaperCell("–", .center)
  }

  func cell(_ count: Int) -> PaperCell {
    var cell = PaperCell.number(
      numbers.count(count), PaperNumber(digits: String(count), places: 0))
    cell.alignment = nil
    return cell
  }
}
