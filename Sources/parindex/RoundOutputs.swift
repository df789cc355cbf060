import ArgumentParser
import Diagnostics
import EventLog
import Grading
import Loading
import Reports

/// The files that `run` writes.
struct RoundOutputs {
  private let computed: ComputedRound
  private let language: Language
  private let threads: Int?
  /// What several outputs show, worked out once: the gaps with what they are worth, and the
  /// rankings without colours.
  let gaps: Meanwhile<[UnitGaps]>
  let rankings: Meanwhile<String>

  /// - Parameter showsPlaces: whether the places that gaps may cost are worked out.
  init(_ computed: ComputedRound, language: Language, threads: Int?, showsPlaces: Bool) {
    self.computed = computed
    self.language = language
    self.threads = threads
    let round = computed.round
    // Without the table of places nothing is written, and they wait until they are asked for.
    let ahead = showsPlaces ? threads : 1
    let gaps = Meanwhile(threads: ahead) {
      let finder = GapFinder(round)
      guard showsPlaces else { return inParallel(round.units.count, threads: threads, finder.gaps) }
      return finder.pricedGaps { inParallel($0, threads: threads, $1) }
    }
    let intervals = Meanwhile(threads: ahead) {
      RoundIntervals(round, gaps: gaps.value) { inParallel($0, threads: threads, $1) }
    }
    self.gaps = gaps
    rankings = Meanwhile(threads: ahead) {
      RankingText(round, language) { _ in intervals.value }.text()
    }
  }

  /// `parindex/result@1`.
  func result() -> [UInt8] {
    let files = computed.loaded.digests.map {
      ResultJSON.Provenance.File(path: $0.path, sha256: $0.sha256)
    }
    return ResultJSON(computed.round, language: language).bytes(
      provenance: .init(
        engine: engineVersion, files: files, log: computed.loaded.log?.seal?.text),
      workers: { inParallel($0, threads: threads, $1) }, digest: FileAccess.digest)
  }

  /// The file with the gaps of all units.
  static let gapsFile = "tai-lieu-con-thieu.csv"

  /// What `write` writes, as it is told to whoever wrote it.
  func listed(in folder: String) -> [RoundSummaryText.Output] {
    parts.map { .init(title: $0.title[language], path: "\(folder)/\($0.name)") }
  }

  /// Writes all of them or, when one cannot be written, none; the result comes last.
  /// - Returns: why they could not be written.
  func write(to folder: String) -> Diagnostic? {
    let parts = self.parts
    if let problem = FileAccess.makeFolder(folder) { return problem }
    let drafts = FileDrafts(parts.map { "\(folder)/\($0.name)" })
    // The result is the largest, so it is begun first; what waits for the disk leaves its core to
    // the others.
    let problems = parts.indices.reversed().map { place in
      Meanwhile(threads: threads) { drafts.write(parts[place].bytes(), at: place) }
    }
    return drafts.finish(problems.compactMap(\.value).last)
  }

  /// A file and how its bytes come to be.
  private struct Part: Sendable {
    let name: String
    let title: Wording
    let bytes: @Sendable () -> [UInt8]
  }

  private var parts: [Part] {
    let round = computed.round
    let (gaps, rankings, threads) = (gaps, rankings, threads)
    let dataNames = dataNames
    let report = GapReport(round, language: language, showsPlaces: true, namesOthers: true)
    var parts = [
      Part(name: "xep-hang.txt", title: Wording(vi: "Bảng xếp hạng", en: "Rankings")) {
        Array(rankings.value.utf8)
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
        let gaps = gaps.value
        return joined(
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
        name: "tu-dien-du-lieu.csv",
        title: Wording(vi: "Ý nghĩa từng cột, từng trường", en: "What columns and fields mean")
      ) { Array(DataDictionary(round, language, dataNames).csv.utf8) })
    parts.append(
      Part(
        name: "ket-qua.json",
        title: Wording(vi: "Kết quả cho máy đọc", en: "Result for programs"), bytes: result))
    return parts
  }

  private var dataNames: DataDictionary.Names {
    DataDictionary.Names(
      ranking: "xep-hang.csv", sheets: "phieu-diem.csv", gaps: Self.gapsFile,
      result: "ket-qua.json")
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
}
