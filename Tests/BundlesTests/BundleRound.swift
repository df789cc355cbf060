import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import RoundGenerator
import TestSupport
import Testing

@testable import Bundles

/// A round of four units with documents and a log, and bundles of it.
struct BundleRound {
  static let engine = "1.0.0"

  let home: TemporaryFolder
  let path: String
  private(set) var seal: LogSeal?

  /// - Parameter name: where in the temporary folder it stands.
  init(at name: String = "ky", id: String? = nil) throws {
    home = try TemporaryFolder()
    path = home.path(name)
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: BundleRound.generated.get().path, toPath: path)
    if let id {
      for name in ["round.yaml"] + (1...4).map({ "units/don-vi-0000\($0)/self-assessment.yaml" }) {
        try change(name) { $0.replacing("do-toc-do", with: id) }
      }
    }
    let writer = LogWriter(folder: path, round: id ?? "do-toc-do")
    for content in try BundleRound.history(id ?? "do-toc-do", in: path) {
      seal = try writer.append(content).seal
    }
  }

  private static let generated: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    try LargeRound(units: 4, blocks: 2, writesEvidence: true).write(to: folder.path) { _ in }
    // A document with a long Vietnamese name, and one that stands twice on the shelf.
    let long =
      "Quyết định về việc ban hành " + String(repeating: "kế hoạch ", count: 12) + "năm.txt"
    for (unit, document) in [("don-vi-00001", long), ("don-vi-00002", "a/bao-cao.txt")] {
      let own = TemporaryFolder(within: "\(folder.path)/units/\(unit)")
      try own.write("evidence/\(document)", "Tài liệu của \(unit)\n")
      var lines = try own.lines(of: "evidence.yaml")
      for id in ["tep-1", "tep-2"] {
        lines += ["  - id: \(id)", "    kind: bao-cao", "    file: \"evidence/\(document)\""]
      }
      try own.write("evidence.yaml", lines.joined(separator: "\n") + "\n")
    }
    // Statics are never let go.
    atexit { if case .success(let folder) = BundleRound.generated { folder.remove() } }
    return folder
  }

  func change(_ name: String, _ change: (String) -> String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try Data(change(String(decoding: Data(contentsOf: url), as: UTF8.self)).utf8).write(to: url)
  }

  /// Changes one of the round's own files and says so in its log.
  func replace(_ name: String, _ change: (String) -> String) throws {
    _ = try RoundHistory(of: path).keep("\(path)/\(name)")
    try self.change(name, change)
    let replacement = try FileReplacement([name], in: path, from: nil, earlier: nil)
    try replacement.keep()
    var content = EventContent(
      time: try #require(EventTime(parsing: "2018-01-02T08:00:00")), author: "so-noi-vu/01",
      role: "organiser", kind: .replaced)
    replacement.fill(&content)
    content.text = "Chuyển tệp"
    _ = try LogWriter(folder: path, round: "do-toc-do").append(content)
  }

  /// Questions to two units, what was decided on both, and that all handed in.
  static func history(
    _ round: String, in folder: String? = nil
  ) throws -> [EventContent] {
    let folder = try folder ?? generated.get().path
    func event(
      _ time: String, _ kind: EventKind, _ author: String,
      _ change: (inout EventContent) throws -> Void
    ) throws -> EventContent {
      var content = EventContent(
        time: try #require(EventTime(parsing: time)), author: author, role: "helper-team",
        kind: kind)
      try change(&content)
      return content
    }
    var contents = [
      try event("2017-12-01T08:00:00", .opened, "so-noi-vu/01") {
        $0.opening = LogOpening(round: round)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/round.yaml")))
        $0.files = ["round.yaml": FileAccess.digest(bytes)]
      }
    ]
    for (place, unit) in ["don-vi-00001", "don-vi-00002"].enumerated() {
      contents.append(
        try event("2017-12-2\(2 + place)T09:00:00", .explanationRequested, "to-giup-viec/01") {
          $0.unit = unit
          $0.subject = .item("1.1.1")
          $0.stage = "appraisal-1"
          $0.text = "Chưa thấy văn bản ban hành kế hoạch"
        })
    }
    for (place, unit) in ["don-vi-00001", "don-vi-00002"].enumerated() {
      contents.append(
        try event("2017-12-2\(6 + place)T16:00:00", .appraised, "to-giup-viec/02") {
          $0.unit = unit
          $0.subject = .item("1.1.1")
          $0.stage = "appraisal-1"
          $0.decision = .rejectEvidence
          $0.text = "Kế hoạch ban hành ngày 27/12/2016"
        })
    }
    for number in 1...4 {
      var files: [String: String] = [:]
      for name in ["self-assessment.yaml", "evidence.yaml"] {
        let file = "units/don-vi-0000\(number)/\(name)"
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else { continue }
        files[file] = FileAccess.digest(Array(data))
      }
      let handedIn = files
      contents.append(
        try event("2017-12-29T0\(number):00:00", .submitted, "don-vi-0000\(number)/01") {
          $0.unit = "don-vi-0000\(number)"
          $0.role = "unit"
          $0.files = handedIn
        })
    }
    return contents
  }

  /// Makes a bundle and reads it.
  func bundle(
    _ name: String = "goi.tar", key: BundleKey? = nil, storesEvidence: Bool = false
  ) throws -> [UInt8] {
    var options = BundleOptions(engine: BundleRound.engine)
    options.key = key
    options.storesEvidence = storesEvidence
    let making = makeBundle(of: path, to: home.path(name), options)
    try #require(making.manifest != nil, "\(making.diagnostics.map(\.message.english))")
    return try bytes(of: home.path(name))
  }

  /// A key that is the same in every run.
  static func key(_ digit: String = "7") throws -> BundleKey {
    let secret = try #require(Hexadecimal.bytes(String(repeating: digit, count: 64)))
    return try #require(BundleKey(secret: secret))
  }

  /// One signed bundle for all tests that only read it.
  static let shared = Result { () throws -> (bytes: [UInt8], seal: LogSeal, key: String) in
    let round = try BundleRound()
    let signer = try key()
    return (try round.bundle(key: signer), try #require(round.seal), signer.publicKey)
  }
}

func bytes(of path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}

/// Verifies bytes as if they were a file that somebody sent.
func verified(
  _ bytes: [UInt8], seal: LogSeal? = nil, publicKey: String? = nil, engine: String? = nil
) throws -> BundleVerification {
  let folder = try TemporaryFolder()
  var options = VerifyOptions(engine: engine ?? BundleRound.engine)
  options.seal = seal
  options.publicKey = publicKey
  return verifyBundle(try folder.write("goi.tar", bytes: bytes), options)
}

/// Only reads the archive.
func read(_ bytes: [UInt8]) throws -> BundleReader {
  let folder = try TemporaryFolder()
  var reader = try BundleReader(try folder.write("goi.tar", bytes: bytes), into: try Unpacking())
  reader.read()
  return reader
}
