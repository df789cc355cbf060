/// Scalars as a careful clerk would write them: plain where YAML allows it, else in quotes.
enum YAMLText {
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result + "\""
  }

  /// Safe in block and in flow context, and not read as anything but a text.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if "-?:,[]{}#&*!|>'\"%@` ~=".contains(first) || last == " " || last == ":" { return false }
    if ["yes", "no", "true", "false", "null", "none", "có", "không"].contains(text) {
      return false
    }
    var previous: Character = " "
    for character in text {
      switch character {
      case ",", "[", "]", "{", "}", "\n", "\"": return false
      case " " where previous == ":": return false
      case "#" where previous == " ": return false
      default: break
      }
      previous = character
    }
    return true
  }
}
