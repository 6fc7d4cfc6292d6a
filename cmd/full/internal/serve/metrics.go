package serve

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// The metrics of a server, in a registry of its own.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec   // by path and status
	seconds  *prometheus.HistogramVec // of a request, by path
	underWay prometheus.Gauge         // requests
	articles *prometheus.CounterVec   // by result
	bytes    prometheus.Counter       // of articles
	reading  prometheus.Histogram     // seconds of an article, with the wait before
}

func newMetrics() *metrics {
	// From a millisecond to a minute, by four.
	seconds := prometheus.ExponentialBuckets(0.001, 4, 9)
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "verbatim_requests_total", Help: "Requests answered, by path and status."}, []string{"path", "status"}),
		seconds:  prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "verbatim_request_seconds", Help: "How long requests took, by path.", Buckets: seconds}, []string{"path"}),
		underWay: prometheus.NewGauge(prometheus.GaugeOpts{Name: "verbatim_requests_under_way", Help: "Requests that are being answered."}),
		articles: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "verbatim_articles_total", Help: "Articles by result: read, remarked (read with a remark), failed."}, []string{"result"}),
		bytes:    prometheus.NewCounter(prometheus.CounterOpts{Name: "verbatim_article_bytes_total", Help: "Bytes of the articles as they were sent."}),
		reading:  prometheus.NewHistogram(prometheus.HistogramOpts{Name: "verbatim_article_seconds", Help: "How long an article of /v1/parse took, with the wait for its turn.", Buckets: seconds}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.underWay, m.articles, m.bytes, m.reading,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for _, result := range []string{"read", "remarked", "failed"} {
		m.articles.WithLabelValues(result)
	}
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// answered counts an article.
func (m *metrics) answered(answer command.Answer, bytes int) {
	result := "read"
	switch {
	case answer.Err != nil:
		result = "failed"
	case answer.Remark != nil:
		result = "remarked"
	}
	m.articles.WithLabelValues(result).Inc()
	m.bytes.Add(float64(bytes))
}

// counted counts the requests that a handler answers.
func (m *metrics) counted(path string, handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		m.underWay.Inc()
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			m.underWay.Dec()
			m.seconds.WithLabelValues(path).Observe(time.Since(began).Seconds())
			m.requests.WithLabelValues(path, strconv.Itoa(seen.status)).Inc()
		}()
		handler.ServeHTTP(seen, r)
	})
}

// A statusWriter remembers the status of a response.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets [http.ResponseController] reach what is beneath.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
