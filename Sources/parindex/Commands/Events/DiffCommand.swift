import ArgumentParser
import Diagnostics
import EventLog
import Glibc
import Grading
import Loading
import Reports

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "So sánh kết quả của hai thời điểm hoặc hai lớp điểm: ai đổi hạng, vì sự kiện nào.",
    usage:
      "parindex diff <round> (--from <time> [--to <time>] | --from-layer <l> [--to-layer <l>])",
    discussion: """
      Explains each change of place between two moments of a round, or between two of its layers.

      VÍ DỤ
        parindex diff Submissions/khanh-hoa-2017 --from 2018-01-03 --to 2018-01-13
        parindex diff Submissions/khanh-hoa-2017 --from 2018-01-13 --unit so-y-te
        parindex diff Submissions/khanh-hoa-2017 --from-layer claimed --block so
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp("Thời điểm trước.", valueName: "time"),
    transform: EventMoment.init(typed:))
  var from: EventMoment?

  @Option(
    help: ArgumentHelp("Thời điểm sau; mặc định là hiện tại.", valueName: "time"),
    transform: EventMoment.init(typed:))
  var to: EventMoment?

  @Option(help: "Lớp điểm trước: claimed, computed, mã của giai đoạn.")
  var fromLayer: String?

  @Option(help: "Lớp điểm sau.")
  var toLayer: String?

  @Option(help: "Chỉ một khối (mã của khối).")
  var block: String?

  @Option(help: "Chỉ một cơ quan, đơn vị, địa phương (mã).")
  var unit: String?

  @Option(help: "Dạng kết quả.")
  var format = PageFormat.text

  func validate() throws {
    if (from == nil) == (fromLayer == nil) {
      throw ValidationError(
        vi: "cần một trong hai: --from hoặc --from-layer",
        en: "one of --from and --from-layer is needed")
    }
    if from == nil, to != nil {
      throw ValidationError(vi: "--to đi cùng --from", en: "--to goes with --from")
    }
    if fromLayer == nil, toLayer != nil {
      throw ValidationError(
        vi: "--to-layer đi cùng --from-layer", en: "--to-layer goes with --from-layer")
    }
    if from != nil, input.asOf != nil {
      throw ValidationError(vi: "dùng --to thay cho --as-of", en: "use --to instead of --as-of")
    }
    if let from, let to, to.time < from.time {
      throw ValidationError(
        vi: "--to không được sớm hơn --from", en: "--to must not be before --from")
    }
  }

  func run() throws {
    let after = try ComputedRound(input, reading, asOf: to?.time ?? input.asOf?.time)
    let block = try block.map(after.block)
    let unit = try unit.map(after.unit)
    let (difference, frame) = try compared(after)
    switch format {
    case .text:
      let text = DifferenceText(
        difference, frame, reading.language, isColoured: reading.usesColor(STDOUT_FILENO))
      Console.print(text.text(block: block, unit: unit))
    case .json:
      Console.print(DifferenceJSON(difference, frame).bytes(block: block, unit: unit))
    }
  }

  private func compared(
    _ after: ComputedRound
  ) throws -> (RoundDifference, DifferenceText.Frame) {
    guard let from else {
      let first = try after.layer(fromLayer ?? "")
      let last = try after.layer(toLayer ?? "final")
      let words = RoundWords(after.round, reading.language)
      return (
        RoundDifference(
          from: .init(after.round, layer: first), to: .init(after.round, layer: last)),
        .init(
          from: "“\(words.layer(after.round.layers[first]))”",
          to: "“\(words.layer(after.round.layers[last]))”")
      )
    }
    let before = try ComputedRound(input, reading, asOf: from.time)
    let old = Dictionary(
      before.loaded.digests.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    let own = Set(after.loaded.setting.digests.map { after.round.plan.cited($0.path) })
    let changed = after.loaded.digests.filter {
      own.contains($0.path) && old[$0.path] != $0.sha256
    }.map(\.path)
    let known = before.loaded.log?.count ?? 0
    guard let events = try? after.loaded.log?.events(after: known) ?? [] else {
      throw Exit.unusable
    }
    let words = EventWords(reading.language)
    return (
      RoundDifference(
        from: .init(before.round), to: .init(after.round),
        events: events.compactMap { DifferenceEvent($0.content, number: $0.sequence) }),
      .init(
        from: words.upTo(from.time), to: to.map { words.upTo($0.time) } ?? words.present,
        events: events, files: changed)
    )
  }
}
