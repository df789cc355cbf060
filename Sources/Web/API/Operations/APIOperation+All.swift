extension APIOperation {
  /// Everything that the API does: the table that leads requests and is described.
  static let all: [APIOperation] =
    [description] + ofRound + ofSetup + ofDeadlines + ofOverview + ofNotices + ofUnit + ofDrafts
    + ofWorkbooks
    + ofPapers + ofFigures + ofDocuments + ofUploads + ofAppraisal + ofSharedDecisions + ofParts
    + ofProposals + ofCouncil + ofAgenda + ofPublication + ofReconsiderations + ofHandouts
    + ofRegisters
    + ofClosings + ofDossiers + ofDossierRequests
}
