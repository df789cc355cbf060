internal import Diagnostics
internal import DossierCounting

/// Where the figures come from.
extension PeriodicJSON {
  func write(_ origin: CountedOrigin, _ json: inout JSONWriter) {
    json.member("kind", "records")
    json.member("title", origin.records.title)
    json.member("rules", origin.rules.title)
    if origin.records.isIllustrative { json.member("illustrative", true) }
    json.member("exclusions") { json in
      json.array { json in
        for (exclusion, count) in zip(origin.rules.exclusions, origin.excluded) {
          json.object { json in
            json.member("id", exclusion.id)
            json.member("applied", count != nil)
            if let count { json.member("excluded", count) }
          }
        }
      }
    }
    json.member("lists") { json in
      json.object { json in
        for (list, count) in zip(origin.rules.lists, origin.listed) {
          if let count { json.member(list.id, count) }
        }
      }
    }
    json.member("rows", origin.quality.rows)
    json.member("repeated") { json in
      if let repeated = origin.quality.repeated { json.integer(repeated) } else { json.null() }
    }
    json.member("unreadable") { json in
      json.object { json in
        for (reason, count) in origin.quality.unreadable { json.member("\(reason.word)", count) }
      }
    }
    json.member("findings") { json in
      json.object { json in
        for finding in origin.quality.findings {
          json.member(finding.finding.rawValue, finding.count)
        }
      }
    }
  }

  func write(_ origin: PrintedOrigin, _ json: inout JSONWriter) {
    json.member("kind", "table")
    json.member("title", origin.title)
    json.member("table", origin.tableID)
    json.member("document", ifPresent: origin.source?.document)
    json.member("corrections", origin.corrections)
    if origin.isIllustrative { json.member("illustrative", true) }
  }
}
