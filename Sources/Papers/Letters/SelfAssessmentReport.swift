internal import Grading
internal import Loading
internal import Reports
internal import Typesetting

/// What a unit reports of its own assessment, to be edited and signed.
extension RoundPapers {
  /// nil: the unit handed in nothing.
  func report(_ unit: Int) -> Paper? {
    let result = round.units[unit]
    guard result.isSubmitted else { return nil }
    let record = result.record
    let set = round.sets[record.set]
    let name = record.unit.name
    let subject = say(
      "Kết quả tự đánh giá, chấm điểm thực hiện công tác cải cách hành chính năm \(year) của \(name)",
      "Self-assessment on administrative reform \(year) of \(name)")
    var blocks = letterhead(issuer(record.unit), sign: "BC")
    blocks += letterTitle(say("BÁO CÁO", "REPORT"), subject)
    blocks.append(address(councilName))
    let basis = set.basis.map(ground) ?? set.title
    blocks.append(
      body(
        say(
          "Căn cứ \(basis), \(name) báo cáo kết quả tự đánh giá, chấm điểm thực hiện công tác cải cách hành chính năm \(year) như sau:",
          "On the basis of \(basis), \(name) reports its self-assessment for \(year):")))
    blocks += illustration
    blocks += claimedPart(result, set)
    blocks += explanationPart(record, set)
    blocks.append(heading(say("III. KHÓ KHĂN, VƯỚNG MẮC", "III. DIFFICULTIES")))
    blocks += blanks(3)
    blocks += proposalPart(record, set)
    blocks.append(
      body(
        say(
          "Trên đây là báo cáo kết quả tự đánh giá, chấm điểm thực hiện công tác cải cách hành chính năm \(year) của \(name)./.",
          "This is the self-assessment of \(name) for \(year).")))
    let signature = record.assessment.signedBy
    let head = signature?.position ?? office.unitHead ?? say("THỦ TRƯỞNG", "HEAD")
    blocks += self.signature(
      [head.uppercased()], name: signature?.name,
      recipients: [say("Như trên", "As above"), say("Lưu: VT", "File")])
    let unsent = options.isUnsent ? say("BẢN NHÁP", "DRAFT") : nil
    let marks = [unsent, illustrationMark].compactMap(\.self)
    return paper(
      subject,
      [
        PaperSection(
          name: name, mark: marks.isEmpty ? nil : marks.joined(separator: " - "), blocks: blocks)
      ])
  }

  // MARK: Points

  private func claimedPart(_ result: UnitResult, _ set: CriteriaSet) -> [PaperBlock] {
    var blocks = [heading(say("I. KẾT QUẢ TỰ CHẤM ĐIỂM", "I. POINTS CLAIMED"))]
    guard let total = result.totals[0] else { return blocks }
    let points = sheets.points(total.points, set)
    let maximum = sheets.points(total.maximum, set)
    let index = total.index.map { numbers.fixed($0, places: set.rounding.index) + "%" } ?? dots
    blocks.append(
      body(
        say(
          "Tổng điểm tự chấm: \(points)/\(maximum) điểm (tổng điểm tối đa của những nội dung áp dụng), đạt \(index).",
          "Points claimed: \(points) of \(maximum) that apply, which is \(index).")))
    blocks.append(.table(claimedTable(result, set)))
    if let legend = sheets.legend(result) { blocks.append(note(legend)) }
    return blocks
  }

  private func claimedTable(_ result: UnitResult, _ set: CriteriaSet) -> PaperTable {
    var table = PaperTable(
      .ruled, [.init(16), .init(78), .init(17, .trailing), .init(18, .trailing), .init(56)],
      heads: [
        PaperRow([
          PaperCell(say("Mã", "Id")),
          PaperCell(say("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, item")),
          PaperCell(say("Điểm tối đa", "Maximum")), PaperCell(say("Điểm tự chấm", "Claimed")),
          PaperCell(say("Tài liệu kiểm chứng", "Evidence")),
        ])
      ])
    for row in sheets.rows(result, set) {
      switch row.kind {
      case .total: continue
      case .area, .criterion:
        table.rows.append(
          PaperRow(
            [
              PaperCell(row.id), PaperCell(row.title), PaperCell(row.maximum),
              PaperCell(row.cells[0]), PaperCell(""),
            ], isStrong: row.isStrong))
      case .item(let item):
        table.rows.append(
          PaperRow([
            PaperCell(row.id), PaperCell(row.title), PaperCell(row.maximum),
            PaperCell(row.cells[0]), PaperCell(cited(result.record, item)),
          ]))
      }
    }
    return table
  }

  /// "Kế hoạch số 3871/KH-SNV ngày 28/12/2016, mục II, trang 3; …".
  func cited(_ record: UnitRecord, _ item: Int) -> String {
    (record.assessment.answers[item]?.citations ?? []).map { citation in
      let document = record.assessment.shelf[citation.document]
      var text = document.kind.prefix(1).uppercased() + document.kind.dropFirst()
      if let number = document.number {
        text += say(" số \(number)", " \(number)")
      } else if let title = document.title {
        // "Bảng theo dõi …" says itself what it is.
        let says = title.lowercased().hasPrefix(document.kind.lowercased())
        text = says ? title : "\(text) “\(title)”"
      }
      if let date = document.date {
        text += say(" ngày \(numbers.date(date))", " of \(numbers.date(date))")
      }
      if let section = citation.section { text += say(", mục \(section)", ", section \(section)") }
      if let pages = citation.pages { text += say(", trang \(pages)", ", pages \(pages)") }
      if document.isShownInPerson {
        text += say(" (xuất trình trực tiếp)", " (shown in person)")
      }
      return text
    }.joined(separator: "; ")
  }

  // MARK: Explanations

  /// Items that the unit scored itself without a document, and those it says do not apply.
  private func explanationPart(_ record: UnitRecord, _ set: CriteriaSet) -> [PaperBlock] {
    var blocks = [
      heading(
        say(
          "II. GIẢI TRÌNH CÁC NỘI DUNG KHÔNG CÓ TÀI LIỆU KIỂM CHỨNG",
          "II. WHAT HAS NO EVIDENCE"))
    ]
    var entries: [PaperBlock] = []
    for item in set.items {
      let answer = record.assessment.answers[item.index]
      let title = "\(item.id). \(item.title): "
      if let reason = answer?.notApplicable {
        entries.append(
          entry(title, say("đề nghị không áp dụng. \(reason)", "does not apply. \(reason)")))
      } else if item.scoredBy == .unit, item.evidence.isRequired,
        answer?.citations.isEmpty ?? true
      {
        entries.append(entry(title, record.assessment.notes[item.index] ?? dots))
      }
    }
    if entries.isEmpty { entries.append(body(say("Không có.", "None."))) }
    blocks += entries
    return blocks
  }

  private func entry(_ title: String, _ text: String) -> PaperBlock {
    .paragraph(PaperParagraph(.listEntry, [PaperRun("- "), PaperRun(title), PaperRun(text)]))
  }

  /// What the unit asks for: the figures it disputes, and room for more.
  private func proposalPart(_ record: UnitRecord, _ set: CriteriaSet) -> [PaperBlock] {
    var blocks = [heading(say("IV. KIẾN NGHỊ, ĐỀ XUẤT", "IV. PROPOSALS"))]
    let values = PlainValueWords(words.language)
    for dispute in record.assessment.disputes {
      let figure =
        set.figures.first { $0.name == dispute.figure }
        ?? round.plan.blocks[record.block].conditionFigures.first { $0.name == dispute.figure }
      let title = figure?.title ?? dispute.figure
      let claim = figure.map { values.text(.known(dispute.claim), of: $0) } ?? dots
      blocks.append(
        entry(
          say(
            "Đề nghị xem xét lại số liệu “\(title)”, đúng là \(claim): ",
            "Asks to look again at “\(title)”, which is \(claim): "), dispute.ground))
    }
    return blocks + blanks(2)
  }
}
