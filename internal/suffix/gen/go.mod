module github.com/verbatim-news/verbatim/internal/suffix/gen

go 1.26.0
