import ArgumentParser
import Diagnostics
import Grading
import Loading
import Reports

/// The files that `run` writes.
struct RoundOutputs {
  private let computed: ComputedRound
  private let gaps: [UnitGaps]
  private let language: Language
  private let threads: Int?

  init(_ computed: ComputedRound, _ gaps: [UnitGaps], language: Language, threads: Int?) {
    self.computed = computed
    self.gaps = gaps
    self.language = language
    self.threads = threads
  }

  /// `parindex/result@1`.
  func result() -> [UInt8] {
    let files = computed.loaded.digests.map {
      ResultJSON.Provenance.File(path: $0.path, sha256: $0.sha256)
    }
    return ResultJSON(computed.round, language: language).bytes(
      provenance: .init(engine: engineVersion, files: files),
      workers: { inParallel($0, threads: threads, $1) }, digest: FileAccess.digest)
  }

  /// The file with the gaps of all units.
  static let gapsFile = "tai-lieu-con-thieu.csv"

  /// Writes all of them or, when one cannot be written, none; the result comes last.
  func write(to folder: String, _ reading: ReadingOptions) throws
    -> [RoundSummaryText.Output]
  {
    let parts = self.parts
    // Each of the large ones keeps to the threads asked for; two at once would not.
    let bytes = inParallel(parts.count, threads: threads == nil ? nil : 1, stretch: 1) {
      parts[$0].bytes()
    }
    if let problem = FileAccess.makeFolder(folder) { try fail(problem, reading) }
    if let problem = FileAccess.write(
      zip(parts, bytes).map { ("\(folder)/\($0.name)", $1) })
    {
      try fail(problem, reading)
    }
    return parts.map { .init(title: $0.title[language], path: "\(folder)/\($0.name)") }
  }

  /// A file and how its bytes come to be.
  private struct Part {
    let name: String
    let title: Wording
    let bytes: @Sendable () -> [UInt8]
  }

  private var parts: [Part] {
    let round = computed.round
    let report = GapReport(round, language: language, showsPlaces: true, namesOthers: true)
    var parts = [
      Part(name: "xep-hang.txt", title: Wording(vi: "Bảng xếp hạng", en: "Rankings")) {
        Array(RankingText(round, language).text().utf8)
      },
      Part(
        name: "xep-hang.csv", title: Wording(vi: "Bảng xếp hạng (Excel)", en: "Rankings (Excel)")
      ) { Array(RankingCSV(round, language).text().utf8) },
      Part(
        name: "phieu-diem.csv",
        title: Wording(vi: "Phiếu điểm mọi đơn vị (Excel)", en: "Score sheets (Excel)"),
        bytes: sheets),
      Part(
        name: Self.gapsFile,
        title: Wording(vi: "Nội dung phải bổ sung, giải trình (Excel)", en: "Evidence gaps (Excel)")
      ) {
        joined(
          Array(report.csvHead.utf8),
          inParallel(gaps.count, threads: threads) { Array(report.csvRows(gaps[$0]).utf8) })
      },
    ]
    for (place, block) in round.plan.blocks.enumerated() where block.groupsByParent {
      parts.append(
        Part(
          name: "doi-sanh-\(block.id).txt",
          title: Wording(
            vi: "Bảng đối sánh \(block.title) (không phải xếp hạng)",
            en: "Comparison, \(block.title) (no ranking)")
        ) { Array(RankingText(round, language).comparison(block: place).utf8) })
    }
    parts.append(
      Part(
        name: "ket-qua.json",
        title: Wording(vi: "Kết quả cho máy đọc", en: "Result for programs"), bytes: result))
    return parts
  }

  /// Every unit's sheet; why each item has its points is for `explain` and `score` to say.
  private func sheets() -> [UInt8] {
    let sheet = ScoreSheetCSV(computed.round, language, explains: false)
    return joined(
      sheet.head, inParallel(computed.round.units.count, threads: threads, sheet.rows))
  }

  private func joined(_ head: [UInt8], _ parts: [[UInt8]]) -> [UInt8] {
    var bytes = head
    bytes.reserveCapacity(bytes.count + parts.reduce(0) { $0 + $1.count })
    for part in parts { bytes.append(contentsOf: part) }
    return bytes
  }

  private func fail(_ problem: Diagnostic, _ reading: ReadingOptions) throws {
    reading.complain([problem])
    throw Exit.unusable
  }
}
