package structure

import "testing"

func TestChildrenKeepTheirOrder(t *testing.T) {
	tree := New()
	late := tree.Add(0, Note)
	first := tree.Add(Root, P)
	tree.Adopt(Root, late)
	last := tree.Add(Root, P)
	var got []int32
	for n := tree.At(Root).First; n != 0; n = tree.At(n).Next {
		got = append(got, n)
	}
	if len(got) != 3 || got[0] != first || got[1] != late || got[2] != last {
		t.Errorf("the children are %v, want %v", got, []int32{first, late, last})
	}
}

func TestOnlyParagraphIsFolded(t *testing.T) {
	tree := New()
	cell := tree.Add(Root, TD)
	p := tree.Add(cell, P)
	link := tree.Add(p, Link)
	tree.Fold(cell)
	if tree.Owner(p) != cell || tree.At(cell).First != link || tree.At(link).Parent != cell {
		t.Errorf("the paragraph's marks go to %d, want %d; the link to %d", tree.Owner(p), cell, tree.At(link).Parent)
	}
	other := tree.Add(Root, TD)
	a, b := tree.Add(other, P), tree.Add(other, P)
	tree.Fold(other)
	if tree.Owner(a) != a || tree.Owner(b) != b {
		t.Error("one of two paragraphs was folded")
	}
}

func TestTagsHaveNames(t *testing.T) {
	for tag := Document; tag < tags; tag++ {
		if tag.String() == "" {
			t.Errorf("tag %d has no name", tag)
		}
	}
}
