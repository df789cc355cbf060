package import Diagnostics
package import Grading

/// What `run` says at the end: counts, what is provisional and why, where the outputs are.
package struct RoundSummaryText: Sendable {
  /// A file or folder that was written.
  package struct Output: Hashable, Sendable {
    package let title: String
    package let path: String

    package init(title: String, path: String) {
      self.title = title
      self.path = path
    }
  }

  let words: RoundWords
  let isColoured: Bool

  package init(_ round: Round, _ language: Language, isColoured: Bool = false) {
    words = RoundWords(round, language)
    self.isColoured = isColoured
  }

  private var round: Round { words.round }
  private var numbers: NumberWords { words.numbers }
  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// The summary; `leftOut` names units whose files could not be used.
  package func text(
    problems: DiagnosticSummary? = nil, leftOut: [String] = [], outputs: [Output] = []
  ) -> String {
    var page = TextPage(isColoured: isColoured)
    page.heading(round.plan.title)
    if let mark = words.roundIllustration { page.line(mark) }
    page.line(say("Tình trạng: ", "State: ") + words.state(round.plan.publication) + ".")
    if let problems {
      page.line(say("Kiểm tra tệp: ", "Files: ") + problems.wording[words.language] + ".")
    }
    if !leftOut.isEmpty {
      page.line(
        say(
          "KHÔNG TÍNH \(leftOut.count) cơ quan, đơn vị, địa phương vì tệp có lỗi: ",
          "LEFT OUT \(leftOut.count) units whose files are faulty: ")
          + leftOut.map(words.unit).joined(separator: "; ") + ".")
    }
    page.gap()
    page.table(blocks())
    writeProvisional(&page)
    writeOutputs(outputs, &page)
    return page.text
  }

  // MARK: Outputs

  /// Each folder once, and in it the names, which are never broken.
  private func writeOutputs(_ outputs: [Output], _ page: inout TextPage) {
    guard !outputs.isEmpty else { return }
    page.gap()
    page.heading(say("Kết quả được ghi tại", "Outputs"))
    var folder: Substring?
    let width = outputs.map(\.name.count).max() ?? 0
    for output in outputs {
      if output.folder != folder { page.line(String(output.folder), indent: 2) }
      folder = output.folder
      let space = String(repeating: " ", count: width - output.name.count)
      page.verbatim("    \(output.name)\(space)  \(output.title)")
    }
  }

  // MARK: Blocks

  private func blocks() -> TextTable {
    var table = TextTable([
      .init(title: say("Khối", "Block"), limit: 44),
      .init(title: say("Số nơi", "Units"), alignment: .trailing),
      .init(title: say("Đã nộp", "Handed in"), alignment: .trailing, limit: 8),
      .init(title: say("Xếp hạng", "Ranked"), alignment: .trailing),
      .init(
        title: say("Trong đó tạm tính", "Provisional among them"), alignment: .trailing, limit: 11),
      .init(title: say("Số nhóm", "Groups"), alignment: .trailing),
      .init(title: say("Xếp hạng (mức)", "Grades"), limit: 48),
    ])
    var all = Count()
    for (place, block) in round.plan.blocks.enumerated() {
      let groups = round.groups.filter { $0.block == place }
      let count = Count(groups.flatMap(\.units).map { round.units[$0] })
      all.add(count)
      table.add(
        row(block.title, count, block.groupsByParent ? String(groups.count) : "1")
          + [grades(block, place)])
    }
    table.addRule()
    table.add(row(say("Cộng", "All"), all, "") + [""], isStrong: true)
    return table
  }

  private func row(_ title: String, _ count: Count, _ groups: String) -> [String] {
    [
      title, numbers.count(count.units), numbers.count(count.submitted),
      numbers.count(count.ranked), numbers.count(count.provisional), groups,
    ]
  }

  private func grades(_ block: Block, _ place: Int) -> String {
    var counts = Array(repeating: 0, count: block.grades.count)
    for unit in round.units where unit.record.block == place {
      if let grade = unit.totals.last??.grade { counts[grade.grade] += 1 }
    }
    return zip(block.grades, counts).map { "\($0.name) \(numbers.count($1))" }
      .joined(separator: ", ")
  }

  private struct Count {
    var units = 0
    var submitted = 0
    var ranked = 0
    var provisional = 0

    init() {}

    init(_ results: [UnitResult]) {
      units = results.count
      submitted = results.count(where: \.isSubmitted)
      ranked = results.count { $0.totals.last??.place != nil }
      provisional = results.count { $0.totals.last??.place != nil && $0.isProvisional }
    }

    mutating func add(_ other: Count) {
      units += other.units
      submitted += other.submitted
      ranked += other.ranked
      provisional += other.provisional
    }
  }

  // MARK: What is open

  /// How many provisional units are named.
  private static let namedUnits = 20

  private func writeProvisional(_ page: inout TextPage) {
    let last = round.layers.count - 1
    let provisional = round.units.filter { $0.totals.last??.place != nil && $0.isProvisional }
    guard !provisional.isEmpty else { return }
    var open = OpenItems()
    for unit in provisional { open.add(OpenItems(unit, layer: last)) }
    page.gap()
    page.heading(say("Kết quả còn tạm tính", "Provisional results"))
    let names = provisional.prefix(Self.namedUnits).map(\.record.unit.name)
    let others = provisional.count - names.count
    page.line(
      names.joined(separator: "; ")
        + (others > 0 ? say(" và \(others) nơi khác", " and \(others) others") : "") + ".",
      indent: 2)
    guard !open.isEmpty else { return }
    page.line(say("Vì sao:", "Why:"), indent: 2)
    for line in words.lines(open, ofMany: true) { page.line("- \(line)", indent: 2) }
  }
}

extension RoundSummaryText.Output {
  fileprivate var folder: Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? "."
  }
  fileprivate var name: Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }
}

extension UnitResult {
  fileprivate var isProvisional: Bool { totals.last??.isProvisional == true }
}

extension RoundWords {
  /// Where publication stands, with the decision once there is one.
  package func state(_ publication: Publication) -> String {
    let state =
      switch publication.state {
      case .draft: say("dự thảo, chưa công bố", "draft, not published")
      case .passed: say("Hội đồng thẩm định đã thông qua", "passed by the council")
      case .submitted: say("đã trình UBND tỉnh", "submitted")
      case .issued: say("đã ban hành quyết định", "decision issued")
      case .published: say("đã công bố", "published")
      case .amended: say("đã công bố, có đính chính, điều chỉnh", "published and amended")
      }
    guard let decision = publication.decision else { return state }
    let date = publication.date.map { say(" ngày \(numbers.date($0))", " of \(numbers.date($0))") }
    let signer = publication.signer.map { say(", người ký: \($0)", ", signed by \($0)") }
    return state + say(", Quyết định số ", ", decision ") + decision + (date ?? "") + (signer ?? "")
  }
}
