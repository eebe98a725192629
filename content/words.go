package content

// WordLists names the lists of words that rules look for and that a project
// may change.
var WordLists = []string{"absolute", "marketing", "vague", "wrong_terms", "future", "sample_names", "vague_tests",
	"standards", "role_mailboxes", "internal_hosts", "customers", "personal_fields"}

// A WordChange is what a project adds to one of the WordLists and takes from
// it.
type WordChange struct {
	List   string
	Add    []Text
	Remove []Text
}
