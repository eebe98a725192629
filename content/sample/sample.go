// Package sample draws the items of a sample from a population, so that anyone
// who has the file and the seed can draw them again. Draw is its main entry.
//
// Each record below the heads has a rank: the SHA-256 of the method, the
// engagement, the request, the SHA-256 of the file, the seed and the number of
// the record, one a line. The records of the lowest ranks are the sample. There
// is nothing to run but sha256sum, a longer sample begins with the shorter one,
// and nobody who had to hand over the hash of the file first can choose what is
// drawn.
package sample

import (
	"bytes"
	"cmp"
	"container/heap"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// Method names the way of drawing. Another way gets another name, so that what
// was drawn can be drawn again for good.
const Method = "socdraft-1"

// A Basis is what the ranks of records depend on.
type Basis struct {
	Engagement string // what tells the examination from others
	Request    string // id
	SHA256     string // of the file, in small hexadecimal digits
	Seed       string // of the service auditor
}

// lines returns what is hashed for the record: five lines and the record's
// number, with no line end behind it.
func (b Basis) lines(record int) []byte {
	return fmt.Appendf(nil, "%s\n%s\n%s\n%s\n%s\n%d", Method, b.Engagement, b.Request, b.SHA256, b.Seed, record)
}

// Rank returns the rank of the record, 1 for the first below the heads.
func (b Basis) Rank(record int) [sha256.Size]byte { return sha256.Sum256(b.lines(record)) }

// Rules say what to draw.
type Rules struct {
	Size   int
	Key    string // head of the column that names items; "" is the first
	Strata string // head of the column that divides the population, or ""
}

// A Drawn is a sample.
type Drawn struct {
	Facts
	Basis  Basis
	Items  []Item // by number of the record
	Strata []Stratum
}

// An Item is one selected record.
type Item struct {
	Record  int // 1 for the first below the heads
	Key     string
	Stratum string

	rank [sha256.Size]byte
}

// A Stratum is a part of the population, and how many of it were drawn.
type Stratum struct {
	Name    string
	Records int
	Drawn   int
}

// Errors of a draw.
var (
	ErrEmpty   = errors.New("the population has no records, so nothing can be drawn")
	ErrChanged = errors.New("the file changed while it was read")
)

// Draw draws from the population. The basis gets the file's hash.
func Draw(population io.ReadSeeker, b Basis, rules Rules) (*Drawn, error) {
	if rules.Size < 1 {
		return nil, fmt.Errorf("a sample has one item at least, not %d", rules.Size)
	}
	facts, err := read(population, columns{key: rules.Key, strata: rules.Strata}, nil)
	if err != nil {
		return nil, err
	}
	if facts.Records == 0 {
		return nil, ErrEmpty
	}
	b.SHA256 = facts.SHA256
	parts := allot(facts.strata, rules.Size)
	chosen := map[string]*lowest{}
	for _, p := range parts {
		chosen[p.Name] = &lowest{most: p.Drawn}
	}
	if _, err := population.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	again, err := read(population, columns{key: rules.Key, strata: rules.Strata}, func(item Item) {
		item.rank = b.Rank(item.Record)
		if c := chosen[item.Stratum]; c != nil {
			c.offer(item)
		}
	})
	if err != nil {
		return nil, err
	}
	if again.SHA256 != facts.SHA256 {
		return nil, ErrChanged
	}
	drawn := &Drawn{Facts: facts, Basis: b}
	for _, p := range parts {
		drawn.Items = append(drawn.Items, chosen[p.Name].items...)
	}
	slices.SortFunc(drawn.Items, func(x, y Item) int { return cmp.Compare(x.Record, y.Record) })
	if rules.Strata != "" {
		drawn.Strata = parts
	}
	return drawn, nil
}

// allot divides the size among the strata by their records: one for each as
// far as it goes, the rest by largest remainders, ties to the stratum that
// comes first in the file.
func allot(strata []Stratum, size int) []Stratum {
	parts := slices.Clone(strata)
	total := 0
	for _, p := range parts {
		total += p.Records
	}
	size = min(size, total)
	left := size
	for i := range parts {
		if size < len(parts) {
			break
		}
		parts[i].Drawn = max(1, size*parts[i].Records/total)
		left -= parts[i].Drawn
	}
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	// What is owed to each part stands in units of total.
	owed := func(i int) int { return size*parts[i].Records - parts[i].Drawn*total }
	for ; left != 0; left -= sign(left) {
		slices.SortStableFunc(order, func(x, y int) int { return sign(left) * cmp.Compare(owed(y), owed(x)) })
		for _, i := range order {
			n := parts[i].Drawn + sign(left)
			if n <= parts[i].Records && (left > 0 || n >= 1) {
				parts[i].Drawn = n
				break
			}
		}
	}
	return parts
}

func sign(n int) int { return cmp.Compare(n, 0) }

// lowest keeps the items of the lowest ranks; the highest of them is on top.
type lowest struct {
	most  int
	items []Item
}

func (l *lowest) Len() int           { return len(l.items) }
func (l *lowest) Less(i, j int) bool { return compare(l.items[i], l.items[j]) > 0 }
func (l *lowest) Swap(i, j int)      { l.items[i], l.items[j] = l.items[j], l.items[i] }
func (l *lowest) Push(x any)         { l.items = append(l.items, x.(Item)) }
func (l *lowest) Pop() any {
	last := l.items[len(l.items)-1]
	l.items = l.items[:len(l.items)-1]
	return last
}

func (l *lowest) offer(item Item) {
	switch {
	case len(l.items) < l.most:
		heap.Push(l, item)
	case l.most > 0 && compare(item, l.items[0]) < 0:
		l.items[0] = item
		heap.Fix(l, 0)
	}
}

func compare(a, b Item) int {
	return cmp.Or(bytes.Compare(a.rank[:], b.rank[:]), cmp.Compare(a.Record, b.Record))
}

// Pseudonym names an item by its place in the file alone, which tells nothing
// to who has no file.
func (i Item) Pseudonym() string { return "record " + strconv.Itoa(i.Record) }

// RankHex returns the item's rank as sha256sum prints it.
func (i Item) RankHex() string { return hex.EncodeToString(i.rank[:]) }
