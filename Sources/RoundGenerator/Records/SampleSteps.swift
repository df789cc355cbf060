internal import Grading

/// A step log of some late dossiers, with files that went back and forth.
enum SampleSteps {
  static func table(_ dossiers: [SampleDossier], seed: UInt64) -> Table {
    var table = Table(
      header: ["dossier", "step", "agency", "reached_at", "due_at", "forwarded_at"])
    let late = dossiers.filter {
      $0.isLate && $0.unit.type == "huyen" && $0.procedure.domain == "Đất đai"
        && $0.received.day < ($0.due?.day ?? $0.received.day)
    }
    for dossier in late.prefix(12) {
      guard let ready = dossier.ready, let due = dossier.due else { continue }
      var random = Randomness(seed, dossier.id, "steps")
      var names = ["Tiếp nhận", "Thẩm định"]
      for _ in 0..<random.int(1...3) { names += ["Xác định nghĩa vụ tài chính", "Chỉnh lý hồ sơ"] }
      names.append("Trình ký")
      let span = (ready.number - dossier.received.number) / names.count
      var reached = dossier.received
      for (place, name) in names.enumerated() {
        let forwarded = place + 1 == names.count ? ready : reached.adding(max(1, span))
        table.rows.append([
          dossier.id, name,
          name == "Xác định nghĩa vụ tài chính" ? "Chi cục Thuế" : dossier.unit.name,
          reached.isoText, place + 1 == names.count ? due.isoText : "", forwarded.isoText,
        ])
        reached = forwarded
      }
      table.rows.append([
        dossier.id, "Chờ giao trả", dossier.unit.name, ready.isoText, "",
        dossier.returned.map { max($0, ready).isoText } ?? "",
      ])
    }
    return table
  }
}
