internal import DossierCounting
internal import Grading

extension ReconciliationText {
  /// One contradiction: the row as printed, what fails, and the value that is forced, or why none.
  mutating func write(_ found: Contradiction, number: Int, in reconciled: TableReconciliation) {
    let table = reconciled.table
    let names = found.rows.map { "\(words.row($0, of: table)) (\(words.place($0, of: table)))" }
    add(0, "\(number). " + names.joined(separator: words(" và ", " and ")))
    for row in found.rows {
      let prefix =
        found.rows.count > 1
        ? words(
          "In trong bảng, \(words.row(row, of: table)): ",
          "As printed, \(words.row(row, of: table)): ")
        : words("In trong bảng: ", "As printed: ")
      add(3, prefix + printed(row, of: table))
    }
    for equation in found.failing {
      add(3, words("Không khớp: ", "Does not hold: ") + words.failure(equation, in: table))
    }
    switch found.verdict {
    case .forced(let repair): write(forced: repair, found, in: reconciled)
    case .ambiguous(let repairs):
      add(
        3,
        words(
          "Không có cách sửa bắt buộc: \(repairs.count) cách sửa một ô đều hợp như nhau:",
          "No repair is forced: \(repairs.count) change\(repairs.count == 1 ? "" : "s") of one cell would do:"
        ))
      for repair in repairs.prefix(12) {
        add(5, "- " + words.changes(repair, in: table) + reservations(repair, in: table))
      }
      if repairs.count > 12 {
        add(5, words("- và \(repairs.count - 12) cách khác", "- and \(repairs.count - 12) more"))
      }
    case .unrepaired:
      add(
        3,
        words(
          "Không có cách sửa bắt buộc: không cách sửa một ô nào hợp với mọi số liệu khác.",
          "No repair is forced: no change of one cell agrees with everything else."))
    }
    writeRefuted(found, in: table)
    if found.forced == nil {
      if let reason = reconciled.knownReason(for: found) {
        add(3, words("Đã biết: ", "Known: ") + reason)
      }
    }
  }

  private mutating func write(
    forced repair: Repair, _ found: Contradiction, in reconciled: TableReconciliation
  ) {
    let table = reconciled.table
    add(
      3,
      words(
        "Giá trị bắt buộc: \(words.changes(repair, in: table))",
        "Forced value: \(words.changes(repair, in: table))"))
    for row in Set(repair.changes.map(\.cell.row)).sorted() {
      let repaired = table.changing(repair.changes)
      for (index, identity) in table.identities.enumerated() {
        let isTouched = (identity.left + identity.right).contains { term in
          repair.changes.contains { $0.cell == TableCell(row: row, metric: term.metric) }
        }
        guard isTouched else { continue }
        let text = words.figures(of: table.identities[index], row: row, in: repaired)
        add(5, words("khi đó \(text)", "then \(text)"))
      }
    }
    let totals = found.failing.compactMap { equation -> String? in
      guard case .total(let row, let metric) = equation else { return nil }
      return "\(words.row(row, of: table)) \(words.count(table.rows[row].values[metric]))"
    }
    if !totals.isEmpty {
      add(5, words("và khớp ", "and it agrees with ") + totals.joined(separator: ", "))
    }
    for finding in repair.supporting {
      add(
        5,
        words("tỷ lệ in ủng hộ: ", "the printed percentage bears it out: ")
          + percent(finding, table))
    }
    for finding in stillWrong(repair, in: table) {
      add(
        5,
        words(
          "tỷ lệ in không khớp cả trước lẫn sau khi sửa nên không chứng minh gì: ",
          "the printed percentage fits neither before nor after, so it proves nothing: ")
          + percent(finding, table))
    }
    for change in repair.changes {
      guard let correction = reconciled.correction(of: change.cell) else {
        add(
          3,
          words(
            "Chưa được chấp nhận: thêm vào `corrections:` kèm lý do",
            "Not accepted yet: add it to `corrections:` with a reason"))
        continue
      }
      let by = correction.by.map { " (\($0))" } ?? ""
      add(
        3,
        words("Đã chấp nhận đính chính ", "Accepted correction ")
          + "\(words.count(correction.change.from)) → \(words.count(correction.change.to))\(by): "
          + correction.reason)
    }
  }

  private mutating func writeRefuted(_ found: Contradiction, in table: PrintedTable) {
    let refuted = found.refuted.sorted { left, right in
      (left.changes.count, left.changes[0].cell) < (right.changes.count, right.changes[0].cell)
    }
    guard !refuted.isEmpty else { return }
    add(
      3,
      found.verdict == .unrepaired
        ? words("Đã thử và loại:", "Tried and ruled out:")
        : words("Các cách sửa khác bị loại:", "Other changes are ruled out:"))
    for repair in refuted {
      add(
        5,
        "- " + named(repair, found, in: table) + ": "
          + reasons(repair, in: table).joined(separator: "; "))
    }
  }

  /// A repair with its row where the contradiction has several.
  private func named(_ repair: Repair, _ found: Contradiction, in table: PrintedTable) -> String {
    repair.changes.map {
      words.change(
        $0, in: table, namesRow: found.rows.count > 1 || !found.rows.contains($0.cell.row))
    }.joined(separator: words(" và ", " and "))
  }

  private func reasons(_ repair: Repair, in table: PrintedTable) -> [String] {
    var reasons: [String] = []
    if repair.isNegative { reasons.append(words("số âm", "a negative number")) }
    if !repair.broken.isEmpty {
      let list = repair.broken.prefix(4).map { words.equation($0, in: table) }.joined(
        separator: "; ")
      reasons.append(words("không khớp \(list)", "breaks \(list)"))
    }
    for finding in repair.against {
      reasons.append(
        words("trái tỷ lệ in ", "contradicts the printed percentage ") + percent(finding, table))
    }
    return reasons
  }

  private func reservations(_ repair: Repair, in table: PrintedTable) -> String {
    guard !repair.unproven.isEmpty else { return "" }
    let list = repair.unproven.map { words.equation($0, in: table) }.joined(separator: "; ")
    return words(
      " (chỉ khi dòng không có số liệu bù phần lệch của \(list))",
      " (only if rows without figures make up for \(list))")
  }

  /// "sớm hạn 90,98% (tính lại 90,98%)".
  private func percent(_ finding: PercentFinding, _ table: PrintedTable) -> String {
    let column = table.percents[finding.column]
    let name = words.metric(table.metrics[column.of])
    let printed = words.percent(finding.printed, places: column.places)
    let exact = words.percent(finding.exact, places: column.places)
    return words(
      "\(name) \(printed) (tính được \(exact))", "\(name) \(printed) (comes to \(exact))")
  }

  /// Percentages of the mended rows that fit neither the printed figures nor the mended ones.
  private func stillWrong(_ repair: Repair, in table: PrintedTable) -> [PercentFinding] {
    let rows = Set(repair.changes.map(\.cell.row))
    return table.changing(repair.changes).percentFaults.filter { rows.contains($0.row) }
  }

  /// A row as the report prints it, percentages beside their figures.
  private func printed(_ index: Int, of table: PrintedTable) -> String {
    let row = table.rows[index]
    return table.metrics.indices.map { metric in
      var text = "\(words.metric(table.metrics[metric])) \(words.count(row.values[metric]))"
      let column = table.percents.firstIndex { $0.of == metric }
      if let column, row.percents.indices.contains(column), let percent = row.percents[column] {
        text += " (\(words.percent(percent, places: table.percents[column].places)))"
      }
      return text
    }.joined(separator: "; ")
  }
}
