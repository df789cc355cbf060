internal import Grading

/// The system that an export came from; ids are unique within one.
enum SampleSource: String {
  /// The one-stop software of the whole province.
  case motcua
  /// The older software, used by five districts and their communes until the middle of 2019.
  case hcc
}

/// One made-up dossier, with what its record says.
struct SampleDossier {
  var id = ""
  var source = SampleSource.motcua
  let unit: Unit
  var procedure: SampleProcedure
  var received: CaseMinute
  /// nil: a procedure without a term.
  var due: CaseMinute?
  var ready: CaseMinute?
  var returned: CaseMinute?
  var state = State.working
  var channel = Channel.direct
  var isDigitised = false
  var owesFee = false
  var paidOnline = false
  var lateAgency: String?
  /// Made to show something, and left out when explanations are drawn.
  var isPlanted = false

  enum Channel: String, CaseIterable {
    case online
    case direct
    case post
  }

  enum State {
    case working
    case waitingForReturn
    case returned
    case withdrawn
    case refused
  }

  /// When the office's clock stopped: the result is ready, or was handed over.
  var finished: CaseMinute? {
    guard let ready else { return returned }
    return returned.map { min($0, ready) } ?? ready
  }

  /// Finished behind its due day, as the record says.
  var isLate: Bool {
    guard let due, let finished else { return false }
    return due.day < finished.day
  }
}
