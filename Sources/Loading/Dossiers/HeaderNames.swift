internal import Grading

/// The names under which official tables print their columns.
///
/// The report of one quarter writes "sớm hẹn", "sớm hạn" and "trước hạn" for the same thing.
/// "Quá hạn" is not here: some mean late, others still open.
enum HeaderNames {
  /// What a column holds.
  enum Role: Hashable {
    case unit
    case type
    case parent
    case figure(String)
    /// A percentage, by the metric that it is of.
    case percent(String)
  }

  /// The metric that a printed percentage is usually taken over.
  static func base(of metric: String) -> String {
    ["resolved", "unresolved", "carried_over", "newly_received", "online"].contains(metric)
      ? "received" : "resolved"
  }

  /// What each column holds; nil for one that is not recognised.
  static func roles(_ header: [String]) -> [Role?] {
    var roles = header.map(role)
    // Without a column for early ones, "on time" is all that is not late.
    if !roles.contains(.figure("early")) {
      roles = roles.map { role in
        switch role {
        case .figure("on_due_day"): .figure("in_time")
        case .percent("on_due_day"): .percent("in_time")
        default: role
        }
      }
    }
    return roles
  }

  private static func role(_ printed: String) -> Role? {
    var name = compared(printed)
    if let role = places[name] { return role }
    for mark in [" pct", " percent", " (%)", " %"] where name.hasSuffix(mark) {
      name.removeLast(mark.count)
      return metric(name).map { .percent($0) }
    }
    let share = compared("tỷ lệ ")
    guard name.hasPrefix(share + " ") else { return nil }
    return metric(String(name.dropFirst(share.count + 1))).map { .percent($0) }
  }

  private static func metric(_ name: String) -> String? {
    if case .figure(let metric) = places[name] { metric } else { nil }
  }

  /// A printed name as it is compared: case, blanks and underscores, hòa/hoà do not matter.
  static func compared(_ name: String) -> String {
    UnitNames.folded(String(name.map { $0 == "_" ? " " : $0 }))
  }

  private static let places: [String: Role] = {
    let columns: [(Role, [String])] = [
      (.unit, ["unit", "đơn vị", "tên đơn vị", "cơ quan, đơn vị", "tên cơ quan, đơn vị"]),
      (.type, ["type", "unit type", "block", "khối", "loại"]),
      (.parent, ["parent", "thuộc", "trực thuộc"]),
    ]
    let metrics: [(String, [String])] = [
      ("received", ["nhận", "tiếp nhận", "đã tiếp nhận"]),
      ("carried_over", ["kỳ trước chuyển qua", "kỳ trước chuyển sang"]),
      ("newly_received", ["tiếp nhận mới", "mới tiếp nhận"]),
      ("resolved", ["giải quyết", "đã giải quyết"]),
      ("early", ["sớm hạn", "sớm hẹn", "trước hạn"]),
      ("on_due_day", ["on time", "đúng hạn", "đúng hẹn"]),
      ("in_time", ["early and on time", "sớm và đúng hạn", "sớm hạn và đúng hạn"]),
      ("late", ["trễ hạn", "trễ hẹn"]),
      ("unresolved", ["chưa giải quyết", "chưa giải", "đang giải quyết"]),
      ("online", ["trực tuyến", "trực tuyến mức độ 3, 4"]),
      ("digitised", ["đã số hóa"]),
      ("paid_online", ["thanh toán trực tuyến"]),
    ]
    var places: [String: Role] = [:]
    for (role, names) in columns { for name in names { places[compared(name)] = role } }
    for (metric, names) in metrics {
      places[compared(metric)] = .figure(metric)
      for name in names {
        for full in [name, "hồ sơ \(name)", "số hồ sơ \(name)"] {
          places[compared(full)] = .figure(metric)
        }
      }
    }
    return places
  }()
}
