import Diagnostics
import Store
import TestSupport
import Testing

@testable import Web

/// Accounts from a list: all, or none with every fault told.
@Suite struct AccountListTests {
  private func read(_ text: String) -> AccountList {
    AccountList(
      SourceText(file: SourceFile(path: "tai-khoan.csv"), bytes: Array(text.utf8)),
      units: ["so-y-te", "so-noi-vu"], people: ["so-y-te/01", "to-giup-viec/01"],
      known: ["da-co"])
  }

  @Test func `a list is read whole, with columns in any order and blanks where nothing is said`() {
    let list = read(
      """
      login;name;role;unit;person;position;email
      syt.01;Trần Thị Bê;unit-officer;so-y-te;;;be@syt.gov.vn
      syt;"Nguyễn ""Văn"" A";unit-head;so-y-te;so-y-te/01;Giám đốc;
      tgv.01;Tổ giúp việc;helper-team;;to-giup-viec/01;;

      """)
    #expect(list.diagnostics.isEmpty)
    #expect(
      list.accounts == [
        Account(
          login: "syt.01", name: "Trần Thị Bê", role: .unitOfficer, unit: "so-y-te",
          email: "be@syt.gov.vn"),
        Account(
          login: "syt", name: "Nguyễn \"Văn\" A", position: "Giám đốc", role: .unitHead,
          unit: "so-y-te", person: "so-y-te/01"),
        Account(
          login: "tgv.01", name: "Tổ giúp việc", role: .helperTeam, person: "to-giup-viec/01"),
      ])
  }

  @Test(arguments: Language.allCases)
  func `one faulty row keeps all out, and each fault is told by its cell`(_ language: Language) {
    let list = read(
      """
      login,role,name,unit,person,email
      Hoa,unit-officer,Hoa,so-y-te,
      da-co,auditor,Kiểm tra,,
      hai,auditor,Một,,
      hai,auditor,Hai,,
      ba,giam-doc,Ba,,
      bon,auditor,,,
      nam,unit-head,Năm,,so-y-te/01
      sau,auditor,Sáu,so-y-te,
      bay,unit-officer,Bảy,so-yte,
      tam,helper-team,Tám,,to-giup-viec/02
      chin,auditor,Chín,,
      muoi,auditor,Mười,,,muoi(at)x.vn

      """)
    #expect(list.accounts.isEmpty)
    let text = TextRenderer(language: language).render(list.diagnostics)
    expectGolden(text, "account-list.\(language.rawValue).txt")
  }

  @Test func `a list without its columns is none`() {
    let codes = read("login,role,ten\nhai,auditor,Hai\n").diagnostics.map(\.code)
    #expect(codes == [.csvColumn, .csvColumn])
    #expect(read("").diagnostics.map(\.code) == [.fileEmpty])
  }

  @Test func `the store takes all or none`() throws {
    let folder = try TemporaryFolder()
    let store = try Store(path: folder.path("parindex.sqlite"))
    let hash = PasswordHash(
      of: "mật khẩu", cost: PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1))
    let one = Account(login: "mot", name: "Một", role: .auditor)
    let two = Account(login: "hai", name: "Hai", role: .auditor)
    try store.add(two, hash, at: 0)
    #expect(throws: StoreFailure.accountExists("hai")) {
      try store.add([(one, hash), (two, hash)], at: 0)
    }
    #expect(try store.accounts().map(\.login) == ["hai"])
  }
}
