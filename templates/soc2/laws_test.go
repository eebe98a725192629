package soc2_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

// The tests of this file hold the draft conventions D1 to D12, as far as this
// package keeps them. D6's file names, D9 and the rule of D11 have their tests
// where they live.

var editions = []soc2.Edition{soc2.Working, soc2.Auditor}

func TestD1EveryPageIsMarkedDraft(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		for _, edition := range editions {
			d := baseProject(t).buildAs(t, edition, after)
			if !strings.HasPrefix(d.doc.Mark, "DRAFT · "+string(edition)+" edition · draft 3 · revision ") {
				t.Errorf("%s edition: mark %q", edition, d.doc.Mark)
			}
		}
	})
}

// opinions are what a project may record of the opinion.
var opinions = []string{
	"",
	"[opinion]\nkind = \"unmodified\"\n",
	"[opinion]\nkind = \"qualified\"\nmatter = \"Late removals.\"\ncriteria = [\"CC6.2\"]\n",
	"[opinion]\nkind = \"adverse\"\nmatter = \"Late removals.\"\n",
	"[opinion]\nkind = \"disclaimer\"\nmatter = \"No evidence.\"\n",
}

func TestD2TheAuditorsReportHoldsPlaceholdersOnly(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		first := ""
		for _, opinion := range opinions {
			for _, edition := range editions {
				p := baseProject(t)
				p["socdraft.toml"] += opinion
				d := p.buildAs(t, edition, after)
				for _, l := range d.lines {
					if l.section == "section/auditors-report" && !slices.Contains([]string{"section", "heading", "margin", "placeholder", "placeholder facts"}, l.kind) {
						t.Errorf("the service auditor’s report holds %s", l)
					}
				}
				for _, text := range d.texts("section/auditors-report", "placeholder") {
					if !strings.HasPrefix(text, "[SERVICE AUDITOR TO PROVIDE – ") || !strings.HasSuffix(text, "]") {
						t.Errorf("placeholder %q", text)
					}
				}
				if first == "" {
					first = d.text("section/auditors-report")
				} else if got := d.text("section/auditors-report"); got != first {
					t.Errorf("the report follows what is recorded of the opinion:\n%s", got)
				}
			}
		}
	})
}

func TestD2NoFirmOnTheCoverOrInSignaturePosition(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := baseProject(t).build(t)
		const firm = "Halloway"
		d.lacks("cover", firm)
		for _, l := range d.lines {
			if strings.Contains(l.text, firm) && l.text != "Firm on record: Halloway & Reyes LLP" &&
				l.text != "Received: August 10, 2026 from Halloway & Reyes LLP" {
				t.Errorf("the firm stands in %s", l)
			}
		}
		signature := slices.IndexFunc(d.lines, func(l line) bool { return strings.Contains(l.text, "– signature,") })
		if next := d.lines[signature+1]; next.kind != "section" {
			t.Errorf("after the signature placeholder stands %s", next)
		}
	})
}

func TestD3AuditorsColumnsHoldVerifiedWordsOnly(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		words := []string{"Inspected the reviews of two quarters.", "No exceptions were noted — none.", "Reperformed one removal."}
		d := baseProject(t).build(t)
		d.has("section/controls", words...)

		unverified := map[string]project{
			"other bytes":      baseProject(t, "tests/2026/section4.txt", "Results as received.\n").edit(t, "tests/2026/section4.txt", "received", "changed"),
			"no received file": baseProject(t),
		}
		delete(unverified["no received file"], "tests/2026/section4.txt")
		for name, p := range unverified {
			if name == "other bytes" {
				p["tests/2026/access.toml"] = baseProject(t)["tests/2026/access.toml"]
			}
			e := p.tolerant(t)
			d := draftOf(t, e, soc2.Working, after)
			d.lacks("", words...)
			d.has("section/controls", "[SERVICE AUDITOR TO COMPLETE]", "Unverified results")
			d.lacks("", "Exception noted.")
		}
	})
}

func TestD3TheColumnsKeepTheirOwners(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := baseProject(t).build(t)
		tables := 0
		for _, b := range d.doc.Blocks {
			table, ok := b.(*render.Table)
			if !ok || len(table.Columns) < 3 || table.Columns[1].Head != "Tests performed by the service auditor" {
				continue
			}
			tables++
			if table.Columns[2].Head != "Results" || table.Columns[3].Head != "Management’s own testing (internal; not the service auditor’s)" || !table.Columns[3].Internal {
				t.Errorf("columns %+v", table.Columns)
			}
			for _, row := range table.Rows {
				for _, band := range row.Bands {
					for i, cell := range band {
						for _, block := range cell.Blocks {
							if owner := block.Owner(); i < 2 && owner == render.ByManagement || i == 2 && owner == render.ByServiceAuditor {
								t.Errorf("%s: %s in column %d", row.ID, owner, i+1)
							}
						}
					}
				}
			}
		}
		if tables != 2 {
			t.Errorf("%d tables of controls, want 2", tables)
		}
	})
}

func TestD3TheSourceOfTheWordsIsNamed(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		p := baseProject(t)
		d := p.build(t)
		hash := regexp.MustCompile(`sha256 = "([0-9a-f]{64})"`).FindStringSubmatch(p["tests/2026/access.toml"])[1]
		d.has("section/controls", "File: section4.txt", "SHA-256: "+hash, "Received: August 10, 2026", "Transcriber: Compliance Manager", "Tests: 4")
	})
}

func TestD4PlaceholdersAreBracketedCapitals(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		bracketed := regexp.MustCompile(`^\[(SERVICE AUDITOR|MANAGEMENT)[A-Z ,.&]* TO (PROVIDE|COMPLETE|CONFIRM AFTER|SIGN)\b.*\]$`)
		for name, p := range map[string]project{
			"complete": baseProject(t),
			"empty":    baseProject(t, "description/overview.md", "", "incidents.toml", "", "changes.toml", "", "user-entities.toml", "", "third-parties.toml", ""),
		} {
			e := p.tolerant(t)
			d := draftOf(t, e, soc2.Working, before)
			for _, text := range d.texts("", "placeholder") {
				if !bracketed.MatchString(text) {
					t.Errorf("%s: placeholder %q", name, text)
				}
			}
		}
	})
}

func TestD5TheFirstPageSaysWhatTheDraftIsNot(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		for _, edition := range editions {
			p := baseProject(t)
			d := p.buildAs(t, edition, after)
			if _, ok := d.doc.Blocks[0].(*render.Cover); !ok {
				t.Fatalf("the first block is %T", d.doc.Blocks[0])
			}
			want := fmt.Sprintf("DRAFT. Prepared by management of Alder & Finch, Inc. from source revision %s, %s edition. "+
				"This document is not a report of an independent service auditor and must not be given to third parties as one.",
				p.engagement(t).Revision, edition)
			if got := d.texts("cover", "band"); len(got) != 1 || got[0] != want {
				t.Errorf("band\n got %q\nwant %q", got, want)
			}
		}
	})
}

func TestD6TheMetadataSayDraft(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := baseProject(t).build(t)
		if !strings.HasPrefix(d.doc.Title, "DRAFT – ") || d.doc.Name != "soc2-draft" || d.doc.Lang != "en-US" {
			t.Errorf("name %q, title %q, language %q", d.doc.Name, d.doc.Title, d.doc.Lang)
		}
		if got := d.doc.Date.Format("2006-01-02"); got != "2026-08-14" {
			t.Errorf("date %s", got)
		}
	})
}

func TestD8TheAuditorEditionIsTheCleanCopy(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		working := baseProject(t).build(t)
		internal := []string{"Management’s own testing", "Looked at all four reviews.", "description/overview.md", "other-information/20-outlook.md",
			"What is mapped to each criterion", "Where the description criteria are answered", "SHA-256 that an approval", "Ticket fields"}
		working.has("", internal...)
		clean := baseProject(t).buildAs(t, soc2.Auditor, after)
		if working.doc.Watermark != "DRAFT" || clean.doc.Watermark != "" {
			t.Errorf("watermarks are %q and %q", working.doc.Watermark, clean.doc.Watermark)
		}
		clean.lacks("", internal...)
		clean.has("section/navigation", "List of exceptions", "List of open placeholders", "Agreement of description, assertion and report")
	})
}

func TestD10NothingIsMetOrPassed(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		forbidden := regexp.MustCompile(`(?i)\b(criteri\w+ (is|are|was|were) met|meets?|passed|passes|compliant|compliance with|certif\w+|SOC-2|SOC II)\b`)
		for _, p := range []project{baseProject(t), baseProject(t).asType1(t)} {
			for _, l := range p.build(t).lines {
				if found := forbidden.FindString(l.text); found != "" {
					t.Errorf("%q in %s", found, l)
				}
			}
		}
	})
}

func TestD11NoBuiltInWordsConcludeForTheAuditor(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		forbidden := regexp.MustCompile(`(?i)in our opinion|we have examined|fairly stated|presents? fairly|present(s|ed)? fairly`)
		for _, opinion := range opinions {
			p := baseProject(t)
			p["socdraft.toml"] += opinion
			for _, l := range p.build(t).lines {
				if found := forbidden.FindString(l.text); found != "" {
					t.Errorf("%q in %s", found, l)
				}
			}
		}
	})
}

func TestD12ConclusionsWaitForTheEndOfTheTimeFrame(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		const placeholder = "[MANAGEMENT TO CONFIRM AFTER June 30, 2026]"
		conclusions := []string{"suitably designed throughout", "operated effectively", "To the best of our knowledge"}
		own := "# Assertion\n\nWe say that the controls operated effectively at Corvane Cloud, Inc. and user entity controls.\n"
		for name, p := range map[string]project{"template": baseProject(t), "own": baseProject(t, "assertion.md", own)} {
			for _, today := range []content.Date{{}, {Year: 2026, Month: 1, Day: 2}, before} {
				d := p.buildAs(t, soc2.Auditor, today)
				d.has("section/assertion", placeholder)
				d.lacks("section/assertion", conclusions...)
			}
			d := p.buildAs(t, soc2.Auditor, content.Date{Year: 2026, Month: 7, Day: 1})
			d.lacks("", placeholder)
			d.has("section/assertion", "operated effectively")
			if name == "own" {
				d.lacks("section/assertion", "To the best of our knowledge")
			}
		}
	})
}

func TestD12ExceptionsAndModifiedOpinionsPromptManagement(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		const notice = "Management to consider: modification of the assertion"
		clean := func() project {
			p := baseProject(t, "responses.toml", "", "tests/2026/own.toml", "")
			return p.edit(t, "tests/2026/access.toml", `result = "exception"`, `result = "no_exceptions"`)
		}
		clean().build(t).lacks("", notice)
		d := baseProject(t).build(t)
		d.has("section/assertion", notice, "Exceptions received: T-2")
		p := clean()
		p["socdraft.toml"] += opinions[2]
		d = p.build(t)
		d.has("section/assertion", notice, "Late removals.", "Criteria concerned: CC6.2")
		d.lacks("section/assertion", "qualified")
	})
}
