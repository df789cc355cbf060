internal import EventLog
internal import Grading

/// Where the application's pages are, from its root.
package enum WebPath {
  static let signIn = "dang-nhap"
  static let provider = "dang-nhap/tinh"
  /// Where a provider sends browsers back to.
  package static let providerReturn = "dang-nhap/tinh/tra-ve"
  static let signOut = "dang-xuat"
  static let language = "ngon-ngu"
  static let account = "tai-khoan"
  static let rankings = "xep-hang"
  static let log = "nhat-ky"
  static let access = "nhat-ky/truy-cap"
  static let style = "giao-dien/trang.css"
  static let script = "giao-dien/trang.js"
  static let uploadScript = "giao-dien/tai-len.js"
  static let health = "health"
  static let notices = "thong-bao"
  static let registers = "so-lieu"
  static let closings = "so-lieu/chot"
  static let dossierRequests = "so-lieu/giai-trinh"
  static let reconsiderations = "kien-nghi"
  static let handouts = "ho-so"
  static let setup = "ky-danh-gia"
  static let deadlines = "ky-danh-gia/thoi-han"
  static let overview = "ky-danh-gia/con-bo-ngo"
  static let drift = "tham-dinh/do-chenh"

  static let work = "tham-dinh"
  static let progress = "tham-dinh/tien-do"
  static let proposals = "tham-dinh/cho-duyet"
  static let sharedDecision = "tham-dinh/nhieu-noi"
  static let part = "tham-dinh/phan-viec"
  static let partFile = "tham-dinh/phan-viec.xlsx"
  static let council = "hoi-dong"
  static let agenda = "hoi-dong/quyet-dinh"
  static let meeting = "hoi-dong/phien-hop"
  static let publication = "cong-bo"

  static func handout(_ handout: Handout) -> String { "ho-so/\(handout.file)" }
  static func matter(_ matter: ItemOfUnit) -> String { "tham-dinh/\(matter.unit)/\(matter.item)" }
  static func proposal(_ number: Int64) -> String { "tham-dinh/cho-duyet/\(number)" }
  static func explanation(_ item: String, of unit: String) -> String {
    "don-vi/\(unit)/muc/\(item)/giai-trinh"
  }

  static func unit(_ id: String) -> String { "don-vi/\(id)" }
  static func item(_ id: String, of unit: String) -> String { "don-vi/\(unit)/muc/\(id)" }
  static func shared(_ unit: String) -> String { "don-vi/\(unit)/so-lieu-chung" }
  static func check(_ unit: String) -> String { "don-vi/\(unit)/nop" }
  static func form(_ unit: String) -> String { "don-vi/\(unit)/bieu" }
  static func formFile(_ unit: String) -> String { "don-vi/\(unit)/bieu/tep" }
  static func shelf(_ unit: String) -> String { "don-vi/\(unit)/tai-lieu" }
  static func document(_ id: String, of unit: String) -> String {
    "don-vi/\(unit)/tai-lieu/\(ShelfForm.address(of: id))"
  }
  static func file(_ id: String, of unit: String) -> String { document(id, of: unit) + "/tep" }
  static func pieces(_ unit: String) -> String { "don-vi/\(unit)/tai-len" }
  static func dossiers(_ unit: String) -> String { "don-vi/\(unit)/ho-so-tthc" }
  static func dossierTable(_ unit: String) -> String { "don-vi/\(unit)/ho-so-tthc/tep" }
  static func figures(_ unit: String) -> String { "don-vi/\(unit)/so-lieu" }
  static func dispute(_ figure: String, of unit: String) -> String { "so-lieu/\(unit)/\(figure)" }
  static func closing(_ number: Int, file: String) -> String { "so-lieu/chot/\(number)/\(file)" }
  static func sheet(_ unit: String) -> String { "don-vi/\(unit)/phieu-diem" }
  static func sheetPaper(_ unit: String) -> String { "don-vi/\(unit)/phieu-diem/tep" }
  static func reportPaper(_ unit: String) -> String { "don-vi/\(unit)/bao-cao" }
  static func block(_ id: String, layer: String? = nil) -> String {
    "xep-hang/\(id)" + (layer.map { "?cot=\($0)" } ?? "")
  }
}

/// What a request asks for, by its path alone.
enum Route: Hashable {
  case home
  case signIn
  case provider
  case providerReturn
  case signOut
  case language
  case account
  case style
  case script
  case uploadScript
  case health
  case unit(String)
  case item(unit: String, item: String)
  case shared(unit: String)
  case check(unit: String)
  case sheet(unit: String)
  /// The self-assessment as a workbook.
  case form(unit: String)
  case formFile(unit: String)
  case shelf(unit: String)
  /// A document is named by its address, which is not always its id.
  case document(unit: String, document: String)
  case file(unit: String, document: String)
  /// A file that comes in pieces, to begin with, or to go on with.
  case pieces(unit: String)
  case piece(unit: String, upload: String)
  case rankings(block: String?)
  case log
  case access
  case work
  case progress
  case proposals
  case sharedDecision
  case part
  case partFile
  case proposal(Int64)
  case matter(ItemOfUnit)
  case explanation(ItemOfUnit)
  case council
  case meeting
  case agenda
  case publication
  case notices
  case figures(unit: String)
  case registers
  case closings
  case closingFile(number: Int, file: String)
  case dossiers(unit: String)
  case dossierTable(unit: String)
  case dossierRequests
  case reconsiderations
  case handouts
  case handout(Handout)
  case sheetPaper(unit: String)
  case reportPaper(unit: String)
  case dispute(unit: String, figure: String)
  case setup
  case deadlines
  case overview
  case drift

  /// nil: there is no such page; so is every path with anything but plain names in it.
  init?(_ path: String) {
    guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= 300 else { return nil }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    guard parts == [""] || parts.allSatisfy(Route.isName) else { return nil }
    switch (parts.first, parts.count) {
    case ("", 1): self = .home
    case (WebPath.signIn, 1): self = .signIn
    case (WebPath.signIn, 2) where parts[1] == "tinh": self = .provider
    case (WebPath.signIn, 3) where parts[1] == "tinh" && parts[2] == "tra-ve":
      self = .providerReturn
    case (WebPath.signOut, 1): self = .signOut
    case (WebPath.language, 1): self = .language
    case (WebPath.account, 1): self = .account
    case (WebPath.health, 1): self = .health
    case (WebPath.notices, 1): self = .notices
    case (WebPath.registers, 1): self = .registers
    case (WebPath.registers, 2) where parts[1] == "chot": self = .closings
    case (WebPath.registers, 2) where parts[1] == "giai-trinh": self = .dossierRequests
    case (WebPath.registers, 4) where parts[1] == "chot":
      guard let number = Int(parts[2]) else { return nil }
      self = .closingFile(number: number, file: parts[3])
    case (WebPath.reconsiderations, 1): self = .reconsiderations
    case (WebPath.handouts, 1): self = .handouts
    case (WebPath.handouts, 2):
      guard let handout = Handout(file: parts[1]) else { return nil }
      self = .handout(handout)
    case (WebPath.registers, 3): self = .dispute(unit: parts[1], figure: parts[2])
    case (WebPath.setup, 1): self = .setup
    case (WebPath.setup, 2) where parts[1] == "thoi-han": self = .deadlines
    case (WebPath.setup, 2) where parts[1] == "con-bo-ngo": self = .overview
    case (WebPath.work, 2) where parts[1] == "do-chenh": self = .drift
    case ("giao-dien", 2) where parts[1] == "trang.css": self = .style
    case ("giao-dien", 2) where parts[1] == "trang.js": self = .script
    case ("giao-dien", 2) where parts[1] == "tai-len.js": self = .uploadScript
    case (WebPath.rankings, 1): self = .rankings(block: nil)
    case (WebPath.rankings, 2): self = .rankings(block: parts[1])
    case (WebPath.log, 1): self = .log
    case (WebPath.log, 2) where parts[1] == "truy-cap": self = .access
    case (WebPath.work, 1): self = .work
    case (WebPath.work, 2) where parts[1] == "tien-do": self = .progress
    case (WebPath.work, 2) where parts[1] == "cho-duyet": self = .proposals
    case (WebPath.work, 2) where parts[1] == "nhieu-noi": self = .sharedDecision
    case (WebPath.work, 2) where parts[1] == "phan-viec": self = .part
    case (WebPath.work, 2) where parts[1] == "phan-viec.xlsx": self = .partFile
    case (WebPath.work, 3) where parts[1] == "cho-duyet":
      guard let number = Int64(parts[2]) else { return nil }
      self = .proposal(number)
    case (WebPath.work, 3): self = .matter(ItemOfUnit(unit: parts[1], item: parts[2]))
    case (WebPath.council, 1): self = .council
    case (WebPath.council, 2) where parts[1] == "phien-hop": self = .meeting
    case (WebPath.council, 2) where parts[1] == "quyet-dinh": self = .agenda
    case (WebPath.publication, 1): self = .publication
    case ("don-vi", 5) where parts[2] == "muc" && parts[4] == "giai-trinh":
      self = .explanation(ItemOfUnit(unit: parts[1], item: parts[3]))
    case ("don-vi", 2): self = .unit(parts[1])
    case ("don-vi", 3) where parts[2] == "so-lieu-chung": self = .shared(unit: parts[1])
    case ("don-vi", 3) where parts[2] == "so-lieu": self = .figures(unit: parts[1])
    case ("don-vi", 3) where parts[2] == "ho-so-tthc": self = .dossiers(unit: parts[1])
    case ("don-vi", 4) where parts[2] == "ho-so-tthc" && parts[3] == "tep":
      self = .dossierTable(unit: parts[1])
    case ("don-vi", 3) where parts[2] == "nop": self = .check(unit: parts[1])
    case ("don-vi", 3) where parts[2] == "phieu-diem": self = .sheet(unit: parts[1])
    case ("don-vi", 4) where parts[2] == "phieu-diem" && parts[3] == "tep":
      self = .sheetPaper(unit: parts[1])
    case ("don-vi", 3) where parts[2] == "bao-cao": self = .reportPaper(unit: parts[1])
    case ("don-vi", 3) where parts[2] == "bieu": self = .form(unit: parts[1])
    case ("don-vi", 4) where parts[2] == "bieu" && parts[3] == "tep":
      self = .formFile(unit: parts[1])
    case ("don-vi", 3) where parts[2] == "tai-lieu": self = .shelf(unit: parts[1])
    case ("don-vi", 4) where parts[2] == "tai-lieu":
      self = .document(unit: parts[1], document: parts[3])
    case ("don-vi", 5) where parts[2] == "tai-lieu" && parts[4] == "tep":
      self = .file(unit: parts[1], document: parts[3])
    case ("don-vi", 3) where parts[2] == "tai-len": self = .pieces(unit: parts[1])
    case ("don-vi", 4) where parts[2] == "tai-len":
      self = .piece(unit: parts[1], upload: parts[3])
    case ("don-vi", 4) where parts[2] == "muc": self = .item(unit: parts[1], item: parts[3])
    default: return nil
    }
  }

  /// Whether its form may bring a file.
  var takesFiles: Bool {
    switch self {
    case .shelf, .setup, .form, .part: true
    default: false
    }
  }

  /// Whether a piece of a file may be sent there.
  var takesPieces: Bool { if case .piece = self { true } else { false } }

  /// Letters, digits, `-`, `_`, `.`; no `..`, no escapes.
  static func isName(_ part: String) -> Bool {
    !part.isEmpty && !part.contains("..")
      && part.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || "-_.".utf8.contains($0)
      }
  }
}
