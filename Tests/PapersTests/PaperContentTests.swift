import Diagnostics
import Grading
import TestSupport
import Testing

@testable import Papers
@testable import Typesetting

/// What stands in each kind of paper, as a whole.
struct PaperContentTests {
  @Test
  func `annexes of a published round`() throws {
    let papers = try SmallPapers.papers()
    let councils = papers.councils
    #expect(councils.map(\.name) == ["tinh", "huyen-dong"])
    expectGolden(papers.annexes(councils[0]).outline, "annexes.txt")
    expectGolden(papers.annexes(councils[1]).outline, "annexes-district.txt")
  }

  @Test
  func `annexes before the decision, by place`() throws {
    var options = SmallPapers.options
    options.isByPlace = true
    options.decision = PaperDecision(number: "7/QĐ-UBND", date: nil)
    let papers = RoundPapers(try SmallPapers.round(SmallPapers.draft), .vietnamese, options)
    expectGolden(papers.annexes(papers.councils[0]).outline, "annexes-draft.txt")
  }

  @Test
  func `letters`() throws {
    let papers = try SmallPapers.papers(.vietnamese, SmallPapers.draft)
    let unit = try SmallPapers.unit("so-noi-vu", papers)
    expectGolden(try #require(papers.report(unit)).outline, "report.txt")
    expectGolden(try #require(papers.notice(unit)).outline, "notice.txt")
    expectGolden(papers.submission(papers.councils[0]).outline, "submission.txt")
    expectGolden(papers.minutes(nil).outline, "minutes-form.txt")
  }

  @Test(arguments: [Language.vietnamese, .english])
  func `sheets of a unit before and after publication`(_ language: Language) throws {
    let before = try SmallPapers.papers(language, SmallPapers.draft)
    let after = try SmallPapers.papers(language)
    let unit = try SmallPapers.unit("so-y-te", after)
    let name = "unit-sheet.\(language.rawValue)"
    expectGolden(try #require(before.unitSheet(unit)).outline, "\(name)-before.txt")
    expectGolden(try #require(after.unitSheet(unit)).outline, "\(name)-after.txt")
  }

  @Test
  func `the criteria as an annex`() throws {
    let papers = try SmallPapers.papers()
    let set = try #require(papers.round.sets.firstIndex { $0.id == "ky-nho/so" })
    expectGolden(papers.criteriaAnnex(set).outline, "criteria.txt")
  }

  @Test
  func `a unit without a result has no papers of its own`() throws {
    let papers = try SmallPapers.papers()
    let unit = try SmallPapers.unit("so-an", papers)
    #expect(papers.report(unit) == nil)
    #expect(papers.notice(unit) == nil)
    #expect(papers.unitSheet(unit) == nil)
  }

  @Test(arguments: [
    (PublicationState.draft, true), (.passed, true), (.submitted, true), (.issued, false),
    (.published, false), (.amended, false),
  ])
  func `papers of the decision are drafts until it is issued, those of a district's stay so`(
    _ example: (state: PublicationState, isDraft: Bool)
  ) throws {
    let papers = try SmallPapers.papers(.vietnamese) { $0.publication.state = example.state }
    let districts = Set(papers.round.units.compactMap(\.record.unit.parent))
    let communes = Set(
      papers.round.units.map(\.record.unit).filter { $0.parent != nil }.map(\.id))
    for file in papers.files(PaperKind.allCases) {
      guard let paper = file.make(), !file.path.hasPrefix("bo-tieu-chi") else { continue }
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      // What a unit signs, and what it is told before the decision, is no draft of it.
      let isBefore = file.path.hasPrefix("bao-cao") || file.path.hasPrefix("thong-bao")
      let isOfDistrict =
        file.path.hasPrefix("phieu") ? communes.contains(name) : districts.contains(name)
      let isDraft = !isBefore && (isOfDistrict || example.isDraft)
      for section in paper.sections {
        #expect((section.mark?.contains("DỰ THẢO") ?? false) == isDraft, "\(file.path)")
      }
    }
  }

  @Test
  func `before publication a unit's own papers tell nothing of others`() throws {
    let papers = try SmallPapers.papers(.vietnamese, SmallPapers.draft)
    for unit in papers.round.units.indices {
      let own = papers.round.units[unit].record.unit
      let texts = [papers.report(unit), papers.notice(unit), papers.unitSheet(unit)]
        .compactMap { $0?.outline }
      for text in texts {
        #expect(!text.contains("Thứ hạng") && !text.contains("Trung vị"))
        for other in papers.round.units.map(\.record.unit)
        where other.id != own.id && other.id != own.parent && !own.name.contains(other.name) {
          #expect(!text.contains(other.name), "\(own.id) is told of \(other.name)")
        }
      }
    }
  }
}
