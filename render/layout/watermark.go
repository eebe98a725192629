package layout

import "github.com/socdraft/socdraft/render/font"

// watermark returns the shape of the document's watermark, nil where it has
// none or its letters have no shape.
func (c *composer) watermark() *font.Outline {
	if c.doc.Watermark == "" {
		return nil
	}
	shape, ok := c.fonts.Font(font.Semibold).Outline(c.doc.Watermark)
	if !ok {
		return nil
	}
	return &shape
}

// watermarkOn puts a shape in the middle of a page, along its diagonal: the
// page is about as much higher as it is wide as a right triangle of sides 3, 4
// and 5, and so the direction is exact.
func (c *composer) watermarkOn(p *Page, shape *font.Outline) Item {
	along, up := 600, 800
	if p.Width > p.Height {
		along, up = up, along
	}
	size := c.theme.Length("watermark")
	length := scaled(size, shape.Advance, 1000)
	if most := 4 * min(p.Width, p.Height) / 3; length > most {
		size, length = scaled(size, most, length), most
	}
	half, rise := length/2, size*c.fonts.Font(font.Semibold).CapHeight/2000
	return Item{
		Kind: Shape, Art: &Art{Shape: shape}, Size: size, W: along, H: up, Color: c.theme.Color("watermark-fill"), Furniture: true,
		X: p.Width/2 - (half*along-rise*up)/1000,
		Y: p.Height/2 + (half*up+rise*along)/1000,
	}
}
