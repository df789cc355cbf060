internal import Diagnostics
internal import Grading

/// What is wrong with one gap, in a sentence without a full stop.
struct GapSentences: Sendable {
  private let round: Round
  private let language: Language
  private let namesOthers: Bool
  private let names: [String: String]
  private let shelf: [EvidenceDocument]?
  let numbers: GapNumbers

  init(_ round: Round, _ language: Language, namesOthers: Bool, shelf: [EvidenceDocument]?) {
    self.round = round
    self.language = language
    self.namesOthers = namesOthers
    self.shelf = shelf
    numbers = GapNumbers(language: language)
    names = Dictionary(
      round.units.map { ($0.record.unit.id, $0.record.unit.name) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The kind, and the facts of this one.
  func what(_ gap: EvidenceGap) -> String {
    let facts = facts(gap)
    let title = gap.code.title[language]
    let subject = gap.document.map { document(gap, $0) + ": " + title } ?? title
    guard !facts.isEmpty else { return subject }
    if case .reason = gap.detail { return "\(subject) (\(facts))" }
    return gap.document == nil ? "\(subject): \(facts)" : "\(subject) (\(facts))"
  }

  private func facts(_ gap: EvidenceGap) -> String {
    switch gap.detail {
    case .none: return ""
    case .inputs(let places):
      return places.map { set(gap).inputs[$0].title }.joined(separator: "; ")
    case .lacking(let parts):
      let list = parts.map { part($0)[language] }.joined(separator: ", ")
      return say("thiếu \(list)", "\(list) missing")
    case .window(let dated, let from, let through): return window(dated, from, through)
    case .kinds(let found, let allowed):
      let list = allowed.joined(separator: ", ")
      return say(
        "đã nộp “\(found)”, tiêu chí cần \(list)", "it is “\(found)”, the item asks for \(list)")
    case .file(let path): return path ?? ""
    case .uses(let uses, let limit):
      return say(
        "dùng cho \(uses) tiêu chí, nhiều nhất là \(limit)",
        "used for \(uses) items, at most \(limit) are allowed")
    case .sharedWith(let units):
      guard namesOthers else { return "" }
      return units.map { round.units[$0].record.unit.name }.joined(separator: "; ")
    case .claim(let claim, let computed):
      return say(
        "tự chấm \(numbers.points(claim)), tính từ số liệu được \(numbers.points(computed))",
        "claimed \(numbers.number(claim)), computed \(numbers.number(computed))")
    case .reach(let claim, let from, let through):
      let range = (numbers.number(from), numbers.number(through))
      return say(
        "tự chấm \(numbers.points(claim)), cách chấm chỉ cho từ \(range.0) đến \(range.1) điểm",
        "claimed \(numbers.number(claim)), the rule gives \(range.0) to \(range.1)")
    case .figure(let statement): return figure(statement, isDispute: gap.code == .disputeOpen)
    case .breakage(let breakage): return self.breakage(breakage)[language]
    case .owed(let owed): return self.owed(owed)
    case .reason(let reason):
      return reason.map { say("lý do: \($0)", "reason: \($0)") } ?? ""
    case .submitted(let moment, let deadline):
      return say(
        "nộp lúc \(numbers.day(moment)), thời hạn là \(numbers.day(deadline))",
        "handed in at \(numbers.day(moment)), the deadline was \(numbers.day(deadline))")
    case .lateDossiers(let count, let areLinked):
      let number = numbers.number(count)
      return areLinked
        ? say("\(number) hồ sơ liên thông trễ hạn", "\(number) linked dossiers were late")
        : say("\(number) hồ sơ trễ hạn", "\(number) dossiers were late")
    }
  }

  private func window(_ dated: CalendarDay, _ from: CalendarDay?, _ through: CalendarDay?)
    -> String
  {
    let start = say("ghi ngày \(numbers.day(dated))", "dated \(numbers.day(dated))")
    let bounds = [
      from.map { say("từ ngày \(numbers.day($0))", "from \(numbers.day($0))") },
      through.map { say("đến hết ngày \(numbers.day($0))", "to the end of \(numbers.day($0))") },
    ].compactMap(\.self).joined(separator: " ")
    return say("\(start), chỉ tính \(bounds)", "\(start), only \(bounds) counts")
  }

  private func figure(_ statement: FigureStatement, isDispute: Bool) -> String {
    let stated = numbers.value(statement.stated, statement.type)
    let held = numbers.value(statement.held, statement.type)
    let keeper = [statement.source, statement.owner.map { names[$0] ?? $0 }].compactMap(\.self)
      .joined(separator: ", ")
    let name = keeper.isEmpty ? statement.title : "\(statement.title), \(keeper)"
    return isDispute
      ? say(
        "đề nghị \(stated), số liệu đã chốt là \(held) (\(name))",
        "\(stated) is claimed, the closed figure is \(held) (\(name))")
      : say(
        "khai \(stated), số liệu đã chốt là \(held) (\(name))",
        "stated \(stated), the closed figure is \(held) (\(name))")
  }

  private func owed(_ owed: OwedFigures) -> String {
    let titles = owed.titles.joined(separator: "; ")
    let keeper = [owed.source, owed.owner.map { names[$0] ?? $0 }].compactMap(\.self)
      .joined(separator: ", ")
    return keeper.isEmpty ? titles : "\(titles) (\(keeper))"
  }

  private func breakage(_ breakage: Breakage) -> Wording {
    switch breakage {
    case .input, .type, .file:
      Wording(vi: "số liệu đã khai không tính được", en: "the figures given cannot be computed")
    case .aboveMaximum:
      Wording(vi: "kết quả vượt điểm tối đa", en: "the result is above the maximum")
    case .partsAboveTotal:
      Wording(
        vi: "tổng các phần lớn hơn số chung", en: "the parts are more than their total")
    case .negative: Wording(vi: "kết quả là số âm", en: "the result is negative")
    case .rateAboveOne: Wording(vi: "tỷ lệ lớn hơn 100%", en: "a rate is above 100%")
    case .noSuchLevel:
      Wording(vi: "mức đã chọn không có trong cách chấm", en: "no such level in the rule")
    }
  }

  private func part(_ part: DocumentPart) -> Wording {
    switch part {
    case .number: Wording(vi: "số, ký hiệu", en: "number")
    case .date: Wording(vi: "ngày ban hành", en: "date")
    case .issuer: Wording(vi: "cơ quan ban hành", en: "issuer")
    case .section: Wording(vi: "mục", en: "section")
    case .pages: Wording(vi: "trang", en: "pages")
    }
  }

  /// The document as the unit knows it.
  private func document(_ gap: EvidenceGap, _ place: Int) -> String {
    let document = (shelf ?? round.units[gap.unit].record.assessment.shelf)[place]
    if let number = document.number { return "\(document.kind) \(number)" }
    if let title = document.title { return "\(document.kind) “\(title)”" }
    return "\(document.kind) “\(document.id)”"
  }

  private func set(_ gap: EvidenceGap) -> CriteriaSet {
    round.sets[round.units[gap.unit].record.set]
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }
}
