internal import Diagnostics
internal import Grading

/// Cross-checks as JSON, `parindex/crosscheck@1`: numbers are decimal strings, as in results.
extension CrossCheckReport {
  package var json: String {
    var json = JSONWriter()
    json.object {
      $0.member("format", "parindex/crosscheck@1")
      $0.member("round", round.plan.id)
      if words.isIllustrative { $0.member("illustrative", true) }
      $0.member("least_cases", checks.leastCases)
      $0.member("documents") { $0.array { for own in checks.documents { write(own, to: &$0) } } }
      $0.member("figures") {
        $0.object {
          $0.member("equal", checks.figures.equal)
          $0.member("not_held", checks.figures.notHeld)
          $0.member("differing") {
            $0.array { for own in checks.figures.differing { write(own, to: &$0) } }
          }
        }
      }
      if let previous, let repeated = checks.repeated {
        $0.member("previous", previous.round.plan.id)
        $0.member("repeated") { $0.array { for own in repeated { write(own, previous, to: &$0) } } }
      }
      $0.member("drift") { $0.array { for own in checks.drift { write(own, to: &$0) } } }
    }
    return json.text + "\n"
  }

  private func write(_ shared: SharedDocument, to json: inout JSONWriter) {
    json.object {
      $0.member("kind", shared.kind.rawValue)
      switch shared.mark {
      case .file(let digest): $0.member("sha256", digest)
      case .number(let number, let issuer):
        $0.member("number", number)
        $0.member("issuer", issuer)
      }
      $0.member("uses") { $0.array { for use in shared.uses { write(use, round, to: &$0) } } }
    }
  }

  private func write(_ use: DocumentUse, _ round: Round, to json: inout JSONWriter) {
    let record = round.units[use.unit].record
    let set = round.sets[record.set]
    json.object {
      $0.member("unit", record.unit.id)
      $0.member("document", record.assessment.shelf[use.document].id)
      $0.member("items") { $0.array { for item in use.items { $0.string(set.items[item].id) } } }
    }
  }

  private func write(_ figure: ClaimedFigure, to json: inout JSONWriter) {
    let statement = figure.statement
    json.object {
      $0.member("unit", round.units[figure.unit].record.unit.id)
      $0.member("kind", figure.kind.rawValue)
      $0.member("figure", figure.figure)
      $0.member("title", statement.title)
      $0.member("items") {
        $0.array { for item in figure.items { $0.string(set(figure.unit).items[item].id) } }
      }
      $0.member("stated", plain(statement.stated))
      if case .known(let held) = statement.held { $0.member("held", plain(held)) }
      $0.member("source", ifPresent: statement.source)
      $0.member("owner", ifPresent: statement.owner)
      $0.member("open", figure.isOpen)
      $0.member("at", ifPresent: figure.citation.map(round.plan.cited))
    }
  }

  private func write(
    _ document: RepeatedDocument, _ previous: RoundWords, to json: inout JSONWriter
  ) {
    json.object {
      $0.member("sha256", document.sha256)
      $0.member("use") { write(document.use, round, to: &$0) }
      $0.member("before") {
        $0.array { for use in document.before { write(use, previous.round, to: &$0) } }
      }
    }
  }

  private func write(_ drift: AppraiserDrift, to json: inout JSONWriter) {
    let set = round.sets[drift.set]
    json.object {
      $0.member("set", set.id)
      $0.member("item", set.items[drift.item].id)
      $0.member("author", drift.author)
      $0.member("cases", drift.cases)
      $0.member("others", drift.others)
      $0.member("mean", ifPresent: drift.mean?.canonicalText)
      $0.member("others_mean", ifPresent: drift.othersMean?.canonicalText)
    }
  }

  /// A value as files write it.
  func plain(_ value: Value) -> String {
    switch value {
    case .number(let number): number.canonicalText
    case .date(let moment): moment.isoText
    case .noDate: "none"
    case .truth(let truth): truth ? "yes" : "no"
    case .text(let text): text
    case .days(let days, _): String(days)
    }
  }
}
