internal import Grading

/// Where pages stand, from the site's root; relative links are made of nothing else.
enum SitePath {
  static let overview = "index.html"
  static let units = "co-quan.html"
  static let criteria = "tieu-chi.html"
  static let years = "so-sanh.html"
  static let method = "cach-cham.html"
  static let downloads = "tai-ve.html"
  static let style = "giao-dien/trang.css"
  static let script = "giao-dien/trang.js"

  static func block(_ block: Block) -> String { "xep-hang/\(name(block.id)).html" }

  /// The bodies below one unit, ranked apart; nil: those without one.
  static func group(_ block: Block, _ parent: String?) -> String {
    "xep-hang/\(name(block.id))/\(parent.map(name) ?? "_").html"
  }

  static func years(_ block: Block) -> String { "so-sanh/\(name(block.id)).html" }

  static func unit(_ unit: Unit) -> String { "co-quan/\(name(unit.id)).html" }

  static func method(of set: String) -> String { "cach-cham/\(set).html" }

  static func criterion(_ criterion: Criterion, of set: String) -> String {
    "tieu-chi/\(set)/\(name(criterion.id)).html"
  }

  /// The same page from its second part on: a list that is too long for one.
  static func part(_ number: Int, of path: String) -> String {
    number == 0 ? path : String(path.dropLast(".html".count)) + "_p\(number + 1).html"
  }

  /// A name that is safe as a file's on any system and cannot lead out of its folder; different
  /// ids have different ones.
  static func name(_ id: String) -> String {
    var text = ""
    for (place, byte) in id.utf8.enumerated() {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where place > 0:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "_\(String(byte, radix: 16))_"
      }
    }
    return text.isEmpty ? "_" : text
  }

  /// A short name for each set: the last part of its id where that is enough.
  static func sets(_ sets: [CriteriaSet]) -> [String] {
    let short = sets.map { set in
      name(String(set.id.split(separator: "/").last ?? Substring(set.id)))
    }
    guard Set(short).count == short.count else { return sets.map { name($0.id) } }
    return short
  }

  /// From a page to the root.
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}
