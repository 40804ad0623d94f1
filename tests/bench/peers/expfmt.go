// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Parses the expositions in a file, one behind the other, with prometheus/common, and prints how
// many nanoseconds of CPU one took, with its share of collecting garbage. Each begins with the line
// that the first one begins with.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"syscall"
	"testing"

	"github.com/prometheus/common/expfmt"
)

func scrapesIn(all []byte) [][]byte {
	head := all[:bytes.IndexByte(all, '\n')+1]
	var scrapes [][]byte
	for _, rest := range bytes.Split(all, head)[1:] {
		scrapes = append(scrapes, append(append([]byte{}, head...), rest...))
	}
	return scrapes
}

func cpuNanoseconds() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func main() {
	all, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	scrapes := scrapesIn(all)
	var used int64
	result := testing.Benchmark(func(b *testing.B) {
		before := cpuNanoseconds()
		for i := 0; i < b.N; i++ {
			var parser expfmt.TextParser
			if _, err := parser.TextToMetricFamilies(bytes.NewReader(scrapes[i%len(scrapes)])); err != nil {
				log.Fatal(err)
			}
		}
		used = cpuNanoseconds() - before
	})
	fmt.Println(used / int64(result.N))
}
