internal import Grading
internal import Loading

/// The papers behind the answers.
extension SampleSubmission {
  mutating func prove(_ item: Item, _ answer: inout AnswerDraft, _ random: inout Randomness) {
    guard item.evidence.isRequired, !scenario.withoutEvidence.contains(item.id) else { return }
    if answer.values.contains(where: { $0.value == .given(.noDate) }) { return }
    if random.chance((1000 - facts.quality) / 8) {
      if answer.note == nil, random.chance(400) {
        answer.note = "Tài liệu đang hoàn thiện, sẽ bổ sung khi thẩm định"
      }
      return
    }
    if scenario.citePlan.contains(item.id) || isAboutPlan(item), hasPaper("ke-hoach-cchc") {
      answer.citations = [
        PaperCitation(id: "ke-hoach-cchc", section: roman(&random), pages: pages(&random))
      ]
      return
    }
    let typed = answer.values.lazy.compactMap { value -> CalendarDay? in
      if case .given(.date(let moment)) = value.value { moment.day } else { nil }
    }.first
    if typed == nil, item.evidence.kinds.contains("báo cáo"), random.chance(350) {
      addYearReport(&random)
      answer.citations = [
        PaperCitation(id: "bao-cao-cchc-nam", section: roman(&random), pages: pages(&random))
      ]
      return
    }
    let paper = paper(item, date: typed, &random)
    answer.citations = [
      PaperCitation(
        id: paper.id, section: PaperKind.isNumbered(paper.kind) ? roman(&random) : nil,
        pages: paper.url == nil ? pages(&random) : nil)
    ]
    draft.papers.append(paper)
  }

  /// The item on what stands in the plan whose date another item takes.
  private func isAboutPlan(_ item: Item) -> Bool {
    item.evidence.kinds.first == "kế hoạch" && item.evidence.atMostItems != nil
  }

  private func hasPaper(_ id: String) -> Bool { draft.papers.contains { $0.id == id } }

  private mutating func paper(
    _ item: Item, date: CalendarDay?, _ random: inout Randomness
  ) -> Paper {
    let isPlan = item.id == "1.1.1"
    let kind = isPlan ? "kế hoạch" : random.pick(item.evidence.kinds) ?? "báo cáo"
    let subject =
      isPlan ? "kế hoạch cải cách hành chính năm" : set.criteria[item.criterion].title
    var paper = Paper(
      id: isPlan
        ? "ke-hoach-cchc"
        : "\(PaperKind.slug(kind))-\(item.id.split(separator: ".").joined(separator: "-"))",
      kind: kind, title: PaperKind.title(kind, about: subject, year: year),
      issuer: facts.unit.name)
    let isOutside = scenario.outsideWindow.contains(item.id)
    let day = date ?? documentDay(item, kind, isOutside: isOutside, &random)
    if kind == "đường dẫn" {
      paper.url = "https://\(facts.unit.id).khanhhoa.example/\(paper.id)"
      paper.date = day
    } else if PaperKind.isNumbered(kind), !scenario.unnumbered.contains(item.id) {
      paper.date = day
      paper.number = PaperKind.number(
        kind, sign: UnitSigns.sign(facts.unit), date: day, &random)
    } else if !PaperKind.isNumbered(kind) {
      paper.date = day
    }
    if facts.unit.id == "cong-an-tinh", kind == "kết luận" || kind == "biên bản" {
      paper.isShownInPerson = true
    }
    if isPlan {
      attachPlan(&paper)
    } else if paper.url == nil, !paper.isShownInPerson, !random.chance(25) {
      paper.file = Self.bundle
    }
    return paper
  }

  /// A day inside the item's window, before the hand-in: plans early, results late.
  private func documentDay(
    _ item: Item, _ kind: String, isOutside: Bool, _ random: inout Randomness
  ) -> CalendarDay {
    let first = day(item.evidence.datedFrom) ?? CalendarDay(number: 16_900)
    let end = LocalMoment(parsing: "\(year)-12-07")?.day ?? first
    let last = min(day(item.evidence.datedThrough) ?? end, end)
    if isOutside { return first.adding(days: -random.int(20...90)) ?? first }
    let days = max(0, Int(last.number - first.number))
    let range =
      switch kind {
      case "kế hoạch": 0...(days / 4)
      case "quyết định", "công văn", "biên bản", "giấy chứng nhận": 0...days
      default: (days - min(days, 70))...days
      }
    var found = first.adding(days: random.int(range)) ?? first
    if found.isWeekend { found = found.adding(days: found.weekday == 5 ? 2 : 1) ?? found }
    return found
  }

  private func day(_ expression: CheckedExpression?) -> CalendarDay? {
    guard let expression, case .value(.date(let moment)) = data.evaluate(expression) else {
      return nil
    }
    return moment.day
  }

  private mutating func addYearReport(_ random: inout Randomness) {
    guard !hasPaper("bao-cao-cchc-nam"),
      let day = LocalMoment(parsing: "\(year)-12-0\(random.int(4...7))")?.day
    else { return }
    var paper = Paper(
      id: "bao-cao-cchc-nam", kind: "báo cáo",
      title: "Báo cáo kết quả thực hiện công tác cải cách hành chính năm \(year)",
      issuer: facts.unit.name)
    paper.date = day
    paper.number = PaperKind.number("báo cáo", sign: UnitSigns.sign(facts.unit), date: day, &random)
    attach(paper.fileText, to: &paper)
    draft.papers.append(paper)
  }

  private mutating func attachPlan(_ paper: inout Paper) {
    switch scenario.planFile {
    case .own: attach(paper.fileText, to: &paper)
    case .shared:
      attach(
        """
        TÀI LIỆU MINH HỌA, KHÔNG PHẢI VĂN BẢN THẬT
        Kế hoạch cải cách hành chính năm \(year) trên địa bàn
        Cơ quan ban hành: \(parentName ?? "")

        """, to: &paper)
    case .absent: paper.file = "evidence/\(paper.id).txt"
    case .empty: attach("", to: &paper)
    case .otherDigest:
      attach(paper.fileText, to: &paper)
      paper.digest = FileAccess.digest(Array("bản đã thay".utf8))
    }
  }

  private mutating func attach(_ text: String, to paper: inout Paper) {
    let name = "evidence/\(paper.id).txt"
    paper.file = name
    if !text.isEmpty { paper.digest = FileAccess.digest(Array(text.utf8)) }
    draft.files.append(GeneratedFile(path: name, text: text))
  }

  /// One scan of all the lesser papers, as most units hand them in.
  private static let bundle = "evidence/tai-lieu-kem-theo.txt"

  /// Writes the scan, once all papers are known.
  mutating func addBundle() {
    let bundled = draft.papers.indices.filter { draft.papers[$0].file == Self.bundle }
    guard !bundled.isEmpty else { return }
    var text = "TÀI LIỆU MINH HỌA, KHÔNG PHẢI VĂN BẢN THẬT\n\(facts.unit.name)\n"
    for (place, paper) in bundled.enumerated() { text += draft.papers[paper].entry(place + 1) }
    let digest = FileAccess.digest(Array(text.utf8))
    for paper in bundled { draft.papers[paper].digest = digest }
    draft.files.append(GeneratedFile(path: Self.bundle, text: text))
  }

  /// The list of dossiers that another office made late.
  mutating func addLinkedList() {
    guard let dossiers = facts.dossiers, dossiers.late > 0, scenario.listsLinkedLate else { return }
    var table = Table(header: ["dossier", "procedure", "office", "days_late"])
    if let known = dossiers.linkedLate {
      guard !known.isEmpty else { return }
      table.rows = known
    } else {
      var random = Randomness(seed, facts.identity, "linked-late")
      for place in 1...max(1, min(4, dossiers.late / 3)) {
        table.rows.append([
          "MH-\(year)-\(place)", "Thủ tục minh họa số \(place)",
          random.pick(["Chi cục Thuế", "Văn phòng đăng ký đất đai", "Công an cấp huyện"]) ?? "",
          String(random.int(1...6)),
        ])
      }
    }
    draft.listsLinkedLate = true
    draft.files.append(
      GeneratedFile(path: "evidence/ho-so-lien-thong-tre-han.csv", text: table.text))
  }

  private func roman(_ random: inout Randomness) -> String {
    random.pick(["I", "II", "III", "IV", "V"]) ?? "I"
  }

  private func pages(_ random: inout Randomness) -> String {
    let first = random.int(1...6)
    let more = random.int(0...3)
    return more == 0 ? "\(first)" : "\(first)-\(first + more)"
  }
}
