package finish

import (
	"bytes"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"
)

// effort is how hard streams are deflated: the level that most programs use.
const effort = 6

// Deflate compresses streams in place, on all processors. Each is compressed
// alone, so the result does not depend on their number.
func Deflate(streams []*[]byte) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(streams)) {
		wait.Go(func() {
			var buf bytes.Buffer
			z, _ := zlib.NewWriterLevel(&buf, effort) // the level is one that it knows
			for i := next.Add(1) - 1; i < int64(len(streams)); i = next.Add(1) - 1 {
				buf.Reset()
				z.Reset(&buf)
				_, _ = z.Write(*streams[i]) // a buffer takes everything
				_ = z.Close()
				*streams[i] = bytes.Clone(buf.Bytes())
			}
		})
	}
	wait.Wait()
}

// compress compresses the streams of objects that are not yet.
func compress(objects []*object) {
	var streams []*[]byte
	for _, o := range objects {
		if !o.filtered {
			o.dict += "/Filter /FlateDecode"
			o.filtered = true
			streams = append(streams, &o.stream)
		}
	}
	Deflate(streams)
}
