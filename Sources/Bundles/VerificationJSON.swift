package import Diagnostics
internal import EventLog

/// What `parindex verify --format json` writes: `parindex/verification@1`.
///
/// An object with `format`, `verified`, `bundle` (false: no bundle at all), and where there is a
/// manifest `round`, `engine`, `files`, `left_out`, `seal`, `signed_by`, `signature_holds`; then
/// `recomputed`, `findings` (`code`, `severity`, `path`, `line`, `message`, `expected`) and
/// `differences` (`unit`, `item`, `layer`, `member`, `bundled`, `recomputed`). Members without a
/// value are left out; new members may be added within version 1.
package struct VerificationJSON {
  private let check: BundleVerification
  private let language: Language

  package init(_ check: BundleVerification, _ language: Language) {
    self.check = check
    self.language = language
  }

  package func text() -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "parindex/verification@1")
      json.member("verified", check.isVerified)
      json.member("bundle", check.isBundle)
      if let manifest = check.manifest {
        json.member("round", manifest.round)
        json.member("engine", manifest.engine)
        json.member("files", manifest.files.count(where: \.isStored))
        json.member("left_out", manifest.files.count { !$0.isStored })
        json.member("seal", ifPresent: check.seal?.text)
        json.member("signed_by", ifPresent: manifest.signedBy)
        if manifest.signedBy != nil { json.member("signature_holds", check.isSigned) }
      }
      json.member("recomputed", check.isRecomputed)
      json.member("findings") { list in
        list.array { array in check.findings.forEach { write($0, to: &array) } }
      }
      json.member("differences") { list in
        list.array { array in check.differences.forEach { write($0, to: &array) } }
      }
    }
    return json.text + "\n"
  }

  private func write(_ finding: Diagnostic, to json: inout JSONWriter) {
    let span = finding.primary.span
    json.object {
      $0.member("code", finding.code.rawValue)
      $0.member("severity", finding.severity.rawValue)
      $0.member("path", span.file.path)
      if !span.isWholeFile { $0.member("line", Int(span.start.line)) }
      $0.member("message", finding.message[language])
      $0.member("expected", ifPresent: finding.expected?[language])
    }
  }

  private func write(_ difference: ResultDifference, to json: inout JSONWriter) {
    json.object {
      $0.member("unit", ifPresent: difference.unit)
      $0.member("item", ifPresent: difference.item)
      $0.member("layer", ifPresent: difference.layer)
      $0.member("member", ifPresent: difference.member)
      $0.member("bundled", ifPresent: difference.bundled)
      $0.member("recomputed", ifPresent: difference.recomputed)
    }
  }
}
