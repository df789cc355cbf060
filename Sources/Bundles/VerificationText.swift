package import Diagnostics
internal import EventLog
internal import Grading
internal import Reports

/// What `parindex verify` says on the terminal: what was looked at, what differs, the verdict.
package struct VerificationText {
  private let check: BundleVerification
  private let language: Language
  /// Names of units; nil when the round could not be computed again.
  private let words: RoundWords?

  /// How many differences are listed; the rest is counted.
  private static let most = 40

  package init(_ check: BundleVerification, _ language: Language) {
    self.check = check
    self.language = language
    words = check.round.map { RoundWords($0, language) }
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  package func text() -> String {
    var lines: [String] = []
    if let manifest = check.manifest {
      let stored = manifest.files.count(where: \.isStored)
      let absent = manifest.files.count - stored
      lines.append(say("Gói kỳ đánh giá: ", "Bundle of the round: ") + manifest.round)
      lines.append(say("Phiên bản chương trình: ", "Version of the program: ") + manifest.engine)
      var files = say("Số tệp: \(stored)", "Files: \(stored)")
      if absent > 0 {
        files += say(
          "; \(absent) tài liệu kiểm chứng không có trong gói, chỉ có mã",
          "; \(absent) documents of evidence are not in it, only their digests")
      }
      lines.append(files)
      lines.append(say("Nhật ký: ", "Log: ") + log)
      lines.append(say("Chữ ký: ", "Signature: ") + signature(manifest))
    }
    let differences = merged
    lines += differences.prefix(Self.most).map { "  " + sentence($0) }
    let left = differences.count - Self.most
    if left > 0 {
      lines.append(say("  … và \(left) chỗ khác nữa", "  … and \(left) more differences"))
    }
    if check.isVerified, check.publishedKey == nil, check.publishedSeal == nil {
      lines.append(
        say(
          "Chưa so với mã niêm phong hay khóa đã công bố (--seal, --public-key): ai cũng làm được một gói tự khớp như vậy.",
          "Not held against a published seal or key (--seal, --public-key): anybody can make a bundle that agrees with itself."
        ))
    }
    lines.append(verdict)
    return lines.map { DisplayedText.safe($0) + "\n" }.joined()
  }

  private var log: String {
    guard check.isLogSound, let seal = check.seal else {
      return check.manifest?.files.contains { $0.kind == .log } ?? false
        ? say("SAI", "WRONG") : say("không có", "none")
    }
    return say(
      "\(seal.length) sự kiện liền chuỗi, mã niêm phong \(seal.text)",
      "\(seal.length) events in an unbroken chain, seal \(seal.text)")
      + (seal == check.publishedSeal ? say(", đúng mã đã công bố", ", as published") : "")
  }

  private func signature(_ manifest: BundleManifest) -> String {
    guard let key = manifest.signedBy else { return say("không có", "none") }
    return check.isSigned
      ? say("đúng, của khóa \(key)", "valid, by the key \(key)")
        + (key == check.publishedKey ? say(", là khóa đã công bố", ", as published") : "")
      : say("SAI, ghi là của khóa \(key)", "NOT VALID, said to be by the key \(key)")
  }

  private var verdict: String {
    if check.isVerified {
      return say(
        "ĐÚNG: mọi tệp còn nguyên và tính lại ra đúng kết quả trong gói.",
        "VERIFIED: every file is as it was, and the results came out the same.")
    }
    guard check.isBundle else {
      return say("Không phải gói kỳ đánh giá.", "This is no bundle of a round.")
    }
    let errors = check.findings.count { $0.severity == .error }
    guard check.isRecomputed else {
      return say(
        "SAI: \(errors) lỗi trong gói, không tính lại được kết quả.",
        "NOT VERIFIED: faults in the bundle: \(errors); the results cannot be computed again.")
    }
    let places = check.differences.count
    return say(
      "SAI: \(errors) lỗi trong gói, \(places) chỗ trong kết quả khác khi tính lại.",
      "NOT VERIFIED: faults in the bundle: \(errors); differences in the results: \(places).")
  }

  // MARK: Differences

  /// The same difference in several layers is told once.
  private var merged: [ResultDifference] {
    var merged: [ResultDifference] = []
    var places: [ResultDifference: Int] = [:]
    for difference in check.differences {
      var same = difference
      same.layer = nil
      if let layer = difference.layer, let place = places[same] {
        merged[place].layer?.append(", \(layer)")
      } else {
        if difference.layer != nil { places[same] = merged.count }
        merged.append(difference)
      }
    }
    return merged
  }

  /// "Sở Y tế, tiêu chí 1.1.4, Hội đồng thẩm định: điểm trong gói 1,5, tính lại 1,25".
  private func sentence(_ difference: ResultDifference) -> String {
    var place = [difference.unit.map { words?.unit($0) ?? $0 }].compactMap(\.self)
    if let item = difference.item { place.append(say("tiêu chí \(item)", "item \(item)")) }
    if let layer = difference.layer { place.append(layers(layer)) }
    let subject = place.isEmpty ? "" : place.joined(separator: ", ") + ": "
    let what = difference.member.map(word)
    guard difference.bundled != nil || difference.recomputed != nil else {
      return subject + say("\(what ?? "") khác", "\(what ?? "") differs")
    }
    let (bundled, recomputed) = (value(difference.bundled), value(difference.recomputed))
    return subject + (what.map { $0 + " " } ?? "")
      + say(
        "trong gói \(bundled), tính lại \(recomputed)",
        "in the bundle \(bundled), computed again \(recomputed)")
  }

  /// Layers by their titles, or all of them at once.
  private func layers(_ ids: String) -> String {
    let ids = ids.split(separator: ", ").map(String.init)
    guard let words else { return ids.joined(separator: ", ") }
    let known = words.round.layerIDs
    if ids.count > 1, ids == known { return say("mọi lớp điểm", "all layers") }
    return ids.map { id in
      known.firstIndex(of: id).map { "“\(words.layer(words.round.layers[$0]))”" } ?? id
    }.joined(separator: ", ")
  }

  private func value(_ text: String?) -> String {
    switch text {
    case nil, "null": say("không có", "none")
    case "…": say("có", "there")
    case let text?:
      language == .vietnamese && text.wholeMatch(of: /-?[0-9]+\.[0-9]+/) != nil
        ? text.replacing(".", with: ",") : text
    }
  }

  private func word(_ member: String) -> String {
    if member.hasPrefix("ranking.") {
      return word(String(member.dropFirst(8))) + say(" (bảng xếp hạng)", " (rankings)")
    }
    return switch member {
    case "points": say("điểm", "points")
    case "rank": say("thứ hạng", "place")
    case "grade": say("mức xếp hạng", "grade")
    case "grade_before_conditions": say("mức theo chỉ số", "grade by the index alone")
    case "index": say("chỉ số", "index")
    case "exact_index": say("chỉ số chưa làm tròn", "unrounded index")
    case "maximum": say("điểm tối đa", "maximum")
    case "bonus": say("điểm thưởng", "bonus")
    case "penalty": say("điểm trừ", "penalty")
    case "state": say("trạng thái", "state")
    case "basis": say("căn cứ của điểm", "basis of the points")
    case "open_items": say("số nội dung còn mở", "open items")
    case "provisional": say("tạm tính", "provisional")
    case "why": say("lời giải thích", "explanation")
    case "digest": say("mã kết quả", "digest of the result")
    case "layout": say("cách trình bày ket-qua.json", "the layout of ket-qua.json")
    default: "`\(member)`"
    }
  }
}
