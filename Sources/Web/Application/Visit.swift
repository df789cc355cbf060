internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// One request on its way: who makes it, when, and what page it leads to.
struct Visit: Sendable {
  let request: WebRequest
  let now: WebClock.Moment
  var form = FormFields()
  var session: Session? { didSet { frame = makeFrame() } }
  private(set) var snapshot: RoundSnapshot?
  private(set) var frame: PageFrame
  private(set) var rights: Rights?

  /// Whom of people.yaml the account is; nil: nobody.
  var person: Person? { session.flatMap { rights?.person(of: $0.account) } }

  init(_ request: WebRequest, _ now: WebClock.Moment) {
    self.request = request
    self.now = now
    frame = PageFrame(language: Visit.language(request, nil))
  }

  /// As the address says, else as the account has chosen, else Vietnamese; to a program as it asks.
  private static func language(_ request: WebRequest, _ session: Session?) -> Language {
    if request.isOfProgram { return request.acceptedLanguage }
    return request.query["lang"].flatMap(Language.init(rawValue:))
      ?? session?.account.language.flatMap(Language.init(rawValue:)) ?? .vietnamese
  }

  /// Whether it brings a form with a file, which is read while it comes in.
  var isUpload: Bool {
    request.stream != nil
      && request.headers["content-type"]?.lowercased().hasPrefix("multipart/form-data") == true
  }

  /// Whether it brings a piece of a file, which is read while it comes in.
  var isPiece: Bool { request.bringsBytes && request.stream != nil }

  /// The last event that whoever sends a form was shown; nil: the form does not say, or names one
  /// that there is not, beside which nothing would ever be new.
  var seen: Int? {
    guard let number = Int(form[AppraisalForm.seen]),
      (0...(snapshot?.loaded.log?.count ?? 0)).contains(number)
    else { return nil }
    return number
  }

  /// What the page that an act led to says of it; nil: nothing was just recorded.
  var recorded: String? {
    request.query["da-ghi"].flatMap(Int.init).map {
      frame.say("Đã ghi sự kiện số \($0).", "Recorded event \($0).")
    }
  }

  private func makeFrame() -> PageFrame {
    PageFrame(
      language: Visit.language(request, session), account: session?.account,
      formToken: session?.formToken ?? "")
  }

  /// Chosen in a form that nobody has to be signed in for.
  mutating func speak(_ language: Language) {
    frame = PageFrame(language: language)
  }

  /// Every page says how much the account has not read.
  mutating func count(_ notices: [Notice], read: Set<String>) {
    frame.unread = notices.count { $0.isNew(besides: read) }
  }

  /// The round that the rest of the request sees.
  mutating func take(_ snapshot: RoundSnapshot, _ settings: WebApplication.Settings) {
    self.snapshot = snapshot
    let rights = snapshot.rights(at: now.local)
    self.rights = rights
    guard let account = session?.account else { return }
    frame.roundTitle = snapshot.plan.title
    let words = RoundWords(snapshot.round, frame.language)
    if settings.isDemonstration {
      let time = frame.language == .vietnamese ? now.local.vietnameseText : now.local.isoText
      frame.marks.append(
        frame.say(
          "Bản trình diễn: đồng hồ của kỳ đánh giá chỉ \(time).",
          "A demonstration: the round's clock says \(time)."))
    }
    if words.isIllustrative {
      frame.marks.append(
        frame.say("Có sử dụng số liệu minh họa.", "Made with illustrative data (số liệu minh họa).")
      )
    }
    var navigation: [PageFrame.Entry] = []
    func add(_ path: String, _ title: String) {
      let own = "/" + path
      navigation.append(
        PageFrame.Entry(path: path, title: title, isCurrent: request.path == own))
    }
    if account.role.isOfUnit, let unit = account.unit,
      rights.allows(.readAnswers(unit), by: account)
    {
      add(WebPath.unit(unit), frame.say("Tự chấm điểm", "Self-assessment"))
      add(WebPath.shelf(unit), frame.say("Tài liệu", "Evidence"))
      add(WebPath.figures(unit), frame.say("Số liệu", "Figures"))
      if snapshot.records != nil {
        add(WebPath.dossiers(unit), frame.say("Hồ sơ TTHC", "Dossiers"))
      }
      add(WebPath.check(unit), frame.say("Kiểm tra, nộp", "Check, hand in"))
      add(WebPath.sheet(unit), frame.say("Phiếu điểm", "Score sheet"))
    }
    if rights.allows(.readWork, by: account) {
      add(WebPath.work, frame.say("Thẩm định", "Appraisal"))
    }
    if rights.allows(.readCouncil, by: account) {
      add(WebPath.council, frame.say("Hội đồng", "Council"))
    }
    if rights.allows(.readPublication, by: account) {
      add(WebPath.publication, frame.say("Khóa, công bố", "Lock, publish"))
    }
    if rights.allows(.readRegisters, by: account) {
      add(WebPath.registers, frame.say("Sổ, số liệu", "Registers"))
    }
    if snapshot.records != nil, rights.allows(.readClosings, by: account) {
      add(WebPath.dossierRequests, frame.say("Giải trình hồ sơ", "Dossiers explained"))
      add(WebPath.closings, frame.say("Chốt số liệu", "Closings"))
    }
    if rights.allows(.readSetup, by: account) {
      add(WebPath.setup, frame.say("Kỳ đánh giá", "The round"))
    }
    if rights.allows(.readReconsiderations, by: account) {
      add(WebPath.reconsiderations, frame.say("Kiến nghị, điều chỉnh", "After publication"))
    }
    if rights.allows(.readHandouts, by: account) {
      add(WebPath.handouts, frame.say("Văn bản, tệp", "Papers, files"))
    }
    if rights.allows(.readRankings, by: account) {
      add(WebPath.rankings, frame.say("Xếp hạng", "Rankings"))
    }
    if rights.allows(.readLog, by: account) { add(WebPath.log, frame.say("Nhật ký", "Log")) }
    frame.navigation = navigation
  }
}
