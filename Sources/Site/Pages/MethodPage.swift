internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// How points, index, grades and places come about, from the round and its criteria files.
extension Site {
  var methodPage: SitePage {
    page(SitePath.method, title: say("Cách chấm điểm", "Method"), section: .method) { page in
      page.element("h2", text: say("Bộ tiêu chí", "Criteria sets"))
      page.element("ul") { list in
        for (place, set) in round.sets.enumerated() where facts.usedSets.contains(place) {
          list.element("li") { entry in
            authored(set.title, to: SitePath.method(of: facts.setNames[place]), &entry)
            if let basis = set.basis { entry.text(" (\(words.clause(basis)))") }
          }
        }
      }
      page.line()
      writeIndex(&page)
      writeSteps(&page)
      for block in round.plan.blocks { writeBlock(block, &page) }
    }
  }

  private func writeIndex(_ page: inout HTMLWriter) {
    page.element("h2", text: say("Chỉ số cải cách hành chính", "The index"))
    page.element(
      "p",
      text: say(
        "Chỉ số = tổng điểm đạt được ÷ tổng điểm tối đa của những nội dung áp dụng × 100, cộng điểm thưởng, trừ điểm trừ nếu có. Nội dung không áp dụng thì không tính vào tổng điểm tối đa. Mọi phép tính là chính xác; chỉ làm tròn ở chỗ bộ tiêu chí quy định.",
        "Index = points ÷ maximum of what applies × 100, with bonus and penalty where there are any. What does not apply leaves the denominator. All sums are exact; rounding happens only where a set says so."
      ))
    page.line()
  }

  private func writeSteps(_ page: inout HTMLWriter) {
    page.element("h2", text: say("Các bước", "Steps"))
    page.element("ol") { list in
      for (place, stage) in round.plan.stages.enumerated() {
        list.element("li") { entry in
          entry.text(words.stage(place))
          if let who = stage.who { entry.text(": \(words.office(who))") }
          if let deadline = stage.deadline {
            let moment = numbers.moment(deadline)
            entry.text(say(", đến hết \(moment)", ", through \(moment)"))
          }
        }
      }
    }
    page.element(
      "p",
      text: say(
        "Phiếu điểm ghi riêng điểm ở từng bước; điểm chính thức là điểm của bước quyết định sau cùng.",
        "Score sheets keep the points of each step apart; final points are those of the last step that decided."
      ))
    page.line()
  }

  private func writeBlock(_ block: Block, _ page: inout HTMLWriter) {
    page.element("h2") { authored("span", block.title, &$0) }
    page.element("p", text: rankings.basis(block))
    if let breakers = rankings.breakers(block) { page.element("p", text: breakers) }
    guard !block.conditions.isEmpty else { return }
    page.element("p", text: say("Điều kiện xếp mức:", "Conditions on the grade:"))
    page.element("ul") { list in
      for condition in block.conditions {
        list.element("li") { entry in
          entry.text("\(condition.reason): \(sheets.effect(condition, block))")
          if let clause = condition.clause { entry.text(" (\(words.clause(clause)))") }
        }
      }
    }
    page.line()
  }

  // MARK: One set

  func methodPage(set place: Int) -> SitePage {
    let set = round.sets[place]
    return page(
      SitePath.method(of: facts.setNames[place]), title: set.title, section: .method,
      trail: [(SitePath.method, say("Cách chấm điểm", "Method"))]
    ) { page in
      if let basis = set.basis {
        page.element("p", text: say("Căn cứ: ", "Basis: ") + words.clause(basis) + ".")
      }
      if let standIn = set.standIn { page.element("p", text: standIn) }
      page.element(
        "p",
        text: say("Tổng điểm: ", "Total: ") + numbers.points(set.maximum) + ".")
      page.line()
      let rules = ruleWords(set)
      for area in set.areas {
        page.element("h2") {
          authored("span", "\(area.id). \(area.title)", &$0)
          $0.text(" (\(numbers.points(area.maximum)))")
        }
        for criterion in set.criteria[area.criteria] {
          let items = set.items[criterion.items]
          if items.count != 1 || items.first?.id != criterion.id {
            page.element("h3") { heading in
              authored(
                "\(criterion.id). \(criterion.title)",
                to: SitePath.criterion(criterion, of: facts.setNames[place]), &heading)
              heading.text(" (\(numbers.points(criterion.maximum)))")
            }
          }
          for item in items { writeItem(item, set, rules, &page) }
        }
      }
    }
  }

  private func writeItem(
    _ item: Item, _ set: CriteriaSet, _ rules: RuleWords, _ page: inout HTMLWriter
  ) {
    page.element("div", .class("item"), .id("m-\(SitePath.name(item.id))")) { box in
      box.element("p") { line in
        line.element("strong") { authored("span", "\(item.id). \(item.title)", &$0) }
        line.text(": \(numbers.points(item.maximum))")
      }
      let table = rules.table(item)
      if let measure = table.measure { box.element("p", text: measure + ":") }
      box.element("ul", .class("rule")) { list in
        for row in table.rows { list.element("li", text: row.text) }
      }
      if item.scale != .one { box.element("p", text: rules.sentence(item)) }
      box.element("dl", .class("list")) { list in
        func fact(_ name: String, _ value: String?) {
          guard let value, !value.isEmpty else { return }
          list.element("dt", text: name)
          list.element("dd", text: value)
        }
        fact(say("Nguồn điểm", "Points from"), words.scorer(item.scoredBy))
        fact(say("Thẩm định", "Appraised by"), item.appraisedBy.map(words.office))
        fact(say("Tài liệu kiểm chứng", "Evidence"), rules.evidence(item))
        fact(say("Áp dụng", "Applies"), rules.expressions.applicability(item.applicability))
        fact(say("Thiếu số liệu", "Figure missing"), item.ifMissing.map(words.fallback))
        fact(say("Không tính được", "Cannot be computed"), item.ifUndefined.map(words.fallback))
        fact(say("Hướng dẫn", "Guidance"), item.guidance)
        fact(say("Căn cứ", "Clause"), item.clause.map(words.clause))
      }
    }
    page.line()
  }
}
