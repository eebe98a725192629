package sample

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/csvfile"
)

// Limits of a file. It is read as a stream, so they bound a record, not the
// file.
const (
	maxRecord = 1 << 20  // bytes
	maxFile   = 16 << 30 // bytes
	maxStrata = 200
	maxKeys   = 1 << 20 // keys remembered to find those that repeat
)

// Facts are what a population's file says of itself.
type Facts struct {
	SHA256  string
	Records int // below the heads
	Heads   []string
	Size    int64 // bytes

	// Repeated counts the records whose key stands in a record before, among
	// the first million. Each counts as an item of its own.
	Repeated int

	strata []Stratum // in the order of the file; one without a name where nothing divides it
}

// FactsOf reads a population through.
func FactsOf(population io.Reader) (Facts, error) { return read(population, columns{}, nil) }

// columns are those that matter, by head.
type columns struct{ key, strata string }

// read reads the file through and tells of each record.
func read(r io.Reader, want columns, each func(Item)) (Facts, error) {
	sum := sha256.New()
	meter := &meter{r: io.TeeReader(io.LimitReader(r, maxFile+1), sum)}
	in := bufio.NewReaderSize(meter, 64<<10)
	comma, err := csvfile.Begin(in, 1)
	if err != nil {
		return Facts{}, err
	}
	records := csv.NewReader(in)
	records.Comma, records.ReuseRecord, records.FieldsPerRecord, records.LazyQuotes = comma, true, 0, false
	var facts Facts
	heads, err := records.Read()
	if errors.Is(err, io.EOF) {
		return facts, errors.New("the file is empty: its first line has to be the heads of the columns")
	}
	if err != nil {
		return facts, csvfile.Explained(err)
	}
	facts.Heads = slices.Clone(heads)
	key, err := column(facts.Heads, want.key, 0)
	if err != nil {
		return facts, err
	}
	divide, err := column(facts.Heads, want.strata, -1)
	if err != nil {
		return facts, err
	}
	at := map[string]int{}
	seen := map[uint64]bool{}
	for {
		meter.begin()
		record, err := records.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return facts, csvfile.Explained(err)
		}
		facts.Records++
		item := Item{Record: facts.Records, Key: strings.Clone(record[key])}
		if each == nil && len(seen) < maxKeys {
			sum := sha256.Sum256([]byte(item.Key))
			short := binary.BigEndian.Uint64(sum[:])
			if seen[short] {
				facts.Repeated++
			}
			seen[short] = true
		}
		if divide >= 0 {
			item.Stratum = strings.TrimSpace(strings.Clone(record[divide]))
		}
		i, ok := at[item.Stratum]
		if !ok {
			if len(facts.strata) == maxStrata {
				return facts, fmt.Errorf("column %q has more than %d values: it names items and does not divide them", want.strata, maxStrata)
			}
			i = len(facts.strata)
			at[item.Stratum] = i
			facts.strata = append(facts.strata, Stratum{Name: item.Stratum})
		}
		facts.strata[i].Records++
		if each != nil {
			each(item)
		}
	}
	facts.SHA256, facts.Size = hex.EncodeToString(sum.Sum(nil)), meter.total
	if facts.Size > maxFile {
		return facts, fmt.Errorf("the file is larger than the %d GiB that are read", maxFile>>30)
	}
	return facts, nil
}

// column returns the place of the head among the heads, whatever its case; the
// default where none is wanted.
func column(heads []string, want string, other int) (int, error) {
	if want == "" {
		return other, nil
	}
	for i, head := range heads {
		if strings.EqualFold(strings.TrimSpace(head), strings.TrimSpace(want)) {
			return i, nil
		}
	}
	var quoted []string
	for _, head := range heads {
		quoted = append(quoted, fmt.Sprintf("%q", head))
	}
	return 0, fmt.Errorf("the file has no column %q; it has %s", want, strings.Join(quoted, ", "))
}

// A meter counts what is read and stops in a record without an end.
type meter struct {
	r             io.Reader
	total, record int64
}

func (m *meter) begin() { m.record = 0 }

func (m *meter) Read(p []byte) (int, error) {
	if m.record > maxRecord {
		return 0, fmt.Errorf("a record is longer than the %d MiB that are read: is a quotation mark never closed?", maxRecord>>20)
	}
	n, err := m.r.Read(p)
	m.total += int64(n)
	m.record += int64(n)
	return n, err
}

// Valid reports whether the text can be a seed: one line of something that
// everybody writes the same.
func Valid(seed string) error {
	switch {
	case strings.TrimSpace(seed) == "":
		return errors.New("the seed is empty")
	case strings.TrimSpace(seed) != seed:
		return errors.New("the seed begins or ends with a space, which gets lost when it is passed on")
	case !utf8.ValidString(seed) || strings.ContainsFunc(seed, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return errors.New("the seed holds a character that is no text")
	case len(seed) > 200:
		return errors.New("the seed is longer than 200 bytes")
	}
	return nil
}
