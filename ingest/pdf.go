package ingest

import "errors"

func (d *document) readPDF() (*Article, error) { return nil, errors.New("PDF") }
