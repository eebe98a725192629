package requests

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// documentNouns are the last words by which an author's evidence names a
// document that stands by itself and not the trace of one occurrence.
var documentNouns = []string{"policy", "policies", "procedure", "procedures", "plan", "plans", "standard", "standards",
	"charter", "handbook", "methodology", "baseline", "baselines", "guideline", "guidelines", "specification",
	"specifications", "runbook", "playbook", "template", "diagram", "diagrams"}

// traceWords stand in evidence that names the trace of one occurrence even
// though it ends like a document: "signed handbook".
var traceWords = []string{"signed", "approved", "completed", "acknowledged", "reviewed", "updated", "tested", "test", "per",
	"approval", "record", "records", "log", "ticket", "result", "results"}

// documents asks for the policies the control cites and the documents its
// evidence names, shared by the controls that cite them.
func (b *builder) documents(c *content.Control) {
	for _, id := range c.Policies {
		if p := b.policy(id.Value); p != nil {
			b.policyDocument(c, p)
		}
	}
	for _, item := range c.Evidence {
		// What an automated control calls a policy is one of its settings.
		if isDocument(item.Value) && content.Nature(c.Nature.Value) != content.Automated {
			b.namedDocument(c, item.Value)
		}
	}
}

func (b *builder) policy(id string) *content.Policy {
	for _, p := range b.e.Policies {
		if p.ID.Value == id {
			return p
		}
	}
	return nil
}

func isDocument(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(traceWords, w) }) {
		return false
	}
	return slices.Contains(documentNouns, words[len(words)-1])
}

func (b *builder) policyDocument(c *content.Control, p *content.Policy) {
	d := b.at(Document, ident{p.ID.Value, "document"}, "policy "+p.ID.Value, "", b.whole())
	if d.fresh {
		d.Title = p.Title.Value
		d.Owner = p.OwnerRole.Value
		d.Format = filedFormat + ", with its version and approval record"
		d.lead = p.Title.Value + " (" + p.ID.Value + "): " + b.versions()
		if known := register(p); known != "" {
			d.tail = []string{"The register names " + known + "."}
		}
	}
	d.need(c, "")
}

// versions says which versions of a document are wanted.
func (b *builder) versions() string {
	if b.operating() {
		return "each version in force " + b.whole().Words() + ", with version, approval (role and date), effective date and date of the last review."
	}
	return "the version in force " + b.whole().Words() + ", with version, approval (role and date), effective date and date of the last review."
}

// register returns what the policy register knows, so that the two can be
// compared.
func register(p *content.Policy) string {
	var words []string
	if v := p.Version.Value; v != "" {
		words = append(words, "version "+v)
	}
	if !p.Effective.IsZero() {
		words = append(words, "effective "+p.Effective.Long())
	}
	if !p.ReviewedOn.IsZero() {
		words = append(words, "last reviewed "+p.ReviewedOn.Long())
	}
	return strings.Join(words, ", ")
}

func (b *builder) namedDocument(c *content.Control, name string) {
	d := b.at(Document, ident{slug(name), "document"}, "document "+name, "", b.whole())
	if d.fresh {
		d.Title = sentence(name)[:len(name)]
		d.Format = filedFormat + ", with its version and approval record"
		d.lead = sentence(name)[:len(name)] + ": " + b.versions()
	}
	d.need(c, "")
}

// accessCriteria are the criteria whose controls are checked against the
// accounts of a system.
var accessCriteria = []string{"CC6.2", "CC6.3"}

// listings asks for the accounts of the systems an access control governs and
// for the active personnel that hires and terminations are reconciled to.
func (b *builder) listings(c *content.Control) {
	access := slices.ContainsFunc(c.Criteria, func(id content.Text) bool { return slices.Contains(accessCriteria, id.Value) })
	if access {
		for _, system := range b.systems(c) {
			b.accounts(c, system)
		}
	}
	if c.Trigger.Value == "hire" || c.Trigger.Value == "termination" {
		b.personnel(c)
	}
}

func (b *builder) accounts(c *content.Control, system *content.Component) {
	d := b.at(ListingAsOf, ident{system.ID.Value, "listing"}, "accounts", system.Name.Value, b.inUse())
	if d.fresh {
		d.Title = "Accounts and roles: " + system.Name.Value
		d.Format = exportFormat
		d.Fields = []string{"account number", "employee, contractor, service or shared", "owner of service and shared accounts",
			"roles or groups", "privileged yes or no", "active or disabled", "created on", "last sign-in"}
		d.lead = "The accounts of employees and contractors in " + system.Name.Value + " with their roles, " + b.inUse().Words() +
			", administrators included, and its service accounts and shared accounts. Accounts of customers and their users are not asked for."
		d.describe()
		if b.operating() {
			d.tail = append(d.tail, "If the system cannot show the first date any more, say so and give the oldest listing it has.")
		}
		d.addProof(runProof)
	}
	d.need(c, "")
}

func (b *builder) personnel(c *content.Control) {
	source := ""
	for _, trigger := range []string{"hire", "termination"} {
		if p := b.populationOf(trigger); p != nil && source == "" {
			source = p.SourceSystem.Value
		}
	}
	d := b.at(ListingAsOf, ident{"personnel", "listing"}, "personnel", source, b.asOf())
	if d.fresh {
		d.Title = "Active personnel"
		d.Format = exportFormat
		d.Fields = []string{"personnel number", "employee or contractor", "role", "department", "first working day"}
		d.lead = "All employees and contractors active " + b.asOf().Words() + "."
		if b.operating() {
			d.lead += " Joiners and leavers of the period must account for the difference between the two dates."
		}
		d.describe()
		d.addProof(runProof)
	}
	d.need(c, "")
}

func join(words []string) string { return strings.Join(words, "; ") }
