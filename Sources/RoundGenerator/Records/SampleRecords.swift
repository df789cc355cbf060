internal import Grading

/// The case records of the round of 2019, with everything that was decided on them; all made up.
struct SampleRecords {
  let dossiers: [SampleDossier]
  let decisions: SampleDecisions
  let seed: UInt64
  /// By unit.
  let counts: [String: SampleCount]

  /// - Parameter printed: the sizes of units, from the tables of another year.
  init(_ units: [Unit], printed: [String: DossierFacts], seed: UInt64) {
    self.seed = seed
    dossiers = SampleDossiers(units, printed: printed, seed: seed).all
    decisions = SampleDecisions(dossiers, seed: seed)
    counts = LetterCount(decisions).count(dossiers)
  }

  /// What registers and lists of the round start from.
  var facts: [String: DossierFacts] {
    counts.mapValues {
      DossierFacts(
        received: $0.received, resolved: $0.resolved, late: $0.late, early: $0.early,
        linkedLate: $0.linkedLate)
    }
  }

  var files: [GeneratedFile] {
    let exports = SampleExports(dossiers: dossiers)
    return [
      GeneratedFile(path: "dossiers/motcua.csv", text: exports.motcua),
      GeneratedFile(path: "dossiers/hcc.csv", text: exports.hcc),
      GeneratedFile(path: "dossiers/outages.csv", text: SampleOutages.table.text),
      GeneratedFile(path: "dossiers/explanations.csv", text: decisions.explanationTable.text),
      GeneratedFile(path: "dossiers/corrections.csv", text: decisions.correctionTable.text),
      GeneratedFile(
        path: "dossiers/steps.csv", text: SampleSteps.table(dossiers, seed: seed).text),
    ]
  }
}
