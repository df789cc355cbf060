internal import Diagnostics
internal import Grading

extension CriteriaTrial {
  /// `parindex/criteria-trial@1`: the trial as data; numbers are decimal strings.
  package var json: String {
    var json = JSONWriter()
    json.object {
      $0.member("format", "parindex/criteria-trial@1")
      $0.member("round", round)
      $0.member("trial", true)
      $0.member("subject", subject.rawValue)
      $0.member("illustrative", isIllustrative)
      $0.member("has_cycle", hasCycle)
      $0.member("groups") { list in
        list.array { own in for group in groups { write(group, to: &own) } }
      }
      $0.member("dead_items") { list in
        list.array { own in
          for item in dead {
            own.object {
              $0.member("set", item.set)
              $0.member("item", item.item)
              $0.member("title", item.title)
              $0.member("points", item.points.canonicalText)
              $0.member("max_points", item.maximum.canonicalText)
              $0.member("units", item.units)
            }
          }
        }
      }
      $0.member("open_items") { list in
        list.array { own in
          for item in open {
            own.object {
              $0.member("set", item.set)
              $0.member("item", item.item)
              $0.member("title", item.title)
              $0.member("open", item.open)
              $0.member("applies", item.applies)
              $0.member("awaits_council", item.awaitsCouncil)
              $0.member("lacking") { names in
                names.array { for name in item.lacking { $0.string(name) } }
              }
            }
          }
        }
      }
      $0.member("unpaired") { list in list.array { for unit in unpaired { $0.string(unit) } } }
    }
    return json.text + "\n"
  }

  private func write(_ group: Group, to json: inout JSONWriter) {
    json.object {
      $0.member("block", group.block)
      $0.member("parent", ifPresent: group.parent)
      $0.member("units") { list in
        list.array { own in
          for row in group.rows {
            own.object {
              $0.member("unit", row.unit)
              $0.member("difference", ifPresent: row.difference?.canonicalText)
              $0.member("before") { write(row.before, to: &$0) }
              $0.member("after") { write(row.after, to: &$0) }
            }
          }
        }
      }
    }
  }

  private func write(_ standing: Standing, to json: inout JSONWriter) {
    json.object {
      $0.member("index", ifPresent: standing.index?.canonicalText)
      if let place = standing.place { $0.member("place", place) }
      $0.member("grade", ifPresent: standing.grade)
      $0.member("provisional", standing.isProvisional)
      $0.member("open_items", standing.openItems)
      $0.member("late_rate", ifPresent: standing.lateRate?.canonicalText)
    }
  }
}
