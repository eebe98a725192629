package strict

import (
	"net/url"
	"path"
	"strings"
)

const contentTypes = "[Content_Types].xml"

// contentTypes holds every part to have a type, and every named part to be
// there; nothing that runs or reaches outside has a place.
func (c *checker) contentTypes() {
	root := c.parts[contentTypes]
	if root == nil {
		c.report("there is no %s", contentTypes)
		return
	}
	defaults, overrides := map[string]bool{}, map[string]bool{}
	for _, n := range root.children {
		key, seen := strings.ToLower(n.attr["Extension"]), defaults
		if n.name == "Override" {
			key, seen = strings.TrimPrefix(n.attr["PartName"], "/"), overrides
			if !c.raw[key] {
				c.report("%s gives a type to %s, which is not there", contentTypes, key)
			}
		}
		if seen[key] {
			c.report("%s gives two types to %s", contentTypes, key)
		}
		seen[key] = true
		for _, word := range []string{"macroEnabled", "vba", "externalLink", "oleObject", "activeX"} {
			if strings.Contains(n.attr["ContentType"], word) {
				c.report("%s names a part of type %s", contentTypes, n.attr["ContentType"])
			}
		}
	}
	for name := range c.raw {
		if name != contentTypes && !overrides[name] && !defaults[strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))] {
			c.report("part %s has no type", name)
		}
	}
}

type relation struct {
	kind, target string
	outside      bool
}

// relations holds every relationship to lead to a part that is there, and those
// that lead out of the package to be links people may follow.
func (c *checker) relations() {
	c.rels = map[string]map[string]relation{}
	for name, root := range c.parts {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		dir, file := path.Split(name)
		source := path.Join(path.Dir(strings.TrimSuffix(dir, "/")), strings.TrimSuffix(file, ".rels"))
		if source != "." && file != ".rels" && !c.raw[source] {
			c.report("%s belongs to no part", name)
		}
		if file == ".rels" {
			source = ""
		}
		c.rels[source] = map[string]relation{}
		for _, n := range root.children {
			c.relation(name, source, n)
		}
	}
	for _, needed := range []string{"officeDocument"} {
		if !hasKind(c.rels[""], needed) {
			c.report("the package has no %s", needed)
		}
	}
}

func hasKind(rels map[string]relation, kind string) bool {
	for _, r := range rels {
		if r.kind == kind {
			return true
		}
	}
	return false
}

func (c *checker) relation(name, source string, n *node) {
	id := n.attr["Id"]
	if _, taken := c.rels[source][id]; taken {
		c.report("%s has the id %s twice", name, id)
	}
	r := relation{kind: path.Base(n.attr["Type"]), target: n.attr["Target"], outside: n.attr["TargetMode"] == "External"}
	if r.outside {
		u, err := url.Parse(r.target)
		if err != nil || r.kind != "hyperlink" || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" {
			c.report("%s leads outside to %s", name, r.target)
		}
	} else {
		if strings.HasPrefix(r.target, "/") {
			r.target = strings.TrimPrefix(r.target, "/")
		} else {
			r.target = path.Join(path.Dir(source), r.target)
		}
		if !c.raw[r.target] {
			c.report("%s leads to %s, which is not there", name, r.target)
		}
	}
	c.rels[source][id] = r
}

// target returns the part that a relationship of the source leads to, "" where
// it leads to none of the kind.
func (c *checker) target(source, id, kind string) string {
	if r, ok := c.rels[source][id]; ok && r.kind == kind && !r.outside {
		return r.target
	}
	c.report("%s has no relationship %q to a %s", source, id, kind)
	return ""
}
