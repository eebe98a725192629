package main

import (
	"bufio"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// fakeGit is "git" in the scripts, so that they need none. It has the folders
// of FAKE_GIT as revisions; FAKE_FOLDER is the project's folder within them.
// Where FAKE_SAYS is set it says that and ends. The real one is asked in
// .ci/since.
func fakeGit() {
	if said := os.Getenv("FAKE_SAYS"); said != "" {
		fmt.Fprintln(os.Stderr, said)
		os.Exit(128)
	}
	objects := map[string]string{} // with their headers, by what they may be asked by
	revisions, err := filepath.Glob(filepath.Join(os.Getenv("FAKE_GIT"), "*"))
	if err != nil || os.Args[len(os.Args)-1] != "--batch" {
		fmt.Fprintln(os.Stderr, "fatal: called in an unusual way")
		os.Exit(128)
	}
	for _, dir := range revisions {
		id := store(objects, "commit", filepath.Base(dir))
		objects[filepath.Base(dir)] = objects[id]
		objects[id+"^{tree}"] = objects[storeFolder(objects, dir)]
		folder := filepath.Join(dir, filepath.FromSlash(os.Getenv("FAKE_FOLDER")))
		if _, err := os.Stat(folder); err == nil {
			objects[id+":./"] = objects[storeFolder(objects, folder)]
		}
	}
	out := bufio.NewWriter(os.Stdout)
	for in := bufio.NewScanner(os.Stdin); in.Scan(); out.Flush() {
		if o, ok := objects[in.Text()]; ok {
			fmt.Fprintln(out, o)
		} else {
			fmt.Fprintln(out, in.Text(), "missing")
		}
	}
}

// store keeps an object and returns its id.
func store(objects map[string]string, kind, data string) string {
	sum := sha1.Sum(fmt.Appendf(nil, "%s %d\x00%s", kind, len(data), data))
	id := hex.EncodeToString(sum[:])
	objects[id] = fmt.Sprintf("%s %s %d\n%s", id, kind, len(data), data)
	return id
}

// storeFolder keeps a folder as a tree and returns its id.
func storeFolder(objects map[string]string, dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		panic(err)
	}
	var tree strings.Builder
	for _, entry := range entries {
		mode, id := "40000", ""
		if path := filepath.Join(dir, entry.Name()); entry.IsDir() {
			id = storeFolder(objects, path)
		} else {
			data, err := os.ReadFile(path)
			if err != nil {
				panic(err)
			}
			mode, id = "100644", store(objects, "blob", string(data))
		}
		bytes, err := hex.DecodeString(id)
		if err != nil {
			panic(err)
		}
		fmt.Fprintf(&tree, "%s %s\x00%s", mode, entry.Name(), bytes)
	}
	return store(objects, "tree", tree.String())
}
