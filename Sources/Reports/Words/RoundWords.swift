package import Diagnostics
package import Grading

/// What the units, offices, stages and columns of a round are called.
package struct RoundWords: Sendable {
  package let round: Round
  package let language: Language
  package let numbers: NumberWords
  private let nameOf: [String: String]

  package init(_ round: Round, _ language: Language) {
    self.round = round
    self.language = language
    numbers = NumberWords(language)
    nameOf = Dictionary(
      round.units.map { ($0.record.unit.id, $0.record.unit.name) },
      uniquingKeysWith: { first, _ in first })
  }

  /// For a round of which no unit's own files were read.
  init(_ plan: RoundPlan, _ sets: [CriteriaSet], _ units: [Unit], _ language: Language) {
    round = Round(plan: plan, sets: sets, records: [])
    self.language = language
    numbers = NumberWords(language)
    nameOf = Dictionary(units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The one of two texts that is in this language.
  package func say(_ vietnamese: String, _ english: String) -> String {
    Wording(vi: vietnamese, en: english)[language]
  }

  /// The name of a unit by its id, or the id of one the round does not know.
  package func unit(_ id: String) -> String { nameOf[id] ?? id }

  /// An office or role: a unit's name, "Tổ giúp việc Hội đồng thẩm định".
  package func office(_ id: String) -> String {
    if let name = nameOf[id] { return name }
    return switch id {
    case "unit": say("cơ quan, đơn vị, địa phương được chấm", "the unit itself")
    case "helper-team", "to-giup-viec":
      say("Tổ giúp việc Hội đồng thẩm định", "the council's helper team")
    case "council", "hoi-dong": say("Hội đồng thẩm định", "the appraisal council")
    case "phong-noi-vu": say("Phòng Nội vụ", "the district's office of home affairs")
    case "phong-tu-phap": say("Phòng Tư pháp", "the district's office of justice")
    case "phong-tai-chinh":
      say("Phòng Tài chính - Kế hoạch", "the district's office of finance")
    default: id
    }
  }

  /// Who wrote an entry: `to-giup-viec/02` is a member of the helper team.
  package func author(_ id: String) -> String {
    if let name = round.plan.personNames[id] { return name }
    let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, office(parts[0]) != parts[0] else { return office(id) }
    return say(
      "\(office(parts[0])), thành viên \(parts[1])", "\(office(parts[0])), member \(parts[1])")
  }

  /// The heading of a column of points.
  package func layer(_ layer: Layer) -> String {
    switch layer {
    case .claimed: say("Tự chấm điểm", "Claimed")
    case .computed: say("Tính từ số liệu", "Computed")
    case .stage(let place): stage(place)
    case .final: say("Chính thức", "Final")
    }
  }

  /// A stage's title; the author's own language, except where English has a plain word.
  package func stage(_ place: Int) -> String {
    let stage = round.plan.stages[place]
    guard language == .english else { return stage.title }
    let same = round.plan.stages[...place].count { $0.kind == stage.kind }
    let isOnly = round.plan.stages.count { $0.kind == stage.kind } == 1
    let word =
      switch stage.kind {
      case .claim: "Self-assessment"
      case .appraisal: "Appraisal"
      case .explanation: "Explanation"
      case .council: "Council"
      }
    return isOnly ? word : "\(word) \(same)"
  }

  /// In which step an entry was made: its stage, or the amendment and the document that orders it.
  package func step(_ entry: AppraisalEntry) -> String {
    guard let basis = entry.amendedBy else { return stage(entry.stage) }
    return say("Điều chỉnh sau công bố theo \(basis)", "Amended after publication under \(basis)")
  }

  /// "điểm b, Điều 5, 1590/QĐ-UBND ngày 06/06/2017, Phụ lục 1".
  package func clause(_ clause: Clause) -> String {
    var parts: [String] = []
    if let point = clause.point { parts.append(say("điểm \(point)", "point \(point)")) }
    if let article = clause.article { parts.append(say("Điều \(article)", "article \(article)")) }
    var document = clause.document
    if let date = clause.date {
      document += say(" ngày \(numbers.date(date))", " of \(numbers.date(date))")
    }
    parts.append(document)
    if let annex = clause.annex { parts.append(annex) }
    return parts.joined(separator: ", ")
  }

  /// Who gives an item its points before appraisal.
  package func scorer(_ scoredBy: ScoredBy) -> String {
    switch scoredBy {
    case .unit: say("cơ quan, đơn vị, địa phương tự chấm", "the unit's own score")
    case .register:
      say("tính từ sổ theo dõi của cơ quan khác", "computed from another office's register")
    case .dossiers:
      say("tính từ kết quả giải quyết hồ sơ TTHC", "computed from the dossier results")
    case .survey:
      say("tính từ kết quả điều tra xã hội học", "computed from the survey's results")
    case .council: say("Hội đồng thẩm định cho điểm", "the appraisal council gives the points")
    case .system:
      say("tính từ chính dữ liệu của kỳ đánh giá", "computed from the round's own data")
    }
  }

  /// The words themselves.
  package var illustrationMark: String {
    say("số liệu minh họa", "illustrative data (số liệu minh họa)")
  }
}
