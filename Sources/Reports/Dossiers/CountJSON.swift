internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Dossier figures by unit as JSON (`parindex/dossier-count@1`), with what each exclusion changed.
package struct CountJSON {
  private let dossiers: CountedDossiers
  /// How it was counted; nothing of the figures depends on it.
  private let carriedOut: (threads: Int, vectorBits: Int)

  package init(_ dossiers: CountedDossiers, threads: Int, vectorBits: Int) {
    self.dossiers = dossiers
    carriedOut = (threads, vectorBits)
  }

  private var rules: DossierRules { dossiers.rules }
  private var count: DossierCount { dossiers.count }

  package func text() -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "parindex/dossier-count@1")
      json.member("title", dossiers.records.title)
      if dossiers.records.isIllustrative { json.member("illustrative", true) }
      json.member("rules") { $0.object(writeRules) }
      json.member("as_of_before", dossiers.closing.text)
      if !dossiers.cut.isEmpty {
        json.member("incomplete_exports") { json in
          json.array { json in dossiers.cut.forEach { json.string($0.path) } }
        }
      }
      json.member("rows", count.rows)
      json.member("repeats_looked_for", dossiers.areRepeatsFound)
      json.member("rejected") { json in
        json.object { json in
          json.member("all", count.rejected)
          for reason in RejectReason.allCases where count.rejected(for: reason) > 0 {
            json.member("\(reason.word)", count.rejected(for: reason))
          }
        }
      }
      json.member("total") { $0.object { write(count.total, &$0) } }
      json.member("units") { json in
        json.array { json in
          for (unit, figures) in dossiers.counted {
            json.object { json in
              json.member("unit", unit.id)
              json.member("name", unit.name)
              write(figures, &json)
            }
          }
        }
      }
      json.member("threads", carriedOut.threads)
      json.member("vector_bits", carriedOut.vectorBits)
    }
    return json.text + "\n"
  }

  private func writeRules(_ json: inout JSONWriter) {
    json.member("title", rules.title)
    json.member("basis", ifPresent: rules.basis?.document)
    json.member("received_from", rules.window.start.text)
    json.member("received_before", rules.window.end.text)
    json.member("finished_at", rules.finishedAt.rawValue)
    json.member("clock", rules.clock.rawValue)
    if let calendar = rules.calendar, rules.clock == .working {
      json.member("hours_assumed", calendar.areHoursAssumed)
    }
    json.member("on_time_until", rules.onTimeUntil.rawValue)
    json.member("late_includes_overdue", rules.lateIncludesOverdue)
  }

  private func write(_ figures: UnitCount, _ json: inout JSONWriter) {
    for metric in DossierMetric.allCases {
      json.member(metric.rawValue, figures.value(metric))
    }
    json.member("excluded_by") { json in
      json.object { json in
        for (place, rule) in rules.exclusions.enumerated() {
          json.member(rule.id, figures.excluded(by: place))
        }
      }
    }
    json.member("lists") { json in
      json.object { json in
        for (place, list) in rules.lists.enumerated() {
          json.member(list.id, figures.listed(place))
        }
      }
    }
    json.member("findings") { json in
      json.object { json in
        for finding in RecordFinding.allCases {
          json.member(finding.rawValue, figures.count(of: finding))
        }
      }
    }
    json.member("rates") { json in
      json.object { json in
        for rate in rules.rates { write(rules.value(rate, of: figures), rate.id, &json) }
      }
    }
    json.member("late_rates") { $0.object { writeLate(figures, &$0) } }
  }

  /// As counted, without each exclusion, without any.
  private func writeLate(_ figures: UnitCount, _ json: inout JSONWriter) {
    write(rate(figures.lateFigures), "as_counted", &json)
    json.member("without") { json in
      json.object { json in
        for (place, rule) in rules.exclusions.enumerated() {
          write(rate(figures.lateFigures(without: place)), rule.id, &json)
        }
      }
    }
    write(rate(figures.lateFiguresWithoutExclusions), "without_any", &json)
  }

  private func rate(_ figures: LateFigures) -> Exact? {
    figures.rate(overdueCounts: rules.lateIncludesOverdue)
  }

  /// An exact ratio as text: `"1/25"` would be read as a date by nobody, `"0.04"` by everybody.
  private func write(_ value: Exact?, _ key: String, _ json: inout JSONWriter) {
    json.key(key)
    if let value { json.string(value.canonicalText) } else { json.null() }
  }
}
