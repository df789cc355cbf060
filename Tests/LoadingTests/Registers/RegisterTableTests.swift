import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

struct RegisterTableTests {
  private static let late = FigureName(
    name: "reports.late", type: .count, title: "Số báo cáo trễ hạn")

  @Test func `cells are read by the types of their columns`() throws {
    let (table, diagnostics) = try RegisterFixture(expecting: [Self.late]).table(
      """
      file: a.csv
      title: Sổ báo cáo
      owner: so-noi-vu
      closed_on: 2017-12-31
      period: Năm 2017
      absent: missing
      covers: [so]
      illustrative: yes
      note: Số liệu minh họa
      numbers: {decimal: ",", thousands: "."}
      columns:
        share: {type: rate, title: Tỷ lệ}
        printed: {type: rate, percent: yes, column: Tỷ lệ (%)}
        weight: {type: number}
        sent: {type: date}
        signed: {type: yes_no}
        level: {type: choice, options: {high: Cao, low: Thấp}}
        remark: {type: text}
      """,
      """
      unit;late;share;Tỷ lệ (%);weight;sent;signed;level;remark;note
      so-y-te;4.000;87,5%;92,5;1.604,25;15/9/2017 17:00;có;high;Gửi trễ;Theo CV 12
      so-tu-phap;;0,5;7%;-3;none;X;Thấp;;
      so-noi-vu;0;1;100;0;2017-09-15;Không;low;"a; b";
      """)
    #expect(diagnostics.isEmpty, "\(TextRenderer(language: .english).render(diagnostics))")
    let read = try #require(table)
    func row(_ unit: String) -> [String] { read.columns.map { read.text(String($0.column), unit) } }
    #expect(
      read.columns.map(\.name) == [
        "reports.late", "reports.share", "reports.printed", "reports.weight", "reports.sent",
        "reports.signed", "reports.level", "reports.remark",
      ])
    #expect(
      row("so-y-te") == [
        "4000", "0.875", "0.925", "1604.25", "2017-09-15T17:00", "yes", "high", "Gửi trễ",
      ])
    #expect(
      row("so-tu-phap") == ["missing", "0.5", "0.07", "-3", "none", "yes", "low", "missing"])
    #expect(row("so-noi-vu") == ["0", "1", "1", "0", "2017-09-15", "no", "low", "a; b"])
    #expect(read.columns.map(\.title)[0...2] == ["Số báo cáo trễ hạn", "Tỷ lệ", "printed"])
    let origin = read.origin("late", unit: "so-y-te")
    #expect(origin.source == "Sổ báo cáo")
    #expect(origin.citation.hasSuffix("a.csv:2"))
    #expect(origin.note == "Theo CV 12")
    #expect(read.origin("late", unit: "so-noi-vu").note == "Số liệu minh họa")
    #expect(origin.isIllustrative)
    #expect(origin.closedOn?.isoText == "2017-12-31")
    #expect(origin.owner == "so-noi-vu")
    #expect(origin.period == "Năm 2017")
  }

  @Test func `no row means zero only for counted things of covered units`() throws {
    let (table, diagnostics) = try RegisterFixture(expecting: [Self.late]).table(
      "{file: a.csv, absent: zero, covers: [so-y-te, xa], columns: {share: {type: rate}}}",
      "unit,late,share\nso-y-te,2,\n")
    #expect(diagnostics.isEmpty)
    let read = try #require(table)
    #expect(read.text("late", "so-y-te") == "2")
    #expect(read.text("share", "so-y-te") == "missing")
    #expect(read.text("late", "xa-son-tan") == "0")
    #expect(read.text("share", "xa-son-tan") == "missing")
    #expect(read.text("late", "so-tu-phap") == "missing")
  }

  @Test func `a column that is missing on purpose leaves its figures missing`() throws {
    let defective = FigureName(name: "reports.defective", type: .count, title: "Sai số liệu")
    let (table, diagnostics) = try RegisterFixture(expecting: [Self.late, defective]).table(
      "{file: a.csv, absent: zero, missing_columns: [defective]}", "unit,late\nso-y-te,2\n")
    #expect(diagnostics.isEmpty)
    let read = try #require(table)
    #expect(read.text("defective", "so-y-te") == "missing")
    #expect(read.text("defective", "so-tu-phap") == "missing")
    #expect(read.text("late", "so-tu-phap") == "0")
  }

  @Test func `targets say by which decision they were set`() throws {
    let (table, diagnostics) = try RegisterFixture(expecting: [
      FigureName(name: "target.online_rate", type: .rate, title: "Chỉ tiêu")
    ]).table(
      "{file: a.csv, absent: missing, covers: [so-y-te]}",
      "unit,online_rate,decision,issuer\nso-y-te,30%,12/QĐ-UBND,UBND tỉnh\n", name: "target")
    #expect(diagnostics.isEmpty)
    #expect(table?.text("online_rate", "so-y-te") == "0.3")
    #expect(table?.text("decision", "so-y-te") == "12/QĐ-UBND")
  }

  @Test func `last year's results have dotted columns`() throws {
    let (table, diagnostics) = try RegisterFixture(expecting: [
      FigureName(name: "previous.survey.overall", type: .rate, title: "Chỉ số hài lòng"),
      FigureName(name: "previous.index", type: .number, title: "Chỉ số"),
    ]).table(
      "{file: a.csv, absent: missing, covers: [so-y-te], numbers: {decimal: \".\"}}",
      "unit,index,survey.overall\nso-y-te,81.125,82.3%\n", name: "previous")
    #expect(diagnostics.isEmpty)
    #expect(table?.text("index", "so-y-te") == "81.125")
    #expect(table?.text("survey.overall", "so-y-te") == "0.823")
  }

  @Test func `bodies outside the round stand below their parents`() throws {
    let fixture = try RegisterFixture(expecting: [
      FigureName(name: "subordinates.survey.overall", type: .rate, title: "Chỉ số hài lòng")
    ])
    let (loaded, diagnostics) = try fixture.load(
      "{file: a.csv, absent: missing, bodies: yes, numbers: {decimal: \",\"}}",
      """
      parent;unit;index;grade;survey.overall;submitted;decision
      so-y-te;Chi cục A;81,25;Khá;82,5%;;1/QĐ
      so-y-te;Chi cục B;;;;;
      so-tu-phap;Chi cục A;90;Tốt;;no;
      """, name: "outside")
    #expect(diagnostics.isEmpty, "\(TextRenderer(language: .english).render(diagnostics))")
    guard case .bodies(let bodies)? = loaded.content else {
      Issue.record("no bodies")
      return
    }
    let health = try #require(bodies["so-y-te"])
    #expect(health.map(\.name) == ["Chi cục A", "Chi cục B"])
    #expect(health.map(\.isSubmitted) == [true, false])
    #expect(health[0].index == Exact(parsing: "81.25"))
    #expect(health[0].grade == "Khá")
    #expect(health[0].figures == ["survey.overall": .known(.number(Exact(parsing: "0.825") ?? 0))])
    #expect(health[1].figures == ["survey.overall": .missing])
    #expect(bodies["so-tu-phap"]?.map(\.isSubmitted) == [false])
  }

  @Test func `bodies must have the columns that the criteria read of them`() throws {
    let set = try #require(loadCriteriaSet("\(ShippedCriteriaTests.folder)/nganh-doc.yaml").set)
    let fixture = try RegisterFixture(sets: [set])
    func mismatches(_ header: String, _ more: String = "") throws -> [String] {
      let (_, diagnostics) = try fixture.load(
        "{file: a.csv, absent: missing, bodies: yes\(more)}",
        "parent,unit,\(header)\nso-y-te,Chi cục A,\n", name: "subordinate_results")
      return diagnostics.filter { $0.code == .registerMismatch }.map(\.message.english)
    }
    #expect(try mismatches("grade,satisfaction").isEmpty)
    #expect(
      try mismatches("grade,satisfactions") == [
        "the criteria read `satisfaction` from the register `subordinate_results` "
          + "(`from: subordinate_results`), which has no such column"
      ])
    #expect(try mismatches("satisfaction").count == 1)
    #expect(try mismatches("satisfaction", ", missing_columns: [grade]").isEmpty)
    #expect(try mismatches("grade", ", missing_columns: [satisfaction]").isEmpty)
  }

  @Test func `a shipped set says which registers and columns it expects`() throws {
    let set = try #require(loadCriteriaSet("\(ShippedCriteriaTests.folder)/so.yaml").set)
    let reports = try #require(set.registers.first { $0.name == "reports" })
    #expect(reports.title == "Sổ theo dõi báo cáo cải cách hành chính")
    #expect(reports.columns.map(\.name).contains("reports.annual_missing"))
    #expect(reports.columns.first?.title == "Số báo cáo gửi trễ hạn")
  }
}
