internal import Diagnostics
internal import Grading
internal import YAMLReading

extension UnitReading {
  /// Reads inputs of an item, or shared ones; returns how many of them hold something.
  @discardableResult
  func readInputs(_ entries: YAMLEntries, item: Int?) -> Int {
    var given = 0
    // An entry is read when the next one shows that a comma did not tear it apart.
    var open: (place: Int, key: YAMLNode, value: YAMLNode)?
    var split: SplitNumber?
    let scope = item.map { $0 + 1 } ?? 0
    func close() {
      guard let (place, key, node) = open else { return }
      assessment.inputLines[place] = UInt32(truncatingIfNeeded: key.line)
      var value = InputValue.impossible
      if let torn = split {
        problems.add(.numberAmbiguous(torn.text, at: torn.span))
      } else {
        value = typed(node, tables.shapes[place])
      }
      assessment.inputs[place] = value
      if case .impossible = value { refuse(place, split?.text ?? node.text ?? "", node) }
      if case .blank = value { return }
      given += 1
    }
    for entry in entries {
      if let place = tables.inputs.find(entry.key, scope: scope) {
        close()
        open = (place, entry.key, entry.value)
        split = nil
      } else if let longer = SplitNumber(split, open?.value, entry) {
        split = longer
      } else {
        reportUnknown(entry.key, item: item)
      }
    }
    close()
    return given
  }

  /// Keeps what stands there, for whoever asks why the value is impossible.
  private func refuse(_ place: Int, _ text: String, _ node: YAMLNode) {
    let shape = tables.shapes[place]
    let readings =
      shape.type.valueType == .number && !node.isQuoted ? WrittenNumber.readings(text) : []
    let fault: RefusedInput.Fault =
      if !readings.isEmpty {
        .ambiguous(readings)
      } else if node.kind == .scalar,
        node.withUTF8({ shape.parse($0, isQuoted: node.isQuoted) }) != nil
      {
        .outOfRange
      } else {
        .wrongType
      }
    assessment.refused[place] = RefusedInput(text, fault)
  }

  func reportUnknown(_ key: YAMLNode, item: Int?) {
    let own = item.map { tables.set.items[$0].inputs } ?? tables.set.sharedInputs
    let isShared = item != nil && tables.inputs.find(key) != nil
    problems.add(
      .inputUnknown(
        key, item: item.map { tables.set.items[$0].id }, isShared: isShared,
        known: own.map { tables.set.inputs[$0].name }))
  }

  /// What a node says as a value of its type; `impossible`, with a diagnostic, when it cannot be.
  func typed(_ node: YAMLNode, _ shape: ValueShape) -> InputValue {
    guard node.kind == .scalar else {
      problems.add(.valueMismatch(node, shape.name, type: shape.type, options: shape.options))
      return .impossible
    }
    if shape.type == .text, node.isNull { return .blank }
    guard let value = node.withUTF8({ shape.parse($0, isQuoted: node.isQuoted) }) else {
      return refused(node, shape)
    }
    guard shape.admits(value) else {
      problems.add(
        .valueOutOfRange(node, shape.name, type: shape.type, low: shape.low, high: shape.high))
      return .impossible
    }
    return .given(value)
  }

  private func refused(_ node: YAMLNode, _ shape: ValueShape) -> InputValue {
    let text = node.text ?? ""
    if node.isNull || (text.isEmpty && shape.type == .text) { return .blank }
    let isNumber = shape.type.valueType == .number
    if isNumber, !node.isQuoted, !WrittenNumber.readings(text).isEmpty {
      problems.add(.numberAmbiguous(text, at: node.span))
    } else if shape.type == .rate, !node.isQuoted, Exact(parsing: text) != nil {
      problems.add(.rateTooLarge(node, shape.name))
    } else {
      problems.add(.valueMismatch(node, shape.name, type: shape.type, options: shape.options))
    }
    return .impossible
  }
}

/// A number that a flow mapping tore apart at its comma: `{completed: 98,5}`.
struct SplitNumber {
  private(set) var text: String
  private(set) var span: SourceSpan

  /// The number so far and one more piece; nil when the entry is no piece of a number.
  init?(
    _ split: SplitNumber?, _ value: YAMLNode?, _ entry: (key: YAMLNode, value: YAMLNode)
  ) {
    guard let piece = entry.key.text, !entry.key.isQuoted, entry.value.isNull,
      let first = piece.utf8.first, first >= 0x30, first <= 0x39,
      let before = split?.text ?? (value?.isQuoted == false ? value?.text : nil),
      let place = split?.span ?? value?.span
    else { return nil }
    let key = entry.key.span
    guard key.start.line == place.end.line, key.start.column == place.end.column + 1,
      !WrittenNumber.readings(before + "," + piece).isEmpty
    else { return nil }
    text = before + "," + piece
    span = SourceSpan(file: place.file, start: place.start, end: key.end)
  }
}
