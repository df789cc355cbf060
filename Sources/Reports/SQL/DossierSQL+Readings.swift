internal import DossierCounting

/// Systems whose exports write days and words alike.
struct SQLReading {
  /// nil: whatever the table holds.
  let sources: [String]?
  let exports: [RecordExport]
  /// What stands behind the names of its steps.
  let ending: String

  var isDayFirst: Bool { exports.first?.dates == .dayFirst }

  /// Whether one of its systems writes days in two orders.
  var hasTwoDayOrders: Bool { Set(exports.map(\.dates)).count > 1 }

  var yesWords: Set<String> {
    exports.isEmpty
      ? RecordExport.usualYes : exports.reduce(into: Set()) { $0.formUnion($1.yesWords) }
  }

  /// What exports write for each channel, beside the engine's own words.
  var channelWords: [DossierChannel: Set<String>] {
    let declared = exports.reduce(into: [:]) { $0.merge($1.channels) { first, _ in first } }
    var words: [DossierChannel: Set<String>] = [:]
    for channel in DossierChannel.allCases {
      words[channel] =
        declared[channel.rawValue].map { $0 == channel } ?? true
        ? [channel.rawValue] : []
      for (word, meant) in declared where meant == channel { words[channel]?.insert(word) }
    }
    return words
  }

  /// Words that two exports use for different channels, or for yes and for no.
  var twofoldWords: [String] {
    let no = exports.reduce(into: Set()) { $0.formUnion($1.no.subtracting($1.yes)) }
    var meanings: [String: Set<DossierChannel>] = [:]
    for export in exports {
      for (word, channel) in export.channels { meanings[word, default: []].insert(channel) }
    }
    return meanings.filter { $0.value.count > 1 }.map(\.key).sorted()
      + yesWords.intersection(no).sorted()
  }

  fileprivate func reads(as other: SQLReading) -> Bool {
    isDayFirst == other.isDayFirst && yesWords == other.yesWords
      && channelWords == other.channelWords
  }
}

extension DossierSQL {
  /// One for all records where their exports can be read alike; otherwise those of each system, whose
  /// records are read by themselves and put together behind.
  static func readings(of exports: [RecordExport]) -> [SQLReading] {
    let whole = SQLReading(sources: nil, exports: exports, ending: "")
    guard whole.hasTwoDayOrders || !whole.twofoldWords.isEmpty else { return [whole] }
    var groups: [(sources: [String], exports: [RecordExport])] = []
    for source in Set(exports.map(\.source)).sorted() {
      let own = exports.filter { $0.source == source }
      let reading = SQLReading(sources: [source], exports: own, ending: "")
      let place = groups.firstIndex {
        SQLReading(sources: nil, exports: $0.exports, ending: "").reads(as: reading)
      }
      if let place, !reading.hasTwoDayOrders {
        groups[place].sources.append(source)
        groups[place].exports += own
      } else {
        groups.append(([source], own))
      }
    }
    guard groups.count > 1 else { return [whole] }
    return groups.enumerated().map { place, group in
      SQLReading(sources: group.sources, exports: group.exports, ending: "_\(place + 1)")
    }
  }

  /// Whether records are told apart by their system before they are read.
  var isSplit: Bool { readings.count > 1 }

  /// What stands for each channel behind the records: their own words where all are read alike.
  var channelWords: [DossierChannel: Set<String>] {
    isSplit
      ? Dictionary(uniqueKeysWithValues: DossierChannel.allCases.map { ($0, [$0.rawValue]) })
      : readings.first?.channelWords ?? [:]
  }

  /// The systems as they are read, for whoever reads the query.
  var readingNote: String? {
    guard isSplit else { return nil }
    let parts = readings.map { reading in
      let order: DateOrder = reading.isDayFirst ? .dayFirst : .yearFirst
      return "\((reading.sources ?? []).joined(separator: ", ")): \(order.rawValue)"
    }
    return "Đọc theo cột source (read by source): " + parts.joined(separator: "; ")
  }
}
