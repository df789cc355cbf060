/// The stable name of every problem that can be found in a file.
///
/// Raw values are public interface: they stand in JSON, SARIF and golden files.
package enum DiagnosticCode: String, Sendable, CaseIterable {
  // Files and YAML
  case fileMissing = "file-missing"
  case fileUnreadable = "file-unreadable"
  case fileTooLarge = "file-too-large"
  case fileChanged = "file-changed-while-read"
  case fileIncomplete = "file-incomplete"
  case fileEmpty = "file-empty"
  case fileUnwritable = "file-unwritable"
  case fontMissing = "font-missing"
  case notUTF8 = "not-utf8"
  case nulByte = "nul-byte"
  case yamlSyntax = "yaml-syntax"
  case tabIndentation = "tab-indentation"
  case tooDeep = "too-deep"
  case tooManyNodes = "too-many-nodes"
  case aliasExpansion = "alias-expansion"
  case recursiveAlias = "recursive-alias"
  case unknownAlias = "unknown-alias"
  case severalDocuments = "several-documents"
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case badValue = "bad-value"
  case unknownFormat = "unknown-format"

  // CSV
  case csvSyntax = "csv-syntax"
  case csvColumn = "csv-column"
  case csvValue = "csv-value"

  // Criteria sets
  case weightsDoNotAddUp = "weights-do-not-add-up"
  case weightsMixed = "weights-mixed"
  case duplicateID = "duplicate-id"
  case badID = "bad-id"
  case idHierarchy = "id-hierarchy"
  case ruleCannotReachMaximum = "rule-cannot-reach-maximum"
  case ruleExceedsMaximum = "rule-exceeds-maximum"
  case ruleMismatch = "rule-mismatch"
  case stepsGap = "steps-gap"
  case stepsOverlap = "steps-overlap"
  case stepsUnreachable = "steps-unreachable"
  case stepsNotMonotonic = "steps-not-monotonic"
  case floorAboveCeiling = "floor-above-ceiling"
  case absoluteDate = "absolute-date"
  case undefinedWithoutPolicy = "undefined-without-policy"
  case missingWithoutPolicy = "missing-without-policy"
  case noClause = "no-clause"
  case fullPointsInBonus = "full-points-in-bonus"
  case ambiguousApplicability = "ambiguous-applicability"
  case overlayTarget = "overlay-target"
  case overlayCycle = "overlay-cycle"

  // Expressions
  case expressionSyntax = "expression-syntax"
  case unknownName = "unknown-name"
  case typeMismatch = "type-mismatch"
  case rateOutOfRange = "rate-out-of-range"

  // Rounds and units
  case unitWithoutBlock = "unit-without-block"
  case unitWithoutCriteria = "unit-without-criteria"
  case unknownUnit = "unknown-unit"
  case unitListedTwice = "unit-listed-twice"
  case ambiguousName = "ambiguous-name"
  case unknownParent = "unknown-parent"
  case unitCycle = "unit-cycle"
  case criteriaCycle = "criteria-cycle"
  case unknownRegister = "unknown-register"
  case registerMismatch = "register-mismatch"
  case unknownStage = "unknown-stage"
  case bareDate = "bare-date"
  case gradesDisordered = "grades-disordered"
  case roundMismatch = "round-mismatch"

  // Submissions and appraisals
  case unknownItem = "unknown-item"
  case notApplicableItem = "not-applicable-item"
  case unknownInput = "unknown-input"
  case inputMismatch = "input-mismatch"
  case missingInput = "missing-input"
  case inputOutOfRange = "input-out-of-range"
  case inputAboveLimit = "input-above-limit"
  case claimNotAllowed = "claim-not-allowed"
  case claimAboveMaximum = "claim-above-maximum"
  case claimTooPrecise = "claim-too-precise"
  case dateOutOfRange = "date-out-of-range"
  case ambiguousNumber = "ambiguous-number"
  case unknownEvidence = "unknown-evidence"
  case evidenceConflict = "evidence-conflict"
  case unsafePath = "unsafe-path"
  case draft = "draft"
  case decisionRefused = "decision-refused"
  case recordedMeanwhile = "recorded-meanwhile"
  case submissionNotInLog = "submission-not-in-log"
  case appraisalBesideLog = "appraisal-beside-log"
  case fileNotAsLogged = "file-not-as-logged"
  case fileChangedSince = "file-changed-since"
  case timeGoesBack = "time-goes-back"
  case figureNotDisputable = "figure-not-disputable"

  // Tables
  case tableContradiction = "table-contradiction"
  case tableTotalMismatch = "table-total-mismatch"
  case tablePercentMismatch = "table-percent-mismatch"
  case tablesDisagree = "tables-disagree"
  case correctionMismatch = "correction-mismatch"
  case figuresMissing = "figures-missing"

  // Dossier rules
  case conditionNeverHolds = "condition-never-holds"
  case notInSQL = "not-in-sql"

  // Closed data
  case closedDataChanged = "closed-data-changed"

  // Event logs
  case logSyntax = "log-syntax"
  case logBroken = "log-broken"
  case logTorn = "log-torn"
  case sealMismatch = "seal-mismatch"
  case unsealedEvents = "unsealed-events"

  // Rules of procedure
  case procedureRefused = "procedure-refused"
  case answeredLate = "answered-late"
  case noStandIn = "no-stand-in"

  // Bundles
  case notABundle = "not-a-bundle"
  case bundleChanged = "bundle-changed"
  case bundleIncomplete = "bundle-incomplete"
  case signatureMismatch = "signature-mismatch"
  case resultDiffers = "result-differs"
  case otherEngine = "other-engine"
  case keyNotPrivate = "key-not-private"

  // Workbooks
  case notAWorkbook = "not-a-workbook"
  case workbookTooLarge = "workbook-too-large"
  case workbookMismatch = "workbook-mismatch"
  case workbookLayout = "workbook-layout"
  case cellValue = "cell-value"
  case cellFormula = "cell-formula"

  // Worked cases
  case caseFailed = "case-failed"
  case caseUncovered = "case-uncovered"

  /// The severity unless the place that reports it knows better.
  package var severity: Severity {
    switch self {
    case .draft, .unsealedEvents, .otherEngine: .note
    case .stepsNotMonotonic, .absoluteDate, .undefinedWithoutPolicy, .missingWithoutPolicy,
      .noClause, .claimTooPrecise, .timeGoesBack, .figuresMissing,
      .logTorn, .caseUncovered, .ambiguousName, .submissionNotInLog, .fileChangedSince,
      .noStandIn, .answeredLate:
      .warning
    default: .error
    }
  }

  /// Whether a round can go on with the value marked broken or left aside (SCORING 35, 47).
  ///
  /// Other errors make the file unusable: `run` refuses the round, or leaves the unit out when
  /// told to keep going.
  package var leavesFileUsable: Bool {
    switch self {
    case .inputOutOfRange, .inputAboveLimit, .claimAboveMaximum, .claimTooPrecise,
      .missingInput, .inputMismatch, .ambiguousNumber, .rateOutOfRange,
      .dateOutOfRange, .timeGoesBack, .tableContradiction,
      .tableTotalMismatch, .tablePercentMismatch, .tablesDisagree, .figuresMissing,
      .notApplicableItem:
      true
    default: severity != .error
    }
  }

  /// Whether the report on printed tables says it in its own words.
  package var isToldInReconciliation: Bool {
    switch self {
    case .tableContradiction, .tableTotalMismatch, .tablePercentMismatch, .tablesDisagree,
      .figuresMissing:
      true
    default: false
    }
  }
}
