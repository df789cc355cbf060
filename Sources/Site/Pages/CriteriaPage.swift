internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// All criteria of all sets: what each is worth and how much of it units got.
extension Site {
  var criteriaPage: SitePage {
    page(SitePath.criteria, title: say("Tiêu chí", "Criteria"), section: .criteria) { page in
      page.element(
        "p",
        text: say(
          "Mỗi tiêu chí có một trang: các cơ quan, đơn vị, địa phương đạt bao nhiêu điểm, nơi nào mất điểm.",
          "Each criterion has its page: how many points units have, and who lost some."))
      for (place, set) in round.sets.enumerated() where facts.usedSets.contains(place) {
        page.element("h2") { authored("span", set.title, &$0) }
        page.element("p", .class("dim")) { line in
          if let basis = set.basis { line.text(words.clause(basis) + ". ") }
          line.text(
            say(
              "\(numbers.count(facts.unitsOfSet[place].count)) nơi được chấm. ",
              "\(numbers.count(facts.unitsOfSet[place].count)) units. "))
          line.link(
            to: SitePath.method(of: facts.setNames[place]), text: say("Cách chấm", "Method"))
          line.text(".")
        }
        writeCriteria(place, set, &page)
      }
    }
  }

  private func writeCriteria(_ place: Int, _ set: CriteriaSet, _ page: inout HTMLWriter) {
    let columns: [HTMLWriter.Column] = [
      .init(say("Mã", "Id")), .init(say("Tiêu chí", "Criterion")),
      .init(say("Điểm tối đa", "Maximum"), isNumber: true, sorting: .keys),
      .init(say("Tỷ lệ đạt trung vị (%)", "Median share (%)"), isNumber: true, sorting: .keys),
      .init(say("Số nơi mất điểm", "Lost points"), isNumber: true, sorting: .keys),
      .init(say("Phân bố", "Spread")),
    ]
    page.table(
      id: "bo-\(place + 1)", caption: say("Tiêu chí của \(set.title)", "Criteria: \(set.title)"),
      columns
    ) { table in
      table.element("tbody") { body in
        for criterion in set.criteria {
          let marks = marks(place, criterion)
          let spread = Spread(marks.compactMap(\.share))
          let losing = marks.count { $0.lost > .zero }
          body.row { row in
            row.cell(criterion.id)
            row.element("th", .scope("row")) {
              authored(
                criterion.title, to: SitePath.criterion(criterion, of: facts.setNames[place]), &$0)
            }
            row.numberCell(sheets.points(criterion.maximum, set), key: sortKey(criterion.maximum))
            row.numberCell(
              spread.map { numbers.fixed($0.median, places: 1) } ?? "–",
              key: sortKey(spread?.median))
            row.numberCell("\(losing)/\(marks.count)", key: String(losing))
            row.element("td") { cell in if let spread { cell.spread(spread) } }
          }
        }
      }
    }
  }

  /// What a unit has of a criterion, or of one item.
  struct Mark {
    let unit: Int
    let points: Exact
    let maximum: Exact
    /// What it might have had more, or of a penalty what it was given.
    let lost: Exact

    /// In percent; nil: nothing applies.
    var share: Exact? { (points * .hundred).divided(by: maximum) }
  }

  func marks(_ set: Int, _ criterion: Criterion) -> [Mark] {
    facts.unitsOfSet[set].map { mark($0, criterion.items) }
  }

  func mark(_ unit: Int, _ items: Range<Int>) -> Mark {
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    var points = Exact.zero
    var maximum = Exact.zero
    var lost = Exact.zero
    for item in items where result.sheets[last][item].counts {
      let own = result.sheets[last][item].points
      points += own
      maximum += set.items[item].maximum
      switch set.areas[set.items[item].area].kind {
      case .regular: lost += set.items[item].maximum - own
      case .bonus: break
      case .penalty: lost += own
      }
    }
    return Mark(unit: unit, points: points, maximum: maximum, lost: lost)
  }
}
