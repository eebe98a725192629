package layout

import "github.com/socdraft/socdraft/render"

// The icons are drawn, since the faces have no such glyphs, and drawn marks
// stay out of the text that is copied or searched.

// iconSize is the side of the square that every icon is drawn in.
const iconSize = 10 * render.Point

// An icon is shapes in a square of iconSize, from its top left corner. A
// painter gives them their colour.
type icon []Item

// icons holds the icon of each kind of alert. The outlines differ, so that they
// are told apart without colour and in small print: circle, lamp, flag,
// triangle, octagon.
var icons = map[string]icon{
	"note": {
		{Kind: Circle, X: 5000, Y: 5000, W: 4900, H: 850},
		{Kind: Circle, X: 5000, Y: 2950, W: 680},
		{Kind: Rule, X: 5000, Y: 4450, H: 3000, Stroke: 1050},
	},
	"tip": {
		{Kind: Polygon, Stroke: 850, Art: &Art{Points: []Point{{3500, 7000}, {3350, 6150}, {2350, 5200}, {1900, 3900}, {2050, 2550}, {2750, 1350},
			{3800, 650}, {5000, 425}, {6200, 650}, {7250, 1350}, {7950, 2550}, {8100, 3900}, {7650, 5200}, {6650, 6150}, {6500, 7000}}}},
		{Kind: Rule, X: 3500, Y: 8350, W: 3000, Stroke: 850},
		{Kind: Rule, X: 4100, Y: 9600, W: 1800, Stroke: 850},
	},
	"important": {
		{Kind: Rule, X: 1700, Y: 300, H: 9600, Stroke: 950},
		{Kind: Polygon, Stroke: 850, Art: &Art{Points: []Point{{1700, 900}, {9300, 900}, {7300, 3500}, {9300, 6100}, {1700, 6100}}}},
	},
	"warning": {
		{Kind: Polygon, Stroke: 850, Art: &Art{Points: []Point{{5000, 700}, {9650, 9250}, {350, 9250}}}},
		{Kind: Rule, X: 5000, Y: 3700, H: 2700, Stroke: 1000},
		{Kind: Circle, X: 5000, Y: 7700, W: 640},
	},
	"caution": {
		{Kind: Polygon, Stroke: 850, Art: &Art{Points: []Point{{3050, 300}, {6950, 300}, {9700, 3050}, {9700, 6950}, {6950, 9700}, {3050, 9700},
			{300, 6950}, {300, 3050}}}},
		{Kind: Rule, X: 2600, Y: 5000, W: 4800, Stroke: 1300},
	},
	"continued": {
		{Kind: Rule, X: 1600, Y: 1800, H: 3600, Stroke: 600},
		{Kind: Rule, X: 1300, Y: 5400, W: 3700, Stroke: 600},
		{Kind: Polygon, Art: &Art{Points: []Point{{4600, 3900}, {6900, 5400}, {4600, 6900}}}},
	},
}

// at returns the items of an icon in a colour, its square's corner at x, y.
func (i icon) at(x, y int, color render.Color) []Item {
	out := make([]Item, len(i))
	for k, it := range i {
		it.move(x, y)
		it.Color = color
		out[k] = it
	}
	return out
}
