package strict

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A node is an element of a part.
type node struct {
	name     string // without its namespace
	attr     map[string]string
	children []*node
	text     string
}

func parse(content []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(content))
	var root *node
	var open []*node
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attr: map[string]string{}}
			for _, a := range t.Attr {
				key := a.Name.Local
				if strings.HasSuffix(a.Name.Space, "/relationships") {
					key = "r:" + key
				}
				n.attr[key] = a.Value
			}
			if len(open) == 0 {
				if root != nil {
					return nil, fmt.Errorf("two elements at the top")
				}
				root = n
			} else {
				parent := open[len(open)-1]
				parent.children = append(parent.children, n)
			}
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(t)
			}
		}
	}
	if root == nil {
		return nil, fmt.Errorf("no element")
	}
	return root, nil
}

// child returns the first child of the name, an empty node where there is none.
func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return &node{}
}

// all returns the children of the name.
func (n *node) all(name string) []*node {
	var out []*node
	for _, c := range n.children {
		if c.name == name {
			out = append(out, c)
		}
	}
	return out
}

// within returns all elements of the name below the node, at any depth.
func (n *node) within(name string) []*node {
	var out []*node
	for _, c := range n.children {
		if c.name == name {
			out = append(out, c)
		}
		out = append(out, c.within(name)...)
	}
	return out
}

// words returns the text of the node and of all below it.
func (n *node) words() string {
	text := n.text
	for _, c := range n.children {
		text += c.words()
	}
	return text
}

// number returns a whole number of an attribute, -1 where it is none.
func (n *node) number(name string) int {
	v, err := strconv.Atoi(n.attr[name])
	if err != nil {
		return -1
	}
	return v
}
