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

	// criteria.go
	uncoveredCriterion,
	orphanedControl,
	staleMapping,
	unexplainedExclusion,
	contradictoryExclusion,
	excludedCommonCriterion,

	// commitments.go
	undefinedSystem,
	uncommittedCategory,
	untraceableCommitment,

	// description.go
	missingElement,
	missingPart,
	undeclaredIncidents,
	incompleteIncident,
	untimelyIncident,
	undeclaredChanges,

	// subservice.go
	missingMethod,
	missingService,
	missingCSOC,
	missingServedCriteria,
	outOfScopeCSOC,
	incompleteInclusion,

	// userentities.go
	undeclaredCUECs,
	unmappedCUEC,

	// wording.go
	leftoverPlaceholder,

	// controls.go
	unmappedControl,
	invalidOwner,
	unknownFrequency,

	// tests.go
	untestedControl,
	misplacedTests,
	unverifiedWords,
	unpairedTest,
	unknownMethod,
	untimelyOccurrence,

	// results.go
	impossibleCount,
	contradictoryResult,
	incompleteException,
	unansweredException,
	unexplainedAbsence,
	absentPeriodicControl,

	// wording.go
	attestationConclusion,
}
