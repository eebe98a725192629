package socdraft_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft"
)

// An index that could not be read again is not written.
func TestAnIndexOfTooManyFilesIsRefused(t *testing.T) {
	project := fstest.MapFS{}
	for name, text := range readProject(t, "examples/startup") {
		project[name] = &fstest.MapFile{Data: []byte(text)}
	}
	name := strings.Repeat("folder/", 15) + "%05d_" + strings.Repeat("x", 200) + ".csv"
	for i := range 30_000 {
		project["evidence/"+fmt.Sprintf(name, i)] = &fstest.MapFile{Data: []byte("x")}
	}
	_, err := socdraft.In(project).IndexEvidence()
	if input, ok := errors.AsType[*socdraft.InputError](err); !ok || !strings.Contains(input.Error(), "larger than the 8 MiB") {
		t.Errorf("got %v", err)
	}
}
