internal import Diagnostics
package import Grading
internal import Reports
package import Spreadsheets

/// A unit's self-assessment as a workbook to fill in: made from the set, the round's plan and the
/// unit alone, so that nothing of any other unit can be in it.
package struct UnitForm: Sendable {
  let set: CriteriaSet
  let unit: Unit
  let plan: RoundPlan
  /// What the unit has written so far.
  let assessment: SelfAssessment
  /// Names of the offices that appraise or keep registers, by id.
  let officeNames: [String: String]
  let words: RuleWords

  package init(
    set: CriteriaSet, unit: Unit, plan: RoundPlan, assessment: SelfAssessment,
    officeNames: [String: String] = [:]
  ) {
    self.set = set
    self.unit = unit
    self.plan = plan
    self.assessment = assessment
    self.officeNames = officeNames
    words = RuleWords(
      set: set, language: .vietnamese, calendar: plan.calendar, traits: plan.traitTitles)
  }

  /// The file's name in a folder of forms.
  package static func fileName(_ unit: String) -> String { "\(unit).xlsx" }

  package var workbook: Workbook {
    var lists = ChoiceLists()
    var answers = AnswerSheet(self)
    let first = answers.make(&lists)
    let shelf = shelfSheet
    var sheets = [first, shelf, guidanceSheet]
    sheets.append(disputeSheet(&lists))
    sheets.append(identitySheet(lists))
    var workbook = Workbook(sheets)
    workbook.properties.title = "Bản tự đánh giá, chấm điểm của \(unit.name)"
    workbook.properties.subject = plan.title
    return workbook
  }

  /// The items' own data are blank while the form is made; what stays open is said in words.
  var data: Evaluator {
    Evaluator(inputs: [], figures: [], traits: unit.traits, calendar: plan.calendar)
  }

  /// What is said of the items before anything is filled in.
  var items: SelfAssessmentForm {
    SelfAssessmentForm(set: set, unit: unit, plan: plan, officeNames: officeNames)
  }
}

/// Titles of options that are too long for a list of their own, and names of figures: all in the
/// hidden sheet.
struct ChoiceLists {
  private(set) var columns: [[String]] = []

  /// Keeps a list and gives the range where it stands.
  mutating func keep(_ values: [String]) -> String {
    let place = columns.firstIndex(of: values) ?? columns.count
    if place == columns.count { columns.append(values) }
    let range = CellRange(rows: 0...max(0, values.count - 1), columns: (place + 3)...(place + 3))
    return "=\(SheetName(FormSheet.identity.title).inFormula)\(range.absolute)"
  }

  /// Puts all of them where the ranges say.
  func write(to sheet: inout Sheet) {
    for (place, values) in columns.enumerated() {
      for (row, value) in values.enumerated() {
        sheet.put(.text(value), at: CellAddress(row: row, column: place + 3))
      }
    }
  }
}
