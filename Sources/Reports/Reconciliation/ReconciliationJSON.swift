internal import Diagnostics
package import DossierCounting
internal import Grading

/// The reconciliation of printed tables as JSON (`parindex/reconciliation@1`).
package struct ReconciliationJSON {
  let report: ReconciliationReport

  package init(_ report: ReconciliationReport) { self.report = report }

  package func text() -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "parindex/reconciliation@1")
      json.member("title", report.title)
      if let source = report.source {
        json.member("source") { json in
          json.object {
            $0.member("document", source.document)
            $0.member("date", ifPresent: source.date?.isoText)
          }
        }
      }
      if report.isIllustrative { json.member("illustrative", true) }
      json.member("consistent", report.isConsistent)
      json.member("settled", report.isSettled)
      json.member("tables") { json in
        json.array { json in for table in report.tables { write(table, &json) } }
      }
      json.member("across_tables") { json in
        json.array { json in for finding in report.crossFindings { write(finding, &json) } }
      }
      json.member("lists") { json in
        json.array { json in for list in report.lists { write(list, &json) } }
      }
    }
    return json.text + "\n"
  }

  private func write(_ table: TableReconciliation, _ json: inout JSONWriter) {
    let printed = table.table
    json.object { json in
      json.member("id", printed.id)
      json.member("title", printed.title)
      json.member("file", printed.file.path)
      json.member("period", ifPresent: printed.period)
      json.member("closed_on", ifPresent: printed.closedOn?.isoText)
      json.member("contradictions") { json in
        json.array { json in
          for found in table.contradictions { write(found, table, &json) }
        }
      }
      json.member("remaining", table.remaining.count)
      json.member("corrections") { json in
        json.array { json in
          for correction in table.corrections {
            json.object { json in
              write(correction.change, printed, &json)
              json.member("reason", correction.reason)
              json.member("by", ifPresent: correction.by)
            }
          }
        }
      }
      json.member("totals") { json in
        json.array { json in for total in table.totals { write(total, printed, &json) } }
      }
      json.member("misprinted_percentages") { json in
        json.array { json in
          for fault in table.percentFaults {
            json.object { write(fault, printed, &$0) }
          }
        }
      }
      json.member("missing") { json in
        json.array { json in
          for (row, metrics) in table.missing {
            json.object { json in
              writeRow(row, printed, &json)
              json.member("figures") { json in
                json.array { json in for metric in metrics { json.string(printed.metrics[metric]) }
                }
              }
            }
          }
        }
      }
    }
  }

  private func write(
    _ found: Contradiction, _ table: TableReconciliation, _ json: inout JSONWriter
  ) {
    let printed = table.table
    json.object { json in
      json.member("rows") { json in
        json.array { json in
          for row in found.rows { json.object { writeRow(row, printed, &$0) } }
        }
      }
      json.member("fails") { json in
        json.array { json in for equation in found.failing { write(equation, printed, &json) } }
      }
      switch found.verdict {
      case .forced(let repair):
        json.member("verdict", "forced")
        json.member("repair") { write(repair, printed, &$0) }
        json.member("accepted", repair.changes.allSatisfy { table.correction(of: $0.cell) != nil })
      case .ambiguous(let repairs):
        json.member("verdict", "ambiguous")
        json.member("candidates") { json in
          json.array { json in for repair in repairs { write(repair, printed, &json) } }
        }
      case .unrepaired: json.member("verdict", "unrepaired")
      }
      json.member("ruled_out") { json in
        json.array { json in for repair in found.refuted { write(repair, printed, &json) } }
      }
      json.member("known", ifPresent: table.knownReason(for: found))
    }
  }

  private func write(_ repair: Repair, _ table: PrintedTable, _ json: inout JSONWriter) {
    json.object { json in
      json.member("changes") { json in
        json.array { json in
          for change in repair.changes { json.object { write(change, table, &$0) } }
        }
      }
      for (name, equations) in [("breaks", repair.broken), ("leaves_open", repair.unproven)]
      where !equations.isEmpty {
        json.member(name) { json in
          json.array { json in for equation in equations { write(equation, table, &json) } }
        }
      }
      for (name, findings) in [("against", repair.against), ("supported_by", repair.supporting)]
      where !findings.isEmpty {
        json.member(name) { json in
          json.array { json in
            for finding in findings { json.object { write(finding, table, &$0) } }
          }
        }
      }
    }
  }

  private func write(_ change: CellChange, _ table: PrintedTable, _ json: inout JSONWriter) {
    writeRow(change.cell.row, table, &json)
    json.member("figure", table.metrics[change.cell.metric])
    write(change.from, "from", &json)
    json.member("to", change.to)
  }

  private func write(_ finding: PercentFinding, _ table: PrintedTable, _ json: inout JSONWriter) {
    writeRow(finding.row, table, &json)
    let column = table.percents[finding.column]
    json.member("of", table.metrics[column.of])
    json.member("over", table.metrics[column.over])
    json.member("printed_percent", finding.printed.canonicalText)
    json.member("percent", finding.exact.fixedText(places: column.places))
  }

  private func write(_ equation: TableEquation, _ table: PrintedTable, _ json: inout JSONWriter) {
    json.object { json in
      switch equation {
      case .identity(let row, let identity):
        let words = table.identities[identity]
        json.member("identity", names(words.left, table) + " = " + names(words.right, table))
        writeRow(row, table, &json)
      case .total(let row, let metric):
        json.member("total_of", table.metrics[metric])
        writeRow(row, table, &json)
        write(table.rows[row].values[metric], "printed", &json)
      }
    }
  }

  private func names(_ terms: [RowIdentity.Term], _ table: PrintedTable) -> String {
    terms.enumerated().map { index, term in
      (term.sign < 0 ? "- " : index == 0 ? "" : "+ ") + table.metrics[term.metric]
    }.joined(separator: " ")
  }

  private func write(_ total: RecomputedTotal, _ table: PrintedTable, _ json: inout JSONWriter) {
    json.object { json in
      writeRow(total.row, table, &json)
      json.member("figure", table.metrics[total.metric])
      write(total.printed, "printed", &json)
      json.member("sum", total.sum)
      json.member("rows_without_figure", total.missing)
      json.member("agrees", total.agrees)
    }
  }

  private func write(_ finding: CrossTableFinding, _ json: inout JSONWriter) {
    json.object { json in
      json.member("kind", finding.kind == .exceeds ? "exceeds" : "differs")
      json.member("name", finding.name)
      json.member("unit", ifPresent: finding.unit)
      for (key, figure) in [("first", finding.first), ("second", finding.second)] {
        json.member(key) { json in
          json.object {
            $0.member("table", figure.table)
            $0.member("figure", figure.metric)
            $0.member("value", figure.value)
            $0.member("at", figure.span.citation)
          }
        }
      }
      json.member("known", ifPresent: finding.knownReason)
    }
  }

  private func write(_ list: UnitList, _ json: inout JSONWriter) {
    guard let table = report.table(list.rule.table)?.repaired else { return }
    json.object { json in
      json.member("id", list.rule.id)
      json.member("title", list.rule.title)
      json.member("table", list.rule.table)
      json.member("rate", "\(list.rule.of)/\(list.rule.over)")
      json.member(list.rule.bound.rawValue, list.rule.value.canonicalText)
      json.member("at_least", list.rule.atLeast)
      json.member("count", list.entries.count)
      json.member("units") { json in
        json.array { json in
          for entry in list.entries {
            json.object { json in
              writeRow(entry.row, table, &json)
              json.member("of", entry.of)
              json.member("over", entry.over)
              json.member("rate", entry.rate.canonicalText)
            }
          }
        }
      }
      for (name, rows) in [
        ("without_base", list.withoutBase), ("too_few", list.tooFew), ("missing", list.missing),
      ] {
        json.member(name) { json in
          json.array { json in for row in rows { json.object { writeRow(row, table, &$0) } } }
        }
      }
    }
  }

  private func writeRow(_ index: Int, _ table: PrintedTable, _ json: inout JSONWriter) {
    let row = table.rows[index]
    switch row.scope {
    case nil:
      json.member("name", row.name)
      json.member("unit", ifPresent: row.unit)
      json.member("type", ifPresent: row.type)
      json.member("parent", ifPresent: row.parent)
    case .all: json.member("total", "all")
    case .type(let type): json.member("total", type)
    case .parent(let type, let parent):
      json.member("total", type ?? "")
      json.member("parent", parent)
    }
    json.member("at", row.span.citation)
  }

  private func write(_ value: Int?, _ name: String, _ json: inout JSONWriter) {
    json.key(name)
    if let value { json.integer(value) } else { json.null() }
  }
}
