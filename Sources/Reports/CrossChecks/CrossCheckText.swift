internal import Diagnostics
internal import Grading

/// Cross-checks as a page.
extension CrossCheckReport {
  package func text(isColoured: Bool = false) -> String {
    var page = TextPage(isColoured: isColoured)
    page.heading(say("Đối chiếu chéo", "Cross-checks"))
    page.line(round.plan.title)
    if let mark = words.roundIllustration { page.line(mark) }
    page.line(
      say(
        "Những điểm dưới đây để xem xét, trao đổi; không làm thay đổi điểm và không phải kết luận.",
        "What follows is to be looked at and talked about; it changes no points and is no finding.")
    )
    if !round.plan.publication.isPublic {
      page.line(
        say(
          "Không cung cấp cho cơ quan, đơn vị, địa phương được chấm trước khi công bố.",
          "Not to be given to the units that are assessed before publication."))
    }
    writeDocuments(&page)
    writeFigures(&page)
    writeRepeated(&page)
    writeDrift(&page)
    return page.text
  }

  private func section(_ number: Int, _ title: String, _ page: inout TextPage) {
    page.gap()
    page.heading("\(number). \(title)")
  }

  private func writeDocuments(_ page: inout TextPage) {
    section(
      1, say("Tài liệu, văn bản dùng nhiều lần", "Documents that are used more than once"), &page)
    if checks.documents.isEmpty { page.line(say("Không có.", "None."), indent: 2) }
    for kind in SharedDocument.Kind.allCases {
      let own = checks.documents.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      page.gap()
      page.line("\(kind.title[words.language]) (\(numbers.count(own.count)))", indent: 2)
      for shared in own.prefix(Self.mostDocuments) {
        page.line("- " + mark(shared), indent: 2)
        for use in shared.uses.prefix(Self.mostUses) { page.line(self.use(use), indent: 4) }
        writeRest(shared.uses.count - Self.mostUses, indent: 4, &page)
      }
      writeRest(own.count - Self.mostDocuments, indent: 2, &page)
    }
  }

  /// What a page shows of each; the table and the JSON have all of it.
  private static let mostDocuments = 10
  private static let mostUses = 5

  private func writeRest(_ count: Int, indent: Int, _ page: inout TextPage) {
    guard count > 0 else { return }
    let number = numbers.count(count)
    page.line(
      say("… và \(number) nữa (xem --format csv)", "… and \(number) more (see --format csv)"),
      indent: indent)
  }

  private func writeFigures(_ page: inout TextPage) {
    section(
      2,
      say(
        "Số liệu khai, đề nghị so với sổ theo dõi và số liệu hồ sơ",
        "Figures stated or claimed against registers and dossiers"), &page)
    let figures = checks.figures
    let counts = [figures.equal, figures.differing.count, figures.notHeld].map(numbers.count)
    page.line(
      say(
        "\(counts[0]) số liệu khai khớp, \(counts[1]) khác, \(counts[2]) chưa có số liệu để so.",
        "\(counts[0]) stated figures agree, \(counts[1]) differ, \(counts[2]) have nothing to "
          + "compare with."), indent: 2)
    for figure in figures.differing {
      let items = ids(figure.items, of: figure.unit)
      let place = items.isEmpty ? "" : ", \(items)"
      page.line("- \(name(figure.unit))\(place): \(statement(figure))", indent: 2)
    }
  }

  private func writeRepeated(_ page: inout TextPage) {
    section(
      3, say("Tài liệu đã dùng ở kỳ trước", "Evidence of the round before"), &page)
    guard let previous, let repeated = checks.repeated else {
      return page.line(
        say(
          "Chưa đối chiếu: chưa chỉ ra kỳ trước (--previous).",
          "Not compared: no round before was given (--previous)."), indent: 2)
    }
    page.line(say("Kỳ trước: ", "The round before: ") + previous.round.plan.title, indent: 2)
    if repeated.isEmpty { page.line(say("Không có.", "None."), indent: 2) }
    for document in repeated.prefix(Self.mostDocuments) {
      page.line("- " + use(document.use), indent: 2)
      for use in document.before.prefix(Self.mostUses) {
        page.line(say("kỳ trước: ", "before: ") + self.use(use, in: previous), indent: 4)
      }
      writeRest(document.before.count - Self.mostUses, indent: 4, &page)
    }
    writeRest(repeated.count - Self.mostDocuments, indent: 2, &page)
  }

  private func writeDrift(_ page: inout TextPage) {
    section(
      4,
      say(
        "Mức thay đổi điểm tự chấm theo từng người thẩm định",
        "How far each appraiser's decisions move claims"), &page)
    let least = numbers.count(checks.leastCases)
    page.line(
      say(
        "Để trao đổi, thống nhất cách chấm; xếp theo tiêu chí và mã người thẩm định, không phải xếp "
          + "hạng. Chỉ tính trung bình khi mỗi bên có từ \(least) lượt trở lên.",
        "For talking about, so that all appraise alike; by item and id, no league table. Means only "
          + "where each side has \(least) cases or more."), indent: 2)
    let enough = checks.drift.filter { $0.mean != nil }
    if !enough.isEmpty {
      page.gap()
      page.table(table(enough), indent: 2)
      page.gap()
    }
    let few = checks.drift.count - enough.count
    guard few > 0 else { return }
    let count = numbers.count(few)
    page.line(
      say(
        "Quá ít lượt để so sánh: \(count) trường hợp (người thẩm định theo từng tiêu chí).",
        "Too few cases to compare: \(count) (one for each appraiser and item)."), indent: 2)
  }

  private func table(_ drift: [AppraiserDrift]) -> TextTable {
    var table = TextTable([
      .init(title: say("Bộ tiêu chí", "Set"), limit: 28),
      .init(title: say("Mã", "Id")),
      .init(title: say("Người thẩm định", "Appraiser"), limit: 40),
      .init(title: say("Số lượt", "Cases"), alignment: .trailing),
      .init(title: say("Trung bình", "Mean"), alignment: .trailing),
      .init(title: say("Lượt của người khác", "Others' cases"), alignment: .trailing, limit: 12),
      .init(
        title: say("Trung bình của người khác", "Others' mean"), alignment: .trailing, limit: 14),
    ])
    for row in drift {
      let set = round.sets[row.set]
      table.add([
        set.id, set.items[row.item].id, words.author(row.author), numbers.count(row.cases),
        row.mean.map(move) ?? "–", numbers.count(row.others), row.othersMean.map(move) ?? "–",
      ])
    }
    return table
  }
}
