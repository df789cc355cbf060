internal import Diagnostics
internal import Grading

/// Single values of a line: each is read into what it means, or told.
extension EventReading {
  mutating func report(_ diagnostic: Diagnostic) {
    problems.append(line.shown(diagnostic))
  }

  private mutating func refuse(_ member: LineMember, _ key: EventKey, _ shape: LogShape) {
    report(.logValue(line.span(member.place), key, shape))
  }

  /// A text that is read into something else.
  mutating func read<Value>(
    _ key: EventKey, _ shape: LogShape, _ convert: (String) -> Value?
  ) -> Value? {
    guard let member = members[key] else { return nil }
    if case .text(let text) = member.value, let value = convert(text) { return value }
    refuse(member, key, shape)
    return nil
  }

  /// Words: not empty, and no control characters but line ends and tabs.
  mutating func text(_ key: EventKey) -> String? {
    read(key, .words) { EventReading.isPlain($0, withLines: true) ? $0 : nil }
  }

  mutating func id(_ key: EventKey) -> String? {
    read(key, .id) { EventReading.isID($0) ? $0 : nil }
  }

  mutating func ids(_ key: EventKey) -> [String] {
    guard let member = members[key] else { return [] }
    if case .list(let ids) = member.value, !ids.isEmpty, Set(ids).count == ids.count,
      ids.allSatisfy(EventReading.isID)
    {
      return ids
    }
    refuse(member, key, .ids)
    return []
  }

  mutating func value(_ key: EventKey) -> EventValue? {
    guard let member = members[key] else { return nil }
    switch member.value {
    case .text(let text) where EventReading.isPlain(text, withLines: false): return .text(text)
    case .texts(let inputs)
    where !inputs.isEmpty
      && inputs.allSatisfy({
        EventReading.isID($0.key) && EventReading.isPlain($0.value, withLines: true)
      }):
      return .inputs(inputs)
    case .text, .number, .truth, .list, .texts, .other:
      refuse(member, key, .textOrInputs)
      return nil
    }
  }

  mutating func files() -> [String: String] {
    guard let member = members[.files] else { return [:] }
    if case .texts(let files) = member.value, !files.isEmpty,
      files.allSatisfy({
        EventReading.isPlain($0.key, withLines: false) && LineDigest(parsing: $0.value) != nil
      })
    {
      return files
    }
    refuse(member, .files, .files)
    return [:]
  }

  mutating func vote() -> EventVote? {
    guard let member = members[.vote] else { return nil }
    if case .texts(let counts) = member.value, let vote = EventVote(written: counts) {
      return vote
    }
    refuse(member, .vote, .vote)
    return nil
  }

  mutating func sequence(_ key: EventKey) -> Int? {
    guard let member = members[key] else { return nil }
    if case .number(let number) = member.value, (1...EventReading.mostEvents).contains(number) {
      return number
    }
    refuse(member, key, .number)
    return nil
  }

  mutating func isTrue(_ key: EventKey) -> Bool {
    guard let member = members[key] else { return false }
    if case .truth(true) = member.value { return true }
    refuse(member, key, .truth)
    return false
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: EventKey, of type: Choice.Type
  ) -> Choice? {
    guard let member = members[key] else { return nil }
    let known = Choice.allCases.map(\.rawValue)
    guard case .text(let text) = member.value else {
      refuse(member, key, .oneOf(known))
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    report(.logChoice(line.span(member.place), key, text, known: known))
    return nil
  }

  /// What every JSON reader can hold exactly.
  private static let mostEvents = 1 << 53

  private static func isID(_ text: String) -> Bool {
    (1...200).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      }
  }

  private static func isPlain(_ text: String, withLines: Bool) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x09, 0x0A: withLines
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: false
        default: true
        }
      }
  }
}
