internal import Diagnostics
internal import HTMLWriting

/// Where everybody comes in.
struct SignInPage {
  /// What was typed before, so that it need not be typed again.
  var login = ""
  /// Why it was not let in.
  var problem: String?
  var isDemonstration = false
  /// What else one can be signed in through.
  var provider: String?

  func html(_ frame: PageFrame) -> [UInt8] {
    let other = frame.language == .vietnamese ? "en" : "vi"
    return frame.page(frame.say("Đăng nhập", "Sign in")) { page in
      if let problem { frame.notice(problem, isBad: true, &page) }
      if isDemonstration {
        page.element(
          "p", .class("dim"),
          text: frame.say(
            "Bản trình diễn: tên và mật khẩu in ra khi tạo dữ liệu trình diễn.",
            "A demonstration: names and passwords were printed when it was made."))
      }
      if let provider {
        page.element("div", .class("actions")) { actions in
          actions.open("a", [.init("href", "/\(WebPath.provider)")])
          actions.text(frame.say("Đăng nhập qua \(provider)", "Sign in through \(provider)"))
          actions.close("a")
        }
        page.element(
          "p", .class("dim"),
          text: frame.say("Hoặc bằng tài khoản riêng:", "Or with an account of its own:"))
      }
      frame.form(WebPath.signIn, &page, name: "narrow") { form in
        form.element("div", .class("field")) { field in
          field.element("label", .init("for", "login"), text: frame.say("Tên đăng nhập", "Name"))
          field.empty(
            "input", .init("type", "text"), .id("login"), .init("name", "login"),
            .init("value", login), .init("autocomplete", "username"),
            .init("autocapitalize", "none"), .init("required", nil))
        }
        form.element("div", .class("field")) { field in
          field.element("label", .init("for", "password"), text: frame.say("Mật khẩu", "Password"))
          field.empty(
            "input", .init("type", "password"), .id("password"), .init("name", "password"),
            .init("autocomplete", "current-password"), .init("required", nil))
        }
        form.empty(
          "input", .init("type", "hidden"), .init("name", "lang"),
          .init("value", frame.language.rawValue))
        form.element("div", .class("actions")) {
          $0.element("button", text: frame.say("Đăng nhập", "Sign in"))
        }
      }
      page.element("p") { line in
        line.open("a", [.init("href", "/\(WebPath.signIn)?lang=\(other)"), .lang(other)])
        line.text(frame.say("English", "Tiếng Việt"))
        line.close("a")
      }
      page.line()
    }
  }
}
