package socdraft

// WithAttachmentLimit returns the options with another limit of bytes for what
// is attached, since a project of the usual size takes long to make.
func WithAttachmentLimit(o Options, limit int) Options {
	o.attachmentLimit = limit
	return o
}
