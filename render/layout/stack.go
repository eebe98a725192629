package layout

// stack collects strips and settles the white between them.
type stack struct {
	strip strip
	below int
	exact bool // the white below holds whatever comes next
}

// add appends a strip with the white it wants above and below it.
func (k *stack) add(s strip, above, below int) {
	if len(s) == 0 {
		return
	}
	s[0].space = max(above, k.below)
	if k.exact {
		s[0].space = k.below
	}
	if len(k.strip) == 0 {
		s[0].space = above
	}
	k.strip = append(k.strip, s...)
	k.below, k.exact = below, false
}

// addHeading appends a strip after which exactly below is left white.
func (k *stack) addHeading(s strip, above, below int) {
	k.add(s, above, below)
	k.exact = len(s) > 0
}

// hold keeps the last element with whatever comes next.
func (k *stack) hold() {
	if n := len(k.strip); n > 0 {
		k.strip[n-1].keep = true
	}
}
