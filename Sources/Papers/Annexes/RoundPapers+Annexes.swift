internal import EventLog
internal import Grading
internal import Reports
internal import Typesetting

/// The annexes of a decision: the ranking of each group, then what its points are made of.
extension RoundPapers {
  func annexes(_ council: Council) -> Paper {
    let groups = council.groups
    let rankings = groups.enumerated().map { place, group in
      rankingAnnex(round.groups[group], number: place + 1, council)
    }
    let scores = groups.enumerated().map { place, group in
      scoreAnnex(round.groups[group], number: groups.count + place + 1, council)
    }
    return paper(
      say("Phụ lục: ", "Annexes: ") + round.plan.title + whose(council), rankings + scores)
  }

  private func whose(_ council: Council) -> String {
    council.parent.map { " - \(words.unit($0))" } ?? ""
  }

  /// "Phụ lục I", what it is, of what, and the decision it goes with.
  func annexHead(
    _ number: Int, _ title: String, _ group: RankingGroup, _ council: Council
  ) -> [PaperBlock] {
    let block = round.plan.blocks[group.block]
    var lines = [
      PaperParagraph(.annexNumber, say("Phụ lục ", "Annex ") + AnnexNumber.roman(number)),
      PaperParagraph(.title, "\(title) \(block.title)".uppercased()),
    ]
    if block.groupsByParent, let parent = group.parent {
      lines.append(
        PaperParagraph(.subject, say("thuộc \(words.unit(parent))", "under \(words.unit(parent))")))
    }
    lines.append(PaperParagraph(.subject, round.plan.title))
    lines.append(reference(of: council))
    return lines.map(PaperBlock.paragraph)
  }

  /// What the log was when the annex was made; nothing without a log.
  var sealed: [PaperBlock] {
    guard let seal = options.seal else { return [] }
    let count = numbers.count(seal.length)
    return [
      note(
        say(
          "Nhật ký của kỳ đánh giá khi lập phụ lục này có \(count) sự kiện, mã niêm phong \(seal.text).",
          "The log of the round had \(count) events when this annex was made; its seal is \(seal.text)."
        ))
    ]
  }

  /// What a section of an annex is called.
  func sectionName(_ number: Int, _ title: String, _ group: RankingGroup) -> String {
    "\(AnnexNumber.roman(number)). \(title) \(round.plan.blocks[group.block].title)"
  }

  /// Why a unit has no result to show; nil: it has one.
  func absence(_ unit: Int) -> String? {
    guard !round.hasShownResult(unit) else { return nil }
    return round.units[unit].record.assessment.isUnreadable
      ? say("không đọc được tệp (có lỗi), không xếp hạng", "files cannot be used, not ranked")
      : say("không nộp bản tự chấm điểm, không xếp hạng", "handed in nothing, not ranked")
  }
}
