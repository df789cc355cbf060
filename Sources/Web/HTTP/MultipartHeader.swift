/// What the headers of a part say.
struct MultipartHeader: Hashable, Sendable {
  let name: String
  /// As the browser sent it: never a path to anything here; nil: the part is a text.
  let fileName: String?

  /// Reads the lines before a part, without the blank one that ends them.
  init(_ bytes: [UInt8], _ limits: MultipartLimits) throws(MultipartFault) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .header }
    var disposition: String?
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      var line = Substring(line).unicodeScalars
      // Lines end with CR LF; one of them alone is somebody's trick.
      if place < lines.count - 1 {
        guard line.popLast() == "\r" else { throw .header }
      }
      guard !line.isEmpty, line.allSatisfy({ $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }),
        let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "\t"
      else { throw .header }
      let key = String(line[..<colon]).lowercased()
      let value = MultipartHeader.trimmed(line[line.index(after: colon)...])
      switch key {
      case "content-disposition":
        guard disposition == nil else { throw .header }
        disposition = value
      case "content-transfer-encoding":
        // Long deprecated, and what would be kept were not what was sent.
        guard ["binary", "8bit", "7bit"].contains(value.lowercased()) else { throw .header }
      default: break
      }
    }
    guard let disposition, let parameters = HeaderParameters(disposition),
      parameters.value == "form-data", let name = parameters["name"]
    else { throw .header }
    guard name.utf8.count <= limits.name else { throw .nameTooLong }
    self.name = name
    fileName = parameters["filename"]
    guard (fileName ?? "").utf8.count <= limits.fileName else { throw .fileNameTooLong }
  }

  private static func trimmed(_ scalars: Substring.UnicodeScalarView) -> String {
    String(Substring(scalars).trimming { $0 == " " || $0 == "\t" })
  }
}

/// A header's value with its parameters: `form-data; name="a"; filename="b.pdf"`.
struct HeaderParameters: Hashable, Sendable {
  /// In lower case.
  let value: String
  private var parameters: [String: String] = [:]

  /// By name, in lower case.
  subscript(name: String) -> String? { parameters[name] }

  /// nil: it is none, or names a parameter twice, as only who wants to be read in two ways does.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var place = scalars.firstIndex(of: ";") ?? scalars.count
    value = HeaderParameters.text(scalars[..<place]).trimming { $0 == " " || $0 == "\t" }
      .lowercased()
    func skipBlanks() {
      while place < scalars.count, scalars[place] == " " || scalars[place] == "\t" { place += 1 }
    }
    while place < scalars.count {
      guard scalars[place] == ";" else { return nil }
      place += 1
      skipBlanks()
      if place == scalars.count { break }
      guard let equals = scalars[place...].firstIndex(of: "=") else { return nil }
      let name = HeaderParameters.text(scalars[place..<equals]).lowercased()
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_*".contains($0) })
      else { return nil }
      place = equals + 1
      var value = String.UnicodeScalarView()
      if place < scalars.count, scalars[place] == "\"" {
        place += 1
        while place < scalars.count, scalars[place] != "\"" {
          // curl sends `\"` and `\\`; a browser of old sent `C:\papers\a.pdf`.
          if scalars[place] == "\\", place + 1 < scalars.count,
            scalars[place + 1] == "\"" || scalars[place + 1] == "\\"
          {
            place += 1
          }
          value.append(scalars[place])
          place += 1
        }
        guard place < scalars.count else { return nil }
        place += 1
      } else {
        while place < scalars.count, scalars[place] != ";", scalars[place] != " " {
          guard scalars[place] != "\"" else { return nil }
          value.append(scalars[place])
          place += 1
        }
      }
      skipBlanks()
      guard parameters.updateValue(String(value), forKey: name) == nil else { return nil }
    }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension StringProtocol {
  /// Without what stands at both ends.
  func trimming(_ isBlank: (Character) -> Bool) -> String {
    let start = drop(while: isBlank)
    return start.lastIndex { !isBlank($0) }.map { String(start[...$0]) } ?? ""
  }
}
