internal import CLibYAML

/// The few YAML tags that say nothing new; every other tag is refused.
enum KnownTag {
  /// `!!str` and `!`: the scalar is text, as if it stood in quotes.
  static func isString(_ tag: UnsafePointer<yaml_char_t>) -> Bool {
    isEqual(tag, "tag:yaml.org,2002:str") || isEqual(tag, "!")
  }

  static func isCollection(_ tag: UnsafePointer<yaml_char_t>, _ kind: YAMLKind) -> Bool {
    switch kind {
    case .scalar: false
    case .sequence: isEqual(tag, "tag:yaml.org,2002:seq") || isEqual(tag, "!")
    case .mapping: isEqual(tag, "tag:yaml.org,2002:map") || isEqual(tag, "!")
    }
  }

  private static func isEqual(_ tag: UnsafePointer<yaml_char_t>, _ name: StaticString) -> Bool {
    for index in 0..<name.utf8CodeUnitCount where tag[index] != name.utf8Start[index] {
      return false
    }
    return tag[name.utf8CodeUnitCount] == 0
  }
}
