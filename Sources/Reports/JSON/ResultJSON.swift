package import Diagnostics
package import Grading

/// The result of a round for programs: `parindex/result@1`.
///
/// One object. Members in version 1; a number is a decimal string (`"81.33"`, or `"5/3"` where no
/// decimal ends), ranks and counts are integers, a value that does not exist is `null`, new members
/// may be added.
///
/// - `blocks`: each with `council`, `grades` (`from`, `name`; the best first), `grades_on`,
///   `groups`, `id`, `ranked_on` (`rounded` or `exact`), `tie_breakers`, `ties` (`competition` or
///   `dense`), `title`. A group has `parent` (a unit id or null) and `units`: final places first,
///   tied ones by id, then those without a place; each with `areas` (by area: `id`, `maximum`,
///   `points`), `grade`, `grade_before_conditions`, `id`, `index`, `provisional`, `rank`, `state`
///   (`ranked`, `unranked`, `not_submitted`, `nothing_applies`), `tied`.
/// - `format`: `parindex/result@1`.
/// - `gaps`: evidence gaps, where the caller gives them.
/// - `layers`: ids in order: `claimed`, `computed`, each deciding stage, `final`.
/// - `round`: `as_of` (only where its log was read up to a moment), `before_appraisal`, `id`,
///   `illustrative`, `not_submitted`, `note`, `publication` (`date`, `decision`, `signer`, `state`),
///   `title`, `year`.
/// - `sets`: each with `id`, `items` (`id`, `maximum`, `scored_by`, `title`), `maximum`, `title`.
/// - `units`: in the register's order; each with `block` (id), `id`, `illustrative`, `items`,
///   `name`, `parent`, `set` (id), `submitted`, `totals`. A sheet by itself (`sheet`) has `interval`
///   too, where what is open can move the unit in the final layer: `index` (`exact`, `highest`,
///   `lowest`) and `places` (`best`, `exact`, `worst`), each null where there is none; `exact` is
///   true where both ends can come out, and false where they are outer bounds. A result has none:
///   they depend on the evidence files at hand. `items` are in the set's order: `id`,
///   `points` (one a layer), and where they say something `basis` and `state` (by layer: what gave
///   the points other than the rule, and the state other than `scored`), `changed_since_accepted`
///   (the points that were accepted, when the final ones are others) and `why` (a sentence on
///   the final layer, only where a trace was asked for). `totals` has one object a layer:
///   `bonus`, `breaker`, `exact_index`, `grade`, `grade_before_conditions`, `grade_conditions`
///   (places in the block's list, from 0), `index`, `maximum`, `open_items`, `penalty`, `points`,
///   `provisional`, `rank`, `skipped_breakers` (only where tie-breakers were passed over), `tied`.
/// - `digest`: SHA-256 of the object without `digest` and `provenance` in canonical form (RFC
///   8785), in hexadecimal digits.
/// - `provenance`: `engine`, `files` (`path`, `sha256`) and, where the round has a log, `log`: how
///   many events there were and the digest of the last; outside the digest.
package struct ResultJSON: Sendable {
  let words: RoundWords
  /// Whether each item of each unit says in a sentence why.
  let hasTrace: Bool
  let layerIDs: [String]
  /// Layers in the order of their ids, as canonical members stand.
  let sortedLayers: [Int]
  /// Whether places and other units' values are told; before publication a unit learns none.
  let showsOthers: Bool
  /// Evidence gaps as canonical JSON.
  let gaps: [UInt8]?
  /// Of all units, where they are known already.

  /// Where the inputs came from; no part of what the digest covers.
  package struct Provenance: Hashable, Sendable {
    package struct File: Hashable, Sendable {
      package let path: String
      package let sha256: String

      package init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
      }
    }

    package var engine: String
    package var files: [File]
    /// The seal of the round's log.
    package var log: String?

    package init(engine: String, files: [File], log: String? = nil) {
      self.engine = engine
      self.files = files
      self.log = log
    }
  }

  package init(
    _ round: Round, trace: Bool = false, showsOthers: Bool = true, gaps: [UInt8]? = nil,
    language: Language = .vietnamese
  ) {
    words = RoundWords(round, language)
    hasTrace = trace
    self.showsOthers = showsOthers
    self.gaps = gaps
    let ids = round.layerIDs
    layerIDs = ids
    sortedLayers = ids.indices.sorted { ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8) }
  }

  var round: Round { words.round }

  /// Does independent pieces of work and gives their results in order.
  package typealias Workers = (Int, @Sendable (Int) -> [UInt8]) -> [[UInt8]]

  /// The whole text with its digest; `digest` is SHA-256 in hexadecimal digits.
  package func bytes(
    provenance: Provenance?, workers: Workers = { (0..<$0).map($1) }, digest: ([UInt8]) -> String
  ) -> [UInt8] {
    let body = canonical(workers: workers)
    var json = CanonicalJSON(capacity: body.count + 4096)
    json.raw(#"{"digest":"#)
    json.string(digest(body))
    if let provenance {
      json.raw(#","provenance":"#)
      write(provenance, to: &json)
    }
    json.raw(",")
    json.raw(body.dropFirst())
    json.raw("\n")
    return json.bytes
  }

  /// What the digest covers.
  package func canonical(workers: Workers = { (0..<$0).map($1) }) -> [UInt8] {
    var json = CanonicalJSON(capacity: 4096 + round.units.count * 4096)
    json.raw(#"{"blocks":["#)
    for (place, block) in round.plan.blocks.enumerated() {
      json.comma(unless: place == 0)
      write(block, place, to: &json)
    }
    json.raw(#"],"format":"parindex/result@1""#)
    if let gaps {
      json.raw(#","gaps":"#)
      json.raw(gaps)
    }
    json.raw(#","layers":"#)
    write(layerIDs, to: &json)
    json.raw(#","round":"#)
    writeRound(to: &json)
    json.raw(#","sets":["#)
    for (place, set) in round.sets.enumerated() {
      json.comma(unless: place == 0)
      write(set, to: &json)
    }
    json.raw(#"],"units":["#)
    let units = workers(round.units.count) { unit in
      var part = CanonicalJSON(capacity: 8192)
      write(unit: unit, nil, to: &part)
      return part.bytes
    }
    for (place, unit) in units.enumerated() {
      json.comma(unless: place == 0)
      json.raw(unit)
    }
    json.raw("]}")
    return json.bytes
  }

  /// The rankings of one block or of all, as they stand in a result.
  package func rankings(block: Int? = nil) -> String {
    var json = CanonicalJSON(capacity: 4096)
    json.raw(#"{"blocks":["#)
    for (number, place) in (block.map { [$0] } ?? Array(round.plan.blocks.indices)).enumerated() {
      json.comma(unless: number == 0)
      write(round.plan.blocks[place], place, to: &json)
    }
    json.raw(#"],"format":"parindex/ranking@1","round":"#)
    writeRound(to: &json)
    json.raw("}\n")
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// One unit's sheet, as it stands in a result.
  package func sheet(unit: Int) -> String {
    var json = CanonicalJSON(capacity: 4096)
    json.raw(#"{"format":"parindex/score-sheet@1","layers":"#)
    write(layerIDs, to: &json)
    json.raw(#","round":"#)
    writeRound(to: &json)
    json.raw(#","unit":"#)
    write(unit: unit, round.interval(of: unit), to: &json)
    json.raw("}\n")
    return String(decoding: json.bytes, as: UTF8.self)
  }

  // MARK: Round and sets

  func write(_ texts: [String], to json: inout CanonicalJSON) {
    json.raw("[")
    for (place, text) in texts.enumerated() {
      json.comma(unless: place == 0)
      json.string(text)
    }
    json.raw("]")
  }

  private func writeRound(to json: inout CanonicalJSON) {
    let plan = round.plan
    json.raw("{")
    if let moment = plan.asOf {
      json.raw(#""as_of":"#)
      json.string(moment.iso)
      json.raw(",")
    }
    json.raw(#""before_appraisal":"#)
    json.string(plan.beforeAppraisal.rawValue)
    json.raw(#","id":"#)
    json.string(plan.id)
    json.raw(#","illustrative":"#)
    json.boolean(words.isIllustrative)
    json.raw(#","not_submitted":"#)
    json.string(plan.notSubmitted.rawValue)
    json.raw(#","note":"#)
    json.string(plan.note)
    json.raw(#","publication":{"date":"#)
    json.string(plan.publication.date?.isoText)
    json.raw(#","decision":"#)
    json.string(plan.publication.decision)
    json.raw(#","signer":"#)
    json.string(plan.publication.signer)
    json.raw(#","state":"#)
    json.string(plan.publication.state.rawValue)
    json.raw(#"},"title":"#)
    json.string(plan.title)
    json.raw(#","year":"#)
    json.integer(plan.calendar.year)
    json.raw("}")
  }

  private func write(_ set: CriteriaSet, to json: inout CanonicalJSON) {
    json.raw(#"{"id":"#)
    json.string(set.id)
    json.raw(#","items":["#)
    for item in set.items {
      json.comma(unless: item.index == 0)
      json.raw(#"{"id":"#)
      json.string(item.id)
      json.raw(#","maximum":"#)
      json.exact(item.maximum)
      json.raw(#","scored_by":"#)
      json.string(item.scoredBy.rawValue)
      json.raw(#","title":"#)
      json.string(item.title)
      json.raw("}")
    }
    json.raw(#"],"maximum":"#)
    json.exact(set.maximum)
    json.raw(#","title":"#)
    json.string(set.title)
    json.raw("}")
  }

  private func write(_ provenance: Provenance, to json: inout CanonicalJSON) {
    json.raw(#"{"engine":"#)
    json.string(provenance.engine)
    json.raw(#","files":["#)
    for (place, file) in provenance.files.enumerated() {
      json.comma(unless: place == 0)
      json.raw(#"{"path":"#)
      json.string(file.path)
      json.raw(#","sha256":"#)
      json.string(file.sha256)
      json.raw("}")
    }
    json.raw("]")
    if let log = provenance.log {
      json.raw(#","log":"#)
      json.string(log)
    }
    json.raw("}")
  }
}
