/// What is made to happen to one unit of the sample round, beside what chance brings.
struct Scenario {
  /// How well it works, per mille; nil: by chance.
  var quality: Int?
  /// Another unit that it comes out equal to.
  var twin: String?
  /// nil: within the last ten days; empty: nothing was handed in.
  var submittedAt: String?
  var listsLinkedLate = true
  /// Items left blank.
  var unanswered: [String] = []
  /// Items the unit says do not apply, with its reason.
  var notApplicable: [String: String] = [:]
  var withoutEvidence: [String] = []
  /// Items whose document is dated outside the admissible window.
  var outsideWindow: [String] = []
  /// Items whose document has neither number nor date.
  var unnumbered: [String] = []
  /// Items that claim the maximum whatever the figures say.
  var overclaims: [String] = []
  /// Items that all cite the year's plan.
  var citePlan: [String] = []
  /// What is wrong with the file of the year's plan.
  var planFile = PlanFile.own
  var dispute: Dispute?
  /// What the appraisal does to it, in time order.
  var steps: [AppraisalStep] = []

  /// A register's figure that the unit says should be higher.
  struct Dispute {
    let figure: String
    let by: Int
    let ground: String
  }

  enum PlanFile {
    case own
    /// The same bytes as other units of its district.
    case shared
    case absent
    case empty
    case otherDigest
  }
}

/// One scripted line of an appraisal.
struct AppraisalStep {
  enum Action {
    case accept
    /// Inputs for which the rule gives less; drawn anew.
    case lower
    /// Half of the item's maximum.
    case halve
    case rejectEvidence
    case request
    case explain(String)
    case notApplicable
    /// What the unit disputes is put right, by so much.
    case correct(Int)
  }

  enum Stage {
    case first
    case explanation
    case second
  }

  /// An item's id, or a figure's name for `correct`.
  let subject: String
  let stage: Stage
  let action: Action
  let reason: String?

  init(_ subject: String, _ stage: Stage, _ action: Action, _ reason: String? = nil) {
    self.subject = subject
    self.stage = stage
    self.action = action
    self.reason = reason
  }
}
