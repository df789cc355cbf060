package import Diagnostics
internal import Grading
internal import Loading
package import Store

/// Accounts of a whole round from one CSV file with the columns `login`, `role` and `name`, and
/// where they are wanted `position`, `unit`, `person` and `email`.
///
/// All of them or none: what is wrong with any row is told, by its cell.
package struct AccountList: Sendable {
  package let accounts: [Account]
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - units: ids of the round's units.
  ///   - people: ids in the round's people.yaml.
  ///   - known: logins that there are already.
  package init(
    _ text: SourceText, units: Set<String>, people: Set<String>, known: Set<String>
  ) {
    let (table, found) = readCSV(text)
    var reading = Reading(units: units, people: people, known: known, problems: found)
    var accounts: [Account] = []
    if let table, reading.findColumns(of: table) {
      accounts = table.rows.compactMap { reading.account($0) }
    }
    diagnostics = text.annotate(reading.problems).sorted()
    self.accounts = diagnostics.contains { $0.severity == .error } ? [] : accounts
  }

  private enum Column: String, CaseIterable {
    case login
    case role
    case name
    case position
    case unit
    case person
    case email

    var isRequired: Bool { [.login, .role, .name].contains(self) }
  }

  private struct Reading {
    let units: Set<String>
    let people: Set<String>
    let known: Set<String>
    var problems: [Diagnostic]
    private var places: [Column: Int] = [:]
    private var seen: [String: SourceSpan] = [:]

    init(units: Set<String>, people: Set<String>, known: Set<String>, problems: [Diagnostic]) {
      self.units = units
      self.people = people
      self.known = known
      self.problems = problems
    }

    mutating func findColumns(of table: CSVTable) -> Bool {
      for cell in table.header where Column(rawValue: cell.text) == nil {
        problems.append(
          .accountColumnUnknown(cell.text, Column.allCases.map(\.rawValue), cell.span))
      }
      for column in Column.allCases {
        places[column] = table.column(column.rawValue)
        if column.isRequired, places[column] == nil, let first = table.header.first {
          problems.append(.accountColumnMissing(column.rawValue, first.span))
        }
      }
      return !problems.contains { $0.severity == .error }
    }

    mutating func account(_ row: CSVRow) -> Account? {
      let before = problems.count
      func text(_ column: Column) -> String? {
        guard let place = places[column], !row[place].isEmpty else { return nil }
        return row[place].text
      }
      func span(_ column: Column) -> SourceSpan { places[column].map { row[$0].span } ?? row.span }
      let login = text(.login) ?? ""
      if !Account.isLogin(login) {
        problems.append(.loginUnfit(login, span(.login)))
      } else if known.contains(login) {
        problems.append(.loginTaken(login, span(.login), first: nil))
      } else if let first = seen[login] {
        problems.append(.loginTaken(login, span(.login), first: first))
      } else {
        seen[login] = span(.login)
      }
      let role = text(.role).flatMap(AccountRole.init)
      if role == nil { problems.append(.roleUnknown(text(.role) ?? "", span(.role))) }
      if text(.name) == nil { problems.append(.accountWithoutName(span(.name))) }
      let unit = text(.unit)
      if let role, role.isOfUnit != (unit != nil) {
        problems.append(.unitUnfit(role, span(.unit)))
      } else if let unit, !units.contains(unit) {
        problems.append(.accountUnitUnknown(unit, units.sorted(), span(.unit)))
      }
      if let person = text(.person), !people.contains(person) {
        problems.append(.accountPersonUnknown(person, people.sorted(), span(.person)))
      }
      if let email = text(.email), !Account.isEmail(email) {
        problems.append(.accountEmailUnfit(email, span(.email)))
      }
      guard problems.count == before, let role, let name = text(.name) else { return nil }
      return Account(
        login: login, name: name, position: text(.position), role: role, unit: unit,
        person: text(.person), email: text(.email))
    }
  }
}

/// What is wrong with a list of accounts.
extension Diagnostic {
  fileprivate static func accountColumnUnknown(
    _ name: String, _ known: [String], _ span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .csvColumn, at: span,
      Wording(
        vi: "danh sách tài khoản không dùng cột `\(name)`",
        en: "a list of accounts has no use for column `\(name)`"),
      help: NearestID.help(for: name, among: known))
  }

  fileprivate static func accountColumnMissing(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvColumn, at: span,
      Wording(vi: "không có cột `\(name)`", en: "there is no column `\(name)`"),
      help: Wording(
        vi: "dòng đầu là: login,role,name,position,unit,person,email",
        en: "the first line is: login,role,name,position,unit,person,email"))
  }

  fileprivate static func loginUnfit(_ login: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "tên đăng nhập `\(login)` không dùng được", en: "nobody can sign in as `\(login)`"),
      expected: Wording(
        vi: "2 đến 64 chữ thường không dấu, chữ số, dấu `-` và `.`",
        en: "2 to 64 of the letters a to z, digits, `-` and `.`"))
  }

  fileprivate static func loginTaken(
    _ login: String, _ span: SourceSpan, first: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(vi: "đã có tài khoản `\(login)`", en: "there is an account `\(login)` already"),
      secondary: first.map { [SourceLabel($0, Wording(vi: "lần đầu ở đây", en: "first here"))] }
        ?? [],
      help: Wording(
        vi: "bỏ dòng này, hoặc đổi tên đăng nhập", en: "leave the row out, or change the login"))
  }

  fileprivate static func roleUnknown(_ role: String, _ span: SourceSpan) -> Diagnostic {
    let known = AccountRole.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      .badValue, at: span,
      Wording(vi: "không có vai trò `\(role)`", en: "there is no role `\(role)`"),
      expected: Wording(vi: "một trong: \(known)", en: "one of \(known)"))
  }

  fileprivate static func accountWithoutName(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(vi: "tài khoản không có tên gọi", en: "the account has no name"),
      expected: Wording(vi: "họ tên hoặc tên gọi", en: "what people call them"))
  }

  fileprivate static func unitUnfit(_ role: AccountRole, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      role.isOfUnit
        ? Wording(
          vi: "`\(role.rawValue)` phải có đơn vị", en: "`\(role.rawValue)` is of a unit")
        : Wording(
          vi: "`\(role.rawValue)` không thuộc riêng đơn vị nào",
          en: "`\(role.rawValue)` is of no unit"),
      expected: role.isOfUnit
        ? Wording(vi: "mã đơn vị ở cột `unit`", en: "the unit's id in column `unit`")
        : Wording(vi: "cột `unit` để trống", en: "nothing in column `unit`"))
  }

  fileprivate static func accountUnitUnknown(
    _ unit: String, _ known: [String], _ span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unknownUnit, at: span,
      Wording(vi: "kỳ đánh giá không có đơn vị `\(unit)`", en: "the round has no unit `\(unit)`"),
      help: NearestID.help(for: unit, among: known))
  }

  fileprivate static func accountPersonUnknown(
    _ person: String, _ known: [String], _ span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "people.yaml không có `\(person)`", en: "people.yaml has nobody called `\(person)`"),
      help: NearestID.help(for: person, among: known))
  }

  fileprivate static func accountEmailUnfit(_ email: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "`\(email)` không phải địa chỉ thư điện tử", en: "`\(email)` is no e-mail address"),
      expected: Wording(vi: "như cchc@snv.gov.vn, hoặc để trống", en: "cchc@snv.gov.vn, or nothing")
    )
  }
}
