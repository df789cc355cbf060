internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Names, numbers and equations of printed tables in one language.
struct ReconciliationWords {
  let language: Language

  func callAsFunction(_ vietnamese: String, _ english: String) -> String {
    Wording(vi: vietnamese, en: english)[language]
  }

  // MARK: Numbers

  /// 148.308 in Vietnamese, 148,308 in English.
  func count(_ value: Int) -> String { grouped(String(value)) }

  func count(_ value: Int?) -> String { value.map { count($0) } ?? self("trống", "blank") }

  /// A percentage that is given in hundredths: 97,63%.
  func percent(_ value: Exact, places: Int) -> String {
    let text = value.fixedText(places: places)
    let parts = text.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return grouped(text) + "%" }
    return grouped(String(parts[0])) + (language == .vietnamese ? "," : ".") + parts[1] + "%"
  }

  /// A bound as it was written: 3%, 0,5%.
  func bound(_ share: Exact) -> String {
    let text = (share * .hundred).canonicalText
    return (language == .vietnamese ? String(text.map { $0 == "." ? "," : $0 }) : text) + "%"
  }

  func day(_ day: CalendarDay) -> String {
    language == .vietnamese ? day.vietnameseText : day.isoText
  }

  private func grouped(_ digits: String) -> String {
    let isNegative = digits.hasPrefix("-")
    let plain = isNegative ? digits.dropFirst() : digits[...]
    var text = isNegative ? "−" : ""
    for (index, digit) in plain.enumerated() {
      if index > 0, (plain.count - index).isMultiple(of: 3) {
        text += language == .vietnamese ? "." : ","
      }
      text.append(digit)
    }
    return text
  }

  // MARK: Names

  /// What people call a metric, in the middle of a sentence.
  func metric(_ name: String) -> String {
    switch name {
    case "received": self("tiếp nhận", "received")
    case "carried_over": self("kỳ trước chuyển qua", "carried over")
    case "newly_received": self("tiếp nhận mới", "newly received")
    case "resolved": self("đã giải quyết", "resolved")
    case "early": self("sớm hạn", "early")
    case "on_due_day": self("đúng hạn", "on the due day")
    case "in_time": self("sớm và đúng hạn", "in time")
    case "late": self("trễ hạn", "late")
    case "unresolved": self("chưa giải quyết", "unresolved")
    case "unresolved_overdue": self("quá hạn chưa giải quyết", "unresolved and overdue")
    case "online": self("trực tuyến", "online")
    case "digitised": self("đã số hóa", "digitised")
    case "paid_online": self("thanh toán trực tuyến", "paid online")
    default: name
    }
  }

  func type(_ type: String) -> String {
    switch type {
    case "so": self("khối sở", "departments")
    case "huyen": self("khối UBND cấp huyện", "districts")
    case "xa": self("khối UBND cấp xã", "communes")
    case "nganh-doc": self("khối ngành dọc", "vertical agencies")
    default: type
    }
  }

  /// A row by its printed name, or which total it is.
  func row(_ index: Int, of table: PrintedTable) -> String {
    let row = table.rows[index]
    switch row.scope {
    case nil: return row.parent.map { "\(row.name) (\($0))" } ?? row.name
    case .all: return self("tổng cộng", "grand total")
    case .type(let type): return self("cộng \(self.type(type))", "total of \(self.type(type))")
    case .parent(_, let parent):
      return self("cộng cấp xã thuộc \(parent)", "total of the communes of \(parent)")
    }
  }

  /// Where a row stands: `dossier-results.csv:20`.
  func place(_ index: Int, of table: PrintedTable) -> String {
    let span = table.rows[index].span
    let name = span.file.path.split(separator: "/").last.map(String.init) ?? span.file.path
    return "\(name):\(span.start.line)"
  }

  // MARK: Equations

  /// An equation in words: "tiếp nhận = đã giải quyết + chưa giải quyết".
  func identity(_ identity: RowIdentity, of table: PrintedTable) -> String {
    terms(identity.left) { metric(table.metrics[$0]) } + " = "
      + terms(identity.right) { metric(table.metrics[$0]) }
  }

  /// An identity with a row's figures: "2.365 ≠ 2.309 + 561 = 2.870".
  func figures(of identity: RowIdentity, row: Int, in table: PrintedTable) -> String {
    func value(_ metric: Int) -> Int? { table.rows[row].values[metric] }
    let left = terms(identity.left) { count(value($0)) }
    let right = terms(identity.right) { count(value($0)) }
    let sums = [identity.left, identity.right].map { side in
      side.reduce(0) { $0 + $1.sign * (value($1.metric) ?? 0) }
    }
    guard sums[0] != sums[1] else { return "\(left) = \(right)" }
    let end = identity.right.count > 1 ? " = \(count(sums[1]))" : ""
    let difference = count(abs(sums[0] - sums[1]))
    return "\(left) ≠ \(right)\(end) " + self("(lệch \(difference))", "(\(difference) apart)")
  }

  private func terms(_ terms: [RowIdentity.Term], _ text: (Int) -> String) -> String {
    terms.enumerated().map { index, term in
      let sign = term.sign < 0 ? "− " : index == 0 ? "" : "+ "
      return sign + text(term.metric)
    }.joined(separator: " ")
  }

  /// An equation that fails, with its figures.
  func failure(_ equation: TableEquation, in table: PrintedTable) -> String {
    switch equation {
    case .identity(let row, let identity):
      let identity = table.identities[identity]
      return self.identity(identity, of: table) + ": "
        + figures(of: identity, row: row, in: table)
    case .total(let row, let metric):
      let printed = table.rows[row].values[metric]
      let sum = sum(row, metric, in: table)
      let name = "\(self.row(row, of: table)), \(self.metric(table.metrics[metric]))"
      let difference = sum - (printed ?? 0)
      let sign = difference < 0 ? "" : "+"
      return self(
        "\(name): in \(count(printed)), cộng các dòng được \(count(sum)) (lệch \(sign)\(count(difference)))",
        "\(name): printed \(count(printed)), the rows add up to \(count(sum)) (\(sign)\(count(difference)))"
      )
    }
  }

  /// An equation without figures: what a repair breaks.
  func equation(_ equation: TableEquation, in table: PrintedTable) -> String {
    switch equation {
    case .identity(let row, let identity):
      let text = self.identity(table.identities[identity], of: table)
      return table.rows[row].scope == nil ? text : "\(text) (\(self.row(row, of: table)))"
    case .total(let row, let metric):
      return "\(self.row(row, of: table)), \(self.metric(table.metrics[metric]))"
    }
  }

  private func sum(_ row: Int, _ metric: Int, in table: PrintedTable) -> Int {
    guard let scope = table.rows[row].scope else { return 0 }
    return table.rows(in: scope).reduce(0) { $0 + (table.rows[$1].values[metric] ?? 0) }
  }

  /// "chưa giải quyết 561 → 56"; the row is named when a repair changes several.
  func change(_ change: CellChange, in table: PrintedTable, namesRow: Bool = false) -> String {
    let text =
      "\(metric(table.metrics[change.cell.metric])) \(count(change.from)) → \(count(change.to))"
    return namesRow ? "\(row(change.cell.row, of: table)): \(text)" : text
  }

  func changes(_ repair: Repair, in table: PrintedTable) -> String {
    repair.changes.map { change($0, in: table, namesRow: repair.changes.count > 1) }
      .joined(separator: "; ")
  }
}
