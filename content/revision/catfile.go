package revision

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A catFile asks one process of git for objects: a line with a name goes to it,
// a line with what it is comes back, and then its bytes.
type catFile struct {
	ctx     context.Context
	program string
	dir     string
	read    int64 // bytes so far

	stop context.CancelFunc // of the process; nil where none runs
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
	said *beginning
}

// newCatFile looks for the program. One in the present folder is not taken,
// even where PATH names that: it may be the project's.
func newCatFile(ctx context.Context, dir string) (*catFile, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return nil, fmt.Errorf("a revision is read by the program git, which PATH does not lead to: install it, or check without a revision (%w)", err)
	}
	return &catFile{ctx: ctx, program: program, dir: dir}, nil
}

// start runs the program.
func (g *catFile) start() error {
	if g.ctx.Err() != nil {
		return g.timeout()
	}
	ctx, stop := context.WithCancel(g.ctx)
	cmd := exec.CommandContext(ctx, g.program, arguments...)
	cmd.Dir = g.dir
	cmd.Env = environment(cmd.Environ())
	cmd.WaitDelay = time.Second // for what it may have left running with its streams
	said := &beginning{}
	cmd.Stderr = said
	in, err := cmd.StdinPipe()
	if err == nil {
		var out io.ReadCloser
		if out, err = cmd.StdoutPipe(); err == nil {
			g.out = bufio.NewReader(out)
			err = cmd.Start()
		}
	}
	if err != nil {
		stop()
		return fmt.Errorf("cannot run git: %w", err)
	}
	g.stop, g.cmd, g.in, g.said = stop, cmd, in, said
	return nil
}

// close ends the program, whatever it is doing: it has nothing to lose.
func (g *catFile) close() {
	if g.stop == nil {
		return
	}
	g.stop()
	_ = g.cmd.Wait() // it was killed
	g.stop = nil
}

// object asks for one object.
func (g *catFile) object(name string) (object, error) {
	if g.stop == nil {
		if err := g.start(); err != nil {
			return object{}, err
		}
	}
	if _, err := io.WriteString(g.in, name+"\n"); err != nil {
		return object{}, g.ended()
	}
	answer, err := g.out.ReadSlice('\n')
	line := strings.TrimSuffix(string(answer), "\n")
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return object{}, g.misunderstood(line)
	case err != nil:
		return object{}, g.ended()
	}
	if line == name+" missing" || line == name+" ambiguous" {
		return object{}, errMissing
	}
	o, ok := headerOf(line)
	if !ok {
		return object{}, g.misunderstood(line)
	}
	return o, g.content(&o)
}

// misunderstood ends a conversation in which the answer makes no sense.
func (g *catFile) misunderstood(line string) error {
	g.close()
	return fmt.Errorf("git answers %.200q, which is not the beginning of an object", line)
}

// headerOf reads "<id> <kind> <size>".
func headerOf(line string) (object, bool) {
	words := strings.Split(line, " ")
	if len(words) != 3 || !isID(words[0]) || !slices.Contains([]string{"commit", "tree", "blob", "tag"}, words[1]) {
		return object{}, false
	}
	size, err := strconv.ParseInt(words[2], 10, 64)
	return object{id: words[0], kind: words[1], size: size}, err == nil && size >= 0
}

// isID reports whether a word is the id of an object: SHA-1 or SHA-256.
func isID(word string) bool {
	return (len(word) == 40 || len(word) == 64) && strings.Trim(word, "0123456789abcdef") == ""
}

// content reads the bytes behind a header. Of an object that is too large the
// rest is left where it is: the next one is asked of a new process.
func (g *catFile) content(o *object) error {
	wanted := min(o.size, maxObject)
	if g.read += wanted; g.read > maxRead {
		g.close()
		return fmt.Errorf("there is more of it than the %d MiB that are read", maxRead>>20)
	}
	o.data = make([]byte, wanted)
	if _, err := io.ReadFull(g.out, o.data); err != nil {
		return g.ended()
	}
	if wanted < o.size {
		g.close()
		return nil
	}
	if end, err := g.out.ReadByte(); err != nil {
		return g.ended()
	} else if end != '\n' {
		g.close()
		return errors.New("git sends more of an object than it said")
	}
	return nil
}

// ended returns why the program ended in the middle.
func (g *catFile) ended() error {
	g.in.Close()
	err := g.cmd.Wait()
	g.stop()
	g.stop = nil
	if g.ctx.Err() != nil {
		return g.timeout()
	}
	return refusal(g.said.text(), err)
}

// timeout returns the error of a context that is over.
func (g *catFile) timeout() error {
	if errors.Is(g.ctx.Err(), context.DeadlineExceeded) {
		return errors.New("git takes too long to answer")
	}
	return g.ctx.Err()
}

// A beginning keeps the first of what is written to it.
type beginning struct{ data []byte }

func (b *beginning) Write(p []byte) (int, error) {
	const enough = 4096
	b.data = append(b.data, p[:min(len(p), enough-len(b.data))]...)
	return len(p), nil
}

func (b *beginning) text() string { return string(b.data) }
