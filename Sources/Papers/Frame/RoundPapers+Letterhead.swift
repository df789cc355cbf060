internal import Grading
internal import Loading
internal import Reports
internal import Typesetting

/// The head and the foot of papers that are signed (Nghị định 30/2020/NĐ-CP, Phụ lục I).
extension RoundPapers {
  /// Who issues a paper.
  struct Issuer {
    /// Who the issuer answers to; nil: a people's committee, which answers for itself.
    let superior: String?
    let name: String
    /// Where it is dated.
    let place: String
  }

  /// - Parameter sign: the kind of paper in its number: "BC", "TB".
  func letterhead(_ issuer: Issuer, sign: String?) -> [PaperBlock] {
    func line(_ style: PaperStyle, _ text: String) -> PaperCell.Part {
      .paragraph(PaperParagraph(style, text))
    }
    let left =
      (issuer.superior.map { [line(.authority, inTwo($0))] } ?? [])
      + [line(.office, inTwo(issuer.name)), .rule(56)]
    let right = [
      line(.country, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
      line(.motto, "Độc lập - Tự do - Hạnh phúc"), .rule(164),
    ]
    let number =
      sign.map { [line(.number, say("Số: \(dots)/\($0)-\(dots)", "No. \(dots)/\($0)-\(dots)"))] }
      ?? []
    let day = line(
      .placeAndDate, say("\(issuer.place), \(day(nil))", "\(issuer.place), \(day(nil))"))
    return [
      .table(
        PaperTable(
          .open, [.init(40), .init(60)],
          rows: [
            PaperRow([PaperCell(left), PaperCell(right)]),
            PaperRow([PaperCell(number), PaperCell([day])]),
          ])), .space(12),
    ]
  }

  /// In capitals, a people's committee on two lines.
  private func inTwo(_ name: String) -> String {
    let name = name.uppercased()
    let committee = "ỦY BAN NHÂN DÂN "
    return name.hasPrefix(committee)
      ? "ỦY BAN NHÂN DÂN\n" + name.dropFirst(committee.count) : name
  }

  /// "BÁO CÁO", and what it is about.
  func letterTitle(_ title: String, _ subject: String) -> [PaperBlock] {
    [
      .paragraph(PaperParagraph(.title, title)), .paragraph(PaperParagraph(.subject, subject)),
      .space(8),
    ]
  }

  /// "Kính gửi: …".
  func address(_ name: String) -> PaperBlock {
    .paragraph(PaperParagraph(.address, say("Kính gửi: \(name)", "To: \(name)")))
  }

  /// Who gets it, and who signs.
  func signature(_ heads: [String], name: String?, recipients: [String]) -> [PaperBlock] {
    var left: [PaperCell.Part] = []
    if !recipients.isEmpty {
      left.append(.paragraph(PaperParagraph(.recipientsHead, say("Nơi nhận:", "Copies to:"))))
      left += recipients.enumerated().map { place, recipient in
        let end = place == recipients.count - 1 ? "." : ";"
        return .paragraph(PaperParagraph(.recipients, "- \(recipient)\(end)"))
      }
    }
    return [
      .space(8),
      .table(
        PaperTable(
          .open, [.init(50), .init(50)],
          rows: [PaperRow([PaperCell(left), PaperCell(signed(heads, name))])])),
    ]
  }

  /// The office of who signs, room for the signature, the name.
  func signed(_ heads: [String], _ name: String?) -> [PaperCell.Part] {
    let room = Array(
      repeating: PaperCell.Part.paragraph(PaperParagraph(.signature, "")), count: 4)
    return heads.map { .paragraph(PaperParagraph(.signature, $0)) } + room
      + [.paragraph(PaperParagraph(.signature, name ?? ""))]
  }

  // MARK: Issuers

  /// A unit as issuer of its own papers.
  func issuer(_ unit: Unit) -> Issuer {
    let isUnder = office.underAuthority.contains(unit.type)
    return Issuer(
      superior: isUnder ? office.authority : nil, name: spelled(unit.name),
      place: isUnder ? office.place ?? dots : place(of: unit.name))
  }

  /// A council as issuer of its minutes and notices.
  func issuer(_ council: Council) -> Issuer {
    Issuer(superior: authority(of: council), name: councilName, place: place(of: council))
  }

  /// The office that submits what a council found.
  func submitter(_ council: Council) -> Issuer {
    Issuer(
      superior: authority(of: council), name: submitterName(council), place: place(of: council))
  }

  func submitterName(_ council: Council) -> String {
    guard council.parent == nil else { return say("Phòng Nội vụ", "The office of home affairs") }
    return office.organiser.map(words.unit) ?? say("Sở Nội vụ", "The department of home affairs")
  }

  var councilName: String {
    say(
      "Hội đồng thẩm định kết quả đánh giá, xếp hạng cải cách hành chính",
      "The appraisal council")
  }

  private func place(of council: Council) -> String {
    council.parent.map { place(of: words.unit($0)) } ?? office.place ?? dots
  }

  /// "Nha Trang" of "UBND thành phố Nha Trang"; dots where a name is not made so.
  private func place(of name: String) -> String {
    guard name.hasPrefix("UBND ") || name.hasPrefix("Ủy ban nhân dân ") else { return dots }
    let words = spelled(name).split(separator: " ").dropFirst(4)
    let own = words.drop { $0.first?.isLowercase == true }
    return own.isEmpty ? dots : own.joined(separator: " ")
  }
}
