package merge

import "github.com/socdraft/socdraft/content/tomlfile"

// taken keeps what was taken beside what was issued, so that a later state of
// the same file is no conflict with an earlier one.
func (w *writer) taken() error {
	if w.plan.issued == nil || len(w.plan.Changes) == 0 {
		return nil
	}
	e, err := w.edit(issuedFile)
	if err != nil {
		return err
	}
	rows := map[[2]string]*tomlfile.Table{}
	round := e.At("round", w.plan.issued.Span)
	for _, t := range round.Tables("row") {
		rows[[2]string{t.Text("sheet").Value, t.Text("id").Value}] = t
	}
	marks := map[*tomlfile.Table][]string{}
	for _, c := range w.plan.Changes {
		t := rows[[2]string{c.Sheet, c.Row}]
		if t == nil {
			continue
		}
		if marks[t] == nil {
			marks[t] = words(t.Texts("taken"))
		}
		marks[t] = append(marks[t], takenMark(c.Column, c.value))
		e.Set(t, "taken", marks[t])
	}
	return nil
}
