import Foundation
import TestSupport
import Testing

/// What columns and fields mean, held against the files themselves.
struct DataDictionaryTests {
  /// The cells of a table, quotes and all.
  private func rows(_ bytes: [UInt8], _ separator: Character) -> [[String]] {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text.split(separator: "\r\n").map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == separator, !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  private func paths(
    _ value: Any, _ path: String, _ layers: Set<String>, _ found: inout Set<String>
  ) {
    if let object = value as? [String: Any] {
      for (key, own) in object {
        let isByLayer = path.hasSuffix(".state") || path.hasSuffix(".basis")
        let name = isByLayer && layers.contains(key) ? "<layer>" : key
        paths(own, path.isEmpty ? name : "\(path).\(name)", layers, &found)
      }
    } else if let list = value as? [Any] {
      for own in list { paths(own, path + "[]", layers, &found) }
    } else {
      found.insert(path)
    }
  }

  @Test(arguments: [
    ("vi", "Submissions/khanh-hoa-2017"), ("en", "Submissions/khanh-hoa-2017"), ("vi", ""),
  ])
  func `every column and every field is explained`(_ run: (language: String, round: String)) throws
  {
    let home = try TemporaryFolder()
    let output = home.path("ra")
    let round = run.round.isEmpty ? try SmallRound.shared : "\(Program.root)/\(run.round)"
    let ended = try Program().run("run", round, "-o", output, "--lang", run.language)
    #expect(ended.status == 0)
    let separator: Character = run.language == "vi" ? ";" : ","
    let dictionary = rows(Program.bytes(output + "/tu-dien-du-lieu.csv"), separator).dropFirst()
    #expect(dictionary.allSatisfy { $0.count == 7 && !$0[2].isEmpty && !$0[3].isEmpty })
    for name in ["xep-hang.csv", "phieu-diem.csv", "tai-lieu-con-thieu.csv"] {
      let head = rows(Program.bytes("\(output)/\(name)"), separator).first
      #expect(dictionary.filter { $0[0] == name }.map { $0[1] } == head, "\(name)")
    }
    let json = try JSONSerialization.jsonObject(
      with: Data(Program.bytes(output + "/ket-qua.json")))
    let object = try #require(json as? [String: Any])
    let layers = Set(object["layers"] as? [String] ?? [])
    var found: Set<String> = []
    paths(object, "", layers, &found)
    let told = Set(dictionary.filter { $0[0] == "ket-qua.json" }.map { $0[1] })
    #expect(found.subtracting(told).isEmpty)
  }
}
