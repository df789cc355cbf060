import ArgumentParser
import Diagnostics

extension Language {
  /// The language that the command line asks for, before the rest of it is understood.
  static var asked: Language { asked(by: CommandLine.arguments) }

  static func asked(by arguments: [String]) -> Language {
    let name = "--lang"
    let values =
      zip(arguments, arguments.dropFirst()).filter { $0.0 == name }.map(\.1)
      + arguments.filter { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    return values.lazy.compactMap(Language.init).first ?? .vietnamese
  }
}

extension ValidationError {
  /// What was typed wrong, in the language that the command line asks for.
  init(vi: String, en: String) {
    self.init(Wording(vi: vi, en: en)[Language.asked])
  }
}
