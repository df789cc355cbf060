import Diagnostics
import TestSupport
import Testing

@testable import Bundles

/// A changed byte anywhere is found, and the file it is in is named.
struct ChangedByteTests {
  private let bundle: [UInt8]
  private let parts: [(header: TarHeader, start: Int, end: Int)]

  init() throws {
    bundle = try BundleRound.shared.get().bytes
    parts = try OpenBundle.parts(bundle)
  }

  /// What is to be named when a byte at a place is another.
  private func names(_ place: Int) -> [String] {
    guard let part = parts.first(where: { ($0.start..<$0.end).contains(place) }) else {
      return ["goi.tar"]
    }
    switch part.header.name {
    case MemberName.manifest where place < 512: return [MemberName.manifest, "goi.tar"]
    // Each is held against the other.
    case MemberName.digest: return [MemberName.digest, MemberName.manifest]
    case let name: return [name]
    }
  }

  private func expectFound(_ changed: [UInt8], at place: Int) throws {
    let findings = try read(changed).findings
    let told = findings.filter { $0.severity == .error }.map(\.primary.span.file.path)
    let wanted = names(place)
    #expect(
      told.contains { name in wanted.contains { name == $0 || name.hasSuffix("/" + $0) } },
      "byte \(place): \(told), wanted \(wanted)")
  }

  @Test func `nothing is found in a bundle that nobody touched`() throws {
    #expect(try read(bundle).findings.isEmpty)
  }

  @Test func `in headers, contents, fillers and the end`() throws {
    var random = SplitMix64(seed: 20_171_220)
    var places: [Int] = []
    for (number, part) in parts.enumerated() {
      // Name, size, sum, kind, magic, prefix, the last byte; each is met in some header.
      let offsets = [0, 124, 135, 148, 156, 257, 345, 511]
      places += [offsets[number % 8], offsets[(number + 3) % 8]].map { part.start + $0 }
      let body = part.start + 512..<part.start + 512 + part.header.size
      if let place = body.randomElement(using: &random) { places.append(place) }
      if body.upperBound < part.end {
        places.append(number % 2 == 0 ? body.upperBound : part.end - 1)
      }
    }
    places += (0..<15).map { _ in Int.random(in: bundle.indices, using: &random) }
    places += [bundle.count - 1, bundle.count - 512, bundle.count - 1024]
    for place in places {
      var changed = bundle
      changed[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
      try expectFound(changed, at: place)
    }
  }

  @Test func `a bundle that was cut, or has something behind it, is found`() throws {
    for part in parts {
      for end in [part.start + 100, part.end - 1] where end > 512 {
        let findings = try read(Array(bundle[..<end])).findings
        #expect(!findings.isEmpty, "cut at \(end)")
      }
    }
    for count in [1, 511, 512, 1024] {
      let cut = try read(Array(bundle.dropLast(count)))
      #expect(cut.findings.map(\.code) == [.bundleIncomplete], "\(count)")
      let more = try read(bundle + [UInt8](repeating: 0, count: count))
      #expect(more.findings.map(\.code) == [.bundleChanged], "\(count)")
    }
  }

  @Test func `bytes put in, cut out or doubled anywhere are found`() throws {
    var random = SplitMix64(seed: 2019)
    for _ in 0..<30 {
      let changed = mutated(bundle, &random)
      guard changed != bundle else { continue }
      #expect(!(try read(changed).findings.isEmpty))
    }
  }
}
