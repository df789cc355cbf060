package import Diagnostics
package import DossierCounting
package import Grading
internal import YAMLReading

/// Reads `parindex/dossier-rules@1`: how a year's dossiers are counted, checked as a whole.
///
/// ```yaml
/// format: parindex/dossier-rules@1
/// title: Rà soát, chốt số liệu …         # required
/// year: 2019                               # required
/// basis: {document: /SNV-CCHC, date: 2019-11, title: …}
/// illustrative: no
/// note: …
/// window: {received_from: 2019-01-01, received_through: 2019-12-10}     # required, both days count
/// periods: {2019-01: 2019-01-01..2019-01-31}      # both days count
/// finished_at: result_ready                # or handed_over
/// clock: elapsed                           # or working
/// calendar: calendar.yaml                  # needed by `working`
/// on_time_until: end_of_due_day            # or due_minute
/// late_includes_overdue: no                # required: the author's choice
/// without_due_date: on_time                # or reject
/// unconfirmed_outages: ignored             # or counted
/// most_unreadable: 1%
/// most_contradictory: 10%                  # rows whose dates contradict each other: more is told
/// explanations: {before: 2019-12-05}       # or through
/// subsets:                                 # figures dossiers.<subset>.<metric>
///   level_3_4: {title: …, procedures: procedures.csv}       # or a list of codes
/// rates:                                   # figures dossiers.<rate>; there are no others
///   online_rate: {title: …, of: level_3_4.online, over: level_3_4.received}
/// causes:                                  # the closed list that explanations name
///   - {id: software, title: …, considered: yes}
///   - {id: linked, title: …, considered: no, list: linked-late}
/// exclusions:                              # in order: the first that applies decides
///   - {id: previous-year, title: …, clause: khoản 1, when: received_before_window, from: all}
///   - {id: outage, title: …, clause: …, when: {late: true, outage_share_at_least: 1/4}, from: late}
/// lists:                                   # listed apart, still counted
///   - {id: linked-late, title: …, clause: khoản 4, when: {late: true, linked_agency_late: true}}
/// ```
/// Keys of `when:` are the predicates of `DossierCondition`; all of them must hold. Without units,
/// names of units and their kinds are not checked. There are no rules when a fault makes the file
/// unusable.
/// - Parameter explanationsUntil: the end of the time for explanations, where it was moved away from
///   the rules' own.
package func loadDossierRules(
  _ path: String, units: [Unit] = [], explanationsUntil: LocalMinute? = nil,
  files: FileAccess = FileAccess()
) -> (rules: DossierRules?, digests: [FileDigest], diagnostics: [Diagnostic]) {
  let (document, text, diagnostics) = files.yaml(path)
  var builder = RulesBuilder(path: path, units: units, files: files, found: diagnostics)
  if let text { builder.read(text) }
  if let document { builder.read(document.root, explanationsUntil: explanationsUntil) }
  let problems = builder.problems
  return (
    document == nil || problems.hasFatalErrors ? nil : builder.rules, builder.digests,
    builder.texts.reduce(problems.diagnostics) { $1.annotate($0) }.sorted()
  )
}

/// The rules of one file while they are read.
struct RulesBuilder {
  let path: String
  /// Empty: the register is not known, and names of units are not checked.
  let units: [Unit]
  let files: FileAccess
  let problems: DiagnosticCollector
  var rules = DossierRules(
    title: "", year: 0,
    window: MinuteSpan(start: LocalMinute(number: 0), end: LocalMinute(number: 0)),
    lateIncludesOverdue: false)
  /// Whether `rules.window` was read.
  var hasWindow = false
  /// The first place that measures working time.
  var calendarAskedFor: SourceSpan?
  var causes: [PlacedCause] = []
  var exclusions: [PlacedExclusion] = []
  var lists: [PlacedList] = []
  /// Ids of all entries, also of those that could not be read whole: naming one is no second fault.
  var causeIDs: [String] = []
  var listIDs: [String] = []
  private(set) var digests: [FileDigest] = []
  private(set) var texts: [SourceText] = []

  init(path: String, units: [Unit], files: FileAccess, found: [Diagnostic]) {
    self.path = path
    self.units = units
    self.files = files
    problems = DiagnosticCollector(found)
  }

  /// Notes a file that the rules are made of.
  mutating func read(_ text: SourceText) {
    texts.append(text)
    digests.append(FileDigest(text))
  }

  mutating func add(_ more: [FileDigest]) { digests += more }

  mutating func read(_ root: YAMLNode, explanationsUntil: LocalMinute?) {
    guard var reader = MappingReader(root, into: problems) else { return }
    _ = reader.format("parindex/dossier-rules")
    readHead(&reader)
    readWindow(&reader)
    readChoices(&reader)
    rules.explanationsUntil = explanationsUntil ?? rules.explanationsUntil
    readSubsets(&reader)
    readRates(&reader)
    readCauses(&reader)
    readExclusions(&reader)
    readLists(&reader)
    readCalendar(&reader)
    reader.finish()
    checkCauses()
    checkConditions()
    checkOrder()
    checkDeadline()
    checkNumbers(root)
  }

  /// Whether there are no more of a kind than can be counted by.
  private func checkNumbers(_ root: YAMLNode) {
    let numbers = [
      ("exclusions", rules.exclusions.count + rules.lists.count, DossierRules.mostRules),
      ("causes", rules.causes.count, DossierRules.mostCauses),
      ("subsets", rules.subsets.count, DossierRules.mostSubsets),
    ]
    for (key, number, most) in numbers where number > most {
      problems.add(.tooManyRules(key, number, most: most, at: (root[key] ?? root).headSpan))
    }
  }
}

extension MappingReader {
  /// The entries of a mapping whose keys are names; none when it is absent.
  mutating func pairs(_ key: String) -> [(key: YAMLNode, value: YAMLNode)] {
    entries(key).map { Array($0) } ?? []
  }
}
