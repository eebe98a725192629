package check

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// A toldFrame is a time frame as an assertion words it.
type toldFrame struct {
	content.Period
	from, to int
}

const (
	monthNames = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	dayPattern = `(` + monthNames + `[\s\x{A0}]+\d{1,2},[\s\x{A0}]+\d{4}|\d{1,2}[\s\x{A0}]+` + monthNames + `[\s\x{A0}]+\d{4}|\d{4}-\d{2}-\d{2})`
)

var (
	toldPeriod = regexp.MustCompile(`(?i)\b(?:period|throughout)(?:,? (?:from|of|between))?[\s\x{A0}]+` + dayPattern + `,?[\s\x{A0}]+(?:to|through|until|and|–|-)[\s\x{A0}]+` + dayPattern)
	toldAsOf   = regexp.MustCompile(`(?i)\bas (?:of|at)[\s\x{A0}]+` + dayPattern)
)

// timeFrames returns the periods and as-of dates of a text.
func timeFrames(text string) []toldFrame {
	if !hasWord(text, "period", "throughout", "as ") {
		return nil
	}
	var frames []toldFrame
	for _, m := range toldPeriod.FindAllStringSubmatchIndex(text, -1) {
		start, ok1 := dayOf(text[m[2]:m[3]])
		end, ok2 := dayOf(text[m[4]:m[5]])
		if ok1 && ok2 {
			frames = append(frames, toldFrame{content.Period{Start: start, End: end}, m[2], m[5]})
		}
	}
	for _, m := range toldAsOf.FindAllStringSubmatchIndex(text, -1) {
		if end, ok := dayOf(text[m[2]:m[3]]); ok {
			frames = append(frames, toldFrame{content.Period{End: end}, m[2], m[3]})
		}
	}
	return frames
}

// dayOf reads "June 30, 2026", "30 June 2026" or "2026-06-30".
func dayOf(text string) (content.Date, bool) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '-' || r == '\n' || r == '\u00a0' })
	if len(fields) != 3 {
		return content.Date{}, false
	}
	var numbers []int
	month := 0
	for _, f := range fields {
		if n, err := strconv.Atoi(f); err == nil {
			numbers = append(numbers, n)
		} else {
			month = monthOf(f)
		}
	}
	switch {
	case len(numbers) == 3:
		return content.Date{Year: numbers[0], Month: numbers[1], Day: numbers[2]}, true
	case len(numbers) == 2 && month > 0:
		return content.Date{Year: numbers[1], Month: month, Day: numbers[0]}, true
	}
	return content.Date{}, false
}

// monthOf returns the number of the month, 0 where there is none of the name.
func monthOf(name string) int {
	for m := 1; m <= 12; m++ {
		if strings.HasPrefix((content.Date{Year: 2000, Month: m, Day: 1}).Long(), strings.ToUpper(name[:1])+strings.ToLower(name[1:])+" ") {
			return m
		}
	}
	return 0
}

// A listedCategory is a category as an assertion names it.
type listedCategory struct {
	category   content.Category
	start, end int
}

const categoryWord = `(?:security|availability|processing integrity|confidentiality|privacy)`

// categoryList matches categories after the words that tell what criteria are
// about. In capitals they are the title of the criteria, which has all five.
var categoryList = regexp.MustCompile(`\b(?:[Rr]elevant to|criteria for|criteria of|categories of|categories) (` + categoryWord + `(?:(?:,| and|, and| or) ` + categoryWord + `)*)\b`)

var categoryIn = regexp.MustCompile(categoryWord)

// listedCategories returns the categories of which a text says that criteria or
// controls are about them.
func listedCategories(text string) []listedCategory {
	var listed []listedCategory
	for _, m := range categoryList.FindAllStringSubmatchIndex(text, -1) {
		for _, w := range categoryIn.FindAllStringIndex(text[m[2]:m[3]], -1) {
			start, end := m[2]+w[0], m[2]+w[1]
			listed = append(listed, listedCategory{content.Category(strings.ReplaceAll(text[start:end], " ", "_")), start, end})
		}
	}
	return listed
}

// operated matches what is said of controls that worked.
var operated = regexp.MustCompile(`(?i)\b(?:operated|were operating|have operated|had operated) effectively\b|\bwere (?:also )?(?:operating effectively|effective)\b`)

// clauseMarks end a clause, and with it what is on condition.
var clauseMarks = []string{". ", "; ", "\n", "(a)", "(b)", "(c)", "(d)"}

// operatedClaims returns where a text claims that controls operated, without a
// condition before it in its clause.
func operatedClaims(text string, marks []string) [][]int {
	if !hasWord(text, "effective") {
		return nil
	}
	var claims [][]int
	for _, m := range operated.FindAllStringIndex(text, -1) {
		from := 0
		for _, mark := range marks {
			if i := strings.LastIndex(text[:m[0]], mark); i >= 0 {
				from = max(from, i+len(mark))
			}
		}
		if !hasWord(text[from:m[0]], "if ", "provided", "assum", "to the extent", "when", "whether", "not ", "no ", "would", "unless", "neither", "nor ", "except") {
			claims = append(claims, m)
		}
	}
	return claims
}
