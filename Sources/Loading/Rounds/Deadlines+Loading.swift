internal import Diagnostics
package import Grading
internal import YAMLReading

extension MappingReader {
  /// The last moment that is in time, from `through:` (the day or minute counts) or `before:` (it
  /// does not); nil when neither is there.
  mutating func limit() -> LocalMoment? {
    let through = moment("through")
    let before = moment("before")
    if node["through"] != nil, let other = value("before") {
      problems.add(.eitherKey("through", "before", at: other.span))
    }
    if let through { return through }
    guard let before else { return nil }
    return before.lastInTime
  }
}

extension LocalMoment {
  /// The last moment before this one: the day before, or the minute before.
  package var lastInTime: LocalMoment {
    if let minute, minute > 0 { return LocalMoment(day, minute: minute - 1) }
    let yesterday = day.adding(days: -1) ?? day
    return LocalMoment(yesterday, minute: minute == nil ? nil : 23 * 60 + 59)
  }
}

extension MappingReader {
  /// A number of points that something may come to.
  mutating func points(_ key: String, _ presence: Presence = .optional) -> Exact? {
    guard let value = exact(key, presence) else { return nil }
    if value.isNegative, let node = node[key] { problems.add(.negativePoints(node, key: key)) }
    return value.isNegative ? nil : value
  }
}

extension LocalMoment {
  /// Whether it has passed, to its last minute, when another moment begins.
  fileprivate func isOver(before other: LocalMoment) -> Bool {
    (day, minute ?? 24 * 60) < (other.day, other.minute ?? 0)
  }
}

/// Reads `stages:` in their order.
func loadStages(_ nodes: [YAMLNode], into problems: DiagnosticCollector) -> [Stage] {
  var stages: [Stage] = []
  var first: [String: SourceSpan] = [:]
  for node in nodes {
    guard var reader = MappingReader(node, into: problems) else { continue }
    let id = reader.string("id", .required)
    let title = reader.string("title")
    let kind = reader.choice("kind", of: Stage.Kind.self, .required)
    let who = reader.string("who")
    let opens = reader.moment("opens")
    let deadline = reader.limit()
    let secondApproval = reader.points("second_approval_above")
    let allowsBeyond = reader.yesNo("beyond_rule") ?? false
    if deadline == nil, let bare = reader.value("deadline") {
      problems.add(.bareStage(bare))
    }
    reader.finish()
    guard let id, let kind else { continue }
    let span = node["id"]?.span ?? node.span
    if !isSlug(id), let value = node["id"] { problems.add(.badID(value)) }
    if let earlier = first[id] {
      problems.add(.duplicateID(id, at: span, first: earlier))
      continue
    }
    first[id] = span
    if let opens, let deadline, deadline.isOver(before: opens), let value = node["opens"] {
      problems.add(.opensTooLate(value, deadline: deadline))
    }
    if let deadline, let last = stages.last(where: { $0.deadline != nil }),
      let limit = last.deadline, deadline.day < limit.day
    {
      problems.add(.stageGoesBack(id, before: last.id, at: span))
    }
    stages.append(
      Stage(
        id: id, title: title ?? id, kind: kind, who: who, deadline: deadline,
        allowsBeyondRule: allowsBeyond, opens: opens, secondApprovalAbove: secondApproval))
  }
  return stages
}

/// Reads `deadlines:` and adds the stages' own; names use underscores for hyphens (SCORING 45).
func loadDeadlines(
  _ entries: YAMLEntries?, _ stages: [Stage], into problems: DiagnosticCollector
) -> [String: LocalMoment] {
  var deadlines: [String: LocalMoment] = [:]
  for stage in stages { deadlines[underscored(stage.id)] = stage.deadline }
  for entry in entries.map(Array.init) ?? [] {
    guard let name = entry.key.text else { continue }
    guard entry.value.kind == .mapping else {
      problems.add(.bareDate(entry.value, key: name))
      continue
    }
    guard var reader = MappingReader(entry.value, key: name, into: problems) else { continue }
    let limit = reader.limit()
    reader.finish()
    if let limit {
      deadlines[underscored(name)] = limit
    } else if entry.value.count == 0 {
      problems.add(.bareDate(entry.value, key: name))
    }
  }
  return deadlines
}

/// A name as expressions write it.
func underscored(_ name: String) -> String {
  String(name.map { $0 == "-" ? "_" : $0 })
}
