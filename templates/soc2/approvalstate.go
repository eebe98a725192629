package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// An approvalState is what the records say about a part as it now stands.
type approvalState struct {
	valid  []*content.Approval // the part is what was approved
	lapsed []*content.Approval // the part changed since
}

// approval compares the part's approvals with the part as it is (D7).
func (b *builder) approval(part string) approvalState {
	var state approvalState
	var sum string
	for _, a := range b.e.Approvals {
		if a.Part.Value != part {
			continue
		}
		if sum == "" {
			sum = PartSum(b.e, part)
		}
		if a.SHA256.Value == sum {
			state.valid = append(state.valid, a)
		} else {
			state.lapsed = append(state.lapsed, a)
		}
	}
	return state
}

// words says in the owner line whether management approved the part.
func (s approvalState) words() string {
	if len(s.valid) == 0 {
		return "not yet approved by management"
	}
	var by []string
	for _, a := range s.valid {
		by = append(by, a.Role.Value+" on "+a.On.Long())
	}
	return "approved by " + strings.Join(by, " and ")
}

// approvalNotice says which approvals a change of the part has ended.
func (b *builder) approvalNotice(part string) {
	state := b.approval(part)
	if len(state.lapsed) == 0 {
		return
	}
	var blocks []prose.Block
	for _, a := range state.lapsed {
		blocks = append(blocks, prose.Para(plain("Approved by "), authoredText(a.Role),
			plain(" on "+a.On.Long()+"; the part has changed since, so this approval no longer counts.")))
	}
	b.add(&render.Notice{By: render.By{Whose: render.ByTool}, Title: "Changed since approval", Blocks: blocks})
}
