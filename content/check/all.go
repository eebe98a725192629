package check

// All lists the rules in the order in which they run, by family.
var All = []Check{
	// scope.go
	reportType,
	asOfDate,
	reportPeriod,
	dateOrder,
	veryShortPeriod,
	shortPeriod,
	longPeriod,
	futureEnd,
	priorPeriod,
	categories,
	withoutSecurity,

	// names.go
	variantName,

	// frequencies.go
	contradictoryFrequency,

	// categories.go
	missingPrivacyRole,
	misreadIntegrity,
	missingRecovery,
	missingDisposal,

	// criteria.go
	uncoveredCriterion,
	orphanedControl,
	staleMapping,
	unexplainedExclusion,
	contradictoryExclusion,
	excludedCommonCriterion,
	delegatedExclusion,

	// criteriatext.go
	summarizedCriteria,

	// commitments.go
	undefinedSystem,
	uncommittedCategory,
	untraceableCommitment,
	unnamedLaw,

	// description.go
	missingElement,
	missingPart,
	undeclaredIncidents,
	incompleteIncident,
	untimelyIncident,
	unjustifiedSilence,
	undeclaredChanges,
	untimelyChange,
	misplacedChanges,

	// thinparts.go
	thinPart,
	unstatedExclusions,

	// subservice.go
	missingMethod,
	missingService,
	missingCSOC,
	missingServedCriteria,
	outOfScopeCSOC,
	incompleteInclusion,
	unprintedCSOC,

	// monitoring.go
	repeatedCSOC,
	unmonitoredParty,
	stalePartyReport,
	unansweredTheirCUEC,
	unexplainedVendor,
	pervasiveCarveOut,

	// flows.go
	emptyZone,
	unusedExternal,
	circularZone,
	repeatedFlow,
	unshownFlow,
	emptyDiagram,
	oversizeDiagram,
	longLabel,

	// providers.go
	unregisteredProvider,

	// userentities.go
	undeclaredCUECs,
	unmappedCUEC,
	unexplainedCUEC,
	ordinaryCUEC,
	repeatedCUEC,

	// distribution.go
	undefinedDistribution,
	unsettledPriorException,

	// wording.go
	leftoverPlaceholder,

	// style.go
	absoluteWording,
	marketingWording,
	wrongTerm,
	futureWording,
	vagueWording,
	vagueTest,
	sampleName,
	uselessRemoval,

	// secrets.go, first of those that quote what is no plain word
	leakedSecret,

	// leaks.go
	personalContact,
	personalName,
	internalAddress,
	openVulnerability,

	// customers.go, personalfields.go
	customerName,
	needlessField,

	// incidentdetail.go, after the weaknesses that are told to be open
	exploitableIncident,

	// consistency.go
	mixedDates,
	mixedTerms,

	// timeframe.go
	misplacedPeriod,
	misplacedDate,
	wrongStandard,

	// claims.go
	verifiedFix,
	examinedClaim,

	// copied.go
	copiedText,
	copiedControl,

	// fingerprints.go
	sharedParagraph,

	// controls.go
	unmappedControl,
	invalidOwner,
	unknownFrequency,

	// mapping.go
	wideMapping,
	loneControl,
	unclassifiedControl,
	carvedOutControl,

	// plausible.go
	documentsAlone,
	implausibleMapping,
	unnamedSystem,

	// statements.go
	thinStatement,
	mixedFrequencies,
	misstatedFrequency,

	// similar.go
	similarControls,

	// contradictions.go
	contradictoryControls,

	// lifetime.go
	undisclosedChange,
	laterControl,

	// risks.go
	unlinkedRisk,
	staleRisks,

	// policies.go
	overduePolicy,
	falseReview,
	incompletePolicy,
	latePolicy,
	slowerReview,
	unregisteredPolicy,

	// tests.go
	untestedControl,
	misplacedTests,
	unverifiedWords,
	unpairedTest,
	unknownMethod,
	untimelyOccurrence,

	// methods.go
	inquiryAlone,
	smallSample,
	undescribedPopulation,
	earlyTest,
	carvedOutTest,

	// similar.go
	copiedProcedure,

	// results.go
	impossibleCount,
	contradictoryResult,
	incompleteException,
	unansweredException,
	unexplainedAbsence,
	absentPeriodicControl,

	// absences.go
	countedAbsence,
	implausibleAbsence,
	missedAnnualControl,

	// responses.go
	weakResponse,

	// exceptions.go
	spotlessReport,
	repeatedException,

	// wording.go
	attestationConclusion,

	// assertion.go
	misplacedAssertion,
	untimelyAssertion,
	miscategorizedAssertion,
	assertedOperation,
	unassertedOperation,
	unmatchedAssertion,
	misquotedTitle,
	uncitedCriteria,
	unmirroredOpinion,
	invalidSignatory,

	// otherinformation.go
	misplacedDisclosure,
	claimedConformity,

	// editions.go, abbreviations.go, publicdetail.go
	otherEdition,
	unsettledAbbreviation,
	publicDetail,

	// requestdates.go, requeststatus.go, namedsample.go, lostanswers.go
	impossibleDueDate,
	impossibleStatus,
	namedSample,
	lostAnswers,

	// evidence.go
	untimelyEvidence,
	misnamedEvidence,
	undatedEvidence,
	duplicateEvidence,
	emptyEvidence,
	unreferencedEvidence,
	unindexedEvidence,

	// waivers.go
	unknownWaivedRule,
	unwaivableRule,
	expiredWaiver,
	unusedWaiver,

	// gate.go
	unknownGatedRule,
	ungateableRule,
}
