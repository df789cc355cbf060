internal import Grading
internal import Loading
internal import Reports
internal import Typesetting

/// What the council tells a unit of the appraisal before it decides: own figures only.
extension RoundPapers {
  /// nil: there is no result to tell, or no appraisal in the round.
  func notice(_ unit: Int) -> Paper? {
    guard round.hasShownResult(unit), let layer = appraised, let council = council(of: unit) else {
      return nil
    }
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    let name = result.record.unit.name
    let subject = say(
      "Kết quả thẩm định (tạm thời) việc thực hiện công tác cải cách hành chính năm \(year) của \(name)",
      "Provisional appraisal for \(year) of \(name)")
    var blocks = letterhead(issuer(council), sign: "TB")
    blocks += letterTitle(say("THÔNG BÁO", "NOTICE"), subject)
    blocks.append(address(spelled(name)))
    let stage = words.layer(round.layers[layer])
    blocks.append(
      body(
        say(
          "Hội đồng thẩm định thông báo kết quả thẩm định (bước “\(stage)”) đối với \(name) như sau. Kết quả này chưa phải là kết quả chính thức.",
          "The appraisal council tells \(name) what the step “\(stage)” came to. It is not final."))
    )
    blocks += illustration
    blocks.append(heading(say("I. KẾT QUẢ", "I. RESULT")))
    blocks.append(.table(areaTable(.ruled, result, set, layers: [0, layer], median: nil)))
    blocks += differencePart(unit, layer, set)
    let found = finder.gaps(of: unit)
    blocks += gapPart(found)
    blocks += requestPart(name)
    blocks += signature(
      [
        say("TM. HỘI ĐỒNG", "FOR THE COUNCIL"),
        office.chair?.uppercased() ?? say("CHỦ TỊCH", "CHAIR"),
      ],
      name: nil,
      recipients: [
        spelled(name), say("Tổ giúp việc Hội đồng thẩm định", "The council's helper team"),
        say("Lưu: VT", "File"),
      ])
    return paper(subject, [PaperSection(name: name, mark: illustrationMark, blocks: blocks)])
  }

  private func differencePart(_ unit: Int, _ layer: Int, _ set: CriteriaSet) -> [PaperBlock] {
    let head = heading(
      say(
        "II. NỘI DUNG CÓ ĐIỂM THẨM ĐỊNH KHÁC ĐIỂM TỰ CHẤM", "II. WHERE APPRAISAL DIFFERS"))
    let table = changeTable(unit, from: 0, to: layer, limit: nil)
    guard !table.rows.isEmpty else { return [head, body(say("Không có.", "None."))] }
    return [head, .table(table)]
  }

  private func gapPart(_ found: UnitGaps) -> [PaperBlock] {
    let own = found.gaps.filter { gap in
      switch gap.group {
      case .notDone, .evidence, .figures: true
      case .otherOffice: false
      }
    }
    let head = heading(
      say("III. NỘI DUNG CẦN BỔ SUNG, GIẢI TRÌNH", "III. TO BE MENDED OR EXPLAINED"))
    guard !own.isEmpty else { return [head, body(say("Không có.", "None."))] }
    return [head, .table(gapTable(own, found))]
  }

  private func requestPart(_ name: String) -> [PaperBlock] {
    let stage = round.plan.stages.last { $0.kind == .explanation }
    let until = stage?.deadline.map(numbers.moment) ?? dots
    return [
      body(
        say(
          "Đề nghị \(name) rà soát, gửi giải trình và tài liệu kiểm chứng bổ sung (nếu có) về \(councilName) đến hết \(until). Quá thời hạn trên, Hội đồng thẩm định quyết định theo hồ sơ hiện có./.",
          "\(name) is asked to answer through \(until); after that the council decides on what there is."
        ))
    ]
  }
}
