package mermaid

import (
	"fmt"

	"github.com/socdraft/socdraft/content/diag"
)

// simpler is the help of problems that have no other.
const simpler = "write it with nodes, edges and subgraphs alone, or show the diagram as an image"

// add notes a problem.
func (p *parser) add(span diag.Span, format string, args ...any) *Problem {
	f := &Problem{Span: span, Message: fmt.Sprintf(format, args...), Help: simpler}
	if len(p.problems) < maxProblems {
		p.problems = append(p.problems, f)
	}
	return f
}

// refuse notes what is read and not drawn. The statement goes on behind it.
func (p *parser) refuse(from, to int, what string) *Problem {
	return p.add(p.text.Slice(from, to), "%q of a diagram is not drawn", excerpt(what))
}

// fail notes the first problem of a statement, and leaves it.
func (p *parser) fail(from, to int, format string, args ...any) *Problem {
	return p.failAt(p.text.Slice(from, max(to, from)), format, args...)
}

func (p *parser) failAt(span diag.Span, format string, args ...any) *Problem {
	if p.failed {
		return &Problem{}
	}
	_, p.next = p.line(p.at)
	p.at = len(p.src)
	p.failed, p.torn = true, true
	return p.add(span, format, args...)
}

// halt leaves the rest of the block unread, which after the problem would be
// taken for something else.
func (p *parser) halt(f *Problem) *Problem {
	p.halted, p.next, p.at = true, len(p.src), len(p.src)
	return f
}

// resume goes to the line after a statement that failed.
func (p *parser) resume() {
	if p.failed {
		p.failed, p.at = false, p.next
	}
}
