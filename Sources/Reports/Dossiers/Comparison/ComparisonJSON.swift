internal import Diagnostics
package import DossierCounting

/// A comparison as JSON (`parindex/dossier-comparison@1`): totals, units, the first differences.
package struct ComparisonJSON {
  private let comparison: CaseComparison
  private let examples: [RecordDifference]

  package init(_ comparison: CaseComparison, examples: [RecordDifference]) {
    self.comparison = comparison
    self.examples = examples
  }

  package func text() -> String {
    let result = comparison.result
    var json = JSONWriter()
    json.object { json in
      json.member("format", "parindex/dossier-comparison@1")
      if comparison.a.records.isIllustrative || comparison.b.records.isIllustrative {
        json.member("illustrative", true)
      }
      json.member("across_sources", comparison.isAcrossSources)
      json.member("a") { write(comparison.a, result.a, &$0) }
      json.member("b") { write(comparison.b, result.b, &$0) }
      json.member("not_compared") { json in
        json.array { json in
          for left in comparison.left {
            json.object { json in
              json.member("source", ifPresent: left.source)
              json.member("fields") { json in
                json.array { json in for field in left.fields { json.string(field.rawValue) } }
              }
            }
          }
        }
      }
      json.member("same", result.same)
      json.member("total") { $0.object { write(result.total, &$0) } }
      json.member("units") { json in
        json.array { json in
          for (id, tally) in result.units.sorted(by: {
            $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
          }) {
            json.object { json in
              json.member("unit", id)
              write(tally, &json)
            }
          }
        }
      }
      json.member("examples") { json in
        json.array { json in for example in examples { write(example, &json) } }
      }
    }
    return json.text + "\n"
  }

  private func write(_ side: ComparedCases, _ reading: ComparedReading, _ json: inout JSONWriter) {
    json.object { json in
      json.member("label", side.label)
      json.member("title", side.records.title)
      json.member("rules", ifPresent: side.rules?.title)
      json.member("rows", reading.rows)
      json.member("unreadable", reading.unreadable)
      json.member("repeated", reading.repeated)
    }
  }

  private func write(_ tally: ComparisonTally, _ json: inout JSONWriter) {
    json.member("only_in_a", tally.onlyInA)
    json.member("only_in_b", tally.onlyInB)
    json.member("changed", tally.changed)
    if comparison.isDecided {
      json.member("decided_otherwise", tally.decidedOtherwise)
      json.member("turned_late", tally.turnedLate)
      json.member("turned_in_time", tally.turnedInTime)
      json.member("turned_excluded", tally.turnedExcluded)
    }
    json.member("due_moved", tally.dueMoved)
    json.member("fields") { json in
      json.object { json in
        for field in RecordField.allCases {
          if let number = tally.fields[field] { json.member(field.rawValue, number) }
        }
      }
    }
    json.member("signs") { json in
      json.object { json in
        for sign in ClockSign.allCases { json.member(sign.rawValue, tally.signs[sign] ?? 0) }
      }
    }
  }

  private func write(_ difference: RecordDifference, _ json: inout JSONWriter) {
    json.object { json in
      json.member("dossier", difference.dossier)
      json.member("unit", difference.unit)
      json.member("fields") { json in
        json.array { json in for field in difference.fields { json.string(field.rawValue) } }
      }
      json.member("signs") { json in
        json.array { json in for sign in difference.signs { json.string(sign.rawValue) } }
      }
      if let a = difference.a { json.member("a") { write(a, &$0) } }
      if let b = difference.b { json.member("b") { write(b, &$0) } }
    }
  }

  private func write(_ record: ComparedRecord, _ json: inout JSONWriter) {
    json.object { json in
      json.member("file", record.file)
      json.member("line", record.line)
      json.member("decision", ifPresent: record.decision?.word)
      json.member("written") { json in
        json.object { json in
          for field in RecordField.allCases {
            if let text = record.written[field] { json.member(field.rawValue, text) }
          }
        }
      }
    }
  }
}
