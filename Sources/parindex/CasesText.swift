import Diagnostics
import Loading

/// What `parindex test` says at the end: how many cases ran, and what they reach.
struct CasesText {
  let run: CasesRun
  let language: Language

  init(_ run: CasesRun, _ language: Language) {
    self.run = run
    self.language = language
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    Wording(vi: vietnamese, en: english)[language]
  }

  func text() -> String {
    var lines: [String] = []
    for file in run.files {
      let failed =
        file.failed == 0
        ? say("đạt tất cả", "all pass") : say("\(file.failed) không đạt", "\(file.failed) fail")
      lines.append("\(file.path): \(file.run) \(say("ca", "cases")), \(failed)")
    }
    for coverage in run.coverage {
      lines.append("")
      lines.append(
        "\(coverage.criteria): \(say("nhánh có ca kiểm thử", "branches with a case")) "
          + "\(count(coverage.branches)); "
          + "\(say("mốc có ca ở cả hai phía", "bounds with a case on both sides")) "
          + count(coverage.bounds))
      lines.append(
        "  " + coverage.kinds.map { "\($0.name) \(count($0.count))" }.joined(separator: ", "))
    }
    lines.append("")
    let failed =
      run.failed == 0
      ? say("đạt tất cả", "all pass")
      : "\(run.failed) "
        + say("không đạt", "fail")
    lines.append("\(say("Cộng", "In all")): \(run.run) \(say("ca", "cases")), \(failed)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func count(_ count: CaseCoverage.Count) -> String { "\(count.covered)/\(count.total)" }

  /// `parindex/cases-result@1`.
  func json() -> String {
    var json = JSONWriter()
    json.object {
      $0.member("format", "parindex/cases-result@1")
      $0.member("run", run.run)
      $0.member("failed", run.failed)
      $0.member("files") {
        $0.array {
          for file in run.files {
            $0.object {
              $0.member("path", file.path)
              $0.member("criteria", file.criteria)
              $0.member("run", file.run)
              $0.member("failed", file.failed)
            }
          }
        }
      }
      $0.member("coverage") {
        $0.array {
          for coverage in run.coverage {
            $0.object {
              $0.member("criteria", coverage.criteria)
              $0.member("branches", count(coverage.branches))
              $0.member("bounds", count(coverage.bounds))
              $0.member("kinds") {
                $0.object { for kind in coverage.kinds { $0.member(kind.name, count(kind.count)) } }
              }
            }
          }
        }
      }
      $0.member("problems") {
        $0.array {
          for problem in run.diagnostics {
            $0.object {
              $0.member("code", problem.code.rawValue)
              $0.member("severity", problem.severity.rawValue)
              $0.member("at", problem.primary.span.citation)
              $0.member("message", problem.message[language])
            }
          }
        }
      }
    }
    return json.text + "\n"
  }
}
