package import Grading

/// Why a unit's result is provisional, counted by reason.
package struct OpenItems: Hashable, Sendable {
  /// What keeps an item or a total open.
  package enum Reason: Hashable, Sendable {
    case unanswered
    case pending(Waiting)
    case broken
    /// A result it reads from others is itself provisional.
    case linked
    case explanationAsked
    case disputed
    case gradeCondition
  }

  package private(set) var counts: [(reason: Reason, count: Int)] = []

  /// What is open for one unit in one layer.
  package init(_ result: UnitResult, layer: Int) {
    for outcome in result.sheets[layer] {
      switch outcome.state {
      case .scored, .notApplicable: break
      case .unanswered: add(.unanswered)
      case .pending(let waiting): add(.pending(waiting))
      case .broken: add(.broken)
      }
    }
    if result.isLinkedProvisional[layer] { add(.linked) }
    if result.hasOpenRequests[layer] { add(.explanationAsked) }
    if result.hasOpenDisputes[layer] { add(.disputed) }
    if result.totals[layer]?.grade?.isProvisional == true { add(.gradeCondition) }
  }

  package init() {}

  package var isEmpty: Bool { counts.isEmpty }

  package mutating func add(_ other: OpenItems) {
    for (reason, count) in other.counts { add(reason, count) }
  }

  private mutating func add(_ reason: Reason, _ count: Int = 1) {
    if let place = counts.firstIndex(where: { $0.reason == reason }) {
      counts[place].count += count
    } else {
      counts.append((reason, count))
    }
  }

  package static func == (left: OpenItems, right: OpenItems) -> Bool {
    left.counts.elementsEqual(right.counts) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    for (reason, count) in counts {
      hasher.combine(reason)
      hasher.combine(count)
    }
  }
}

extension RoundWords {
  /// "3 tiêu chí thành phần chưa trả lời; 1 chờ Hội đồng thẩm định".
  package func text(_ open: OpenItems) -> String { lines(open).joined(separator: "; ") }

  /// One line for each reason; of several units together it says of how many.
  package func lines(_ open: OpenItems, ofMany: Bool = false) -> [String] {
    open.counts.map { text($0.reason, $0.count, ofMany: ofMany) }
  }

  private func text(_ reason: OpenItems.Reason, _ count: Int, ofMany: Bool) -> String {
    let number = numbers.count(count)
    let isOne = count == 1
    let items = "\(number) " + say("tiêu chí thành phần", isOne ? "item" : "items")
    let units = ofMany ? say("\(number) nơi ", isOne ? "1 unit " : "\(number) units ") : ""
    return switch reason {
    case .unanswered: say("\(items) chưa trả lời", "\(items) not answered")
    case .pending(.figure): say("\(items) chờ số liệu", "\(items) awaiting figures")
    case .pending(.undefined):
      say("\(items) chưa tính được", "\(items) that cannot be computed yet")
    case .pending(.council): say("\(items) chờ Hội đồng thẩm định", "\(items) awaiting the council")
    case .pending(.applicability):
      say("\(items) chưa rõ có áp dụng không", "\(items) not known to apply")
    case .pending(.claimedNotApplicable):
      say(
        "\(items) báo không áp dụng, chờ thẩm định",
        "\(items) claimed not applicable, awaiting appraisal")
    case .pending(.evidence):
      say("\(items) chờ tài liệu kiểm chứng", "\(items) awaiting evidence")
    case .broken:
      say("\(items) có số liệu không hợp lệ", "\(items) with impossible data")
    case .linked:
      say(
        "\(units)dùng kết quả còn tạm tính của nơi khác",
        isOne ? "reads provisional results of others" : "\(units)read provisional results of others"
      )
    case .explanationAsked:
      say(
        "\(units)còn yêu cầu giải trình chưa xong",
        ofMany
          ? "\(units)with open requests for explanation" : "a request for explanation is open")
    case .disputed:
      say(
        "\(units)có kiến nghị về số liệu chưa được giải quyết",
        ofMany ? "\(units)with figures in dispute" : "a figure is in dispute")
    case .gradeCondition:
      say(
        "\(units)có điều kiện xếp mức chưa xác định được",
        ofMany
          ? "\(units)with grade conditions not decided" : "a grade condition is not decided")
    }
  }
}
