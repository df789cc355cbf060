internal import Diagnostics
internal import Grading
internal import Reports

/// One thing that is wrong with what was sent.
struct APIFault: Hashable, Sendable {
  enum Place: Hashable, Sendable {
    /// In the body, as a JSON pointer (RFC 6901); empty: the body as a whole.
    case body(String)
    /// In the address, by the parameter's name.
    case parameter(String)
  }

  let place: Place
  /// A stable name: `unknown-member`, `wrong-type`.
  let code: String
  let message: Wording

  init(_ place: Place, _ code: String, _ vietnamese: String, _ english: String) {
    self.place = place
    self.code = code
    message = Wording(vi: vietnamese, en: english)
  }
}

extension APIShape {
  /// Everything that keeps a value from being of this shape.
  /// - Parameter place: where the value stands.
  func faults(of value: JSONValue, at place: String = "") -> [APIFault] {
    func fault(_ code: String, _ vietnamese: String, _ english: String) -> [APIFault] {
      [APIFault(.body(place), code, vietnamese, english)]
    }
    switch (self, value) {
    case (.named(_, let shape), _): return shape.faults(of: value, at: place)
    case (.nullable, .null): return []
    case (.nullable(let shape), _): return shape.faults(of: value, at: place)
    case (.text(let longest), .string(let text)):
      guard FormReading.text(plain: Array(text.utf8)) != nil else {
        return fault(
          "bad-letters", "có ký tự điều khiển", "it holds control characters")
      }
      return text.unicodeScalars.count <= longest
        ? [] : fault("too-long", "dài quá \(longest) ký tự", "longer than \(longest) letters")
    case (.anyText, .string): return []
    case (.word(let word), .string(let text)):
      return word.admits(text)
        ? [] : fault("bad-value", "cần dạng \(word.pattern)", "expected: \(word.pattern)")
    case (.exact, .string(let text)):
      let isExact = text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?(\/[1-9][0-9]*)?/) != nil
      return isExact && Exact(parsing: text) != nil
        ? []
        : fault(
          "bad-value", "cần một số thập phân viết trong chuỗi, như \"0.75\"",
          "expected a decimal number in a string, like \"0.75\"")
    case (.whole(let range), .number(let digits)):
      // A fraction, or digits beyond any integer, are none.
      guard let number = APIShape.whole(digits) else { break }
      return range.contains(number)
        ? []
        : fault(
          "out-of-range", "cần từ \(range.lowerBound) đến \(range.upperBound)",
          "expected \(range.lowerBound) to \(range.upperBound)")
    case (.truth, .boolean): return []
    case (.choice(let choices), .string(let text)):
      let list = choices.joined(separator: ", ")
      return choices.contains(text)
        ? [] : fault("bad-value", "cần một trong: \(list)", "expected one of: \(list)")
    case (.list(let element, let most), .array(let elements)):
      guard elements.count <= most else {
        return fault("too-many", "nhiều quá \(most) phần tử", "more than \(most) elements")
      }
      return elements.enumerated().flatMap { element.faults(of: $1, at: "\(place)/\($0)") }
    case (.map(let element), .object(let members)):
      return members.flatMap { member -> [APIFault] in
        let place = "\(place)/\(APIShape.escaped(member.key))"
        guard APIWord.id.admits(member.key) else {
          return [
            APIFault(.body(place), "unknown-member", "tên không hợp lệ", "it is no such name")
          ]
        }
        return element.faults(of: member.value, at: place)
      }
    case (.object(let fields), .object(let members)):
      return APIShape.faults(of: members, fields, at: place)
    case (.document, .object): return []
    default: break
    }
    let name = typeName
    return fault("wrong-type", "cần \(name.vietnamese)", "expected \(name.english)")
  }

  private static func faults(
    of members: [JSONValue.Member], _ fields: [APIField], at place: String
  ) -> [APIFault] {
    var faults = members.flatMap { member -> [APIFault] in
      let place = "\(place)/\(escaped(member.key))"
      guard let field = fields.first(where: { $0.name == member.key }) else {
        let known = fields.map(\.name).joined(separator: ", ")
        return [
          APIFault(
            .body(place), "unknown-member", "không có trường này; có: \(known)",
            "there is no such member; known: \(known)")
        ]
      }
      return field.shape.faults(of: member.value, at: place)
    }
    for field in fields where field.isRequired && !members.contains(where: { $0.key == field.name })
    {
      faults.append(
        APIFault(
          .body("\(place)/\(field.name)"), "missing-member", "thiếu trường này",
          "this member is missing"))
    }
    return faults
  }

  /// A key as a JSON pointer has it.
  private static func escaped(_ key: String) -> String {
    String(key.prefix(100)).replacing("~", with: "~0").replacing("/", with: "~1")
  }

  private var typeName: Wording {
    switch self {
    case .text, .anyText, .word, .choice: Wording(vi: "chuỗi", en: "a string")
    case .exact: Wording(vi: "số viết trong chuỗi", en: "a number in a string")
    case .whole: Wording(vi: "số nguyên", en: "a whole number")
    case .truth: Wording(vi: "true hoặc false", en: "true or false")
    case .list: Wording(vi: "mảng", en: "an array")
    case .map, .object, .document: Wording(vi: "đối tượng", en: "an object")
    case .nullable(let shape), .named(_, let shape): shape.typeName
    }
  }
}

extension APIShape {
  /// Digits as a whole number; `2.0` is one, in JSON Schema too.
  static func whole(_ digits: String) -> Int? {
    guard let match = digits.wholeMatch(of: /(-?[0-9]{1,18})(\.0+)?/) else { return nil }
    return Int(match.output.1)
  }
}
