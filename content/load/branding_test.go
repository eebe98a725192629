package load

import (
	"image"
	"strings"
	"testing"
	"testing/fstest"
)

const branded = `[organization]
name = "Quill Ledger, Inc."
short_name = "Quill Ledger"
[system]
name = "Ledger Service"
[report]
type = 1
as_of = 2026-06-30
categories = ["security"]
[branding]
`

func TestAccentIsAColor(t *testing.T) {
	for _, c := range []struct{ value, want string }{
		{`"#0b5563"`, ""},
		{`"#0B5563"`, ""},
		{`"0b5563"`, `help: write it with the number sign: "#0b5563"`},
		{`"#abc"`, `help: write it with six digits: "#aabbcc"`},
		{`"teal"`, `error[malformed-color]: "accent" must be a color of the form #rrggbb, not "teal"`},
		{`"#0b55 63"`, `such as "#0b5563"`},
		{`"#+b5563"`, `malformed-color`},
		{`"#0b5563ff"`, `malformed-color`},
		{`123456`, `error[wrong-type]`},
		{`["#0b5563"]`, `error[wrong-type]`},
	} {
		result, list := load(t, withProject(branded+"accent = "+c.value+"\n"))
		got := show(list)
		if c.want == "" && (got != "" || result.Engagement.Branding.Accent.Value == "") {
			t.Errorf("%s: accent %q, findings:\n%s", c.value, result.Engagement.Branding.Accent.Value, got)
		}
		if c.want != "" && (!strings.Contains(got, c.want) || strings.Count(got, "error[") != 1 || !strings.HasPrefix(got, "socdraft.toml:11:10:")) {
			t.Errorf("%s: findings:\n%s", c.value, got)
		}
	}
}

func TestLogoIsAPNGOfTheProject(t *testing.T) {
	whole := pngOf(t, shaded(image.NewNRGBA(canvas), 100))
	photo := jpegOf(t, shaded(image.NewNRGBA(canvas), 255))
	white := pngOf(t, image.NewNRGBA(canvas))
	huge := withHeader(whole, 0, 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60)
	for _, c := range []struct {
		name, logo string
		data       []byte
		want       string
	}{
		{"transparent", "logo.png", whole, ""},
		{"16 bits", "logo.png", pngOf(t, shaded(image.NewNRGBA64(canvas), 100)), ""},
		{"whatever its name", "brand/logo.jpg", whole, ""},
		{"white on nothing", "logo.png", white, `warning[invisible-logo]: logo "logo.png" cannot be seen on the white paper`},
		{"JPEG", "logo.png", photo, `error[unsupported-image]: logo "logo.png" is not a PNG file`},
		{"SVG", "logo.svg", []byte("<svg/>"), `error[unsupported-image]: logo "logo.svg" is not a PNG file`},
		{"cut", "logo.png", whole[:len(whole)-20], `error[broken-image]: image "logo.png" is damaged`},
		{"without pixels", "logo.png", withHeader(whole, 0, 0, 0, 0, 0), `error[broken-image]: image "logo.png" is damaged`},
		{"huge", "logo.png", huge, `error[oversize-image]: image "logo.png" has 60000 x 60000 pixels`},
		{"many bytes", "logo.png", append(whole, make([]byte, maxImage)...), `error[too-large]: file "logo.png"`},
		{"missing", "logos.png", nil, `error[missing-image]: image "logos.png" does not exist`},
		{"outside", "../logo.png", nil, `error[path-escape]: path "../logo.png" leads out of the project`},
		{"absolute", "/logo.png", nil, `error[path-escape]`},
		{"a folder", "controls", nil, `error[not-a-regular-file]: "controls" is a folder, not a file`},
		{"the project file", "socdraft.toml", nil, `error[unsupported-image]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			project := withProject(branded + "logo = \"" + c.logo + "\"\n")
			project["controls/readme"] = mapFile("")
			if c.data != nil {
				project[c.logo] = mapFile(string(c.data))
			}
			result, list := load(t, project)
			got, logo := show(list), result.Engagement.Branding.Logo.Value
			if c.want == "" {
				if _, ok := plainPNG(result.Images[logo].Data); got != "" || !ok {
					t.Errorf("logo %q, findings:\n%s", logo, got)
				}
				return
			}
			if !strings.HasPrefix(got, "socdraft.toml:11:8: "+c.want) || strings.Count(got, "]: ") != 1 {
				t.Error(got)
			}
			if logo != "" || !result.Loaded() {
				t.Errorf("logo %q is kept, loaded: %v", logo, result.Loaded())
			}
		})
	}
}

// A figure may be a JPEG; that it is among the images makes it no logo.
func TestAPhotoInTheTextIsNoLogo(t *testing.T) {
	project := withProject(branded + "logo = \"description/a.png\"\n")
	project["description/a.png"] = mapFile(string(jpegOf(t, shaded(image.NewGray(canvas), 255))))
	project["description/overview.md"] = mapFile("![Alt](a.png \"Caption\")\n")
	result, list := load(t, project)
	if len(result.Images) != 1 || result.Engagement.Branding.Logo.Value != "" || list.Len() != 1 {
		t.Errorf("%d images, findings:\n%s", len(result.Images), show(list))
	}
}

func withProject(text string) fstest.MapFS {
	project := withFiles()
	project[ProjectFile] = mapFile(text)
	return project
}
