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
  /// `parindex/result@1`.
  let result: [UInt8]

  init(_ computed: ComputedRound, _ gaps: [UnitGaps], language: Language, threads: Int?) {
    self.computed = computed
    self.gaps = gaps
    self.language = language
    self.threads = threads
    let files = computed.loaded.digests.map {
      ResultJSON.Provenance.File(path: $0.path, sha256: $0.sha256)
    }
    result = ResultJSON(computed.round, language: language).bytes(
      provenance: .init(engine: engineVersion, files: files), digest: FileAccess.digest)
  }

  /// Writes all of them, each whole or not at all; the result comes last.
  func write(to folder: String, _ reading: ReadingOptions) throws
    -> [RoundSummaryText.Output]
  {
    let round = computed.round
    let report = GapReport(round, language: language, showsPlaces: true, namesOthers: true)
    let files: [(name: String, title: Wording, bytes: [UInt8])] = [
      (
        "xep-hang.txt", Wording(vi: "Bảng xếp hạng", en: "Rankings"),
        Array(RankingText(round, language).text().utf8)
      ),
      (
        "xep-hang.csv", Wording(vi: "Bảng xếp hạng (Excel)", en: "Rankings (Excel)"),
        Array(RankingCSV(round, language).text().utf8)
      ),
      (
        "phieu-diem.csv", Wording(vi: "Phiếu điểm mọi đơn vị (Excel)", en: "Score sheets (Excel)"),
        sheets()
      ),
      (
        "tai-lieu-con-thieu.csv",
        Wording(vi: "Nội dung phải bổ sung, giải trình (Excel)", en: "Evidence gaps (Excel)"),
        joined(
          report.csvHead, inParallel(gaps.count, threads: threads) { report.csvRows(gaps[$0]) })
      ),
      (
        "ket-qua.json", Wording(vi: "Kết quả cho máy đọc", en: "Result for programs"), result
      ),
    ]
    if let problem = FileAccess.makeFolder(folder) { try fail(problem, reading) }
    var written: [RoundSummaryText.Output] = []
    for file in files {
      let path = "\(folder)/\(file.name)"
      if let problem = FileAccess.write(file.bytes, to: path) { try fail(problem, reading) }
      written.append(.init(title: file.title[language], path: path))
    }
    return written
  }

  /// Every unit's sheet; why each item has its points is for `explain` and `score` to say.
  private func sheets() -> [UInt8] {
    let sheet = ScoreSheetCSV(computed.round, language, explains: false)
    return joined(
      sheet.head, inParallel(computed.round.units.count, threads: threads, sheet.rows))
  }

  private func joined(_ head: String, _ parts: [String]) -> [UInt8] {
    var bytes = Array(head.utf8)
    bytes.reserveCapacity(bytes.count + parts.reduce(0) { $0 + $1.utf8.count })
    for part in parts { bytes.append(contentsOf: part.utf8) }
    return bytes
  }

  private func fail(_ problem: Diagnostic, _ reading: ReadingOptions) throws {
    reading.complain([problem])
    throw Exit.unusable
  }
}
