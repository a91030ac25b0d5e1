// Checks a proof of the dashboard with the transparency log of the Go project, which shares no line with ours: notes are
// opened by golang.org/x/mod/sumdb/note and proofs by golang.org/x/mod/sumdb/tlog. Only the frame around them is read here.
//
//	checktlog KEY inclusion ENTRY-FILE < proof
//	checktlog KEY consistency OLD-ROOT-IN-BASE-64 < proof
//
// Ends with 0 and one line about what holds, or with 1 and why it does not.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	said, err := check(os.Args[1:])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(said)
}

func check(args []string) (string, error) {
	if len(args) != 3 {
		return "", errors.New("wanted: KEY inclusion|consistency ENTRY-FILE|OLD-ROOT")
	}
	read, err := io.ReadAll(os.Stdin)
	if err != nil {
		return "", err
	}
	head, signed, found := strings.Cut(string(read), "\n\n")
	if !found {
		return "", errors.New("no blank line before the checkpoint")
	}
	size, root, err := open(args[0], signed)
	if err != nil {
		return "", err
	}
	lines := strings.Split(head, "\n")
	if args[1] == "inclusion" {
		return inclusion(lines, size, root, args[2])
	}
	return consistency(lines, size, root, args[2])
}

func inclusion(lines []string, size int64, root tlog.Hash, file string) (string, error) {
	if lines[0] != "c2sp.org/tlog-proof@v1" || len(lines) < 2 {
		return "", errors.New("no tlog-proof")
	}
	index, proof, err := frame("index ", lines[1:])
	if err != nil {
		return "", err
	}
	entry, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	if err := tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entry)); err != nil {
		return "", err
	}
	return fmt.Sprintf("%d of %d is included", index, size), nil
}

func consistency(lines []string, size int64, root tlog.Hash, old string) (string, error) {
	oldSize, proof, err := frame("old ", lines)
	if err != nil {
		return "", err
	}
	oldRoot, err := tlog.ParseHash(old)
	if err != nil {
		return "", err
	}
	if err := tlog.CheckTree(proof, size, root, oldSize, oldRoot); err != nil {
		return "", err
	}
	return fmt.Sprintf("%d begins with %d", size, oldSize), nil
}

// A number behind a word, then the hashes.
func frame(word string, lines []string) (int64, []tlog.Hash, error) {
	if !strings.HasPrefix(lines[0], word) {
		return 0, nil, fmt.Errorf("no line %q", word)
	}
	number, err := strconv.ParseInt(lines[0][len(word):], 10, 64)
	if err != nil {
		return 0, nil, err
	}
	var hashes []tlog.Hash
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return 0, nil, err
		}
		hashes = append(hashes, hash)
	}
	return number, hashes, nil
}

// The text of a checkpoint: origin, size and root, signed by the key of that origin.
func open(key, signed string) (int64, tlog.Hash, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return 0, tlog.Hash{}, err
	}
	opened, err := note.Open([]byte(signed), note.VerifierList(verifier))
	if err != nil {
		return 0, tlog.Hash{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return 0, tlog.Hash{}, errors.New("no checkpoint of this key")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return 0, tlog.Hash{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return size, root, err
}
