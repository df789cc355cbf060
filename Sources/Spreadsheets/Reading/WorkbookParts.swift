/// Targets of a part's relations, by id, seen from the container's root.
final class RelationHandler: XMLHandler {
  private let folder: String
  private(set) var targets: [String: String] = [:]
  private(set) var byType: [String: String] = [:]
  var excess: ReadingLimit? { targets.count > 10_000 ? .parts : nil }

  /// - Parameter part: the part that the relations are of; empty for the container's own.
  init(of part: String) {
    folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  /// Where the relations of a part stand.
  static func place(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[...slash])_rels/\(part[part.index(after: slash)...]).rels"
  }

  func start(_ element: String, _ attributes: XMLAttributes) {
    guard element == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    let place = target.hasPrefix("/") ? String(target.dropFirst()) : folded(folder + target)
    targets[id] = place
    if let type = attributes["Type"]?.split(separator: "/").last, byType[String(type)] == nil {
      byType[String(type)] = place
    }
  }

  private func folded(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: String) {}
}

/// The list of sheets.
final class WorkbookHandler: XMLHandler {
  struct Listed {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [Listed] = []
  private(set) var countsFrom1904 = false
  /// Whether it is a workbook's list at all.
  private(set) var isWorkbook = false
  var excess: ReadingLimit? { sheets.count > 1000 ? .parts : nil }

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "workbook": isWorkbook = true
    case "workbookPr":
      countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
    case "sheet":
      guard let name = attributes["name"], let relation = attributes["id"] else { return }
      let state = attributes["state"] ?? "visible"
      sheets.append(Listed(name: name, relation: relation, isHidden: state != "visible"))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: String) {}
}

/// The strings that cells share.
final class SharedStringHandler: XMLHandler {
  private(set) var strings: [String] = []
  private let limits: ReadingLimits
  private var text: CollectedText
  private var isInText = false
  /// Readings of signs, which are not the text.
  private var phonetic = 0

  init(_ limits: ReadingLimits) {
    self.limits = limits
    text = CollectedText(limits)
  }

  var excess: ReadingLimit? {
    text.isTooLong ? .textLength : strings.count > limits.strings ? .strings : nil
  }

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "si": text.clear()
    case "rPh": phonetic += 1
    case "t": isInText = phonetic == 0
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInText { text.add(bytes) } }

  func end(_ element: String) {
    switch element {
    case "si": strings.append(text.meant)
    case "rPh": phonetic -= 1
    case "t": isInText = false
    default: break
    }
  }
}

/// Which cell styles show numbers as days.
final class StyleHandler: XMLHandler {
  private var codes: [Int: String] = [:]
  private var isInCellFormats = false
  /// By a cell's style.
  private(set) var showsDays: [Bool] = []
  var excess: ReadingLimit? { showsDays.count > 100_000 ? .cells : nil }

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        codes[id] = attributes["formatCode"]
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      showsDays.append(codes[id].map(StyleHandler.isDay) ?? StyleHandler.isDay(builtIn: id))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ element: String) { if element == "cellXfs" { isInCellFormats = false } }

  private static func isDay(builtIn id: Int) -> Bool {
    (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id)
      || (50...58).contains(id)
  }

  /// Whether a format's code shows parts of a day; what is quoted, escaped or in brackets is not.
  static func isDay(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for sign in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if sign == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if sign == "\\" || sign == "_" || sign == "*" {
        isEscaped = true
      } else if sign == "[" {
        isBracketed = true
      } else if sign == "]" {
        isBracketed = false
      } else if !isBracketed, "ymdhs".contains(sign) {
        return true
      }
    }
    return false
  }
}
