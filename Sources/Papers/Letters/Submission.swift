internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Typesetting

/// What is put before who decides: the result as the council passed it.
extension RoundPapers {
  func submission(_ council: Council) -> Paper {
    let lower = topic
    let subject = say(
      "Về việc phê duyệt, công bố kết quả \(lower)", "Approval and publication: \(lower)")
    let authority = authority(of: council)
    var blocks = letterhead(submitter(council), sign: "TTr")
    blocks += letterTitle(say("TỜ TRÌNH", "SUBMISSION"), subject)
    blocks.append(address(authority))
    let bases = grounds(council)
    blocks += bases.map { .paragraph(PaperParagraph(.ground, say("Căn cứ \($0);", "On \($0);"))) }
    let submitter = submitterName(council)
    blocks.append(
      body(
        say(
          "\(submitter) báo cáo và kính trình \(authority) xem xét, phê duyệt kết quả \(lower), cụ thể như sau:",
          "\(submitter) submits the result to \(authority) for approval:")))
    blocks += illustration
    blocks += coursePart(council)
    blocks += outcomePart(council)
    blocks += openPart(council)
    blocks.append(heading(say("IV. KIẾN NGHỊ", "IV. PROPOSAL")))
    blocks.append(
      body(
        say(
          "\(submitter) kính trình \(authority) xem xét, ban hành Quyết định phê duyệt, công bố kết quả \(lower) (kèm theo dự thảo Quyết định và các phụ lục)./.",
          "\(submitter) asks \(authority) to approve and publish the result (draft decision and annexes attached)."
        )))
    blocks += signature(
      [
        council.parent == nil
          ? office.organiserHead?.uppercased() ?? say("GIÁM ĐỐC", "DIRECTOR")
          : say("TRƯỞNG PHÒNG", "HEAD")
      ], name: nil,
      recipients: [
        say("Như trên", "As above"), say("Hội đồng thẩm định", "The appraisal council"),
        say("Lưu: VT", "File"),
      ])
    return paper(subject, [PaperSection(name: submitter, mark: mark(of: council), blocks: blocks)])
  }

  private func units(_ council: Council) -> [Int] {
    council.groups.flatMap { round.groups[$0].units }
  }

  /// The documents that the sets stand on, once each.
  private func grounds(_ council: Council) -> [String] {
    let sets = Set(units(council).map { round.units[$0].record.set }).sorted()
    return sets.compactMap { round.sets[$0].basis.map(ground) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func coursePart(_ council: Council) -> [PaperBlock] {
    let units = units(council)
    let missing = units.filter { !round.units[$0].isSubmitted }
    let count = numbers.count(units.count)
    let handedIn = numbers.count(units.count - missing.count)
    var blocks = [
      heading(say("I. QUÁ TRÌNH TỔ CHỨC ĐÁNH GIÁ", "I. COURSE")),
      body(
        say(
          "Có \(count) cơ quan, đơn vị, địa phương thuộc đối tượng đánh giá; \(handedIn) nơi đã nộp bản tự chấm điểm.",
          "\(count) units are assessed; \(handedIn) handed in a self-assessment.")),
    ]
    if !missing.isEmpty {
      let names = missing.map { round.units[$0].record.unit.name }.joined(separator: "; ")
      blocks.append(body(say("Không nộp: \(names).", "Handed in nothing: \(names).")))
    }
    let steps = round.plan.stages.enumerated().map { place, stage in
      words.stage(place)
        + (stage.deadline.map {
          say(" (đến hết \(numbers.moment($0)))", " (through \(numbers.moment($0)))")
        }
          ?? "")
    }
    blocks.append(
      body(
        say("Các bước đã thực hiện: ", "Steps: ") + steps.joined(separator: "; ") + "."))
    if council.parent == nil, let meeting = meetings.last {
      blocks.append(
        body(
          say(
            "Hội đồng thẩm định đã họp, thống nhất kết quả ngày \(numbers.date(meeting.event.content.time.day)).",
            "The council met and agreed on \(numbers.date(meeting.event.content.time.day))."
          )))
    }
    return blocks
  }

  /// By group: how many got which grade, and how far they lie apart.
  private func outcomePart(_ council: Council) -> [PaperBlock] {
    let names = council.groups.flatMap { round.plan.blocks[round.groups[$0].block].grades }
      .reduce(into: [String]()) { if !$0.contains($1.name) { $0.append($1.name) } }
    var table = PaperTable(
      .ruled,
      [.init(38), .init(15, .center), .init(16, .center)] + names.map { _ in .init(20, .center) }
        + [.init(17, .trailing), .init(17, .trailing), .init(17, .trailing)])
    table.heads = [
      PaperRow(
        [
          PaperCell(say("Khối", "Block")), PaperCell(say("Số cơ quan", "Units")),
          PaperCell(say("Được xếp hạng", "Ranked")),
        ] + names.map { PaperCell($0) } + [
          PaperCell(say("Cao nhất (%)", "Highest (%)")),
          PaperCell(say("Trung vị (%)", "Median (%)")),
          PaperCell(say("Thấp nhất (%)", "Lowest (%)")),
        ])
    ]
    table.rows = council.groups.map { outcomeRow(round.groups[$0], names) }
    return [heading(say("II. KẾT QUẢ", "II. RESULT")), .table(table)]
  }

  private func outcomeRow(_ group: RankingGroup, _ names: [String]) -> PaperRow {
    let block = round.plan.blocks[group.block]
    let totals = group.units.filter(round.hasShownResult).compactMap {
      round.units[$0].totals[last]
    }
    let places =
      group.units.map { round.sets[round.units[$0].record.set].rounding.index }.max() ?? 2
    let spread = Spread(totals.compactMap(\.index))
    func index(_ value: Exact?) -> PaperCell {
      value.map { cell($0, places: places) } ?? PaperCell("–", .center)
    }
    return PaperRow(
      [
        PaperCell(block.title), cell(group.units.count), cell(totals.count { $0.place != nil }),
      ]
        + names.map { name in
          cell(totals.count { $0.grade.map { block.grades[$0.grade].name == name } ?? false })
        } + [index(spread?.highest), index(spread?.median), index(spread?.lowest)])
  }

  /// What is still provisional, by unit.
  private func openPart(_ council: Council) -> [PaperBlock] {
    let open = units(council).filter {
      round.hasShownResult($0) && round.units[$0].totals[last]?.isProvisional == true
    }
    let head = heading(say("III. NỘI DUNG CÒN TẠM TÍNH", "III. WHAT IS PROVISIONAL"))
    guard !open.isEmpty else { return [head, body(say("Không có.", "None."))] }
    return [head]
      + open.map { unit in
        let result = round.units[unit]
        let reasons = words.text(OpenItems(result, layer: last))
        return .paragraph(
          PaperParagraph(.listEntry, "- \(result.record.unit.name): \(reasons)."))
      }
  }
}
