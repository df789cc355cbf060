import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

struct RegisterRecordsTests {
  private static let tasks = """
    file: a.csv
    absent: zero
    covers: [so]
    columns: {task: {type: text, column: Nhiệm vụ}, due: {type: date}, done: {type: date}, weight: {type: number}}
    describe: "{task}, hạn {due}, hoàn thành {done}"
    figures:
      assigned: {count: yes}
      on_time: {count: done <= due, title: Đúng hạn}
      remote_late: {count: done > due and unit.remote}
      weight: {sum: weight, where: done <= due}
      share: {of: weight, over: 2 * weight, where: done <= due, at_least: 4}
    """

  @Test func `rows are counted, summed and shared, and stand behind their figures`() throws {
    let (table, diagnostics) = try RegisterFixture().table(
      Self.tasks,
      """
      Nhiệm vụ,unit,done,due,weight
      A,so-y-te,01/3/2017,2017-03-01,2
      B,so-y-te,2017-03-02,2017-03-01,5
      C,so-noi-vu,none,2017-04-01,1
      D,so-y-te,2017-02-01,2017-03-01,1.5
      E,so-noi-vu,2017-04-02,2017-04-01,1
      """, name: "tasks")
    #expect(diagnostics.isEmpty, "\(TextRenderer(language: .english).render(diagnostics))")
    let read = try #require(table)
    func row(_ unit: String) -> [String] { read.columns.map { read.text(String($0.column), unit) } }
    #expect(row("so-y-te") == ["3", "2", "0", "3.5", "0.5"])
    #expect(row("so-noi-vu") == ["2", "0", "1", "0", "missing"])
    // Nothing happened: no events, and no share of them.
    #expect(row("so-tu-phap") == ["0", "0", "0", "0", "missing"])
    #expect(row("xa-son-tan") == Array(repeating: "missing", count: 5))
    let origin = read.origin("on_time", unit: "so-y-te")
    #expect(
      origin.rows == [
        FigureDetail(text: "A, hạn 01/03/2017, hoàn thành 01/03/2017", line: 2),
        FigureDetail(text: "D, hạn 01/03/2017, hoàn thành 01/02/2017", line: 5),
      ])
    #expect(read.origin("assigned", unit: "so-noi-vu").rows.map(\.line) == [4, 6])
    #expect(
      read.origin("assigned", unit: "so-noi-vu").rows.first?.text
        == "C, hạn 01/04/2017, hoàn thành không có")
    #expect(
      read.origin("share", unit: "so-noi-vu").note
        == "tổng 0, dưới mức tối thiểu 4 nên không lấy làm số liệu")
    #expect(read.columns.map(\.type) == [.count, .count, .count, .number, .rate])
  }

  @Test func `an unknown row leaves a figure missing unless the answer is the same`() throws {
    let (table, diagnostics) = try RegisterFixture().table(
      """
      file: a.csv
      absent: missing
      covers: [so-y-te]
      columns: {due: {type: date}, done: {type: date}, late: {type: yes_no}}
      figures:
        on_time: {count: done <= due}
        late: {count: late and done > due}
        all: {count: yes}
      """, "unit,due,done,late\nso-y-te,2017-01-02,,no\nso-y-te,2017-01-02,2017-01-01,yes\n")
    #expect(diagnostics.isEmpty)
    let read = try #require(table)
    #expect(read.text("on_time", "so-y-te") == "missing")
    #expect(read.text("late", "so-y-te") == "0")
    #expect(read.text("all", "so-y-te") == "2")
    #expect(read.origin("on_time", unit: "so-y-te").note == "dòng 2 chưa đủ số liệu để đếm")
    #expect(read.origin("all", unit: "so-y-te").rows.map(\.text).first == "02/01/2017, no")
  }

  @Test func `forms of a survey become an index, or nothing when they are too few`() throws {
    let (table, diagnostics) = try RegisterFixture(expecting: [
      FigureName(name: "survey.overall", type: .rate, title: "Chỉ số hài lòng")
    ]).table(
      """
      file: a.csv
      absent: missing
      covers: [so]
      columns: {group: {type: text}, very: {type: count}, satisfied: {type: count}, bad: {type: count}}
      figures:
        overall: {of: very + satisfied, over: very + satisfied + bad, where: group = 'chung', at_least: 30}
      """,
      """
      unit,group,very,satisfied,bad
      so-y-te,chung,20,5,5
      so-y-te,cán bộ,0,0,100
      so-y-te,chung,5,0,5
      so-tu-phap,chung,29,0,0
      so-noi-vu,cán bộ,50,0,0
      """, name: "survey")
    #expect(diagnostics.isEmpty)
    let read = try #require(table)
    #expect(read.text("overall", "so-y-te") == "0.75")
    #expect(read.text("overall", "so-tu-phap") == "missing")
    #expect(read.text("overall", "so-noi-vu") == "missing")
    #expect(read.columns.first?.title == "Chỉ số hài lòng")
  }

  /// A random row: unit, due and done as day numbers of January, weight.
  private struct Row {
    let unit: Int
    let due: Int
    let done: Int?
    let weight: Int

    var csv: String {
      let done = done.map { "2017-01-\($0 + 10)" } ?? "none"
      return "Việc,\(RegisterFixture.units[unit].id),\(done),2017-01-\(due + 10),\(weight)"
    }
  }

  @Test func `counts equal a naive recount, and the order of rows does not matter`() throws {
    var random = SplitMix64(seed: 469)
    for _ in 0..<20 {
      let rows = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Row(
          unit: Int.random(in: 0...2, using: &random), due: Int.random(in: 0...9, using: &random),
          done: Bool.random(using: &random) ? Int.random(in: 0...9, using: &random) : nil,
          weight: Int.random(in: 0...9, using: &random))
      }
      let header = "Nhiệm vụ,unit,done,due,weight\n"
      let fixture = try RegisterFixture()
      func read(_ rows: [Row]) throws -> [[String]] {
        let (table, diagnostics) = try fixture.table(
          Self.tasks, header + rows.map(\.csv).joined(separator: "\n"), name: "tasks")
        #expect(diagnostics.isEmpty)
        let read = try #require(table)
        return (0...2).map { unit in
          read.columns.map { read.text(String($0.column), RegisterFixture.units[unit].id) }
        }
      }
      let got = try read(rows)
      #expect(got == (try read(rows.shuffled(using: &random))))
      for unit in 0...2 {
        let own = rows.filter { $0.unit == unit }
        let inTime = own.filter { row in row.done.map { $0 <= row.due } ?? false }
        let weight = inTime.map(\.weight).reduce(0, +)
        #expect(
          got[unit] == [
            "\(own.count)", "\(inTime.count)",
            unit == 2
              ? "\(own.filter { row in row.done.map { $0 > row.due } ?? false }.count)" : "0",
            "\(weight)", 2 * weight >= 4 ? "0.5" : "missing",
          ])
      }
    }
  }

  @Test func `ten thousand rows are counted soon`() throws {
    let rows = (0..<10_000).map { number in
      "Việc \(number),so-y-te,2017-01-\(10 + number % 20),2017-01-15,1"
    }
    let (table, diagnostics) = try RegisterFixture().table(
      Self.tasks, "Nhiệm vụ,unit,done,due,weight\n" + rows.joined(separator: "\n"), name: "tasks")
    #expect(diagnostics.isEmpty)
    #expect(table?.text("on_time", "so-y-te") == "3000")
    #expect(table?.origin("assigned", unit: "so-y-te").rows.count == 10_000)
  }
}
