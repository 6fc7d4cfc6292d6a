package serve

import (
	"net"
	"net/http"
	"sync"
)

// An admission counts the requests under way, in all and of each client.
type admission struct {
	most      int
	perClient int // 0 is any number

	mutex   sync.Mutex
	all     int
	clients map[string]int
}

func newAdmission(most, perClient int) *admission {
	return &admission{most: most, perClient: perClient, clients: map[string]int{}}
}

// enter admits a request of a client, or says why not. What it admits has to leave.
func (a *admission) enter(client string) (refusal *problem) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	switch {
	case a.perClient > 0 && a.clients[client] >= a.perClient:
		return &problem{http.StatusTooManyRequests, "too many requests of this client are under way"}
	case a.all >= a.most:
		return &problem{http.StatusServiceUnavailable, "too many requests are under way"}
	}
	a.all++
	a.clients[client]++
	return nil
}

func (a *admission) leave(client string) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.all--
	if a.clients[client]--; a.clients[client] == 0 {
		delete(a.clients, client)
	}
}

// clientOf is the address of a client without its port. A proxy is one client.
func clientOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// admitted has a handler answer the requests that are admitted, with the options of
// their query, and counts all of them.
func (s *Server) admitted(path string, handle func(http.ResponseWriter, *http.Request)) http.Handler {
	return s.metrics.counted(path, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client := clientOf(r)
		if refusal := s.requests.enter(client); refusal != nil {
			refusal.write(w)
			return
		}
		defer s.requests.leave(client)
		handle(w, r)
	}))
}
