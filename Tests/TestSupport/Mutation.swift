/// A file with one to four small faults at places that chance picks: bytes changed, cut out, put in
/// or doubled, or the end cut off.
package func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
  let pieces: [[UInt8]] = [
    [0], [0x0D], [0x0A], [0x0D, 0x0A], [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xEF, 0xBB, 0xBF],
    [0xFF], [0xED, 0xA0, 0x80], Array("\t".utf8), Array("- ".utf8), Array(": ".utf8),
    Array("[".utf8), Array("}".utf8), Array("\"".utf8), Array("'".utf8), Array("|\n".utf8),
    Array("&a *a ".utf8), Array("%".utf8), Array("#".utf8), Array("計画".utf8), Array("!!x ".utf8),
    Array("? ".utf8), Array("---\n".utf8), Array(",;".utf8), Array("999999999999999999999".utf8),
    Array("-1".utf8), Array("0/0".utf8), Array("~".utf8),
  ]
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...4, using: &random) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let length = min(Int.random(in: 1...12, using: &random), bytes.count - place)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.removeSubrange(place..<place + length)
    case 1: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 2: bytes.removeSubrange(place...)
    case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [0], at: place)
    }
  }
  return bytes
}
