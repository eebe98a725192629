// Package evidence reads what the names of evidence files tell, and keeps the
// index of the files by which a later swap shows. Index is its main entry.
package evidence

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content"
)

// Advice says how to name a file: with the request, the control, what it is,
// the date or period it covers, a number and a version.
const Advice = `name it like "R-044_CM-03_production-changes_20260101-20260630_01_v1.csv": request, control or ENG, what it is, ` +
	`date or period it covers, number, version`

// Engagement stands in names for the control of a request that has none.
const Engagement = "ENG"

// A Name is what the name of a file tells.
type Name struct {
	Request  string
	Control  string // or Engagement
	Slug     string // what it is, in small letters and hyphens
	From, To content.Date
	Sequence int
	Version  int
	Ending   string // without the dot
}

// String returns the name by the pattern. Without From the file is as of To.
func (n Name) String() string {
	when := n.To.String()
	if !n.From.IsZero() {
		when = compact(n.From) + "-" + compact(n.To)
	}
	return fmt.Sprintf("%s_%s_%s_%s_%02d_v%d.%s", n.Request, n.Control, n.Slug, when, n.Sequence, n.Version, n.Ending)
}

func compact(d content.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

var (
	tail    = regexp.MustCompile(`^(.+)_([a-z0-9]+(?:-[a-z0-9]+)*)_(\d{4}-\d{2}-\d{2}|\d{8}-\d{8})_(\d{2,4})_v(\d{1,3})\.([A-Za-z0-9]{1,8})$`)
	isoDate = regexp.MustCompile(`(\d{4})-(\d{2})-(\d{2})`)
	eight   = regexp.MustCompile(`(\d{4})(\d{2})(\d{2})`)
)

// Errors of names.
var (
	errPattern = errors.New("the name does not follow the pattern")
	errDate    = errors.New("the name holds a date that no calendar has")
	errOrder   = errors.New("the period in the name ends before it begins")
)

// Parse reads the name of a file. An id may hold an underscore, so the control
// is what stands behind the last of them unless isRequest knows the request.
func Parse(file string, isRequest func(id string) bool) (Name, error) {
	parts := tail.FindStringSubmatch(path.Base(file))
	if parts == nil {
		return Name{}, errPattern
	}
	n := Name{Slug: parts[2], Ending: parts[6]}
	n.Sequence, _ = strconv.Atoi(parts[4]) // digits, by the pattern
	n.Version, _ = strconv.Atoi(parts[5])
	n.Request, n.Control = ids(parts[1], isRequest)
	if n.Control == "" {
		return Name{}, errPattern
	}
	if err := n.dates(parts[3]); err != nil {
		return Name{}, err
	}
	return n, nil
}

// ids divides "R-044_CM-03" at an underscore.
func ids(text string, isRequest func(string) bool) (request, control string) {
	for i := range len(text) {
		if text[i] != '_' || i == 0 || i == len(text)-1 {
			continue
		}
		request, control = text[:i], text[i+1:]
		if isRequest != nil && isRequest(request) {
			return request, control
		}
	}
	return request, control
}

func (n *Name) dates(text string) error {
	if isoDate.MatchString(text) {
		var ok bool
		if n.To, ok = date(isoDate.FindStringSubmatch(text)); !ok {
			return errDate
		}
		return nil
	}
	both := eight.FindAllStringSubmatch(text, 2)
	from, ok1 := date(both[0])
	to, ok2 := date(both[1])
	switch {
	case !ok1 || !ok2:
		return errDate
	case to.Before(from):
		return errOrder
	}
	n.From, n.To = from, to
	return nil
}

// date returns the date of a match of year, month and day.
func date(match []string) (content.Date, bool) {
	t, err := time.Parse("20060102", match[1]+match[2]+match[3])
	if err != nil {
		return content.Date{}, false
	}
	return content.DateOf(t), true
}

// Dated reports whether a file says in its name what it covers, if by no
// pattern of ours.
func Dated(file string) bool {
	base := path.Base(file)
	for _, pattern := range []*regexp.Regexp{isoDate, eight} {
		for _, match := range pattern.FindAllStringSubmatch(base, -1) {
			if d, ok := date(match); ok && d.Year >= 1990 && d.Year < 2100 {
				return true
			}
		}
	}
	return false
}
