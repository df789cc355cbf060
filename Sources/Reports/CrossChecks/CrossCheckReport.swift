package import Diagnostics
package import Grading

/// Cross-checks of a round as people and programs read them: text, JSON, CSV.
package struct CrossCheckReport: Sendable {
  let words: RoundWords
  let checks: CrossChecks
  /// The round of the year before.
  let previous: RoundWords?
  let values: GapNumbers

  package init(
    _ round: Round, _ checks: CrossChecks, previous: Round? = nil, _ language: Language
  ) {
    words = RoundWords(round, language)
    self.checks = checks
    self.previous = previous.map { RoundWords($0, language) }
    values = GapNumbers(language: language)
  }

  var round: Round { words.round }
  var numbers: NumberWords { words.numbers }

  func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  // MARK: What things are called

  func set(_ unit: Int) -> CriteriaSet { round.sets[round.units[unit].record.set] }

  func name(_ unit: Int) -> String { round.units[unit].record.unit.name }

  func ids(_ items: [Int], of unit: Int) -> String {
    items.map { set(unit).items[$0].id }.joined(separator: ", ")
  }

  /// "Kế hoạch 12/KH-UBND", "Ảnh “Bộ phận một cửa”".
  func document(_ use: DocumentUse, in words: RoundWords? = nil) -> String {
    let record = (words ?? self.words).round.units[use.unit].record
    let document = record.assessment.shelf[use.document]
    if let number = document.number { return "\(document.kind) \(number)" }
    return "\(document.kind) “\(document.title ?? document.id)”"
  }

  /// "Sở Y tế: Kế hoạch 12/KH-SYT, dùng cho 1.1.1, 1.1.2".
  func use(_ use: DocumentUse, in words: RoundWords? = nil) -> String {
    let words = words ?? self.words
    let record = words.round.units[use.unit].record
    let set = words.round.sets[record.set]
    let items = use.items.map { set.items[$0].id }.joined(separator: ", ")
    return "\(record.unit.name): \(document(use, in: words)), "
      + say("dùng cho \(items)", "used for \(items)")
  }

  func mark(_ shared: SharedDocument) -> String {
    switch shared.mark {
    case .file(let digest):
      say("Tệp có mã SHA-256 \(digest)", "File with the SHA-256 \(digest)")
    case .number(let number, let issuer):
      say("Văn bản \(number) của \(issuer)", "Document \(number) of \(issuer)")
    }
  }

  func statement(_ figure: ClaimedFigure) -> String {
    let statement = figure.statement
    let stated = values.value(statement.stated, statement.type)
    let held = values.value(statement.held, statement.type)
    let keeper = [statement.source, statement.owner.map(words.office)].compactMap(\.self)
      .joined(separator: ", ")
    let source = keeper.isEmpty ? "" : " (\(keeper))"
    let first =
      switch figure.kind {
      case .declared: say("khai \(stated)", "states \(stated)")
      case .disputed: say("đề nghị \(stated)", "claims \(stated)")
      }
    let state =
      figure.isOpen
      ? say("chưa có quyết định", "not decided yet") : say("đã có quyết định", "decided")
    return "\(statement.title): \(first), "
      + say("số liệu đã chốt là \(held)\(source); \(state)", "held \(held)\(source); \(state)")
  }

  /// "+0,25", "−0,5", "0", "≈ −0,67".
  func move(_ value: Exact) -> String {
    (numbers.isExact(value) ? "" : "≈ ") + (value > .zero ? "+" : "") + numbers.shown(value)
  }
}

extension SharedDocument.Kind {
  var title: Wording {
    switch self {
    case .own:
      Wording(
        vi: "Nhiều nơi dùng cho tiêu chí cần tài liệu riêng",
        en: "Several units, for items that ask for a document of their own")
    case .joint:
      Wording(
        vi: "Nhiều nơi cùng dùng (thường là văn bản chung)",
        en: "Several units (a joint document is common)")
    case .repeated:
      Wording(
        vi: "Một nơi nộp nhiều lần cho các tiêu chí khác nhau",
        en: "One unit, handed in more than once for several items")
    case .overused:
      Wording(
        vi: "Một nơi dùng cho nhiều tiêu chí hơn số được phép",
        en: "One unit, for more items than are allowed")
    }
  }
}
