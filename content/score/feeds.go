package score

import "strings"

// A feed names the rules whose findings count for a signal, the graver first.
// Rules about words and references count where those stand: within what the
// signal looks at.
type feed struct {
	signal   string
	anywhere string
	within   string
}

// feeds lists the feeds of each signal.
var feeds = []feed{
	{
		signal: "S1",
		anywhere: `attestation-conclusion invalid-report-type invalid-as-of invalid-period invalid-categories
			missing-method undeclared-cuecs undefined-distribution`,
	}, {
		signal: "S2",
		anywhere: `misplaced-assertion overreaching-assertion unasserted-operation untimely-assertion
			miscategorized-assertion unmatched-assertion misquoted-title uncited-criteria unmirrored-opinion
			incomplete-inclusion invalid-signatory`,
		within: `leftover-placeholder wrong-standard other-edition`,
	}, {
		signal: "S3",
		anywhere: `variant-name contradictory-exclusion contradictory-frequency misstated-frequency
			contradictory-result unregistered-provider unregistered-policy false-policy-review slower-policy-review
			late-policy misplaced-period misplaced-date wrong-standard other-edition untimely-incident
			untimely-change misplaced-changes untimely-occurrence undisclosed-control-change repeated-cuec
			misplaced-disclosure unsettled-prior-exception unsettled-abbreviation dangling-link ambiguous-link`,
		within: `sample-name wrong-term`,
	}, {
		signal: "S4",
		anywhere: `missing-description-element copied-example undeclared-incidents undeclared-changes
			incomplete-incident missing-service missing-description-part thin-description-part unstated-exclusions
			undefined-system unexplained-vendor`,
		within: `dangling-reference leftover-placeholder sample-name marketing-wording future-wording absolute-wording
			unnamed-law`,
	}, {
		signal: "S5",
		anywhere: `unknown-criterion uncovered-criterion unexplained-exclusion contradictory-exclusion
			unmapped-control orphaned-control missing-csoc missing-served-criteria out-of-scope-csoc unmapped-cuec
			implausible-mapping documents-alone delegated-exclusion excluded-common-criterion
			missing-recovery-control missing-disposal-control pervasive-carve-out wide-mapping lone-control
			out-of-scope-criterion`,
	}, {
		signal: "S6",
		anywhere: `invalid-owner unknown-frequency thin-statement vague-wording mixed-frequencies
			misstated-frequency contradictory-frequency copied-control similar-controls carved-out-control
			later-control unnamed-system unclassified-control`,
		within: `dangling-reference leftover-placeholder sample-name absolute-wording marketing-wording`,
	}, {
		signal: "S7",
		anywhere: `unverified-origin misplaced-tests unpaired-test impossible-count contradictory-result
			incomplete-exception unexplained-absence counted-absence unknown-test-method untimely-occurrence
			carved-out-test untested-control inquiry-alone undescribed-population early-test implausible-absence
			absent-periodic-control`,
		within: `dangling-reference leftover-placeholder copied-example`,
	},
}

// A weight says that findings of a rule count: the lower, the graver.
type weight struct {
	order  int
	within bool // only within what the signal looks at
}

// weightsOf returns the rules that feed the signal, by name.
func weightsOf(signal string) map[string]weight {
	weights := map[string]weight{}
	for _, f := range feeds {
		if f.signal != signal {
			continue
		}
		for _, name := range strings.Fields(f.anywhere) {
			weights[name] = weight{order: len(weights)}
		}
		for _, name := range strings.Fields(f.within) {
			weights[name] = weight{order: len(weights), within: true}
		}
	}
	return weights
}
