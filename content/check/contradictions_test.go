package check

import "testing"

// What is compared is told by sentences: which of the pairs a sentence requires
// or exempts from, counted from 1.
func TestPairsOfContradictions(t *testing.T) {
	for text, want := range map[string][2]int{
		"A second engineer reviews each change before it is merged.":                     {1, 0},
		"Changes are approved by the release manager before deployment.":                 {1, 0},
		"Every pull request needs approval by another engineer.":                         {1, 0},
		"Team leads may merge small changes without review.":                             {0, 1},
		"Senior engineers can bypass the review of a change to deploy at night.":         {0, 1},
		"Changes can be deployed without prior approval.":                                {0, 1},
		"Access is granted only after the manager has approved the request.":             {2, 0},
		"The system owner approves each request before access is granted.":               {2, 0},
		"Administrators may grant access without approval of the owner.":                 {0, 2},
		"Access can be granted without a second approval.":                               {0, 2},
		"Sign-in to production requires multi-factor authentication.":                    {3, 0},
		"Multi-factor authentication is enforced for all staff.":                         {3, 0},
		"Contractors may sign in without multi-factor authentication.":                   {0, 3},
		"Operators can log in with a password alone.":                                    {0, 3},
		"Shared accounts are prohibited.":                                                {4, 0},
		"Each engineer has a personal account.":                                          {4, 0},
		"Operators on duty share one account.":                                           {0, 4},
		"Operators may use a shared account.":                                            {0, 4},
		"Production data is not used in tests.":                                          {5, 0},
		"Developers may use production data for testing.":                                {0, 5},
		"Emergency changes may be deployed without prior approval.":                      {0, 0},
		"Developers cannot merge changes without review.":                                {0, 0},
		"Nobody may deploy a change without approval.":                                   {0, 0},
		"No engineer can release without review of another.":                             {0, 0},
		"The tool rejects what may be a merge without review.":                           {0, 0},
		"Alerts tell the lead of changes that were merged without review.":               {0, 0},
		"Changes, except emergency changes, are approved before deployment.":             {0, 0},
		"The board approves the budget before the year begins.":                          {0, 0},
		"Visitors may enter without registration when the desk is open.":                 {0, 0},
		"Reports can be read without access to production.":                              {0, 0},
		"Customers may sign in to the status page with a name.":                          {0, 0},
		"The tests use generated data, and customers share files with the support team.": {0, 0},
	} {
		var got [2]int
		for i := range pairs {
			if _, end := pairs[i].requires(text); end > 0 {
				got[0] = i + 1
			}
			if _, end := pairs[i].exempts(text); end > 0 {
				got[1] = i + 1
			}
		}
		if got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
