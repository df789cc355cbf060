internal import Diagnostics

/// The file formats that have a schema, by the name a user asks for.
package enum SchemaName: String, Sendable, CaseIterable {
  case criteria
  case cases
  case round
  case units
  case selfAssessment = "self-assessment"
  case evidence
  case appraisal
  case remedies
  case people
  case papers
  case tables
  case records
  case dossierRules = "dossier-rules"
  case calendar
  case dossierCount = "dossier-count"
  case dossierReport = "dossier-report"
  case dossierComparison = "dossier-comparison"
  case closing
  case bundle
  case crosscheck
  case log
  case difference
  case comparison
  case verification

  /// The JSON Schema (draft 2020-12) of the format, with Vietnamese descriptions for editors.
  package var schema: JSONValue {
    switch self {
    case .criteria: criteriaSchema.value
    case .cases: casesSchema.value
    case .round: roundSchema.value
    case .units: unitsSchema.value
    case .selfAssessment: selfAssessmentSchema.value
    case .evidence: evidenceSchema.value
    case .appraisal: appraisalSchema.value
    case .remedies: remediesSchema.value
    case .people: peopleSchema.value
    case .papers: papersSchema.value
    case .tables: tablesSchema.value
    case .records: recordsSchema.value
    case .dossierRules: dossierRulesSchema.value
    case .calendar: calendarSchema.value
    case .dossierCount: dossierCountSchema.value
    case .dossierReport: dossierReportSchema.value
    case .dossierComparison: dossierComparisonSchema.value
    case .closing: closingSchema.value
    case .bundle: bundleSchema.value
    case .crosscheck: crossCheckSchema.value
    case .log: logSchema.value
    case .difference: differenceSchema.value
    case .comparison: comparisonSchema.value
    case .verification: verificationSchema.value
    }
  }

  package var text: String { schema.text }
}

extension JSONValue {
  /// Indented, with a newline at the end.
  package var text: String {
    var json = JSONWriter()
    write(to: &json)
    return json.text + "\n"
  }
}
