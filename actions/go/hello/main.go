// SPDX-License-Identifier: Apache-2.0

// Greets: {"name": "World"} gives {"greeting":"Hello, World!"}; without a name it greets a stranger.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
)

type params struct {
	Name any `json:"name"`
}

type answer struct {
	Greeting string `json:"greeting,omitempty"`
	Error    string `json:"error,omitempty"`
}

func main() {
	fmt.Fprintln(os.Stderr, "hello: this line goes to stderr")
	name, err := readName()
	if err != nil {
		write(answer{Error: err.Error()})
		return
	}
	fmt.Print("hello: greeting ")
	write(name)
	write(answer{Greeting: "Hello, " + name + "!"})
}

func readName() (string, error) {
	read := params{Name: "stranger"}
	if err := json.NewDecoder(os.Stdin).Decode(&read); err != nil {
		return "", fmt.Errorf("Expected the parameters on stdin to be a JSON object: %w", err)
	}
	name, isString := read.Name.(string)
	if !isString {
		return "", errors.New("Expected name to be a string")
	}
	return name, nil
}

// write puts a value on one line of stdout, as JSON that is not made safe for HTML.
func write(value any) {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err)
	}
}
