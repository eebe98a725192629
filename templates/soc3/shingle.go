package soc3

import "github.com/socdraft/socdraft/content/public"

// A shingle is a run of words by their numbers in an index.
type shingle [shingleWords]uint32

// An index knows at which words of the finished text each shingle begins. The
// text is short and the secrets are long, so the text is what is indexed; the
// secrets stream past it.
type index struct {
	words   []word
	numbers map[string]uint32 // from 1; 0 is a word that the text does not have
	starts  map[shingle][]int
}

func indexOf(words []word) *index {
	x := &index{words: words, numbers: map[string]uint32{}, starts: map[shingle][]int{}}
	var s shingle
	for i, w := range words {
		if x.numbers[w.text] == 0 {
			x.numbers[w.text] = uint32(len(x.numbers) + 1)
		}
		s = s.push(x.numbers[w.text])
		if from := i - shingleWords + 1; from >= 0 {
			x.starts[s] = append(x.starts[s], from)
		}
	}
	return x
}

func (s shingle) push(number uint32) shingle {
	copy(s[:], s[1:])
	s[shingleWords-1] = number
	return s
}

// repeated returns the stretches of the text that repeat eight or more words
// of a secret, each once: the first secret that covers a word has it. Open
// names do not count as words of a secret. The index is used up.
func (x *index) repeated(secrets []public.Secret, open names) []hit {
	owner := make([]int, len(x.words)) // 1 + the secret whose words they are
	for n, secret := range secrets {
		if secret.Kind == public.ControlID {
			continue
		}
		words := wordsOf(secret.Text.Value)
		masked := open.in(words)
		var s shingle
		for i, w := range words {
			number := x.numbers[w.text]
			if masked[i] {
				number = 0
			}
			s = s.push(number)
			if s.broken() {
				continue
			}
			for _, from := range x.starts[s] {
				claim(owner[from:from+shingleWords], n+1)
			}
			delete(x.starts, s) // all its words are taken now; keeps the time linear
		}
	}
	return x.stretches(owner, secrets)
}

// broken reports whether the shingle has a word that the text does not have.
func (s shingle) broken() bool {
	for _, number := range s {
		if number == 0 {
			return true
		}
	}
	return false
}

// claim gives to the secret the words that no other has.
func claim(owner []int, secret int) {
	for i := range owner {
		if owner[i] == 0 {
			owner[i] = secret
		}
	}
}

func (x *index) stretches(owner []int, secrets []public.Secret) []hit {
	var hits []hit
	for i := 0; i < len(owner); {
		j := i + 1
		for j < len(owner) && owner[j] == owner[i] {
			j++
		}
		if owner[i] > 0 {
			s := &secrets[owner[i]-1]
			hits = append(hits, hit{textRules[s.Kind], x.words[i].start, x.words[j-1].end, s})
		}
		i = j
	}
	return hits
}
