import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A faulty register, and under its name what people read about it.
private struct Faulty {
  let title: String
  var name = "reports"
  let yaml: String
  let csv: String?

  init(_ title: String, _ yaml: String, _ csv: String?, name: String = "reports") {
    self.title = title
    self.yaml = yaml
    self.csv = csv
    self.name = name
  }
}

struct RegisterDiagnosticsTests {
  private static let expected = [
    FigureName(name: "reports.late", type: .count, title: "Số báo cáo trễ hạn"),
    FigureName(name: "reports.defective", type: .count, title: "Số báo cáo sai"),
    FigureName(name: "tasks.on_time", type: .count, title: "Đúng hạn"),
  ]
  private static let records = """
    file: a.csv
    absent: zero
    columns: {due: {type: date}, done: {type: date}, weight: {type: number}}

    """

  private static let faulty: [Faulty] = [
    Faulty("no file", "{absent: zero}", nil),
    Faulty("a file that is not there", "{file: b.csv, absent: zero}", nil),
    Faulty("no word on absent rows", "{file: a.csv}", "unit,late,defective\n"),
    Faulty(
      "wrong keys and values",
      "{file: a.csv, absent: nothing, closed: 2017-12-31, closed_on: 31/12/2017, covers: so}",
      "unit,late,defective\n"),
    Faulty("a reserved name", "{file: a.csv, absent: zero}", "unit\n", name: "dossiers"),
    Faulty(
      "units that are not there", "{file: a.csv, absent: zero, covers: [so, huyện, so-y-tê]}",
      "unit,late,defective\nso-yte,1,0\nsở lạ,1,0\n,1,0\n"),
    Faulty(
      "a unit twice", "{file: a.csv, absent: zero}",
      "unit,late,defective\nso-y-te,1,0\nso-tu-phap,0,0\nso-y-te,1,1\n"),
    Faulty(
      "a unit that is not covered", "{file: a.csv, absent: zero, covers: [huyen]}",
      "unit,late,defective\nso-y-te,1,0\n"),
    Faulty(
      "units without rows", "{file: a.csv, absent: missing, covers: [so, xa-son-tan]}",
      "unit,late,defective\nso-y-te,1,0\n"),
    Faulty("no column for the unit", "{file: a.csv, absent: zero}", "Unit,late,defective\na,1,0\n"),
    Faulty(
      "columns that the criteria read", "{file: a.csv, absent: zero}",
      "unit,lates\nso-y-te,1\n"),
    Faulty(
      "columns that the round declares",
      "{file: a.csv, absent: zero, columns: {sent: {type: date}}, missing_columns: [late, x]}",
      "unit,late,defective,gửi\nso-y-te,1,0,\n"),
    Faulty(
      "types that do not go together",
      "{file: a.csv, absent: zero, columns: {late: {type: date}, defective: {type: count, percent: yes}}}",
      "unit,late,defective\nso-y-te,1,0\n"),
    Faulty(
      "values of the wrong type",
      """
      file: a.csv
      absent: zero
      columns:
        number: {type: number}
        rate: {type: rate}
        printed: {type: rate, percent: yes}
        date: {type: date}
        truth: {type: yes_no}
        level: {type: choice, options: {high: Cao, low: Thấp}}
      """,
      """
      unit,late,defective,number,rate,printed,date,truth,level
      so-y-te,-1,1.5,hai,87.5,101,31/02/2017,maybe,hgih
      so-tu-phap,4.000,5%,"98,5","0,9",-5%,20-12-2017,2,Vừa
      """),
    Faulty(
      "signs that are not declared well",
      "{file: a.csv, absent: zero, numbers: {decimal: \",\", thousands: \",\"}}",
      "unit,late,defective\nso-y-te,1,0\n"),
    Faulty(
      "numbers against their declaration",
      "{file: a.csv, absent: zero, numbers: {decimal: \",\", thousands: \".\"}}",
      "unit;late;defective\nso-y-te;98.5;1.00\n"),
    Faulty(
      "rules that do not count",
      records + """
        describe: "{viec}, hạn {due}"
        figures:
          on_time: {count: done <= duo}
          a: {count: done, where: weight > 1}
          b: {sum: weight, count: yes}
          c: {where: weight > 1}
          d: {of: weight}
          e: {sum: done}
          f: {count: dossiers.late > 1}
        """, "unit,due,done,weight\nso-y-te,2017-01-01,2017-01-01,1\n", name: "tasks"),
    Faulty(
      "a figure that is not counted", records + "figures: {late: {count: done > due}}\n",
      "unit,due,done,weight\n", name: "tasks"),
    Faulty(
      "records without columns", "{file: a.csv, absent: zero, figures: {on_time: {count: yes}}}",
      "unit\nso-y-te\n", name: "tasks"),
    Faulty(
      "figures that cannot be",
      records + """
        figures:
          on_time: {sum: weight}
          share: {of: 2 * weight, over: weight}
        """, "unit,due,done,weight\nso-y-te,,,1.5\n", name: "tasks"),
    Faulty(
      "faulty bodies",
      "{file: a.csv, absent: missing, bodies: yes, describe: x, figures: {a: {count: yes}}}",
      """
      unit,parent,index,grad
      Chi cục A,so-y-te,81.2,Khá
      Chi cục A,so-y-te,"81,2",Khá
      ,so-y-te,1,
      Chi cục B,so-la,1,
      """, name: "outside"),
    Faulty("a faulty file", "{file: a.csv, absent: zero}", "unit,late,defective\nso-y-te,1\n"),
  ]

  @Test("every fault is told in both languages", arguments: Language.allCases)
  func wording(language: Language) throws {
    let renderer = TextRenderer(language: language)
    var text = ""
    for register in Self.faulty {
      let fixture = try RegisterFixture(expecting: Self.expected)
      let (_, diagnostics) = try fixture.load(register.yaml, register.csv, name: register.name)
      #expect(!diagnostics.isEmpty, "\(register.title)")
      text += "## \(register.title)\n\n"
      text += renderer.render(diagnostics).replacing(fixture.folder.path + "/", with: "") + "\n"
    }
    expectGolden(text, "registers.\(language.rawValue).txt")
  }

  @Test func `ten thousand faulty cells are counted, not told`() throws {
    let rows = String(repeating: "so-y-te,x,y\n", count: 5000)
    let (_, diagnostics) = try RegisterFixture(expecting: Self.expected).load(
      "{file: a.csv, absent: zero}", "unit,late,defective\n" + rows)
    #expect(diagnostics.count == 201)
  }
}
